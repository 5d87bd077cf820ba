"""The second author of an act in a title in capitals: «DIRECTIVE … DU PARLEMENT EUROPÉEN ET DU CONSEIL»."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from glane.text.names.find import NameMatch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SMALL = 2
"""Words at most between a conjunction and the noun that it joins: «ET DE L'»."""


def with_authors(
    words: Sequence[Word], matches: Sequence[NameMatch], ends: Collection[int], lexicon: NameLexicon
) -> list[NameMatch]:
    """Take heads in capitals that are joined to a known body in capitals for generics, whatever line follows them.

    Args:
        words: of the text, as they are typed.
        matches: names and what may be some.
        ends: the indices behind known bodies.
        lexicon: heads and classes of words.

    Returns:
        The matches, in order.
    """
    authors = {match.first: match for match in _find_authors(words, ends, lexicon)}
    if not authors:
        return list(matches)
    others = (match for match in matches if match.first not in authors)
    return sorted([*others, *authors.values()], key=attrgetter("first"))


def _find_authors(words: Sequence[Word], ends: Collection[int], lexicon: NameLexicon) -> Iterator[NameMatch]:
    for end in ends:
        if end + 1 >= len(words) or not (words[end].text.isupper() and words[end - 1].text.isupper()):
            continue
        if words[end].lower not in lexicon.words("and") or len(words[end - 1].text) == 1:
            continue
        first = end + 1
        while first < min(len(words) - 1, end + 1 + _SMALL) and lexicon.is_function(words[first].lower):
            first += 1
        found = lexicon.head_at(words, first) if first > end + 1 and words[first].text.isupper() else None
        if found is None or found[0] != first + 1 or found[1].kind != "organisation":
            continue
        if found[0] == len(words) or not words[found[0]].text.isupper():
            yield NameMatch(first, found[0], found[0], found[1], "generic")
