"""Acronyms in brackets behind persons, which say what these belong to: «Awa Sarr (PDR), Luc Morel (UNAD)»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.words import find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.name_lexicon import NameLexicon
    from glane.text.words import Word

_FEWEST_NAMES = 2
_LONGEST_PERSON = 8
_SHORTEST = 3
"""Letters of the longest acronym of a list: where all have two, they are of places."""
_FEWEST = 2
"""Persons of a list with an acronym each; one alone may bear it as a grade or a signature («Luc Morel (DRH)»)."""


class _Pair(NamedTuple):
    """A person with an acronym in brackets: index of the first word, of the acronym, and behind the bracket."""

    first: int
    acronym: int
    end: int
    told: bool


def find_affiliations(words: Sequence[Word], lexicon: NameLexicon, refused: Collection[str]) -> Iterator[Candidate]:
    """Find the acronyms that each person of a list has in brackets, or a member of parliament.

    «Awa Sarr (PDR), Luc Morel (UNAD) et Paul Ngo (CPL)», «la députée Awa Sarr (PDR)».

    Args:
        words: of the text.
        lexicon: classes of words.
        refused: acronyms that the document defines, as whatever.

    Yields:
        Candidates of organisations.
    """
    listed: list[_Pair] = []
    for opening in find_texts(words, "("):
        pair = _read_pair(words, opening, lexicon)
        if pair is None:
            continue
        if listed and not _follows(words, listed[-1], pair, lexicon):
            yield from _give(words, listed, lexicon, refused)
            listed = []
        listed.append(pair)
    yield from _give(words, listed, lexicon, refused)


def _give(
    words: Sequence[Word], listed: Sequence[_Pair], lexicon: NameLexicon, refused: Collection[str]
) -> Iterator[Candidate]:
    several = len(listed) >= _FEWEST and any(pair.told for pair in listed)
    longest = max((len(words[pair.acronym].text) for pair in listed), default=0)
    if longest < _SHORTEST:
        return  # «Awa Sarr (VD), Luc Morel (GE)»: where they are from
    for pair in listed:
        text = words[pair.acronym].text
        if text in refused or text in lexicon.stops:
            continue
        if several or _is_elected(words, pair.first, lexicon):
            start, end = words[pair.acronym].start, words[pair.acronym].end
            yield Candidate(start, end, "organisation", "context:affiliated", tier=EVIDENCE)


def _read_pair(words: Sequence[Word], opening: int, lexicon: NameLexicon) -> _Pair | None:
    """Read a person's name before a bracket that holds an acronym, other than the initials of the name."""
    if opening + 2 >= len(words) or words[opening + 2].text != ")" or not words[opening + 1].is_acronym:
        return None
    first = opening
    names: list[Word] = []
    while first > max(0, opening - _LONGEST_PERSON) and (words[first - 1].text == "-" or _is_name(words[first - 1])):
        first -= 1
        if words[first].is_word:
            names.insert(0, words[first])
    if len(names) < _FEWEST_NAMES or any(lexicon.is_head(word.folded) for word in names):
        return None
    acronym = words[opening + 1].text
    if acronym == "".join(word.text[0].upper() for word in names):
        return None  # «Paul Durand (PD)»
    titled = first > 0 and words[first - 1].lower in lexicon.words("title")
    told = titled or any(word.lower in lexicon.words("first_name") for word in names[:-1])
    return _Pair(first, opening + 1, opening + 3, told)


def _is_name(word: Word) -> bool:
    return word.is_word and word.is_capitalised


def _follows(words: Sequence[Word], before: _Pair, pair: _Pair, lexicon: NameLexicon) -> bool:
    """Whether nothing but what joins the items of a list, and titles, stands between two persons."""
    between = words[before.end : pair.first]
    return all(
        word.text in {",", ";", "\n"} or word.lower in lexicon.words("and") or word.lower in lexicon.words("title")
        for word in between
    )


def _is_elected(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a seat in a parliament stands before a name, a title between them or not: «le député M. Paul Ngo»."""
    return any(word.lower in lexicon.words("elected") for word in words[max(0, first - 2) : first])
