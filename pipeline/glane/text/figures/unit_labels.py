"""The unit that ends a title or the head of a column: «Dépenses (en millions d'euros)», «en M€», «Part (en %)»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from glane.text.figures.number import fold_case, tidy
from glane.text.figures.numbers import find_numbers
from glane.text.figures.units import measure

if TYPE_CHECKING:
    from decimal import Decimal

    from glane.rules.figures import FigureRules, UnitRow

_OPENING = re.compile(r"(?<![^ (,])([^\W\d_]{1,3}) (?=\S)")
_LONGEST = 56
_END = " :)"
_TWO = "2 "


class ToldUnit(NamedTuple):
    """What a label says of the numbers that it is for.

    Attributes:
        unit: their unit; None for thousands or millions of things.
        scale: what they are multiplied by, the unit's factor with it.
        multiplier: the same without that factor.
    """

    unit: UnitRow | None
    scale: Decimal
    multiplier: Decimal


def read_unit(label: str, rules: FigureRules) -> ToldUnit | None:
    """Read the unit with which a label ends, as it would be read behind a number; None where it says none."""
    tail = label[-_LONGEST:].rstrip(_END)
    for opening in _OPENING.finditer(tail):
        if rules.context("unit_in").has_word(opening[1].lower()):
            told = _measure(tail[opening.end() :], rules)
            if told is not None:
                return told
    return None


def _measure(unit: str, rules: FigureRules) -> ToldUnit | None:
    text = _TWO + unit
    folded = fold_case(text)
    number = next(iter(find_numbers(text, rules)), None)
    if number is None or number.start:
        return None
    found = measure(text, folded, number, rules)
    if found.end != len(text) or (found.unit is None and found.multiplier == 1):
        return None
    return ToldUnit(found.unit, tidy(found.value / 2), found.multiplier)
