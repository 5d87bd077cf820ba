"""Who does something, and whom somebody works for: «mis en place depuis 2020 par Ekolis», «directrice des achats chez Sylex»."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from glane.text.words import SENTENCE_ENDS, VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_MOST_OF_DATE = 4
"""Words of a day: «mardi 3 mai 2021»."""
_REACH = 13
_WORKERS = ("profession", "post", "person", "working")


def is_deed(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a participle that bodies are the agents of stands at a word, or before «en» and a noun («mis en œuvre»).

    A date may stand behind it: «financé en 2021 par».

    Args:
        words: of the text.
        index: of the word before «par».
        lexicon: classes of words.
    """
    index = _before_date(words, index, lexicon)
    if index >= 2 and words[index - 1].lower in lexicon.words("in"):
        index -= 2
    return index >= 0 and is_participle_of(words[index].lower, "deed", lexicon)


def _before_date(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Index before the date that ends at a word, with its preposition or article; the word's own where none does."""
    first = index
    while first >= 0 and index - first < _MOST_OF_DATE and _is_of_date(words[first], lexicon):
        first -= 1
    if first == index or first < 1 or words[first].lower not in lexicon.words("dating"):
        return index
    return first - 1


def _is_of_date(word: Word, lexicon: NameLexicon) -> bool:
    return word.text.isdigit() or word.lower in lexicon.words("month") or word.lower in lexicon.words("weekday")


def is_employer(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether somebody works at what a word opens: «elle travaille chez Sylex», «arpenteur chez Terra Nord».

    Args:
        words: of the text.
        first: index of the name's first word.
        lexicon: classes of words.
    """
    if first > 1 and words[first - 1].lower in lexicon.words("article"):
        first -= 1
    if first < 1 or words[first - 1].lower not in lexicon.words("at") or words[first - 1].text.isupper():
        return False  # «L'EMPLOI CHEZ LES JEUNES»
    for index in range(first - 2, max(-1, first - _REACH), -1):
        if words[index].text in SENTENCE_ENDS or words[index].text == "\n":
            return False
        if any(words[index].lower in lexicon.words(name) for name in _WORKERS):
            return True
        if words[index].pos in VERBS:
            return False  # «le médecin observe chez Drosophila»
    return False


def is_participle_of(lower: str, word_class: str, lexicon: NameLexicon) -> bool:
    """Whether a participle in lower case, whatever its endings of gender and number, is one of a class."""
    return lexicon.participle_stem(lower) in _stems(lexicon, word_class)


@lru_cache(maxsize=16)
def _stems(lexicon: NameLexicon, word_class: str) -> frozenset[str]:
    return frozenset(map(lexicon.participle_stem, lexicon.words(word_class)))
