"""Heads with what is no name: a kind of bodies, «une maison de santé», or what any body has, «le Conseil de la commune»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import QUOTES, surface_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

_FEWEST = 3
"""Words of «de la commune», «du syndicat» with the word before."""

_GOVERNMENT = "government"
_LONGEST_KIND = 10
"""Words of «établissement public à caractère industriel et commercial»."""


def is_unnamed(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a head with its phrase is a kind of bodies, or the organ of a body that has no name there.

    «une Délégation de Service Public», «le Conseil d'administration de l'établissement»; no part of these is a name either.

    Args:
        words: of the text.
        first: index of the head's first word.
        head: the head's row.
        phrase: what belongs to it.
        lexicon: classes of words.
    """
    if _is_of_some_bodies(words, first, phrase, lexicon):
        return True
    return _is_category(words, first, phrase, lexicon) or _is_of_any_body(words, first, head, phrase, lexicon)


def _is_of_some_bodies(words: Sequence[Word], first: int, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a phrase in small letters ends in the acronym of a kind of bodies: «un conseil d'administration d'ONG»."""
    last = phrase.end - 1
    if last - first < _FEWEST - 1 or words[first].is_capitalised or not words[last].is_acronym:
        return False
    kind = words[last].lower in lexicon.words("acronym_head") or words[last].lower in lexicon.words("acronym_kind")
    return kind and words[last - 1].lower in lexicon.words("bare_of")


def _is_category(words: Sequence[Word], first: int, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a kind of bodies is named, with capitals or without: «une Organisation Non Gouvernementale»."""
    if not 1 < phrase.end - first <= _LONGEST_KIND:
        return False
    return surface_of(words[first : phrase.end]).lower() in lexicon.words("category_name")


def _is_of_any_body(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a phrase ends in «de» and a body or a town without a name, whose organ the head is."""
    noun = phrase.end - 1
    if noun - first < _FEWEST - 1 or not words[noun].text.islower():
        return False
    if head.subtype == _GOVERNMENT and words[noun].lower in lexicon.words("territory_noun"):
        after = words[phrase.end] if phrase.end < len(words) else None
        return noun - first == _FEWEST and (
            after is None or not after.is_capitalised
        )  # «le gouvernement de la province»
    if words[noun].lower not in lexicon.words("body_noun") and words[noun].lower not in lexicon.words("place_head"):
        return False
    if not head.is_one_of(lexicon.words("organ_head")) or not _tells_organ(words, first, noun, lexicon):
        return False
    before = words[noun - 1].lower
    article = before in lexicon.words("one_definite")
    if not article or (before in lexicon.words("article") and words[noun - 2].lower not in lexicon.words("of")):
        return False
    after = words[phrase.end] if phrase.end < len(words) else None
    return after is None or not (after.is_capitalised or after.text in QUOTES)


def _tells_organ(words: Sequence[Word], first: int, noun: int, lexicon: NameLexicon) -> bool:
    """Whether no word before the body is one of a name: «Conseil d'Administration», «Assemblée Générale» have none."""
    titled = [index for index in range(first + 1, noun) if words[index].is_capitalised]
    return all(words[index].pos == "ADJ" or words[index - 1].lower in lexicon.words("bare_of") for index in titled)
