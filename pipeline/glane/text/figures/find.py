"""Figures: numbers that measure or count something, with unit, bounds and modifier."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from glane.text.figures.bounds import is_source, modifier_before, modifier_behind
from glane.text.figures.candidate import FigureCandidate, FigureState
from glane.text.figures.clock import is_clock_time
from glane.text.figures.context import noun_behind
from glane.text.figures.coordinated import share_bounds
from glane.text.figures.currencies import settle_currencies
from glane.text.figures.elision import TAKEN
from glane.text.figures.exclusion import is_always, is_glued, is_idiom, is_of_a_type, is_rank, is_regnal, numbered
from glane.text.figures.judge import is_further_subject, judge
from glane.text.figures.labels import read_labels
from glane.text.figures.lists import (
    complete_changes,
    continue_elided,
    continue_lists,
    count_ones,
    share_nouns,
    share_units,
)
from glane.text.figures.number import fold_case
from glane.text.figures.numbers import find_numbers
from glane.text.figures.parts import share_measures
from glane.text.figures.ranges import join_decimals, join_range, join_share, link_between
from glane.text.figures.repeated import with_repetition
from glane.text.figures.signs import sign_first, signed
from glane.text.figures.sums import share_currencies
from glane.text.figures.tables import read_tables
from glane.text.figures.thousands import group_thousands
from glane.text.figures.units import Measured, measure, read_hours, read_metres

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from glane.rules.figures import FigureRules
    from glane.text.words import Words
    from glane_records.models import FigureModifier, Quantity

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MANY = 20
_TEN = 10
_MILLION = 1_000_000


class FigureMatch(NamedTuple):
    """A figure in a text.

    Attributes:
        start: offset of its first code point.
        end: offset behind its last one.
        value: the number with multipliers applied; ``None`` for a range.
        low: lower bound; equal to the value where there is one.
        high: upper bound; equal to the value where there is one.
        unit: ISO 4217 code, ``%``, symbol, or unit of time; ``None`` for counts and fractions.
        quantity: what sort of number it is.
        modifier: bound or approximation stated before or behind it.
        rule: id of the rule it rests on.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal
    high: Decimal
    unit: str | None
    quantity: Quantity
    modifier: FigureModifier | None
    rule: str


def find_figures(
    text: str,
    rules: FigureRules,
    taken: Sequence[tuple[int, int]] = (),
    count_bodies: Callable[[], Mapping[str, int]] = dict,
    words: Words | None = None,
) -> list[FigureMatch]:
    """Find the figures of a text, in linear time.

    Args:
        text: shadow text.
        rules: the tables of numbers and figures.
        taken: spans, such as those of dates, that no figure may overlap; in any order.
        count_bodies: counts the bodies of each country that the text names, for nouns that several currencies have.
        words: of the text, as they were split; with them it takes less time.

    Returns:
        Figures in the order of the text, without overlaps.
    """
    years = partial(_years_in, text, taken)
    text = _mask(text, taken)
    folded = fold_case(text)
    numbers = group_thousands(_candidates(text, folded, rules, words), text, folded, rules)
    states = _join_ranges(numbers, text, folded, rules)
    _decide(states, rules)
    share_units(states, rules)
    share_nouns(states, rules)
    continue_lists(states)
    count_ones(states, rules)
    continue_elided(states, rules)
    share_measures(states, rules)
    _find_further_subjects(states, rules)
    share_currencies(states, rules)
    read_labels(states, rules)
    read_tables(states, text, folded, rules)
    complete_changes(states, rules)
    found = [_to_match(state, rules) for state in states if state.rule is not None]
    found = share_bounds(found, text, folded, rules)
    return settle_currencies(found, folded, rules, count_bodies, years)


