"""What several ask of the names of the knowledge base in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.text.knowledge import EntityMatch
    from glane.text.names.document import Document


def surface_at(document: Document, match: EntityMatch) -> str:
    """Write a match as it stands."""
    return document.text[document.words[match.first].start : document.words[match.end - 1].end]


def named_in_full(found: Iterable[EntityMatch]) -> set[str]:
    """The ids of the entities whose names stand in the document, and not their acronyms only."""
    return {row.id for match in found if match.form == "name" for row in match.rows}
