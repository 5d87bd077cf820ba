"""Regions that are named together, each of which is a body: «une convention avec les Régions Bretagne et Grand Est»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.trie import NameTrie
    from glane.text.words import Word

_FEWEST = 2


def find_listed_regions(
    words: Sequence[Word], lexicon: NameLexicon, regions: NameTrie[EntityRow]
) -> Iterator[Candidate]:
    """Find the names of regions that their noun in the plural, with a capital, leads to.

    In small letters, or behind «dans» and «sur», they are places.

    Args:
        words: of the text.
        lexicon: classes of words.
        regions: the rows of regional authorities, by the names of their regions.

    Yields:
        Candidates of the names alone.
    """
    for noun in lexicon.find_class(words, "region_several"):
        if not words[noun].is_capitalised or (noun > 1 and _is_where(words[noun - 2], lexicon)):
            continue
        listed = _read_list(words, noun + 1, lexicon, regions)
        if len(listed) < _FEWEST:
            continue
        for first, end, row in listed:
            start, stop = words[first].start, words[end - 1].end
            yield Candidate(start, stop, row.kind, "context:territory", subtype=row.subtype, entities=(row,))


def _is_where(before: Word, lexicon: NameLexicon) -> bool:
    return before.lower in lexicon.words("inside") or before.lower in lexicon.words("on")


def _read_list(
    words: Sequence[Word], first: int, lexicon: NameLexicon, regions: NameTrie[EntityRow]
) -> list[tuple[int, int, EntityRow]]:
    """First and end index of each region of a list that begins at a word, with its row."""
    listed: list[tuple[int, int, EntityRow]] = []
    while first < len(words):
        found = regions.find_at(words, first)
        if not found or not words[first].is_capitalised:
            break
        _, end, entries = found[-1]
        listed.append((first, end, entries[0][1]))
        first = end
        while first < len(words) and (words[first].text == "," or words[first].lower in lexicon.words("and")):
            first += 1
    return listed
