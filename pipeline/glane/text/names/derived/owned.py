"""Bodies of one name that a document tells apart by whose they are: «commission des lois du Sénat», «… de l'Assemblée»."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.forms import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.knowledge import EntityRow
    from glane.text.candidate import Candidate

_LONGEST_LINK = 8
_REFERENCE = re.compile(r"@(\d+):(\d+)\Z")
_TOKEN = re.compile(r"[^\W\d_]+'?")


def tell_apart(text: str, candidates: Sequence[Candidate], links: AbstractSet[str]) -> list[Candidate]:
    """Name those after their owners that have one name and several owners; others of that name are the last one's.

    Args:
        text: the shadow text.
        candidates: those that stand, by their start.
        links: prepositions of possession and articles.

    Returns:
        The candidates; those that are told apart have a key and a name with their owner.
    """
    owners = {
        index: following
        for index, (one, following) in enumerate(pairwise(candidates))
        if _may_be_owned(one) and following.entities and _is_led(text, one, following, links)
    }
    rows: dict[str, set[EntityRow]] = defaultdict(set)
    for index, owner in owners.items():
        rows[_key(text, candidates[index])].add(owner.entities[0])
    shared = {key for key, found in rows.items() if _are_peers(found)}
    if not shared:
        return list(candidates)
    found: list[Candidate] = []
    last: dict[str, tuple[str, str]] = {}
    for index, one in enumerate(candidates):
        key = _key(text, one) if one.kind == "organisation" and not one.entities else ""
        if key not in shared:
            found.append(one)
            continue
        if index in owners:
            owner = owners[index]
            last[key] = f"{owner.entities[0].id} {key}", text[one.start : owner.end]
        known = last.get(key)
        found.append(one if known is None else one._replace(key=known[0], name=known[1]))
    return found


def _are_peers(owners: AbstractSet[EntityRow]) -> bool:
    """Whether there are several owners, of one sort: a body of a department of the UN is one of the UN too."""
    return len(owners) > 1 and len({owner.subtype for owner in owners}) == 1


def _may_be_owned(one: Candidate) -> bool:
    return one.kind == "organisation" and one.rule.startswith("head:") and not (one.entities or one.key)


def _key(text: str, one: Candidate) -> str:
    """What a mention is known by, or the name that it refers to."""
    named = _REFERENCE.match(one.key)
    return fold(text[int(named[1]) : int(named[2])]) if named else one.key or fold(text[one.start : one.end])


def _is_led(text: str, one: Candidate, following: Candidate, links: AbstractSet[str]) -> bool:
    """Whether nothing but «de» and an article leads from a name to the next."""
    if following.start - one.end > _LONGEST_LINK:
        return False
    between = text[one.end : following.start]
    tokens = _TOKEN.findall(between.lower())
    return bool(tokens) and "".join(tokens) == between.lower().replace(" ", "") and links >= set(tokens)
