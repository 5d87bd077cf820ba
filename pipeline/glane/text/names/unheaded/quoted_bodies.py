"""Quoted names of bodies whose noun stands further off: «l'association bénévole « X »», «l'association des « Amis du lac »»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.extent.edges import has_definite
from glane.text.names.unheaded.quoted import name_at
from glane.text.words import QUOTES, VERBS, find_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_VAGUE = "other"
_FARTHEST = 4
"""Words between the noun and the mark: «le laboratoire d'analyses médicales « Vitalab »»."""


def find_quoted_bodies(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find quotations that a noun for one body leads to, over what describes the body.

    Args:
        words: of the text.
        lexicon: heads and classes of words.

    Yields:
        Candidates of the names alone.
    """
    for index in find_texts(words, QUOTES):
        if index < 3 or index + 2 >= len(words) or not words[index + 1].is_capitalised:
            continue
        head = _described_head(words, index, lexicon)
        first, end = name_at(words, index, lexicon) if head is not None else (index, index)
        if head is not None and end > first:
            start, stop = words[first].start, words[end - 1].end
            yield Candidate(start, stop, "organisation", head.id, tier=EVIDENCE, subtype=head.subtype)


def _described_head(words: Sequence[Word], opening: int, lexicon: NameLexicon) -> HeadRow | None:
    """The row of the noun, in small letters and behind an article, with nothing but its description before the mark."""
    members = words[opening - 1].lower in lexicon.words("of_several")
    nearest = opening - 2 if members else opening - 1
    farthest = nearest if members else max(1, nearest - _FARTHEST)
    for position in range(nearest, farthest - 1, -1):
        found = lexicon.head_at(words, position) if words[position].text.islower() else None
        if found is not None:
            return found[1] if _is_one_body(words, position, found[1], lexicon) else None
        if not _describes(words, position, lexicon):
            return None
    return None


def _is_one_body(words: Sequence[Word], noun: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a noun is in the singular, and one that a name is set against."""
    one = head.kind == "organisation" and head.lower == "apposed" and not head.is_plural(words[noun].lower)
    acts = head.subtype == _VAGUE  # «l'organisation de journées « Portes ouvertes »», «le mouvement de grève « Tout »»
    if acts and words[noun + 1].lower in lexicon.words("bare_of"):
        return False
    article = has_definite(words, noun, lexicon) or words[noun - 1].lower in lexicon.words("explaining")
    return one and article


def _describes(words: Sequence[Word], position: int, lexicon: NameLexicon) -> bool:
    word = words[position]
    if not word.text.islower() or word.pos in VERBS:
        return False
    return not lexicon.is_function(word.lower) or word.lower in lexicon.words("bare_of")
