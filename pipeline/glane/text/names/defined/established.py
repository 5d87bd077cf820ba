"""A definition of which it is known what it names, and the candidates that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.text.candidate import Candidate
from glane.text.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def from_definition(item: Established) -> Iterable[Candidate]:
    """The candidates of both sides of a definition."""
    definition = item.definition
    for start, end in (
        (definition.long_start, definition.long_end),
        (definition.short_start, definition.short_end),
    ):
        yield Candidate(
            start,
            end,
            item.kind,
            definition.rule,
            subtype=item.subtype,
            entities=item.entities,
            key=fold(definition.long),
        )
