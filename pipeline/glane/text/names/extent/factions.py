"""Which group of a parliament a head means: by its party, or by its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Phrase


def read_faction(reading: Reading, phrase: Phrase, head: HeadRow, limit: int) -> None:
    """Read what tells a group of a parliament: a party, or its colour («groupe socialiste, écologiste et républicain»)."""
    if not head.is_one_of(reading.lexicon.words("faction")):
        return
    known = reading.known.get(phrase.end)
    phrase.faction = known is not None and known.subtype == "party"
    position = phrase.end
    if _is_social(reading, position, limit):
        return
    while position < limit and reading.is_in(position, "political"):
        phrase.end, phrase.proper, phrase.named, phrase.faction = position + 1, True, True, True
        position += 1
        if position < limit and (reading.words[position].text == "," or reading.is_in(position, "and")):
            position += 1
    if not (phrase.faction or phrase.several) and _is_of_party(reading, phrase.end, limit):
        phrase.end, phrase.proper, phrase.named, phrase.faction = phrase.end + 2, True, True, True


def _is_of_party(reading: Reading, position: int, limit: int) -> bool:
    """Whether those of a colour follow, with the capital of their party: «le groupe des Verts»."""
    if not (reading.is_in(position, "of_several") and reading.is_capitalised(position + 1, limit)):
        return False
    if reading.is_in(position + 2, "and") and (
        reading.is_in(position + 3, "of_several") or reading.is_capitalised(position + 3, limit)
    ):
        return False
    lower = reading.words[position + 1].lower
    forms = {lower, *(lower.removesuffix(ending) for ending in reading.lexicon.affixes("noun_plural_ending"))}
    return not forms.isdisjoint(reading.lexicon.words("political") | reading.lexicon.words("party_adjective"))


def _is_social(reading: Reading, position: int, limit: int) -> bool:
    """Whether a group has but an adjective that groups outside of a parliament have too: «un certain groupe social»."""
    if position >= limit or not (reading.words[position].text.islower() and reading.is_in(position, "plain_faction")):
        return False
    after = position + 1
    joined = after + 1 < limit and (reading.words[after].text == "," or reading.is_in(after, "and"))
    return not (joined and reading.is_in(after + 1, "political"))
