"""French cardinals in words: «deux mille trois cents», «quatre-vingt-onze», «trente mille millions».

Old and 1990 spelling, hyphens or blanks, Belgian and Swiss tens. The grammar is the one of the French
cardinal: a group below a thousand, «mille», and scales in decreasing order. It reads on and never goes back.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glane.rules.figures import FigureRules, NumberRow

WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"(?: {1,2}|-)([^\W\d_]+)")


class Cardinal(NamedTuple):
    """A cardinal in words: its value, where it ends, and the last scale in it (1 where there is none)."""

    value: Decimal
    end: int
    scale: Decimal = Decimal(1)


class _Step(NamedTuple):
    word: str
    end: int
    row: NumberRow

    @property
    def kind(self) -> str:
        return self.row.kind

    @property
    def value(self) -> int:
        return int(self.row.value)


class _Reader:
    """Reads number words of a folded text one by one."""

    __slots__ = ("numbers", "text")

    def __init__(self, text: str, numbers: Mapping[str, NumberRow]) -> None:
        self.text = text
        self.numbers = numbers

    def first(self, position: int) -> _Step | None:
        return self._step(WORD.match(self.text, position), 0)

    def next(self, position: int) -> _Step | None:
        return self._step(_NEXT.match(self.text, position), 1)

    def _step(self, match: re.Match[str] | None, group: int) -> _Step | None:
        if match is None:
            return None
        row = self.numbers.get(match[group])
        return None if row is None else _Step(match[group], match.end(), row)

    def below_thousand(self, step: _Step) -> tuple[int, int] | None:
        """Value and end of the group that begins with a step."""
        if step.kind == "hundred":
            return self._after_hundred(100, step.end)
        if step.kind in ("unit", "teen"):
            # «deux cents», «douze cents»; «dix cents» is money
            value, end = self._teen(step)
            following = self.next(end) if value not in (1, 10) else None
            if following is not None and (following.kind == "hundred" or _is(following, "plural", 100)):
                return self._after_hundred(100 * value, following.end)
        return self.below_hundred(step)

    def _after_hundred(self, value: int, end: int) -> tuple[int, int]:
        following = self.next(end)
        rest = None if following is None else self.below_hundred(following)
        return (value, end) if rest is None else (value + rest[0], rest[1])

    def below_hundred(self, step: _Step) -> tuple[int, int] | None:
        if step.kind == "unit":
            if step.value == 4:
                following = self.next(step.end)
                if following is not None and following.row.value == 20:
                    return self._after_ten(80, following.end)
            return step.value, step.end
        if step.kind == "teen":
            return self._teen(step)
        if step.kind == "ten":
            return self._after_ten(step.value, step.end)
        return None

    def _teen(self, step: _Step) -> tuple[int, int]:
        if step.value == 10:
            following = self.next(step.end)
            if following is not None and following.kind == "unit" and following.value >= 7:
                return 10 + following.value, following.end
        return step.value, step.end

    def _after_ten(self, value: int, end: int) -> tuple[int, int]:
        following = self.next(end)
        if following is not None and following.kind == "link":
            # «et» joins only one and eleven: «vingt et un», «soixante et onze».
            following = self.next(following.end)
            if following is None or following.value not in (1, 11) or following.kind not in ("unit", "teen"):
                return value, end
        if following is None:
            return value, end
        if following.kind == "unit":
            return value + following.value, following.end
        if following.kind == "teen" and value in (60, 80):
            rest, end = self._teen(following)
            return value + rest, end
        return value, end


def _is(step: _Step, kind: str, value: int) -> bool:
    return step.kind == kind and step.value == value


def word_behind(text: str, position: int) -> tuple[str, int] | None:
    """Return the next word, behind a hyphen or blanks, and where it ends."""
    match = _NEXT.match(text, position)
    return None if match is None else (match[1], match.end())


def read_cardinal(text: str, position: int, rules: FigureRules) -> Cardinal | None:
    """Read the cardinal in words that begins at a position.

    Args:
        text: folded text (lower case).
        position: where the first word begins.
        rules: number words.

    Returns:
        The longest cardinal, «un» and «zéro» among them; ``None`` where there is none.
    """
    reader = _Reader(text, rules.numbers)
    step = reader.first(position)
    if step is None:
        return None
    if step.kind == "zero":
        return Cardinal(Decimal(0), step.end)
    total = group = 0
    scale = ceiling = 10**30
    has_thousand = False
    end = position
    while step is not None:
        if step.kind == "scale" and group and step.value < ceiling:
            total += group * step.value
            scale = ceiling = step.value
            group, has_thousand = 0, False
            end = step.end
        elif step.kind == "thousand" and not has_thousand and (group or end == position or total):
            group, has_thousand = 1000 * (group or 1), True
            scale = 1000
            end = step.end
        elif group and not (has_thousand and group % 1000 == 0):
            break
        else:
            part = reader.below_thousand(step)
            if part is None:
                break
            group += part[0]
            scale, end = 1, part[1]
        step = reader.next(end)
    if end == position:
        return None
    return Cardinal(Decimal(total + group), end, Decimal(scale))


def continue_scales(text: str, end: int, value: Decimal, rules: FigureRules) -> Cardinal:
    """Read the multipliers in words behind a number in digits: «5,68 millions», «450 mille».

    Args:
        text: folded text.
        end: where the digits end.
        value: their value.
        rules: number words.

    Returns:
        The product and where it ends; the number itself where no multiplier follows.
    """
    reader = _Reader(text, rules.numbers)
    scale = Decimal(1)
    step = reader.next(end) or reader.first(end)
    while step is not None and step.kind in ("thousand", "scale") and (scale == 1 or scale == 1000 < step.value):
        scale = step.row.value if scale == 1 else scale * step.row.value
        end = step.end
        step = reader.next(end)
    return Cardinal(value * scale, end, scale)
