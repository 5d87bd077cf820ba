"""One entity for all mentions of one thing in a document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from glane.text.words import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.knowledge import EntityRow
    from glane.text.acronyms.definitions import Established
    from glane.text.candidate import Candidate
    from glane.text.knowledge import KnowledgeBase

_NAMED = frozenset({"organisation", "programme"})
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
    present = Counter(row.id for candidate in candidates for row in candidate.entities)
    keys: list[str] = []
    for candidate in candidates:
        if candidate.kind not in _NAMED:
            keys.append("")
            continue
        key = _key(text, candidate, longs, kinds)
        surfaces.setdefault(key, candidate.name or text[candidate.start : candidate.end])
        keys.append(key)
    listed: dict[str, EntityRow] = {}
    for candidate, key in zip(candidates, keys, strict=True):
        row = None if key in unknown else _row(candidate, key, knowledge, present)
        if row is not None:
            listed.setdefault(key, row)
    merged = _merge_beginnings(
        {key for key in keys if key}, lambda key, longer: key in listed and are_namesakes(key, longer)
    )
    for key, longer in merged.items():
        if key in listed:
            listed.setdefault(longer, listed[key])
    entities: dict[str, Entity] = {}
    for candidate, key in zip(candidates, keys, strict=True):
        key = merged.get(key, key)
        if key and key not in entities:
            entities[key] = _entity(candidate, key, surfaces, acronyms, listed.get(key), is_french)
    return [entities[merged.get(key, key)] if key else None for key in keys]


def _key(text: str, candidate: Candidate, longs: dict[str, str], kinds: dict[str, str]) -> str:
    """What a candidate is known by: the long form where there is one, else itself, folded."""
    reference = _REFERENCE.match(candidate.key)
    surface = text[int(reference[1]) : int(reference[2])] if reference else text[candidate.start : candidate.end]
    key = " ".join((fold(surface) if reference or not candidate.key else candidate.key).split())
    if key in longs:
        return longs[key]
    # «programme DEEP» is what «DEEP» is.
    _, _, rest = key.partition(" ")
    return longs.get(rest, key) if candidate.kind == "programme" and kinds.get(rest) == "programme" else key


def _row(candidate: Candidate, key: str, knowledge: KnowledgeBase, present: Counter[str]) -> EntityRow | None:
    if candidate.kind not in _NAMED:
        return None
    rows = [row for row in candidate.entities if row.kind == candidate.kind]
    if rows:
        # Of the entities that share a name, the one that the document names otherwise too.
        return max(rows, key=lambda row: present[row.id])
    row = knowledge.by_name.get(key)
    return row if row is not None and row.kind == candidate.kind else None


def _merge_beginnings(keys: set[str], are_apart: Callable[[str, str], bool]) -> dict[str, str]:
    """Map each name of several words that begins just one longer name to that name, but for pairs that are kept apart."""
    by_opening: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_opening[" ".join(key.split()[:2])].append(key)
    merged: dict[str, str] = {}
    for group in by_opening.values():
        if len(group) > 200:  # no document names so many bodies alike; keeps hostile ones linear
            continue
        for key in group:
            longer = [other for other in group if other.startswith(key) and not (other + " ")[len(key)].isalnum()]
            longer = [other for other in longer if other != key]
            if len(key.split()) >= 3 and len(longer) == 1 and not are_apart(key, longer[0]):
                merged[key] = longer[0]
    return merged


def _entity(
    candidate: Candidate,
    key: str,
    surfaces: dict[str, str],
    acronyms: dict[str, str],
    row: EntityRow | None,
    is_french: Callable[[str], bool],
) -> Entity:
    name = " ".join(surfaces.get(key, key).split())
    if row is not None:
        acronym = row.acronyms[0] if row.acronyms else acronyms.get(key)
        # The long form that the document gives beside the acronym is what this document calls it.
        # … unless it only spells the canonical name otherwise, or cuts it short.
        spelled_alike = fold(row.name).replace("-", " ").startswith(key.replace("-", " "))
        own = name if key in acronyms and is_french(key) and not spelled_alike else row.name
        return Entity(row.id, row.kind, own, acronym, row.subtype, row.wikidata)
    return Entity(f"{candidate.kind}:{slug(name)}", candidate.kind, name, acronyms.get(key), candidate.subtype, None)


def slug(name: str) -> str:
    """Make an id out of a name: folded words joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", fold(name)))
