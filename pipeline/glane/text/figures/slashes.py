"""Two numbers with a slash between them: a fraction («2/3») or two bounds («10/20 ans»)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from glane.text.figures.fractions import FOUR_DIGITS

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules

_SLASHED = re.compile(r"(\d{1,2})/(\d{1,3})(?![\w/])")
# Of an hour or a year one takes halves, thirds and quarters only.
_QUARTERS = 4


def read_slashed(folded: str, position: int, rules: FigureRules) -> tuple[Decimal, int] | None:
    """Read the fraction at a position.

    Args:
        folded: text in lower case.
        position: where its first digit stands.
        rules: units.

    Returns:
        Its value, and where it ends; ``None`` where there is none, as in «10/20 ans».
    """
    match = _SLASHED.match(folded, position)
    if match is None or int(match[2]) == 0:
        return None
    above, below = int(match[1]), int(match[2])
    if above < below > _QUARTERS and _is_time_behind(folded, match.end(), rules):
        return None
    return FOUR_DIGITS.divide(Decimal(above), Decimal(below)), match.end()


def _is_time_behind(folded: str, end: int, rules: FigureRules) -> bool:
    """Whether a unit of time stands right behind."""
    if not folded.startswith(" ", end):
        return False
    found = rules.unit_words.after(folded, end + 1) or rules.symbols.after(folded, end + 1)
    return found is not None and found[1].quantity == "duration"
