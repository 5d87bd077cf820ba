"""What formulas of courts and minutes put behind a name and that is no part of it: sums, news, adjectives of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.clause import clause_before

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal, Phrase

_SITTING = frozenset({"council", "commission"})
_TOLD_BEFORE = 12
"""Words before a head among which a verb of telling may stand: «informant le comptable et le directeur général du Port»."""


def is_informed(reading: Reading, first: int) -> bool:
    """Whether a verb of telling stands shortly before a head, in the same clause."""
    before = reading.words[max(0, first - _TOLD_BEFORE) : first]
    if reading.lexicon.words("telling").isdisjoint([word.lower for word in before]):
        return False  # nearly always
    return any(reading.is_in(index, "telling") for index in clause_before(reading.words, first, _TOLD_BEFORE))


def is_stated(reading: Reading, phrase: Phrase, link: str, nominal: Nominal) -> bool:
    """Whether a complement is a sum that the body owes or gets, or what it is told through whom a formula names.

    «débiteur du lycée de la somme de …», «informant le directeur du Port de l'audience», «… de nouvelles observations».
    """
    if link in {"of", "for"} and nominal.lead in reading.lexicon.words("sum"):
        return not nominal.bare
    begin = nominal.end - nominal.length
    fresh = nominal.bare and nominal.lead in reading.lexicon.words("front_adjective")
    told = phrase.informed and link == "of" and (fresh or not nominal.bare)
    return told and any(reading.is_in(index, "told_noun") for index in range(begin, nominal.end))


def without_session(reading: Reading, head: HeadRow, nominal: Nominal) -> Nominal:
    """Leave off the adjective of a session of a body: «un Conseil national de sécurité extraordinaire»."""
    noun, adjective = reading.words[nominal.end - 2], reading.words[nominal.end - 1]
    sits = reading.is_in(nominal.end - 1, "sitting_adjective") and not adjective.is_capitalised
    if head.subtype not in _SITTING or not sits:
        return nominal
    other = reading.lexicon.may_be_plural(noun.lower) and not reading.lexicon.may_be_plural(
        adjective.lower
    )  # «des finances élargie»
    return nominal._replace(end=nominal.end - 1) if noun.is_capitalised or other else nominal
