"""The bound or approximation stated around a figure: «plus de», «ne peut dépasser», «environ»."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.figures.context import before_adverbs, has_after, has_before, strip_left, words_before

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glane.rules.figures import CueRow, FigureRules
    from glane_records.models import FigureModifier

_CLAUSE = 8
_SUBJECT = 14
_MAKER = 3
_NEGATED: Mapping[FigureModifier, FigureModifier] = {"more_than": "at_most", "less_than": "at_least"}
_NOUN_BEHIND = re.compile(r" [^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT_NUMERAL = re.compile(r" ?\d")


def modifier_before(
    folded: str, start: int, rules: FigureRules, *, is_measured: bool = True, end: int = 0
) -> tuple[FigureModifier, str] | None:
    """The bound or approximation stated before a figure, and its rule.

    Args:
        folded: shadow text, in lower case.
        start: where the figure begins.
        rules: words of bounds.
        is_measured: the figure has a unit, or is of some size.
        end: where the figure ends, if what stands behind it is to be heard.
    """
    at = strip_left(folded, start)
    cue = rules.cues_before.before(folded, at)
    if cue is None:
        single = rules.context("definite").before(folded, at) or rules.context("definite_single").before(folded, at)
        skipped = single or rules.context("between").before(folded, at)
        if skipped is not None:
            at = strip_left(folded, skipped[0])
            cue = rules.cues_before.before(folded, at)
    if cue is None:
        # «dépasse désormais les 3 milliards»
        at = before_adverbs(folded, at, rules)
        cue = rules.cues_before.before(folded, at)
    if cue is None and (behind := rules.context("negation_behind").before(folded, at)) is not None:
        # «n'excédera jamais 90 jours»
        cue = rules.cues_before.before(folded, strip_left(folded, behind[0]))
        if cue is None or not _is_negated(folded, cue[0], rules):
            return None
    if cue is None or (cue[1].measured and not is_measured) or _restricts(folded, cue, at, rules):
        return None
    if end and _adds(folded, start, end, rules):
        return None
    modifier = cue[1].modifier
    return _NEGATED[modifier] if modifier in _NEGATED and _is_negated(folded, cue[0], rules) else modifier, cue[1].id


def _adds(folded: str, start: int, end: int, rules: FigureRules) -> bool:
    """Whether more is to come on top of a figure that is settled: «au-delà des 21 millions déjà prévus»."""
    if not has_before(folded, start, "beyond", rules):
        return False
    for _ in range(2):
        if has_after(folded, end, "settled", rules):
            return True
        noun = _NOUN_BEHIND.match(folded, end)
        if noun is None:
            return False
        end = noun.end()
    return False


def is_source(folded: str, start: int, rules: FigureRules) -> bool:
    """Whether something is made out of what a number counts: «établi à partir de 45 entretiens»."""
    link = rules.context("source").before(folded, strip_left(folded, start))
    if link is None:
        return False
    words = words_before(folded, link[0], _CLAUSE)
    verb, by = rules.context("source_verb"), rules.context("factor")
    # «établi par l'office le 3 mai à partir de 45 entretiens»
    return any(verb.has_word(word) and (at < _MAKER or by.has_word(words[at - 1])) for at, word in enumerate(words))


def _restricts(folded: str, cue: tuple[int, CueRow], end: int, rules: FigureRules) -> bool:
    """Whether a negation makes of a bound that no more is left: «il ne reste plus que 12 agents»."""
    that = rules.context("restriction").before(folded, end)
    if cue[1].modifier != "more_than" or that is None or that[0] < cue[0]:
        return False
    negation = rules.context("restriction_not")
    return any(negation.has_word(word) for word in words_before(folded, cue[0], _CLAUSE))


def _is_negated(folded: str, position: int, rules: FigureRules) -> bool:
    """Whether only auxiliaries and the like stand between a negation and a bound: «ne saurait être inférieure à».

    What «sans que» opens may have a subject of some length: «sans que le total des aides versées puisse excéder».
    """
    opens, between = rules.context("negation"), rules.context("negation_between")
    words = words_before(folded, position, _SUBJECT)
    if words and rules.context("negation_modal").has_word(words[0]):
        that, without = rules.context("negation_that"), rules.context("negation_without")
        if any(that.has_word(word) and without.has_word(before) for word, before in pairwise(words)):
            return True
    for word in words[:_CLAUSE]:
        if opens.has_word(word):
            return True
        if not between.has_word(word):
            return False
    return False


def modifier_behind(folded: str, end: int, rules: FigureRules) -> tuple[FigureModifier, str] | None:
    """The bound or approximation stated behind a figure, or behind one noun after it."""
    for _ in range(2):
        if folded.startswith((" ", ","), end):
            at = end + 2 if folded.startswith(", ", end) else end + 1
            cue = rules.cues_behind.after(folded, at)
            if cue is not None:
                # «au plus fort de la crise»
                stops = ("from", "unbound")
                goes_on = _NEXT_NUMERAL.match(folded, cue[0]) or any(
                    has_after(folded, cue[0], name, rules) for name in stops
                )
                word = _NOUN_BEHIND.match(folded, cue[0])
                number = None if word is None else rules.numbers.get(word[0].strip().split("-")[0])
                is_number = number is not None and number.kind not in ("link", "point")
                return None if goes_on or is_number else (cue[1].modifier, cue[1].id)
        noun = _NOUN_BEHIND.match(folded, end)
        if noun is None:
            return None
        end = noun.end()
    return None
