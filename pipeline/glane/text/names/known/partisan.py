"""Parties, by those who stand or sit for them: «candidat PLR», «la section genevoise du PLR», «la députée Awa Sarr (PLR)»."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.knowledge import EntityMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_PARTY = "party"
_WITHIN = frozenset(",-.")
_LONGEST_PERSON = 8
"""Words from a seat to the bracket behind its member: «le maire de Carvenne, Luc Morel (»."""


def is_joined(words: Sequence[Word], match: EntityMatch, lexicon: NameLexicon) -> bool:
    """Whether somebody stands, sits or works for a party where its name stands.

    Args:
        words: of the text.
        match: a name of the knowledge base.
        lexicon: classes of words.
    """
    before = match.first - 1
    if match.rows[0].subtype != _PARTY or before < 1:
        return False
    if words[before].text == "(":
        closed = match.end < len(words) and words[match.end].text in {")", ",", "-", "/"}
        return closed and _has_seat(words, before, lexicon)
    if words[before].lower in lexicon.words("one_definite") | lexicon.words("article"):
        before -= 1 + (words[before - 1].lower in lexicon.words("bare_of"))
        before -= before > 0 and words[before].lower not in lexicon.words("partisan")  # «la section genevoise du PLR»
    return before >= 0 and words[before].lower in lexicon.words("partisan")


def _has_seat(words: Sequence[Word], bracket: int, lexicon: NameLexicon) -> bool:
    """Whether a seat in a parliament or a council and a person's names lead to a bracket: «l'élue Awa Sarr (»."""
    for index in range(bracket - 1, max(-1, bracket - 1 - _LONGEST_PERSON), -1):
        if words[index].lower in lexicon.words("elected"):
            return index < bracket - 1
        word = words[index]
        placed = word.pos == "ADJ" or word.lower in lexicon.words("bare_of")
        if not (word.is_capitalised or word.text in _WITHIN or placed):
            return False
    return False
