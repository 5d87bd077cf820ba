"""Periods that are taken up in another year: «au premier trimestre 2019 …, contre 12 à la même période de 2018»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from glane.text.dates.relative import ECHOES
from glane.text.dates.values import TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from glane.text.dates.context import Resolved
    from glane.text.dates.values import Point
    from glane.text.dates.words import DateWords

_FAR: Final = 1200
_OPENING: Final = ("since", "until")
_PERIOD: Final = "period"
_FIRST_QUARTER: Final = 33
_FIRST_SEMESTER: Final = 40


def echo_periods(dates: Iterable[Resolved], words: DateWords) -> Iterator[Resolved]:
    """Give each echo the period that stands before it, in the year that it names; where none does, it is that year.

    Args:
        dates: of one text, in order.
        words: what words stand for.

    Yields:
        The dates.
    """
    latest: dict[str, Resolved] = {}
    for one in dates:
        if one.candidate.row.value not in ECHOES:
            for kind in _kinds(one.span):
                latest[kind] = one
            yield one
            continue
        unit = words.value("samespan", one.candidate.groups.get("samespan") or "")
        yield replace(one, span=_echo(one, latest, unit))


def _echo(one: Resolved, latest: Mapping[str, Resolved], unit: str) -> TimeSpan | None:
    before, year = latest.get(unit), one.span.first.year if one.span else None
    if before is None or before.span is None or year is None:
        return one.span
    if before.cue in _OPENING or one.start - before.end > _FAR:
        return one.span
    first, last = before.span.first, before.span.last
    moved = TimeSpan(replace(first, year=year), last and replace(last, year=year))
    is_within = last is None or last.year == first.year
    return moved if is_within and _exists(moved.first) and (moved.last is None or _exists(moved.last)) else one.span


def _exists(point: Point) -> bool:
    """Whether the calendar has a point: the 29th of February it does not have each year."""
    return replace(point, year=None).in_year(point.year).year is not None


def _kinds(span: TimeSpan | None) -> Iterator[str]:
    """What a date is called where it is taken up: a quarter is a period too, a day alone or a year is none."""
    if span is None or span.needs_year:
        return
    first, last = span.first, span.last
    if first.unit == "day" and last is None:
        yield "day"
    elif first.unit in ("day", "month", "period"):
        yield _PERIOD
        if first.unit != "day":
            yield _unit(first)


def _unit(point: Point) -> str:
    code = point.month or 0
    if point.unit != "period" or code < _FIRST_QUARTER:
        return point.unit
    return "quarter" if code < _FIRST_SEMESTER else "semester"
