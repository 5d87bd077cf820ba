"""Where the next entry of a list of abbreviations begins, which no mark parts from the name before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_FEWEST = 3
"""Letters of an acronym that an entry begins with, where the first two of them are all that is asked for."""
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
        if words[index].is_acronym and _opens_entry(words, index, lexicon):
            return index
    return end


def _opens_entry(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether what stands behind an acronym is what it stands for."""
    if len(words[index].text) >= _FEWEST and _explains(words, index + 1, lexicon):
        return True
    return is_spelt_behind(words, index, lexicon)


def is_spelt_behind(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether the initials of the words right behind an acronym are its letters, all of them: «QMB Quais du Monde Bleu».

    Function words may be left out; the first word and the last have capitals.
    """
    letters = words[index].folded
    if not letters.isalpha() or not words[index + 1].is_capitalised:
        return False
    given, last = 0, words[index]
    for word in words[index + 1 : index + 1 + _REACH + len(letters)]:
        if given == len(letters) or not word.is_word or word.is_acronym:
            break
        if word.folded[0] == letters[given]:
            given, last = given + 1, word
        elif not lexicon.is_function(word.lower):
            return False
    return given == len(letters) and last.is_capitalised


def _explains(words: Sequence[Word], noun: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised head and the words behind it begin with the first two letters of the acronym before."""
    head, letters = words[noun], words[noun - 1].folded
    if not head.is_capitalised or head.is_acronym or head.folded[0] != letters[0] or not lexicon.is_head(head.folded):
        return False
    return any(word.is_capitalised and word.folded[0] == letters[1] for word in words[noun + 1 : noun + _REACH])
