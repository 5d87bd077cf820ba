"""Whether a preposition behind a name is one that a noun of the name takes, or leads on in the sentence.

A topic needs a noun that has one: «Centre de recherche sur le bruit», but «le rapport de la Compagnie de géothermie | sur le
bruit»; what «à» leads to needs one that takes it; what is given to somebody follows him with «des».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import PLURAL
from glane.text.names.extent.conjunct import ConjunctReader

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.parts import Nominal, Phrase

_TOPICS = {"on": ("on_noun", "on_head"), "against": ("against_noun", "against_head")}
"""By the class of a preposition: the classes of the nouns inside a name and of the heads that take it."""
_ABOUT = ("matter", "favour", "relating", "beside")
"""Classes of words in links of several words that tell what something is about."""
_GIVEN_BEFORE = 8
"""Words before a head among which a verb of giving may stand: «donne à titre gracieux au Fonds national des moyens»."""
_LONGEST_KNOWN = 8
_RULING = frozenset({"government", "parliament"})
"""Subtypes of bodies of which a state has one, which needs no complement."""


class GovernedReader(ConjunctReader):
    """Tells what the nouns of a name govern in one text."""

    def _is_given(self, first: int) -> bool:
        """Whether a head is whom something is given to: «à», and a verb of giving shortly before it in the same clause.

        Or whose notice it is given to: «soumettre à l'examen du Gouvernement des vœux».
        """
        owner = first - 1 - self._in(first - 1, "article")
        if owner > 2 and self._in(owner, "of"):
            first = owner - 1
        if first < 1 or not self._in(first - 1 - (first > 1 and self._in(first - 1, "article")), "to"):
            return False
        for index in range(first - 1, max(-1, first - _GIVEN_BEFORE), -1):
            if self._words[index].is_break:
                return False
            if self._in(index, "giving") or (self._in(index, "have_given") and self._in(index - 1, "have")):
                return True
        return False

    def _is_outer(self, first: int) -> bool:
        """Whether a head says whose action or paper is told of: «le rôle du …», «le rapport annuel de l'…»."""
        link = first - 1
        if link > 0 and self._in(link, "article"):
            link -= 1
        if link < 1 or not self._in(link, "of"):
            return False
        return self._in(link - 1, "outer_noun") or (link > 1 and self._in(link - 2, "outer_noun"))

    def _is_of_outer(self, phrase: Phrase, link: str, opening: int, nominal: Nominal) -> bool:
        """Whether a complement tells what an action or a paper of a body is about, behind a name that has all it needs.

        «le rôle de l'Agence de l'eau en matière de …», but «le rapport du Groupe d'experts sur le climat».
        """
        if not phrase.outer or phrase.loose or not (phrase.has_attribute or phrase.complements > 0):
            return False
        if link == "for":
            return phrase.complements > 0 and any(self._in(opening, topic) for topic in _TOPICS)
        if link == "phrase":
            words = range(phrase.end, opening + 1)
            return any(self._in(index, name) for index in words for name in _ABOUT)
        place = nominal.kind == "country" or self._in(phrase.end - 1, "to_noun")  # «Fonds d'Assistance aux Familles»
        return link in {"to", "inside"} and not place

    def _is_ungoverned(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether no noun of a name takes the preposition of a complement, or it is what the body is given."""
        opening = nominal.end - nominal.length - 1
        if head.kind == "other":
            return False
        if self._is_of_outer(phrase, link, opening, nominal):
            return True
        if link == "of":
            return phrase.given and self._is_object(phrase, head, opening, nominal)
        if link == "to" and phrase.quoted:
            return True  # «la mission « Atalante » à la formation»
        if link != "for":
            return False
        if nominal.on and nominal.determiner and nominal.lead in self._lexicon.words("drafted"):
            return True  # «un avis à la Commission sur le projet de budget»
        for preposition, (nouns, heads) in _TOPICS.items():
            if self._in(opening, preposition):
                return not self._takes(phrase, head, nouns, heads)
        return False

    def _is_object(self, phrase: Phrase, head: HeadRow, opening: int, nominal: Nominal) -> bool:
        """Whether common words with «des», behind a name that has all it needs, are what it is given; the last object is."""
        several = self._in(opening, "of_several") and not (nominal.proper or self._lexicon.is_portfolio(nominal.lead))
        last = nominal.end >= len(self._words) or not (
            self._in(nominal.end, "article") or self._in(nominal.end, "of_several")
        )
        alone = head.subtype in _RULING  # «Il soumet au Parlement des comptes»
        return several and last and (phrase.has_attribute or phrase.complements > 0 or alone)

    def _takes(self, phrase: Phrase, head: HeadRow, nouns: str, heads: str) -> bool:
        """Whether a noun of a name, or its head where nothing but its kind, owner or place follows, takes a topic."""
        if any(self._in(index, nouns) for index in range(phrase.begin, phrase.end)):
            return True
        if not head.is_one_of(self._lexicon.words(heads)):
            return False
        if phrase.named:
            return heads == "against_head" and self._are_people(phrase)
        # «Groupe de travail des ONG sur l'eau»
        owned = phrase.complements == 1 and self._words[phrase.end - 1].is_acronym
        return not phrase.determined or owned or self._ends_known(phrase)

    def _are_people(self, phrase: Phrase) -> bool:
        """Whether a body is called by those who are in it: «le collectif Riverains contre le bruit»."""
        own = self._words[phrase.begin]
        several = own.is_capitalised and not own.is_acronym and own.lower.endswith(PLURAL)
        return several and phrase.end == phrase.begin + 1 and phrase.begin not in self._known

    def _ends_known(self, phrase: Phrase) -> bool:
        """Whether what a phrase ends with is known: «Groupe d'experts des Nations unies sur …»."""
        begins = range(max(phrase.begin, phrase.end - _LONGEST_KNOWN), phrase.end)
        known = (self._known.get(index) for index in begins)
        return any(one is not None and one.end == phrase.end for one in known)

    def _disagrees(self, phrase: Phrase, head: HeadRow) -> bool:
        """Whether the participle of a link has not the gender of the head: «la note du Fonds relative aux marchés».

        Or is a plural, where no noun of the name is one: «les agents du Service du Gaz chargés du contrôle».
        """
        if self._in(phrase.end, "relating_several") and not phrase.several:
            name = self._words[phrase.begin : phrase.end]
            return not any(word.lower.endswith(PLURAL) for word in name)
        if phrase.loose:
            return False  # «Fonds de solidarité relative aux épidémies»
        noun = head.forms[0].partition(" ")[0]
        for gender, other in (("masculine", "feminine"), ("feminine", "masculine")):
            if noun in self._lexicon.words(f"{gender}_head"):
                return self._in(phrase.end, f"relating_{other}")
        return False

    def _is_field_of_service(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a part of an administration is for what is also a head: «Direction générale du Plan», «… de la Coopération»."""
        serves = head.is_one_of(self._lexicon.words("serving_head"))
        field = self._lexicon.is_portfolio(nominal.lead) or nominal.lead in self._lexicon.words("remit_head")
        return serves and field and phrase.capital and not phrase.complements and not nominal.bare

    def _is_acted_on(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether a capitalised generic is what the action of an undertaking is for: «Projet d'Appui aux Gouvernements …».

        «Programme de Modernisation de l'Administration», but not «Programme de Formation de l'Institut», who gives it.
        """
        if not (phrase.capital and head.kind == "programme" and phrase.complements == 1 and nominal.kind == "body"):
            return False
        action = phrase.end - 1
        if link == "to":
            return self._in(action, "to_noun") and not nominal.bare
        deed = self._lexicon.has_field_ending(self._words[action].lower) and not self._in(action, "to_noun")
        return link == "of" and deed and self._words[action].is_capitalised and not nominal.bare

    def _aims_behind_country(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether an undertaking says behind its country what it is for: «Fonds du Canada pour les espaces culturels»."""
        alone = not (phrase.complements or phrase.named or phrase.has_attribute)
        aim = nominal.end + 1
        aims = aim < len(self._words) and self._in(nominal.end, "for") and self._in(aim, "article")
        return head.kind == "programme" and phrase.capital and alone and aims
