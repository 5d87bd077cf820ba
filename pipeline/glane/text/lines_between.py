"""Cities that have a country's name, as the ends of a line between two: «l'axe Metz-Luxembourg»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import is_hyphen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def is_beside_city(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a city is the other end of a line: «l'axe Metz-Luxembourg», «entre Luxembourg et Thionville».

    Args:
        words: of the text.
        first: index of the name that a city and a country have.
        end: index behind it.
        lexicon: classes of words.
    """
    for link, city, outer in ((first - 1, first - 2, first - 3), (end, end + 1, first - 1)):
        if not (0 <= city < len(words) and words[city].lower in lexicon.words("known_city")):
            continue
        if is_hyphen(words, link):
            return True
        between = outer >= 0 and words[outer].lower in lexicon.words("between")
        if between and words[link].lower in lexicon.words("and"):
            return True
    return False
