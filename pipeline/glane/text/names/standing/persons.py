"""Where a head noun is part of a person's function, rank or name, or of what a person is given or stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

_NEAR = 8
_CANDIDACY = 3
_SECOND = 5
"""Words of «Chefs d'État et de»."""
_RANK = 3
"""Words of «Ministère d'État»."""


def is_personal(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a head is part of what a person is, is called, is given or stands for.

    Args:
        words: of the text.
        first: index of the head's first word.
        head: the head's row.
        phrase: what belongs to it.
        lexicon: classes of words.
    """
    if _is_function(words, first, head, lexicon) or _is_candidacy(words, first, head, lexicon):
        return True
    if head.subtype == "ministry" and _is_rank(words, first, phrase, lexicon):
        return True
    if _is_term(words, first, head, lexicon):
        return True
    return _is_given_name(words, first, lexicon) or _is_decoration(words, first, head, lexicon)


def _is_term(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a presidency is the time of the one who held it: «sous la présidence Delorme»."""
    holder = first + 1
    if holder >= len(words) or not words[first].text.islower() or not head.is_one_of(lexicon.words("elective_head")):
        return False
    beside = words[holder].start - words[first].end == 1
    named = words[holder].is_capitalised and not words[holder].is_acronym
    return beside and named and words[holder].folded not in lexicon.country_adjectives


def _is_given_name(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a head is a person's given name, with the surname behind it: «Marine Delorme», but «Marine Nationale»."""
    if words[first].lower not in lexicon.words("given_head") or first + 1 >= len(words):
        return False
    surname = words[first + 1]
    adjective = lexicon.is_tagged_adjective(surname.lower) or surname.folded in lexicon.country_adjectives
    return words[first].is_capitalised and surname.is_capitalised and not surname.is_acronym and not adjective


def _is_decoration(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether an order is one of merit, which persons are given: «chevalier dans l'Ordre national du Lac»."""
    if not head.is_one_of(lexicon.words("order_head")):
        return False
    for word in reversed(words[max(0, first - _NEAR) : first]):
        if word.text in SENTENCE_ENDS:
            return False
        if word.lower in lexicon.words("decoration"):
            return True
    return False


def _is_rank(words: Sequence[Word], first: int, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a ministry of state is the rank of the one behind it: «le Ministère d'État, Ministère du Plan»."""
    again = phrase.end + 1
    if again >= len(words) or words[phrase.end].text != "," or words[again].folded != words[first].folded:
        return False
    return phrase.end == first + _RANK and words[first + 2].lower in lexicon.words("state_noun")


def _is_candidacy(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether one stands for a presidency or is elected to it: «candidate à la Présidence de la Ligue»."""
    if first < _CANDIDACY or not head.is_one_of(lexicon.words("elective_head")):
        return False
    if words[first - 1].lower not in lexicon.words("article") or words[first - 2].lower not in lexicon.words("to"):
        return False
    return any(word.lower in lexicon.words("candidacy") for word in words[max(0, first - _NEAR) : first - 2])


def _is_function(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head is part of a person's function: «chargée de programme», «Directrice des Opérations de …»."""
    if first < 2:
        return False
    several = head.kind == "programme" and head.is_plural(words[first].lower)
    links = lexicon.words("of") if several else lexicon.words("bare_of")
    holders = words[first - 2].lower in lexicon.words("post_holders")
    if holders and words[first - 1].lower in lexicon.words("bare_of"):
        return True  # «les Directeurs de Centre de Stage»
    if _is_second_function(words, first, lexicon):
        return True
    return words[first - 1].lower in links and words[first - 2].lower in lexicon.words("post")


def _is_second_function(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a head is the second that persons are at the head of: «les Chefs d'État et de Gouvernement de l'Union»."""
    if first < _SECOND or words[first - 2].lower not in lexicon.words("and"):
        return False
    bare = lexicon.words("bare_of")
    if words[first - 1].lower not in bare or words[first - 4].lower not in bare:
        return False
    return words[first - _SECOND].lower in lexicon.words("post_holders") | lexicon.words("post")
