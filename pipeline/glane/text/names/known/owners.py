"""Whose a name of the knowledge base is, where it says of whom it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glane.rules.knowledge import EntityRow
    from glane.text.knowledge import EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base

_COMMON = "word"
"""Caution of names that are common words."""


def is_anothers(match: EntityMatch, row: EntityRow, owner: EntityRow, base: Base) -> bool:
    """Whether common words for what one body has are another's here: «le Fonds pour l'innovation de l'OTAN», not of the EU.

    Args:
        match: the name.
        row: the entity that it is by itself.
        owner: the body that stands behind it.
        base: the knowledge base.
    """
    if match.caution != _COMMON or not row.parent:
        return False
    return line_of(row, base).isdisjoint(line_of(owner, base))


def line_of(row: EntityRow, base: Base) -> set[str]:
    """The ids of an entity and of those that it belongs to."""
    line = {row.id}
    while row.parent and row.parent not in line and row.parent in base.knowledge.by_id:
        row = base.knowledge.by_id[row.parent]
        line.add(row.id)
    return line


def owner_at(document: Document, base: Base, index: int, owners: Mapping[int, str]) -> str:
    """The country or the body, by the indices of their first words, that «de» at a word and perhaps an article lead to.

    Args:
        document: with its words and definitions.
        base: the knowledge base and the lexicon.
        index: behind a name.
        owners: ids by the indices where the names of owners begin.

    Returns:
        The id of the owner; empty where none is named.
    """
    if index >= len(document.words) or document.words[index].lower not in base.lexicon.words("of"):
        return ""
    return owners.get(index + 1) or owners.get(index + 2) or ""
