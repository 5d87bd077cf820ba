"""A number of a text, and how its value and the text around it are written to be compared."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

Form: TypeAlias = Literal["digits", "words", "mixed", "noun", "fraction"]


class NumberMatch(NamedTuple):
    """A number in a text.

    Attributes:
        start: offset of its first code point.
        end: offset behind its last one.
        value: what it is worth, multipliers and halves applied.
        form: how it is written; ``mixed`` is digits with a multiplier in words.
        multiplier: its last multiplier, 1 where there is none.
        style: for digits the grouping (``plain``, ``blank``, ``dot`` …) or ``decimal``; for fractions the
            kind of what divides; ``definite`` for a noun of number without «un» or numeral.
        rule: id of the rule behind a noun of number or a fraction, else empty.
    """

    start: int
    end: int
    value: Decimal
    form: Form
    multiplier: Decimal = Decimal(1)
    style: str = ""
    rule: str = ""

    @property
    def is_lone_one(self) -> bool:
        """Whether it is «un» or «une» without anything that makes a number of it."""
        return self.value == 1 and self.form == "words" and self.style != "half-unit"


def fold_case(text: str) -> str:
    """Put a text in lower case without changing its length."""
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def tidy(value: Decimal) -> Decimal:
    """Write a number without trailing zeros and without an exponent."""
    whole = value.to_integral_value()
    return whole + 0 if whole == value else value.normalize()
