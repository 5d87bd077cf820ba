"""The words that open the names of a document, by which generics may stand for them later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import NAMED, Candidate
from glane.text.forms import fold
from glane.text.names.derived.evidenced import LONGEST, openings_of
from glane.text.words import beginning_at, ending_at, surface_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.rules.names import GenericRow
    from glane.text.names.defined.established import Established
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def find_openers(
    words: Sequence[Word],
    found: Sequence[Candidate],
    established: Sequence[Established],
    single: dict[str, GenericRow],
    standing: dict[str, EntityRow],
) -> Iterator[tuple[int, str, Candidate]]:
    """Where each name stands, and the words that open it (or the full name of its acronym), one and more."""
    longs = {item.definition.short: item.definition.long for item in established}
    barred = {
        (candidate.start, form)
        for form, rule in single.items()
        for candidate in found
        if candidate.entities and (candidate.entities[0].id in rule.never or _yields(candidate, standing.get(form)))
    }
    for candidate in found:
        index = beginning_at(words, candidate.start) if candidate.kind in NAMED else None
        if index is None:
            continue
        # The words behind a shorter name do not matter: no head that stands alone is longer than the name that it opens.
        openings = {opening_of(words[index : index + length]) for length in range(1, LONGEST + 1)}
        text = words[index].text
        if candidate.entities:
            openings = {*openings_of(candidate.entities[0].name), *openings - {words[index].folded}}
        elif text in longs:
            openings = {*openings_of(longs[text])}
        for opening in openings:
            if (candidate.start, opening) not in barred:
                yield candidate.start, opening, candidate


def _yields(candidate: Candidate, usual: EntityRow | None) -> bool:
    """Whether a known body leaves a generic to another one of its organisation: «le Conseil», in a text that has the CRU."""
    own = candidate.entities[0]
    return usual is not None and own.id != usual.id and own.parent is not None and own.parent == usual.parent


def opening_of(words: Sequence[Word]) -> str:
    """What words are compared by with the beginnings of names: folded, with one blank between them."""
    return " ".join(word.folded for word in words)


def find_unambiguous(words: Sequence[Word], openers: Sequence[tuple[int, str, Candidate]]) -> dict[str, Candidate]:
    """The one name that each noun opens, for places before its first mention, however often it is mentioned.

    What the grammar reads where a name of the knowledge base begins is that name again, and no other.
    """
    known = {(start, opener) for start, opener, candidate in openers if candidate.entities}
    whole = {(one.start, one.end): one.entities[0].id for _, _, one in openers if one.entities}
    entities: dict[str, set[str]] = {}
    first: dict[str, Candidate] = {}
    for start, opener, candidate in openers:
        if not candidate.entities and (start, opener) in known:
            continue
        first.setdefault(opener, candidate)
        own = whole.get((candidate.start, candidate.end))
        ids = {own or candidate.key or written_form(words, candidate) or f"@{candidate.start}"}
        entities.setdefault(opener, set()).update(ids)
    return {opener: first[opener] for opener, ids in entities.items() if len(ids) == 1}


def written_form(words: Sequence[Word], candidate: Candidate) -> str:
    """How a name is written, folded; empty where it does not end with a word."""
    first, last = beginning_at(words, candidate.start), ending_at(words, candidate.end)
    return "" if first is None or last is None else fold(surface_of(words[first : last + 1]))


def find_kinds(openers: Iterable[tuple[int, str, Candidate]], lexicon: NameLexicon) -> dict[str, Candidate]:
    """The first body of each acronym of a kind, which a title may call by that alone: «Le projet de la MRC»."""
    return {
        opener: candidate for _, opener, candidate in reversed(list(openers)) if opener in lexicon.words("acronym_head")
    }
