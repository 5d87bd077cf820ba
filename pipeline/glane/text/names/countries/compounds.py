"""Hyphens that make one name of a country's and another word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import is_hyphen

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def is_compounded(
    words: Sequence[Word],
    first: int,
    country_ends: Collection[int],
    known: Collection[Container[str]],
    lexicon: NameLexicon,
) -> bool:
    """Whether a hyphen makes one name of a word and the country: «Biochar-Congo», «ASV-Togo», not «Niger-Mali», «UE-Mali».

    Args:
        words: of the text.
        first: index of the first word of the country's name.
        country_ends: indices behind the last words of all names of countries.
        known: acronyms that are known, by their sources: names beside a country's.
        lexicon: classes of words.
    """
    if first <= 1 or not is_hyphen(words, first - 1) or first - 1 in country_ends:
        return False
    before = words[first - 2]
    placed = any(before.lower in lexicon.words(name) for name in ("place", "known_city", "direction"))
    if placed or not before.is_acronym:
        return before.is_capitalised and not placed
    is_shouted = words[first].text.isupper()
    free = not any(before.text in names for names in known) and before.text not in lexicon.stops
    return before.text.isupper() and free and not is_shouted


def is_coined(
    words: Sequence[Word],
    first: int,
    end: int,
    country_firsts: Collection[int],
    known: Container[str],
    lexicon: NameLexicon,
) -> bool:
    """Whether an undertaking is named by the country and what a hyphen ties to it: «projet GABON-RS», not «projet Togo-UE».

    Args:
        words: of the text.
        first: index of the first word of the country's name.
        end: index behind its last one.
        country_firsts: indices of the first words of all names of countries.
        known: acronyms that are known: partners of the country.
        lexicon: classes of words.
    """
    if end + 1 >= len(words) or not first or end + 1 in country_firsts or not is_hyphen(words, end):
        return False
    country, tied = words[first], words[end + 1]
    if (
        end > first + 1
        or not country.text.isupper()
        or not (tied.is_number or tied.text.isupper())
        or tied.text in known
    ):
        return False
    head = lexicon.head_at(words, first - 1)
    return head is not None and head[0] == first and head[1].kind == "programme"
