"""Who has the post that stands before a body, named right behind it: «la présidente de la Commission européenne Ida Kelm»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.runs import linked_end, opens_person, read_run

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal, Phrase


def names_holder(reading: Reading, phrase: Phrase, head: HeadRow, position: int, limit: int) -> bool:
    """Whether a person stands at a word, behind a body with a post before it.

    The body is known, or its head is never named after a person («conseil régional», but «lycée Jean Moulin»).
    """
    if head.kind != "organisation" or not phrase.led:
        return False
    seated = head.is_one_of(reading.lexicon.words("seated_head"))
    if not seated and (position != phrase.whole or head.is_one_of(reading.lexicon.words("eponymous"))):
        return False
    return opens_person(reading, position, limit) or _has_two_names(reading, position, limit)


def eponym_end(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal, limit: int) -> int:
    """Index behind the person after whom a body with a field is named: «Institut de cardiologie Jean Morel».

    Whoever is named behind a post is its holder («le directeur de l'Institut de cardiologie Jean Morel»).
    """
    position = phrase.end
    if (
        not phrase.capital
        or phrase.led
        or phrase.complements != 1
        or head.is_plural(reading.words[phrase.begin - 1].lower)
    ):
        return position
    field = nominal.kind == "noun" and nominal.bare and nominal.length == 1
    if (
        not field
        or not head.is_one_of(reading.lexicon.words("named_after"))
        or not opens_person(reading, position, limit)
    ):
        return position
    noun = reading.words[position - 1]
    if not reading.lexicon.has_field_ending(noun.lower) or reading.words[position].start - noun.end != 1:
        return position
    return read_run(reading, position, limit)


def is_bearer(reading: Reading, head: HeadRow, position: int, limit: int) -> bool:
    """Whether who has a post in a body without a name of its own is named behind it: «à la Primature Amadou Sow»."""
    if not head.is_one_of(reading.lexicon.words("unnamed_head")) or position in reading.known:
        return False
    return opens_person(reading, position, limit) or _has_two_names(reading, position, limit)


def _has_two_names(reading: Reading, position: int, limit: int) -> bool:
    """Whether a given name that no list has and a surname may stand at a word: «Loïg Kermo», «Ursa von der Lane»."""
    surname = position + 1
    if not _may_be_given(reading, position, limit) or surname >= limit or surname in reading.known:
        return False
    if reading.is_in(surname, "foreign_connector"):
        return linked_end(reading, surname, limit) > surname
    word = reading.words[surname]
    if not reading.is_capitalised(surname, limit) or word.start - reading.words[position].end != 1:
        return False
    adjective = reading.is_in(surname, "short_adjective") or reading.lexicon.has_adjective_ending(word.lower)
    return not (adjective or reading.lexicon.is_head(word.folded))


def _may_be_given(reading: Reading, position: int, limit: int) -> bool:
    """Whether a capitalised word is no place, noun or adjective that the tables know, nor a plural."""
    word = reading.words[position]
    if not reading.is_capitalised(position, limit) or word.is_acronym or position in reading.known:
        return False
    if (
        reading.lexicon.is_function(word.lower)
        or reading.lexicon.is_head(word.folded)
        or reading.lexicon.may_be_plural(word.lower)
    ):
        return False
    classes = ("front_adjective", "known_city", "title_noun", "geo", "level", "region_adjective")
    return not (any(reading.is_in(position, name) for name in classes) or reading.lexicon.is_portfolio(word.lower))
