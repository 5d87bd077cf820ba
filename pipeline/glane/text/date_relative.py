"""Ways to reckon a date from another one: «hier», «l'année suivante», «le premier vendredi de juillet».

Each function here is a reckoning that the table of patterns may name in its column ``value``
(``shift:direction``).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from glane.text.date_calendar import month_after, move, to_date
from glane.text.date_values import (
    ImpossibleDateError,
    Point,
    Span,
    make_day,
    of_date,
    of_week,
    read_day,
    read_fields,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from glane.text.date_words import Words

_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """What a relative expression is reckoned from.

    Attributes:
        groups: what its pattern captured.
        words: what words stand for.
        reference: the document's date.
        context: the date that the text named before; ``None`` where there is none.
        year: the year to put where the text says none; ``None`` where nothing tells.
    """

    groups: Mapping[str, str | None]
    words: Words
    reference: date | None
    context: Point | None
    year: int | None

    def text(self, name: str) -> str:
        """Return what a group captured."""
        return self.groups.get(name) or ""

    def value(self, name: str) -> str:
        """Return the value of the word that a group captured."""
        return self.words.value(name, self.text(name))

    @property
    def unit(self) -> str:
        """The unit of time that was captured."""
        return self.value("unit") or self.value("fiscal")

    def step(self, name: str) -> tuple[int, Point | None]:
        """Return the step of a direction and what it starts from."""
        step, anchor = self.value(name).split()
        start = of_date(self.reference) if self.reference else None
        if anchor == "context" and self.context is not None:
            start = self.context
        return int(step), start


Reckoning: TypeAlias = "Callable[[Frame, str], Span | None]"


def _shift(frame: Frame, arg: str) -> Span | None:
    """«l'an dernier», «le mois suivant»: a unit some steps away."""
    step, start = frame.step(arg)
    return move(start, frame.unit, step) if start else None


def _offset(frame: Frame, arg: str) -> Span | None:
    """«hier», «le lendemain»: a day some days away."""
    step, start = frame.step(arg)
    return move(start, "day", step) if start and start.day else None


def _this(frame: Frame, arg: str) -> Span | None:
    """«cette année», «cet été»: the unit or season of the document's date."""
    if frame.reference is None:
        return None
    if arg == "season":
        return Span(Point("period", frame.reference.year, int(frame.value("season"))))
    return move(of_date(frame.reference), frame.unit, 0)


def _same(frame: Frame, _arg: str) -> Span | None:
    """«la même année»: the unit of the date before."""
    return move(frame.context, frame.value("unit"), 0) if frame.context else None


def _directed(frame: Frame, arg: str) -> Span | None:
    """«le 24 mai dernier», «en mars prochain», «vendredi dernier»: the nearest one on that side."""
    step, start = frame.step("direction" if frame.text("direction") else "ahead")
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


def _weekday_towards(day: date, weekday: int, step: int) -> Span:
    distance = (weekday - day.isoweekday()) % 7 if step > 0 else -((day.isoweekday() - weekday) % 7)
    return Span(of_date(day + timedelta(days=distance or 7 * step)))


def _nearest(frame: Frame, arg: str) -> Span | None:
    """«vendredi»: the nearest one, before or after the document's date."""
    if frame.reference is None:
        return None
    weekday = int(frame.words.value("weekday", frame.text("weekdayname") or frame.text(arg)))
    distance = (weekday - frame.reference.isoweekday() + 3) % 7 - 3
    return Span(of_date(frame.reference + timedelta(days=distance)))


def _weekday_of(frame: Frame, arg: str) -> Span | None:
    """«mardi de la semaine prochaine», «vendredi cette semaine»."""
    if arg in ("direction", "ahead"):
        step, start = frame.step(arg)
    else:
        step, start = 0, of_date(frame.reference) if frame.reference else None
    day = to_date(start) if start and start.day else None
    if day is None:
        return None
    days = int(frame.value("weekday")) - day.isoweekday()
    return Span(of_date(day + timedelta(days=days, weeks=step)))


def _weekday_in(frame: Frame, arg: str) -> Span | None:
    """«mardi en huit»: one or two weeks behind the coming one."""
    if frame.reference is None:
        return None
    ahead = (int(frame.value("weekday")) - frame.reference.isoweekday()) % 7
    return Span(of_date(frame.reference + timedelta(days=ahead, weeks=int(frame.value(arg)))))


