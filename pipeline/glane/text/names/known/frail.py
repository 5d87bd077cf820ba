"""Acronyms of which the knowledge base alone says little: short, without an article, listed among things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.known.listed import find_bracketed_things
from glane.text.names.known.matches import named_in_full, surface_at
from glane.text.names.known.namesakes import LONGEST_VAGUE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from glane.text.knowledge import EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base


def find_frail(document: Document, base: Base, found: Sequence[EntityMatch]) -> list[EntityMatch]:
    """Find the short acronyms that never have an article in the document, which does not name their bodies in full.

    Args:
        document: with its words and definitions.
        base: the knowledge base and the lexicon.
        found: names of the knowledge base, in order.
    """
    short = [match for match in found if match.form == "acronym" and len(surface_at(document, match)) <= LONGEST_VAGUE]
    named = named_in_full(found)
    named |= {row.id for given in document.definitions for row in base.knowledge.by_acronym.get(given.short, ())}
    articles = base.lexicon.words("one_definite")
    used = {
        surface_at(document, match)
        for match in short
        if match.first and document.words[match.first - 1].lower in articles
    }
    return [
        match
        for match in short
        if surface_at(document, match) not in used and not any(row.id in named for row in match.rows)
    ]


def find_bracketed_frail(
    document: Document, base: Base, found: Sequence[EntityMatch], frail: AbstractSet[int]
) -> set[int]:
    """The indices of acronyms that stand in a list of things, and where else they stand if they never have an article.

    Args:
        document: with its words and definitions.
        base: the knowledge base and the lexicon.
        found: names of the knowledge base.
        frail: the indices of those that `find_frail` finds.
    """
    known = {match.first: match.first in frail for match in found if match.form == "acronym"}
    defined = {given.short for given in document.definitions}
    things = find_bracketed_things(document.words, known, defined, base.lexicon)
    surfaces = {document.words[index].text for index in things if index in frail}
    return {*things, *(index for index in frail if document.words[index].text in surfaces)}


def is_foreign_acronym(document: Document, match: EntityMatch) -> bool:
    """Whether an acronym is one of another language: not the first of an entity («EPO»)."""
    return all(surface_at(document, match) in row.acronyms[1:] for row in match.rows)
