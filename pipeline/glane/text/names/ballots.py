"""Initiatives that are texts put to a vote, as laws are: «l'initiative populaire « Pour des loyers honnêtes »»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_INITIATIVE = "initiative"


def without_ballots(words: Sequence[Word], matches: Sequence[NameMatch], lexicon: NameLexicon) -> Sequence[NameMatch]:
    """Leave out the initiatives of a document about a vote: the people's ones, and their titles alone.

    Args:
        words: of the text.
        matches: what the grammar reads in it.
        lexicon: classes of words.

    Returns:
        The matches that stay; all of them where the document has no initiative of the people.
    """
    heads = lexicon.words("initiative_heads")
    voted = any(
        index
        and words[index - 1].lower in heads
        and (index == 1 or words[index - 2].lower not in lexicon.words("bare_of"))
        for index in lexicon.find_class(words, "ballot_adjective")
    )
    if not voted:
        return matches
    return [match for match in matches if match.head.subtype != _INITIATIVE or not _is_titled(words, match, lexicon)]


def _is_titled(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a title, a name or the adjective of the people's initiatives stands right behind a head."""
    if match.head_end >= len(words):
        return False
    after = words[match.head_end]
    return after.text in QUOTES or after.is_capitalised or after.lower in lexicon.words("ballot_adjective")
