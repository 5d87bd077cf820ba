"""Sums of millions further on in a sentence, which leave out the currency that a sum before them says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.context import before_adverbs, counts_people, has_after, strip_left, words_before
from glane.text.figures.conversions import is_conversion, is_inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.rules.figures import FigureRules, UnitRow
    from glane.text.figures.candidate import FigureCandidate, FigureState

_MILLION = 1_000_000
_REACH = 250
"""Characters between two sums, over which the first may lend its currency."""
_LABEL = 6
_VERB = 2
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_FREE = ("figure.bare", "figure.announced")


def bare_sums(states: Sequence[FigureState], rules: FigureRules) -> Iterator[tuple[FigureState, UnitRow]]:
    """Find sums of millions behind a sum of money of their sentence, with its currency.

    «10,6 milliards d'euros en 2019, et un plan de 12 milliards»: nothing stands behind them that they would count.
    What is converted in brackets lends nothing behind them.

    Args:
        states: the candidates of the text, in order.
        rules: classes of words.
    """
    head: FigureState | None = None
    converted: FigureState | None = None
    last: FigureState | None = None
    for state in states:
        if last is not None and _SENTENCE_END.search(state.item.text, last.item.end, state.item.start):
            head = converted = None
        last = state
        if _is_money(state):
            is_other = head is not None and is_conversion(head.item, state.item, rules)
            head, converted = (head, state) if is_other else (state, None)
        elif head is None or not _is_large(state.item):
            continue
        elif not _lacks_noun(state, rules):
            # «12 millions d'euros à 3 millions d'élèves, dont 1 million au nord»
            head = converted = None
        elif _may_be_money(head.item, state.item, rules):
            lender = head if converted is None or not is_inside(converted.item, state.item) else converted
            if lender.item.last.unit is not None:
                yield state, lender.item.last.unit


def _is_large(item: FigureCandidate) -> bool:
    return item.last.multiplier >= _MILLION


def _is_money(state: FigureState) -> bool:
    last = state.item.last
    is_sum = state.rule is not None and last.unit is not None and last.unit.quantity == "money"
    return is_sum and abs(last.value) >= _MILLION


def _lacks_noun(state: FigureState, rules: FigureRules) -> bool:
    """Whether nothing that millions would count stands behind: «2 milliards déjà prévus», «79 millions de la réserve»."""
    item = state.item
    if item.has_unit or item.is_range or state.is_excluded:
        return False
    if state.rule in _FREE:
        return True
    return state.rule == "figure.count" and (_is_from_source(item, rules) or _is_said_of(item, rules))


def _is_from_source(item: FigureCandidate, rules: FigureRules) -> bool:
    if not item.folded.startswith(" ", item.end):
        return False
    link = rules.context("from").after(item.folded, item.end + 1)
    return link is not None and has_after(item.folded, link[0], "definite_single", rules)


def _is_said_of(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a participle stands behind, or an adverb before one."""
    word = _NEXT_WORD.match(item.folded, item.end)
    if word is not None and rules.word_class("not").has_word(word[1]):
        word = _NEXT_WORD.match(item.folded, word.end())
    return word is not None and rules.word_class("headless").has_word(word[1])


def _may_be_money(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether nothing before the millions says that they are people or things."""
    folded = right.folded
    between = folded[left.end : right.start]
    if len(between) > _REACH or between.endswith("("):
        # «aux déplacés (3 millions)»
        return False
    cue = rules.cues_before.before(folded, strip_left(folded, right.start))
    start = before_adverbs(folded, right.start if cue is None else cue[0], rules)
    near = words_before(folded, start, _LABEL)
    if any(map(rules.context("counting").has_word, near[:_VERB])):
        return False
    return not counts_people(near, rules)
