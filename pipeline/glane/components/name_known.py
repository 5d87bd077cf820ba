"""What the knowledge base has of a document's names: found, told from what is written alike, and given their entities."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.components.name_backing import is_backed, is_term
from glane.components.name_candidates import agrees
from glane.components.name_left_out import leave_out, named_in_full, surface_at, without_others
from glane.components.name_owners import is_anothers
from glane.text.forms import fold
from glane.text.names.defined.closings import before_apposition
from glane.text.names.known.listed import find_bracketed_things
from glane.text.names.known.namesakes import LONGEST_VAGUE
from glane.text.names.known.setting import Setting
from glane.text.names.known.spoken_of import adjectives_told, find_placed
from glane.text.names.unheaded.datelines import find_datelines
from glane.text.words import ending_at, surface_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glane.components.state import Resources, State
    from glane.rules.knowledge import EntityRow
    from glane.text.acronyms.find import Definition
    from glane.text.knowledge import CountryMatch, EntityMatch

_LOCAL = frozenset({"school", "university"})
"""Subtypes of bodies that are in one town, by which others of their kind are told from them."""
_NEWS = "media"
_RULING = frozenset({"local", "government"})
"""Subtypes of bodies whose country a body of theirs is of."""


def find_known(state: State, resources: Resources, countries: Sequence[CountryMatch]) -> list[EntityMatch]:
    """Find the names of the knowledge base with the entities that they mean here.

    It fills ``frail``, ``bound`` and ``unknown`` of the document, and leaves out definitions that the knowledge base refutes.

    Args:
        state: of the document, with its words and definitions.
        resources: the knowledge base and the lexicon.
        countries: names of countries in it.

    Returns:
        The matches, some of them ``plain``.
    """
    state.definitions = [before_apposition(given, state.words, resources.lexicon) for given in state.definitions]
    state.definitions = without_others(state, resources)
    starts = {match.first: match.row.sovereign or match.row.id for match in countries}
    lands = {(match.first, match.end) for match in countries}  # «Confédération suisse»
    found = [
        match
        for match in _find_names(state, resources)
        if (match.first, match.end) not in lands and is_backed(match, state, starts, resources.lexicon)
    ]
    found = leave_out(state, resources, list(_as_agencies(state, resources, found)))
    frail = _find_frail(state, resources, found)
    state.frail = {match.first for match in frail}
    out = {match.first for match in frail if _is_foreign(state, match)} | _find_bracketed(state, resources, found)
    found = [match for match in found if match.first not in out]
    setting = _read_setting(state, resources, found, countries, starts)
    found = [match._replace(rows=setting.rank(match.rows)) if len(match.rows) > 1 else match for match in found]
    state.bound = dict(_bind_pairs(state, resources, setting, found, starts))
    pairs = [given for given in state.definitions if (given.short, given.long) in state.bound]
    longs = {(given.long_start, given.long_end): given for given in pairs}
    shorts = {given.short: given for given in reversed(pairs)}
    bodies = {match.first: match.rows[0].id for match in found}
    settled: list[EntityMatch] = []
    full: dict[str, tuple[str, EntityRow]] = {}
    for match in found:
        surface, span = surface_at(state, match), (state.words[match.first].start, state.words[match.end - 1].end)
        given = shorts.get(surface) if match.form == "acronym" else longs.get(span)
        if given is not None:
            settled.append(_meant(match, state.bound[given.short, given.long], fold(given.long)))
            continue
        behind = _owner_at(state, resources, match.end, starts) or _told_behind(state, resources, match)
        owner = resources.knowledge.by_id.get(_owner_at(state, resources, match.end, bodies))
        if owner is not None and owner.subtype in _RULING:
            behind = behind or owner.country or ""
        row = setting.settle(
            match.rows[0],
            surface,
            acronym=match.form == "acronym",
            country=behind,
            parent=owner.id if owner is not None else "",
            placed=owner is None
            and not behind
            and (_is_placed(state, resources, match.end) or _is_beside_others(state, resources, match, bodies)),
        )
        if match.form == "name":
            row = _last_named(surface, row, full, setting)
        if owner is not None and row is not None and is_anothers(match, row, owner, resources):
            # Its owner stands in front, as what begins as a longer name does may be short for that.
            settled.append(_meant(match, None, fold(f"{owner.id} {surface}")))
            continue
        settled.append(match if row is match.rows[0] else _meant(match, row, fold(f"{surface} {behind}").strip()))
    state.unknown = {match.plain for match in settled if match.plain}
    return settled


def _find_names(state: State, resources: Resources) -> Iterator[EntityMatch]:
    """Find names, but for acronyms to which the document gives another meaning."""
    knowledge, lexicon = resources.knowledge, resources.lexicon
    defined = {
        definition.short
        for definition in state.definitions
        if not agrees(definition, knowledge.by_acronym.get(definition.short, ()), lexicon)
    }
    for match in knowledge.find_entities(state.words):
        if match.form == "acronym" and (surface_at(state, match) in defined or is_term(state, match, lexicon)):
            continue
        yield match


def _as_agencies(state: State, resources: Resources, found: Sequence[EntityMatch]) -> Iterator[EntityMatch]:
    """Take the acronyms of datelines for news agencies, of their town's country, wherever they stand: «Alger (APS) – ».

    Those that no agency has are other bodies' («Dakar (BCEAO) – »), but never undertakings'.
    """
    towns = {state.words[index].text: country for index, country in find_datelines(state.words, resources.lexicon)}
    for match in found:
        country = towns.get(surface_at(state, match)) if match.form == "acronym" else None
        if country is None:
            yield match
            continue
        bodies = tuple(row for row in match.rows if row.kind == "organisation")
        news = tuple(row for row in bodies if row.subtype == _NEWS and (not country or row.country == country))
        if bodies:
            yield match._replace(rows=news or bodies)


def _find_frail(state: State, resources: Resources, found: Sequence[EntityMatch]) -> list[EntityMatch]:
    """Find the short acronyms that never have an article in the document, which does not name their bodies in full."""
    short = [match for match in found if match.form == "acronym" and len(surface_at(state, match)) <= LONGEST_VAGUE]
    named = named_in_full(found)
    named |= {row.id for given in state.definitions for row in resources.knowledge.by_acronym.get(given.short, ())}
    articles = resources.lexicon.words("one_definite")
    used = {
        surface_at(state, match) for match in short if match.first and state.words[match.first - 1].lower in articles
    }
    return [
        match
        for match in short
        if surface_at(state, match) not in used and not any(row.id in named for row in match.rows)
    ]


def _find_bracketed(state: State, resources: Resources, found: Sequence[EntityMatch]) -> set[int]:
    """The indices of acronyms that stand in a list of things, and where else they stand if they never have an article."""
    known = {match.first: match.first in state.frail for match in found if match.form == "acronym"}
    defined = {given.short for given in state.definitions}
    things = find_bracketed_things(state.words, known, defined, resources.lexicon)
    surfaces = {state.words[index].text for index in things if index in state.frail}
    return {*things, *(index for index in state.frail if state.words[index].text in surfaces)}


def _is_foreign(state: State, match: EntityMatch) -> bool:
    """Whether an acronym is one of another language: not the first of an entity («EPO»)."""
    return all(surface_at(state, match) in row.acronyms[1:] for row in match.rows)


def _read_setting(
    state: State,
    resources: Resources,
    found: Sequence[EntityMatch],
    countries: Sequence[CountryMatch],
    starts: Mapping[int, str],
) -> Setting:
    """Count what tells which countries the document speaks of."""
    namesakes = resources.namesakes
    firsts = {state.words[match.first].start for match in countries}
    explained = {given.short for given in state.definitions if given.long_start not in firsts}
    named: Counter[str] = Counter()
    for place in countries:
        if surface_of(state.words[place.first : place.end]) not in explained:
            named.update({place.row.id, place.row.sovereign or place.row.id})
            if _has_ruler(state, resources, place.first):
                named[place.row.id] += 1
    told: Counter[str] = Counter()
    weak: Counter[str] = Counter()
    bodies: list[EntityRow] = []
    inside: set[int] = set()
    for match in found:
        inside.update(range(match.first, match.end))
        row = match.rows[0]
        surface = surface_at(state, match)
        short = len(surface) <= LONGEST_VAGUE or namesakes.is_homely(row, surface)
        unsure = (match.form == "acronym" and short and row.country is not None) or namesakes.is_title(row)
        if len(match.rows) > 1:
            continue
        if not unsure:
            bodies.append(row)
        if row.country is None:
            continue
        if unsure or namesakes.is_common(row):
            weak[row.country] += 1
            behind = _owner_at(state, resources, match.end, starts)
            told.update({behind} - {"", row.country})  # «la Cour des comptes du Bénin»
        elif not namesakes.is_abroad(row):
            told[row.country] += 1
    adjectives = Counter(adjectives_told(state.words, inside, namesakes, resources.lexicon))
    told += adjectives
    placed = "" if named else find_placed(state.words, adjectives, namesakes, resources.lexicon)
    return Setting(namesakes, named, told, weak, bodies, placed)


def _has_ruler(state: State, resources: Resources, first: int) -> bool:
    """Whether a country is that of a ruler, which no other text speaks of so: «Nous, Grand-Duc de Luxembourg»."""
    lexicon = resources.lexicon
    if first < 2 or state.words[first - 1].lower not in lexicon.words("of"):
        return False
    return state.words[first - 2].lower in lexicon.words("ruler")


def _bind_pairs(
    state: State, resources: Resources, setting: Setting, found: Sequence[EntityMatch], countries: Mapping[int, str]
) -> Iterator[tuple[tuple[str, str], EntityRow | None]]:
    """Say which entity both halves of a definition mean, by the two; ``None``: none that is known."""
    by_start = {state.words[match.first].start: match for match in found if match.form == "name"}
    for given in state.definitions:
        match = by_start.get(given.long_start)
        named = match.rows if match is not None and state.words[match.end - 1].end == given.long_end else ()
        spelt = resources.knowledge.by_acronym.get(given.short, [])
        if given.alias or not (named or spelt):
            continue
        behind = _country_behind(state, resources, given, countries)
        both = next((row for row in named if row in spelt), None)
        if both is None:
            # «fonds exceptionnel d'investissement (FEI)», a programme: not the bank whose acronym that is
            kinds = {row.kind for row in named or spelt}
            alike = (row for row in spelt if row.kind in kinds and agrees(given, [row], resources.lexicon))
            both = next((row for row in alike if setting.speaks_of(row)), None)
        if both is not None:
            settled = setting.settle(both, given.short, acronym=True, country=behind)
            yield (given.short, given.long), settled or next((row for row in named if row.country is None), None)
        elif named:
            own = setting.speaks_of(named[0])
            settled = setting.settle(named[0], given.long, country=behind) if own else None
            yield (given.short, given.long), settled


def _country_behind(state: State, resources: Resources, given: Definition, countries: Mapping[int, str]) -> str:
    """The country that «de» and perhaps an article lead to behind the bracket of a definition."""
    last = ending_at(state.words, max(given.short_end, given.long_end))
    if last is None or last + 1 >= len(state.words) or state.words[last + 1].text != ")":
        return ""
    return _owner_at(state, resources, last + 2, countries)


def _owner_at(state: State, resources: Resources, index: int, owners: Mapping[int, str]) -> str:
    """The country or the body, by the indices of their first words, that «de» at a word and perhaps an article lead to."""
    if index >= len(state.words) or state.words[index].lower not in resources.lexicon.words("of"):
        return ""
    return owners.get(index + 1) or owners.get(index + 2) or ""


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


def _is_placed(state: State, resources: Resources, index: int) -> bool:
    """Whether «de» and a proper name stand at a word: «l'ASC de Diadiem»."""
    if index + 1 >= len(state.words) or state.words[index].lower not in resources.lexicon.words("bare_of"):
        return False
    name = state.words[index + 1]
    return name.is_word and name.is_capitalised and not name.is_acronym and not resources.lexicon.is_head(name.folded)


