"""What is read on from a name that stands without it elsewhere: «l'Union des quais tirvaise | des produits de pêche»."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.words import surface_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SHORTEST = 3
"""Words of the shortest name that has something behind it, «Union tirvaise des …», without what that goes on with."""


def without_read_on(words: Sequence[Word], matches: Sequence[NameMatch], lexicon: NameLexicon) -> list[NameMatch]:
    """Cut bodies' names before «des» and a common noun where the document has the same name without that.

    «autorise la vente dans l'Union tirvaise | des produits locaux», «envoie au Conseil des Chefs de Village | des rapports».
    What stands before is whole: it ends in a country's adjective, or has a complement that ends with a capital.

    Args:
        words: of the text.
        matches: names and what may be some.
        lexicon: classes of words.

    Returns:
        The matches, in the same order.
    """
    grown = {match.first: end for match in matches if (end := _whole_end(words, match, lexicon))}
    if not grown:
        return list(matches)
    surfaces = Counter(_surfaces(words, matches))
    cut = {
        match.first: grown[match.first]
        for match in matches
        if match.first in grown
        and surfaces[_surface(words, match.first, match.end)] == 1
        and surfaces[_surface(words, match.first, grown[match.first])]
    }
    return [match._replace(end=cut[match.first]) if match.first in cut else match for match in matches]


def _surfaces(words: Sequence[Word], matches: Iterable[NameMatch]) -> Iterable[str]:
    return (_surface(words, match.first, match.end) for match in matches if match.is_read)


def _surface(words: Sequence[Word], first: int, end: int) -> str:
    return fold(surface_of(words[first:end]))


def _whole_end(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> int:
    """Where a name ends before «des» and what has no capital from there on, but for states; 0 for none."""
    several = lexicon.words("of_several")
    if not match.is_read or match.head.kind != "organisation" or match.end - match.first <= _SHORTEST:
        return 0
    for index in range(match.end - 2, match.head_end, -1):
        if words[index].lower in several:
            rest = words[index + 1 : match.end]
            small = all(word.text.islower() or word.lower in lexicon.words("of_area") for word in rest)
            return index if small and _is_whole(words, match, index, lexicon) else 0
    return 0


def _is_whole(words: Sequence[Word], match: NameMatch, end: int, lexicon: NameLexicon) -> bool:
    """Whether a name that ends at a word lacks nothing: a country's adjective or a capital in a complement is its last."""
    last = words[end - 1]
    if not words[match.first].is_capitalised or not last.is_word:
        return False
    if last.folded in lexicon.country_adjectives or lexicon.is_of_two_countries(last):
        return True
    of = any(words[index].lower in lexicon.words("of") for index in range(match.head_end, end - 1))
    return last.is_capitalised and of
