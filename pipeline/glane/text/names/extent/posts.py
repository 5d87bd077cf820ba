"""Bodies that a power has abroad: where an embassy sits, and whose envoy has an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.apart import ApartReader
from glane.text.names.parts import BODIES, Phrase

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.parts import Nominal

_LONGEST_OWNER = 4
"""Words of a body that has others abroad."""


class PostReader(ApartReader):
    """Reads what the names of posts abroad go on with."""

    def _is_of_post(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether a complement says where an embassy is, or who sent an envoy and where to."""
        return self._is_seat(phrase, head, link, nominal) or self._is_of_envoy(phrase, link, nominal)

    def _is_seat(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
        """Whether a town says which of the bodies that a power has abroad is meant: «consulat de Suisse à Montréal»."""
        begin = nominal.end - nominal.length
        if link != "to" or nominal.kind != "noun" or not self._in(begin - 1, "to_alone") or phrase.links != ["of"]:
            return False
        common = not self._is_capitalised(begin, nominal.end) or self._words[nominal.end - 1].is_acronym
        if common or self._is_person(begin, len(self._words)):
            return False
        owners = (self._known.get(index) for index in range(phrase.end - _LONGEST_OWNER, phrase.end))
        of_body = any(one is not None and one.end == phrase.end and one.subtype == "international" for one in owners)
        of_state = phrase.ended and head.is_one_of(self._lexicon.words("posted"))
        return (of_state and not self._visits(head)) or (of_body and self._sends(head))

    def _is_of_envoy(self, phrase: Phrase, link: str, nominal: Nominal) -> bool:
        """Whether a complement says who sent an envoy or where to: «Bureau du Conseiller spécial de l'ONU pour l'Afrique»."""
        if not phrase.envoy:
            return False
        sent = link == "of" and phrase.complements == 1 and nominal.kind in BODIES
        return sent or (link == "for" and phrase.links[-1] == "of" and (nominal.proper or nominal.kind == "country"))

    def _visits(self, head: HeadRow) -> bool:
        """Whether a head means visitors as often as a body abroad: «la délégation du Mali»."""
        return head.is_one_of(self._lexicon.words("visiting"))

    def _read_envoy(self, phrase: Phrase, head: HeadRow, nominal: Nominal, limit: int) -> None:
        """Note that an office is an envoy's, and read who has sent him: «Bureau de l'Envoyé spécial du Secrétaire général»."""
        office = phrase.capital and phrase.complements == 1 and head.is_one_of(self._lexicon.words("organ"))
        inside = range(nominal.end - nominal.length, nominal.end)
        ranked = any(self._in(index, "envoy_rank") for index in inside)
        if not (office and ranked and any(self._in(index, "envoy") for index in inside)):
            return
        phrase.envoy = True
        sender = phrase.end + 1 + self._in(phrase.end + 1, "article")
        if sender < limit and self._in(phrase.end, "of") and self._in(sender, "sender"):
            phrase.end = self._read_adjectives(Phrase(end=0), sender + 1, limit)
