"""Where the next entry of a list of abbreviations begins, which no mark parts from the name before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_FEWEST = 3
"""Letters of an acronym that an entry begins with."""
_REACH = 8
"""Words behind an acronym among which its second letter begins one."""


def next_entry(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> int:
    """Index of an acronym inside a name that the head behind it explains: «[Bureau des quais] COL Comité de la lagune».

    Args:
        words: of the text.
        first: index of the first word that may be such an acronym.
        end: index behind the name.
        lexicon: the heads.

    Returns:
        The index; ``end`` where there is none.
    """
    for index in range(first, min(end, len(words) - 1)):
        if words[index].is_acronym and len(words[index].text) >= _FEWEST and _explains(words, index + 1, lexicon):
            return index
    return end


def _explains(words: Sequence[Word], noun: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised head and the words behind it begin with the first two letters of the acronym before."""
    head, letters = words[noun], words[noun - 1].folded
    if not head.is_capitalised or head.is_acronym or head.folded[0] != letters[0] or not lexicon.is_head(head.folded):
        return False
    return any(word.is_capitalised and word.folded[0] == letters[1] for word in words[noun + 1 : noun + _REACH])