def _told_behind(state: State, resources: Resources, match: EntityMatch) -> str:
    """The country that an adjective behind a name tells: «l'ANSSI tunisienne»; else that of the town."""
    word = state.words[match.end] if match.end < len(state.words) else None
    country = resources.namesakes.adjectives.get(word.folded) if word is not None and word.text.islower() else None
    return country or _town_behind(state, resources, match)


def _town_behind(state: State, resources: Resources, match: EntityMatch) -> str:
    """The country of the town whose school an acronym means: «l'ENSAE de Dakar»; one has the same all over its country."""
    index, lexicon = match.end, resources.lexicon
    if match.form != "acronym" or match.rows[0].subtype not in _LOCAL or index + 1 >= len(state.words):
        return ""
    town = state.words[index + 1]
    placed = state.words[index].lower in lexicon.words("bare_of") and town.is_capitalised
    return lexicon.towns.get(town.lower, "") if placed else ""


def _is_beside_others(state: State, resources: Resources, match: EntityMatch, bodies: Mapping[int, str]) -> bool:
    """Whether a conjunction joins an acronym to a body of another country: «l'UCB et l'ULPGL de Bukavu»."""
    lexicon, country = resources.lexicon, match.rows[0].country
    if match.form != "acronym" or country is None:
        return False
    for step, index in ((1, match.end), (-1, match.first - 1)):
        if not 0 <= index < len(state.words):
            continue
        if step < 0 and state.words[index].lower in lexicon.words("article"):
            index += step
        if state.words[index].lower not in lexicon.words("and"):
            continue
        other = next((bodies[near] for near in (index + step, index + 2 * step) if near in bodies), "")
        row = resources.knowledge.by_id.get(other)
        if row is not None and row.country not in {None, country}:
            return True
    return False


def _meant(match: EntityMatch, row: EntityRow | None, key: str) -> EntityMatch:
    return match._replace(plain=key) if row is None else match._replace(rows=(row,))
