"""Parties and bodies in brackets behind persons, which say what these belong to: «Awa Sarr (PDR), Luc Morel (UNAD)»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.clause import clause_before
from glane.text.words import find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_FEWEST_NAMES = 2
_LONGEST_NAME = 3
"""Words of a party's name that is no acronym: «Union-Progrès»."""
_SEAT_BEFORE = 7
"""Words before a list of members of a parliament among which their seat may stand: «les députés européens Sarr (PDR), …»."""
_LONGEST_PERSON = 8
_SHORTEST = 3
"""Letters of the longest acronym of a list: where all have two, they are of places."""
_FEWEST = 2
"""Persons of a list with an acronym each; one alone may bear it as a grade or a signature («Luc Morel (DRH)»)."""


class _Pair(NamedTuple):
    """A person with a name in brackets.

    Attributes:
        first: index of the person's first word.
        inner: of the first word in brackets.
        end: index behind the closing bracket.
        told: a title or a given name says that it is a person.
        full: there is more than a surname, and an acronym in brackets.
    """

    first: int
    inner: int
    end: int
    told: bool
    full: bool


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
    longest = max((len(words[pair.inner].text) for pair in listed), default=0)
    if longest < _SHORTEST:
        return  # «Awa Sarr (VD), Luc Morel (GE)»: where they are from
    several = len(listed) >= _FEWEST
    seated = several and _are_elected(words, listed[0].first, lexicon)
    told = several and any(pair.told for pair in listed)
    for pair in listed:
        text = words[pair.inner].text
        if text in refused or text in lexicon.stops:
            continue
        if seated or (pair.full and (told or _is_elected(words, pair.first, lexicon))):
            start, end = words[pair.inner].start, words[pair.end - 2].end
            yield Candidate(start, end, "organisation", "context:affiliated", tier=EVIDENCE)


def _read_pair(words: Sequence[Word], opening: int, lexicon: NameLexicon) -> _Pair | None:
    """Read a person's name before a bracket that holds an acronym or a name, other than the initials of the person's."""
    inner, closing = opening + 1, _find_closing(words, opening)
    if closing < 0:
        return None
    first = opening
    names: list[Word] = []
    while first > max(0, opening - _LONGEST_PERSON) and (words[first - 1].text == "-" or _is_name(words[first - 1])):
        first -= 1
        if words[first].is_word:
            names.insert(0, words[first])
    if not names or any(lexicon.is_head(word.folded) or word.is_acronym for word in names):
        return None
    if words[inner].text == "".join(word.text[0].upper() for word in names):
        return None  # «Paul Durand (PD)»
    titled = first > 0 and words[first - 1].lower in lexicon.words("title")
    told = titled or any(word.lower in lexicon.words("first_name") for word in names[:-1])
    full = len(names) >= _FEWEST_NAMES and closing == inner + 1 and words[inner].is_acronym
    return _Pair(first, inner, closing + 1, told, full)


def _find_closing(words: Sequence[Word], opening: int) -> int:
    """Index of the bracket that closes behind an acronym or a few capitalised words with hyphens; -1 for none."""
    for index in range(opening + 1, min(opening + _LONGEST_NAME + 2, len(words))):
        if words[index].text == ")":
            return index if index > opening + 1 else -1
        if not (_is_name(words[index]) or words[index].is_acronym or words[index].text == "-"):
            return -1
    return -1


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


def _are_elected(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a seat in a parliament stands shortly before a list, in the same sentence."""
    before = clause_before(words, first, _SEAT_BEFORE)
    return any(words[index].lower in lexicon.words("elected") for index in before)
