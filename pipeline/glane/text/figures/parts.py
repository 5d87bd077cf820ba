"""Parts of a measure that leave out its unit or its millions: «90 hectares, dont 40 irrigués», «500 millions, dont 120»."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.figures.context import before_adverbs, has_after, has_before, strip_left
from glane.text.figures.elision import TAKEN, is_framing
from glane.text.figures.judge import is_yearlike
from glane.text.figures.lists import like
from glane.text.figures.participles import is_done
from glane.text.figures.units import shares_multiplier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.figures import FigureRules
    from glane.text.figures.candidate import FigureCandidate, FigureState

_NEAR = 80
_MILLION = 1_000_000
_ENDS = re.compile(r"[\n.!?:;()](?!\d)")
_WORD = re.compile(r" ([^\W\d_]+)(?![\w-])")
_LETTERS = re.compile(r"[^\W\d_]+")
_STOPS = re.compile(rf" ?(?:[,;.:!?)\n](?!\d)|{re.escape(TAKEN)}|\Z)")
_MEASURES = ("measure", "duration")
_FORMS = ("digits", "words", "mixed")


def share_measures(states: Sequence[FigureState], rules: FigureRules) -> None:
    """Give parts of a measure its unit and its millions, and parts of bare millions these."""
    if "figure.elided" not in rules.patterns:
        return
    whole: FigureCandidate | None = None
    for before, state in pairwise(states):
        if before.rule is not None and _is_part(before.item, state, rules):
            whole = before.item
        elif whole is None or not _is_further_part(before, state, whole, rules):
            whole = None
            continue
        state.rule = "figure.elided"
        state.item = like(state.item, whole.last, whole.last.unit)


def _is_part(whole: FigureCandidate, state: FigureState, rules: FigureRules) -> bool:
    """Whether «dont» opens a part of a measure: what stands behind the number is not what it counts."""
    unit = whole.last.unit
    if (unit is None and whole.last.multiplier < _MILLION) or (unit is not None and unit.quantity not in _MEASURES):
        return False
    if whole.is_range or is_framing(whole, rules) or not _may_be_part(whole, state, whole):
        return False
    right = state.item
    cue = rules.cues_before.before(right.folded, strip_left(right.folded, right.start))
    start = before_adverbs(right.folded, right.start if cue is None else cue[0], rules)
    return has_before(right.folded, start, "part_cue", rules) and _is_of_whole(whole, right, rules)


def _is_further_part(before: FigureState, state: FigureState, whole: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a number is the next part, behind a comma or «et»: «dont 21 en surface et 9 en nappe»."""
    right = state.item
    if right.last.multiplier > 1 or not _may_be_part(before.item, state, whole):
        return False
    return has_before(right.folded, right.start, "elided_before", rules) and _is_bare(right, rules)


def _may_be_part(left: FigureCandidate, state: FigureState, whole: FigureCandidate) -> bool:
    """Whether a number stands near the one before it, has no unit, and is less than the whole."""
    right = state.item
    if state.is_excluded or right.has_unit or right.is_range or is_yearlike(right):
        return False
    if right.first.number.form not in _FORMS or not 0 <= right.start - left.end <= _NEAR:
        return False
    shared = whole.last.multiplier if shares_multiplier(right.first, whole.last) else 1
    unit = whole.last.unit
    value = right.last.value * shared * (1 if unit is None else unit.factor)
    return 0 < value < whole.last.value and _ENDS.search(right.text, left.end, right.start) is None


def _is_of_whole(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether nothing behind a number, nor before the whole, says that it counts something else."""
    if right.last.multiplier >= _MILLION:
        return left.last.multiplier >= _MILLION and left.has_unit and not _counts_others(right, rules)
    counts_things = left.last.unit is None and has_after(left.folded, left.end, "from", rules)
    if counts_things or not _is_only(left, rules):
        # «1,5 million de dossiers, dont 12 en attente», «12 forêts de 40 000 ha, dont 3 en montagne»
        return right.last.number.style == "decimal" and _is_bare(right, rules)
    return _is_bare(right, rules)


def _counts_others(right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether millions behind «dont» count something else than the measure: «dont 3 millions d'habitants»."""
    link = rules.context("from").after(right.folded, right.end + 1)
    noun = None if link is None else _LETTERS.match(right.folded, link[0] + right.folded.startswith(" ", link[0]))
    return noun is not None and rules.context("counting").has_word(noun[0])


def _is_only(left: FigureCandidate, rules: FigureRules) -> bool:
    """Whether no number stands before a measure in its sentence, of which the part could be."""
    before = _ENDS.split(left.text[max(0, left.start - _NEAR) : left.start])[-1]
    if any(map(str.isdigit, before)):
        return False
    words = (rules.numbers.get(word.lower()) for word in _LETTERS.findall(before))
    return not any(number is not None and number.value > 1 for number in words)


def _is_bare(right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a number has no noun behind it: a mark, a place or time, or what was done with it."""
    if _STOPS.match(right.text, right.end):
        return True
    if any(has_after(right.folded, right.end, name, rules) for name in ("elided_place", "elided_part", "part_behind")):
        return True
    word = _WORD.match(right.folded, right.end)
    return word is not None and is_done(word[1], rules)
