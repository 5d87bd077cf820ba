"""Names by a number or a level: editions of known undertakings («le PNACC3», «le Plan climat cantonal»), «le 9e RIMa»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.candidate import TRUSTED, Candidate
from glane.text.words import ending_at, find_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.knowledge import KnowledgeBase
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_NUMBERED = re.compile(r"([A-Z]{3,8})\d{1,2}")
_ORDINAL = re.compile(r"\d{1,2}(\D+)")
_SHORTEST = 3


def find_numbered(words: Sequence[Word], knowledge: KnowledgeBase, lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find editions of the undertakings of the knowledge base that are known by their acronym and a number.

    Args:
        words: of the text.
        knowledge: the knowledge base; what is in it with the number is found elsewhere.
        lexicon: classes of words.

    Yields:
        Candidates of undertakings: another one than the entity without a number.
    """
    for index in find_capitals(words):
        word = words[index]
        if _is_counted(words, index, lexicon):
            row = _undertaking(word.text, knowledge)
            if row is not None:
                start = words[index - 1].start
                yield Candidate(start, word.end, row.kind, "edition:ordinal", tier=TRUSTED, subtype=row.subtype)
            continue
        match = _NUMBERED.fullmatch(word.text)
        if match is None or word.text in knowledge.by_acronym:
            continue
        row = _undertaking(match[1], knowledge)
        if row is not None:
            yield Candidate(word.start, word.end, row.kind, "edition:glued", tier=TRUSTED, subtype=row.subtype)


def find_levels(words: Sequence[Word], found: Iterable[Candidate], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find undertakings that have the name of a known one and a level of their own: «le Plan climat cantonal».

    Args:
        words: of the text.
        found: candidates so far; the names of two words among them that the knowledge base has.
        lexicon: classes of words.

    Yields:
        Candidates of undertakings: another one than the entity without a level.
    """
    for candidate in found:
        if candidate.kind != "programme" or not candidate.is_known:
            continue
        last = ending_at(words, candidate.end)
        if last is None or last < 1 or last + 1 >= len(words) or words[last - 1].start != candidate.start:
            continue
        level = words[last + 1]
        beside = level.start - words[last].end == 1 and level.lower in lexicon.words("level")
        if beside and not words[last].is_acronym and words[last].text.islower():
            yield Candidate(
                candidate.start, level.end, candidate.kind, "edition:level", tier=TRUSTED, subtype=candidate.subtype
            )


def find_units(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find military units by their number and the acronym of their kind: «le 9e RIMa».

    Args:
        words: of the text.
        lexicon: classes of words.

    Yields:
        Candidates of bodies.
    """
    for index in lexicon.find_class(words, "unit_acronym"):
        unit, number = words[index], words[max(0, index - 1)]
        ordinal = _ORDINAL.fullmatch(number.lower)
        if unit.is_acronym and index and ordinal is not None and ordinal[1] in lexicon.words("rank"):
            yield Candidate(number.start, unit.end, "organisation", "unit:ordinal", tier=TRUSTED, subtype="armed-force")


def _is_counted(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether an article and an ordinal in digits stand before an acronym: «le 11e FED»."""
    if index < 1 or len(words[index].text) < _SHORTEST or not words[index].text.isupper():
        return False
    ordinal = _ORDINAL.fullmatch(words[index - 1].lower)
    if ordinal is None or ordinal[1] not in lexicon.words("rank"):
        return False
    return index < 2 or words[index - 2].lower in lexicon.words("definite") | lexicon.words("and")


def _undertaking(acronym: str, knowledge: KnowledgeBase) -> EntityRow | None:
    """The programme of the knowledge base with an acronym."""
    return next((row for row in knowledge.by_acronym.get(acronym, ()) if row.kind == "programme"), None)
