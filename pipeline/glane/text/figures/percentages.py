"""Fractions of one percent: «un quart de un pour cent», «3/4 de 1 %»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.words import read_cardinal

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules, UnitRow

_ONE = re.compile(r"1 ?(?![\d.,])")


def one_percent_of(text: str, folded: str, place: int, rules: FigureRules) -> tuple[int, UnitRow] | None:
    """Read what a fraction is taken of, if that is one percent, which is then its unit.

    Args:
        text: shadow text.
        folded: the same in lower case.
        place: where «de» stands, behind the fraction and a blank.
        rules: units and number words.

    Returns:
        Where it ends, and the unit.
    """
    link = rules.context("from").after(folded, place)
    if link is None:
        return None
    at = link[0] + folded.startswith(" ", link[0])
    digit = _ONE.match(folded, at)
    if digit is not None:
        unit = rules.symbols.after(text, digit.end()) or rules.unit_words.after(folded, digit.end())
    else:
        one = read_cardinal(folded, at, rules)
        unit = None if one is None or one.value != 1 else rules.unit_words.after(folded, one.end + 1)
    return unit if unit is not None and unit[1].quantity == "percent" else None
