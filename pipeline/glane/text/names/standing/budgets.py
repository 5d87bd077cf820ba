"""Missions of a state's budget, which are programmes: «les crédits de la mission « Aide aux communes »»."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.words import QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_NEAR = 25
"""Words at either side of a name, at most, that belong to its sentence."""
_DIGITS = 3
"""Digits of the number of a budget's programme."""
_ENDS = frozenset(".\n;")


def budget_mission(
    words: Sequence[Word], first: int, head_end: int, end: int, head: HeadRow, lexicon: NameLexicon
) -> HeadRow | None:
    """The row of a programme for the head of a mission whose sentence speaks of a budget.

    Args:
        words: of the text.
        first: index of the name's first word.
        head_end: index behind the head.
        end: index behind the name's last word.
        head: the head's row.
        lexicon: classes of words.

    Returns:
        The row; ``None`` for another head, for a name that is neither quoted nor a capitalised word right behind the
        head, and where the sentence does not speak of a budget. One that is not quoted needs a sure sign of that: «la
        mission Défense du budget», «le programme 178 de la mission Défense».
    """
    if not head.is_one_of(lexicon.words("estimates_head")) or head_end >= end:
        return None
    quoted = words[head_end].text in QUOTES
    if not quoted and (not words[head_end].is_capitalised or words[head_end].is_acronym):
        return None
    nearby = _sentence(words, first, end)
    signs = _is_sure(nearby, lexicon) or (end + 1 < len(words) and words[end + 1].lower in lexicon.words("bill"))
    if not signs and not (quoted and any(word.lower in lexicon.words("estimates_sign") for word in nearby)):
        return None
    return head.model_copy(update={"kind": "programme", "subtype": "programme"})


def _sentence(words: Sequence[Word], first: int, end: int) -> list[Word]:
    """The words around a name up to the ends of its sentence, a number of them at either side at most."""
    begin = first
    while begin > max(0, first - _NEAR) and words[begin - 1].text not in _ENDS:
        begin -= 1
    stop = end
    while stop < min(len(words), end + _NEAR) and words[stop].text not in _ENDS:
        stop += 1
    return [*words[begin:first], *words[end:stop]]


def _is_sure(nearby: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether words name a budget or what only one has: «PLF», «crédits de paiement», «programme 178»."""
    if any(lexicon.phrase_end(nearby, index, "estimates_sure") for index in range(len(nearby))):
        return True
    return any(
        word.lower in lexicon.words("estimates_part") and after.text.isdigit() and len(after.text) == _DIGITS
        for word, after in pairwise(nearby)
    )
