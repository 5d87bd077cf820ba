"""Whether a complement belongs to a name, or says whose body it is, where it is, or what the sentence goes on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import PLURAL
from glane.text.names.extent.placed import PlacedReader
from glane.text.names.parts import BODIES

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.parts import Nominal, Phrase

_STATE = frozenset({"ministry", "government", "parliament", "court", "armed-force", "police"})
_TAUGHT = frozenset({"school", "university"})
_COUNCILS = frozenset({"council", "commission"})
_ARTICLED = 2
"""Words of a noun with its article."""
_NEAR = 4
"""Words of a name among which the noun stands that takes what follows."""
PORTFOLIO = frozenset({"ministry", "function"})


class BelongingReader(PlacedReader):
    """Decides on complements in one text."""

    def _belongs(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether a complement is part of the name rather than its possessor or its place."""
        if self._is_stated(phrase, link, nominal) or (link == "to" and nominal.lead in self._lexicon.words("venue")):
            return False
        if self._is_abroad(phrase, link, nominal) or self._is_of_post(phrase, head, link, nominal):
            return True
        if phrase.ended:
            return self._follows_country(phrase, head, link, nominal)
        if self._stands_apart(phrase, head, link, nominal):
            return False
        if nominal.kind == "country":
            return self._country_belongs(phrase, head, link, nominal)
        if self._is_organ_of_coined(phrase, head, nominal):
            return False
        if nominal.kind != "noun" and not (nominal.kind == "body" and self._is_remit(phrase, head, nominal)):
            return self._body_belongs(phrase, head, link, nominal)
        if head.kind == "organisation" and link == "of" and self._is_steered(phrase, nominal):
            return False
        if not nominal.proper and nominal.lead in self._lexicon.words("possessor"):
            return self._possessor_belongs(phrase, head, link, nominal)
        return self._noun_belongs(phrase, head, link, nominal)

    def _possessor_belongs(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether a complement that usually ends a name goes on with it."""
        if nominal.lead in self._lexicon.words("law") and self._in(phrase.end - 1, "enforcing"):
            return link == "of" and phrase.capital  # «Direction de l'application de la loi»
        if self._is_realm(phrase, head, nominal):
            return True
        goes_on = nominal.length > 1 or (nominal.bare and self._is_followed(nominal.end, "of"))
        return phrase.complements == 0 and phrase.capital and goes_on and link not in {"inside", "for"}

    def _is_realm(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether countries or a region with a name are where an undertaking is: «Projet … des pays du Sahel»."""
        place = nominal.end + 1 + self._is_followed(nominal.end + 1, "article")
        named = self._is_followed(nominal.end, "of") and self._is_capitalised(place, len(self._words))
        placed = phrase.capital and phrase.complements > 0 and nominal.lead in self._lexicon.words("realm")
        return head.kind == "programme" and placed and named

    def _is_remit(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether what is written as a head is what ministers are for: «ministère du Plan», «Conseil des Ministres du Plan».

        Or what a council is for: «Conseil national de la Coordination sanitaire».
        """
        ministers = self._in(phrase.end - 1, "ministers") and self._lexicon.is_portfolio(nominal.lead)
        council = head.subtype in _COUNCILS and phrase.level and not phrase.complements and phrase.capital
        remit = council and nominal.lead in self._lexicon.words("remit_head")
        return head.subtype in PORTFOLIO or ministers or remit or self._is_field_of_service(phrase, head, nominal)

    def _are_many(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether a service is for what is written as a head in the plural: «Bureau des Archives», «Service des Douanes»."""
        served = phrase.capital and head.subtype == "agency" and not phrase.complements and nominal.kind == "body"
        noun = nominal.end - 1
        if not served or link != "of" or nominal.length != 1 or not self._in(noun - 1, "of_several"):
            return False
        return nominal.lead.endswith(PLURAL) and self._words[noun].is_capitalised

    def _is_territory(self, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a territory says whose government is meant: «le gouvernement de la Région wallonne»."""
        governing = head.subtype == "government" and not head.is_one_of(self._lexicon.words("organ"))
        return governing and nominal.lead in self._lexicon.words("territory")

    def _noun_belongs(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether a complement that is no name of its own is part of the name, by its link."""
        bare = phrase.complements == 0
        if link == "of" and nominal.bare and self._is_person(nominal.end - nominal.length, nominal.end):
            return False  # «sous la coordination de Julien Gabert»
        if head.subtype == "operation" and phrase.capital and link in {"to", "in"} and nominal.proper:
            return not bare  # where a mission is
        match link:
            case "inside":
                field = nominal.proper and self._lexicon.is_portfolio(nominal.lead)
                about = head.kind == "programme" or field  # «Organisation … dans l'Enseignement Supérieur»
                return phrase.capital and about and not bare and bool(nominal.determiner)
            case "to":
                return self._addressee_belongs(phrase, head, nominal)
            case "in" if bare and phrase.named and phrase.capital and head.kind == "programme":
                # «Projet Alimentation en eau potable», where the title is a common noun
                return self._words[phrase.end - 1].pos == "NOUN" and not (nominal.proper or nominal.determiner)
            case "in" if head.kind == "organisation" and nominal.lead in self._lexicon.words("place"):
                aimed = "for" in phrase.links or phrase.complements > 1
                return aimed and not (phrase.outer or self._ends_known(phrase))
            case "in":
                if nominal.proper and phrase.capital:
                    return self._is_capital_field(phrase, head, nominal)
                return not nominal.proper and not nominal.determiner and (not bare or phrase.level)
            case "for" if bare and not phrase.has_attribute:
                titled = head.kind == "programme" and phrase.capital and nominal.proper
                working = phrase.capital and head.is_one_of(self._lexicon.words("working_head"))
                about = not nominal.on or head.subtype == "commission" or titled or working
                return (bool(nominal.determiner) or nominal.proper) and about
            case _:
                return True

    def _is_capital_field(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether what a capitalised name is «en» is a field with a capital: «Direction de la Planification … en Eau».

        Or what a school teaches: «École Supérieure en Génie Civil», not «Université Populaire en Bretagne».
        """
        field = self._lexicon.is_portfolio(nominal.lead)
        if not phrase.complements:
            taught = head.subtype in _TAUGHT and phrase.has_attribute
            if taught and not nominal.determiner and (field or nominal.length > 1):
                return True
            # «Agence Consultative en Éthique de la Coopération», where the adjective has a capital
            titled = phrase.has_attribute and self._words[phrase.end - 1].is_capitalised and not phrase.named
            return titled and not nominal.determiner and nominal.length == 1 and self._is_followed(nominal.end, "of")
        return field and not nominal.determiner

    def _body_belongs(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether a body or an undertaking tells which name is meant («Commission de la CEDEAO»), or whose it is."""
        alike = nominal.kind == "programme" and head.kind == "programme" and link != "inside"
        alike = alike or self._are_many(phrase, head, link, nominal) or self._is_of_order(phrase, head, nominal)
        if link in {"for", "phrase"} or alike or self._has_members_of(phrase, head, link):
            return True
        titled = nominal.bare and (nominal.kind == "acronym" or self._is_apposed(phrase, head, nominal))
        titled = titled or (
            nominal.bare and nominal.lead in self._lexicon.words("territory")
        )  # «CCI de région Bretagne»
        aimed = self._is_sent_to(phrase, head, link, nominal) or self._is_acted_on(phrase, head, link, nominal)
        owned = self._has_owned(phrase, link, nominal) or self._is_of_union(phrase, head, link, nominal)
        if titled or aimed or owned:
            return True  # «Programme national de DDRR»
        if self._is_territory(head, nominal):
            return link == "of" and phrase.complements == 0
        followed = nominal.end < len(self._words) and self._in(nominal.end, "for")
        owner = not followed or self._opens_undertaking(nominal)
        several = not followed and link == "of" and self._are_owned(phrase, head, nominal)
        if several or (head.kind == "organisation" and owner and self._is_organ(phrase, head, nominal)):
            return False  # «le Bureau de la Chambre des représentants», «le Secrétariat de l'Initiative pour …»
        if nominal.kind == "programme" and link == "of" and not phrase.proper and phrase.complements == 1:
            return True  # «Comité de gestion du Fonds vert pour le climat»
        if head.kind == "programme" and head.subtype != "operation" and phrase.has_attribute and not phrase.named:
            owner = nominal.kind != "body" and nominal.end < len(self._words)
            return (
                owner and self._in(nominal.end, "for") and not self._is_period(nominal.end + 1)
            )  # not «Dialogue méditerranéen de l'OTAN»
        if not phrase.capital and not self._names_undertaking(head, nominal):
            return link == "of" and phrase.complements == 0 and self._sends_for(phrase, head, nominal)
        if nominal.kind == "body" and link == "of" and self._has_members(phrase, head, nominal):
            return True
        if phrase.named and (head.kind == "programme" or not phrase.owned):
            return False  # «l'Agenda 2063 de l'Union africaine», «la Division Éducation de l'AFD»
        return link == "of" and phrase.complements == 0 and (not phrase.level or followed)

    def _are_owned(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether several undertakings have nothing but their body: «chargé des Programmes de la Banque mondiale»."""
        several = phrase.several and head.forms[0] != head.forms[-1] and head.kind == "programme"
        bare = not (phrase.complements or phrase.has_attribute or phrase.adjectives)
        return several and bare and nominal.kind != "programme"

    def _has_members_of(self, phrase: Phrase, head: HeadRow, link: str) -> bool:
        """Whether a body says whose members an assembly is of: «Conférence des Notaires de la CEDEAO»."""
        return phrase.links == ["of"] == [link] and head.is_one_of(self._lexicon.words("assembly_head"))

    def _has_members(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a capitalised plural is what a body is of: «Fédération des Coopératives», «… de la Promotion des Pôles»."""
        if phrase.complements == 0:
            return nominal.lead.endswith(PLURAL)
        several = self._means_several(nominal) and not self._opens_undertaking(nominal)
        return phrase.complements == 1 and several and head.kind == "organisation"

    def _is_apposed(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a capitalised head behind «de» names no body: «programme de Partenariat …», «Comité des chefs d'État»."""
        state = phrase.complements > 0 and nominal.lead in self._lexicon.words("only_state")
        return state or self._is_programme_of(phrase, head, nominal)

    def _is_programme_of(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a programme is of an undertaking: «programme de Partenariat …», where «projet de Plan» is a draft."""
        return head.subtype == "programme" and phrase.complements == 0 and self._opens_undertaking(nominal)

    def _is_of_order(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether the order of a profession, named by that alone, tells which council is meant: «Conseil national de l'Ordre»."""
        council = phrase.capital and head.subtype in _COUNCILS and phrase.level and not phrase.complements
        return council and nominal.length <= _ARTICLED and nominal.lead in self._lexicon.words("order_head")

    def _is_organ(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a head names an organ that any body has, by its noun («Bureau») or its adjectives («Comité exécutif»)."""
        if phrase.complements or phrase.state:
            return False
        if phrase.adjectives:
            return nominal.kind in BODIES or self._holds(nominal, "operation")  # «la Section médicale de la MONUSCO»
        return head.is_one_of(self._lexicon.words("organ"))

    def _addressee_belongs(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether «à la mer», «aux droits des femmes» is part of the name: always behind some heads."""
        usual = not phrase.determined and head.is_one_of(self._lexicon.words("to_head"))
        bare = phrase.complements == 0
        if nominal.proper and self._words[phrase.end - 1].is_capitalised and self._in(phrase.end - 1, "titled_to_noun"):
            return bool(nominal.determiner) and phrase.capital and not bare  # «Société d'Assurance à l'Exportation»
        if nominal.proper and phrase.capital and phrase.complements and self._in(phrase.end - 1, "to_noun"):
            return True  # «Comité de soutien à Antoine Deltour»
        if not usual and not bare and not self._governs_to(phrase, head):
            return False  # «élever la Cour des comptes au rang de …»
        if bare and head.is_one_of(self._lexicon.words("addressed_head")):
            return nominal.determined and nominal.lead in self._lexicon.words("addressed_field")
        if bare:
            return nominal.determined and usual
        titled = phrase.titled or (phrase.capital and self._words[phrase.end - 1].is_capitalised)
        return nominal.determined and (not nominal.proper or titled)

    def _governs_to(self, phrase: Phrase, head: HeadRow) -> bool:
        """Whether a noun shortly before takes «à»: «Comité d'aide aux naufragés»; that of a body has none with «de» behind."""
        for index in range(phrase.end - 1, max(phrase.begin, phrase.end - _NEAR) - 1, -1):
            if self._in(index, "to_noun"):
                return True
            if head.kind == "organisation" and self._in(index, "of"):
                return False
        return False

    def _country_belongs(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether a country tells which body is meant («Parlement de la Géorgie»), or where a mission is."""
        if head.subtype == "operation" and link in {"to", "in"}:
            return phrase.complements > 0
        if link in {"to", "in"} and phrase.complements:
            return self._sends(head)  # «Délégation de l'Union européenne en Tunisie»
        if link == "of" and phrase.complements and self._in(phrase.end - 1, "geo"):
            return True  # «Fonds bleu pour le bassin du Congo»
        if link == "for":
            fund = phrase.capital and head.subtype == "fund"  # «Fonds humanitaire pour le Soudan»
            return fund or self._is_sent_for(phrase, head)
        if link == "of" and self._ends_plain_name(phrase, head, nominal):
            return True
        if link == "of" and self._aims_behind_country(phrase, head, nominal):
            return True
        above = phrase.supranational and not phrase.complements  # «Organisation internationale du Mali» is none
        if link != "of" or phrase.named or above or head.kind != "organisation":
            return False
        if head.is_one_of(self._lexicon.words("only_state")):
            return False  # «l'État du Sénégal» is the country
        if nominal.bare and phrase.capital:
            return True  # «Syndicat des avocats de France», where the owner would be «de la France»
        few = phrase.capital and phrase.links in (["of"], ["of", "in"])
        # «Banque pour le Commerce du Togo»
        few = few or (head.subtype == "bank" and phrase.capital and phrase.links == ["for"])
        # «ministère des Pêches du Togo», «Bureau des statistiques du Zimbabwe»
        few = few or (phrase.level and phrase.links == ["of"])  # «l'office national des postes du Togo»
        return phrase.complements == 0 or head.subtype in _STATE or few or phrase.portfolio

    def _follows_country(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether more belongs to a name behind a country: a topic, or a place («ambassade de France au Cameroun»)."""
        if nominal.kind == "country":
            return link in {"to", "in"} and head.is_one_of(self._lexicon.words("posted"))
        if link == "phrase" and nominal.kind == "organisation" and self._in(phrase.end, "beside"):
            return self._sends(head)  # «la mission permanente du Mali auprès des Nations unies»
        return link == "for" and bool(nominal.determiner) and not self._governs(head, phrase)

    def _sends_for(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether an international body has a delegation, which is noted: «la délégation de l'Union européenne»."""
        sent = self._sends(head) and self._holds(nominal, "international")
        phrase.owned = phrase.owned or sent
        return sent

    def _names_undertaking(self, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a body behind a head in lower case says whose undertaking it is in its name («programme de l'OTAN pour …»)."""
        if head.kind != "programme" or nominal.kind == "body" or nominal.end >= len(self._words):
            return False
        return head.lower == "proper" or self._in(nominal.end, "for")
