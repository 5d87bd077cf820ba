"""Nouns that «à» and a noun without an article make one noun with: «des armes à feu», «des biens à double usage»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import read_adjectives
from glane.text.names.parts import Phrase

if TYPE_CHECKING:
    from glane.text.names.extent.reading import Reading

_NOUNS = frozenset({"NOUN", "ADJ"})
_OUTSIDE = ("to_adverb", "adverbial", "put_to", "venue")
"""Classes of what «à» makes an adverb or a preposition with: «à titre gratuit», «à hauteur de»."""


def purposed_end(reading: Reading, lead: int, end: int, noun: int, limit: int) -> int:
    """Index behind what the things that a plural names are for, work by or have.

    Args:
        reading: the text.
        lead: index of the plural.
        end: index behind it and its adjectives; returned where nothing follows.
        noun: index of the noun behind «à», its adjectives in front skipped.
        limit: index that the name does not reach beyond.
    """
    plural = reading.lexicon.may_be_plural(reading.words[lead].lower) and not reading.words[lead].is_acronym
    if noun >= limit or not plural or not _is_common(reading, noun):
        return end
    if noun == end + 1 and reading.is_in(noun + 1, "bare_of") and not reading.is_in(noun + 2, "article"):
        return end  # «à proximité de»
    if reading.words[noun].pos == "ADJ" and _is_common(reading, noun + 1) and reading.words[noun + 1].pos == "NOUN":
        noun += 1  # «à double usage»
    return read_adjectives(reading, Phrase(end=0), noun + 1, limit)


def _is_common(reading: Reading, position: int) -> bool:
    """Whether a noun that makes no adverb with «à» stands behind it, which taggers take for an adjective too («à feu»)."""
    if position + 1 >= len(reading.words):
        return False
    word = reading.words[position]
    if word.pos not in _NOUNS or not word.text.islower() or reading.lexicon.is_function(word.lower):
        return False
    if position in reading.known or reading.is_in(position + 1, "to_adverb"):
        return False  # «à court terme»
    return not any(reading.is_in(position, name) for name in _OUTSIDE)
