"""Which generics mean the entity of their row in a document, by what it names, numbers and says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import NAMED
from glane.text.forms import fold
from glane.text.names.derived.usual import is_spoken_of
from glane.text.words import beginning_at, find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.rules.names import GenericRow
    from glane.text.candidate import Candidate
    from glane.text.knowledge import KnowledgeBase
    from glane.text.words import Word

LONGEST = 4
"""Words of the longest head that stands alone: «Chambre de commerce», «Force aérienne»."""


def openings_of(name: str) -> Iterator[str]:
    """The beginnings of a name that a head which stands alone may have."""
    parts = fold(name).replace("'", "' ").replace("-", " - ").split()
    for length in range(1, min(LONGEST, len(parts)) + 1):
        yield " ".join(parts[:length])


def find_standing(
    words: Sequence[Word],
    found: Iterable[Candidate],
    generics: Iterable[GenericRow],
    knowledge: KnowledgeBase,
    country_codes: Collection[str],
) -> Iterator[tuple[str, EntityRow]]:
    """The generics, folded, whose entity a document names, or what goes with it, or of which it numbers an act.

    A body of a country that makes a generic that entity does so too: «la Confédération», beside the Swiss audit office.
    """
    rows = {row.id: row for candidate in found for row in candidate.entities}
    named, homes = rows.keys(), {row.country for row in rows.values()}.union(country_codes)
    for rule in generics:
        row = knowledge.by_id.get(rule.entity)
        if row is None:
            continue
        spoken_of = not homes.isdisjoint(rule.countries) or is_spoken_of(words, rule, named)
        told = not spoken_of and any(_stands(words, phrase.split()) for phrase in rule.phrases)
        if spoken_of or (told and not _has_members(found, rule) and not _has_namesake(words, found, fold(rule.form))):
            yield fold(rule.form), row


def _has_members(found: Iterable[Candidate], rule: GenericRow) -> bool:
    """Whether a document names an international body that may be meant too: «les États membres de l'Union» of Africa."""
    own = {rule.entity, *rule.evidence}
    rows = (row for candidate in found for row in candidate.entities[:1])
    return any(row.subtype == "international" and row.id not in own for row in rows)


def _has_namesake(words: Sequence[Word], found: Iterable[Candidate], form: str) -> bool:
    """Whether a document names a body that a generic opens: «les États membres de l'Union», of the Union des ports."""
    for candidate in found:
        index = beginning_at(words, candidate.start) if candidate.kind in NAMED else None
        if index is not None and form in names_of(candidate, words):
            return True
    return False


def _stands(words: Sequence[Word], phrase: Sequence[str]) -> bool:
    """Whether words stand in a text one behind the other, as they are typed: «États membres»."""
    return any(
        [word.text for word in words[index : index + len(phrase)]] == phrase for index in find_texts(words, phrase[:1])
    )


def names_of(candidate: Candidate, words: Sequence[Word]) -> set[str]:
    """The nouns that open the names of a candidate."""
    first = beginning_at(words, candidate.start)
    own = {words[first].folded} if first is not None else set()
    return own | {opening for row in candidate.entities[:1] for opening in openings_of(row.name)}
