"""Whose a name of the knowledge base is, where it says of whom it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glane.components.state import Resources
    from glane.rules.knowledge import EntityRow
    from glane.text.knowledge import EntityMatch

_COMMON = "word"
"""Caution of names that are common words."""


def is_anothers(match: EntityMatch, row: EntityRow, owner: EntityRow, resources: Resources) -> bool:
    """Whether common words for what one body has are another's here: «le Fonds pour l'innovation de l'OTAN», not of the EU.

    Args:
        match: the name.
        row: the entity that it is by itself.
        owner: the body that stands behind it.
        resources: the knowledge base.
    """
    if match.caution != _COMMON or not row.parent:
        return False
    return line_of(row, resources).isdisjoint(line_of(owner, resources))


def line_of(row: EntityRow, resources: Resources) -> set[str]:
    """The ids of an entity and of those that it belongs to."""
    line = {row.id}
    while row.parent and row.parent not in line and row.parent in resources.knowledge.by_id:
        row = resources.knowledge.by_id[row.parent]
        line.add(row.id)
    return line
