"""Acronyms by which a text cites laws and codes: «l'article L. 12-3 du CGCT», «la LPM dispose que …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import find_capitals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST = 16
"""Words that the numbers of articles may take up: «les articles L. 12-3 et R. 14-5 et suivants du CGCT»."""
_SHORTEST = 3
_NEAR = 7
"""Words of «art. L. 335-3 CPI»."""


def find_laws(words: Sequence[Word], lexicon: NameLexicon) -> frozenset[str]:
    """Find the acronyms that have articles, or lay down what follows, as no body does.

    Args:
        words: of the document.
        lexicon: classes of words.

    Returns:
        The acronyms, which the document may use elsewhere as if they were bodies: «prévues par le CGCT».
    """
    return frozenset(
        words[index].text
        for index in find_capitals(words)
        if _is_acronym(words[index])
        and (
            _lays_down(words, index, lexicon)
            or _is_cited(words, index, lexicon)
            or _is_cited_bare(words, index, lexicon)
        )
    )


def find_codes(words: Sequence[Word], lexicon: NameLexicon) -> frozenset[str]:
    """Find the acronyms that an article is told of as lawyers do: «(art. 125 OACI)», «CPI, art. L. 335-3».

    A body may have articles otherwise: «l'article 5 de l'OTAN».

    Args:
        words: of the document.
        lexicon: classes of words.
    """
    return frozenset(
        words[index].text
        for part in lexicon.find_class(words, "law_part")
        for index in _around(words, part)
        if _is_acronym(words[index]) and _is_cited_bare(words, index, lexicon)
    )


def _around(words: Sequence[Word], part: int) -> range:
    """The places near an article where the acronym of its code may stand."""
    return range(max(0, part - 2), min(len(words), part + _NEAR))


def _is_cited_bare(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether an article stands beside an acronym, without a preposition: «(art. 125 OACI)», «CPI, art. L. 335-3»."""
    parts = lexicon.words("law_part")
    behind = words[index + 1 : index + 3]
    if len(behind) > 1 and behind[0].text == "," and behind[1].lower in parts:
        return any(any(map(str.isdigit, word.text)) for word in words[index + 3 : index + _NEAR])
    if not index or not words[index - 1].is_number:
        return False
    for word in reversed(words[max(0, index - _NEAR) : index - 1]):
        if word.lower in parts:
            return True
        if word.is_word and word.lower not in lexicon.words("law_series"):
            return False
    return False


def _is_acronym(word: Word) -> bool:
    return word.text.isupper() and word.text.isalpha() and len(word.text) >= _SHORTEST


def _lays_down(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """«dispose que»: a body «dispose de» what it has."""
    if index + 2 >= len(words) or words[index + 1].lower not in lexicon.words("law_verb"):
        return False
    return words[index + 2].lower in lexicon.words("law_that")


def _is_cited(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether the number of an article stands in front: «les articles 5 à 7 du CGI», «R. 123-4 du CESEDA»."""
    at = index - 1
    if at > 0 and words[at].lower in lexicon.words("article"):
        at -= 1  # «de la LPM»
    if at < 1 or words[at].lower not in lexicon.words("of"):
        return False
    number = ""
    for word in reversed(words[max(0, at - _LONGEST) : at]):
        if word.lower in lexicon.words("law_part"):
            return bool(number)
        if any(map(str.isdigit, word.text)):
            number = word.text
        elif word.lower in lexicon.words("law_series"):
            if "-" in number:
                return True
        elif word.is_word and word.lower not in lexicon.words("law_between"):
            return False
    return False
