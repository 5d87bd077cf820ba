"""Which countries a text speaks of without their names: by adjectives («le peuple togolais») and by towns («à Lomé»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import find_capitals, find_openings, is_hyphen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.known.namesakes import Namesakes
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST_TOWN = 5
"""Words of «Port-au-Prince», hyphens included."""


def adjectives_told(
    words: Sequence[Word], inside: Collection[int], namesakes: Namesakes, lexicon: NameLexicon
) -> Iterator[str]:
    """Give the countries of the adjectives in a text, but for languages: «en français», «la langue est le français».

    Args:
        words: of the text.
        inside: indices of words that belong to names of bodies.
        namesakes: of the knowledge base, with the adjectives.
        lexicon: classes of words.

    Yields:
        Codes, one for each place.
    """
    for index in find_openings(words, namesakes.adjective_openings):
        code = namesakes.adjectives.get(words[index].folded) if index not in inside else None
        if code and not _is_language(words, index, lexicon):
            yield code


def _is_language(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a language is meant, not somebody from there nor what is: «en français», «le Français», «du français»."""
    if not index:
        return False
    before = words[index - 1].lower
    if before in lexicon.words("in"):
        return True
    after = words[index + 1] if index + 1 < len(words) else None
    return before in lexicon.words("masculine") and (after is None or not after.is_capitalised)


def find_placed(words: Sequence[Word], told: Collection[str], namesakes: Namesakes, lexicon: NameLexicon) -> str:
    """The one country abroad that a text is of that names none: it has an adjective of it and a town; empty for none.

    «au nom du peuple togolais», «le siège est fixé à Lomé».

    Args:
        words: of the text.
        told: codes of the countries whose adjectives stand there.
        namesakes: of the knowledge base.
        lexicon: classes of words, and towns.
    """
    if not told or any(namesakes.is_default(country) for country in told):
        return ""
    placed = set(_find_towns(words, lexicon)).intersection(told)
    return placed.pop() if len(placed) == 1 else ""


def is_placed_at_home(words: Sequence[Word], namesakes: Namesakes, lexicon: NameLexicon) -> bool:
    """Whether a text names a town of the default country.

    Args:
        words: of the text.
        namesakes: of the knowledge base.
        lexicon: classes of words, and towns.
    """
    return any(map(namesakes.is_default, _find_towns(words, lexicon)))


def _find_towns(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[str]:
    """The countries of the towns that a text names, in order; empty for what is none."""
    return (lexicon.towns.get(_town_at(words, index), "") for index in find_capitals(words))


def _town_at(words: Sequence[Word], index: int) -> str:
    """The word at an index with what hyphens join to it, in lower case: «Porto-Novo»."""
    end = index + 1
    while end - index < _LONGEST_TOWN and is_hyphen(words, end):
        end += 2
    return "".join(word.lower for word in words[index:end])
