"""Which of several namesakes a name is, by what stands behind it and what the document speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.names.known.matches import surface_at
from glane.text.names.known.owners import is_anothers, owner_at
from glane.text.names.known.ruled import ruler_before

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.knowledge import EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base
    from glane.text.names.known.setting import Setting

_LOCAL = frozenset({"school", "university"})
"""Subtypes of bodies that are in one town, by which others of their kind are told from them."""
_PARTY = "party"
_FEWEST = 3
"""Words of a name that is told without its level: «Autorité de la concurrence»."""
_RULING = frozenset({"local", "government"})
"""Subtypes of bodies whose country a body of theirs is of."""


def settle(
    document: Document,
    base: Base,
    setting: Setting,
    found: Sequence[EntityMatch],
    bound: Mapping[tuple[str, str], EntityRow | None],
    country_at: Mapping[int, str],
) -> list[EntityMatch]:
    """Give each name of the knowledge base the one entity that it means, or say what else it is known by.

    Args:
        document: with its words and definitions.
        base: the knowledge base and the lexicon.
        setting: which countries and bodies the document speaks of.
        found: the names, the likeliest of their entities first.
        bound: the entities of the pairs that the document defines.
        country_at: by the index of its first word, each country that is named.

    Returns:
        The names with one entity each, those of other bodies ``plain``.
    """
    pairs = [given for given in document.definitions if (given.short, given.long) in bound]
    longs = {(given.long_start, given.long_end): given for given in pairs}
    shorts = {given.short: given for given in reversed(pairs)}
    bodies = {match.first: match.rows[0].id for match in found}
    settled: list[EntityMatch] = []
    full: dict[str, tuple[str, EntityRow]] = {}
    levelled = _read_levels(document, base, found)
    for match in found:
        surface = surface_at(document, match)
        span = document.words[match.first].start, document.words[match.end - 1].end
        given = shorts.get(surface) if match.form == "acronym" else longs.get(span)
        if given is not None:
            settled.append(_meant(match, bound[given.short, given.long], fold(given.long)))
            continue
        national = levelled.get(fold(surface)) if levelled and match.form == "name" else None
        if national is not None and base.namesakes.is_default(match.rows[0].country or ""):
            settled.append(_meant(match, national, ""))
            continue
        longer = _with_people(document, base, match)
        if longer is not None:
            settled.append(longer)
            continue
        behind = owner_at(document, base, match.end, country_at) or _told_behind(document, base, match)
        owner = base.knowledge.by_id.get(owner_at(document, base, match.end, bodies))
        if owner is not None and owner.subtype in _RULING:
            behind = behind or owner.country or ""
        if owner is None:
            behind = behind or ruler_before(document, base, match)
        row = setting.settle(
            match.rows[0],
            surface,
            acronym=match.form == "acronym",
            country=behind,
            parent=owner.id if owner is not None else "",
            placed=owner is None
            and not behind
            and (_is_placed(document, base, match.end) or _is_beside_others(document, base, match, bodies)),
        )
        if match.form == "name":
            row = _last_named(surface, row, full, setting)
        if owner is not None and row is not None and is_anothers(match, row, owner, base):
            # Its owner stands in front, as what begins as a longer name does may be short for that.
            settled.append(_meant(match, None, fold(f"{owner.id} {surface}")))
            continue
        settled.append(match if row is match.rows[0] else _meant(match, row, fold(f"{surface} {behind}").strip()))
    return settled


def _read_levels(document: Document, base: Base, found: Sequence[EntityMatch]) -> dict[str, EntityRow]:
    """The bodies that are not the default country's and have a level in their names, by what these are without it.

    «l'autorité de la concurrence» is «l'Autorité nationale de la concurrence», if the text has that.
    """
    levels, levelled = base.lexicon.words("level"), {}
    for match in found:
        row = match.rows[0]
        if match.form != "name" or base.namesakes.is_default(row.country or ""):
            continue
        words = surface_at(document, match).split()
        own = [word for word in words if word.lower() not in levels]
        if _FEWEST <= len(own) < len(words):
            levelled[fold(" ".join(own))] = row
    return levelled


def _with_people(document: Document, base: Base, match: EntityMatch) -> EntityMatch | None:
    """A party's name with the people or region whose it is, if that is another one: «parti socialiste flamand».

    One that the knowledge base has of that country is meant by itself.
    """
    word = document.words[match.end] if match.end < len(document.words) else None
    row = match.rows[0]
    if word is None or row.subtype != _PARTY or match.form != "name" or not word.text.islower():
        return None
    country = base.namesakes.adjectives.get(word.folded)
    regional = word.folded not in base.lexicon.country_adjectives
    if country is None or (not regional and country in {row.country, ""}):
        return None
    if not regional and base.namesakes.of_country(row, country) is not None:
        return None
    longer = match._replace(end=match.end + 1)
    return _meant(longer, None, fold(surface_at(document, longer)))


def _last_named(
    surface: str, row: EntityRow | None, full: dict[str, tuple[str, EntityRow]], setting: Setting
) -> EntityRow | None:
    """Take a name for the short one of the last full name that begins so: «Assemblée nationale», of Quebec; note it in ``full``.

    Where the document speaks of the country whose body the name is by itself, it stays that.
    """
    name = fold(surface)
    opening = " ".join(name.split()[:2])
    longer, last = full.get(opening, ("", None))
    if last is not None and row is not None and longer.startswith(f"{name} ") and not setting.names(row.country):
        return last if last.country != row.country and last.subtype == row.subtype else row
    if row is not None:
        full[opening] = name, row
    return row


def _is_placed(document: Document, base: Base, index: int) -> bool:
    """Whether «de» and a proper name stand at a word: «l'ASC de Diadiem»."""
    if index + 1 >= len(document.words) or document.words[index].lower not in base.lexicon.words("bare_of"):
        return False
    name = document.words[index + 1]
    return name.is_word and name.is_capitalised and not name.is_acronym and not base.lexicon.is_head(name.folded)


