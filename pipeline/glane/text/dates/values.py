"""Values of calendar expressions before they are EDTF: points in time whose year may still be missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from glane.text.dates.words import read_century, read_year_words
from glane_records.edtf import days_in_month

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glane.text.dates.words import DateWords

Unit: TypeAlias = Literal["day", "month", "period", "year", "decade", "century"]

# Two-digit years below it are of this century.
_PIVOT = 40
_MONTH_FIELDS = ("month", "monthname", "monthshort", "mm")
_DAY_FIELDS = ("day", "dd")
_PERIOD_FIELDS = ("season", "quarter", "quarterhead", "quartertail", "semester")
# EDTF has seasons of an unknown year, but no quarters and semesters.
_FIRST_QUARTER = 33
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}


class ImpossibleDateError(ValueError):
    """A day that the calendar does not have."""


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of time with a name.

    Attributes:
        unit: day, month, period (season, quarter, semester), year, decade or century.
        year: the year; the first one of a decade or century; ``None`` where the text does not say.
        month: 1 to 12, or the EDTF code of a period.
        day: 1 to 31.
    """

    unit: Unit
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str | None:
        """The EDTF value; ``None`` for a year, quarter or semester where the year is unknown."""
        if self.unit == "century":
            return f"{(self.year or 0) // 100:02d}XX"
        if self.unit == "decade":
            return f"{(self.year or 0) // 10:03d}X"
        if self.year is None and (self.unit == "year" or (self.month or 0) >= _FIRST_QUARTER):
            return None
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.unit == "year":
            return year
        return f"{year}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")

    @property
    def first(self) -> tuple[int, int, int]:
        """Its first day, as a sort key; year 0 where the year is not known."""
        month = self.month or 1
        return self.year or 0, _FIRST_MONTHS.get(month, month), self.day or 1

    def in_year(self, year: int | None) -> Point:
        """Return the point in a year; unchanged if it has no such day there."""
        if year is None or not 1 <= year <= 9999:
            return self
        if self.unit == "day" and self.month == 2 and (self.day or 0) > days_in_month(year, 2):
            return self
        return replace(self, year=year)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A point, or an interval from one point to another."""

    first: Point
    last: Point | None = None

    @property
    def edtf(self) -> str | None:
        """The EDTF value, if there is one."""
        if self.last is None or self.last == self.first:
            return self.first.edtf
        first, last = self.first.edtf, self.last.edtf
        return f"{first}/{last}" if first and last else None

    @property
    def needs_year(self) -> bool:
        """Whether a year is missing."""
        return self.first.year is None or (self.last is not None and self.last.year is None)

    def in_year(self, year: int | None) -> TimeSpan:
        """Return the span in a year; an interval that runs over new year begins in the year before."""
        if self.last is None:
            return TimeSpan(self.first if self.first.year else self.first.in_year(year))
        last = self.last if self.last.year else self.last.in_year(year)
        first = self.first if self.first.year else self.first.in_year(last.year)
        if first.first > last.first and first.year and not self.first.year:
            first = self.first.in_year(first.year - 1)
        return TimeSpan(first, last)


def make_day(year: int | None, month: int, day: int) -> Point:
    """Return a day.

    Raises:
        ImpossibleDateError: the month does not have it.
    """
    if not 1 <= day <= days_in_month(year, month):
        msg = f"no day {day} in month {month} of {year}"
        raise ImpossibleDateError(msg)
    return Point("day", year, month, day)


def of_date(day: date) -> Point:
    """Return the point of a date."""
    return Point("day", day.year, day.month, day.day)


def of_week(day: date, shift: int = 0) -> TimeSpan:
    """Return the week (Monday to Sunday) of a day, or one before or after it."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return TimeSpan(of_date(monday), of_date(monday + timedelta(days=6)))


def read_fields(spec: str, groups: Mapping[str, str | None], words: DateWords) -> TimeSpan | None:
    """Put the value of a pattern together.

    Args:
        spec: calendar fields, such as ``year-month-day`` or ``year/year2``.
        groups: what the pattern captured; a year that it did not capture stays open.
        words: what words stand for.

    Returns:
        The value; ``None`` if it is no plausible date.

    Raises:
        ImpossibleDateError: the calendar does not have the day.
    """
    left, _, right = spec.partition("/")
    first = _read_point(left, groups, words)
    if not right or first is None:
        return TimeSpan(first) if first else None
    last = _read_point(right, groups, words)
    if last is None:
        return None
    if first.unit == "year" and last.year is not None and last.year < 100:
        last = _complete_year(first, last)
    if last.year is None:
        last = last.in_year(first.year)
    if first.year is None and last.year is not None:
        return TimeSpan(first, last).in_year(None)
    if first.year is None:
        return TimeSpan(first, last)
    return TimeSpan(first, last) if first.first < last.first else None


def _complete_year(first: Point, last: Point) -> Point:
    year = first.year or 0
    full = year - year % 100 + (last.year or 0)
    return replace(last, year=full if full > year else full + 100)


def _read_point(spec: str, groups: Mapping[str, str | None], words: DateWords) -> Point | None:
    year: int | None = None
    month: int | None = None
    day: int | None = None
    for field in spec.split("-"):
        name = field.rstrip("234")
        text = groups.get(field)
        if name in ("year", "yy"):
            year = _read_year(name, text, alone=field == spec)
        elif text is None:
            return None
        elif name == "yearword":
            year = read_year_words(text, words)
        elif name in _MONTH_FIELDS:
            month = int(words.value(name, text) or text)
        elif name in _DAY_FIELDS:
            day = read_day(text, words)
        else:
            return _read_other(name, text, year, words)
    if day is not None and month is not None:
        return make_day(year, month, day)
    return Point("month", year, month) if month is not None else Point("year", year)


def _read_other(name: str, text: str, year: int | None, words: DateWords) -> Point | None:
    if name in _PERIOD_FIELDS:
        return Point("period", year, int(words.value(name, text)))
    if name in ("decade", "shortdecade"):
        return _read_decade(text, words)
    number = read_century(text, words)
    # The first one has no form of its own in EDTF: «00» would begin in a year that there is not.
    return Point("century", 100 * (number - 1)) if number and 2 <= number <= 30 else None


def _read_year(name: str, text: str | None, *, alone: bool) -> int | None:
    if text is None:
        return None
    number = int(text.lstrip("'"))
    if name == "year" or alone:
        return number
    return number + (2000 if number < _PIVOT else 1900)


def _read_decade(text: str, words: DateWords) -> Point:
    number = int(words.value("decadeword", text) or text.lstrip("'"))
    if number < 20:
        number += 2000
    return Point("decade", number + 1900 if number < 100 else number)


def read_day(text: str, words: DateWords) -> int:
    """Return a day of the month, written in digits (with or without a suffix) or words."""
    digits = "".join(char for char in text if char in "0123456789")
    return int(digits) if digits else int(words.value("dayword", text))
