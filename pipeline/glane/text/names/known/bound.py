"""Which entity both halves of a definition mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.known.alike import agrees
from glane.text.names.known.owners import owner_at
from glane.text.words import ending_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.acronyms.find import Definition
    from glane.text.knowledge import EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base
    from glane.text.names.known.setting import Setting


def bind_pairs(
    document: Document, base: Base, setting: Setting, found: Sequence[EntityMatch], country_at: Mapping[int, str]
) -> Iterator[tuple[tuple[str, str], EntityRow | None]]:
    """Say which entity both halves of a definition mean, by the two; ``None``: none that is known.

    Args:
        document: with its words and definitions.
        base: the knowledge base and the lexicon.
        setting: which countries and bodies the document speaks of.
        found: names of the knowledge base.
        country_at: by the index of its first word, each country that is named.
    """
    by_start = {document.words[match.first].start: match for match in found if match.form == "name"}
    for given in document.definitions:
        match = by_start.get(given.long_start)
        named = match.rows if match is not None and document.words[match.end - 1].end == given.long_end else ()
        spelt = base.knowledge.by_acronym.get(given.short, [])
        if given.alias or not (named or spelt):
            continue
        behind = _country_behind(document, base, given, country_at)
        both = next((row for row in named if row in spelt), None)
        if both is None:
            # «fonds exceptionnel d'investissement (FEI)», a programme: not the bank whose acronym that is
            kinds = {row.kind for row in named or spelt}
            alike = (row for row in spelt if row.kind in kinds and agrees(given, [row], base.lexicon))
            both = next((row for row in alike if setting.speaks_of(row)), None)
        if both is not None:
            settled = setting.settle(both, given.short, acronym=True, country=behind)
            yield (given.short, given.long), settled or next((row for row in named if row.country is None), None)
        elif named:
            own = setting.speaks_of(named[0])
            settled = setting.settle(named[0], given.long, country=behind) if own else None
            yield (given.short, given.long), settled


def _country_behind(document: Document, base: Base, given: Definition, country_at: Mapping[int, str]) -> str:
    """The country that «de» and perhaps an article lead to behind the bracket of a definition."""
    last = ending_at(document.words, max(given.short_end, given.long_end))
    if last is None or last + 1 >= len(document.words) or document.words[last + 1].text != ")":
        return ""
    return owner_at(document, base, last + 2, country_at)
