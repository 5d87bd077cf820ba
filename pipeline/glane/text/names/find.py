"""Institutional names that no list has: a head noun with what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glane.text.candidate import GUESS, TRUSTED, Candidate
from glane.text.names.extent.edges import find_edges, is_capital, is_numbered
from glane.text.names.extent.entries import is_spelt_behind, next_entry
from glane.text.names.extent.listed import read_listed
from glane.text.names.extent.phrase import read_phrase
from glane.text.names.extent.reading import Reading
from glane.text.names.extent.titled import bridge_to_acronym
from glane.text.names.standing.budgets import budget_mission
from glane.text.names.standing.meetings import assembly_of, is_standing
from glane.text.names.standing.offices import office_of
from glane.text.names.standing.strength import strength_of
from glane.text.names.standing.unnamed import is_unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Known, Phrase
    from glane.text.words import Word


_ENDS = frozenset(",.;:?!\n")
"""What nothing that belongs to a name stands behind."""


_OWN = frozenset({"name", "weak"})


class NameMatch(NamedTuple):
    """A head with its phrase.

    Attributes:
        first: index of its first word.
        end: index behind its last word.
        head_end: index behind the head.
        head: the head's row.
        strength: ``name`` (stands by itself), ``weak`` (stands if something else says so: it opens a sentence, or
            lacks a proper word), ``generic`` (a capitalised head alone: stands for a name seen before), ``other`` (the
            name of something that is not recorded), ``unrecorded`` (the same, but a body inside it may stand).
    """

    first: int
    end: int
    head_end: int
    head: HeadRow
    strength: str

    @property
    def is_read(self) -> bool:
        """Whether the match may stand as a name of its own."""
        return self.strength in _OWN


def find_names(words: Sequence[Word], lexicon: NameLexicon, known: Mapping[int, Known]) -> Iterator[NameMatch]:
    """Find names that a head noun opens.

    Args:
        words: of the text, tagged or not.
        lexicon: heads and classes of words.
        known: names of the knowledge base, countries, and blockers, by index of their first word.

    Yields:
        The matches, in order; those that stand as names do not overlap.
    """
    reading = Reading(words, lexicon, known)
    reached = 0
    for position in lexicon.find_heads(words):
        found = lexicon.head_at(words, position) if position >= reached else None
        if found is None or (position in known and known[position].kind == "blocked"):
            continue
        head_end, head = found
        listed = read_listed(reading, head_end) if _announces_several(words, position, head, lexicon) else []
        if listed:
            for first, end in listed:
                yield NameMatch(first, end, first, head, "name")
            reached = listed[-1][1]
            continue
        if not words[position].is_capitalised and _names_nothing(words, position, head_end, head, known, lexicon):
            reached = head_end
            continue
        assembly = assembly_of(words, position, head, lexicon)
        phrase = _read_whole(reading, position, head_end, assembly or head)
        if is_unnamed(words, position, head, phrase, lexicon):
            reached = phrase.end
            continue
        if assembly is not None and is_standing(words, position, phrase.end, lexicon):
            head = assembly
        head = office_of(words, position, phrase.end, head, lexicon) or head
        head = budget_mission(words, position, head_end, phrase.end, head, lexicon) or head
        other = head.kind == "other"
        strength = (
            _other_strength(words, position, head, phrase, known, lexicon)
            if other
            else strength_of(words, position, head_end, head, phrase, lexicon)
        )
        if strength:
            match = NameMatch(position, phrase.end, head_end, head, strength)
            yield from _with_edges(words, match, phrase, lexicon)
        reached = phrase.end if strength in {"name", "other"} or assembly is not None else head_end


def _with_edges(words: Sequence[Word], match: NameMatch, phrase: Phrase, lexicon: NameLexicon) -> Iterator[NameMatch]:
    """Give a name its edges; none that says but what any firm deals in."""
    if match.strength != "name" or phrase.faction:
        yield match
        return
    first, end = find_edges(words, match.first, match.head_end, match.head, phrase, lexicon)
    if first == match.first or not _is_line_of_business(words, match.first, first, end, match.head, lexicon):
        yield match._replace(first=first, end=end)


def _is_line_of_business(
    words: Sequence[Word], position: int, first: int, end: int, head: HeadRow, lexicon: NameLexicon
) -> bool:
    """Whether capitals that name no body say what any firm deals in: «un prestataire de services TIC»."""
    if head.subtype != "company" or end != first + 1 or words[first].text not in lexicon.stops:
        return False
    return not (position and words[position - 1].lower in lexicon.words("one_definite"))


def _read_whole(reading: Reading, first: int, head_end: int, head: HeadRow) -> Phrase:
    """Read what belongs to a head; nothing does to one that is a name by itself."""
    phrase = read_phrase(reading, first, head_end, head, capital=is_capital(reading.words[first]))
    if head.lower == "whole" and not phrase.state:
        phrase.end = head_end  # «l'Assemblée nationale», but «l'Assemblée nationale du Mali»
    if head.kind == "programme" and phrase.complements and not phrase.capital:
        phrase.end = bridge_to_acronym(reading, phrase.end)
    if reading.words[first].is_capitalised and phrase.end > head_end:
        own = reading.words[first].is_acronym and is_spelt_behind(reading.words, first, reading.lexicon)
        phrase.end = head_end if own else next_entry(reading.words, head_end, phrase.end, reading.lexicon)
    return phrase


def _names_nothing(
    words: Sequence[Word],
    first: int,
    head_end: int,
    head: HeadRow,
    known: Mapping[int, Known],
    lexicon: NameLexicon,
) -> bool:
    """Whether a head in small letters opens no name, which the letters and the next word tell without reading its phrase."""
    if head.kind == "other" and head.subtype != "function":
        return True
    if head_end >= len(words) or words[head_end].text not in _ENDS or first in known or head.lower == "whole":
        return False
    return not (words[first].text.isupper() or is_numbered(words, first, head, lexicon))


def _announces_several(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head in small letters means several undertakings, by its form or what stands before it («les fonds»)."""
    if head.kind != "programme" or words[first].is_capitalised:
        return False
    lower = words[first].lower
    alike = head.forms == (lower,) and first > 0 and words[first - 1].lower in lexicon.words("several")
    return alike or head.is_plural(lower)


