"""Whether «de 10 à 15» is a change from one amount to another, rather than a range."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.context import noun_behind, strip_left, words_before

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.units import Measured

_NEAR = 4
_WINDOW = 160
_WORD = re.compile(r"[^\W_]+'?")


def is_change(text: str, folded: str, start: int, last: Measured, rules: FigureRules) -> bool:
    """Whether two amounts are the levels before and after a change.

    They are where a verb of change stands right in front («passe ainsi de 12 à 15 %»), or further off with a
    noun for what has a level of that kind behind it («porter le nombre des juges de la cour de 12 à 15»).

    Args:
        text: shadow text.
        folded: the same in lower case.
        start: where the first amount begins.
        last: the second amount.
        rules: classes of words.
    """
    origin = rules.context("from").before(folded, strip_left(folded, start))
    if origin is None:
        return False
    change, several = rules.context("change"), rules.context("change_several")
    near = words_before(folded, origin[0], _NEAR)
    if any(several.has_word(word) for word in near):
        return False  # «des hausses de 5 à 10 %»: of each its own
    if any(change.has_word(word) for word in near):
        return True
    return _changes_a_level(text, folded, origin[0], last, rules)


def is_fall(folded: str, start: int, rules: FigureRules) -> bool:
    """Whether a noun of becoming less leads to the higher of two amounts, the first: «une réduction de 65 à 45 places»."""
    origin = rules.context("from").before(folded, strip_left(folded, start))
    if origin is None:
        return False
    return any(rules.context("fall").has_word(word) for word in words_before(folded, origin[0], _NEAR))


def falls_by(folded: str, start: int, rules: FigureRules) -> bool:
    """Whether a verb of becoming less leads to a lower and a higher amount, which say by how much: «a baissé de 20 à 30 cm»."""
    origin = rules.context("from").before(folded, strip_left(folded, start))
    if origin is None:
        return False
    change = rules.context("change")
    verb = next((word for word in words_before(folded, origin[0], _NEAR) if change.has_word(word)), "")
    return rules.context("change_fall").has_word(verb)


def _changes_a_level(text: str, folded: str, at: int, last: Measured, rules: FigureRules) -> bool:
    before = folded[max(0, at - _WINDOW) : at]
    for sign in "\n.;!?":
        before = before.rpartition(sign)[2]
    behind_comma = before.rstrip(" ").endswith(",")
    quantity = "count" if last.unit is None else last.unit.quantity
    kinds = [rules.context(name) for name in ("level", f"level_{quantity}")]
    if behind_comma:
        kinds.append(rules.context("level_pronoun"))
    changes = [rules.context(name) for name in ("change", "change_far")]
    words = _WORD.findall(before)
    level = next((i for i in reversed(range(len(words))) if any(kind.has_word(words[i]) for kind in kinds)), None)
    if level is None or not any(kind.has_word(word) for word in words[:level] for kind in changes):
        return False
    # «le nombre d'entreprises de 10 à 50 salariés» tells of which entreprises.
    has_complement = any(rules.context("from").has_word(word) for word in words[level + 1 :])
    is_counted = last.unit is None and bool(noun_behind(text, folded, last.end, rules))
    return behind_comma or not (has_complement and is_counted)
