"""What the text around a date adds to its value: the year of another, an open side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Final

from glane.text.dates.calendar import passes_new_year, to_date, year_with
from glane.text.dates.named import ends_name
from glane.text.dates.pasts import ends_sentence, is_past
from glane.text.dates.reference import Frame
from glane.text.dates.relative import ECHOES, RECKONINGS
from glane.text.dates.values import ImpossibleDateError, Point, TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.dates.scan import DateCandidate, Scanner

_NEAR: Final = 600
_FAR: Final = 1200
LONGEST_LINK: Final = 24
"""Code points between two dates of which one lends to the other."""
# Reckonings that may give a year.
_SAME: Final = "same:unit"
_YEARS: Final = ("shift:direction", "shift:adjective", _SAME, "this:unit")
# A date further from the document's date than this lies in the year before or after.
_MOST_DAYS: Final = 270
_CYCLE: Final = 6
_DIRECTED: Final = "directed:year-"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date with its value.

    Attributes:
        start: where it begins.
        end: behind its last character.
        span: its value; ``None`` where nothing anchors it.
        cue: the kind of cue in front, as far as it opens the value.
        modifier: start, mid or end.
        rule: id of the rule that found it.
        is_single: one expression, rather than two with a link between them.
        candidate: what was found there; of two with a link the first one.
    """

    start: int
    end: int
    span: TimeSpan | None
    cue: str | None
    modifier: str | None
    rule: str
    is_single: bool
    candidate: DateCandidate


def borrow_years(text: str, candidates: Sequence[DateCandidate], scanner: Scanner) -> None:
    """Give dates the year of a date that they are joined to: «le 3 mars et le 6 mai 2020»."""
    for index in range(len(candidates) - 2, -1, -1):
        one, following = candidates[index], candidates[index + 1]
        if following.span is None or not _lacks_year(one):
            continue
        if index and _is_part_of_year(text, candidates[index - 1], one, following, scanner):
            continue
        year = following.borrowed or following.span.first.year
        gap = text[one.end : following.start] if following.start - one.end <= LONGEST_LINK else "\n"
        if not scanner.joins["link"].fullmatch(gap):
            continue
        one.is_yearly = one.is_yearly or following.is_yearly
        if year and one.span is None:
            one.borrowed = year
        elif year and one.span is not None:
            runs_back = one.span.in_year(year).first.first > following.span.in_year(year).first.first
            one.borrowed = year - 1 if runs_back and scanner.joins["to"].fullmatch(gap) else year


def _is_part_of_year(
    text: str, year: DateCandidate, one: DateCandidate, following: DateCandidate, scanner: Scanner
) -> bool:
    """Whether commas set a date off as a part of the year before it, not of the next: «de 2004, du 1er août, et 2005»."""
    if not (_is_year(year) and _is_year(following)) or one.start - year.end > LONGEST_LINK:
        return False
    gap = text[year.end : one.start]
    return gap.startswith(",") and text[one.end] == "," and scanner.joins["link"].fullmatch(gap) is not None


def _is_year(candidate: DateCandidate) -> bool:
    span = candidate.span
    return span is not None and span.last is None and span.first.unit == "year"


def continue_yearly(text: str, candidates: Sequence[DateCandidate], scanner: Scanner) -> None:
    """Make dates that are joined to one of every year such dates too: «chaque année en mars et en octobre»."""
    for one, following in pairwise(candidates):
        is_near = following.start - one.end <= LONGEST_LINK
        if one.is_yearly and is_near and _lacks_year(following):
            gap = text[one.end : following.start]
            following.is_yearly = following.is_yearly or scanner.joins["link"].fullmatch(gap) is not None


def _lacks_year(candidate: DateCandidate) -> bool:
    """Whether a date is waiting for a year: one that is reckoned, if it names a month."""
    if candidate.span is not None:
        return candidate.span.needs_year
    return bool(candidate.groups.get("month")) and not candidate.groups.get("year")


