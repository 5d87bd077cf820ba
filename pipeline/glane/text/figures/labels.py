"""Amounts whose label says their currency and scale: «Budget en milliers d'euros : 12 500»."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from glane.rules.phrases import last_word
from glane.text.figures.context import has_before, strip_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.figures import FigureRules, UnitRow
    from glane.text.figures.candidate import FigureState

_LABEL = ":"
_BARE = ("figure.bare", "figure.announced")
_ONE = Decimal(1)


def read_labels(states: Sequence[FigureState], rules: FigureRules) -> None:
    """Give bare amounts behind a colon the currency and the scale that the label before it says.

    Args:
        states: figures of a text, changed in place.
        rules: currencies, nouns of number and classes of words.
    """
    for state in states:
        item = state.item
        if state.rule not in _BARE or item.has_unit or item.is_range or item.last.multiplier != 1:
            continue
        end = strip_left(item.folded, item.start)
        if item.folded[end - 1 : end] != _LABEL:
            continue
        told = _read_label(item.folded, strip_left(item.folded, end - 1), rules)
        if told is not None:
            unit, scale = told
            last = item.last._replace(unit=unit, value=item.last.value * scale * unit.factor, multiplier=scale)
            state.item, state.rule = item._replace(first=last, last=last), unit.id


def _read_label(folded: str, end: int, rules: FigureRules) -> tuple[UnitRow, Decimal] | None:
    """The currency and the scale that a label ends with: «en milliers d'euros», «(en euros)»."""
    end -= folded[end - 1 : end] == ")"
    word = rules.unit_words.before(folded, end)
    if word is None or word[1].quantity != "money":
        return None
    start, unit = word
    scale = _ONE
    link = rules.context("from").before(folded, strip_left(folded, start))
    if link is not None:
        at = strip_left(folded, link[0])
        noun = last_word(folded, at)
        row = rules.nouns.get(noun) or rules.numbers.get(noun)
        if row is None or row.value < 1000:
            return None
        start, scale = at - len(noun), row.value
    return (unit, scale) if has_before(folded, start, "unit_in", rules) else None
