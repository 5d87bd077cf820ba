"""Whether hours are a length of time or a time of day, where a noun or a bound stands before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.context import has_before, strip_left, words_before

if TYPE_CHECKING:
    from decimal import Decimal

    from glane.rules.figures import FigureRules

# Up to this, hours are rather a length than a time of day; below the other one, few things take place.
_EARLY = 8
_NIGHT = 6
_FAR = 4
_OTHER_TIME = re.compile(r"\d{1,2} ?[^\s\d]{1,8} ([^\s\d]{1,3}) \Z")
_OTHER_REACH = 20
"""Characters of «19 heures ou »."""
_NEXT_NUMBER = re.compile(r" ?([^\s\d]{1,8}) ?\d{1,2} ?")


def lasts(folded: str, start: int, end: int, hours: Decimal, rules: FigureRules) -> bool:
    """Whether hours say how long something lasts: «une formation de 3h», «en moins de 2h», not «la séance de 15 heures».

    Args:
        folded: shadow text in lower case.
        start: where the number begins.
        end: where the hours end.
        hours: how many.
        rules: classes of words.
    """
    if has_before(folded, start, "lasting_bound", rules):
        return True
    if hours > _EARLY or _opens_clock_range(folded, end, rules):
        return False
    at = strip_left(folded, start)
    origin = rules.context("from").before(folded, at)
    return origin is not None and _is_event(folded, origin[0], hours, rules)


def follows_time(folded: str, start: int, end: int, rules: FigureRules) -> bool:
    """Whether hours are joined to a time of day that has the same unit: «à 19 heures ou 20 heures».

    Args:
        folded: shadow text in lower case.
        start: where the number begins.
        end: where the hours end.
        rules: classes of words.
    """
    before = folded[max(0, start - _OTHER_REACH) : start]
    other = _OTHER_TIME.search(before)
    if other is None or rules.links.get(other[1]) not in ("or", "and"):
        return False
    unit = folded[start:end].lstrip("0123456789 ")
    same = other[0].lstrip("0123456789 ").split()[0] == unit
    at = start - len(before) + other.start()
    return same and rules.context("clock").before(folded, strip_left(folded, at)) is not None


def _opens_clock_range(folded: str, end: int, rules: FigureRules) -> bool:
    """Whether a further time of day follows: «un accueil de 7h30 à 18h»."""
    following = _NEXT_NUMBER.match(folded, end)
    if following is None or rules.links.get(following[1]) not in ("range", "dash"):
        return False
    at = following.end()
    unit = rules.symbols.after(folded, at) or rules.unit_words.after(folded, at)
    return folded.startswith("h", at) if unit is None else unit[1].unit == "hour"


def _is_event(folded: str, position: int, hours: Decimal, rules: FigureRules) -> bool:
    """Whether a noun before «de» has a length: any behind «un», or in the plural; some behind «la» too."""
    words = words_before(folded, position, _FAR)
    if not words:
        return False
    events, plurals = rules.context("lasting_event"), rules.context("plural_ending")
    if hours < _NIGHT and any(map(events.has_word, words[:2])):
        return True
    if plurals.has_word(words[0][-1]) and events.has_word(words[0]):
        return True
    for word in words[1:]:
        if rules.context("indefinite").has_word(word):
            return True
        if rules.context("function").has_word(word):
            return False
    return False
