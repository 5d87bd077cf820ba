"""What the knowledge base has of a document's names, read from its state and noted there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.document import Document
from glane.text.names.known.base import Base
from glane.text.names.known.find import find_known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.components.state import Resources, State
    from glane.text.knowledge import CountryMatch, EntityMatch


def document_of(state: State) -> Document:
    """What the readers of names see of a document, with the definitions that it has by now."""
    return Document(state.shadow.text, state.words, state.definitions, state.is_shouted)


def note_known(state: State, resources: Resources, country_matches: Sequence[CountryMatch]) -> list[EntityMatch]:
    """Find the names of the knowledge base with the entities that they mean here; note what else they tell.

    It fills ``frail``, ``bound`` and ``unknown`` of the document, and leaves out definitions that the knowledge base refutes.

    Args:
        state: of the document, with its words and definitions.
        resources: the knowledge base and the lexicon.
        country_matches: names of countries in it.

    Returns:
        The matches, some of them ``plain``.
    """
    base = Base(resources.knowledge, resources.namesakes, resources.lexicon)
    known = find_known(document_of(state), base, country_matches)
    state.definitions, state.frail = known.definitions, known.frail
    state.bound, state.unknown = known.bound, known.unknown
    return known.matches
