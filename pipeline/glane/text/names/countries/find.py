"""The countries that a document names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.acronyms.pairs import gives_letter
from glane.text.candidate import Candidate
from glane.text.names.context import owner_link
from glane.text.names.countries.compounds import is_coined, is_compounded
from glane.text.names.countries.context import find_common_places, is_elsewhere, is_located
from glane.text.names.countries.divisions import is_division

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.knowledge import CountryMatch, KnowledgeBase
    from glane.text.names.document import Document
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def find_countries(words: Sequence[Word], knowledge: KnowledgeBase, lexicon: NameLexicon) -> list[CountryMatch]:
    """Find the names of countries; one that is also a person's or a common noun needs its surroundings."""
    found = list(knowledge.find_countries(words))
    indices = {index for match in found if not match.row.ambiguous for index in (match.first, match.end - 1)}
    common = find_common_places(words, lexicon)
    firsts, known = {match.first for match in found}, knowledge.by_acronym
    found = [
        match
        for match in found
        if words[match.first].lower not in common
        and not is_division(words, match, firsts, lexicon)
        and not is_coined(words, match.first, match.end, firsts, known, lexicon)
    ]
    return [
        match
        for match in found
        if not match.row.ambiguous or is_located(words, match.first, match.end, indices, lexicon)
    ]


def from_countries(
    document: Document, country_matches: Sequence[CountryMatch], knowledge: KnowledgeBase, lexicon: NameLexicon
) -> Iterator[Candidate]:
    """The candidates that names of countries make, but for those inside other names."""
    known = (knowledge.by_acronym, {given.short for given in document.definitions})
    starts = {document.words[match.first].start for match in country_matches}
    spelt = {given.long_end: given for given in document.definitions if given.short.isupper()}
    explained = {given.short for given in document.definitions if given.long_start not in starts}
    ends = {match.end for match in country_matches}
    reached = 0
    for match in country_matches:
        if match.end <= reached:
            continue  # «Luxembourg», in the «Grand-Duché de Luxembourg» of its Journal officiel
        if is_compounded(document.words, match.first, ends, known, lexicon):
            continue
        start, end = document.words[match.first].start, document.words[match.end - 1].end
        owned = end in spelt and owner_link(document.words, match.first, lexicon) is not None
        if owned and gives_letter(document.text[start:end], start, spelt[end]):
            continue
        if document.text[start:end] in explained:
            continue  # «Régie fédérale des alcools (RFA)»
        if is_elsewhere(document.words, match.first, match.end, lexicon):
            reached = match.end
        else:
            yield Candidate(start, end, "country", f"country:{match.row.id}", value=match.row)
