"""Spans that may be mentions, with what they would say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from glane.rules.knowledge import CountryRow, EntityRow
    from glane.text.dates.find import DateMatch
    from glane.text.figures.find import FigureMatch

# Tiers of trust: a candidate of a higher tier stands against any of a lower one, whatever their lengths.
TRUSTED, EVIDENCE, GUESS = 3, 2, 1
KNOWN = "kb:"
"""How the ids of the knowledge base's rules begin."""
NAMED = frozenset({"organisation", "programme"})
"""Kinds of what bears a name."""


class Candidate(NamedTuple):
    """A span that may be a mention.

    Attributes:
        start: offset of its first code point in the shadow text.
        end: offset behind its last one.
        kind: of record.
        rule: id of the rule or source that found it.
        tier: `TRUSTED`, `EVIDENCE` or `GUESS`.
        subtype: of the organisation or programme.
        entities: rows of the knowledge base that have this name.
        key: what the mention is known by in this document (folded), where it is not its own surface.
        name: canonical name, where the surface is only a part of it.
        value: what a date, a figure or a country carries.
    """

    start: int
    end: int
    kind: str
    rule: str
    tier: int = TRUSTED
    subtype: str | None = None
    entities: tuple[EntityRow, ...] = ()
    key: str = ""
    name: str = ""
    value: DateMatch | FigureMatch | CountryRow | None = None

    @property
    def is_known(self) -> bool:
        """Whether the knowledge base has the name itself."""
        return self.rule.startswith(KNOWN)
