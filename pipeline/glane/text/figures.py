"""Figures: numbers that measure or count something, with unit, bounds and modifier."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from glane.text.figure_candidate import Candidate
from glane.text.figure_change import is_change
from glane.text.figure_context import has_before, modifier_before, modifier_behind, noun_behind
from glane.text.figure_exclusion import is_always, is_clock_time, is_glued, is_in_a_row, is_of_a_type, numbered
from glane.text.figure_judge import is_yearlike, judge
from glane.text.figure_ranges import join_decimals, join_range, join_share, link_between
from glane.text.figure_units import Measured, measure, read_metres
from glane.text.numbers import find_numbers, fold_case, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from glane.rules.figures import FigureRules, LinkKind, Modifier, Quantity

_TAKEN = "\x01"
_THOUSAND = 1000
_WITHOUT_NOUN = (None, "figure.bare", "figure.announced")
_MANY = 20
_TEN = 10


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
    modifier: Modifier | None
    rule: str


@dataclass(slots=True)
class _State:
    """A candidate with what is known of it: the link to the next one, whether it numbers something, or is no number."""

    item: Candidate
    link: LinkKind | None = None
    is_identifier: bool = False
    is_excluded: bool = False
    rule: str | None = None


def find_figures(text: str, rules: FigureRules, taken: Sequence[tuple[int, int]] = ()) -> list[FigureMatch]:
    """Find the figures of a text, in linear time.

    Args:
        text: shadow text.
        rules: the tables of numbers and figures.
        taken: spans, such as those of dates, that no figure may overlap; in any order.

    Returns:
        Figures in the order of the text, without overlaps.
    """
    text = _mask(text, taken)
    folded = fold_case(text)
    states = _join_ranges(_candidates(text, folded, rules), text, folded, rules)
    _decide(states, rules)
    _share_units(states, rules)
    _continue_lists(states)
    _complete_changes(states, rules)
    return [_to_match(state, rules) for state in states if state.rule is not None]


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
            pieces.append(_TAKEN * (end - start))
            position = end
    pieces.append(text[position:])
    return "".join(pieces)


def _candidates(text: str, folded: str, rules: FigureRules) -> list[Measured]:
    found: list[Measured] = []
    for number in find_numbers(text, rules):
        if found and number.start < found[-1].end:
            continue
        measured = read_metres(text, number, rules) or measure(text, folded, number, rules)
        if found and measured.start < found[-1].end:
            measured = measured._replace(start=number.start, unit=None, end=number.end, value=number.value)
        found.append(_signed(text, folded, measured, rules))
    return found


def _signed(text: str, folded: str, measured: Measured, rules: FigureRules) -> Measured:
    """Take a minus sign into the span where a unit makes it one: «-3 %», «(- 3 %)», «de - 3 %»."""
    at = measured.start - 1
    is_apart = at > 1 and text[at] == " "
    at -= is_apart
    if measured.unit is None or at < 1 or text[at] not in "-−–" or text[at - 1] not in " (":
        return measured
    # Anywhere else a sign with blanks on both sides is a dash or a bullet.
    if is_apart and text[at - 1] != "(" and not any(has_before(folded, at, name, rules) for name in ("from", "to")):
        return measured
    if at == 1 or text[at - 2] == "\n":
        return measured
    return measured._replace(start=at, value=-measured.value)


def _join_ranges(found: list[Measured], text: str, folded: str, rules: FigureRules) -> list[_State]:
    states: list[_State] = []
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
            states.append(_State(Candidate(left, left, text, folded), link))
            position += 1
            continue
        position += 2
        following = found[position] if position < len(found) else None
        link = None if following is None else link_between(folded, joined.last, following, rules)
        states.append(_State(joined, link))
    return states


def _decide(states: list[_State], rules: FigureRules) -> None:
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
        state.is_excluded = named or is_glued(item) or is_clock_time(item, rules) or is_always(item, rules)
        state.is_excluded = state.is_excluded or is_of_a_type(item, rules)
        if state.is_excluded:
            continue
        rule = judge(item, rules)
        if rule is not None and (not rule.startswith("figure.") or rule in rules.patterns):
            state.rule = rule


def _share_units(states: list[_State], rules: FigureRules) -> None:
    """Give the numbers of a list the unit at its end: «10, 12 et 15 %»."""
    if "figure.list" not in rules.patterns:
        return
    for left, right in zip(reversed(states[:-1]), reversed(states[1:]), strict=True):
        unit, item = right.item.last.unit, left.item
        if right.rule is None or unit is None or left.link is None or left.is_identifier or item.has_unit:
            continue
        if left.rule not in _WITHOUT_NOUN or item.is_range:
            continue
        if item.first.number.form not in ("digits", "words") or _is_cut_off(item, left.link):
            continue
        if has_before(item.folded, item.start, "share", rules):
            continue
        number = item.first
        if (
            left.link != "by"
            and number.multiplier == 1
            and right.item.first.multiplier > 1
            and number.value < _THOUSAND
        ):
            number = number._replace(
                value=tidy(number.value * right.item.first.multiplier),
                multiplier=right.item.first.multiplier,
            )
        shared = number._replace(unit=unit, value=tidy(number.value * unit.factor))
        left.item = item._replace(first=shared, last=shared)
        left.rule = "figure.list"


def _continue_lists(states: list[_State]) -> None:
    """Give the numbers of a list the standing of the first: «(respectivement 936 et 150)»."""
    for left, right in pairwise(states):
        if left.rule != "figure.announced" or right.rule is not None or right.is_excluded:
            continue
        is_listed = left.link in ("and", "or") or (left.link == "comma" and right.link in ("comma", "and", "or"))
        if is_listed and right.item.is_plain and not is_yearlike(right.item) and not is_in_a_row(right.item):
            right.rule = "figure.announced"


def _complete_changes(states: list[_State], rules: FigureRules) -> None:
    """Give the first level of a change the standing of the second: «passer de 195 à 215 agents»."""
    if "figure.change" not in rules.patterns:
        return
    for left, right in pairwise(states):
        item, last = left.item, right.item.last
        if left.link != "range" or left.is_excluded or right.is_excluded or item.is_range or right.item.is_range:
            continue
        if left.rule not in _WITHOUT_NOUN or item.first.number.form not in ("digits", "words"):
            continue
        if is_change(item.text, item.folded, item.start, last, rules):
            left.rule = "figure.change"
            # «porter le nombre des juges de 12 à 15»: what is counted need not stand behind.
            right.rule = right.rule or "figure.change"


def _is_cut_off(item: Candidate, link: LinkKind) -> bool:
    """Whether a number before a unit's number is no member of its list."""
    text = item.text
    before = text[item.start - 1 : item.start]
    return is_in_a_row(item) or (bool(before) and (before.isalnum() or before in "-/._:,°")) or link == "dash"


def _to_match(state: _State, rules: FigureRules) -> FigureMatch:
    item, rule = state.item, state.rule or ""
    unit = item.last.unit
    low, high = item.first.value, item.last.value
    quantity: Quantity = "count" if unit is None else unit.quantity
    if unit is None and item.last.number.form == "fraction":
        quantity = "ratio"
    is_measured = unit is not None or high >= _MANY
    cue = modifier_before(item.folded, item.start, rules, is_measured=is_measured)
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


def _own_modifier(item: Candidate, rules: FigureRules) -> Modifier | None:
    """A noun of number approximates by itself: «une centaine de soldats»."""
    number = item.last.number
    if number.form != "noun" or number.multiplier > _TEN:
        return None
    starts_with_one = rules.numbers.get(item.folded[item.start : item.start + 3].split(" ")[0])
    is_single = starts_with_one is not None and starts_with_one.value == 1
    return "about" if is_single or number.style.startswith("definite") else None


__all__ = ["FigureMatch", "find_figures"]
