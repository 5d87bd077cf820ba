"""Which group of a parliament a head means: by its party, or by its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import PLURAL
from glane.text.names.extent.signs import SignReader

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.parts import Phrase


class FactionReader(SignReader):
    """Reads what tells the groups of parliaments in one text."""

    def _read_faction(self, phrase: Phrase, head: HeadRow, limit: int) -> None:
        """Read what tells a group of a parliament: a party, or its colour («groupe socialiste, écologiste et républicain»)."""
        if not head.is_one_of(self._lexicon.words("faction")):
            return
        known = self._known.get(phrase.end)
        phrase.faction = known is not None and known.subtype == "party"
        position = phrase.end
        if self._is_social(position, limit):
            return
        while position < limit and self._in(position, "political"):
            phrase.end, phrase.proper, phrase.named, phrase.faction = position + 1, True, True, True
            position += 1
            if position < limit and (self._words[position].text == "," or self._in(position, "and")):
                position += 1
        if not (phrase.faction or phrase.several) and self._is_of_party(phrase.end, limit):
            phrase.end, phrase.proper, phrase.named, phrase.faction = phrase.end + 2, True, True, True

    def _is_of_party(self, position: int, limit: int) -> bool:
        """Whether those of a colour follow, with the capital of their party: «le groupe des Verts»."""
        if not (self._in(position, "of_several") and self._is_capitalised(position + 1, limit)):
            return False
        if self._in(position + 2, "and") and (
            self._in(position + 3, "of_several") or self._is_capitalised(position + 3, limit)
        ):
            return False
        lower = self._words[position + 1].lower
        forms = {lower, *(lower.removesuffix(ending) for ending in PLURAL)}
        return not forms.isdisjoint(self._lexicon.words("political") | self._lexicon.words("party_adjective"))

    def _is_social(self, position: int, limit: int) -> bool:
        """Whether a group has but an adjective that groups outside of a parliament have too: «un certain groupe social»."""
        if position >= limit or not (self._words[position].text.islower() and self._in(position, "plain_faction")):
            return False
        after = position + 1
        joined = after + 1 < limit and (self._words[after].text == "," or self._in(after, "and"))
        return not (joined and self._in(after + 1, "political"))
