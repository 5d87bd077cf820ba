"""Bounds that figures of one verb share: «n'excède pas 3 500 habitants ici et 5 000 habitants là»."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.figures.context import has_before, is_plural_verb, noun_behind, share_bound, words_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.figures import FigureRules
    from glane.text.figures.find import FigureMatch

_REACH = 120
_NEAR = 3
_NOUN = 60
_CLAUSE_ENDS = frozenset("\n.;:!?()")
_WORD = re.compile(r" ([^\W\d_]+)")


def share_bounds(found: Sequence[FigureMatch], text: str, folded: str, rules: FigureRules) -> list[FigureMatch]:
    """Give a figure the bound of the one before it, where «et» or «ou» joins both behind one verb or preposition.

    Args:
        found: the figures of a text, in order.
        text: its shadow text.
        folded: the same in lower case.
        rules: words of bounds and links.
    """
    shared = list(found)
    for index, (left, right) in enumerate(pairwise(found)):
        bound = shared[index].modifier
        if bound is None or right.modifier is not None or right.start - left.end > _REACH:
            continue
        if _share_verb(left, right, folded, rules) and _are_alike(left, right, text, folded, rules):
            shared[index + 1] = right._replace(modifier=bound)
    return shared


def _share_verb(left: FigureMatch, right: FigureMatch, folded: str, rules: FigureRules) -> bool:
    if not _CLAUSE_ENDS.isdisjoint(folded[left.end : right.start]):
        return False
    if share_bound(folded, left.start, right.start, rules):
        return True
    if not has_before(folded, right.start, "joint", rules):
        return False
    verb = rules.context("bound_verb")
    return any(map(verb.has_word, words_before(folded, left.start, _NEAR)))


def _are_alike(left: FigureMatch, right: FigureMatch, text: str, folded: str, rules: FigureRules) -> bool:
    """Whether two figures have the same unit or noun, and the second is no subject of a verb."""
    if left.unit != right.unit or left.quantity != right.quantity:
        return False
    end, noun = right.end, noun_behind(text, folded, right.end, rules)
    if right.quantity == "count":
        if not noun or noun != noun_behind(text, folded, left.end, rules):
            return False
        end = max(end, folded.find(noun.lower(), end, end + _NOUN) + len(noun))
    word = _WORD.match(folded, end)
    return word is None or not is_plural_verb(word[1], rules)
