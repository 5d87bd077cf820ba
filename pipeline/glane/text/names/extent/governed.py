"""Whether a preposition behind a name is one that a noun of the name takes, or leads on in the sentence.

A topic needs a noun that has one: «Centre de recherche sur le bruit», but «le rapport de la Compagnie de géothermie | sur le
bruit»; what «à» leads to needs one that takes it; what is given to somebody follows him with «des».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.clause import clause_before

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal, Phrase

_TOPICS = {"on": ("on_noun", "on_head"), "against": ("against_noun", "against_head")}
"""By the class of a preposition: the classes of the nouns inside a name and of the heads that take it."""
_ABOUT = ("matter", "favour", "relating", "beside")
"""Classes of words in links of several words that tell what something is about."""
_GIVEN_BEFORE = 7
"""Words before a head among which a verb of giving may stand: «donne à titre gracieux au Fonds national des moyens»."""
_LONGEST_KNOWN = 8
_RULING = frozenset({"government", "parliament"})
"""Subtypes of bodies of which a state has one, which needs no complement."""


def is_given(reading: Reading, first: int) -> bool:
    """Whether a head is whom something is given to: «à», and a verb of giving shortly before it in the same clause.

    Or whose notice it is given to: «soumettre à l'examen du Gouvernement des vœux».
    """
    owner = first - 1 - reading.is_in(first - 1, "article")
    if owner > 2 and reading.is_in(owner, "of"):
        first = owner - 1
    if first < 1 or not reading.is_in(first - 1 - (first > 1 and reading.is_in(first - 1, "article")), "to"):
        return False
    return any(
        reading.is_in(index, "giving") or (reading.is_in(index, "have_given") and reading.is_in(index - 1, "have"))
        for index in clause_before(reading.words, first, _GIVEN_BEFORE)
    )


def is_outer(reading: Reading, first: int) -> bool:
    """Whether a head says whose action or paper is told of: «le rôle du …», «le rapport annuel de l'…»."""
    link = first - 1
    if link > 0 and reading.is_in(link, "article"):
        link -= 1
    if link < 1 or not reading.is_in(link, "of"):
        return False
    return reading.is_in(link - 1, "outer_noun") or (link > 1 and reading.is_in(link - 2, "outer_noun"))


def _is_of_outer(reading: Reading, phrase: Phrase, link: str, opening: int, nominal: Nominal) -> bool:
    """Whether a complement tells what an action or a paper of a body is about, behind a name that has all it needs.

    «le rôle de l'Agence de l'eau en matière de …», but «le rapport du Groupe d'experts sur le climat».
    """
    if not phrase.outer or phrase.loose or not (phrase.has_attribute or phrase.complements > 0):
        return False
    if link == "for":
        return phrase.complements > 0 and any(reading.is_in(opening, topic) for topic in _TOPICS)
    if link == "phrase":
        words = range(phrase.end, opening + 1)
        return any(reading.is_in(index, name) for index in words for name in _ABOUT)
    place = nominal.kind == "country" or reading.is_in(phrase.end - 1, "to_noun")  # «Fonds d'Assistance aux Familles»
    return link in {"to", "inside"} and not place


