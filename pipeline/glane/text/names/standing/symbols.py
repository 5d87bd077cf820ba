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
_FEWEST_STROKES = 3
_BRIEF = 2


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
    if text.count(_STROKE) < _BRIEF:
        return
    for match in _SYMBOL.finditer(text):
        parts = match[0].split(_STROKE)
        numbered = any(character.isdigit() for character in match[0])
        brief = len(parts[1]) <= _BRIEF and any(character.isdigit() for character in parts[-1])
        if numbered and (len(parts) > _FEWEST_STROKES or brief):
            yield match.span()
