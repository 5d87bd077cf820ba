"""Heads of undertakings with but words that say of which sort they are: no names, for all their capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import opens_sentence
from glane.text.words import PARTICIPLE, QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

_JOINING = frozenset("-/")
_COMPLEMENT = 2
"""Words of «de Formation», «d'études»."""


def is_plain(
    words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon
) -> bool:
    """Whether a head with its phrase names no undertaking: «le projet Européen», «Plan de Formation», «votre stratégie RSE».

    «Plan Stratégique 2022-2026» and «Plan de Formation (PF)» are names.

    Args:
        words: of the text.
        first: index of the head's first word.
        head_end: index behind the head.
        head: the head's row.
        phrase: what belongs to it.
        lexicon: classes of words.
    """
    follows = words[phrase.end] if phrase.end < len(words) else None
    rest = words[head_end : phrase.end]
    quoted = phrase.quoted or (first > 0 and words[first - 1].text in QUOTES)
    if head.kind != "programme" or not rest or quoted:
        return False
    if head.subtype == "exercise" and all(
        not word.is_word or word.lower in lexicon.words("year_adjective") for word in rest
    ):
        return True  # «Exercice 2014», «Exercice budgétaire 2014» are years
    if _is_coded(head, rest, lexicon):
        return True
    if follows is not None and (follows.is_number or follows.text == "("):
        return False
    if _opens_description(words, first, head_end, head, lexicon) or _is_course(head, rest, lexicon):
        return True
    if head.subtype == "partnership" and rest[0].lower in lexicon.words("party_noun"):
        return all(word.lower in lexicon.words("party_noun") or not word.is_word for word in rest)
    if not words[first].is_capitalised and _is_of_topic(rest, phrase, lexicon):
        return True
    return head.is_one_of(lexicon.words("plain_head")) and _is_of_sort(words[first], rest, phrase, lexicon)


def _is_coded(head: HeadRow, rest: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether a contract has but its number, which ends in digits behind letters, a hyphen or a stroke: «Contrat FED/2019»."""
    if not head.is_one_of(lexicon.words("contract_head")):
        return False
    last = rest[-1].text
    mixed = not last.isdigit() or (len(rest) > 1 and rest[-2].text in _JOINING)
    return mixed and any(character.isdigit() for character in last)


def _is_course(head: HeadRow, rest: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether a process is told by what happens in it, a contract by its object, a strategy by how good it is.

    «processus de recherche Velmar», «Contrat d'approvisionnement», «stratégie optimale de déploiement KVR»; but «processus
    de paix de Zoma», «Contrat Rives vives».
    """
    if rest[0].text.islower() and rest[0].lower in lexicon.words("judging_adjective"):
        return True
    if head.is_one_of(lexicon.words("contract_head")):
        return not any(word.is_capitalised for word in rest) or rest[-1].lower in lexicon.words("contract_object")
    if not head.is_one_of(lexicon.words("course_head")) or rest[0].lower not in lexicon.words("of"):
        return False
    noun = 1 + (len(rest) > 1 and rest[1].lower in lexicon.words("article"))
    return len(rest) > noun and rest[noun].text.islower() and rest[noun].lower not in lexicon.words("political_course")


def _opens_description(words: Sequence[Word], first: int, head_end: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a field with an adjective of the head describes it at the start of a sentence: «Dispositif EAC majeur, …»."""
    adjective = head_end + 1
    if not words[head_end].is_acronym or adjective >= len(words) or not opens_sentence(words, first):
        return False
    word = words[adjective]
    several = head.is_plural(words[first].lower) and head.forms[0] != head.forms[-1]
    tags = {"ADJ", PARTICIPLE} if several else {"ADJ"}
    return word.text.islower() and word.pos in tags and lexicon.may_be_plural(word.lower) >= several


def _is_of_topic(rest: Sequence[Word], phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether an acronym says what a plan is about, or its last adjective whose it is: «stratégie numérique régionale»."""
    if rest[0].is_acronym and rest[0].lower in lexicon.words("topic_acronym"):
        return True
    owned = len(rest) > 1 and not phrase.complements and rest[-1].lower in lexicon.words("part_level")
    return owned and not any(word.is_capitalised for word in rest)


def _is_of_sort(head: Word, rest: Sequence[Word], phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether one adjective, or one noun with «de», tells but the sort of an undertaking."""
    if len(rest) == 1 and not phrase.complements:
        if head.is_capitalised:
            short = rest[0].text in lexicon.words("planning")
            return rest[0].lower in lexicon.words("plain_adjective") and not short
        scope = rest[0].lower in lexicon.words("scope") or rest[0].folded in lexicon.country_adjectives
        return scope or rest[0].lower in lexicon.words("plain_adjective")
    bare = len(rest) == _COMPLEMENT and rest[0].lower in lexicon.words("bare_of")
    return bare and rest[1].lower in lexicon.words("plain_complement")
