"""Dates that are the two ends of one interval, and how a date is written: EDTF (Library of Congress, ISO 8601-2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.dates.context import LONGEST_LINK, Resolved
from glane.text.dates.values import Point, TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.dates.scan import Scanner


def merge_intervals(text: str, dates: Sequence[Resolved], scanner: Scanner) -> Iterator[Resolved]:
    """Make one date of two that a link joins: «mars 2019 à juin 2020», «entre 1999 et 2008»."""
    index = 0
    while index < len(dates):
        one = dates[index]
        merged = _merge(text, one, dates[index + 1], scanner) if index + 1 < len(dates) else None
        yield merged or one
        index += 2 if merged else 1


def _merge(text: str, one: Resolved, other: Resolved, scanner: Scanner) -> Resolved | None:
    if other.start - one.end > LONGEST_LINK or one.span is None or other.span is None:
        return None
    first, last = _bound(one.span, one.span.first), _bound(other.span, other.span.last)
    if first is None or last is None:
        return None
    gap = text[one.end : other.start]
    name = "to" if scanner.joins["to"].fullmatch(gap) else "and"
    if name == "to" and scanner.guards.is_moved(one.candidate.left, first, whole=False):
        return None
    if name == "and" and not (one.cue == "between" and scanner.joins["and"].fullmatch(gap)):
        return None
    if (first.year is None) != (last.year is None) or (first.first >= last.first and first.year is not None):
        return None
    if first.unit == "year" and last.unit == "day" and first.year == last.year:
        # «2024 - 19 juin»: the year heads the day
        return None
    rule = scanner.words.ids.get(name, one.rule)
    modifier = one.modifier if one.modifier == other.modifier else None
    return Resolved(
        one.start, other.end, TimeSpan(first, last), None, modifier, rule, is_single=False, candidate=one.candidate
    )


def _bound(span: TimeSpan, side: Point | None) -> Point | None:
    """Return what a span is as an end of an interval: of a part of a month the month, of a school year one of its years."""
    first, last = span.first, span.last
    if last is None:
        return first
    if _is_school_year(span):
        return side
    is_part = first.unit == last.unit == "day" and (first.year, first.month) == (last.year, last.month)
    return Point("month", first.year, first.month) if is_part else None


def to_edtf(resolved: Resolved) -> str | None:
    """Return the EDTF value, opened or approximated as the cue says."""
    span = resolved.span
    if span is None:
        return None
    if not resolved.is_single:
        return _open_school_year(span, resolved.cue) or span.edtf
    if resolved.cue == "since":
        return f"{span.first.edtf}/.."
    if resolved.cue == "until":
        return f"../{(span.last or span.first).edtf}"
    if resolved.cue == "about" and span.last is None and span.first.unit in ("day", "month", "year"):
        return f"{span.edtf}~"
    return span.edtf


def _open_school_year(span: TimeSpan, cue: str | None) -> str | None:
    """«depuis 2021-2022», «jusqu'en 2021-2022»: an exercice or a school year is one stretch of time."""
    if not _is_school_year(span) or span.last is None or cue not in ("since", "until"):
        return None
    return f"{span.first.edtf}/.." if cue == "since" else f"../{span.last.edtf}"


def _is_school_year(span: TimeSpan) -> bool:
    first, last = span.first, span.last
    return first.unit == "year" and last is not None and last.unit == "year" and last.year == (first.year or 0) + 1
