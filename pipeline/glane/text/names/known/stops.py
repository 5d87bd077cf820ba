"""Acronyms that the knowledge base has and that are mostly terms: «TPE, PME, PMI», «les crédits en LFI 2016», «art. 12 CPI»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.known.matches import named_in_full, surface_at
from glane.text.names.known.namesakes import LONGEST_VAGUE
from glane.text.names.used.laws import find_codes

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from glane.text.knowledge import EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_YEAR = 4
"""Digits of a year."""
_NEAR = 3
"""Words from a term to the one that it is joined to: «la LFI et le PLF»."""


def without_stops(document: Document, base: Base, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out acronyms that are terms or laws somewhere in a document, wherever they stand.

    Where the document names or defines the body, only those places are left out.

    Args:
        document: with its words and definitions.
        base: the knowledge base and the lexicon.
        found: the matches.

    Returns:
        The matches that stay.
    """
    acronyms = [match for match in found if match.form == "acronym"]
    codes = find_codes(document.words, base.lexicon) if acronyms else frozenset()
    known = {match.first for match in acronyms}
    terms = {match.first for match in acronyms if _is_term(document, match, known, base.lexicon)}
    surfaces = {document.words[first].text for first in terms} | codes
    if not surfaces:
        return found
    named = named_in_full(found)
    doubted = surfaces - {given.short for given in document.definitions}
    return [
        match
        for match in found
        if match.form != "acronym"
        or (
            match.first not in terms
            and (surface_at(document, match) not in doubted or any(row.id in named for row in match.rows))
        )
    ]


def _is_term(document: Document, match: EntityMatch, known: Collection[int], lexicon: NameLexicon) -> bool:
    """Whether an acronym is a term here: one of the list of terms that has a year or stands beside another.

    That is none of those that are known: parties stand side by side too.
    """
    surface = surface_at(document, match)
    if "." in surface[:-1]:
        return _is_signed(document.words, match, lexicon)
    if surface not in lexicon.stops:
        return False
    words, first = document.words, match.first
    if first and words[first - 1].lower in lexicon.words("in"):
        return True  # «les crédits ouverts en LFI»
    behind = match.end + (match.end < len(words) and words[match.end].lower in lexicon.words("for"))
    if behind < len(words) and words[behind].text.isdigit() and len(words[behind].text) == _YEAR:
        return True
    return any(_is_listed(words, first, step, known, lexicon) for step in (-1, 1))


def _is_listed(words: Sequence[Word], first: int, step: int, known: Collection[int], lexicon: NameLexicon) -> bool:
    """Whether a comma, a stroke or a conjunction joins another term to an acronym: «PME et PMI», «la LFI et le PLF»."""
    index, joined = first + step, False
    while 0 <= index < len(words) and abs(index - first) <= _NEAR:
        word = words[index]
        if word.text in lexicon.stops:
            return joined and index not in known
        joints = word.text in {",", "/"} or word.lower in lexicon.words("and")
        if not joints and word.lower not in lexicon.words("article"):
            return False
        joined = joined or joints
        index += step
    return False


def _is_signed(words: Sequence[Word], match: EntityMatch, lexicon: NameLexicon) -> bool:
    """Whether a short acronym with dots and without an article is somebody's initials: «A.M.C avec l'état-major»."""
    letters = [char for char in words[match.first].text if char.isalpha()]
    if len(letters) > LONGEST_VAGUE or any(row.country is None for row in match.rows):
        return False
    return not match.first or words[match.first - 1].lower not in lexicon.words("one_definite")
