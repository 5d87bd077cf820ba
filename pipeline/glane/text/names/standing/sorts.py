"""Whether a head with its phrase is one body or undertaking, or several of a sort, or one that is only described.

The functions take the words of the text, the index of the head's first word and of the word behind it, the head's row, its
phrase, and the classes of words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.edges import has_definite
from glane.text.words import CLOSING_QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

_TWO = 2
_NUMERAL = "NUM"


def is_definite(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether what stands before a head in lower case lets it be a name rather than a description."""
    bare = first > 0 and words[first - 1].lower in lexicon.words("bare_of")
    yours = first > 0 and words[first - 1].lower in lexicon.words("reader_possessive")
    if yours and head.lower != "apposed" and not phrase.quoted:
        return False  # «dans votre bibliothèque Zotero», «le thème de votre projet Uizard»
    if bare and not (phrase.state or (phrase.named and head.kind == "programme")):
        return False
    plural = head.is_plural(words[first].lower)
    if plural and (head.lower in {"proper", "field"} or head.subtype == "government"):
        return False
    if head.kind == "organisation":
        if plural and _is_one_each(head, lexicon) and not (phrase.proper or phrase.state):
            return False  # «les conseils municipaux des villes reconstituées»
        told = phrase.named or phrase.complements > 0 or (phrase.state and head.lower != "institutional")
        if plural and (_are_for_some(phrase) or phrase.links[:1] == ["phrase"]):
            return False  # «les directions régionales en charge de la santé»
        if plural and not (told and (phrase.level or phrase.state or phrase.named)):
            return False  # «les laboratoires de Montpellier», «deux offices fédéraux»
        return phrase.named or not is_indefinite(words, first, lexicon)
    granted = head.is_one_of(lexicon.words("granted_head"))  # «une bourse Fulbright»
    begin = _behind_determiner(words, first, lexicon)
    one = begin > 0 and not granted and words[begin - 1].lower in lexicon.words("indefinite")
    if words[phrase.end - 1].text in CLOSING_QUOTES:
        return not one or any(word.is_capitalised for word in words[first + 1 : phrase.end])
    return not plural and not one and (phrase.named or has_definite(words, first, lexicon))