def _years_in(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Read the years in full that stand in some spans, each behind its offset, in order."""
    return sorted((year.start(), int(year[0])) for start, end in spans for year in _YEAR.finditer(text, start, end))


def _mask(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """Blot out spans, so that nothing reads into or over them; the length stays."""
    if not taken:
        return text
    pieces: list[str] = []
    position = 0
    for start, end in sorted(taken):
        start, end = max(start, position), min(end, len(text))
        if start < end:
            pieces.append(text[position:start])
            pieces.append(TAKEN * (end - start))
            position = end
    pieces.append(text[position:])
    return "".join(pieces)


def _candidates(text: str, folded: str, rules: FigureRules, words: Words | None) -> list[Measured]:
    found: list[Measured] = []
    for number in find_numbers(text, rules, words):
        if found and number.start < found[-1].end:
            continue
        measured = read_metres(text, number, rules) or read_hours(text, folded, number, rules)
        measured = measured or measure(text, folded, number, rules)
        measured = with_repetition(text, folded, measured, rules)
        if found and measured.start < found[-1].end:
            measured = measured._replace(start=number.start, unit=None, end=number.end, value=number.value)
        found.append(signed(text, folded, measured, rules))
        sign_first(found, folded, rules)
    return found


def _join_ranges(found: list[Measured], text: str, folded: str, rules: FigureRules) -> list[FigureState]:
    states: list[FigureState] = []
    position = 0
    while position < len(found):
        left = found[position]
        right = found[position + 1] if position + 1 < len(found) else None
        link = None if right is None else link_between(folded, left, right, rules)
        joined = None if right is None else join_range(left, right, link, text, folded, rules)
        if link == "comma" and joined is None:
            joined = join_decimals(found, position, text, folded, rules)
        if joined is None and right is not None:
            joined = join_share(left, right, text, folded, rules)
        if joined is None:
            if not left.number.is_lone_one:
                states.append(FigureState(FigureCandidate(left, left, text, folded), link))
            position += 1
            continue
        position += 2
        following = found[position] if position < len(found) else None
        link = None if following is None else link_between(folded, joined.last, following, rules)
        states.append(FigureState(joined, link))
    return states


def _decide(states: list[FigureState], rules: FigureRules) -> None:
    """Decide on each candidate, in the order of the text; a list of identifiers goes on behind its links."""
    chained = plural = False
    for state in states:
        item = state.item
        named, several = numbered(item, rules)
        if not named and chained and not item.has_unit:
            named = plural or not noun_behind(item.text, item.folded, item.end, rules)
            several = plural
        state.is_identifier = named
        chained = named and state.link in ("and", "or", "comma", "range", "dash")
        plural = several
        state.is_excluded = named or is_glued(item, rules) or is_clock_time(item, rules) or is_always(item, rules)
        state.is_excluded = state.is_excluded or is_of_a_type(item, rules) or is_rank(item, rules) or is_regnal(item)
        state.is_excluded = state.is_excluded or is_idiom(item, rules)
        if state.is_excluded:
            continue
        rule = judge(item, rules)
        if rule is not None and (not rule.startswith("figure.") or rule in rules.patterns):
            state.rule = rule


def _find_further_subjects(states: list[FigureState], rules: FigureRules) -> None:
    """Take the numbers that are subjects of further clauses, where nothing said before has given them a noun."""
    if "figure.part" not in rules.patterns:
        return
    for state in states:
        if state.rule is None and not state.is_excluded and is_further_subject(state.item, rules):
            state.rule = "figure.part"


def _to_match(state: FigureState, rules: FigureRules) -> FigureMatch:
    item, rule = state.item, state.rule or ""
    unit = item.last.unit
    low, high = item.first.value, item.last.value
    quantity: Quantity = "count" if unit is None else unit.quantity
    if unit is None and item.last.number.form == "fraction":
        quantity = "ratio"
    is_measured = unit is not None or high >= _MANY
    cue = modifier_before(item.folded, item.start, rules, is_measured=is_measured, end=item.end)
    if quantity == "count" and is_source(item.folded, item.start, rules):
        cue = None
    cue = cue or modifier_behind(item.folded, item.end, rules)
    modifier = cue[0] if cue is not None else _own_modifier(item, rules)
    return FigureMatch(
        item.start,
        item.end,
        None if item.is_range else high,
        low,
        high,
        None if unit is None else unit.unit,
        quantity,
        modifier,
        rule,
    )


def _own_modifier(item: FigureCandidate, rules: FigureRules) -> FigureModifier | None:
    """A noun of number approximates by itself: «une centaine de soldats»."""
    number = item.last.number
    if number.form != "noun" or number.multiplier > _TEN:
        return None
    if number.value >= _MILLION and " " not in item.folded[number.start : number.end]:
        # «le million» is exact
        return None
    starts_with_one = rules.numbers.get(item.folded[item.start : item.start + 3].split(" ")[0])
    is_single = starts_with_one is not None and starts_with_one.value == 1
    return "about" if is_single or number.style.startswith("definite") else None


__all__ = ["FigureMatch", "find_figures"]
