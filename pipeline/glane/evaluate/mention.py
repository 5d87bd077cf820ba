"""A mention of either side of a comparison: what was predicted, or gold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glane_records import MentionKind

NAMED: tuple[MentionKind, ...] = ("organisation", "programme")
"""The kinds whose value is an entity."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of either side.

    Attributes:
        document: id of the document.
        kind: of the mention.
        start: offset of the first code point.
        end: offset behind the last code point.
        text: the span of the source text.
        value: normalised value as gold writes it: ``2 %``, ``10..15 %``, ``1997/..``, a canonical name.
        is_stated: whether gold says what the value is: of a date also that there is none.
        entity: id shared by the mentions of one entity; gold has none.
        of: what a figure counts.
        modifier: bound or approximation of a figure, part of a date.
        rule: what found it; gold has none.
        sentence: the sentence around it; gold has none.
        origin: file and line that it was read from.
    """

    document: str
    kind: MentionKind
    start: int
    end: int
    text: str
    value: str | None = None
    entity: str | None = None
    of: str | None = None
    modifier: str | None = None
    rule: str | None = None
    sentence: str | None = None
    is_stated: bool = True
    origin: str | None = field(default=None, compare=False)