class Resolver:
    """Gives the dates of one text their values, from left to right."""

    def __init__(self, text: str, scanner: Scanner, reference: date | None) -> None:
        """Start at the beginning of a text."""
        self._text = text
        self._scanner = scanner
        self._reference = reference
        self._context: Point | None = None
        self._context_end = 0
        self._kept: tuple[Point | None, int] | None = None
        """The context to go back to behind a sentence that tells what had happened."""
        self._open: tuple[int, int] | None = None
        """The last year that a cue opened on one side («jusqu'en 2008»), and where it ended."""
        self._latest: date | None = None
        self._latest_is_open = False
        self._last_year = 0
        """The last year that the text names, deadlines aside."""

    def resolve(self, candidates: Sequence[DateCandidate]) -> Iterator[Resolved]:
        """Resolve the candidates, in order; drop those that need an anchor and have none."""
        skipped: DateCandidate | None = None
        for candidate, following in zip_longest(candidates, candidates[1:]):
            if candidate is skipped:
                continue
            self._leave_past(candidate.start)
            is_owned = following is not None and self._names_year(candidate, following)
            if is_owned:
                self._take_year(candidate, following)
                skipped = following
            try:
                span = self._value(candidate)
            except ImpossibleDateError:
                continue
            except (OverflowError, ValueError):
                span = None
            has_value = span is not None and span.edtf is not None
            if (
                "anchored" in candidate.row.needs
                and not is_owned
                and (span is None or span.needs_year or not has_value)
            ):
                continue
            if has_value and span is not None:
                self._remember(candidate, span)
                if candidate.row.value.startswith(_DIRECTED) and span.needs_year:
                    self._context = None  # what follows «le 12 mai dernier» is told of its year, whichever that is
            mod = candidate.groups.get("mod")
            is_open = self._scanner.open_end.match(self._text, candidate.end) is not None
            yield Resolved(
                candidate.start,
                candidate.end,
                span if has_value else None,
                "since" if is_open else candidate.left.cue,
                self._scanner.words.value("mod", mod) if mod else None,
                candidate.row.id,
                span is None or span.last is None or ":" in candidate.row.value,
                candidate,
            )

    def _leave_past(self, start: int) -> None:
        """Go back to the date before a sentence of what had happened, if that sentence has ended."""
        if self._kept is None:
            return
        if start - self._context_end > _FAR or ends_sentence(self._text, self._context_end, start):
            (self._context, self._context_end), self._kept = self._kept, None

    def _names_year(self, candidate: DateCandidate, following: DateCandidate) -> bool:
        """Whether the next date says the year of one: «le 1er janvier de l'année suivante», «en mai de la même année»."""
        if not _lacks_year(candidate) or following.row.value not in _YEARS:
            return False
        words, gap = self._scanner.words, self._text[candidate.end : following.start]
        is_year = words.value("unit", following.groups.get("unit") or "") == "year" and not following.groups.get("mod")
        return is_year and len(gap) <= LONGEST_LINK and self._scanner.of_that.fullmatch(gap) is not None

    def _take_year(self, candidate: DateCandidate, following: DateCandidate) -> None:
        """Join a date and the year behind it; where nothing tells that year, the date has none."""
        told = self._value(following)
        candidate.borrowed = told.first.year if told else None
        year, end = self._open or (0, -1)
        if following.row.value == _SAME and self._context_end < end and candidate.start - end <= _FAR:
            candidate.borrowed = year  # «… jusqu'en 2008; elle ferme le 31 octobre de la même année»
        candidate.is_yearly = candidate.borrowed is None
        candidate.end = following.end

    def _value(self, candidate: DateCandidate) -> TimeSpan | None:
        span = candidate.span
        if span is not None:
            return self._in_year(candidate, span) if span.needs_year and not candidate.is_yearly else span
        name, _, arg = candidate.row.value.partition(":")
        words, near = self._scanner.words, self._near_context(candidate.start)
        year = candidate.borrowed or (near.year if near else None)
        far = self._far_context(candidate.start)
        if year is None and self._reference:
            year = self._reference.year
        if year is None and far:
            year = far.year
        reference = self._reference
        if reference is None and candidate.row.value.startswith(_DIRECTED) and self._is_told_at_latest():
            reference = self._latest
        return RECKONINGS[name](Frame(candidate.groups, words, reference, far, year), arg)

    def _in_year(self, candidate: DateCandidate, span: TimeSpan) -> TimeSpan:
        if candidate.borrowed:
            return span.in_year(candidate.borrowed)
        context = self._near_context(candidate.start)
        if context is None and self._reference:
            return span.in_year(self._year_from_reference(candidate, span.first))
        context = context or self._far_context(candidate.start)
        if context is None or context.year is None:
            return span
        year = context.year + passes_new_year(context, span.first)
        weekday = self._weekday(candidate)
        return span.in_year(year_with(weekday, span.first, year) if weekday else year)

    def _is_told_at_latest(self) -> bool:
        """Whether the latest day told may be about when the text was written: it is no open end, and no year is later."""
        return self._latest is not None and not self._latest_is_open and self._last_year <= self._latest.year

    def _weekday(self, candidate: DateCandidate) -> int | None:
        text = candidate.groups.get("weekday")
        return int(self._scanner.words.value("weekday", text)) if text else None

    def _near_context(self, start: int) -> Point | None:
        if self._context is None or start - self._context_end > _NEAR:
            return None
        return None if "\n" in self._text[self._context_end : start] else self._context

    def _far_context(self, start: int) -> Point | None:
        return self._context if start - self._context_end <= _FAR else None

    def _year_from_reference(self, candidate: DateCandidate, point: Point) -> int | None:
        """Return the document's year, or the one beside it where that is much nearer or has the weekday."""
        reference = self._reference
        if reference is None or point.unit not in ("day", "month"):
            return reference.year if reference else None
        years = sorted(
            range(reference.year - _CYCLE, reference.year + _CYCLE + 1),
            key=lambda year: abs(year - reference.year),
        )
        days = {year: day for year in years if (day := to_date(point.in_year(year)))}
        weekday = self._weekday(candidate)
        if weekday:
            matching = [year for year in days if days[year].isoweekday() == weekday]
            if matching and abs(matching[0] - reference.year) <= 1:
                return matching[0]
        if reference.year in days and abs((days[reference.year] - reference).days) <= _MOST_DAYS:
            return reference.year
        return min(days, key=lambda year: abs((days[year] - reference).days), default=None)

    def _remember(self, candidate: DateCandidate, span: TimeSpan) -> None:
        """Keep a date that others may take their year from."""
        point = span.first
        if span.last is not None and span.last.year != point.year:
            return
        if point.unit in ("decade", "century") or point.year is None:
            return
        if point.unit == "year" and candidate.left.cue in ("since", "until"):
            self._open = point.year, candidate.end
            return
        if self._scanner.guards.is_citation(candidate.left):
            if self._context is not None and point.year > (self._context.year or 0):
                self._context = None  # no story of a year cites the law of a later one
            return
        if candidate.row.value in ECHOES:
            return  # what is told is compared with it
        if point.unit == "year" and ends_name(self._text, candidate.start):
            return
        if self._far_context(candidate.start) and self._scanner.guards.is_compared(candidate.left):
            return
        if is_past(self._text, candidate.end, candidate.left.tokens, self._scanner.guards.words):
            self._kept = self._kept or (self._context, self._context_end)
        else:
            self._kept = None
        self._context, self._context_end = point, candidate.end
        self._note_latest(candidate, point)

    def _note_latest(self, candidate: DateCandidate, point: Point) -> None:
        """Keep the latest day told so far, deadlines aside: the text is not written before it («le 24 mai dernier»)."""
        if candidate.left.cue == "until":
            return
        if point.unit not in ("day", "month"):
            self._last_year = max(self._last_year, point.year or 0)
            return
        day = to_date(point) if point.unit == "day" else date(*point.first)
        if day is not None and (self._latest is None or day > self._latest):
            self._latest = day
            self._latest_is_open = candidate.left.cue == "since"  # the text may be written long after it
