"""Acronyms of undertakings with the number of their edition right behind: «le PNACC3»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.candidate import TRUSTED, Candidate
from glane.text.words import find_capitals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.knowledge import KnowledgeBase
    from glane.text.words import Word

_NUMBERED = re.compile(r"([A-Z]{3,8})\d{1,2}")


def find_numbered(words: Sequence[Word], knowledge: KnowledgeBase) -> Iterator[Candidate]:
    """Find editions of the undertakings of the knowledge base that are known by their acronym and a number.

    Args:
        words: of the text.
        knowledge: the knowledge base; what is in it with the number is found elsewhere.

    Yields:
        Candidates of undertakings: another one than the entity without a number.
    """
    for index in find_capitals(words):
        word = words[index]
        match = _NUMBERED.fullmatch(word.text)
        if match is None or word.text in knowledge.by_acronym:
            continue
        row = next((row for row in knowledge.by_acronym.get(match[1], ()) if row.kind == "programme"), None)
        if row is not None:
            yield Candidate(word.start, word.end, row.kind, "edition:glued", tier=TRUSTED, subtype=row.subtype)
