"""Networks of people by their name, behind the common noun: «le réseau OHDSI», «le réseau European Forest Journalists»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.context import is_name_word, is_person

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SHORTEST = 5
"""Letters of an acronym that is hardly that of a technology: «réseau GSM», «réseau AEP»."""
_FEWEST = 3
"""Capitalised words that are a name, where two may be a brand or a person."""
_LONGEST = 6


def find_networks(words: Sequence[Word], lexicon: NameLexicon, known: Collection[int]) -> Iterator[Candidate]:
    """Find an acronym of five letters or more, or three capitalised words in a row, behind a network in small letters.

    Args:
        words: of the text.
        lexicon: heads and classes of words.
        known: offsets of words that are, or begin, names already, countries among them.

    Yields:
        Candidates of organisations.
    """
    for index in lexicon.find_class(words, "network"):
        first = index + 1
        led = index > 0 and words[index - 1].lower in lexicon.words("one_definite")
        if not led or first >= len(words) or not words[index].text.islower():
            continue
        end = _run_end(words, first, lexicon, known)
        named = end - first >= _FEWEST or (end == first + 1 and _is_long_acronym(words[first], lexicon))
        if named and not is_person(words, first, end, lexicon):
            start, stop = words[first].start, words[end - 1].end
            yield Candidate(start, stop, "organisation", "context:network", tier=EVIDENCE, subtype="forum")


def _run_end(words: Sequence[Word], first: int, lexicon: NameLexicon, known: Collection[int]) -> int:
    """Index behind the capitalised words at an index, one blank apart; ``first`` where a name stands among them."""
    end = first
    while end < len(words) and is_name_word(words[end], lexicon) and words[end].start - words[end - 1].end == 1:
        if words[end].start in known or end - first >= _LONGEST:
            return first
        end += 1
    joined = end < len(words) and end > first and words[end].start == words[end - 1].end and words[end].text in "-/"
    return first if joined else end


def _is_long_acronym(word: Word, lexicon: NameLexicon) -> bool:
    """Whether a word in capitals is long enough for a body's, and neither a technology nor a word that names nothing."""
    shouted = word.text.isalpha() and word.text.isupper() and len(word.text) >= _SHORTEST
    return shouted and word.text not in lexicon.stops and word.lower not in lexicon.words("technology")
