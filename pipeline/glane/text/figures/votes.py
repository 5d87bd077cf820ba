"""The votes of one side, by themselves: «Vote : 12 pour, 1 contre, 3 abstentions»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.candidate import FigureCandidate

_SIDE = re.compile(r" ([^\W\d_]+)(?=[,.;)\n]| [^\W\d_]{2} \d| ?\Z)")
_OTHER = re.compile(r"(?<!\d)\d{1,4} ([^\W\d_]+)(?: ([^\W\d_]+))?")
_NEAR = 40


def is_side_of_vote(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether «pour» or «contre» ends the clause of a number, and those of another side stand near.

    Args:
        item: a number without a unit.
        rules: classes of words.
    """
    side = _SIDE.match(item.folded, item.end)
    if side is None or not item.is_plain or not rules.context("vote_side").has_word(side[1]):
        return False
    around = item.folded[max(0, item.start - _NEAR) : item.start], item.folded[side.end() : side.end() + _NEAR]
    words = (word for part in around for other in _OTHER.finditer(part) for word in other.groups() if word)
    return any(rules.context(name).has_word(word) for word in words for name in ("vote_side", "vote_neither"))
