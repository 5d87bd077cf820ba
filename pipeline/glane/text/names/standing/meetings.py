"""Meetings and bodies of one name: «la Conférence des Barreaux a élu …» is a body, «la 3e Conférence des Barreaux» is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_NEAR = 8
_DATED = 3
_ADJECTIVES = 3
"""Words between «Conférence» and those whom it is of, at most."""


def is_held(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a meeting, not a body, is named: it is opened, takes place, has a number or a date.

    «à l'ouverture du Forum», «le 3e Forum», «le deuxième Congrès», «le Forum qui a eu lieu», «le Forum en mars 2012».

    Args:
        words: of the text.
        first: index of its first word.
        end: index behind its last one.
        lexicon: classes of words.
    """
    before = words[max(0, first - _NEAR) : first]
    numbered = any(word.is_number or word.lower in lexicon.words("series") for word in before[-2:])
    if numbered or any(word.lower in lexicon.words("holding") for word in before):
        return True
    after = words[end : end + _NEAR]
    stop = next((index for index, word in enumerate(after) if word.text in SENTENCE_ENDS), len(after))
    if any(word.lower in lexicon.words("held") for word in after[:stop]):
        return True
    if any(lexicon.phrase_end(words, index, "held_frame") for index in range(end, end + stop)):
        return True
    return any(word.is_number for word in after[: min(stop, _DATED)])


def assembly_of(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> HeadRow | None:
    """The row of a body for the head of a meeting of members, which may be one: «Conférence des Barreaux».

    Neither that of the parties to a treaty nor that on something is a body.

    Args:
        words: of the text.
        first: index of the head's first word.
        head: the head's row.
        lexicon: classes of words.
    """
    if not words[first].is_capitalised or not head.is_one_of(lexicon.words("assembly_head")):
        return None
    if _is_standing_by_name(words, first, lexicon):
        return head.model_copy(update={"kind": "organisation", "subtype": "council"})
    for index in range(first + 1, min(first + _ADJECTIVES, len(words) - 1)):
        if words[index].lower in lexicon.words("of_several"):
            members = words[index + 1]
            several = members.is_capitalised and lexicon.may_be_plural(members.lower)
            if several and members.lower not in lexicon.words("meeting_party"):
                return head.model_copy(update={"kind": "organisation", "subtype": "council"})
            return None
    return None


def is_standing(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether something is told of an assembly that only bodies have or do, or its acronym stands in brackets behind it.

    Args:
        words: of the text.
        first: index of the name's first word.
        end: index behind its last one.
        lexicon: classes of words.
    """
    if is_held(words, first, end, lexicon):
        return False
    if _is_standing_by_name(words, first, lexicon):
        return True
    explained = end + 2 < len(words) and words[end].text == "(" and words[end + 1].is_acronym
    return explained or _has_organs(words, first, lexicon) or _acts(words, end, lexicon)


def _is_standing_by_name(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether an adjective says that a conference is of cantons, which is a body with a topic: «Conférence latine de …»."""
    after = first + 1
    return after < len(words) and words[after].lower in lexicon.words("standing_adjective")


def _has_organs(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether something stands before it with «de la» that bodies have: «la présidence de la Conférence»."""
    if first < _DATED or words[first - 1].lower not in lexicon.words("one_definite"):
        return False
    return words[first - 2].lower in lexicon.words("of") and words[first - 3].lower in lexicon.words("assembly_organ")


def _acts(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether it does behind its name what a meeting does not: «a organisé», «élit»."""
    verb = end + (end < len(words) and words[end].lower in lexicon.words("have"))
    return verb < len(words) and words[verb].lower in lexicon.words("assembly_act")
