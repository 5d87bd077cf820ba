"""Undertakings whose noun stands before a title that a text defines: «le programme Croissance … (CPE)»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glane.text.names.defined.established import Established
from glane.text.names.defined.long_forms import widened
from glane.text.words import CLOSING_QUOTES, beginning_at, first_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glane.text.acronyms.find import Definition
    from glane.text.candidate import Candidate
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def set_against(item: Established, undertakings: Mapping[int, Candidate], words: Sequence[Word]) -> Established:
    """Take a body for an undertaking where the document calls it one.

    «le projet Service des fichiers (SF)», «le projet Alizé (Service des fichiers)», «le projet Alizé : Service des fichiers».

    Args:
        item: a definition whose kind is known.
        undertakings: by the offset where they end.
        words: of the document.
    """
    given = item.definition
    first = beginning_at(words, given.long_start)
    title = words[first - 2].end if first is not None and first > 1 and words[first - 1].text == ":" else -1
    for start, end in ((given.long_start, given.long_end), (given.short_start, given.short_end), (title, title)):
        outer = undertakings.get(end)
        # «[Centre d'action sociale], ci-après « le Centre »»: the undertaking is read inside the name, the alias as its own
        part = outer is not None and given.alias and given.long_start < outer.start
        if outer is not None and outer.start < start and not (part or item.entities):
            return replace(item, kind=outer.kind, subtype=outer.subtype)
    return item


def called_body(item: Established, words: Sequence[Word], lexicon: NameLexicon) -> Established:
    """Take an undertaking for a body where the noun of one is set before it: «l'association Expérimentation … (EXP)»."""
    first = beginning_at(words, item.definition.long_start) if item.kind == "programme" else None
    if not first or item.entities or not (words[first].is_capitalised and words[first - 1].text.islower()):
        return item
    found = lexicon.head_at(words, first - 1)
    body = found is not None and found[1].kind == "organisation" and found[1].lower == "apposed" and found[0] == first
    return replace(item, kind="organisation", subtype=found[1].subtype) if found is not None and body else item


def around_quotation(
    given: Definition, undertakings: Mapping[int, Candidate], words: Sequence[Word]
) -> Established | None:
    """Take a quotation for the undertaking whose noun stands before it: «la stratégie « Rives Vives 2030 » (RV2030)».

    Args:
        given: the definition of the quotation.
        undertakings: by the offset where they end.
        words: of the document.

    Returns:
        The definition of the whole; ``None`` where no such noun stands there.
    """
    closing = first_from(words, given.long_end)
    if closing >= len(words) or words[closing].text not in CLOSING_QUOTES:
        return None
    outer = undertakings.get(words[closing].end)
    if outer is None or outer.start >= given.long_start:
        return None
    return Established(widened(given, outer.start, outer.end, words), outer.kind, outer.subtype)


def behind_head(
    definition: Definition, by_second: Mapping[int, Candidate], words: Sequence[Word]
) -> Established | None:
    """Take a title that the letters spell for the undertaking whose head stands before it, and which was read too short.

    «le programme [Croissance] et productivité des entreprises (CPE)».

    Args:
        definition: the definition.
        by_second: from `undertakings_by_title`.
        words: of the document.

    Returns:
        The definition with the undertaking's head in front; ``None`` where there is nothing to mend.
    """
    read = by_second.get(definition.long_start)
    spelt = definition.rule.endswith("bracket")
    if read is None or not spelt or not read.end < definition.long_end:
        return None
    return Established(widened(definition, read.start, definition.long_end, words), read.kind, read.subtype)


def undertakings_by_title(
    found: Iterable[Candidate], words: Sequence[Word], lexicon: NameLexicon
) -> dict[int, Candidate]:
    """For each offset at which the own name of an undertaking begins right behind its head, the undertaking."""
    titled: dict[int, Candidate] = {}
    for candidate in found:
        first = beginning_at(words, candidate.start) if candidate.kind == "programme" else None
        head = None if first is None else lexicon.head_at(words, first)
        if head is not None and head[0] < len(words) and words[head[0]].start < candidate.end:
            titled[words[head[0]].start] = candidate
    return titled
