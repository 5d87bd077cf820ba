"""Conditions of patterns that look at a candidate alone: its numbers, and what touches it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.dates.values import read_day
from glane.text.dates.words import BLANK, read_century

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from glane.text.dates.places import Left, Place
    from glane.text.dates.words import DateWords

_NUMBER_BEFORE = re.compile(r"\d[ \t]{0,3}$")
_NUMBER_AFTER = re.compile(r"[ \t]{0,3}\d")
_SERIES = re.compile(r"(?<!\w)[A-Z](?:\. ?| )\Z")
_LABEL = re.compile(r"(?:^|\n)[^\n:]{2,40}: {0,3}$")
_LONGEST_ACRONYM = 12
_TEN = 10
_MONTHS = 12
_MOST_YEARS = 15
_LONGEST_INTERVAL = 50
_LONGEST_LABEL = 48
_SET_OFF = re.compile(r" ?[-–—:|] ?[^\W\d]")
_COMMA_BEFORE = re.compile(r"(\w*)[ )»]{0,2}, $")
_COMMA_AFTER = re.compile(r"(?: \w{1,2} [A-Z][\w-]*)? ?, (\w*)")
_LINE_END = re.compile(r"[ .|]{0,6}(?:\n|$)")


def is_unnumbered(place: Place) -> bool:
    """Whether no number stands in front."""
    return _NUMBER_BEFORE.search(place.text[max(0, place.start - 4) : place.start]) is None


def is_unserialised(place: Place) -> bool:
    """Whether no letter of a series of articles stands in front: «L. 2010-5-3», «R. 2121-10-1»."""
    return _SERIES.search(place.text[max(0, place.start - 6) : place.start]) is None


def is_unlettered(place: Place) -> bool:
    """Whether no acronym stands in front, which a number would number: «RFS 2001-01»."""
    before = place.text[max(0, place.start - _LONGEST_ACRONYM) : place.start]
    word = before.rstrip(" ").rpartition(" ")[2]
    return not (len(word) > 1 and word.isalpha() and word.isupper())


def is_isolated(place: Place) -> bool:
    """Whether no number stands on either side."""
    return is_unnumbered(place) and _NUMBER_AFTER.match(place.text, place.end) is None


def is_set_off(place: Place, words: DateWords) -> bool:
    """Whether commas stand on both sides, and no other weekday behind them, as in a list: «a procédé, lundi, au»."""
    before, after = _COMMA_BEFORE.search(place.text[max(0, place.start - 24) : place.start]), None
    if before is not None:
        after = _COMMA_AFTER.match(place.text, place.end)
    weekdays = words.tokens("weekday")
    return after is not None and before is not None and weekdays.isdisjoint((before[1].lower(), after[1].lower()))


def is_consecutive(place: Place) -> bool:
    """Whether all years that the pattern captured follow each other."""
    years = [int(text) for name, text in sorted(place.groups.items()) if name.startswith("year") and text]
    return all(later == earlier + 1 for earlier, later in pairwise(years))


def is_close(place: Place) -> bool:
    """Whether a second year is not far from the first: «2021/2022», but not «2022/2464», the number of an act."""
    return int(place.groups["year2"] or 0) - int(place.groups["year"] or 0) <= _LONGEST_INTERVAL


def is_consecutive_pair(place: Place, *, is_said: bool, other: str = "yy") -> bool:
    """Whether two numbers are consecutive years, as «2018-19», rather than a year and a month."""
    year = int(place.groups["year"] or 0) % 100
    if place.groups.get("season") is not None:
        second = place.groups.get("year2") or place.groups.get("yy") or "0"
        return int(second.lstrip("'")) % 100 == (year + 1) % 100
    text = place.groups.get(other)
    if not text or len(text) != 2 or "'" in text:
        return False
    following = int(text)
    if following <= _MONTHS:
        return following == (year + 1) % 100 and is_said
    return 1 <= following - year <= _MOST_YEARS


def is_paired(place: Place, words: DateWords) -> bool:
    """Whether the second of two quarters follows the first."""
    head, tail = (words.value(name, place.groups.get(name) or "") for name in ("quarterhead", "quartertail"))
    return int(tail) == int(head) + 1


def is_day(place: Place, left: Left, words: DateWords) -> bool:
    """Whether a day in words is no part of a number in words: «le trente sept.», but not «trente-sept sites»."""
    day, month = place.groups.get("day") or "", place.groups.get("month") or ""
    if not day[:1].isalpha() or not words.value("dayword", month):
        return True
    is_written_out = month.endswith(".") or bool(place.groups.get("year"))
    return is_written_out and left.cue is not None and f"{day} {month}" in place.text[place.start : place.end]


def is_modern(place: Place, words: DateWords) -> bool:
    """Whether a century in Roman numerals is the 15th to the 21st."""
    text = place.groups.get("century") or ""
    number = read_century(text, words)
    return text[0] in "XV" and number is not None and 15 <= number <= 21


def is_common(place: Place) -> bool:
    """Whether the last word has no capital of its own, as that of a named span has: «cette Semaine» of the teachers."""
    last = place.text[place.start : place.end].split()[-1]
    return last[0].islower() or last.isupper() or place.text[place.start].isupper()


def full_date(words: DateWords) -> re.Pattern[str]:
    """Compile what goes on behind «ce jeudi», «cet été», «ce mois» to a full date: «, le 6 juillet», « 2021», « de mai»."""
    day, gap, month, link = (words.categories[name].regex for name in ("day", "gap", "month", "modlink"))
    with_day = rf",?{BLANK}{link}?(?:{day}{gap}{month}|\d{{1,2}}[-/.]\d)"
    return re.compile(rf"{with_day}|{BLANK}(?:{link})?(?:{month}|(?:19|20)\d\d)(?!\w)", re.IGNORECASE)


def part_behind(words: DateWords) -> re.Pattern[str]:
    """Compile what joins the beginning, middle or end of another month or year: «fin 2024-début 2025»."""
    mod, month, link = (words.categories[name].regex for name in ("mod", "month", "modlink"))
    return re.compile(rf"[-/]{mod}[- ](?:{link})?(?:{month}|(?:19|20)\d\d(?!\d))", re.IGNORECASE)


def other_era(words: DateWords) -> re.Pattern[str]:
    """Compile what counts the years before it from another event than ours do: « av. J.-C.», « de l'hégire»."""
    return re.compile(rf"{BLANK}{words.categories['otherera'].regex}", re.IGNORECASE)


