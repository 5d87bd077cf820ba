"""Whom a body called by common nouns is of: «une association dénommée Entraide des Mères du Gabon»."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def people_end(words: Sequence[Word], end: int, lexicon: NameLexicon) -> int:
    """Index behind «des» with capitalised plurals, and their land: «Entraide des Mères et Filles du Gabon».

    Args:
        words: of the text.
        end: index behind the first word of a name.
        lexicon: heads and classes of words.

    Returns:
        The index, ``end`` where no such thing follows.
    """
    if end >= len(words) or words[end].lower not in lexicon.words("of_several"):
        return end
    people = end
    while people + 1 < len(words) and _is_people(words[people + 1], lexicon):
        people += 2
        joined = people + 1 < len(words) and (words[people].text == "," or words[people].lower in lexicon.words("and"))
        if not joined:
            break
    if people == end or words[people - 1].text == ",":
        return end
    place = people + 1
    if place + 1 >= len(words) or words[people].lower not in lexicon.words("of"):
        return people
    place += words[place].lower in lexicon.words("article")
    stop = place
    while stop < len(words) and _is_of_place(words, stop, lexicon):
        stop += 1
    return people if stop == place else stop


def _is_people(word: Word, lexicon: NameLexicon) -> bool:
    """Whether a word may stand for people, as a capitalised plural that heads no name."""
    plural = word.is_capitalised and not word.is_acronym and lexicon.may_be_plural(word.lower)
    return plural and not lexicon.is_head(word.folded)


def _is_of_place(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised word behind one blank may be one of a place's name, rather than of a body's or a person's."""
    word = words[index]
    touches = word.start - words[index - 1].end <= 1
    common = lexicon.is_head(word.folded) or lexicon.is_function(word.lower) or word.lower in lexicon.words("title")
    return word.is_word and word.is_capitalised and touches and not common
