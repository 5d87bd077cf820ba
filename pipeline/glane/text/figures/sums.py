"""Sums of millions that leave out their currency, where a sum beside them says it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.figures.context import has_before, is_announced, share_bound, strip_left, words_before
from glane.text.figures.elision import TAKEN
from glane.text.figures.sentence_sums import bare_sums

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glane.rules.figures import FigureRules, UnitRow
    from glane.text.figures.candidate import FigureCandidate, FigureState

_MILLION = 1_000_000
_NEAR = 120
_FAR = 12
_VERB = 3
_CLAUSE_ENDS = frozenset(".!?;")
_WITHOUT_NOUN = (None, "figure.bare", "figure.announced", "figure.elided")


def share_currencies(states: Sequence[FigureState], rules: FigureRules) -> None:
    """Give sums of millions the currency of the sum beside them, in either direction.

    They are beside each other where each is alone in brackets («Pikine (6 milliards), Dakar (2 milliards de francs)»),
    where the second is a part of the first («60 milliards, dont 29 milliards de francs»), where «et» or a comma joins
    them («1,6 milliard et de cinq milliards d'euros»), or where both are levels («réévalué à 127 millions, puis à 193
    millions de francs»). Further on in a sentence, what is not counted otherwise has the currency said before.
    """
    if "figure.elided" not in rules.patterns:
        return
    bracketed = [state for state in states if _is_bracketed(state.item)]
    _share(bracketed, _are_items)
    joins = (_is_part, _are_listed, _are_levels, _is_compared, _are_bounds)
    _share(states, lambda left, right: any(join(left, right, rules) for join in joins))
    for state, unit in bare_sums(states, rules):
        _set_unit(state, unit)
    _give_only_currency(states, rules)


def _share(states: Sequence[FigureState], belong: Callable[[FigureCandidate, FigureCandidate], bool]) -> None:
    pairs = list(pairwise(states))
    backwards = ((right, left) for left, right in reversed(pairs))
    for said, bare in (*pairs, *backwards):
        left, right = sorted((said.item, bare.item), key=lambda item: item.start)
        if _is_money(said) and _is_bare(bare) and belong(left, right):
            _set_unit(bare, said.item.last.unit)


def _give_only_currency(states: Sequence[FigureState], rules: FigureRules) -> None:
    """Give sums that a noun of money announces the only currency of the document: «le capital passe à 10 milliards»."""
    units = [state.item.last.unit for state in states if state.rule is not None and state.item.has_unit]
    currencies = {unit.unit: unit for unit in units if unit is not None and unit.quantity == "money"}
    if len(currencies) != 1:
        return
    nouns, verbs = rules.context("level_money"), rules.context("paying")
    for state in states:
        if _is_bare(state) and state.rule is not None:
            words = words_before(state.item.folded, state.item.start, _FAR // 2)
            if any(map(nouns.has_word, words)) or any(map(verbs.has_word, words[:_VERB])):
                _set_unit(state, *currencies.values())


def _set_unit(state: FigureState, unit: UnitRow | None) -> None:
    measured = state.item.last._replace(unit=unit)
    state.item = state.item._replace(first=measured, last=measured)
    state.rule = "figure.elided"


def _is_money(state: FigureState) -> bool:
    last = state.item.last
    return state.rule is not None and last.unit is not None and last.unit.quantity == "money" and _is_large(state.item)


def _is_bare(state: FigureState) -> bool:
    item = state.item
    is_sum = state.rule in _WITHOUT_NOUN and not state.is_excluded and not item.has_unit and not item.is_range
    return is_sum and _is_large(item)


def _is_large(item: FigureCandidate) -> bool:
    return item.last.multiplier >= _MILLION


def _is_bracketed(item: FigureCandidate) -> bool:
    text, start, end = item.text, item.start, item.end
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def _are_items(left: FigureCandidate, right: FigureCandidate) -> bool:
    """Whether two sums are near each other on a line."""
    return right.start - left.end <= _NEAR and "\n" not in right.text[left.end : right.start]


def _are_near(left: FigureCandidate, right: FigureCandidate) -> bool:
    """Whether two sums are near each other in one sentence."""
    return _are_items(left, right) and _CLAUSE_ENDS.isdisjoint(right.text[left.end : right.start])


def _is_part(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether only «dont» or the like stands between two sums."""
    return _has_only_between(left, right, "amount", " ,(", rules)


def _are_listed(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether only «et», a comma or the like stands between two sums: «, et» rather joins clauses."""
    return _has_only_between(left, right, "elided_before", " ", rules)


def _has_only_between(left: FigureCandidate, right: FigureCandidate, name: str, marks: str, rules: FigureRules) -> bool:
    """Whether a phrase of a context, behind some marks at most, is all that stands between two sums."""
    cue = rules.context(name).before(right.folded, strip_left(right.folded, right.start))
    return cue is not None and left.end <= cue[0] and not right.folded[left.end : cue[0]].strip(marks)


def _is_compared(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a sum opens the brackets right behind another, or behind its date: «12 millions (10,5 millions en 2019)»."""
    between = right.text[left.end : right.start]
    if not between.endswith("(") or len(between) > _NEAR:
        return False
    return all(rules.context("elided_place").has_word(word) for word in between[:-1].replace(TAKEN, " ").split())


def _are_bounds(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether «et à» joins a sum to one behind «jusqu'à»: «jusqu'à un million ici et à trois millions d'euros là»."""
    return _are_near(left, right) and share_bound(right.folded, left.start, right.start, rules)


def _are_levels(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether two sums of one sentence follow verbs of amount with «à», and nobody is counted."""
    folded = right.folded
    if not _are_near(left, right):
        return False
    if not has_before(folded, right.start, "to", rules) or not any(
        has_before(folded, left.start, name, rules) for name in ("from", "to")
    ):
        return False
    if not any(is_announced(folded, one.start, rules) for one in (left, right)):
        return False
    counted = rules.context("level_count")
    words = (*words_before(folded, left.start, _FAR), *words_before(folded, right.start, _FAR))
    return not any(counted.has_word(word) for word in words)


__all__ = ["share_currencies"]
