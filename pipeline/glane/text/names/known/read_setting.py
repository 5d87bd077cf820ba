"""Reading what in a document tells which countries it speaks of: their names, their bodies, adjectives and towns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from glane.text.names.known.matches import surface_at
from glane.text.names.known.namesakes import LONGEST_VAGUE
from glane.text.names.known.owners import owner_at
from glane.text.names.known.setting import Setting
from glane.text.names.known.spoken_of import adjectives_told, find_placed, is_placed_at_home
from glane.text.words import surface_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.knowledge import CountryMatch, EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base


def read_setting(
    document: Document,
    base: Base,
    found: Sequence[EntityMatch],
    country_matches: Sequence[CountryMatch],
    country_at: Mapping[int, str],
) -> Setting:
    """Count what tells which countries the document speaks of.

    Args:
        document: with its words and definitions.
        base: the knowledge base and the lexicon.
        found: names of the knowledge base.
        country_matches: names of countries.
        country_at: by the index of its first word, the id of each country that is named.
    """
    namesakes = base.namesakes
    named = _count_named(document, base, country_matches)
    bodies = _read_bodies(document, base, found, country_at)
    inside = {index for match in found for index in range(match.first, match.end)}
    adjectives = Counter(adjectives_told(document.words, inside, namesakes, base.lexicon))
    placed = "" if named else find_placed(document.words, adjectives, namesakes, base.lexicon)
    supposed = any(namesakes.is_supposed(match.rows[0]) for match in found if match.form == "name")
    doubted = bodies.plain > 0 or supposed
    home = doubted and (bodies.own or is_placed_at_home(document.words, namesakes, base.lexicon))
    return Setting(
        namesakes,
        named,
        bodies.told + adjectives,
        bodies.weak,
        bodies.sure,
        placed,
        plain=bodies.plain,
        spoken=named.keys() | adjectives.keys(),
        home=home,
    )


def _count_named(document: Document, base: Base, country_matches: Sequence[CountryMatch]) -> Counter[str]:
    """How often each country is named, with a territory the state that it belongs to."""
    firsts = {document.words[match.first].start for match in country_matches}
    explained = {given.short for given in document.definitions if given.long_start not in firsts}
    named: Counter[str] = Counter()
    for place in country_matches:
        if surface_of(document.words[place.first : place.end]) not in explained:
            named.update({place.row.id, place.row.sovereign or place.row.id})
            if _has_ruler(document, base, place.first):
                named[place.row.id] += 1
    return named


class _Bodies(NamedTuple):
    """What the bodies that a document names say of countries.

    Attributes:
        told: how often a body stands there that can be of no other country, or of another than its name says.
        weak: how often a body of a country is named that may be another's too.
        sure: those that are named, each as often as it is, but for acronyms and titles that may mean another one.
        own: whether an acronym supports that the text is of the default country.
        plain: how often a body of the default country is named by a name that any country's may have.
    """

    told: Counter[str]
    weak: Counter[str]
    sure: list[EntityRow]
    own: bool
    plain: int


def _read_bodies(
    document: Document, base: Base, found: Sequence[EntityMatch], country_at: Mapping[int, str]
) -> _Bodies:
    namesakes = base.namesakes
    told: Counter[str] = Counter()
    weak: Counter[str] = Counter()
    sure: list[EntityRow] = []
    own, plain = False, 0
    for match in found:
        row = match.rows[0]
        surface = surface_at(document, match)
        short = len(surface) <= LONGEST_VAGUE or namesakes.is_homely(row, surface)
        unsure = (match.form == "acronym" and short and row.country is not None) or namesakes.is_title(row)
        if len(match.rows) > 1:
            continue
        if not unsure:
            sure.append(row)
        if row.country is None:
            continue
        if unsure or namesakes.is_common(row):
            weak[row.country] += 1
            own = own or (namesakes.is_default(row.country) and not namesakes.is_common(row))
            behind = owner_at(document, base, match.end, country_at)
            told.update({behind} - {"", row.country})  # «la Cour des comptes du Bénin»
        elif not namesakes.is_abroad(row):
            told[row.country] += 1
            plain += namesakes.is_default(row.country) and match.form == "name" and namesakes.is_plain(row, surface)
    return _Bodies(told, weak, sure, own=own, plain=plain)


def _has_ruler(document: Document, base: Base, first: int) -> bool:
    """Whether a country is that of a ruler, which no other text speaks of so: «Nous, Grand-Duc de Luxembourg»."""
    lexicon = base.lexicon
    if first < 2 or document.words[first - 1].lower not in lexicon.words("of"):
        return False
    return document.words[first - 2].lower in lexicon.words("ruler")
