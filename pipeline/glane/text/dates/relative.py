"""Ways to reckon a date from another one: «hier», «l'année suivante», «le premier vendredi de juillet».

Each function here is a reckoning that the table of patterns may name in its column ``value``
(``shift:direction``).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from glane.text.dates import parts as parts
from glane.text.dates.calendar import move, to_date
from glane.text.dates.values import Point, TimeSpan, of_date, read_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from glane.text.dates.reference import Frame

Reckoning: TypeAlias = "Callable[[Frame, str], TimeSpan | None]"


def _shift(frame: Frame, arg: str) -> TimeSpan | None:
    """«l'an dernier», «le mois suivant»: a unit some steps away."""
    step, start = frame.step(arg)
    return move(start, frame.unit, step) if start else None


def _offset(frame: Frame, arg: str) -> TimeSpan | None:
    """«hier», «le lendemain»: a day some days away."""
    step, start = frame.step(arg)
    return move(start, "day", step) if start and start.day else None


def _this(frame: Frame, arg: str) -> TimeSpan | None:
    """«cette année», «cet été», «T4 de cette année»: the unit, or that part of the year, of the document's date."""
    if frame.reference is None:
        return None
    if arg in ("season", "quarter", "semester"):
        return TimeSpan(Point("period", frame.reference.year, int(frame.value(arg))))
    return move(of_date(frame.reference), frame.unit, 0)


def _same(frame: Frame, _arg: str) -> TimeSpan | None:
    """«la même année»: the unit of the date before."""
    return move(frame.context, frame.value("unit"), 0) if frame.context else None


def _echo(frame: Frame, arg: str) -> TimeSpan | None:
    """«la même période de 2018», «le même trimestre de l'année précédente»: the year; `echo_periods` tells the period."""
    return _shift(frame, arg) if arg == "direction" else TimeSpan(Point("year", int(frame.text(arg))))


def _directed(frame: Frame, arg: str) -> TimeSpan | None:
    """«le 24 mai dernier», «en mars prochain», «vendredi dernier»: the nearest one on that side."""
    step, start = frame.step(next(name for name in ("direction", "ahead", "coming") if frame.text(name)))
    if arg == "weekday":
        day = to_date(start) if start and start.day else None
        return _weekday_towards(day, int(frame.value("weekday")), step) if day else None
    span = read_fields(arg, frame.groups, frame.words)
    if span is None or start is None or start.year is None:
        return span
    here = _here(start, span.first, step)
    for year in range(start.year - 1, start.year + 2)[:: 1 if step > 0 else -1]:
        moved = span.in_year(year)
        if moved.first.first != here and (moved.first.first > here) == (step > 0):
            return moved
    return span


def _here(start: Point, point: Point, step: int) -> tuple[int, int, int]:
    """Return what a point of the kind of ``point`` must begin before or after: it must not hold ``start``."""
    year, month, day = start.first
    if point.unit == "day":
        return year, month, day
    return year, month - 2 if point.unit == "period" and step < 0 else month, 1


def _weekday_towards(day: date, weekday: int, step: int) -> TimeSpan:
    distance = (weekday - day.isoweekday()) % 7 if step > 0 else -((day.isoweekday() - weekday) % 7)
    return TimeSpan(of_date(day + timedelta(days=distance or 7 * step)))


def _nearest(frame: Frame, arg: str) -> TimeSpan | None:
    """«vendredi»: the nearest one, before or after the document's date."""
    if frame.reference is None:
        return None
    weekday = int(frame.words.value("weekday", frame.text("weekdayname") or frame.text(arg)))
    distance = (weekday - frame.reference.isoweekday() + 3) % 7 - 3
    return TimeSpan(of_date(frame.reference + timedelta(days=distance)))


def _weekday_of(frame: Frame, arg: str) -> TimeSpan | None:
    """«mardi de la semaine prochaine», «vendredi cette semaine»."""
    if arg in ("direction", "ahead"):
        step, start = frame.step(arg)
    else:
        step, start = 0, of_date(frame.reference) if frame.reference else None
    day = to_date(start) if start and start.day else None
    if day is None:
        return None
    days = int(frame.value("weekday")) - day.isoweekday()
    return TimeSpan(of_date(day + timedelta(days=days, weeks=step)))


def _weekday_in(frame: Frame, arg: str) -> TimeSpan | None:
    """«mardi en huit»: one or two weeks behind the coming one."""
    if frame.reference is None:
        return None
    ahead = (int(frame.value("weekday")) - frame.reference.isoweekday()) % 7
    return TimeSpan(of_date(frame.reference + timedelta(days=ahead, weeks=int(frame.value(arg)))))


RECKONINGS: Final[Mapping[str, Reckoning]] = {
    "shift": _shift,
    "offset": _offset,
    "this": _this,
    "same": _same,
    "echo": _echo,
    "directed": _directed,
    "nearest": _nearest,
    "weekdayof": _weekday_of,
    "weekdayin": _weekday_in,
    "monthless": parts.read_monthless,
    "range": parts.read_range,
    "fortnight": parts.read_fortnight,
    "parts": parts.read_parts,
    "weekof": parts.read_week_of,
    "nth": parts.read_nth,
    "dayof": parts.read_day_of,
}
"""Reckonings by the name that the table of patterns gives them."""

ECHOES: Final = ("echo:year", "echo:direction")
"""Values of patterns that take up a period told before, in another year."""
