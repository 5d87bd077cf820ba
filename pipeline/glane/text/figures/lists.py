"""What the numbers of a sentence give each other: a unit at the end of a list, a noun said before, the levels of a change."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.figures.change import is_change, is_fall
from glane.text.figures.context import has_before
from glane.text.figures.conversions import is_bracketed_conversion, is_inside
from glane.text.figures.elision import has_owner_behind, is_change_over_time, is_elliptic, is_framing
from glane.text.figures.exclusion import is_in_a_row
from glane.text.figures.judge import is_yearlike
from glane.text.figures.number import tidy
from glane.text.figures.units import shares_multiplier

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules, LinkKind, UnitRow
    from glane.text.figures.candidate import FigureCandidate, FigureState
    from glane.text.figures.units import Measured

_NEAR = 60
_ENDS = frozenset("\n.!?:")
_LOWER_NOUN = re.compile(r" ([^\W\d_A-Z][^\W\d_]{2,})")
_COUNTED = ("figure.count", "figure.part", "figure.announced", "figure.change", "figure.elided")
_WITHOUT_NOUN = (None, "figure.bare", "figure.announced")


def share_units(states: list[FigureState], rules: FigureRules) -> None:
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
        if has_before(item.folded, item.start, "share", rules) or _is_dated(item, rules):
            continue
        if left.link == "by" and unit.quantity != "measure":
            # «4 x 250 000 €»
            continue
        left.item = like(item, right.item.first, unit, is_scaled=left.link != "by")
        left.rule = "figure.list"


def share_nouns(states: list[FigureState], rules: FigureRules) -> None:
    """Let the number that «ou» joins to a count be one of the same things: «4 ou 6 places», which are no range."""
    if "figure.list" not in rules.patterns:
        return
    for left, right in zip(reversed(states[:-1]), reversed(states[1:]), strict=True):
        listed = left.link == "or" and right.rule in ("figure.count", "figure.list") and right.item.last.unit is None
        if not listed or left.rule not in _WITHOUT_NOUN or left.is_excluded or left.item.is_range:
            continue
        if _may_be_amount(left.item) and not _is_dated(left.item, rules):
            left.rule = "figure.list"


def like(item: FigureCandidate, model: Measured, unit: UnitRow | None, *, is_scaled: bool = True) -> FigureCandidate:
    """Give a bare number the unit of another one, and its multiplier where it has none itself.

    Args:
        item: the number.
        model: the other one.
        unit: its unit, or that of what it stands for.
        is_scaled: whether the multiplier is shared too.
    """
    number = item.first
    if is_scaled and shares_multiplier(number, model):
        value = tidy(number.value * model.multiplier)
        number = number._replace(value=value, multiplier=model.multiplier)
    if unit is not None:
        number = number._replace(unit=unit, value=tidy(number.value * unit.factor))
    return item._replace(first=number, last=number)


def continue_lists(states: list[FigureState]) -> None:
    """Give the numbers of a list the standing of the first: «(respectivement 936 et 150)»."""
    for left, right in pairwise(states):
        if left.rule != "figure.announced" or right.rule is not None or right.is_excluded:
            continue
        is_listed = left.link in ("and", "or") or (left.link == "comma" and right.link in ("comma", "and", "or"))
        if is_listed and _may_be_amount(right.item):
            right.rule = "figure.announced"
    for left, right in zip(reversed(states[:-1]), reversed(states[1:]), strict=True):
        # «312 contre 367», «14 et 30 respectivement»
        if right.rule != "figure.announced" or left.rule is not None or left.is_excluded:
            continue
        if left.link in ("versus", "and") and _may_be_amount(left.item):
            left.rule = "figure.announced"


def continue_elided(states: list[FigureState], rules: FigureRules) -> None:
    """Give bare numbers what was said before: «24 dossiers à Paris et 12 à Lyon», «12 M€ en 2017 et 11,8 en 2018»."""
    if "figure.elided" not in rules.patterns:
        return
    said: FigureState | None = None
    outer: FigureState | None = None
    for state in states:
        if outer is not None and said is not None and not is_inside(said.item, state.item):
            # «500 milliards de francs CFA (762 millions d'euros), dont 200 milliards»
            said, outer = outer, None
        if state.item.start and state.item.text[state.item.start - 1].isalpha():
            # «FEF3»
            continue
        if said is not None and _is_bare(state) and is_elliptic(said.item, state.item, rules):
            state.rule = "figure.elided"
            if said.item.has_unit:
                state.item = like(state.item, said.item.last, said.item.last.unit)
        if state.rule not in _COUNTED and not (state.rule and (state.item.has_unit or has_owner_behind(state.item))):
            said = outer = None
        elif said is None or not is_framing(state.item, rules):
            outer = said if said is not None and is_bracketed_conversion(said.item, state.item) else None
            said = state


def _is_bare(state: FigureState) -> bool:
    """Whether a number has neither unit nor noun, and may be an amount."""
    item = state.item
    if state.rule not in _WITHOUT_NOUN or state.is_excluded or item.has_unit or item.is_range:
        return False
    return state.rule is not None or item.first.number.form == "words" or _may_be_amount(item)


def count_ones(states: list[FigureState], rules: FigureRules) -> None:
    """Give a digit one in a list the standing of its neighbour: «2 juges, 1 greffier et 1 avocat»."""
    for states_in_order in (pairwise(states), pairwise(reversed(states))):
        for counted, one in states_in_order:
            if counted.rule == "figure.count" and not counted.item.has_unit and _is_one_of_list(one, rules):
                left, right = sorted((counted.item, one.item), key=lambda item: item.start)
                if _are_members(left, right, rules):
                    one.rule = "figure.count"


def _is_one_of_list(state: FigureState, rules: FigureRules) -> bool:
    item = state.item
    if state.rule is not None or state.is_excluded or not item.is_plain or item.last.value != 1:
        return False
    word = _LOWER_NOUN.match(item.text, item.end)
    return word is not None and not rules.context("function").has_word(item.folded[word.start(1) : word.end(1)])


def _are_members(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a comma or «et» stands right before the second of two numbers, and no sentence ends between them."""
    between = right.text[left.end : right.start]
    if len(between) > _NEAR or not _ENDS.isdisjoint(between):
        return False
    return any(has_before(right.folded, right.start, name, rules) for name in ("elided_before", "amount"))


