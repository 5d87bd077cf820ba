"""Amounts in words that figures in brackets repeat: «dix pour cent (10 %) des voix», «les deux tiers (2/3) des membres»."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from glane.text.figures.number import NumberMatch, tidy
from glane.text.figures.numbers import read_digits
from glane.text.figures.slashes import read_slashed
from glane.text.figures.units import measure

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.units import Measured

_OPENING = re.compile(r"[ \n]?\( ?(?=\d)")
_CLOSING = re.compile(r" ?\)")
_FRACTION = re.compile(r"[ \n]?\( ?(\d{1,2}) ?/ ?([1-9]\d?) ?\)")
_NEAR = Decimal("0.01")


def with_repetition(text: str, folded: str, found: Measured, rules: FigureRules) -> Measured:
    """Take the brackets that repeat an amount with its unit, or a fraction, into its span.

    Args:
        text: shadow text.
        folded: the same in lower case.
        found: a number with its unit, if it has one.
        rules: units and currencies.

    Returns:
        The same number, with its end behind the brackets if they say the same.
    """
    if text[found.end : found.end + 2].lstrip(" \n")[:1] != "(":
        return found
    if found.number.form == "fraction" and found.unit is None:
        match = _FRACTION.match(text, found.end)
        same = match is not None and abs(Decimal(match[1]) / Decimal(match[2]) - found.value) < _NEAR
        return found._replace(end=match.end()) if match is not None and same else found
    is_written = found.unit is not None and found.number.form in ("words", "fraction")
    opening = _OPENING.match(text, found.end) if is_written else None
    digits = None if opening is None else _read(text, opening.end(), rules)
    again = None if digits is None else measure(text, folded, digits, rules)
    if again is None or again.value != found.value or again.unit not in (None, found.unit):
        return found
    closing = _CLOSING.match(text, again.end)
    return found if closing is None else found._replace(end=closing.end())


def _read(text: str, position: int, rules: FigureRules) -> NumberMatch | None:
    """Read the digits at a position, or a fraction in digits: «3/4 de 1 %»."""
    slashed = read_slashed(text, position, rules)
    if slashed is None:
        return read_digits(text, position)
    return NumberMatch(position, slashed[1], tidy(slashed[0]), "fraction", style="slash")
