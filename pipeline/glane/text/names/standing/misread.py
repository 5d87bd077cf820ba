"""Heads that are another word here: an adjective, advice, everybody's town hall, a form of address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import behind_article, opens_sentence, skip_bracket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

_LEAD = 2
"""Words of «sur le», «contrat de»."""


def is_misread(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a head is no noun of a body or an undertaking where it stands.

    Args:
        words: of the text.
        first: index of the head's first word.
        head: the head's row.
        phrase: what belongs to it.
        lexicon: classes of words.
    """
    return (
        _is_adjective(words, first, head, lexicon)
        or _is_part_of_world(words, first, lexicon)
        or _is_advice(words, first, lexicon)
        or _is_anywhere(head, phrase, lexicon)
        or _is_address(words, first, head, phrase, lexicon)
        or _is_process_of(words, first, head, phrase, lexicon)
        or _is_market(words, first, head, phrase, lexicon)
        or _is_item(words, head, phrase, lexicon)
        or _is_viewpoint(words, first, phrase, lexicon)
        or _is_agreed(words, first, head, lexicon)
        or _is_idea(words, first, head, lexicon)
        or _is_organising(words, first, head, phrase, lexicon)
        or _is_founding(words, first, head, phrase, lexicon)
        or _is_guarded(words, first, head, lexicon)
    )


def _is_adjective(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head that is an adjective too stands right behind its noun: «l'organe exécutif de la commune».

    «Dénomination Commune Internationale», but «Notre Commune»: a determiner has its capital at the start of a sentence.
    """
    if not first or not head.is_one_of(lexicon.words("adjectival_head")):
        return False
    noun, word = words[first - 1], words[first]
    if not noun.is_word or noun.is_acronym or word.start - noun.end != 1 or noun.is_capitalised != word.is_capitalised:
        return False
    return noun.pos == "NOUN" and not lexicon.is_function(noun.lower)


def _is_part_of_world(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a head is the adjective of a part of the world: «une Afrique Centrale unie»."""
    part = first > 0 and words[first - 1].is_capitalised and words[first].lower in lexicon.words("region_part")
    return part and words[first - 1].lower in lexicon.words("place")


def _is_advice(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether advice on something is given, or to somebody: «nos conseils pour bien dormir», «10 conseils UX»."""
    if words[first].lower not in lexicon.words("advice") or first + 1 >= len(words):
        return False
    after = words[first + 1]
    called = after.is_capitalised and not after.is_acronym and lexicon.has_adjective_ending(after.lower)
    if called or after.lower in lexicon.words("level"):
        return False  # «les Conseils Régionaux»
    if after.lower in lexicon.words("bare_of") and first + 2 < len(words):
        organ = words[first + 2].lower
        return not any(
            organ in lexicon.words(name) for name in ("organ_field", "council_field")
        )  # «Conseils d'hygiène»
    return after.is_capitalised or any(after.lower in lexicon.words(name) for name in ("for", "to", "possessive"))


def _is_anywhere(head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a body that each town has is that of whichever it may be: «la Mairie du domicile», «votre Mairie locale»."""
    alone = phrase.end == phrase.begin  # «la Mairie», of the town that the document has named
    if alone or phrase.proper or phrase.named or not head.is_one_of(lexicon.words("town_body")):
        return False
    return not phrase.state or phrase.adjectives > 0


def _is_address(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether capitals that are a legal form too stand before a person's name: «reçu par SEM Issa Kaboré, Ambassadeur»."""
    if words[first].lower not in lexicon.words("honorific_head") or head.kind != "organisation":
        return False
    determined = first > 0 and any(words[first - 1].lower in lexicon.words(name) for name in ("definite", "indefinite"))
    return not determined and phrase.complements == 0


def _is_process_of(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether whoever follows several processes has them: «l'ouverture des processus du gouvernement du Kenya»."""
    if not first or not head.is_one_of(lexicon.words("process_head")) or phrase.links[:1] != ["of"]:
        return False
    return words[first - 1].lower in lexicon.words("several") | lexicon.words("of_several")


def _is_market(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether shares are sold in what a grant is called too: «l'entrée en Bourse pour une entreprise»."""
    granted = head.kind == "programme" and head.is_one_of(lexicon.words("granted_head"))
    return granted and not phrase.named and first > 0 and words[first - 1].lower in lexicon.words("in")


def _is_viewpoint(words: Sequence[Word], first: int, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a head tells in what respect something is so: «sur le plan national et international», «au plan mondial»."""
    if words[first].lower not in lexicon.words("viewpoint") or first < _LEAD or words[first].is_capitalised:
        return False
    led = words[first - 2].lower in lexicon.words("on") and words[first - 1].lower in lexicon.words("article")
    at = words[first - 1].lower in lexicon.words("to") and words[first - 1].lower in lexicon.words("one_definite")
    if at and first + 1 < len(words) and words[first + 1].lower in lexicon.words("supranational"):
        return not (phrase.proper or phrase.named)
    return led and not (phrase.complements or phrase.proper or phrase.named)


def _is_agreed(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a partnership in small letters is but the sort of a contract: «le contrat de partenariat relatif au quai»."""
    if head.subtype != "partnership" or words[first].is_capitalised or first < _LEAD:
        return False
    return words[first - 1].lower in lexicon.words("bare_of") and words[first - 2].lower in lexicon.words(
        "agreed_paper"
    )


def _is_idea(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether an adjective makes a way to govern of a government: «le Gouvernement ouvert»."""
    adjective = first + 1
    return (
        head.subtype == "government"
        and adjective < len(words)
        and words[adjective].lower in lexicon.words("governing_adjective")
    )


def _is_organising(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether what takes place is organised, and no body is meant: «Organisation de la première Journée des quais»."""
    if not head.is_one_of(lexicon.words("organising_head")) or phrase.links[:1] != ["of"]:
        return False
    noun = first + 2
    while noun < phrase.end and any(
        words[noun].lower in lexicon.words(name) for name in ("article", "front_adjective")
    ):
        noun += 1
    return noun < phrase.end and words[noun].lower in lexicon.words("organised_event")


def _is_guarded(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head is but the end of a compound for persons: «les gardes du corps de Suva»."""
    if first < _LEAD or words[first].is_capitalised or not head.is_one_of(lexicon.words("guarded_head")):
        return False
    return words[first - 1].lower in lexicon.words("of") and words[first - 2].lower in lexicon.words("guarding")


def _is_founding(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a line of a chronicle tells when a body was founded: «Fondation de l'Association des quais (ADQ) le 3 mai»."""
    if not head.is_one_of(lexicon.words("founding_head")) or phrase.links[:1] != ["of"]:
        return False
    noun = behind_article(words, phrase.begin + 1, lexicon)
    founded = lexicon.head_at(words, noun) if noun < phrase.end and opens_sentence(words, first) else None
    when = skip_bracket(words, phrase.end)
    if founded is None or founded[1].kind != "organisation" or when + 1 >= len(words):
        return False
    at = any(words[when].lower in lexicon.words(name) for name in ("definite", "in"))
    return at and words[when + 1].is_number


def _is_item(words: Sequence[Word], head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a digit numbers an item of a list, or of a contract: «Agenda 1. Séance ouverte», «Mission 2 : les quais»."""
    if head.kind != "programme" or phrase.end != phrase.begin + 1 or phrase.end >= len(words):
        return False
    number, mark = words[phrase.begin], words[phrase.end]
    single = len(number.text) == 1 and number.is_number
    return single and (mark.text == "\n" or mark.text in lexicon.words("item_mark"))
