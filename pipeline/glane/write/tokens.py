"""Cutting a text into tokens that never cross the edge of a mention, with their offsets."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_APOSTROPHES = "'\u2019"
_JOINERS = frozenset(("Mn", "Mc", "Me", "Cf"))


class Token(NamedTuple):
    """Offsets of a token, and its form."""

    start: int
    end: int
    form: str


def tokenise(text: str, edges: Iterable[int]) -> Iterator[Token]:
    """Cut a text into words and marks; white space of any sort only separates.

    A word is a run of letters and digits with their combining marks; an elided word keeps its apostrophe, a
    number its decimal comma or point. Every other character is a token of its own.

    Args:
        text: any string.
        edges: offsets where a token must end or begin: those of the mentions.

    Yields:
        The tokens, in linear time.
    """
    cuts = frozenset(edges)
    start = 0
    for offset in range(1, len(text) + 1):
        if offset < len(text) and offset not in cuts and _belongs(text, start, offset):
            continue
        if not text[start].isspace():
            yield Token(start, offset, text[start:offset])
        start = offset


def _belongs(text: str, start: int, offset: int) -> bool:
    """Whether the character at an offset goes on with the token that began at ``start``."""
    character, before = text[offset], text[offset - 1]
    if character.isspace() or text[start].isspace():
        return False
    if unicodedata.category(character) in _JOINERS:
        return True
    if not _is_word(text[start]) or before in _APOSTROPHES:
        return False
    if _is_word(character):
        return True
    if character in _APOSTROPHES:
        return not text[start].isdigit()
    return character in ",." and before.isdigit() and text[offset + 1 : offset + 2].isdigit()


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
