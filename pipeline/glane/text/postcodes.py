"""Four or five digits in front of a town: its postal code, rather than a year, a count or the end of a range."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(r"\w+'?|[^\w\s]")
_WINDOW = 80
_MARKS = frozenset(",;:-–")
_BEFORE_CAPITAL = re.compile(r"\d{4,5} (?=[^\W\d_a-z])")
_BEFORE_TOWN = re.compile(r"\d{4,5} [^\W\d_a-z][\w'-]*(?: ?[,.;)\n]| \d|$)")
_LONG = re.compile(r"\d{5} (?=[^\W\d_])")
_SHORT = re.compile(r"\d{4} ")
# «avenue Jeanne, 44 - 1050 Bruxelles»
_HOUSE = re.compile(r"\d[a-z]? ?[-–,] \Z")


def is_addressed(text: str, start: int, says_where: Callable[[str], bool], is_at: Callable[[str], bool]) -> bool:
    """Whether a postal code begins at an offset, in an address: «rue du Lac 3, 1880 Valsec», «sise à 1880 Valsec».

    Args:
        text: that the number stands in.
        start: of the number.
        says_where: whether a word, in lower case, is one of addresses («rue», «sise»).
        is_at: whether a word, in lower case, joins a place («à»).
    """
    if _BEFORE_CAPITAL.match(text, start) is None:
        return False
    line = text.rfind("\n", max(0, start - _WINDOW), start)
    tokens = _TOKEN.findall(text[max(line + 1, start - _WINDOW) : start].lower())
    if not tokens or not any(map(says_where, tokens)):
        return False
    return is_at(tokens[-1]) or (tokens[-1] in _MARKS and _BEFORE_TOWN.match(text, start) is not None)


def opens_place(text: str, start: int) -> bool:
    """Whether five digits and a word, or four digits right behind the number of a house, begin at an offset."""
    if _LONG.match(text, start):
        return True
    return _SHORT.match(text, start) is not None and _HOUSE.search(text[max(0, start - 6) : start]) is not None


def is_short_code(text: str, start: int) -> bool:
    """Whether four digits and a blank begin at an offset."""
    return _SHORT.match(text, start) is not None
