"""Generics that are not the parliament abroad which a document names in passing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.text.names.derived.evidenced import openings_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.rules.knowledge import EntityRow
    from glane.text.candidate import Candidate
    from glane.text.knowledge import KnowledgeBase

_PARLIAMENT = "parliament"
_OF_STATE = frozenset({"government", "ministry", _PARLIAMENT, "armed-force", "police"})
_AT_HOME = 4
"""Mentions of bodies of a country by which a text is at home there."""


class StateBodies:
    """The bodies of states that a document names."""

    def __init__(self, found: Iterable[Candidate]) -> None:
        """Take the candidates that are known, or of a kind that a state has: «le gouvernement portugais»."""
        found = list(found)
        self._rows = {one.start: one.entities[0] for one in found if one.entities and one.entities[0].country}
        self.are_named = bool(self._rows) or any(one.subtype in _OF_STATE and not one.entities for one in found)
        self._counts = Counter(row.country or "" for row in self._rows.values())

    def names_in_passing(self, model: Candidate | None) -> bool:
        """Whether the name that a generic would stand for is that of a parliament abroad, in a text at home elsewhere.

        «comme au Parlement britannique» is all that it says of that state.
        """
        row = None if model is None else self._rows.get(model.start)
        if row is None or row.subtype != _PARLIAMENT or self._counts[row.country or ""] > 1:
            return False
        return max(self._counts.values()) >= _AT_HOME

    def at_home(self, noun: str, knowledge: KnowledgeBase) -> EntityRow | None:
        """The parliament that a noun opens, folded, of the country whose bodies a document names most."""
        home = self._counts.most_common(1)[0][0]
        rows = (row for row in knowledge.by_id.values() if row.country == home and row.subtype == _PARLIAMENT)
        return next((row for row in rows if noun in openings_of(row.name)), None)