def _start(frame: Frame) -> date | None:
    """Return the month to look for days in: that of the date before, or of the document."""
    context = to_date(frame.context) if frame.context else None
    return context or frame.reference


def _monthless(frame: Frame, arg: str) -> Span | None:
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
            return Span(of_date(found))
    return None


def _range(frame: Frame, arg: str) -> Span | None:
    """«du 13 au 18»: days of the current month."""
    first, last = (read_day(frame.text(name), frame.words) for name in (arg, f"{arg}2"))
    start = _start(frame)
    if first >= last:
        raise ImpossibleDateError
    if start is None:
        return None
    return Span(make_day(start.year, start.month, first), make_day(start.year, start.month, last))


def _month(frame: Frame) -> tuple[int | None, int]:
    start = None if frame.text("month") else _start(frame)
    if start is not None:
        return start.year, start.month
    year = frame.text("year")
    return int(year) if year else frame.year, int(frame.value("month"))


def _fortnight(frame: Frame, _arg: str) -> Span | None:
    """«la deuxième quinzaine d'avril»: days 1 to 15, or from 16."""
    year, month = _month(frame)
    if frame.value("fortnight") == "1":
        return Span(make_day(year, month, 1), make_day(year, month, 15))
    if year is None and month == 2:
        return None
    last = calendar.monthrange(year or 2001, month)[1]
    return Span(make_day(year, month, 16), make_day(year, month, last))


def _parts(frame: Frame, arg: str) -> Span | None:
    """«les six premiers mois de 2006», «les deux derniers trimestres de l'année»: as months."""
    text = frame.text("dayword") or frame.text("dd")
    months = read_day(text, frame.words) * int(frame.value("span"))
    year = int(frame.text("year")) if frame.text("year") else frame.year
    if year is None or not 1 < months < _MONTHS:
        return None
    first, last = (1, months) if frame.value(arg) == "first" else (_MONTHS - months + 1, _MONTHS)
    return Span(Point("month", year, first), Point("month", year, last))


def _week_of(frame: Frame, arg: str) -> Span | None:
    """«la semaine du 6 octobre», «la semaine du 6»."""
    if frame.text("month"):
        year, month = _month(frame)
        day = Span(make_day(year, month, read_day(frame.text(arg), frame.words)))
    else:
        day = _monthless(frame, arg)
    found = to_date(day.first) if day else None
    return of_week(found) if found else None


def _nth(frame: Frame, arg: str) -> Span | None:
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


def _day_of(frame: Frame, arg: str) -> Span | None:
    """«le 3 du mois prochain», «du 3 au 5 du mois dernier»."""
    moved = _move_from_direction(frame)
    if moved is None or moved.first.month is None:
        return None
    texts = [text for text in (frame.text("day"), frame.text("day2")) if text]
    days = [make_day(moved.first.year, moved.first.month, read_day(text, frame.words)) for text in texts]
    return Span(*days)


def _move_from_direction(frame: Frame) -> Span | None:
    step, start = frame.step("direction")
    return move(start, "month", step) if start else None


def _nth_day(year: int, month: int, ordinal: int) -> Span:
    length = calendar.monthrange(year, month)[1]
    return Span(make_day(year, month, length if ordinal < 0 else ordinal))


def _nth_weekday(year: int, month: int, ordinal: int, weekday: int, more: int) -> Span | None:
    length = calendar.monthrange(year, month)[1]
    first = 1 + (weekday - date(year, month, 1).isoweekday()) % 7
    days = range(first, length + 1 - more, 7)
    if not -1 <= ordinal - (ordinal > 0) < len(days):
        return None
    day = date(year, month, days[ordinal - (ordinal > 0)])
    return Span(of_date(day), of_date(day + timedelta(days=more)) if more else None)


RECKONINGS: Final[Mapping[str, Reckoning]] = {
    "shift": _shift,
    "offset": _offset,
    "this": _this,
    "same": _same,
    "directed": _directed,
    "nearest": _nearest,
    "weekdayof": _weekday_of,
    "weekdayin": _weekday_in,
    "monthless": _monthless,
    "range": _range,
    "fortnight": _fortnight,
    "parts": _parts,
    "weekof": _week_of,
    "nth": _nth,
    "dayof": _day_of,
}
"""Reckonings by the name that the table of patterns gives them."""
