"""Undertakings that a sentence opens on by what was done with them: «Lancé en 2019 par la région, Kalimo forme les jeunes»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.context import is_person, opens_sentence
from glane.text.words import SENTENCE_ENDS, VERBS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST_CLAUSE = 24
_LONGEST_NAME = 4
_SHORTEST = 3
_PERSON = 2
"""Words of a person's name, which those of an undertaking may be too."""


def find_launched(words: Sequence[Word], lexicon: NameLexicon, known: Collection[int]) -> Iterator[Candidate]:
    """Find the subjects of sentences that a participle of what is launched or financed opens.

    Args:
        words: of the text.
        lexicon: classes of words.
        known: offsets of words that are, or begin, names already, countries among them.

    Yields:
        Candidates of undertakings.
    """
    for participle in lexicon.find_class(words, "launched"):
        if not (words[participle].is_capitalised and opens_sentence(words, participle)):
            continue
        if not _tells_when_or_by_whom(words, participle, lexicon):
            continue
        for comma in range(participle + 2, min(len(words) - 2, participle + _LONGEST_CLAUSE)):
            if words[comma].text in SENTENCE_ENDS:
                break
            end = _name_end(words, comma + 1, lexicon, known) if words[comma].text == "," else 0
            if end:
                start, stop = words[comma + 1].start, words[end - 1].end
                yield Candidate(start, stop, "programme", "context:launched", tier=EVIDENCE, subtype="programme")
                break


def _tells_when_or_by_whom(words: Sequence[Word], participle: int, lexicon: NameLexicon) -> bool:
    """Whether an agent or a date follows: «Lancé en mai 2019», «Financé par l'AFD», not «Lancé en politique»."""
    link = participle + 1
    if link + 1 >= len(words):
        return False
    date = words[link + 1]
    by_whom = words[link].lower in lexicon.words("by")
    return by_whom or date.is_number or date.lower in lexicon.words("month")


def _name_end(words: Sequence[Word], first: int, lexicon: NameLexicon, known: Collection[int]) -> int:
    """Index behind the capitalised words without an article before a verb; 0 for none, or a person."""
    end = first
    while end < len(words) and words[end].is_word and words[end].is_capitalised and words[end].start not in known:
        if lexicon.is_function(words[end].lower) or lexicon.is_head(words[end].folded) or end - first >= _LONGEST_NAME:
            return 0
        end += 1
    if end == first or end >= len(words) or len(words[first].text) < _SHORTEST or words[first].text in lexicon.stops:
        return 0
    told = words[end].text.islower() and words[end].pos in VERBS
    person = end - first == _PERSON and all(word.text.istitle() for word in words[first:end])
    place = words[first].lower in lexicon.words("known_city")
    return end if told and not (person or place or is_person(words, first, end, lexicon)) else 0
