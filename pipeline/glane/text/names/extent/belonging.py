"""Whether a complement belongs to a name, or says whose body it is, where it is, or what the sentence goes on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.apart import stands_apart
from glane.text.names.extent.belonging_places import (
    addressee_belongs,
    country_belongs,
    follows_country,
    is_territory,
    sends_for,
)
from glane.text.names.extent.clauses import is_period, is_steered, opens_undertaking
from glane.text.names.extent.conjunct import means_several
from glane.text.names.extent.formulas import is_stated
from glane.text.names.extent.governed import ends_known, is_acted_on, is_field_of_service
from glane.text.names.extent.placed import holds, is_of_union, is_organ_of_coined, is_sent_to
from glane.text.names.extent.posts import is_of_post
from glane.text.names.extent.runs import opens_person
from glane.text.names.extent.tails import has_owned, is_abroad
from glane.text.names.parts import BODIES, SERVICES

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal, Phrase

_TAUGHT = frozenset({"school", "university"})
_COUNCILS = frozenset({"council", "commission"})
_ARTICLED = 2
"""Words of a noun with its article."""
PORTFOLIO = frozenset({"ministry", "function"})


def belongs(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a complement is part of the name rather than its possessor or its place."""
    if is_stated(reading, phrase, link, nominal) or (link == "to" and nominal.lead in reading.lexicon.words("venue")):
        return False
    told = is_abroad(reading, phrase, link, nominal) or is_of_post(reading, phrase, head, link, nominal)
    if told or _is_of_town(reading, phrase, link, nominal):
        return True
    if phrase.ended:
        return follows_country(reading, phrase, head, link, nominal)
    if stands_apart(reading, phrase, head, link, nominal):
        return False
    if nominal.kind == "country":
        return country_belongs(reading, phrase, head, link, nominal)
    if is_organ_of_coined(reading, phrase, head, nominal):
        return False
    if nominal.kind != "noun" and not (nominal.kind == "body" and _is_remit(reading, phrase, head, nominal)):
        return _body_belongs(reading, phrase, head, link, nominal)
    if head.kind == "organisation" and link == "of" and is_steered(reading, phrase, nominal):
        return False
    if not nominal.proper and nominal.lead in reading.lexicon.words("possessor"):
        return _possessor_belongs(reading, phrase, head, link, nominal)
    return _noun_belongs(reading, phrase, head, link, nominal)