def _other_strength(
    words: Sequence[Word],
    first: int,
    head: HeadRow,
    phrase: Phrase,
    known: Mapping[int, Known],
    lexicon: NameLexicon,
) -> str:
    """``other`` for a function or the name of a treaty or a conference that holds its author, ``unrecorded`` for the rest.

    Who holds a summit stands by itself: «le Sommet de l'Union africaine sur l'emploi».
    """
    if head.subtype == "function":
        return "other" if phrase.complements else ""
    summit = head.subtype == "meeting" and not head.is_one_of(lexicon.words("assembly_head"))
    holders = _holders(words, first, phrase, known)
    if holders and not (summit and holders == {"international"}):
        return "other"
    return "unrecorded" if words[first].is_capitalised and phrase.complements else ""


def _holders(words: Sequence[Word], first: int, phrase: Phrase, known: Mapping[int, Known]) -> set[str]:
    """The sorts of bodies that the name of a treaty or a meeting with a topic has as its author: they are part of it."""
    if not words[first].is_capitalised or phrase.links[:1] != ["of"] or "for" not in phrase.links:
        return set()
    inside = (known[index] for index in range(first, phrase.end) if index in known)
    return {one.subtype for one in inside if one.kind == "organisation"}


def from_grammar(words: Sequence[Word], match: NameMatch) -> Candidate:
    """The candidate that a name of the grammar makes."""
    # What is not recorded keeps guesses out of its place; a name that is sure of itself may stand inside.
    tier = GUESS if match.strength == "unrecorded" else TRUSTED
    return Candidate(
        words[match.first].start,
        words[match.end - 1].end,
        match.head.kind,
        match.head.id,
        tier=tier,
        subtype=match.head.subtype,
    )