def is_ungoverned(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether no noun of a name takes the preposition of a complement, or it is what the body is given."""
    opening = nominal.end - nominal.length - 1
    if head.kind == "other":
        return False
    if _is_of_outer(reading, phrase, link, opening, nominal):
        return True
    if link == "of":
        return phrase.given and _is_object(reading, phrase, head, opening, nominal)
    if link == "to" and phrase.quoted:
        return True  # «la mission « Atalante » à la formation»
    if link != "for":
        return False
    if nominal.on and nominal.determiner and nominal.lead in reading.lexicon.words("drafted"):
        return True  # «un avis à la Commission sur le projet de budget»
    for preposition, (nouns, heads) in _TOPICS.items():
        if reading.is_in(opening, preposition):
            return not _takes(reading, phrase, head, nouns, heads)
    return False


def _is_object(reading: Reading, phrase: Phrase, head: HeadRow, opening: int, nominal: Nominal) -> bool:
    """Whether common words with «des», behind a name that has all it needs, are what it is given; the last object is."""
    several = reading.is_in(opening, "of_several") and not (
        nominal.proper or reading.lexicon.is_portfolio(nominal.lead)
    )
    last = nominal.end >= len(reading.words) or not (
        reading.is_in(nominal.end, "article") or reading.is_in(nominal.end, "of_several")
    )
    alone = head.subtype in _RULING  # «Il soumet au Parlement des comptes»
    return several and last and (phrase.has_attribute or phrase.complements > 0 or alone)


def _takes(reading: Reading, phrase: Phrase, head: HeadRow, nouns: str, heads: str) -> bool:
    """Whether a noun of a name, or its head where nothing but its kind, owner or place follows, takes a topic."""
    if any(reading.is_in(index, nouns) for index in range(phrase.begin, phrase.end)):
        return True
    if not head.is_one_of(reading.lexicon.words(heads)):
        return False
    if phrase.named:
        return heads == "against_head" and _are_people(reading, phrase)
    # «Groupe de travail des ONG sur l'eau»
    owned = phrase.complements == 1 and reading.words[phrase.end - 1].is_acronym
    return not phrase.determined or owned or ends_known(reading, phrase)


def _are_people(reading: Reading, phrase: Phrase) -> bool:
    """Whether a body is called by those who are in it: «le collectif Riverains contre le bruit»."""
    own = reading.words[phrase.begin]
    several = own.is_capitalised and not own.is_acronym and reading.lexicon.may_be_plural(own.lower)
    return several and phrase.end == phrase.begin + 1 and phrase.begin not in reading.known


def ends_known(reading: Reading, phrase: Phrase) -> bool:
    """Whether what a phrase ends with is known: «Groupe d'experts des Nations unies sur …»."""
    begins = range(max(phrase.begin, phrase.end - _LONGEST_KNOWN), phrase.end)
    known = (reading.known.get(index) for index in begins)
    return any(one is not None and one.end == phrase.end for one in known)


def disagrees(reading: Reading, phrase: Phrase, head: HeadRow) -> bool:
    """Whether the participle of a link has not the gender of the head: «la note du Fonds relative aux marchés».

    Or is a plural, where no noun of the name is one: «les agents du Service du Gaz chargés du contrôle».
    """
    if reading.is_in(phrase.end, "relating_several") and not phrase.several:
        name = reading.words[phrase.begin : phrase.end]
        return not any(reading.lexicon.may_be_plural(word.lower) for word in name)
    if phrase.loose:
        return False  # «Fonds de solidarité relative aux épidémies»
    noun = head.forms[0].partition(" ")[0]
    for gender, other in (("masculine", "feminine"), ("feminine", "masculine")):
        if noun in reading.lexicon.words(f"{gender}_head"):
            return reading.is_in(phrase.end, f"relating_{other}")
    return False


def is_field_of_service(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a part of an administration is for what is also a head: «Direction générale du Plan», «… de la Coopération»."""
    serves = head.is_one_of(reading.lexicon.words("serving_head"))
    field = reading.lexicon.is_portfolio(nominal.lead) or nominal.lead in reading.lexicon.words("remit_head")
    return serves and field and phrase.capital and not phrase.complements and not nominal.bare


def is_acted_on(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a capitalised generic is what the action of an undertaking is for: «Projet d'Appui aux Gouvernements …».

    «Programme de Modernisation de l'Administration», but not «Programme de Formation de l'Institut», who gives it.
    """
    if not (phrase.capital and head.kind == "programme" and phrase.complements == 1 and nominal.kind == "body"):
        return False
    action = phrase.end - 1
    if link == "to":
        return reading.is_in(action, "to_noun") and not nominal.bare
    deed = reading.lexicon.has_field_ending(reading.words[action].lower) and not reading.is_in(action, "to_noun")
    return link == "of" and deed and reading.words[action].is_capitalised and not nominal.bare


def aims_behind_country(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether an undertaking says behind its country what it is for: «Fonds du Canada pour les espaces culturels»."""
    alone = not (phrase.complements or phrase.named or phrase.has_attribute)
    aim = nominal.end + 1
    aims = reading.is_in(nominal.end, "for") and reading.is_in(aim, "article")
    return head.kind == "programme" and phrase.capital and alone and aims
