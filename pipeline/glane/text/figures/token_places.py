"""Which of the tokens of a text stand around a figure."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.figures.counted_phrase import Tagged

_START = attrgetter("start")
_QUOTES = ("«", '"', "“")


def first_behind(tokens: Sequence[Tagged], end: int) -> int:
    """The first token at or behind an offset, blanks left out."""
    first = bisect_left(tokens, end, key=_START)
    while first < len(tokens) and tokens[first].text.isspace() and "\n" not in tokens[first].text:
        first += 1
    return first


def last_before(tokens: Sequence[Tagged], start: int) -> int:
    """The last token before an offset."""
    return first_behind(tokens, start) - 1


def skip_brackets(tokens: Sequence[Tagged], first: int) -> int:
    """Skip a numeral repeated in brackets («six (6) points»), a «+» («50+ experts»), and a quotation mark."""
    if first < len(tokens) and tokens[first].text == "+":
        return first + 1
    if first + 2 < len(tokens) and tokens[first].text == "(" and tokens[first + 2].text == ")":
        first += 3
    return first + 1 if first < len(tokens) and tokens[first].text in _QUOTES else first
