"""Which currency a noun means that several have: «12 millions de francs», in a text on Switzerland."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.figures import FigureRules
    from glane.text.figures import FigureMatch

_WORD = re.compile(r"[^\W\d_]+")


def settle_currencies(found: Sequence[FigureMatch], text: str, folded: str, rules: FigureRules) -> list[FigureMatch]:
    """Give sums in a noun that several currencies share the one of which the document speaks most.

    Args:
        found: figures of the document.
        text: its shadow text.
        folded: the same in lower case.
        rules: the currencies, with the words that speak of each.

    Returns:
        The figures; those whose noun says all, and all where nothing speaks of a currency more than of others, as they are.
    """
    nouns = {index: noun for index, one in enumerate(found) if (noun := _noun(one, folded)) in rules.shared_nouns}
    if not nouns:
        return list(found)
    counts = Counter(word.lower() for word in _WORD.findall(text))
    settled = list(found)
    for index, noun in nouns.items():
        ranked = sorted((sum(counts[cue] for cue in row.cues), row.unit) for row in rules.shared_nouns[noun])
        most, unit = ranked[-1]
        if most > (ranked[-2][0] if len(ranked) > 1 else 0):
            settled[index] = settled[index]._replace(unit=unit)
    return settled


def _noun(figure: FigureMatch, folded: str) -> str:
    """The last word of a sum of money."""
    return folded[figure.start : figure.end].split()[-1] if figure.quantity == "money" else ""
