"""Whether a complement belongs to the sentence rather than to a name, whatever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.names.extent.clauses import (
    acts,
    becomes,
    explains_acronym,
    governs,
    is_adverbial,
    is_budgeted,
    is_concerned,
    is_favoured,
    is_paid,
    is_performed,
    is_told_by_phrase,
    opens_undertaking,
)
from glane.text.names.extent.governed import is_ungoverned
from glane.text.names.extent.withdrawn import is_task_of_envoy, is_withdrawn_from

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal, Phrase

_FIELD = 2
"""Words of a ministry's field with its article."""
_STATES = frozenset({"government"})
"""Subtypes of bodies that rule a state."""


def stands_apart(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a complement belongs to the sentence, whatever it is."""
    paid = is_paid(reading, phrase, head, link, nominal) or _is_remit_of_post(reading, phrase, head)
    paid = paid or is_withdrawn_from(reading, phrase, head, link) or is_task_of_envoy(reading, phrase, head, link)
    if paid or is_adverbial(reading, link, nominal) or is_ungoverned(reading, phrase, head, link, nominal):
        return True
    bare = phrase.again and not (phrase.has_attribute or phrase.complements)
    if is_favoured(reading, phrase, head, link) or (bare and link != "of") or becomes(phrase, link, nominal):
        return True  # «ce Programme en matière de formation»
    full = nominal.kind == "noun" and (
        _is_full(reading, phrase, head, nominal) or is_concerned(reading, phrase, head, nominal)
    )
    if link == "of" and full:
        return True
    about = link == "for" and phrase.named and head.kind == "organisation"
    on_topic = about and (nominal.on or is_performed(reading, phrase, nominal))
    on_topic = on_topic or (link == "for" and _is_placed_council(phrase, head, nominal))
    owned = _is_ruled(reading, phrase, head, nominal) or is_budgeted(reading, phrase, head, nominal)
    if on_topic or (link == "of" and owned):
        return True  # «le cabinet Homburg sur ce sujet»
    if head.kind == "programme" and phrase.named and not phrase.owned:
        if link == "of" and not nominal.bare and opens_undertaking(reading, nominal):
            return True  # «le projet X de l'appel à projets Y»
        topic = link == "for" and not phrase.capital and nominal.determiner and not nominal.proper
        if (topic and not explains_acronym(reading, nominal.end)) or _describes(reading, phrase, nominal):
            return True  # «le projet X pour la modélisation», «le programme X de renouvellement des capacités»
    if link == "phrase" and is_told_by_phrase(reading, phrase, head):
        return True
    whole = phrase.end == phrase.whole or governs(reading, head, phrase)
    if link == "for" and whole and not _is_for_field_of_many(reading, phrase, nominal):
        return not nominal.proper or phrase.end == phrase.whole
    return link == "of" and _is_nothing_of(reading, phrase, head, nominal)


def _is_for_field_of_many(reading: Reading, phrase: Phrase, nominal: Nominal) -> bool:
    """Whether a field tells which assembly of many states is meant: «l'Assemblée des Nations unies pour la pêche»."""
    owner = reading.known.get(phrase.begin + 1) if phrase.complements == 1 and phrase.end != phrase.whole else None
    many = owner is not None and owner.subtype == "international" and owner.end == phrase.end
    return many and bool(nominal.determiner) and reading.lexicon.is_portfolio(nominal.lead)


def _is_nothing_of(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether what «de» leads to is a legal status, «une fondation de droit privé», or stands behind a whole name."""
    settled = _is_acting(reading, phrase, head, nominal) or _has_its_post(reading, phrase, head)
    settled = settled or _is_in_organ(reading, phrase, nominal)
    return settled or _is_legal_status(reading, nominal)


def _is_acting(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a government with its country acts on what follows: «la gestion par le gouvernement grec de dettes»."""
    ruling = head.subtype in _STATES and phrase.state and not phrase.complements and nominal.kind == "noun"
    return ruling and not nominal.proper and nominal.lead not in reading.lexicon.words("regime")


def _is_in_organ(reading: Reading, phrase: Phrase, nominal: Nominal) -> bool:
    """Whether an organ in small letters, of another body, has a named one: «l'Inspection des ports du secrétariat de …»."""
    named = phrase.capital and phrase.complements > 0 and not (nominal.proper or nominal.bare)
    organ = named and nominal.lead in reading.lexicon.words("organ_lead")
    return organ and reading.is_in(nominal.end, "of")


def _has_its_post(reading: Reading, phrase: Phrase, head: HeadRow) -> bool:
    """Whether a body sent abroad has its town already: «une visite à l'ambassade du Togo à Rome des élus»."""
    return phrase.links[-1:] == ["to"] and head.is_one_of(reading.lexicon.words("posted"))


def _is_placed_council(phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a council in small letters has its territory already: «le conseil général du Lot pour l'entretien …»."""
    placed = head.subtype == "council" and not phrase.capital and phrase.complements > 0 and phrase.proper
    return placed and bool(nominal.determiner)


def _is_remit_of_post(reading: Reading, phrase: Phrase, head: HeadRow) -> bool:
    """Whether somebody's remit follows a head that stands for its body: «le directeur du Groupe en charge des ports»."""
    alone = phrase.capital and phrase.led and head.lower == "apposed"
    alone = alone and not (phrase.has_attribute or phrase.complements)
    return alone and (reading.is_in(phrase.end, "charged") or reading.is_in(phrase.end + 1, "charged"))


def _is_ruled(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a named body is part of what rules a territory: «le Service Jeunesse de la Province de Namur»."""
    named = head.kind == "organisation" and head.subtype != "government" and phrase.proper and not phrase.complements
    owner = nominal.lead in reading.lexicon.words("territory")
    if not (owner or phrase.capital or nominal.proper) and head.kind == "organisation":
        owner = reading.lexicon.is_head(fold(nominal.lead))  # «le groupe Eau et Énergie de la commission»
    return named and not nominal.bare and owner


def _is_full(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
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
        return not _is_outgrown(reading, phrase, nominal)
    return phrase.told and not nominal.bare


def _is_outgrown(reading: Reading, phrase: Phrase, nominal: Nominal) -> bool:
    """Whether the name of another body begins with that of a known one: «Conseil national d'éthique».

    «Inspection générale de l'administration de la Justice», with the field of a ministry and its capital.
    """
    if phrase.supranational or phrase.told:
        return False
    if nominal.bare:  # «Conseil européen de Madrid»
        return not phrase.complements and not nominal.proper and reading.is_in(phrase.end - 1, "level")
    field = reading.lexicon.is_portfolio(nominal.lead) and reading.words[nominal.end - 1].is_capitalised
    return field and nominal.length == _FIELD


def _is_legal_status(reading: Reading, nominal: Nominal) -> bool:
    words = reading.words[nominal.end - nominal.length : nominal.end]
    return " ".join(word.lower for word in words) in reading.lexicon.words("legal_status")


def _describes(reading: Reading, phrase: Phrase, nominal: Nominal) -> bool:
    """Whether a complement says what a named undertaking does: a common noun with a complement of its own.

    Behind the noun of an action it is what that is about: «projet Amélioration des conditions de vie des pêcheurs».
    """
    if acts(reading, phrase.begin):
        return False
    follows = reading.is_in(nominal.end, "of")
    bare = follows and reading.is_in(nominal.end, "bare_of")
    return not nominal.proper and not nominal.determiner and follows and not bare
