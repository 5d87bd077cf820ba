"""Names that are one entity: shorter ones, and those that share an acronym and are worded otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from glane.text.forms import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.knowledge import EntityRow
    from glane.text.candidate import Candidate
    from glane.text.names.defined.established import Established

_MINISTRY = "ministry"
_STEM = 6
"""Letters of a word that its endings leave."""
_WORDED = 2
"""Words of four letters and more that tell a name."""


class Pair(NamedTuple):
    """An acronym and what it stands for.

    Attributes:
        kind: of both.
        short: the acronym, folded.
        long: its long form, folded.
        start: where the acronym stands.
    """

    kind: str
    short: str
    long: str
    start: int


def merge_names(
    named: AbstractSet[str],
    pairs: Sequence[Pair],
    listed: Mapping[str, EntityRow],
    unknown: AbstractSet[str],
    are_namesakes: Callable[[str, str], bool],
) -> dict[str, str]:
    """Map the names that are another's, shorter or worded otherwise, to that one.

    Args:
        named: all names, folded.
        pairs: acronyms with what they stand for.
        listed: those of the knowledge base.
        unknown: those of bodies that the knowledge base does not have.
        are_namesakes: whether two names differ by a country only.

    Returns:
        The other name, by the name.
    """
    merged = _merge_titles(named & unknown, named, are_namesakes)
    merged |= _merge_beginnings(
        named - merged.keys(),
        lambda key, longer: key in listed and (_are_two(listed, key, longer) or are_namesakes(key, longer)),
    )
    return merged | _merge_wordings(pairs, named - merged.keys() - listed.keys())


def _merge_titles(
    titles: AbstractSet[str], keys: AbstractSet[str], are_namesakes: Callable[[str, str], bool]
) -> dict[str, str]:
    """Map titles that several states' bodies have to the one body that has it with its country: «Sénat», of Gabon."""
    merged: dict[str, str] = {}
    for title in titles:
        longer = [key for key in keys if key.startswith(f"{title} ") and are_namesakes(title, key)]
        if len(longer) == 1:
            merged[title] = longer[0]
    return merged


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


def _are_two(listed: Mapping[str, EntityRow], key: str, longer: str) -> bool:
    """Whether the knowledge base has both names, as those of two things: a university, and that of a town.

    A ministry has many titles: «ministère de la Santé», «ministère de la Santé et de l'Action sociale».
    """
    return longer in listed and listed[longer].id != listed[key].id and listed[longer].subtype != _MINISTRY


def pairs_of(established: Sequence[Established]) -> Iterator[Pair]:
    """The kind of each definition, its short and its long form, folded, and where the short one stands."""
    for item in established:
        given = item.definition
        if not given.alias:
            yield Pair(item.kind, fold(given.short), fold(given.long), given.short_start)


def bracketed_pairs(text: str, candidates: Sequence[Candidate]) -> Iterator[Pair]:
    """The same of the short forms that only brackets join to a name: «(CMIP6)»."""
    for one in candidates:
        if one.rule == "bracket:name" and one.key:
            yield Pair(one.kind, fold(text[one.start : one.end]), one.key, one.start)


def _merge_wordings(pairs: Iterable[Pair], keys: AbstractSet[str]) -> dict[str, str]:
    """Map long forms of an acronym to the one before that is worded otherwise: «Réseau rural du delta», «… ruraux …».

    All words of the one are in the other, but for their endings: «Direction des affaires maritimes» and «… militaires»
    share an acronym only. An acronym between both stands for both: «centre d'alerte (WCR – Warning centre)».
    """
    first: dict[tuple[str, str], tuple[str, frozenset[str], int]] = {}
    merged: dict[str, str] = {}
    for kind, short, key, start in pairs:
        if key not in keys or key in merged:
            continue
        stems = frozenset(word[:_STEM] for word in re.findall(r"\w{4,}", key))
        known, told, place = first.setdefault((kind, short), (key, stems, start))
        worded = min(len(stems), len(told)) >= _WORDED and (stems <= told or told <= stems)
        if known != key and (worded or start == place):
            merged[key] = known
    return merged
