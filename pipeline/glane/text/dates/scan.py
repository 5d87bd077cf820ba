"""Finding candidates for dates in a text: where patterns match and their conditions hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.dates.guards import Guards
from glane.text.dates.patterns import Grammar, PatternError
from glane.text.dates.places import Left, Place
from glane.text.dates.relative import RECKONINGS
from glane.text.dates.values import ImpossibleDateError, Point, TimeSpan, make_day, read_day, read_fields
from glane.text.dates.words import lower
from glane.text.seeds import Seeds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from glane.rules.dates import DateRules, PatternRow
    from glane.text.dates.patterns import Bucket
    from glane.text.words import Words as TextWords

_TOKEN = re.compile(r"\w+")
# A digit behind one of these marks belongs to what stands before the mark: «A/65/2010», «3,2014».
_INNER_MARKS = frozenset("-/.,:")
_LISTS = "days"
_YEARLY = "yearly"
_LONGEST_EACH = 40
_SECOND = "2"
"""Ends the names of what a pattern captures of the second date."""


@dataclass(slots=True)
class DateCandidate:
    """A date that was found, before its context is looked at.

    Attributes:
        start: where it begins.
        end: behind its last character.
        row: the pattern's row.
        groups: what the pattern captured.
        left: what stands in front.
        span: its value as far as the text itself says; ``None`` for what is reckoned from something else.
        borrowed: a year that a date joined to it gives.
        is_possible: whether the calendar has the day.
        is_yearly: it comes back every year, or is of a year that the text does not say.
    """

    start: int
    end: int
    row: PatternRow
    groups: Mapping[str, str | None]
    left: Left
    span: TimeSpan | None
    borrowed: int | None = None
    is_possible: bool = True
    is_yearly: bool = False


class Scanner:
    """The rules, compiled."""

    def __init__(self, rules: DateRules) -> None:
        """Compile the rules.

        Raises:
            PatternError: a row names a category, condition or reckoning that does not exist.
        """
        self.grammar = Grammar(rules)
        self.words = self.grammar.words
        self.guards = Guards(rules, self.words)
        self.joins = {
            name: re.compile(self.words.categories[name].regex, re.IGNORECASE) for name in ("to", "and", "link")
        }
        self.of_that = re.compile(rf" {self.words.categories['ofthat'].regex} ?", re.IGNORECASE)
        self.yearly = re.compile(rf" {self.words.categories['everyyear'].regex}", re.IGNORECASE)
        self.other_year = re.compile(
            rf" {self.words.categories['ofthat'].regex} ?(?:\w{{2,15}} )?{self.words.categories['otheryear'].regex}",
            re.IGNORECASE,
        )
        each, link = (self.words.categories[name].regex for name in ("eachyear", "eachyearlink"))
        self.each_year = re.compile(rf"(?<!\w){each}(?:,? {link})? ?\Z", re.IGNORECASE)
        self.open_end = re.compile(rf" {self.words.categories['present'].regex}", re.IGNORECASE)
        day, weekday = (self.words.categories[name].regex for name in ("day", "weekday"))
        self._day = re.compile(rf"(?:{weekday} )?(?P<day>{day})", re.IGNORECASE)
        self._seeds = Seeds(_TOKEN, self.grammar.opens)
        for row in rules.patterns:
            self._check(row)

    def _check(self, row: PatternRow) -> None:
        unknown = self.guards.check_names(row.needs)
        reckoning, colon, _ = row.value.partition(":")
        if unknown is None and colon and reckoning not in (*RECKONINGS, _LISTS):
            unknown = reckoning
        if unknown is not None:
            raise PatternError(row.id, f"there is no condition or reckoning {unknown!r}")

    def scan(self, text: str, reference: date | None, words: TextWords | None = None) -> Iterator[DateCandidate]:
        """Find the candidates of a text, from left to right, without overlap; ``words`` of it save time."""
        position = 0
        lowered = lower(text)
        beginning_with = self.grammar.beginning_with(has_reference=reference is not None)
        for token in self._seeds.find(text, words):
            start = token.start()
            bucket = beginning_with[token[0]]
            if start < position or bucket is None:
                continue
            for candidate in self._match(text, lowered, token, bucket, reference, position):
                position = candidate.end
                candidate.is_yearly = _YEARLY in candidate.row.needs or self._is_yearly(text, start, candidate.end)
                if candidate.is_possible:
                    yield candidate

    def _is_yearly(self, text: str, start: int, end: int) -> bool:
        """Whether what stands around a date makes it one of every year, or of one that has no number.

        «chaque année en mars», «le 30 juin de chaque année», «le 31 mai de la troisième année suivant la demande».
        """
        if any(pattern.match(text, end) is not None for pattern in (self.yearly, self.other_year)):
            return True
        return self.each_year.search(text[max(0, start - _LONGEST_EACH) : start]) is not None

    def _match(
        self, text: str, lowered: str, token: re.Match[str], bucket: Bucket, reference: date | None, position: int
    ) -> list[DateCandidate]:
        """Return what begins at a token.

        An impossible date comes back without a value, so that no part of it is taken for a date.
        """
        start = token.start()
        inner = _inner_mark(text, start, position)
        if inner and inner != "-":
            return []
        matches = bucket.match(lowered, token)
        if not matches:
            return []
        left = self.guards.look_left(text, start)
        # «post-2015»
        if inner and left.cue not in ("since", "until"):
            return []
        for match, row in matches:
            place = Place(text, start, match.end(), _groups(match, text), reference)
            if not self._holds(row, place, left):
                continue
            try:
                found = self._read(row, match, place, left)
            except ImpossibleDateError:
                return [DateCandidate(start, match.end(), row, {}, left, None, is_possible=False)]
            if found:
                return found
        return []

    def _holds(self, row: PatternRow, place: Place, left: Left) -> bool:
        guards = self.guards
        if row.after and not guards.stands_behind(row.after, left):
            return False
        if row.not_after and guards.stands_behind(row.not_after, left):
            return False
        if row.not_before and guards.stands_before(row.not_before, place):
            return False
        return guards.allows(row.needs, place, left)

    def _read(self, row: PatternRow, match: re.Match[str], place: Place, left: Left) -> list[DateCandidate]:
        reckoning, colon, arg = row.value.partition(":")
        if reckoning == _LISTS:
            return self._read_list(row, match, place, left)
        span = None
        if not colon or "-" in arg:
            span = read_fields(arg or row.value, place.groups, self.words)
            if span is None:
                return []
        if colon:
            span = None
        elif span and span.last and self.guards.is_moved(left, span.first, whole=True):
            return self._split(row, match, place, left)
        return [DateCandidate(place.start, place.end, row, place.groups, left, span)]

    def _split(self, row: PatternRow, match: re.Match[str], place: Place, left: Left) -> list[DateCandidate]:
        """Read «3 au 5 mai» as two dates."""
        groups, span = place.groups, read_fields(row.value, place.groups, self.words)
        if span is None or span.last is None:
            return []
        second = {name: text for name, text in groups.items() if name.endswith(_SECOND)}
        start = min(match.start(name) for name, text in second.items() if text)
        end = max(match.end(name) for name, text in groups.items() if text and match.end(name) <= start)
        gap = place.text[end:start]
        if self.joins["to"].fullmatch(gap) is None or not gap.strip()[:1].isalpha():
            return [DateCandidate(place.start, place.end, row, groups, left, span)]
        others = {**groups, "weekday": groups.get("weekday2")}
        return [
            DateCandidate(place.start, end, row, groups, left, TimeSpan(span.first)),
            DateCandidate(start, place.end, row, others, left, TimeSpan(span.last)),
        ]

    def _read_list(self, row: PatternRow, match: re.Match[str], place: Place, left: Left) -> list[DateCandidate]:
        """Read «3, 4 et 5 mai»: an interval if the days follow each other, else a date each."""
        groups = place.groups
        month = int(self.words.value("month", groups["month"] or ""))
        year = int(given) if (given := groups.get("year")) else None
        days = list(self._day.finditer(place.text, match.start("days"), match.end("days")))
        points = [make_day(year, month, read_day(day["day"], self.words)) for day in days]
        if all(_are_consecutive(a, b) for a, b in pairwise(points)):
            span = TimeSpan(points[0], points[-1])
            return [DateCandidate(place.start, place.end, row, groups, left, span)]
        ends = [day.end() for day in days[:-1]] + [place.end]
        starts = [place.start] + [day.start() for day in days[1:]]
        # The weekday is the first day's.
        others = {**groups, "weekday": None}
        return [
            DateCandidate(start, end, row, others if index else groups, left, TimeSpan(point))
            for index, (start, end, point) in enumerate(zip(starts, ends, points, strict=True))
        ]


def _groups(match: re.Match[str], text: str) -> dict[str, str | None]:
    """What a pattern captured, as the text has it."""
    spans = {name: match.span(name) for name in match.re.groupindex}
    return {name: text[start:end] if start >= 0 else None for name, (start, end) in spans.items()}


def _are_consecutive(first: Point, second: Point) -> bool:
    return (second.day or 0) == (first.day or 0) + 1


def _inner_mark(text: str, start: int, position: int) -> str:
    """Return the mark by which a number continues what stands before it; empty if it does not."""
    if start < 2 or not text[start].isdigit() or text[start - 1] not in _INNER_MARKS:
        return ""
    return text[start - 1] if text[start - 2].isalnum() and position != start - 1 else ""
