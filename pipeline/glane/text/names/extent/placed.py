"""Whether a country or a place at the end of a name is part of it: where an undertaking is, whom an association speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.parts import TERRITORY

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal, Phrase

_OF_STATES = frozenset({"state", "whole"})
"""What heads need of which a state has one."""
_LONGEST_PLAIN = 3
"""Words of a name that is an article with a noun, and an adjective before it: «Les Grands Moulins»."""


def is_local(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a territory tells of several bodies of a kind which is meant, as a region does: «l'IUT de La Réunion».

    Or whose an undertaking is: «Pacte d'avenir de Mayotte».
    """
    kind = head.kind == "organisation" and head.lower not in _OF_STATES
    kind = kind or (phrase.capital and phrase.complements == 1 and not phrase.named)
    return kind and link == "of" and nominal.kind == "country" and holds(reading, nominal, TERRITORY)


def holds(reading: Reading, nominal: Nominal, subtype: str) -> bool:
    """Whether something known of a subtype stands in a complement."""
    known = (reading.known.get(index) for index in range(nominal.end - nominal.length, nominal.end))
    return any(one is not None and one.subtype == subtype for one in known)


def is_of_union(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether an adjective and what is above the states name a programme: «le programme hydrologique de l'Union africaine».

    Which is noted.
    """
    kind = head.subtype == "programme" and phrase.adjectives == 1 and not (phrase.capital or phrase.complements)
    if not kind or link != "of" or phrase.level or phrase.several or reading.is_in(phrase.end - 1, "joint_adjective"):
        return False
    article = phrase.begin - 2
    aimed = reading.is_in(nominal.end, "for")  # «programme … de l'OTAN pour la science»
    if aimed or article < 0 or not reading.is_in(article, "one_definite"):
        return False
    phrase.named = holds(reading, nominal, "international")
    return phrase.named


def is_organ_of_coined(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a secretariat in small letters is that of a body without an article: «le secrétariat d'ALPHA-Net»."""
    coined = nominal.bare and not phrase.capital and nominal.kind in {"acronym", "noun"}
    if not coined or not head.is_one_of(reading.lexicon.words("organ")):
        return False
    return sum(map(str.isupper, reading.words[nominal.end - nominal.length].text)) > 1


def is_sent_for(phrase: Phrase, head: HeadRow) -> bool:
    """Whether who sends a mission stands before the country it is for: «Mission des Nations unies pour l'Iraq»."""
    return head.subtype == "operation" and phrase.capital and phrase.links[-1:] == ["of"]


def is_sent_to(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether a body sends a mission with a task to a country: «Mission d'appui des Nations unies pour la Libye»."""
    tasked = head.subtype == "operation" and phrase.capital and phrase.links == ["of"] == [link] and phrase.loose
    if not tasked or nominal.kind != "organisation":
        return False
    place = nominal.end + 1
    place += reading.is_in(place, "article")
    known = reading.known.get(place)
    placed = known is not None and known.kind == "country"
    return placed and any(reading.is_in(nominal.end, name) for name in ("for", "in", "to"))


def ends_plain_name(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a country ends a name of common nouns that is set against its kind, where it is no other's possessor.

    «l'ONG Espoir des Mères du Mali», «la société Les Brasseries du Niger», not «la société Velmar du Togo».
    """
    if head.lower != "apposed" or not phrase.named or phrase.quoted:
        return False
    last = reading.words[phrase.end - 1]
    if not last.is_capitalised or last.is_acronym:
        return False
    if phrase.links == ["of"]:
        several = any(reading.is_in(index, "of_several") for index in range(phrase.begin, phrase.end))
        return several and reading.lexicon.may_be_plural(last.lower)
    run = reading.words[phrase.begin : phrase.end]
    if (
        not phrase.links
        and len(run) > 1
        and all(w.is_capitalised and reading.lexicon.may_be_plural(w.lower) for w in run)
    ):
        return True  # «l'ONG Artisans Réunis du Togo»
    article = reading.words[phrase.begin]
    named = article.is_capitalised and reading.is_in(phrase.begin, "article") and not phrase.links
    alone = phrase.end - phrase.begin <= _LONGEST_PLAIN and phrase.begin + 1 not in reading.known
    plural = not nominal.bare or reading.lexicon.may_be_plural(last.lower)
    return named and alone and plural and phrase.end > phrase.begin + 1