def is_kind(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a capitalised plural means bodies of a kind rather than one: «les Autorités administratives».

    A proper word behind the adjectives, or a country, makes one of it («Hôpitaux universitaires de Genève»).
    """
    if not head.is_plural(words[first].lower) or head.forms[0] == head.forms[-1]:
        return False
    great = first > 1 and words[first - 1].lower in lexicon.words("front_adjective")
    if great and words[first - 2].lower in lexicon.words("bare_of"):
        return True  # «de Grandes Écoles de Commerce»
    if head.subtype == "government":
        return True  # «les Gouvernements du Royaume de Belgique, de …»
    if head.lower == "apposed":
        return not phrase.named and not phrase.state
    if _are_counted(words, first, head, phrase):
        return True
    if head.subtype == "school" and phrase.state and not (phrase.complements or phrase.proper):
        return True  # «les Écoles belges au Maroc»
    after = words[first + 1].lower if first + 1 < len(words) else ""
    if after in lexicon.words("each_level") and not phrase.named and not phrase.state:
        return True  # «les Comités régionaux de gestion»
    if _are_for_some(phrase):
        return True
    if _are_of_sort(words, first, phrase, lexicon):
        return True
    has_singular = any(not lexicon.may_be_plural(form) for form in head.forms)
    named = phrase.state or phrase.named or (phrase.complements > 0 and (phrase.proper or phrase.has_attribute))
    return has_singular and not named


def _are_counted(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase) -> bool:
    """Whether bodies are several of a kind by their number, or ministries of no field: «les trois Centres genevois»."""
    counted = first > 0 and words[first - 1].pos == _NUMERAL
    return (counted or head.subtype == "ministry") and not (phrase.complements or phrase.named)


def is_described(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether an indefinite article and common words make a capitalised head a description: «une Agence indépendante»."""
    if head.kind == "programme":
        only = not (phrase.complements or phrase.named or phrase.state)
        return only and first > 0 and words[first - 1].lower in lexicon.words("explaining")  # «un Plan Stratégique»
    if _is_usual_organ(words, first, phrase, lexicon):
        return True
    if phrase.proper or phrase.state:
        return False
    if head.lower == "state" and first > 0 and words[first - 1].lower in lexicon.words("explaining"):
        return True  # «un Gouvernement de résultats»
    if head.lower == "apposed" and not phrase.complements:
        told = _is_party(words, first, head, phrase, lexicon) or _is_regional(words, first, head, phrase, lexicon)
        return not told  # «l'Association internationale»
    if (
        head.subtype == "school"
        and not phrase.complements
        and not phrase.level
        and not has_definite(words, first, lexicon)
    ):
        return True  # «École secondaire ou moins»
    one = first > 0 and words[first - 1].lower in lexicon.words("explaining")
    return one and (not phrase.complements or _is_of_some(words, first, phrase, lexicon))


def _is_of_some(words: Sequence[Word], first: int, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a head is but of several in small letters, without an adjective: «une Communauté de peuples»."""
    bare = phrase.loose and phrase.complements == 1 and not (phrase.level or phrase.has_attribute)
    return bare and words[first + 2].text.islower() and lexicon.may_be_plural(words[first + 2].lower)


def _is_usual_organ(words: Sequence[Word], first: int, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a body is said to have an organ that any has, whatever its capitals: «géré par un Conseil d'Administration»."""
    if first == 0 or words[first - 1].lower not in lexicon.words("explaining") or phrase.complements > 1:
        return False
    short = phrase.end - phrase.begin <= 1 + phrase.complements
    return short and words[phrase.end - 1].lower in lexicon.words("organ_field")


def is_people(words: Sequence[Word], head_end: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether people of one sort in a town are meant: «la communauté juive de Strasbourg», not «communauté urbaine de X»."""
    sort = phrase.named or phrase.adjectives > 0
    if not sort or phrase.links != ["of"] or not head.is_one_of(lexicon.words("people_head")):
        return False
    return words[head_end].lower not in lexicon.words("instituting_adjective")


def _are_of_sort(words: Sequence[Word], first: int, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a noun for what bodies do tells but the sort of several: «les Centres de Santé Communautaires»."""
    field = first + 2
    if phrase.links != ["of"] or phrase.state or phrase.named or phrase.end <= field:
        return False
    if words[first + 1].lower not in lexicon.words("bare_of"):
        return False
    told = any(words[field].lower in lexicon.words(name) for name in ("title_noun", "plain_complement"))
    told = told or lexicon.is_portfolio(words[field].lower)
    return told and all(lexicon.is_tagged_adjective(word.lower) for word in words[field + 1 : phrase.end])


def _is_one_each(head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head is that of a body which each territory has one of: «conseils municipaux»."""
    return not lexicon.words("each_level").isdisjoint(head.forms[-1].split())


def _are_for_some(phrase: Phrase) -> bool:
    """Whether a plural with «pour» and common words means bodies of a kind: «les centres fédéraux pour réfugiés»."""
    return phrase.links[:1] == ["for"] and not (phrase.proper or phrase.named or phrase.state)


def _is_party(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether what a party stands for names it: «le Parti libéral»."""
    if not head.is_one_of(lexicon.words("party_head")) or phrase.end <= first + 1:
        return False
    adjective = words[phrase.end - 1].lower
    return adjective in lexicon.words("political") or adjective in lexicon.words("party_adjective")


def _is_regional(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether what a movement stands for and its continent name it: «le Mouvement antiraciste européen»."""
    if phrase.adjectives < _TWO or not head.is_one_of(lexicon.words("stance_head")):
        return False
    return words[phrase.end - 1].lower in lexicon.words("region_adjective") and has_definite(words, first, lexicon)


def is_indefinite(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether an indefinite stands before a head: a body that is only described («un centre national de …»).

    «des» is the indefinite behind a verb or a preposition, and «de les» behind a noun.
    """
    first = _behind_determiner(words, first, lexicon)
    if first == 0:
        return False
    before = words[first - 1].lower
    if before in lexicon.words("plural_indefinite"):
        return first < 2 or words[first - 2].pos not in {"NOUN", "PROPN", "ADJ", "PART"}
    return before in lexicon.words("indefinite")


def _behind_determiner(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    """Index of the word behind a determiner: of a head in small letters, or of what numbers it («une première mission»)."""
    numbered = first > 1 and words[first].text.islower() and words[first - 1].lower in lexicon.words("numbering")
    return first - numbered
