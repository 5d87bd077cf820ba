"""Candidates that names of the knowledge base make, and what the grammar has to know of them."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from glane.text.candidate import KNOWN, Candidate
from glane.text.names.parts import TERRITORY, Known
from glane.text.words import surface_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from glane.text.acronyms.find import Definition
    from glane.text.dates.find import DateMatch
    from glane.text.knowledge import CountryMatch, EntityMatch
    from glane.text.words import Word


def known_words(
    words: Sequence[Word],
    dates: Iterable[DateMatch],
    definitions: Iterable[Definition],
    entities: Iterable[EntityMatch],
    country_matches: Iterable[CountryMatch],
) -> dict[int, Known]:
    """What the grammar has to know of the words: entities, countries, and what ends a name: dates, its own acronym.

    Args:
        words: of the document.
        dates: in it.
        definitions: of the document.
        entities: names of the knowledge base.
        country_matches: names of countries.

    Returns:
        What is known, by the index of its first word.
    """
    known = {m.first: Known(m.end, "country", TERRITORY if m.row.sovereign else "") for m in country_matches}
    known.update({m.first: Known(m.end, m.rows[0].kind, m.rows[0].subtype) for m in entities})
    for date in dates:
        index = bisect_right(words, date.start, key=attrgetter("end"))
        while index < len(words) and words[index].start < date.end:
            known[index] = Known(index + 1, "blocked")
            index += 1
    for definition in definitions:
        if definition.short_start - definition.long_end == 1:  # «Plan national d'irrigation PNI»
            index = bisect_right(words, definition.short_start, key=attrgetter("end"))
            known[index] = Known(index + 1, "blocked")
    return known


def from_knowledge(words: Sequence[Word], match: EntityMatch, evidence: AbstractSet[str]) -> Candidate:
    """The candidate that a name of the knowledge base makes; ``evidence`` are ids of entities whose full name stands."""
    # Of entities that share an acronym, the one whose full name the document gives.
    row = next((row for row in match.rows if row.id in evidence), match.rows[0])
    return Candidate(
        words[match.first].start,
        words[match.end - 1].end,
        row.kind,
        f"{KNOWN}{row.id}",
        subtype=row.subtype,
        entities=() if match.plain else match.rows,
        key=match.plain,
        name=surface_of(words[match.first : match.end]) if match.plain else "",
    )
