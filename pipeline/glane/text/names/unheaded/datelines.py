"""News agencies in datelines: the acronym in brackets behind a town and perhaps a day, before a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.extent.adjectives import DASHES
from glane.text.words import find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SHORTEST = 3
_LONGEST = 10
"""Words of a dateline before the bracket: «Ouagadougou, le samedi 3 mai 2019»."""
_MARKS = frozenset(",-")
_STOPS = frozenset(".,")


def find_datelines(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[tuple[int, str]]:
    """Find the agencies' acronyms in datelines: «Rabat (MAP) – », «Khartoum, 23 juillet (SUNA) - ».

    Args:
        words: of the text.
        lexicon: classes of words, with the countries of towns.

    Yields:
        The index of each acronym, and the country of its town, empty where that is not known.
    """
    for opening in find_texts(words, "("):
        if not _encloses_agency(words, opening):
            continue
        first = _line_start(words, opening, lexicon)
        if first is None:
            continue
        country = lexicon.towns.get(words[first].lower, "")
        dated = any(word.lower in lexicon.words("month") for word in words[first + 1 : opening])
        if country or dated:
            yield opening + 1, country


def find_agencies(words: Sequence[Word], lexicon: NameLexicon, refused: Collection[str]) -> Iterator[Candidate]:
    """Find the agencies of datelines as bodies, but for acronyms that the document defines, as whatever."""
    for index, _country in find_datelines(words, lexicon):
        word = words[index]
        if word.text not in refused:
            yield Candidate(word.start, word.end, "organisation", "context:dateline", tier=EVIDENCE, subtype="media")


def _encloses_agency(words: Sequence[Word], opening: int) -> bool:
    """Whether brackets hold nothing but an acronym, and a dash follows, perhaps behind a full stop: «(ACP).- »."""
    dash = opening + 3
    if dash >= len(words) or words[dash - 1].text != ")":
        return False
    dash += words[dash].text in _STOPS
    acronym = words[opening + 1]
    short = acronym.text.isalpha() and acronym.text.isupper() and len(acronym.text) >= _SHORTEST
    return short and dash < len(words) and words[dash].text in DASHES


def _line_start(words: Sequence[Word], opening: int, lexicon: NameLexicon) -> int | None:
    """Index of the town that a line begins with, where nothing but a day stands between it and a bracket."""
    first = opening
    while first > 0 and words[first - 1].text != "\n":
        first -= 1
        if opening - first > _LONGEST or not _is_of_dateline(words[first], lexicon):
            return None
    return first if first < opening and words[first].is_word and words[first].is_capitalised else None


def _is_of_dateline(word: Word, lexicon: NameLexicon) -> bool:
    if word.is_capitalised or word.is_number or word.text in _MARKS:
        return True
    return any(word.lower in lexicon.words(name) for name in ("month", "weekday", "article"))