def _told_behind(document: Document, base: Base, match: EntityMatch) -> str:
    """The country that an adjective behind a name tells: «l'ANSSI tunisienne»; else that of the town."""
    word = document.words[match.end] if match.end < len(document.words) else None
    country = base.namesakes.adjectives.get(word.folded) if word is not None and word.text.islower() else None
    return country or _town_behind(document, base, match)


def _town_behind(document: Document, base: Base, match: EntityMatch) -> str:
    """The country of the town whose school an acronym means: «l'ENSAE de Dakar»; one has the same all over its country."""
    index, lexicon = match.end, base.lexicon
    if match.form != "acronym" or match.rows[0].subtype not in _LOCAL or index + 1 >= len(document.words):
        return ""
    town = document.words[index + 1]
    placed = document.words[index].lower in lexicon.words("bare_of") and town.is_capitalised
    return lexicon.towns.get(town.lower, "") if placed else ""


def _is_beside_others(document: Document, base: Base, match: EntityMatch, bodies: Mapping[int, str]) -> bool:
    """Whether a conjunction joins an acronym to a body of another country: «l'UCB et l'ULPGL de Bukavu»."""
    lexicon, country = base.lexicon, match.rows[0].country
    if match.form != "acronym" or country is None:
        return False
    for step, index in ((1, match.end), (-1, match.first - 1)):
        if not 0 <= index < len(document.words):
            continue
        if step < 0 and document.words[index].lower in lexicon.words("article"):
            index += step
        if document.words[index].lower not in lexicon.words("and"):
            continue
        other = next((bodies[near] for near in (index + step, index + 2 * step) if near in bodies), "")
        row = base.knowledge.by_id.get(other)
        if row is not None and row.country not in {None, country}:
            return True
    return False


def _meant(match: EntityMatch, row: EntityRow | None, key: str) -> EntityMatch:
    return match._replace(plain=key) if row is None else match._replace(rows=(row,))
