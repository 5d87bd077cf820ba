"""What the knowledge base has of a document's names: found, told from what is written alike, and given their entities."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from glane.text.names.defined.closings import before_apposition
from glane.text.names.known.alike import agrees
from glane.text.names.known.backed import is_backed
from glane.text.names.known.bound import bind_pairs
from glane.text.names.known.frail import find_bracketed_frail, find_frail, is_foreign_acronym
from glane.text.names.known.left_out import leave_out
from glane.text.names.known.matches import surface_at
from glane.text.names.known.read_setting import read_setting
from glane.text.names.known.refuted import without_others
from glane.text.names.known.settled import settle
from glane.text.names.known.terms import is_common_or_act
from glane.text.names.unheaded.datelines import find_datelines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.acronyms.find import Definition
    from glane.text.knowledge import CountryMatch, EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base

_NEWS = "media"


class KnownNames(NamedTuple):
    """What the knowledge base has of a document.

    Attributes:
        matches: its names, with the entities that they mean here, in order.
        definitions: those of the document that the knowledge base does not refute.
        frail: the indices of acronyms that alone say little of what stands beside them.
        bound: the entities of the pairs that the document defines, ``None`` where another body is meant.
        unknown: what bodies are known by that the knowledge base has not, though their names.
    """

    matches: list[EntityMatch]
    definitions: list[Definition]
    frail: set[int]
    bound: dict[tuple[str, str], EntityRow | None]
    unknown: set[str]


def find_known(document: Document, base: Base, country_matches: Sequence[CountryMatch]) -> KnownNames:
    """Find the names of the knowledge base with the entities that they mean here.

    Args:
        document: with its words and all of its definitions.
        base: the knowledge base and the lexicon.
        country_matches: names of countries in it.

    Returns:
        The matches, some of them ``plain``, and what else they tell of the document.
    """
    definitions = [before_apposition(given, document.words, base.lexicon) for given in document.definitions]
    definitions = without_others(replace(document, definitions=definitions), base)
    document = replace(document, definitions=definitions)
    country_at = {match.first: match.row.sovereign or match.row.id for match in country_matches}
    lands = {(match.first, match.end) for match in country_matches}  # «Confédération suisse»
    found = [
        match
        for match in _find_names(document, base)
        if (match.first, match.end) not in lands and is_backed(match, document, country_at, base.lexicon)
    ]
    found = leave_out(document, base, list(_as_agencies(document, base, found)))
    weak = find_frail(document, base, found)
    frail = {match.first for match in weak}
    out = {match.first for match in weak if is_foreign_acronym(document, match)}
    out |= find_bracketed_frail(document, base, found, frail)
    found = [match for match in found if match.first not in out]
    setting = read_setting(document, base, found, country_matches, country_at)
    found = [match._replace(rows=setting.rank(match.rows)) if len(match.rows) > 1 else match for match in found]
    bound = dict(bind_pairs(document, base, setting, found, country_at))
    settled = settle(document, base, setting, found, bound, country_at)
    return KnownNames(settled, definitions, frail, bound, {match.plain for match in settled if match.plain})


def _find_names(document: Document, base: Base) -> Iterator[EntityMatch]:
    """Find names, but for acronyms to which the document gives another meaning."""
    knowledge, lexicon = base.knowledge, base.lexicon
    defined = {
        definition.short
        for definition in document.definitions
        if not agrees(definition, knowledge.by_acronym.get(definition.short, ()), lexicon)
    }
    for match in knowledge.find_entities(document.words):
        if match.form == "acronym" and (
            surface_at(document, match) in defined or is_common_or_act(document.words, match, lexicon)
        ):
            continue
        yield match


def _as_agencies(document: Document, base: Base, found: Sequence[EntityMatch]) -> Iterator[EntityMatch]:
    """Take the acronyms of datelines for news agencies, of their town's country, wherever they stand: «Alger (APS) – ».

    Those that no agency has are other bodies' («Dakar (BCEAO) – »), but never undertakings'.
    """
    towns = {document.words[index].text: country for index, country in find_datelines(document.words, base.lexicon)}
    for match in found:
        country = towns.get(surface_at(document, match)) if match.form == "acronym" else None
        if country is None:
            yield match
            continue
        bodies = tuple(row for row in match.rows if row.kind == "organisation")
        news = tuple(row for row in bodies if row.subtype == _NEWS and (not country or row.country == country))
        if bodies:
            yield match._replace(rows=news or bodies)