def _may_be_amount(item: FigureCandidate) -> bool:
    return item.is_plain and not is_yearlike(item) and not is_in_a_row(item)


def complete_changes(states: list[FigureState], rules: FigureRules) -> None:
    """Give the first level of a change the standing of the second: «passer de 195 à 215 agents»."""
    if "figure.change" not in rules.patterns:
        return
    for left, right in pairwise(states):
        item, last = left.item, right.item.last
        is_change_of_both = left.link == "range" or is_change_over_time(item, right.item, rules)
        if not is_change_of_both or left.is_excluded or right.is_excluded or item.is_range or right.item.is_range:
            continue
        if left.rule not in _WITHOUT_NOUN or item.first.number.form not in ("digits", "words"):
            continue
        falls = left.link == "range" and item.first.value > last.value and is_fall(item.folded, item.start, rules)
        if falls or is_change(item.text, item.folded, item.start, last, rules):
            left.rule = "figure.change"
            # «passer de quatre à une douzaine»: what a noun of number is worth multiplies nothing
            left.item = like(item, last, None, is_scaled=last.number.form != "noun")
            # «porter le nombre des juges de 12 à 15»: what is counted need not stand behind.
            right.rule = right.rule or "figure.change"


def _is_dated(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a number is a year by what stands before it, and no member of a list: «2 615 GWh en 2020 et 6 434 GWh»."""
    return is_yearlike(item) and has_before(item.folded, item.start, "year_before", rules)


def _is_cut_off(item: FigureCandidate, link: LinkKind) -> bool:
    """Whether a number before a unit's number is no member of its list."""
    text = item.text
    before = text[item.start - 1 : item.start]
    return is_in_a_row(item) or (bool(before) and (before.isalnum() or before in "-/._:,°")) or link == "dash"
