"""Sums that say in another currency what the sum before them says: «12 milliards de dirhams (1,1 milliard d'euros)»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.figures.context import has_before, strip_left

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.candidate import FigureCandidate

_REACH = 80
_BRACKET = 30
"""Characters between a bracket and a sum in it: «(plus de 762 millions d'euros)»."""


def is_bracketed_conversion(head: FigureCandidate, other: FigureCandidate) -> bool:
    """Whether a sum of another currency stands in brackets behind a sum."""
    one, two = head.last.unit, other.last.unit
    if one is None or two is None or {one.quantity, two.quantity} != {"money"} or one.unit == two.unit:
        return False
    between = other.text[head.end : other.start]
    return len(between) <= _REACH and _is_open(between)


def is_conversion(head: FigureCandidate, other: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a sum says a sum before it in another currency, in brackets or behind «soit»."""
    if is_bracketed_conversion(head, other):
        return True
    one, two = head.last.unit, other.last.unit
    if one is None or two is None or one.unit == two.unit or other.start - head.end > _REACH:
        return False
    cue = rules.cues_before.before(other.folded, strip_left(other.folded, other.start))
    return has_before(other.folded, other.start if cue is None else cue[0], "restated", rules)


def is_inside(bracketed: FigureCandidate, other: FigureCandidate) -> bool:
    """Whether the brackets of a sum are still open at another one: «(1,1 milliard d'euros, dont 20 millions en dons)»."""
    text = other.text
    before = text[max(0, bracketed.start - _BRACKET) : bracketed.start]
    return _is_open(before) and ")" not in text[bracketed.end : other.start]


def _is_open(text: str) -> bool:
    """Whether the last bracket of a text is one that opens."""
    return text.rfind("(") > text.rfind(")")
