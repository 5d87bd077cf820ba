"""Calendar arithmetic on points in time: Gregorian, with weeks from Monday to Sunday (ISO 8601)."""

from __future__ import annotations

from datetime import date, timedelta

from glane.text.dates.values import Point, TimeSpan, of_date, of_week


def month_after(year: int, month: int, step: int) -> tuple[int, int]:
    """Return the year and month some months later (earlier, if `step` is negative)."""
    years, month = divmod(month - 1 + step, 12)
    return year + years, month + 1


def to_date(point: Point) -> date | None:
    """Return the first day of a point that is at least as fine as a month."""
    if point.year is None or point.month is None or point.month > 12:
        return None
    return date(point.year, point.month, point.day or 1)


def year_with(weekday: int, point: Point, year: int) -> int | None:
    """Return a year or the one beside it, whichever has the weekday: a text goes on in the next one, or looks back."""
    for one in (year, year + 1, year - 1):
        day = to_date(point.in_year(one))
        if day is not None and day.isoweekday() == weekday:
            return one
    return None


def move(start: Point, unit: str, step: int) -> TimeSpan | None:
    """Return the unit of time that lies some steps from the one that a point is in.

    Args:
        start: where to count from.
        unit: year, month, week, weekend, quarter, semester, decade, century or day.
        step: how many units later (earlier, if negative); 0 is the one of ``start``.

    Returns:
        The unit; ``None`` if ``start`` is too coarse to tell.
    """
    year = start.year
    if year is None:
        return None
    if unit == "year":
        return TimeSpan(Point("year", year + step))
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        return TimeSpan(Point("decade" if size == 10 else "century", year - year % size + size * step))
    day = to_date(start) or _first_of_period(start, unit)
    if day is None:
        return None
    if unit in ("month", "quarter", "semester"):
        return _move_months(day, unit, step)
    if start.day is None:
        return None
    if unit == "week":
        return of_week(day, step)
    if unit == "weekend":
        saturday = day + timedelta(days=5 - day.weekday(), weeks=step)
        return TimeSpan(of_date(saturday), of_date(saturday + timedelta(days=1)))
    return TimeSpan(of_date(day + timedelta(days=step)))


def _first_of_period(point: Point, unit: str) -> date | None:
    """Return the first day of a quarter or semester, where a quarter or semester is asked for."""
    codes = {"quarter": range(33, 37), "semester": range(40, 42)}.get(unit, range(0))
    return date(*point.first) if point.unit == "period" and point.month in codes and point.year else None


def _move_months(day: date, unit: str, step: int) -> TimeSpan:
    size, code = {"month": (1, 1), "quarter": (3, 33), "semester": (6, 40)}[unit]
    year, month = month_after(day.year, day.month - (day.month - 1) % size, step * size)
    return TimeSpan(Point("month" if size == 1 else "period", year, (month - 1) // size + code))


def passes_new_year(context: Point, point: Point) -> int:
    """Whether a story that has reached the end of a year goes on in the next one."""
    if context.unit not in ("day", "month") or point.unit not in ("day", "month"):
        return 0
    return int((context.month or 0) >= 11 and (point.month or 12) <= 2)
