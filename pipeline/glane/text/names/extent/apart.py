"""Whether a complement belongs to the sentence rather than to a name, whatever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.names.extent.governed import GovernedReader
from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.parts import Nominal, Phrase

_WHOLE = frozenset({"government", "parliament", "armed-force", "police", "ministry"})
_NEAR = 12
_FIELD = 2
"""Words of a ministry's field with its article."""
_STATES = frozenset({"government"})
"""Subtypes of bodies that rule a state."""


class ApartReader(GovernedReader):
    """Sets complements apart in one text."""

    def _stands_apart(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether a complement belongs to the sentence, whatever it is."""
        paid = self._is_paid(phrase, head, link, nominal) or self._is_remit_of_post(phrase, head)
        if paid or self._is_adverbial(link, nominal) or self._is_ungoverned(phrase, head, link, nominal):
            return True
        bare = phrase.again and not (phrase.has_attribute or phrase.complements)
        if self._is_favoured(phrase, head, link) or (bare and link != "of") or self._becomes(phrase, link, nominal):
            return True  # «ce Programme en matière de formation»
        full = nominal.kind == "noun" and (
            self._is_full(phrase, head, nominal) or self._is_concerned(phrase, head, nominal)
        )
        if link == "of" and full:
            return True
        about = link == "for" and phrase.named and head.kind == "organisation"
        on_topic = about and (nominal.on or self._is_performed(phrase, nominal))
        on_topic = on_topic or (link == "for" and self._is_placed_council(phrase, head, nominal))
        owned = self._is_ruled(phrase, head, nominal) or self._is_budgeted(phrase, head, nominal)
        if on_topic or (link == "of" and owned):
            return True  # «le cabinet Homburg sur ce sujet»
        if head.kind == "programme" and phrase.named and not phrase.owned:
            if link == "of" and not nominal.bare and self._opens_undertaking(nominal):
                return True  # «le projet X de l'appel à projets Y»
            topic = link == "for" and not phrase.capital and nominal.determiner and not nominal.proper
            if (topic and not self._is_explained(nominal.end)) or self._describes(phrase, nominal):
                return True  # «le projet X pour la modélisation», «le programme X de renouvellement des capacités»
        if link == "phrase" and self._is_told_by_phrase(phrase, head):
            return True
        whole = phrase.end == phrase.whole or self._governs(head, phrase)
        if link == "for" and whole and not self._is_for_field_of_many(phrase, nominal):
            return not nominal.proper or phrase.end == phrase.whole
        return link == "of" and self._is_nothing_of(phrase, head, nominal)

    def _is_for_field_of_many(self, phrase: Phrase, nominal: Nominal) -> bool:
        """Whether a field tells which assembly of many states is meant: «l'Assemblée des Nations unies pour la pêche»."""
        owner = self._known.get(phrase.begin + 1) if phrase.complements == 1 and phrase.end != phrase.whole else None
        many = owner is not None and owner.subtype == "international" and owner.end == phrase.end
        return many and bool(nominal.determiner) and self._lexicon.is_portfolio(nominal.lead)

    def _is_nothing_of(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether what «de» leads to is a legal status, «une fondation de droit privé», or stands behind a whole name."""
        settled = self._is_acting(phrase, head, nominal) or self._has_its_post(phrase, head)
        settled = settled or self._is_in_organ(phrase, nominal)
        return settled or self._is_legal_status(nominal)

    def _is_acting(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a government with its country acts on what follows: «la gestion par le gouvernement grec de dettes»."""
        ruling = head.subtype in _STATES and phrase.state and not phrase.complements and nominal.kind == "noun"
        return ruling and not nominal.proper and nominal.lead not in self._lexicon.words("regime")

    def _is_in_organ(self, phrase: Phrase, nominal: Nominal) -> bool:
        """Whether an organ in small letters, of another body, has a named one: «l'Inspection des ports du secrétariat de …»."""
        named = phrase.capital and phrase.complements > 0 and not (nominal.proper or nominal.bare)
        organ = named and nominal.lead in self._lexicon.words("organ_lead")
        return organ and self._is_followed(nominal.end, "of")

    def _has_its_post(self, phrase: Phrase, head: HeadRow) -> bool:
        """Whether a body sent abroad has its town already: «une visite à l'ambassade du Togo à Rome des élus»."""
        return phrase.links[-1:] == ["to"] and head.is_one_of(self._lexicon.words("posted"))

    def _is_told_by_phrase(self, phrase: Phrase, head: HeadRow) -> bool:
        """Whether a link of several words tells something of a name: «le projet DIRECO relatif aux digues»."""
        related = head.kind == "programme" and phrase.named and self._is_followed(phrase.end, "relating")
        return related or self._disagrees(phrase, head) or self._is_said_of(phrase, head)

    def _is_paid(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether money is meant, by the undertaking that it is for: «le versement des fonds pour le projet « Rives »»."""
        money = link == "for" and not phrase.capital and head.is_one_of(self._lexicon.words("money_head"))
        return money and (nominal.kind == "programme" or self._opens_undertaking(nominal))

    def _is_placed_council(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a council in small letters has its territory already: «le conseil général du Lot pour l'entretien …»."""
        placed = head.subtype == "council" and not phrase.capital and phrase.complements > 0 and phrase.proper
        return placed and bool(nominal.determiner)

    def _is_adverbial(self, link: str, nominal: Nominal) -> bool:
        """Whether a complement tells when, how or what for: «à l'occasion», «l'Agence en appui aux communes»."""
        # not «Secrétariat d'État à la coopération»
        field = link == "to" and nominal.lead in self._lexicon.words("cooperating")
        if link in {"to", "in"} and nominal.lead in self._lexicon.words("adverbial") and not field:
            return True
        if link == "of" and nominal.bare and nominal.lead in self._lexicon.words("manner"):
            return True  # «de façon courante»
        if link == "in" and not nominal.determiner and self._is_followed(nominal.end, "with"):
            return True  # «le Programme des écoles en adéquation avec …»
        return link == "in" and nominal.lead in self._lexicon.words("to_noun") and self._is_followed(nominal.end, "to")

    def _is_remit_of_post(self, phrase: Phrase, head: HeadRow) -> bool:
        """Whether somebody's remit follows a head that stands for its body: «le directeur du Groupe en charge des ports»."""
        alone = phrase.capital and phrase.led and head.lower == "apposed"
        alone = alone and not (phrase.has_attribute or phrase.complements)
        return alone and (self._in(phrase.end, "charged") or self._is_followed(phrase.end + 1, "charged"))

    def _is_favoured(self, phrase: Phrase, head: HeadRow, link: str) -> bool:
        """Whether an undertaking with a name, or a state, is said to be for somebody: «le projet Alizé en faveur des jeunes».

        Or a power that needs no name: «la Confédération en faveur des apprentis».
        """
        own = head.kind == "programme" and phrase.named and not self._in(phrase.end - 1, "title_noun")
        own = (
            own
            or (head.subtype in _WHOLE and phrase.state)
            or (phrase.end == phrase.begin and self._governs(head, phrase))
        )
        return own and link == "phrase" and self._is_followed(phrase.end + 1, "favour")

    def _becomes(self, phrase: Phrase, link: str, nominal: Nominal) -> bool:
        """Whether a known body is made something else: «transformer l'Agence européenne pour les trains en organe …»."""
        known = phrase.complements > 0 and phrase.end == phrase.whole
        return link == "in" and known and not nominal.proper

    def _is_ruled(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a named body is part of what rules a territory: «le Service Jeunesse de la Province de Namur»."""
        named = (
            head.kind == "organisation" and head.subtype != "government" and phrase.proper and not phrase.complements
        )
        owner = nominal.lead in self._lexicon.words("territory")
        if not (owner or phrase.capital or nominal.proper) and head.kind == "organisation":
            owner = self._lexicon.is_head(fold(nominal.lead))  # «le groupe Eau et Énergie de la commission»
        return named and not nominal.bare and owner

    def _is_steered(self, phrase: Phrase, nominal: Nominal) -> bool:
        """Whether an undertaking without a name is what a body steers: «le Comité de pilotage du projet»."""
        alone = nominal.length == 1 and not (nominal.proper or nominal.bare)
        return alone and phrase.complements > 0 and nominal.lead in self._lexicon.words("steered")

    def _is_budgeted(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether a named undertaking stands in a budget: «la mission Défense du projet de loi de finances»."""
        return head.kind == "programme" and phrase.named and nominal.lead in self._lexicon.words("bill")

    def _is_performed(self, phrase: Phrase, nominal: Nominal) -> bool:
        """Whether it is what a body with a name of its own was hired for: «la société Velmar pour la construction du pont»."""
        hired = bool(nominal.determiner) and not nominal.proper and not phrase.complements
        return hired and nominal.lead in self._lexicon.words("performed") and not self._in(phrase.end - 1, "title_noun")

    def _is_full(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether common words with «de» go on behind a name that has all it needs.

        «doter l'Union européenne des moyens», «saisir la Cour des comptes de présomptions», «informer le Conseil des travaux»,
        «le retrait de Bureau Veritas des chantiers»;
        or the place where what is above the states has met: «le Conseil européen de Madrid».
        """
        if nominal.proper:
            return phrase.end == phrase.whole and phrase.supranational and nominal.bare
        named = phrase.named and head.kind == "organisation"
        settled = phrase.supranational or nominal.bare or phrase.complements or named
        if phrase.end == phrase.whole and settled:
            return not self._is_outgrown(phrase, nominal)
        return phrase.told and not nominal.bare

    def _is_concerned(self, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
        """Whether several that a participle tells apart stand behind a full name.

        «le Service fédéral d'écoute | des villes touchées par les crues».
        """
        full = head.kind == "organisation" and phrase.level and phrase.complements > 0 and not phrase.proper
        said = nominal.end
        if not full or nominal.proper or nominal.bare or said + 1 >= len(self._words):
            return False
        several = self._words[said].lower.endswith(self._lexicon.affixes("participles_ending"))
        return several and self._words[said].pos == PARTICIPLE and self._in(said + 1, "verbal")

    def _is_outgrown(self, phrase: Phrase, nominal: Nominal) -> bool:
        """Whether the name of another body begins with that of a known one: «Conseil national d'éthique».

        «Inspection générale de l'administration de la Justice», with the field of a ministry and its capital.
        """
        if phrase.supranational or phrase.told:
            return False
        if nominal.bare:  # «Conseil européen de Madrid»
            return not phrase.complements and not nominal.proper and self._in(phrase.end - 1, "level")
        field = self._lexicon.is_portfolio(nominal.lead) and self._words[nominal.end - 1].is_capitalised
        return field and nominal.length == _FIELD

    def _is_period(self, position: int) -> bool:
        """Whether a span of time stands at a word, with an article or without: «pour la période 2020-2025»."""
        noun = position + (position < len(self._words) and self._in(position, "article"))
        return self._is_followed(noun, "possessor") or (noun < len(self._words) and self._words[noun].is_number)

    def _is_followed(self, position: int, word_class: str) -> bool:
        return position < len(self._words) and self._in(position, word_class)

    def _is_said_of(self, phrase: Phrase, head: HeadRow) -> bool:
        """Whether a link of several words leads on in the sentence, behind a body or an undertaking."""
        if head.kind == "organisation":
            return self._is_said(phrase, head)
        sent = head.subtype == "operation" and phrase.capital  # «la Mission suisse auprès de l'Union européenne»
        return self._in(phrase.end, "beside") and not (sent or phrase.loose) and phrase.end > phrase.begin

    def _is_said(self, phrase: Phrase, head: HeadRow) -> bool:
        """Whether a link of several words leads on from a full name, or from a head alone to what is said of its body.

        «l'Union européenne auprès des Nations unies», «l'Organisation en matière de protection»; only envoys are «auprès de».
        """
        if not phrase.capital and phrase.end + 1 < len(self._words) and self._in(phrase.end + 1, "matter"):
            return True  # «une autorité nationale en matière de santé»
        if self._in(phrase.end, "beside"):
            return not self._sends(head)
        if self._in(phrase.end, "applied"):  # «École de chimie appliquée à l'industrie»
            return not self._in(phrase.end - 1, "learning")
        noun = phrase.end + 1
        if noun >= len(self._words):
            return False
        placed = phrase.complements and head.is_one_of(self._lexicon.words("territory"))
        if placed and any(self._in(index, "charged") for index in (phrase.end, noun)):
            return True  # «adjoint au gouverneur de la Région de Dakar chargé des affaires»
        if self._in(noun, "in_touch"):
            return not (phrase.capital and self._words[noun].is_capitalised)
        relating = self._in(phrase.end, "relating") or self._in(noun, "case")
        if phrase.complements:  # «la Commission de l'UEMOA en matière d'achats», but «Centre d'études en matière de …»
            aimed = self._in(noun, "case") or self._in(noun, "matter") or self._in(noun, "favour")
            return self._in(phrase.end, "relating") or (aimed and not phrase.loose)
        return phrase.end == phrase.whole or relating or (not phrase.has_attribute and self._in(noun, "matter"))

    def _governs(self, head: HeadRow, phrase: Phrase) -> bool:
        """Whether a head is a power that acts «pour» something: «le gouvernement géorgien pour …», «la Confédération pour …»."""
        territory = phrase.complements == 0 and head.is_one_of(self._lexicon.words("territory"))
        territory = territory and not phrase.supranational  # «Fédération internationale pour l'étude des lacs»
        return territory or head.subtype in _WHOLE

    def _is_legal_status(self, nominal: Nominal) -> bool:
        words = self._words[nominal.end - nominal.length : nominal.end]
        return " ".join(word.lower for word in words) in self._lexicon.words("legal_status")

    def _is_explained(self, position: int) -> bool:
        """Whether an acronym in brackets follows soon, which the whole name explains: «programme X pour la science … (SPS)»."""
        for index in range(position, min(len(self._words) - 1, position + _NEAR)):
            if self._words[index].text == "(":
                return self._words[index + 1].is_acronym
            if not self._words[index].is_word:
                return False
        return False

    def _opens_undertaking(self, nominal: Nominal) -> bool:
        """Whether the noun of a complement heads the name of an undertaking."""
        for index in range(nominal.end - nominal.length, nominal.end):
            if self._words[index].lower == nominal.lead:
                found = self._lexicon.head_at(self._words, index)
                return found is not None and found[1].kind == "programme"
        return False

    def _sends(self, head: HeadRow) -> bool:
        """Whether a head is a body that one power has with another one."""
        return head.is_one_of(self._lexicon.words("diplomatic"))

    def _acts(self, position: int) -> bool:
        """Whether a capitalised noun says what is done: «projet Amélioration des conditions de vie des pêcheurs»."""
        word = self._words[position]
        action = (
            self._in(position, "aim") or self._in(position, "to_noun") or self._lexicon.has_field_ending(word.lower)
        )
        return word.is_capitalised and not word.is_acronym and position not in self._known and action

    def _describes(self, phrase: Phrase, nominal: Nominal) -> bool:
        """Whether a complement says what a named undertaking does: a common noun with a complement of its own.

        Behind the noun of an action it is what that is about: «projet Amélioration des conditions de vie des pêcheurs».
        """
        if self._acts(phrase.begin):
            return False
        follows = nominal.end < len(self._words) and self._in(nominal.end, "of")
        bare = follows and self._in(nominal.end, "bare_of")
        return not nominal.proper and not nominal.determiner and follows and not bare
