"""Names of undertakings that say what is done: «projet Appui aux filières», «initiative Alliance pour des lacs vivants»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.clauses import is_period
from glane.text.names.extent.nominal import read_nominal

if TYPE_CHECKING:
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal

_TAKEN = (("to", "to_noun"), ("against", "against_noun"), ("for", "for_noun"))
"""Classes of prepositions, and of the nouns that take them."""
_DETERMINERS = ("explaining", "possessive", "plural_indefinite")
_READ = frozenset({"noun", "organisation", "body", "acronym"})


def taken_end(reading: Reading, noun: int, limit: int) -> int:
    """Index behind what a capitalised noun takes with its preposition; the index behind the noun where there is nothing.

    Args:
        reading: the text.
        noun: index of the last capitalised word of a name so far.
        limit: index that the name does not reach beyond.
    """
    link = noun + 1
    if link + 1 >= limit or not reading.words[noun].is_capitalised:
        return link
    if not any(reading.is_in(link, preposition) and reading.is_in(noun, nouns) for preposition, nouns in _TAKEN):
        return link
    if is_period(reading, link + 1):
        return link  # «le programme Alliance pour la période 2020-2025»
    begin = link + 1 + any(reading.is_in(link + 1, name) for name in _DETERMINERS)
    nominal = read_nominal(reading, begin, limit)
    return link if nominal is None or _is_where(reading, link, begin, nominal) else nominal.end


def _is_where(reading: Reading, link: int, begin: int, nominal: Nominal) -> bool:
    """Whether a place follows «à», where the undertaking is, or what is no part of a title."""
    if nominal.kind not in _READ:
        return True
    if not reading.is_in(link, "to"):
        return False
    return nominal.proper and nominal.kind == "noun" and begin == link + 1 and not nominal.determiner


def inner_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind a common noun with a capital that «en» or «au» leads to: «l'association Femmes en Action»."""
    noun = position + 1
    if noun >= limit or not (reading.is_in(position, "in") or reading.is_in(position, "contracted")):
        return position
    word = reading.words[noun]
    if not reading.is_capitalised(noun, limit) or word.is_acronym or noun in reading.known:
        return position
    common = reading.is_in(noun, "title_noun") or reading.is_in(noun, "settled") or reading.lexicon.is_head(word.folded)
    return noun + 1 if common or reading.lexicon.has_field_ending(word.lower) else position


def opened_end(reading: Reading, position: int, limit: int, *, alone: bool) -> int:
    """Index behind a complement of what opens a title: «Nos quartiers d'été», and alone «Tous à vélo», «Tous en scène»."""
    if position + 1 >= limit:
        return position
    links = ("to_alone", "in") if alone else ("bare_of",)
    if not any(reading.is_in(position, name) for name in links) or reading.is_in(position + 1, "article"):
        return position
    nominal = read_nominal(reading, position + 1, limit)
    return position if nominal is None or nominal.proper else position + 2


def behind_possessive(reading: Reading, position: int, limit: int) -> int:
    """Index behind a preposition and a possessive that follow what opens a title: «Ensemble pour nos forêts»."""
    if position + 2 < limit and (reading.is_in(position, "for") or reading.is_in(position, "against")):
        position += 1
    return position + (position + 1 < limit and reading.is_in(position, "possessive"))
