"""Candidates made of what the sources of names find, and what the grammar has to know of them."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, GUESS, KNOWN, TRUSTED, Candidate
from glane.text.forms import fold
from glane.text.names.parts import TERRITORY, Known
from glane.text.words import is_hyphen, surface_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from glane.components.state import State
    from glane.rules.knowledge import EntityRow
    from glane.text.acronyms.find import Definition
    from glane.text.knowledge import CountryMatch, EntityMatch
    from glane.text.names.defined.established import Established
    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_FEWEST = 2
"""Words that a title has at least."""
_CLOSING = '.,;:!?)»”"'
"""What may close a sentence right behind an address."""

_ALIKE = 0.6
"""Share of the content words that two spellings of one name have in common."""


def agrees(definition: Definition, rows: Iterable[EntityRow], lexicon: NameLexicon) -> bool:
    """Whether a definition's long form is a name of an entity with that acronym, or spells one a little otherwise.

    Two that have but «agence nationale» in common are not alike; nor, where the letters stand in order, two
    with one word of several, as «office municipal de tourisme» and «ONU Tourisme».
    """
    given = _content_words(definition.long)
    in_order = not definition.rule.endswith("order")
    own = {word for word in given if not lexicon.is_head(word) and word not in lexicon.words("level")}
    for name in (_content_words(name) for row in rows for name in (row.name, *row.aliases)):
        shared = given & name
        if not shared or len(shared) < _ALIKE * min(len(given), len(name)):
            continue
        if len(shared) == 1 and shared < given and in_order:
            continue
        if shared in (given, name) or shared & own:
            return True
    return False


def _content_words(name: str) -> frozenset[str]:
    """The words of a name that tell, without the plurals that spellings of it differ in («Géologique et Minière»)."""
    words = (part for word in fold(name).replace("'", " ").split() for part in word.split("-"))
    return frozenset(word.rstrip("s") for word in words if len(word) > 3)


def is_in_address(
    text: str, candidate: Candidate, addresses: list[tuple[int, int]], known: AbstractSet[tuple[int, int]]
) -> bool:
    """Whether a candidate stands in one of some addresses, which are in order, and is not a known name that fills it.

    Nor one that ends in such a name, of those in ``known``: «le programme velmora.gouv.fr».
    """
    index = bisect_right(addresses, (candidate.end, 0)) - 1
    if index < 0 or addresses[index][1] <= candidate.start:
        return False
    start, end = addresses[index]
    if candidate.start < start and (start, candidate.end) in known:
        return bool(text[candidate.end : end].strip(_CLOSING))
    return not (candidate.is_known and candidate.start == start and not text[candidate.end : end].strip(_CLOSING))


def known_words(state: State, entities: Iterable[EntityMatch], countries: Iterable[CountryMatch]) -> dict[int, Known]:
    """What the grammar has to know of the words: entities, countries, and what ends a name: dates, its own acronym."""
    known = {m.first: Known(m.end, "country", TERRITORY if m.row.sovereign else "") for m in countries}
    known.update({m.first: Known(m.end, m.rows[0].kind, m.rows[0].subtype) for m in entities})
    for date in state.dates:
        index = bisect_right(state.words, date.start, key=attrgetter("end"))
        while index < len(state.words) and state.words[index].start < date.end:
            known[index] = Known(index + 1, "blocked")
            index += 1
    for definition in state.definitions:
        if definition.short_start - definition.long_end == 1:  # «Plan national d'irrigation PNI»
            index = bisect_right(state.words, definition.short_start, key=attrgetter("end"))
            known[index] = Known(index + 1, "blocked")
    return known


def from_knowledge(state: State, match: EntityMatch, evidence: AbstractSet[str]) -> Candidate:
    """The candidate that a name of the knowledge base makes; ``evidence`` are ids of entities whose full name stands."""
    # Of entities that share an acronym, the one whose full name the document gives.
    row = next((row for row in match.rows if row.id in evidence), match.rows[0])
    return Candidate(
        state.words[match.first].start,
        state.words[match.end - 1].end,
        row.kind,
        f"{KNOWN}{row.id}",
        subtype=row.subtype,
        entities=() if match.plain else match.rows,
        key=match.plain,
        name=surface_of(state.words[match.first : match.end]) if match.plain else "",
    )


def from_grammar(state: State, match: NameMatch) -> Candidate:
    """The candidate that a name of the grammar makes."""
    # What is not recorded keeps guesses out of its place; a name that is sure of itself may stand inside.
    tier = GUESS if match.strength == "unrecorded" else TRUSTED
    return Candidate(
        state.words[match.first].start,
        state.words[match.end - 1].end,
        match.head.kind,
        match.head.id,
        tier=tier,
        subtype=match.head.subtype,
    )


def from_definition(item: Established) -> Iterable[Candidate]:
    """The candidates of both sides of a definition."""
    definition = item.definition
    for start, end in (
        (definition.long_start, definition.long_end),
        (definition.short_start, definition.short_end),
    ):
        yield Candidate(
            start,
            end,
            item.kind,
            definition.rule,
            subtype=item.subtype,
            entities=item.entities,
            key=fold(definition.long),
        )


def is_open_title(definition: Definition, lexicon: NameLexicon) -> bool:
    """Whether a long form is written as a title, and no noun says what it names: its acronym's use has to tell.

    «Système National d'Observation des Crues (SNOC)».
    """
    words = [word for word in definition.long.replace("'", "' ").split() if not lexicon.is_function(word.lower())]
    if len(words) < _FEWEST or not all(word[0].isupper() for word in words[:_FEWEST]):
        return False
    first = fold(words[0])
    link = next((index for index, word in enumerate(words) if word in lexicon.words("foreign_connector")), len(words))
    if words[link - 1].lower() in lexicon.words("foreign_thing"):
        return False  # «Marine Dumping Act of 1972 (MDA)»
    return not (lexicon.is_head(first) or lexicon.is_other(first) or words[0].lower() in lexicon.words("document"))


def from_open_titles(
    definitions: Iterable[Definition],
    found: Sequence[Candidate],
    text: str,
    lexicon: NameLexicon,
    called: Mapping[str, Candidate],
) -> Iterator[Candidate]:
    """The candidates of both sides of definitions whose acronym the document uses as a body's or an undertaking's name.

    Or, in ``called``, that it sets against the noun of one: «l'expédition NWE», for «Northern Walk Expedition (NWE)».
    """
    used = {text[c.start : c.end]: c for c in found if c.rule.startswith(("context:", "acronym:recurrent"))}
    used = {**used, **called}
    for definition in definitions:
        model = used.get(definition.short)
        if model is None or not is_open_title(definition, lexicon):
            continue
        key = fold(definition.long)
        for start, end in (
            (definition.long_start, definition.long_end),
            (definition.short_start, definition.short_end),
        ):
            yield Candidate(start, end, model.kind, model.rule, tier=EVIDENCE, subtype=model.subtype, key=key)


def is_shouted(state: State, words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a name is all in capitals, or a guess in a line of capitals: there, only what is sure is to be trusted."""
    span = words[match.first : match.end]
    if all(word.text.isupper() for word in span if word.is_word):
        coded = match.head.is_one_of(lexicon.words("coded_head"))  # «le RHU TRUE»
        return state.is_shouted(span[0].start) if coded else len(span) > 1
    return match.strength != "name" and state.is_shouted(span[0].start)


