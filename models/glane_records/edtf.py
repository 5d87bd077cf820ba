"""EDTF values: the subset of ISO 8601-2 that date records hold.

==================  ==========================================================
``2021-03-18``      a day; ``XXXX-03-18`` a day whose year is not known
``2021-03``         a month; ``XXXX-03`` a month whose year is not known
``2021``            a year
``199X`` ``19XX``   a decade, a century (``19XX`` is the 20th)
``2014-21``         a season: 21 spring, 22 summer, 23 autumn, 24 winter; ``XXXX-21`` one whose year is not known
``2020-33``         a quarter: 33 to 36
``2019-40``         a semester: 40, 41
``1990~``           a day, month or year that is approximate
``1999/2008``       an interval; ``1997/..`` and ``../2014`` are open on one side
==================  ==========================================================

The ends of an interval are any of these but an interval: what goes on since the nineties is ``199X/..``. What part of a
year or month «début», «mi-» and «fin» name stands in ``modifier`` alone: of «fin 2025», ``edtf`` is ``2025`` and
``earliest`` its first of January.

The specification gives seasons codes and an order, no bounds. Here they are the meteorological ones of the
northern hemisphere, three whole months each, and winter comes last in its year, as its code does: ``2014-24``
is December 2014 to February 2015.

Source: Library of Congress, Extended Date/Time Format (EDTF) Specification, 2019, levels 0 to 2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Precision: TypeAlias = Literal["day", "month", "season", "quarter", "semester", "year", "decade", "century", "interval"]

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?(~)?")
_UNSPECIFIED = re.compile(r"(\d\d)(\d?)X{1,2}")
_OPEN = ".."

# Code of a season, quarter or semester -> its precision, first month and number of months.
_PERIODS: dict[int, tuple[Precision, int, int]] = {
    21: ("season", 3, 3),
    22: ("season", 6, 3),
    23: ("season", 9, 3),
    24: ("season", 12, 3),
    33: ("quarter", 1, 3),
    34: ("quarter", 4, 3),
    35: ("quarter", 7, 3),
    36: ("quarter", 10, 3),
    40: ("semester", 1, 6),
    41: ("semester", 7, 6),
}


@dataclass(frozen=True, slots=True)
class Edtf:
    """A valid EDTF value.

    Attributes:
        text: the value as written.
        precision: the unit that it names; ``interval`` for intervals, open ones too.
        earliest: first day that it can mean, as an ISO date; ``None`` where open or of an unknown year.
        latest: last day that it can mean, likewise.
    """

    text: str
    precision: Precision
    earliest: str | None
    latest: str | None

    def __str__(self) -> str:
        """Return the value as written."""
        return self.text


def parse(text: str) -> Edtf:
    """Parse and check an EDTF value of the subset.

    Args:
        text: such as ``2021-03-18`` or ``1997/..``.

    Returns:
        The value, with its bounds. Approximation (``~``) does not widen them.

    Raises:
        ValueError: it is not in the subset, names a day that does not exist, or its interval runs backwards.
    """
    if "/" not in text:
        return _parse_single(text)
    left, _, right = text.partition("/")
    if left == _OPEN and right == _OPEN:
        raise _error(text, "is open on both sides")
    first = None if left == _OPEN else _parse_single(left)
    last = None if right == _OPEN else _parse_single(right)
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if earliest is not None and latest is not None and earliest > latest:
        raise _error(text, "runs backwards")
    return Edtf(text, "interval", earliest, latest)


def days_in_month(year: int | None, month: int) -> int:
    """Return the number of days of a month (1 to 12); without a year, February has 29."""
    if month == 2:
        leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _parse_single(text: str) -> Edtf:
    match = _DATE.fullmatch(text)
    if match:
        return _parse_date(text, *match.groups())
    match = _UNSPECIFIED.fullmatch(text)
    if match and len(text) == 4:
        century, decade = match.groups()
        low, high = (century + decade).ljust(4, "0"), (century + decade).ljust(4, "9")
        return Edtf(text, "decade" if decade else "century", f"{low}-01-01", f"{high}-12-31")
    raise _error(text, "is not of the EDTF subset")


def _parse_date(text: str, year_text: str, month_text: str | None, day_text: str | None, _about: str | None) -> Edtf:
    year = None if year_text == "XXXX" else int(year_text)
    if month_text is None:
        if year is None:
            raise _error(text, "says nothing")
        return Edtf(text, "year", f"{year_text}-01-01", f"{year_text}-12-31")
    month = int(month_text)
    if day_text is None and month in _PERIODS:
        if text.endswith("~") or (year is None and _PERIODS[month][0] != "season"):
            raise _error(text, "is not of the EDTF subset")
        return _parse_period(text, year, month)
    if not 1 <= month <= 12:
        raise _error(text, "has no such month")
    length = days_in_month(year, month)
    if day_text is not None and not 1 <= int(day_text) <= length:
        raise _error(text, "has no such day")
    precision: Precision = "month" if day_text is None else "day"
    if year is None:
        return Edtf(text, precision, None, None)
    head = f"{year_text}-{month_text}"
    return Edtf(text, precision, f"{head}-{day_text or '01'}", f"{head}-{day_text or length}")


def _parse_period(text: str, year: int | None, code: int) -> Edtf:
    precision, month, count = _PERIODS[code]
    if year is None:
        return Edtf(text, precision, None, None)
    carry, last = divmod(month + count - 2, 12)
    end_year, last = year + carry, last + 1
    end = f"{end_year:04d}-{last:02d}-{days_in_month(end_year, last)}"
    return Edtf(text, precision, f"{year:04d}-{month:02d}-01", end)


def _error(text: str, problem: str) -> ValueError:
    return ValueError(f"{text!r} {problem}")
