"""Whose a name of the knowledge base is, where it says of whom it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.names.context import behind_article

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.knowledge import EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base
    from glane.text.words import Word

_OWNERS = frozenset({"association", "company", "ministry", "university", "party", "ngo", "school"})
"""Subtypes of bodies that have organs of their own, and are none of a larger body."""
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


def is_organ_elsewhere(words: Sequence[Word], match: EntityMatch, base: Base) -> bool:
    """Whether an organ by its common name alone is another body's: «le Comité de normalisation de la Ligue des ports».

    Args:
        words: of the document.
        match: the name.
        base: the knowledge base; the owner need not be in it.
    """
    parent = base.knowledge.by_id.get(match.rows[0].parent or "") if match.form == "name" else None
    if parent is None or match.end + 1 >= len(words) or words[match.end].lower not in base.lexicon.words("of"):
        return False
    owner = behind_article(words, match.end + 1, base.lexicon)
    if owner >= len(words) or not words[owner].is_capitalised:
        return False
    head = base.lexicon.head_at(words, owner)
    other = head is not None and head[1].subtype in _OWNERS and not words[owner].is_acronym
    return other and words[owner].folded not in fold(parent.name).replace("'", " ").split()


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
