"""Whose the body is that an acronym stands for: its owner ends no long form that the letters do not speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glane.text.words import beginning_at, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glane.text.acronyms import Definition
    from glane.text.candidate import Candidate
    from glane.text.name_lexicon import NameLexicon
    from glane.text.words import Word

_KNOWN = "kb:"
_LINKS = 2
"""Words between a body and its owner at most: «de la»."""


def owners_by_end(found: Iterable[Candidate]) -> dict[int, int]:
    """For each offset at which a known body or a ministry ends, where the shortest one that ends there begins."""
    starts: dict[int, int] = {}
    for candidate in found:
        known = candidate.rule.startswith(_KNOWN) or candidate.subtype == "ministry"
        if candidate.kind == "organisation" and known:
            starts[candidate.end] = max(candidate.start, starts.get(candidate.end, 0))
    return starts


def without_owner(
    given: Definition,
    words: Sequence[Word],
    begun: Candidate | None,
    owners: Mapping[int, int],
    lexicon: NameLexicon,
) -> Definition:
    """Take its owner off the end of a long form: «[Direction des ports] de la Commission européenne (DIP)».

    «Comité de défense de l'Union européenne (CDUE)» stays whole, as does «Fonds du Service universel (FSUT)»: the last
    letter is the owner's, or all its letters are there.

    Args:
        given: the definition.
        words: of the document.
        begun: the name that the grammar reads where the long form begins.
        owners: from `owners_by_end`.
        lexicon: classes of words.
    """
    start = owners.get(given.long_end, -1)
    if begun is None or not begun.end < start:
        return given
    first, owner = beginning_at(words, begun.start), beginning_at(words, start)
    if first is None or owner is None:
        return given
    body_end = next((index for index in range(first, owner) if words[index].start >= begun.end), owner)
    links = words[body_end:owner]
    if not (links and len(links) <= _LINKS and links[0].lower in lexicon.words("of")):
        return given
    named = [word for word in words[owner:] if word.start < given.long_end and not lexicon.is_function(word.lower)]
    initials, short = "".join(word.folded[0] for word in named), fold(given.short)
    if short[-1] in initials or (len(initials) > 1 and initials in short):
        return given
    return replace(given, long_end=begun.end, long=given.long[: begun.end - given.long_start])
