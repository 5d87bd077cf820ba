"""Bodies that have the name of another state's: «la cour des comptes du Bénin», «l'IGF de Côte d'Ivoire»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import Candidate
from glane.text.words import beginning_at, ending_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SHORTEST_PHRASE = 2
"""Words behind the first of a noun with a complement: «cour des comptes», not «La Poste»."""


def find_namesakes(
    words: Sequence[Word],
    found: Sequence[Candidate],
    country_spans: Sequence[tuple[int, int]],
    country_at: Mapping[int, str],
    lexicon: NameLexicon,
) -> Iterator[Candidate]:
    """Find bodies that have the name of another state's, with their own behind it: «la cour des comptes du Bénin».

    So with acronyms that are known to be another's: «l'IGF de Côte d'Ivoire», «l'ANSSI tunisienne».

    Args:
        words: of the text.
        found: candidates so far.
        country_spans: first and end index of the names of countries.
        country_at: the countries by the indices of their first words.
        lexicon: classes of words.

    Yields:
        Candidates of organisations.
    """
    ends = dict(country_spans)
    for candidate in found:
        own = {row.country for row in candidate.entities}  # none, where it is known to be another's
        if candidate.kind != "organisation" or not candidate.is_known or None in own:
            continue
        first, last = beginning_at(words, candidate.start), ending_at(words, candidate.end)
        if first is None or last is None or last + 1 >= len(words):
            continue
        if first == last and words[last].is_acronym:
            stop = 0 if own else _told_end(words, last + 1, ends, lexicon)
        else:
            stop = _state_end(words, (first, last), own, ends, country_at, lexicon)
        if stop:
            yield Candidate(candidate.start, stop, candidate.kind, "branch:state", subtype=candidate.subtype)


def _told_end(words: Sequence[Word], index: int, ends: Mapping[int, int], lexicon: NameLexicon) -> int:
    """Where the country ends, or its adjective, that tells an acronym from another state's; 0 where none stands there."""
    if words[index].text.islower() and words[index].folded in lexicon.country_adjectives:
        return words[index].end
    place = _place_of(words, index, lexicon)
    return words[ends[place] - 1].end if place in ends else 0


def _state_end(
    words: Sequence[Word],
    span: tuple[int, int],
    own: Collection[str | None],
    ends: Mapping[int, int],
    country_at: Mapping[int, str],
    lexicon: NameLexicon,
) -> int:
    """Where the country ends that tells a name from another state's, which says nothing of its own; 0 for none."""
    first, last = span
    if last - first < _SHORTEST_PHRASE or words[last].is_acronym:
        return 0
    place = _place_of(words, last + 1, lexicon)
    if place not in ends or place not in country_at or country_at[place] in own:
        return 0
    told = any(word.folded in lexicon.country_adjectives for word in words[first : last + 1])
    named = any(index in ends for index in range(first, last + 1))
    return 0 if told or named else words[ends[place] - 1].end


def _place_of(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Index of what «de» at a word and perhaps an article lead to; -1 where none stands there."""
    if index + 1 >= len(words) or words[index].lower not in lexicon.words("of"):
        return -1
    article = index + 2 < len(words) and words[index + 1].lower in lexicon.words("article")
    return index + 1 + article
