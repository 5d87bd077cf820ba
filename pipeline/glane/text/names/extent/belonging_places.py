"""Whether a country or an addressee behind a name belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.clauses import governs, sends
from glane.text.names.extent.governed import aims_behind_country
from glane.text.names.extent.placed import ends_plain_name, holds, is_sent_for

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal, Phrase

_STATE = frozenset({"ministry", "government", "parliament", "court", "armed-force", "police"})
_NEAR = 4
"""Words of a name among which the noun stands that takes what follows."""


def is_territory(reading: Reading, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a territory says whose government is meant: «le gouvernement de la Région wallonne»."""
    governing = head.subtype == "government" and not head.is_one_of(reading.lexicon.words("organ"))
    return governing and nominal.lead in reading.lexicon.words("territory")


def addressee_belongs(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether «à la mer», «aux droits des femmes» is part of the name: always behind some heads."""
    usual = not phrase.determined and head.is_one_of(reading.lexicon.words("to_head"))
    bare = phrase.complements == 0
    if (
        nominal.proper
        and reading.words[phrase.end - 1].is_capitalised
        and reading.is_in(phrase.end - 1, "titled_to_noun")
    ):
        return bool(nominal.determiner) and phrase.capital and not bare  # «Société d'Assurance à l'Exportation»
    if nominal.proper and phrase.capital and phrase.complements and reading.is_in(phrase.end - 1, "to_noun"):
        return True  # «Comité de soutien à Antoine Deltour»
    if not usual and not bare and not _governs_to(reading, phrase, head):
        return False  # «élever la Cour des comptes au rang de …»
    if bare and head.is_one_of(reading.lexicon.words("addressed_head")):
        return nominal.determined and nominal.lead in reading.lexicon.words("addressed_field")
    if bare:
        return nominal.determined and usual
    titled = phrase.titled or (phrase.capital and reading.words[phrase.end - 1].is_capitalised)
    return nominal.determined and (not nominal.proper or titled)


def _governs_to(reading: Reading, phrase: Phrase, head: HeadRow) -> bool:
    """Whether a noun shortly before takes «à»: «Comité d'aide aux naufragés»; that of a body has none with «de» behind."""
    for index in range(phrase.end - 1, max(phrase.begin, phrase.end - _NEAR) - 1, -1):
        if reading.is_in(index, "to_noun"):
            return True
        if head.kind == "organisation" and reading.is_in(index, "of"):
            return False
    return False


def country_belongs(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a country tells which body is meant («Parlement de la Géorgie»), or where a mission is."""
    if head.subtype == "operation" and link in {"to", "in"}:
        return phrase.complements > 0
    if link in {"to", "in"} and phrase.complements:
        return sends(reading, head)  # «Délégation de l'Union européenne en Tunisie»
    if link == "of" and phrase.complements and reading.is_in(phrase.end - 1, "geo"):
        return True  # «Fonds bleu pour le bassin du Congo»
    if link == "for":
        fund = phrase.capital and head.subtype == "fund"  # «Fonds humanitaire pour le Soudan»
        return fund or is_sent_for(phrase, head) or _is_set_up_for(reading, phrase, head, nominal)
    if link == "of" and ends_plain_name(reading, phrase, head, nominal):
        return True
    if link == "of" and aims_behind_country(reading, phrase, head, nominal):
        return True
    above = phrase.supranational and not phrase.complements  # «Organisation internationale du Mali» is none
    if link != "of" or phrase.named or above or head.kind != "organisation":
        return False
    if head.is_one_of(reading.lexicon.words("only_state")):
        return False  # «l'État du Sénégal» is the country
    if nominal.bare and phrase.capital:
        return True  # «Syndicat des avocats de France», where the owner would be «de la France»
    few = phrase.capital and phrase.links in (["of"], ["of", "in"])
    # «Banque pour le Commerce du Togo»
    few = few or (head.subtype == "bank" and phrase.capital and phrase.links == ["for"])
    # «ministère des Pêches du Togo», «Bureau des statistiques du Zimbabwe»
    few = few or (phrase.level and phrase.links == ["of"])  # «l'office national des postes du Togo»
    return phrase.complements == 0 or head.subtype in _STATE or few or phrase.portfolio


def _is_set_up_for(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a body was set up for one country: «Groupe d'experts sur le Soudan», «Cour spéciale pour le Mali»."""
    if not phrase.capital or phrase.proper or head.kind != "organisation" or not nominal.determiner:
        return False
    inside = {
        *head.forms[0].replace("'", " ").split(),
        *(word.lower for word in reading.words[phrase.begin : phrase.end]),
    }
    special = head.subtype == "court" and not inside.isdisjoint(reading.lexicon.words("special_court"))
    return special or not inside.isdisjoint(reading.lexicon.words("inquiring"))


def follows_country(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether more belongs to a name behind a country: a topic, or a place («ambassade de France au Cameroun»)."""
    if nominal.kind == "country":
        return link in {"to", "in"} and head.is_one_of(reading.lexicon.words("posted"))
    if link == "phrase" and nominal.kind == "organisation" and reading.is_in(phrase.end, "beside"):
        return sends(reading, head)  # «la mission permanente du Mali auprès des Nations unies»
    return link == "for" and bool(nominal.determiner) and not governs(reading, head, phrase)


def sends_for(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether an international body has a delegation, which is noted: «la délégation de l'Union européenne»."""
    sent = sends(reading, head) and holds(reading, nominal, "international")
    phrase.owned = phrase.owned or sent
    return sent
