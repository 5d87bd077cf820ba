"""A definition of which it is known what it names, and the candidates that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glane.rules.knowledge import EntityRow
    from glane.text.acronyms.find import Definition


@dataclass(frozen=True, slots=True)
class Established:
    """A definition whose kind is known.

    Attributes:
        definition: the pair.
        kind: ``organisation`` or ``programme``.
        subtype: where the head or the knowledge base tells.
        entities: rows of the knowledge base that the pair names.
    """

    definition: Definition
    kind: str
    subtype: str | None
    entities: tuple[EntityRow, ...] = ()
