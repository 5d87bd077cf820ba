"""The countries that a document names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.acronyms.pairs import gives_letter
from glane.text.candidate import Candidate
from glane.text.names.context import owner_link
from glane.text.names.countries.compounds import is_coined, is_compounded
from glane.text.names.countries.context import find_common_places, is_elsewhere, is_located

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.components.state import Resources, State
    from glane.text.knowledge import CountryMatch


def find_countries(state: State, resources: Resources) -> list[CountryMatch]:
    """Find the names of countries; one that is also a person's or a common noun needs its surroundings."""
    words = state.words
    found = list(resources.knowledge.find_countries(words))
    indices = {index for match in found if not match.row.ambiguous for index in (match.first, match.end - 1)}
    common = find_common_places(words, resources.lexicon)
    firsts, known = {match.first for match in found}, resources.knowledge.by_acronym
    found = [
        match
        for match in found
        if words[match.first].lower not in common
        and not is_coined(words, match.first, match.end, firsts, known, resources.lexicon)
    ]
    return [
        match
        for match in found
        if not match.row.ambiguous or is_located(words, match.first, match.end, indices, resources.lexicon)
    ]


def from_countries(state: State, countries: Sequence[CountryMatch], resources: Resources) -> Iterator[Candidate]:
    """The candidates that names of countries make, but for those inside other names."""
    lexicon = resources.lexicon
    known = (resources.knowledge.by_acronym, {given.short for given in state.definitions})
    starts = {state.words[match.first].start for match in countries}
    spelt = {given.long_end: given for given in state.definitions if given.short.isupper()}
    explained = {given.short for given in state.definitions if given.long_start not in starts}
    ends = {match.end for match in countries}
    reached = 0
    for match in countries:
        if match.end <= reached:
            continue  # «Luxembourg», in the «Grand-Duché de Luxembourg» of its Journal officiel
        if is_compounded(state.words, match.first, ends, known, lexicon):
            continue
        start, end = state.words[match.first].start, state.words[match.end - 1].end
        owned = end in spelt and owner_link(state.words, match.first, lexicon) is not None
        if owned and gives_letter(state.shadow.text[start:end], start, spelt[end]):
            continue
        if state.shadow.text[start:end] in explained:
            continue  # «Régie fédérale des alcools (RFA)»
        if is_elsewhere(state.words, match.first, match.end, lexicon):
            reached = match.end
        else:
            yield Candidate(start, end, "country", f"country:{match.row.id}", value=match.row)
