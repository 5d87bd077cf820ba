"""Reckoning days and parts of months and years: «le 16», «le premier vendredi de juillet», «les six premiers mois de 2006»."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from glane.text.dates.calendar import month_after, move, to_date
from glane.text.dates.values import ImpossibleDateError, Point, TimeSpan, make_day, of_date, of_week, read_day

if TYPE_CHECKING:
    from glane.text.dates.reference import Frame

_MONTHS: Final = 12


def _start(frame: Frame) -> date | None:
    """Return the month to look for days in: that of the date before, or of the document."""
    context = to_date(frame.context) if frame.context else None
    return context or frame.reference


def read_monthless(frame: Frame, arg: str) -> TimeSpan | None:
    """«le 16», «jeudi 15»: a day of the current month; with a weekday, of the nearest month that has it."""
    start = _start(frame)
    if start is None:
        return None
    number = read_day(frame.text(arg), frame.words)
    weekday = frame.groups.get("weekday")
    for step in (0, 1, -1, 2, -2, 3, -3, 4, 5, 6):
        year, month = month_after(start.year, start.month, step)
        if number > calendar.monthrange(year, month)[1]:
            continue
        found = date(year, month, number)
        if weekday is None or found.isoweekday() == int(frame.words.value("weekday", weekday)):
            return TimeSpan(of_date(found))
    return None


def read_range(frame: Frame, arg: str) -> TimeSpan | None:
    """«du 13 au 18»: days of the current month."""
    first, last = (read_day(frame.text(name), frame.words) for name in (arg, f"{arg}2"))
    start = _start(frame)
    if first >= last:
        raise ImpossibleDateError
    if start is None:
        return None
    return TimeSpan(make_day(start.year, start.month, first), make_day(start.year, start.month, last))


def _month(frame: Frame) -> tuple[int | None, int]:
    start = None if frame.text("month") else _start(frame)
    if start is not None:
        return start.year, start.month
    year = frame.text("year")
    return int(year) if year else frame.year, int(frame.value("month"))


def read_fortnight(frame: Frame, _arg: str) -> TimeSpan | None:
    """«la deuxième quinzaine d'avril»: days 1 to 15, or from 16."""
    year, month = _month(frame)
    if frame.value("fortnight") == "1":
        return TimeSpan(make_day(year, month, 1), make_day(year, month, 15))
    if year is None and month == 2:
        return None
    last = calendar.monthrange(year or 2001, month)[1]
    return TimeSpan(make_day(year, month, 16), make_day(year, month, last))


def read_parts(frame: Frame, arg: str) -> TimeSpan | None:
    """«les six premiers mois de 2006», «les deux derniers trimestres de l'année»: as months."""
    text = frame.text("dayword") or frame.text("dd")
    months = read_day(text, frame.words) * int(frame.value("span"))
    year = int(frame.text("year")) if frame.text("year") else frame.year
    if year is None or not 1 < months < _MONTHS:
        return None
    first, last = (1, months) if frame.value(arg) == "first" else (_MONTHS - months + 1, _MONTHS)
    return TimeSpan(Point("month", year, first), Point("month", year, last))


def read_week_of(frame: Frame, arg: str) -> TimeSpan | None:
    """«la semaine du 6 octobre», «la semaine du 6»."""
    if frame.text("month"):
        found = to_date(make_day(*_month(frame), read_day(frame.text(arg), frame.words)))
    else:
        day = read_monthless(frame, arg)
        found = to_date(day.first) if day else None
    return of_week(found) if found else None


def read_nth(frame: Frame, arg: str) -> TimeSpan | None:
    """«le premier vendredi de juillet», «la dernière semaine de septembre»."""
    if arg == "direction":
        moved = _move_from_direction(frame)
        year, month = (moved.first.year, moved.first.month) if moved else (None, None)
    else:
        year, month = _month(frame)
    if year is None or month is None:
        return None
    ordinal = frame.value("ordinal") or "".join(c for c in frame.text("ordinal") if c.isdigit())
    unit = frame.value("nth")
    if unit == "day":
        return _nth_day(year, month, int(ordinal))
    weekday = {"week": 1, "weekend": 6}.get(unit) or int(frame.value("weekday"))
    return _nth_weekday(year, month, int(ordinal), weekday, {"week": 6, "weekend": 1}.get(unit, 0))


def read_day_of(frame: Frame, _arg: str) -> TimeSpan | None:
    """«le 3 du mois prochain», «du 3 au 5 du mois dernier»."""
    moved = _move_from_direction(frame)
    if moved is None or moved.first.month is None:
        return None
    texts = [text for text in (frame.text("day"), frame.text("day2")) if text]
    days = [make_day(moved.first.year, moved.first.month, read_day(text, frame.words)) for text in texts]
    return TimeSpan(days[0], days[-1] if len(days) > 1 else None)


def _move_from_direction(frame: Frame) -> TimeSpan | None:
    step, start = frame.step("direction")
    return move(start, "month", step) if start else None


def _nth_day(year: int, month: int, ordinal: int) -> TimeSpan:
    length = calendar.monthrange(year, month)[1]
    return TimeSpan(make_day(year, month, length if ordinal < 0 else ordinal))


def _nth_weekday(year: int, month: int, ordinal: int, weekday: int, more: int) -> TimeSpan | None:
    length = calendar.monthrange(year, month)[1]
    first = 1 + (weekday - date(year, month, 1).isoweekday()) % 7
    days = range(first, length + 1 - more, 7)
    if not -1 <= ordinal - (ordinal > 0) < len(days):
        return None
    day = date(year, month, days[ordinal - (ordinal > 0)])
    return TimeSpan(of_date(day), of_date(day + timedelta(days=more)) if more else None)
