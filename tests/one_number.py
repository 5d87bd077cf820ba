"""A text that is one number, read by the finder of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.figures.numbers import find_numbers

if TYPE_CHECKING:
    from decimal import Decimal

    from glane.rules.figures import FigureRules


def parse_number(text: str, rules: FigureRules) -> Decimal | None:
    """The value of a text such as «deux cent trois» or «1 234,5»; nothing where it is no number, or more than one."""
    found = find_numbers(text, rules)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    return found[0].value if whole else None
