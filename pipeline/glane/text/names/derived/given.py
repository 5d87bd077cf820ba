"""Generics that a document gives a meaning: «"Union" : l'UEMOA», «Agriculture Canada (le Ministère)»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import NAMED
from glane.text.names.derived.evidenced import names_of
from glane.text.words import CLOSING_QUOTES, QUOTES, beginning_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glane.text.candidate import Candidate
    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_MOST_BETWEEN = 6
"""Words that may stand between a bracket and the generic: «(ci-après dénommée « l'»."""


def find_given(words: Sequence[Word], found: Iterable[Candidate], lexicon: NameLexicon) -> dict[str, Candidate]:
    """The generics that a document gives a meaning, at the start of a line or in quotation marks: «"Union" : l'UEMOA»."""
    given: dict[str, Candidate] = {}
    for candidate in found:
        index = beginning_at(words, candidate.start) if candidate.kind in NAMED else None
        if index is None:
            continue
        index -= 1
        if index > 0 and words[index].lower in lexicon.words("article"):
            index -= 1
        if index < 1 or words[index].text != ":":
            continue
        quoted = words[index - 1].text in CLOSING_QUOTES
        index -= 2 if quoted else 1
        opened = index < 1 or (words[index - 1].text in QUOTES if quoted else words[index - 1].is_break)
        if index >= 0 and opened and words[index].is_capitalised and words[index].folded in names_of(candidate, words):
            given.setdefault(words[index].folded, candidate)
    return given


def find_bracketed_generics(
    words: Sequence[Word], found: Iterable[Candidate], matches: Iterable[NameMatch], lexicon: NameLexicon
) -> dict[str, Candidate]:
    """Find the generics that stand alone in brackets, right behind a name of their kind: «Pêches Canada (le Ministère)».

    Args:
        words: of the document.
        found: candidates so far.
        matches: what the grammar found; those of strength ``generic`` are looked at.
        lexicon: classes of words.

    Returns:
        The name that each stands for, by the generic, folded.
    """
    given: dict[str, Candidate] = {}
    ends: dict[int, Candidate] | None = None
    for match in matches:
        opening = _opening_before(words, match, lexicon) if match.strength == "generic" else None
        if opening is None:
            continue
        if ends is None:
            # Of those that end in one place the known one counts, else the longest, which come last.
            named_ones = sorted(found, key=lambda one: (bool(one.entities), -one.start))
            ends = {one.end: one for one in named_ones if one.kind in NAMED}
        named = ends.get(words[opening - 1].end)
        if named is not None and named.kind == match.head.kind:
            given.setdefault(" ".join(word.folded for word in words[match.first : match.end]), named)
    return given


def _opening_before(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> int | None:
    """The bracket in which a generic stands with its article, and with what leads to it."""
    end = match.end + (match.end < len(words) and words[match.end].text in CLOSING_QUOTES)
    if end >= len(words) or words[end].text != ")":
        return None
    index = match.first - 1
    if words[index].lower not in lexicon.words("article"):
        return None
    for at in range(index - 1, max(0, index - _MOST_BETWEEN), -1):
        if words[at].text == "(":
            return at
        if words[at].text not in QUOTES and not words[at].text.islower() and not words[at].is_acronym:
            return None
    return None
