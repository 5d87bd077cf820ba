"""Long forms that are moved: to where a name begins or ends, or to the known body inside."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from glane.text.words import beginning_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glane.text.acronyms.find import Definition
    from glane.text.candidate import Candidate
    from glane.text.words import Word

_LONGEST_BEFORE = 10
"""Words before a known body: «un département de la direction»."""


def at_known(given: Definition, words: Sequence[Word], known: Mapping[int, Candidate]) -> Definition:
    """Take for a long form the known body in it whose acronym the short form is: «un service de la [Direction …] (DIR)».

    Args:
        given: the definition.
        words: of the document.
        known: by the offsets where they begin, the bodies of the knowledge base.
    """
    first = beginning_at(words, given.long_start)
    if first is None:
        return given
    for word in words[first + 1 : first + _LONGEST_BEFORE]:
        if word.start >= given.long_end:
            break
        body = known.get(word.start)
        if body is not None and any(given.short in row.acronyms for row in body.entities):
            long = given.long[body.start - given.long_start : body.end - given.long_start]
            return replace(given, long_start=body.start, long_end=body.end, long=long)
    return given


def widened(definition: Definition, start: int, end: int, words: Sequence[Word]) -> Definition:
    """Give the definition a long form from an offset where a word begins to one where a word ends."""
    first = beginning_at(words, start)
    behind = bisect_left(words, end, key=lambda word: word.start)
    if first is None:
        return definition
    return replace(definition, long_start=start, long_end=end, long=_surface(words, first, behind, end - start))


def begun_at(definition: Definition, start: int, words: Sequence[Word]) -> Definition:
    """Move the left edge of a long form to an offset before it."""
    long = definition.long
    opened, first = beginning_at(words, start), beginning_at(words, definition.long_start)
    if opened is not None and first is not None:
        long = _surface(words, opened, first, definition.long_start - start) + long
    return replace(definition, long_start=start, long=long)


def _surface(words: Sequence[Word], opened: int, first: int, length: int) -> str:
    """The words from ``opened`` up to ``first`` as they stand, ``length`` code points, line ends as blanks."""
    text = ""
    for index in range(opened, first):
        text += words[index].text
        behind = words[index + 1].start if index + 1 < len(words) else words[index].end
        text += " " * (behind - words[index].end)
    return text[:length]


def words_between(words: Sequence[Word], first: int, end: int) -> list[Word]:
    """The words from an index up to an offset."""
    stop = first
    while stop < len(words) and words[stop].start < end:
        stop += 1
    return list(words[first:stop])