def as_heading(state: State, words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> NameMatch:
    """Make a name of a body that is a line in capitals, up to a mark, with all of a place that a hyphen joins.

    A ministry, or a body named after its place: «MINISTÈRE DES CARRIÈRES ET DES CANAUX», «PRÉFECTURE DU CANTAL».
    """
    if not state.is_shouted(words[match.first].start):
        return match
    end = match.end
    while is_hyphen(words, end):
        end += 2
    match = match._replace(end=end)
    opens = match.first == 0 or words[match.first - 1].is_break
    told = _is_told_ministry(words, match) or _is_placed(words, match, lexicon)
    if not (opens and told and match.is_read):
        return match
    fills = match.end == len(words) or words[match.end].is_break
    return match._replace(strength="name") if fills else match


def _is_told_ministry(words: Sequence[Word], match: NameMatch) -> bool:
    ministry = match.head.subtype == "ministry" and match.end > match.head_end + 1
    return ministry and not match.head.is_plural(words[match.first].lower)


def _is_placed(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a body of a kind that is named after its place has one behind it: «GRAND PORT MARITIME DU HAVRE»."""
    kind = lexicon.phrase_end(words, match.first, "placed_heading")
    return 0 < kind < match.end - 1 and words[kind].lower in lexicon.words("of")


def is_post(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a head has but a post behind it, in English: «Awa Diop, Programme Officer»."""
    return match.end == match.head_end + 1 and words[match.head_end].lower in lexicon.words("foreign_post")
