"""Bare numbers whose noun was said before: «24 dossiers à Paris et 12 à Lyon», «76 voix pour, 10 contre»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.figure_context import has_after, has_before, strip_left

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figure_candidate import Candidate

TAKEN = "\x01"
"""What dates are blotted out with."""
_NEAR = 80
_ENDS = frozenset("\n.!?:")


def is_elided(left: Candidate, right: Candidate, rules: FigureRules) -> bool:
    """Whether a bare number counts what a figure before it in the sentence counts.

    Args:
        left: a figure that counts, the last one before the number.
        right: the number.
        rules: classes of words.
    """
    text, folded = right.text, right.folded
    between = text[left.end : right.start]
    if len(between) > _NEAR or not _ENDS.isdisjoint(between):
        return False
    if not has_before(folded, right.start, "elided_before", rules):
        return False
    if has_after(folded, right.end, "elective_verb", rules):
        return True
    if has_after(folded, right.end, "vote_side", rules):
        vote = rules.context("vote")
        return any(vote.has_word(word) for word in folded[left.end : right.start].replace(",", " ").split())
    return _is_placed(right, rules)


def _is_placed(item: Candidate, rules: FigureRules) -> bool:
    """Whether a place or a date follows: «12 à Lyon», «31 en 2020»."""
    if not item.text.startswith(" ", item.end):
        return False
    place = rules.context("elided_place").after(item.folded, item.end + 1)
    if place is None:
        return False
    at = place[0] + 1 if item.text.startswith(" ", place[0]) else place[0]
    return item.text[at : at + 1].isupper() or item.text.startswith(TAKEN, at)


def is_change_over_time(left: Candidate, right: Candidate, rules: FigureRules) -> bool:
    """Whether only a date and «à» stand between two numbers: «passer de 12 en 2015 à 18 en 2020»."""
    text, folded = right.text, right.folded
    to = rules.context("to").before(folded, strip_left(folded, right.start))
    if to is None or not left.end < to[0] <= left.end + _NEAR or TAKEN not in text[left.end : to[0]]:
        return False
    words = text[left.end : to[0]].replace(TAKEN, " ").split()
    return len(words) <= 1 and (not words or rules.context("elided_place").has_word(words[0].lower()))
