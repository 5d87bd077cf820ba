"""Divisions of one state that bear the name of another: «la province de l'Équateur», «l'État du Niger, au Nigeria»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import opens_sentence
from glane.text.names.countries.context import governor

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from glane.text.knowledge import CountryMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def is_division(
    words: Sequence[Word], match: CountryMatch, country_firsts: Collection[int], lexicon: NameLexicon
) -> bool:
    """Whether the name of a country is that of a province here, or of a state within another one.

    A territory may be a department itself («le département de Mayotte»), and «une province du Canada» lies in the country,
    as does «la province du Canada qui …».

    Args:
        words: of the text.
        match: the name.
        country_firsts: indices of the first words of all names of countries.
        lexicon: classes of words.
    """
    noun = governor(words, match.first, lexicon)
    if noun < 0 or match.row.sovereign is not None:
        return False
    if words[noun].lower in lexicon.words("state_part"):
        return _is_the_one(words, noun, lexicon) and not _is_told_apart(words, match.end, lexicon)
    if words[noun].lower in lexicon.words("federated_state") and words[match.first].lower in lexicon.words(
        "state_namesake"
    ):
        return _lies_in(words, match.end, country_firsts, lexicon)
    return False


def _is_the_one(words: Sequence[Word], noun: int, lexicon: NameLexicon) -> bool:
    """Whether a noun stands behind a definite article, «en», or at the head of a line or a sentence."""
    if noun == 0 or opens_sentence(words, noun):
        return words[noun].is_capitalised
    before = words[noun - 1].lower
    return before in lexicon.words("one_definite") or before in lexicon.words("in")


def _is_told_apart(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether a relative or a superlative right behind tells which one: «la province du Canada la plus vaste»."""
    if end + 1 >= len(words):
        return False
    compared = words[end].lower in lexicon.words("article") and words[end + 1].lower in lexicon.words("superlative")
    return compared or words[end].lower in lexicon.words("relative")


def _lies_in(words: Sequence[Word], end: int, country_firsts: Collection[int], lexicon: NameLexicon) -> bool:
    """Whether another country follows that it lies in: «au Nigeria», «(Nigeria)», «, aux États-Unis»."""
    index = end + (end < len(words) and words[end].text in {",", "("})
    if index < len(words) and (words[index].lower in lexicon.words("in") or words[index].lower in lexicon.words("to")):
        index += 1
    return index > end and index in country_firsts
