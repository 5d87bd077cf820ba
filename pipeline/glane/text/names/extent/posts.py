"""Bodies that a power has abroad: where an embassy sits, and whose envoy has an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import read_adjectives
from glane.text.names.extent.clauses import sends
from glane.text.names.extent.runs import opens_person
from glane.text.names.parts import BODIES, Phrase

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal

_LONGEST_OWNER = 4
"""Words of a body that has others abroad."""


def is_of_post(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a complement says where an embassy is, or who sent an envoy and where to."""
    return _is_seat(reading, phrase, head, link, nominal) or _is_of_envoy(phrase, link, nominal)


def _is_seat(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a town says which of the bodies that a power has abroad is meant: «consulat de Suisse à Montréal»."""
    begin = nominal.end - nominal.length
    if link != "to" or nominal.kind != "noun" or not reading.is_in(begin - 1, "to_alone") or phrase.links != ["of"]:
        return False
    common = not reading.is_capitalised(begin, nominal.end) or reading.words[nominal.end - 1].is_acronym
    if common or opens_person(reading, begin, len(reading.words)):
        return False
    owners = (reading.known.get(index) for index in range(phrase.end - _LONGEST_OWNER, phrase.end))
    of_body = any(one is not None and one.end == phrase.end and one.subtype == "international" for one in owners)
    of_state = phrase.ended and head.is_one_of(reading.lexicon.words("posted"))
    return (of_state and not _visits(reading, head)) or (of_body and sends(reading, head))


def _is_of_envoy(phrase: Phrase, link: str, nominal: Nominal) -> bool:
    """Whether a complement says who sent an envoy or where to: «Bureau du Conseiller spécial de l'ONU pour l'Afrique»."""
    if not phrase.envoy:
        return False
    sent = link == "of" and phrase.complements == 1 and nominal.kind in BODIES
    return sent or (link == "for" and phrase.links[-1] == "of" and (nominal.proper or nominal.kind == "country"))


def _visits(reading: Reading, head: HeadRow) -> bool:
    """Whether a head means visitors as often as a body abroad: «la délégation du Mali»."""
    return head.is_one_of(reading.lexicon.words("visiting"))


def read_envoy(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal, limit: int) -> None:
    """Note that an office is an envoy's, and read who has sent him: «Bureau de l'Envoyé spécial du Secrétaire général»."""
    office = phrase.capital and phrase.complements == 1 and head.is_one_of(reading.lexicon.words("organ"))
    inside = range(nominal.end - nominal.length, nominal.end)
    ranked = any(reading.is_in(index, "envoy_rank") for index in inside)
    if not (office and ranked and any(reading.is_in(index, "envoy") for index in inside)):
        return
    phrase.envoy = True
    sender = phrase.end + 1 + reading.is_in(phrase.end + 1, "article")
    if sender < limit and reading.is_in(phrase.end, "of") and reading.is_in(sender, "sender"):
        phrase.end = read_adjectives(reading, Phrase(end=0), sender + 1, limit)
