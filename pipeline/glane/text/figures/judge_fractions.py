"""Which fractions, and nouns of number, are figures: «deux tiers des voix», «une centaine de juges», not «la moitié nord»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.bounds import modifier_before
from glane.text.figures.context import (
    WORD_NEAR,
    has_after,
    has_before,
    is_between,
    noun_behind,
    strip_left,
    words_before,
)
from glane.text.figures.elision import TAKEN
from glane.text.figures.exclusion import is_alone

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.candidate import FigureCandidate

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_DATED = re.compile(rf" \w{{1,3}} {TAKEN}")
"""A day behind the number of a resolution, not what is divided: «56/186 du 21 décembre 2001»."""
_THOUSAND = 1000


def judge_noun(item: FigureCandidate, rules: FigureRules) -> str | None:
    """Name the rule by which a noun of number is a figure; ``None`` where it is none."""
    number, folded = item.last.number, item.folded
    link = rules.context("from").after(folded, item.end + 1) if folded.startswith(" ", item.end) else None
    style = number.style
    is_definite = style.startswith("definite")
    articles = ("definite_single", "fraction_definite") if number.value >= _THOUSAND else ("definite_single",)
    if is_definite and (link is None or not any(has_before(folded, item.start, name, rules) for name in articles)):
        return None
    if style.endswith("ambiguous") and (link is None or not WORD_NEAR.match(folded, link[0])):
        # «plus d'une trentaine des cadres»
        return number.rule if not is_definite and has_after(folded, item.end, "elective", rules) else None
    return number.rule or "figure.bare"


def judge_fraction(item: FigureCandidate, rules: FigureRules) -> str | None:
    """Name the rule by which a fraction is a figure; ``None`` where it is none."""
    number, folded = item.last.number, item.folded
    kind = number.style
    is_definite = has_before(folded, item.start, "fraction_definite", rules)
    if item.last.unit is not None:
        is_half = kind == "whole" and item.last.unit.quantity != "percent"  # «la moitié de un pour cent»
        return None if is_half or (kind == "definite" and not is_definite) else item.last.unit.id
    divides = any(has_after(folded, item.end, name, rules) for name in ("fraction_of", "fraction_subject"))
    if kind == "whole":
        return number.rule if _halves_a_thing(item, rules) else None
    if kind == "slash":
        is_proper = number.value < 1 and item.text[item.start - 1 : item.start] != "("
        is_proper = is_proper and not _DATED.match(folded, item.end)
        return "figure.fraction" if is_proper and (divides or is_alone(item)) else None
    if kind == "share":
        return "figure.ratio"
    if kind == "definite":
        return "figure.fraction" if divides and is_definite else None
    first = _FIRST_WORD.match(folded, number.start)
    one = None if first is None else rules.numbers.get(first[0])
    is_several = (one is None or one.value != 1) and kind != "half"
    if kind == "glyph" or (kind in ("plain", "party") and is_several) or divides or is_alone(item):
        return "figure.fraction"
    if modifier_before(folded, item.start, rules) is not None or _is_change_by(item, rules):
        return "figure.fraction"
    if is_between(folded, item.start, rules) or has_before(folded, item.start, "amount", rules):
        return "figure.fraction"
    if kind == "ordinal" and is_several:
        return None if noun_behind(item.text, folded, item.end, rules) else "figure.fraction"
    is_last = not WORD_NEAR.match(folded, item.end) and folded[item.end : item.end + 1] != "-"
    return "figure.fraction" if is_last and kind != "party" else None


def _halves_a_thing(item: FigureCandidate, rules: FigureRules) -> bool:
    """«la moitié des communes», «réduit de moitié», not «première moitié», «la moitié du siècle» nor «la moitié nord»."""
    if not has_before(item.folded, item.start, "fraction_whole", rules):
        return _is_change_by(item, rules)
    after = rules.context("fraction_of").after(item.folded, item.end + 1)
    if after is None:
        return not has_after(item.folded, item.end, "half_stop", rules)
    at = after[0] + 1 if item.folded.startswith(" ", after[0]) else after[0]
    return rules.unit_words.after(item.folded, at) is None


def _is_change_by(item: FigureCandidate, rules: FigureRules) -> bool:
    """«réduire d'un tiers»."""
    at = strip_left(item.folded, item.start)
    # «réduit de près de moitié»
    cue = rules.cues_before.before(item.folded, at)
    origin = rules.context("from").before(item.folded, at if cue is None else strip_left(item.folded, cue[0]))
    if origin is None:
        return False
    return any(rules.context("share_change").has_word(word) for word in words_before(item.folded, origin[0], 3))
