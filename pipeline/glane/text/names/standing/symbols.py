"""Symbols of documents, as the United Nations number theirs: «ECE/TRANS/WP.29/2010/22». No body is meant in one."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STROKE = "/"
_MOST_STROKES = 10
# What begins a symbol is letters; its parts are short. Two strokes are enough with a part of one or two signs between.
_SYMBOL = re.compile(
    rf"(?<![\w/])[A-Z][A-Za-z]{{0,9}}(?:/[\w.]{{1,14}}){{2,{_MOST_STROKES}}}(?:/ ?(?=\d)[\w./]{{1,20}})?(?![\w/])"
)
# The number of a decree or an order, with those who sign it: «n° 2016-857/PRES/PM», «n° 348-PRES-ECNA».
_NUMBER = re.compile(
    r"(?<![\w/])[nN](?:°|º|o|r)s?\.? ?\d{1,6}(?:-\d{1,6})?"
    rf"(?:[/-](?:\d{{1,4}}|[A-Z][A-Za-z.]{{0,13}})){{1,{_MOST_STROKES}}}(?![\w/])"
)
# The number of a document or a procedure of the European Union: «SEC(1999) 66», «2001/2127(DEC)».
_BRACKETED = re.compile(r"(?<!\w)[A-Z]{2,5}\(\d{2,4}\)(?: ?\d{1,5})?|(?<=\d)\([A-Z]{3}\)")
_FEWEST_STROKES = 3
_BRIEF = 2
_SIGNS = ("°", "º")
_LETTERS = 4
"""Letters of a part of the number of a register: «RB/COT/13»."""
_DIGITS = 3


def stands_within(start: int, end: int, symbols: Sequence[tuple[int, int]]) -> bool:
    """Whether a span stands in one of some symbols, which are in order; «projet KEN/97/012» begins before one."""
    index = bisect_right(symbols, start, key=itemgetter(0)) - 1
    return index >= 0 and end <= symbols[index][1]


def find_symbols(text: str) -> Iterator[tuple[int, int]]:
    """Find the symbols of documents in a text.

    Args:
        text: the shadow text.

    Yields:
        Their spans, in order; none of names that strokes join, «UNICEF/OMS/FAO», which have no number.
    """
    strokes = text.count(_STROKE) >= _BRIEF
    signed = strokes or any(sign in text for sign in _SIGNS)  # the pattern tries each «n», which takes long
    numbers = [match.span() for match in _NUMBER.finditer(text)] if signed else []
    symbols = [match.span() for match in _SYMBOL.finditer(text) if _is_symbol(match[0])] if strokes else []
    bracketed = [match.span() for match in _BRACKETED.finditer(text)] if "(" in text else []
    yield from sorted(numbers + symbols + bracketed)


def _is_symbol(symbol: str) -> bool:
    """Whether what strokes join is a symbol: it has a number, and many or brief parts."""
    parts = symbol.split(_STROKE)
    if not any(character.isdigit() for character in symbol):
        return False
    brief = len(parts[1]) <= _BRIEF and any(character.isdigit() for character in parts[-1])
    register = all(len(part) <= _LETTERS for part in parts) and parts[-1][:1].isdigit() and len(parts[-1]) <= _DIGITS
    return len(parts) > _FEWEST_STROKES or brief or register