def _possessor_belongs(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a complement that usually ends a name goes on with it."""
    agreed = any(nominal.lead in reading.lexicon.words(name) for name in ("law", "pact_noun"))
    if agreed and reading.is_in(phrase.end - 1, "enforcing"):
        return link == "of" and phrase.capital  # «Direction de l'application de la loi»
    if phrase.capital and _is_put_into_effect(reading, nominal):
        return True
    if _is_realm(reading, phrase, head, nominal):
        return True
    goes_on = nominal.length > 1 or (nominal.bare and reading.is_in(nominal.end, "of"))
    return phrase.complements == 0 and phrase.capital and goes_on and link not in {"inside", "for"}


def _is_put_into_effect(reading: Reading, nominal: Nominal) -> bool:
    """Whether an agreement is what is put into effect: «Comité de suivi de la mise en œuvre de l'Accord de Velm»."""
    put = nominal.end - nominal.length + bool(nominal.determiner)
    if not (reading.is_in(put, "putting") and reading.is_in(put + 1, "in") and reading.is_in(put + 3, "of")):
        return False
    return reading.is_in(put + 4 + reading.is_in(put + 4, "article"), "pact_noun")


def _is_realm(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether countries or a region with a name are where an undertaking is: «Projet … des pays du Sahel»."""
    place = nominal.end + 1 + reading.is_in(nominal.end + 1, "article")
    named = reading.is_in(nominal.end, "of") and reading.is_capitalised(place, len(reading.words))
    placed = phrase.capital and phrase.complements > 0 and nominal.lead in reading.lexicon.words("realm")
    return head.kind == "programme" and placed and named


def _is_remit(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether what is written as a head is what ministers are for: «ministère du Plan», «Conseil des Ministres du Plan».

    Or what a council is for: «Conseil national de la Coordination sanitaire».
    """
    ministers = reading.is_in(phrase.end - 1, "ministers") and reading.lexicon.is_portfolio(nominal.lead)
    council = head.subtype in _COUNCILS and phrase.level and not phrase.complements and phrase.capital
    remit = council and nominal.lead in reading.lexicon.words("remit_head")
    return head.subtype in PORTFOLIO or ministers or remit or is_field_of_service(reading, phrase, head, nominal)


def _are_many(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a service is for what is written as a head in the plural: «Bureau des Archives», «Service des Douanes»."""
    served = phrase.capital and head.subtype in SERVICES and not phrase.complements and nominal.kind == "body"
    noun = nominal.end - 1
    if not served or link != "of" or nominal.length != 1 or not reading.is_in(noun - 1, "of_several"):
        return False
    return reading.lexicon.may_be_plural(nominal.lead) and reading.words[noun].is_capitalised


def _noun_belongs(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a complement that is no name of its own is part of the name, by its link."""
    bare = phrase.complements == 0
    if link == "of" and nominal.bare and opens_person(reading, nominal.end - nominal.length, nominal.end):
        return False  # «sous la coordination de Julien Gabert»
    if head.subtype == "operation" and phrase.capital and link in {"to", "in"} and nominal.proper:
        return not bare  # where a mission is
    match link:
        case "inside":
            field = nominal.proper and reading.lexicon.is_portfolio(nominal.lead)
            about = head.kind == "programme" or field  # «Organisation … dans l'Enseignement Supérieur»
            return phrase.capital and about and not bare and bool(nominal.determiner)
        case "to":
            return addressee_belongs(reading, phrase, head, nominal)
        case "in" if bare and phrase.named and phrase.capital and head.kind == "programme":
            # «Projet Alimentation en eau potable», where the title is a common noun
            return reading.words[phrase.end - 1].pos == "NOUN" and not (nominal.proper or nominal.determiner)
        case "in" if head.kind == "organisation" and nominal.lead in reading.lexicon.words("place"):
            aimed = "for" in phrase.links or phrase.complements > 1
            return aimed and not (phrase.outer or ends_known(reading, phrase))
        case "in":
            if nominal.proper and phrase.capital:
                return _is_capital_field(reading, phrase, head, nominal)
            return not nominal.proper and not nominal.determiner and (not bare or phrase.level)
        case "for" if bare and not phrase.has_attribute:
            titled = head.kind == "programme" and phrase.capital and nominal.proper
            working = phrase.capital and head.is_one_of(reading.lexicon.words("working_head"))
            about = not nominal.on or head.subtype == "commission" or titled or working
            return (bool(nominal.determiner) or nominal.proper) and about
        case _:
            return True


def _is_of_town(reading: Reading, phrase: Phrase, link: str, nominal: Nominal) -> bool:
    """Whether the town tells which council is meant: «conseil municipal de la Ville de Sorve», not «… de la Ville»."""
    local = link == "of" and reading.is_in(phrase.end - 1, "local_adjective") and not phrase.complements
    if not local or nominal.lead not in reading.lexicon.words("township"):
        return False
    if not reading.is_in(nominal.end - 1, "township"):
        return True
    name = nominal.end + 1
    return reading.is_in(nominal.end, "of") and reading.is_capitalised(name + reading.is_in(name, "article"), name + 2)


def _is_capital_field(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether what a capitalised name is «en» is a field with a capital: «Direction de la Planification … en Eau».

    Or what a school teaches: «École Supérieure en Génie Civil», not «Université Populaire en Bretagne».
    """
    field = reading.lexicon.is_portfolio(nominal.lead)
    if not phrase.complements:
        taught = head.subtype in _TAUGHT and phrase.has_attribute
        if taught and not nominal.determiner and (field or nominal.length > 1):
            return True
        # «Agence Consultative en Éthique de la Coopération», where the adjective has a capital
        titled = phrase.has_attribute and reading.words[phrase.end - 1].is_capitalised and not phrase.named
        return titled and not nominal.determiner and nominal.length == 1 and reading.is_in(nominal.end, "of")
    return field and not nominal.determiner


def _body_belongs(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a body or an undertaking tells which name is meant («Commission de la CEDEAO»), or whose it is."""
    alike = nominal.kind == "programme" and head.kind == "programme" and link != "inside"
    alike = alike or _are_many(reading, phrase, head, link, nominal) or _is_of_order(reading, phrase, head, nominal)
    if link in {"for", "phrase"} or alike or _has_members_of(reading, phrase, head, link):
        return True
    titled = nominal.bare and (nominal.kind == "acronym" or _is_apposed(reading, phrase, head, nominal))
    titled = titled or (nominal.bare and nominal.lead in reading.lexicon.words("territory"))  # «CCI de région Bretagne»
    titled = titled or (nominal.bare and head.subtype in _TAUGHT and nominal.length == 1)  # «école Nationale de Police»
    aimed = is_sent_to(reading, phrase, head, link, nominal) or is_acted_on(reading, phrase, head, link, nominal)
    owned = has_owned(reading, phrase, link, nominal) or is_of_union(reading, phrase, head, link, nominal)
    if titled or aimed or owned:
        return True  # «Programme national de DDRR»
    if is_territory(reading, head, nominal):
        return link == "of" and phrase.complements == 0
    followed = reading.is_in(nominal.end, "for")
    owner = not followed or opens_undertaking(reading, nominal)
    several = not followed and link == "of" and _are_owned(phrase, head, nominal)
    if several or (head.kind == "organisation" and owner and _is_organ(reading, phrase, head, nominal)):
        return False  # «le Bureau de la Chambre des représentants», «le Secrétariat de l'Initiative pour …»
    if nominal.kind == "programme" and link == "of" and not phrase.proper and phrase.complements == 1:
        return True  # «Comité de gestion du Fonds vert pour le climat»
    if head.kind == "programme" and head.subtype != "operation" and phrase.has_attribute and not phrase.named:
        owner = nominal.kind != "body" and nominal.end < len(reading.words)
        return (
            owner and reading.is_in(nominal.end, "for") and not is_period(reading, nominal.end + 1)
        )  # not «Dialogue méditerranéen de l'OTAN»
    if not phrase.capital and not _names_undertaking(reading, head, nominal):
        return link == "of" and phrase.complements == 0 and sends_for(reading, phrase, head, nominal)
    if nominal.kind == "body" and link == "of" and _has_members(reading, phrase, head, nominal):
        return True
    if phrase.named and (head.kind == "programme" or not phrase.owned):
        return False  # «l'Agenda 2063 de l'Union africaine», «la Division Éducation de l'AFD»
    return link == "of" and phrase.complements == 0 and (not phrase.level or followed)


def _are_owned(phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether several undertakings have nothing but their body: «chargé des Programmes de la Banque mondiale»."""
    several = phrase.several and head.forms[0] != head.forms[-1] and head.kind == "programme"
    bare = not (phrase.complements or phrase.has_attribute or phrase.adjectives)
    return several and bare and nominal.kind != "programme"


def _has_members_of(reading: Reading, phrase: Phrase, head: HeadRow, link: str) -> bool:
    """Whether a body says whose members an assembly is of: «Conférence des Notaires de la CEDEAO»."""
    return phrase.links == ["of"] == [link] and head.is_one_of(reading.lexicon.words("assembly_head"))


def _has_members(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a capitalised plural is what a body is of: «Fédération des Coopératives», «… de la Promotion des Pôles»."""
    if phrase.complements == 0:
        return reading.lexicon.may_be_plural(nominal.lead)
    several = means_several(nominal, reading.lexicon) and not opens_undertaking(reading, nominal)
    return phrase.complements == 1 and several and head.kind == "organisation"


def _is_apposed(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a capitalised head behind «de» names no body: «programme de Partenariat …», «Comité des chefs d'État»."""
    state = phrase.complements > 0 and nominal.lead in reading.lexicon.words("only_state")
    return state or is_programme_of(reading, phrase, head, nominal)


def is_programme_of(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a programme is of an undertaking: «programme de Partenariat …», where «projet de Plan» is a draft."""
    return head.subtype == "programme" and phrase.complements == 0 and opens_undertaking(reading, nominal)


def _is_of_order(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether the order of a profession, named by that alone, tells which council is meant: «Conseil national de l'Ordre»."""
    council = phrase.capital and head.subtype in _COUNCILS and phrase.level and not phrase.complements
    return council and nominal.length <= _ARTICLED and nominal.lead in reading.lexicon.words("order_head")


def _is_organ(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a head names an organ that any body has, by its noun («Bureau») or its adjectives («Comité exécutif»)."""
    if phrase.complements or phrase.state:
        return False
    if phrase.adjectives:
        return nominal.kind in BODIES or holds(reading, nominal, "operation")  # «la Section médicale de la MONUSCO»
    return head.is_one_of(reading.lexicon.words("organ"))


def _names_undertaking(reading: Reading, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a body behind a head in lower case says whose undertaking it is in its name («programme de l'OTAN pour …»)."""
    if head.kind != "programme" or nominal.kind == "body" or nominal.end >= len(reading.words):
        return False
    return head.lower == "proper" or reading.is_in(nominal.end, "for")
