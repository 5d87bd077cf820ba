"""Capitalised nouns that are no generic but a place or a time, and generics that are not the body abroad named in passing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.text.names.derived.evidenced import openings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.candidate import Candidate
    from glane.text.knowledge import KnowledgeBase
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_PARLIAMENT = "parliament"
_BEFORE = 2
_AT_HOME = 4
"""Mentions of bodies of a country by which a text is at home there."""


class StateBodies:
    """The bodies of states that a document names."""

    def __init__(self, found: Iterable[Candidate]) -> None:
        """Take the candidates that are known."""
        self._rows = {one.start: one.entities[0] for one in found if one.entities and one.entities[0].country}
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


def is_no_generic(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised noun is no generic: a part of the world, of another name, or a time."""
    other = _is_direction(words, first, lexicon) or _is_part_of_name(words, first, lexicon)
    return other or _is_epoch(words, first, lexicon)


def _is_epoch(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a generic is the time when what it means was founded: «depuis la Confédération»."""
    if first < _BEFORE or words[first].lower not in lexicon.words("epoch_generic"):
        return False
    return words[first - 1].lower in lexicon.words("article") and words[first - 2].lower in lexicon.words("epoch")


def _is_direction(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a noun is a part of the world behind another one: «l'Afrique de l'Ouest et du Centre»."""
    before = words[max(0, first - 3) : first - 1]
    return (
        len(before) == 2 and before[0].lower in lexicon.words("direction") and before[1].lower in lexicon.words("and")
    )


def _is_part_of_name(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised adjective makes another name with a noun: «la Grande Région»."""
    before = words[first - 1] if first > 1 else None
    if before is None or not before.is_capitalised or before.lower not in lexicon.words("leading_adjective"):
        return False
    return words[first - 2].lower in lexicon.words("definite") and words[first - 2].text.islower()
