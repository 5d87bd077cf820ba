"""One entity for all mentions of one thing in a document."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from glane.text.candidate import NAMED
from glane.text.forms import fold
from glane.text.one_name import bracketed_pairs, merge_names, pairs_of
from glane.text.words import CLOSING_QUOTES, QUOTES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.knowledge import EntityRow
    from glane.text.candidate import Candidate
    from glane.text.knowledge import KnowledgeBase
    from glane.text.names.defined.established import Established

_ANY = "programme"
"""Subtype of an undertaking of which no noun says more."""
_VAGUE = frozenset({None, _ANY, "other"})
"""Subtypes beside which another mention of the name may tell more."""
_REFERENCE = re.compile(r"@(\d+):(\d+)$")


class Entity(NamedTuple):
    """One organisation or programme.

    Attributes:
        id: of the knowledge base, else made from kind and name.
        kind: ``organisation`` or ``programme``.
        name: canonical name.
        acronym: of the knowledge base or the document.
        subtype: of the knowledge base or the head noun.
        wikidata: id, where known.
    """

    id: str
    kind: str
    name: str
    acronym: str | None
    subtype: str | None
    wikidata: str | None


def resolve(
    text: str,
    candidates: Sequence[Candidate],
    established: Sequence[Established],
    knowledge: KnowledgeBase,
    is_french: Callable[[str], bool],
    unknown: AbstractSet[str],
    are_namesakes: Callable[[str, str], bool],
) -> list[Entity | None]:
    """Give each candidate its entity.

    Names are one entity where one is the other's acronym or alias, where the knowledge base says so, where they differ in
    case, accents and typography only, or where one is the beginning of just one longer name («commission de la défense»
    for «commission de la défense nationale»).

    Args:
        text: the shadow text.
        candidates: those that stand, by their start.
        established: definitions of acronyms.
        knowledge: the knowledge base.
        is_french: whether a folded name opens with a head noun that we know.
        unknown: folded names that here are those of bodies that the knowledge base does not have.
        are_namesakes: whether two folded names differ by a country only: «la Cour des comptes», «… du Bénin».

    Returns:
        An entity for each candidate, ``None`` for kinds that have none.
    """
    longs = {fold(item.definition.short): fold(item.definition.long) for item in established}
    kinds = {fold(item.definition.short): item.kind for item in established}
    acronyms = {fold(item.definition.long): item.definition.short for item in established if not item.definition.alias}
    surfaces: dict[str, str] = {fold(item.definition.long): item.definition.long for item in established}
    keys = _keys(text, candidates, longs, kinds)
    for candidate, key in sorted(zip(candidates, keys, strict=True), key=_is_generic):
        surfaces.setdefault(key, candidate.name or _surface(text, candidate))
    keys = _without_nouns(keys, candidates, is_french)
    listed = _listed(candidates, keys, knowledge, unknown)
    pairs = [*pairs_of(established), *bracketed_pairs(text, candidates)]
    merged = merge_names({key for key in keys if key}, pairs, listed, unknown, are_namesakes)
    for key, longer in merged.items():
        if key in listed:
            listed.setdefault(longer, listed[key])
        elif key in acronyms and longer not in listed:
            acronyms.setdefault(longer, acronyms[key])
    keys = [merged.get(key, key) for key in keys]
    subtypes = _subtypes(candidates, keys)
    entities: dict[str, Entity] = {}
    written = {text[one.start : one.end] for one in candidates}
    for candidate, key in zip(candidates, keys, strict=True):
        if key and key not in entities:
            told = candidate._replace(subtype=subtypes[key])
            entities[key] = _entity(told, key, surfaces, acronyms, listed.get(key), is_french, written)
    return [entities[key] if key else None for key in keys]


def _is_generic(known: tuple[Candidate, str]) -> bool:
    """Whether a mention is but the noun of a name, which it may stand before: «l'Office», in the title."""
    return known[0].rule.startswith("generic:")


def _keys(text: str, candidates: Sequence[Candidate], longs: dict[str, str], kinds: dict[str, str]) -> list[str]:
    """What each candidate is known by; empty for kinds that have no entities.

    An acronym is what a bracket elsewhere makes of it: «le Service … de l'Orne (SDIS61)», «le SDIS61».
    """
    told = {text[c.start : c.end]: c.key for c in candidates if c.key and text[c.start : c.end].isupper()}
    keys: list[str] = []
    for candidate in candidates:
        key = candidate.key or told.get(text[candidate.start : candidate.end], "")
        named = candidate.kind in NAMED
        keys.append(_key(text, candidate._replace(key=key), longs, kinds) if named else "")
    return keys


