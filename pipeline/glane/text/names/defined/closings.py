"""Where the long form of an acronym ends: before the owner of its body, or what is told of a party."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.words import beginning_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glane.text.acronyms.find import Definition
    from glane.text.candidate import Candidate
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LINKS = 2
"""Words between a body and its owner at most: «de la»."""


def owners_by_end(found: Iterable[Candidate]) -> dict[int, int]:
    """For each offset at which a known body or a ministry ends, where the shortest one that ends there begins."""
    starts: dict[int, int] = {}
    for candidate in found:
        known = candidate.is_known or candidate.subtype == "ministry"
        if candidate.kind == "organisation" and known:
            starts[candidate.end] = max(candidate.start, starts.get(candidate.end, 0))
    return starts


def before_apposition(given: Definition, words: Sequence[Word], lexicon: NameLexicon) -> Definition:
    """End a long form in front of what is told of a party behind a comma: «[X], représenté par Mme Y, ci-après « le Centre »».

    Args:
        given: the definition.
        words: of the document.
        lexicon: classes of words.
    """
    first = beginning_at(words, given.long_start)
    if first is None:
        return given
    end = bisect_left(words, given.long_end, key=lambda word: word.start)
    for comma in range(first + 1, end - 1):
        if words[comma].text == "," and words[comma + 1].lower in lexicon.words("party_told"):
            stop = words[comma - 1].end
            return replace(given, long_end=stop, long=given.long[: stop - given.long_start])
    return given


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