def is_bracketed(place: Place) -> bool:
    """Whether a day and a month in numbers stand alone in brackets, one with a zero as fractions have none: «(18/02)»."""
    text, start, end = place.text, place.start, place.end
    in_brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return in_brackets and is_zeroed(place)


def is_zeroed(place: Place) -> bool:
    """Whether the day or the month has a zero in front, as a fraction has none: «03/12»."""
    return any((place.groups.get(name) or "").startswith("0") for name in ("dd", "mm"))


def is_unranked(place: Place, words: DateWords) -> bool:
    """Whether a day is no rank: «le 12», «le quinze», but not «le premier»."""
    day = place.groups.get("day") or ""
    return day[:1].isdigit() or read_day(day, words) >= _TEN


def is_fraction(place: Place) -> bool:
    """Whether a day and a month in numbers may be a fraction below one: «3/4», but neither «03/04» nor «25/12»."""
    above, below = (int(place.groups.get(name) or 0) for name in ("dd", "mm"))
    return not is_zeroed(place) and above < below


def is_headed(place: Place) -> bool:
    """Whether a day in numbers, too late to be a section, is set off from the line it heads: «27.02.17 - Le conseil …»."""
    fields = [place.groups.get(name) or "" for name in ("dd", "mm", "yy")]
    is_written_out = all(len(field) == len("00") and field.isdecimal() for field in fields)
    return is_written_out and int(fields[-1]) > _MONTHS and _SET_OFF.match(place.text, place.end) is not None


def is_labelled(place: Place, left: Left, numbering: AbstractSet[str]) -> bool:
    """Whether the line is a short label, a colon and the date: «Mise à jour : 12.12.08», but not «Tél. : 12.12.08»."""
    if _LINE_END.match(place.text, place.end) is None or left.tokens[-1:] != (":",):
        return False
    label = _LABEL.search(place.text[max(0, place.start - _LONGEST_LABEL) : place.start])
    return label is not None and numbering.isdisjoint(left.tokens)
