"""Hours that are a time of day rather than a length: «à 16 h», «13h15», «de 9 h à 17 h»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.context import has_after, has_before, strip_left, words_before
from glane.text.figures.elision import TAKEN
from glane.text.figures.hours import follows_time, lasts

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.candidate import FigureCandidate

_CLOCK = re.compile(r"(?<![\d,.])\d{1,2} ?[^\W\d_]+ ?[0-5]\d(?!\d| ?%)")
_DAY = 24
_HOUR = 60
# Two hours up to this are rather a length than times of day.
_EARLY = 8
# «18 juillet – 15 h»: a date longer than a year, and a sign
_DAYED = re.compile(rf"{TAKEN}{{5}} ?[,–—-] ?\Z")
_DAYED_REACH = 8


def _is_clock_range(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether two hours are times of day: «de 9 h à 17 h», «entre 9 et 17 heures», but not «dure 2 à 3 heures»."""
    folded, start, end = item.folded, item.start, item.end
    has_own_unit = item.first.end > item.first.number.end
    if has_own_unit or has_after(folded, end, "clock_after", rules):
        return True
    is_length = any(has_before(folded, start, name, rules) for name in ("lasting", "lasting_length"))
    is_length = is_length or has_after(folded, end, "lasting_length_after", rules)
    return not is_length and item.last.value > _EARLY


def _is_noted(item: FigureCandidate) -> bool:
    """Whether hours and minutes in words stand alone in brackets, as in minutes of a sitting: «(Onze heures dix minutes)»."""
    text, start, end = item.text, item.start, item.end
    return item.last.number.form == "words" and text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"


def is_clock_time(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether hours are a time of day: «à 16 h», «13h15», «de 9 h à 17 h»."""
    unit, folded = item.last.unit, item.folded
    if unit is not None and unit.unit == "minute" and item.last.value > _EARLY * _HOUR:
        return _is_noted(item)
    if unit is None or unit.unit != "hour" or item.last.value >= _DAY:
        return False
    if item.last.number.form == "digits" and _CLOCK.match(folded, item.last.number.start):
        return True
    if item.is_range:
        return _is_clock_range(item, rules)
    if has_after(folded, item.end, "clock_after", rules):
        return True
    if lasts(folded, item.start, item.end, item.last.value, rules):
        return False
    is_symbol = folded[item.end - 1] == "h" and item.last.number.form == "digits"
    is_lasting = has_before(folded, item.start, "lasting", rules) or has_after(folded, item.end, "lasting_after", rules)
    clock = rules.context("clock").before(folded, strip_left(folded, item.start))
    if clock is not None:
        verb = words_before(folded, clock[0], 1)
        is_amount = bool(verb) and rules.context("lasting_verb").has_word(verb[0])
        return not is_amount and not is_lasting
    if is_symbol and _DAYED.search(folded, max(0, item.start - _DAYED_REACH), item.start):
        return not is_lasting and item.last.value > _EARLY
    if is_lasting or has_after(folded, item.end, "lasting_place", rules):
        return False
    return _is_told(item, rules) if is_symbol else follows_time(folded, item.start, item.end, rules)


def _is_told(item: FigureCandidate, rules: FigureRules) -> bool:
    return has_before(item.folded, item.start, "clock_symbol", rules) or item.last.glued