def _key(text: str, candidate: Candidate, longs: dict[str, str], kinds: dict[str, str]) -> str:
    """What a candidate is known by: the long form where there is one, else itself, folded."""
    named = candidate.key and not _REFERENCE.match(candidate.key)
    key = " ".join((candidate.key if named else fold(_surface(text, candidate))).split())
    if key in longs:
        return longs[key]
    # «programme DEEP» is what «DEEP» is.
    _, _, rest = key.partition(" ")
    return longs.get(rest, key) if candidate.kind == "programme" and kinds.get(rest) == "programme" else key


def _without_nouns(keys: list[str], candidates: Sequence[Candidate], is_french: Callable[[str], bool]) -> list[str]:
    """Know an undertaking with its noun by its own name, where the document has that alone: «projet Kiwa», «Kiwa»."""
    own = {key for key, candidate in zip(keys, candidates, strict=True) if candidate.kind == "programme"}
    known: list[str] = []
    for key, candidate in zip(keys, candidates, strict=True):
        _, _, rest = key.partition(" ")
        rest = _unquoted(rest)
        again = rest in own and candidate.kind == "programme" and is_french(key)
        known.append(rest if again else key)
    return known


def _unquoted(name: str) -> str:
    """A name without the quotation marks that are around all of it: «le plan « Rivages »» is «Rivages»."""
    if len(name) > 2 and name[0] in QUOTES and name[-1] in CLOSING_QUOTES:
        return name[1:-1].strip()
    return name


def _subtypes(candidates: Sequence[Candidate], keys: Sequence[str]) -> dict[str, str | None]:
    """The subtype that the first mention of each name tells, or the first that tells more than an undertaking or a body."""
    subtypes: dict[str, str | None] = {}
    for candidate, key in zip(candidates, keys, strict=True):
        if subtypes.get(key) in _VAGUE:
            subtypes[key] = candidate.subtype or subtypes.get(key)
    return subtypes


def _surface(text: str, candidate: Candidate) -> str:
    """What a candidate is called where it stands, or where the name stands that it refers to."""
    reference = _REFERENCE.match(candidate.key)
    return text[int(reference[1]) : int(reference[2])] if reference else text[candidate.start : candidate.end]


def _listed(
    candidates: Sequence[Candidate], keys: Sequence[str], knowledge: KnowledgeBase, unknown: AbstractSet[str]
) -> dict[str, EntityRow]:
    """The entities of the knowledge base, by the names that the document has for them."""
    present = Counter(row.id for candidate in candidates for row in candidate.entities)
    listed: dict[str, EntityRow] = {}
    for candidate, key in zip(candidates, keys, strict=True):
        row = None if key in unknown else _row(candidate, key, knowledge, present)
        if row is not None:
            listed.setdefault(key, row)
    return listed


def _row(candidate: Candidate, key: str, knowledge: KnowledgeBase, present: Counter[str]) -> EntityRow | None:
    if candidate.kind not in NAMED:
        return None
    rows = [row for row in candidate.entities if row.kind == candidate.kind]
    if rows:
        # Of the entities that share a name, the one that the document names otherwise too.
        return max(rows, key=lambda row: present[row.id])
    row = knowledge.by_name.get(key)
    return row if row is not None and row.kind == candidate.kind else None


def _entity(
    candidate: Candidate,
    key: str,
    surfaces: dict[str, str],
    acronyms: dict[str, str],
    row: EntityRow | None,
    is_french: Callable[[str], bool],
    written: AbstractSet[str],
) -> Entity:
    name = " ".join(surfaces.get(key, key).split())
    if row is not None:
        acronym = _acronym(row, written) or acronyms.get(key)
        # The long form that the document gives beside the acronym is what this document calls it.
        # … unless it only spells the canonical name otherwise, or cuts it short.
        spelled_alike = fold(row.name).replace("-", " ").startswith(key.replace("-", " "))
        own = name if key in acronyms and is_french(key) and not spelled_alike else row.name
        return Entity(row.id, row.kind, own, acronym, row.subtype, row.wikidata)
    return Entity(f"{candidate.kind}:{_slug(name)}", candidate.kind, name, acronyms.get(key), candidate.subtype, None)


def _acronym(row: EntityRow, written: AbstractSet[str]) -> str | None:
    """The first acronym of an entity, spelt as the document does, unless it is but its name in capitals: «BPIFRANCE»."""
    first = next((short for short in row.acronyms if fold(short) != fold(row.name)), None)
    if first is None or first in written:
        return first
    return next((short for short in row.acronyms if short in written and fold(short) == fold(first)), first)


def _slug(name: str) -> str:
    """Make an id out of a name: folded words joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", fold(name)))
