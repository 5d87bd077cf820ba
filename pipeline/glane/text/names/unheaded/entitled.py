"""Titles without quotation marks behind «intitulé»: they run on to where the clause ends, in whatever language they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import behind_article
from glane.text.words import BREAKS, VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST = 30
_FEWEST = 2
_MARKS = frozenset('«»“”"–—')


def entitled_end(words: Sequence[Word], participle: int, first: int, lexicon: NameLexicon) -> int:
    """Index behind the title that «intitulé» leads to; 0 where something else leads to it, or it is quoted or one word.

    «intitulé Appui à la filière du miel», «intitulé Rivers of Memory: Telling the Delta in Ghana, dirigé par».

    Args:
        words: of the text.
        participle: index of the word that says that it is a title.
        first: index of its first word.
        lexicon: classes of words.
    """
    if words[participle].lower not in lexicon.words("entitled") or not words[first].is_capitalised:
        return 0
    if _has_owner(words, first + 1, lexicon):
        return 0  # «intitulé Rivages de l'agence des digues»
    foreign = _is_foreign(words, first + 1, lexicon)
    end = first + 1
    while end < min(len(words), first + _LONGEST) and not _ends(words, end, foreign=foreign):
        end += 1
    if end == first + _LONGEST:
        return 0  # a title that ends nowhere is none
    while end > first and (lexicon.is_function(words[end - 1].lower) or not words[end - 1].is_word):
        end -= 1
    return end if end - first >= _FEWEST else 0


def _has_owner(words: Sequence[Word], link: int, lexicon: NameLexicon) -> bool:
    """Whether «de» leads from the first word of a title to a body."""
    if link + 2 >= len(words) or words[link].lower not in lexicon.words("of"):
        return False
    noun = behind_article(words, link + 1, lexicon)
    return lexicon.is_head(words[noun].folded)


def _is_foreign(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a word that no French text has stands in a title, the part behind a colon included."""
    for word in words[first : first + _LONGEST]:
        if word.lower in lexicon.words("foreign_only"):
            return True
        if (word.text in BREAKS and word.text != ":") or word.text in _MARKS:
            return False
    return False


def _ends(words: Sequence[Word], index: int, *, foreign: bool) -> bool:
    """Whether a mark or a verb ends a title; what it means in another language stands behind a colon."""
    word = words[index]
    if foreign and word.text == ":":
        return False
    return word.text in BREAKS or word.text in _MARKS or (not foreign and word.pos in VERBS)
