"""Numbers that stand in large type over what they count, a line each: «28 Pays», «4 Phases du projet», «50+ Experts»."""

from __future__ import annotations

import re

_LONGEST = 100
_COUNTED = re.compile(r"\n*(\d{1,6})\+? ?%? (?=[^\W\d_])")


def skip_plus(text: str, position: int) -> int:
    """The index behind a «+» that touches a number and stands before a word: «50+ experts»; else the same."""
    return position + 1 if text.startswith("+ ", position) else position


def is_tile(text: str, start: int, value: int) -> bool:
    """Whether a number that opens a line is lower than that of the line before, or higher than that of the next.

    What numbers lines, or gives them the codes of a list, goes up.

    Args:
        text: shadow text.
        start: offset of the number, which opens its line.
        value: of the number.
    """
    stop = text.find("\n", start, start + _LONGEST)
    below = _COUNTED.match(text, stop) if stop >= 0 else None
    if below is not None and int(below[1]) < value:
        return True
    end = start
    while end > 0 and text[end - 1] == "\n":
        end -= 1
    begin = text.rfind("\n", max(0, end - _LONGEST), end) + 1 if end else 0
    above = _COUNTED.match(text, begin) if end - begin < _LONGEST else None
    return above is not None and int(above[1]) > value
