"""`glane_names`: candidates for organisations, programmes and countries, from every source of evidence."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from spacy.language import Language

from glane.components.state import Resources, State, resources_for, state_of
from glane.text.candidate import GUESS, Candidate
from glane.text.definitions import Established, classify_definitions
from glane.text.name_parts import Known
from glane.text.name_variants import (
    find_addresses,
    find_branches,
    find_companies,
    find_country_names,
    find_editions,
    find_foreign_names,
    find_portfolios,
    find_recurrent_acronyms,
    is_elsewhere,
)
from glane.text.names import NameMatch, find_names, opens_sentence
from glane.text.recurrence import find_generics, find_recurrences, is_common
from glane.text.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc

    from glane.rules.knowledge import EntityRow
    from glane.text.acronyms import Definition
    from glane.text.knowledge import EntityMatch
    from glane.text.name_lexicon import NameLexicon
    from glane.text.words import Word

NER_LABEL = "ORG"


class Names:
    """Gathers candidates; `glane_mentions` decides between them."""

    def __init__(self, resources: Resources, sources: Iterable[str]) -> None:
        """Take knowledge base and grammar; ``sources`` says which evidence is used."""
        self._resources = resources
        self._sources = frozenset(sources)

    def __call__(self, doc: Doc) -> Doc:
        """Add the candidates of the document."""
        state = state_of(doc)
        text = state.shadow.text
        places = _places(doc)
        known_entities = [
            match
            for match in self._known_entities(state)
            if not (match.caution in {"person", "place"} and state.words[match.first].start in places)
            and not (match.caution == "capitals" and _is_shouted(state, match.first))
        ]
        countries = list(self._resources.knowledge.find_countries(state.words))
        known = _known(state, known_entities, [(c.first, c.end) for c in countries])

        found: list[Candidate] = [self._from_knowledge(state, match) for match in known_entities]
        state.candidates += [
            Candidate(
                state.words[c.first].start,
                state.words[c.end - 1].end,
                "country",
                f"country:{c.row.id}",
                value=c.row,
            )
            for c in countries
            if (not c.row.ambiguous or _backed(doc, state, c.first, c.end))
            and not is_elsewhere(state.words, c.first, self._resources.lexicon)
        ]
        matches: list[NameMatch] = []
        if "grammar" in self._sources:
            matches = [
                match for match in find_names(state.words, self._resources.lexicon, known) if not _shouted(state, match)
            ]
            found += [_from_grammar(state, match) for match in matches if match.strength in {"name", "other"}]
            found += find_foreign_names(state.words, self._resources.lexicon)
            found += find_editions(state.words, found, state.dates)
            found += find_country_names(
                state.words, [(c.first, c.end) for c in countries], places, self._resources.lexicon
            )
            found += find_companies(state.words, self._resources.lexicon)
            found += find_recurrent_acronyms(
                state.words, self._resources.lexicon, {definition.short for definition in state.definitions}
            )
            found += find_portfolios(state.words, self._resources.lexicon, {c.start for c in found})
        established: list[Established] = []
        if "acronyms" in self._sources:
            established = classify_definitions(
                state.definitions,
                state.words,
                self._resources.lexicon,
                self._resources.knowledge,
                found,
                matches,
                self._resources.rules.acronyms.stops,
            )
            state.established = established
            found += [candidate for item in established for candidate in _from_definition(item)]
        if "document" in self._sources:
            found += find_recurrences(text, state.words, found, established, matches, self._resources.lexicon)
            found += find_generics(
                state.words,
                found,
                established,
                matches,
                self._resources.rules.generics,
                self._resources.knowledge,
                self._resources.lexicon,
            )
        found += list(find_branches(state.words, found, [(c.first, c.end) for c in countries], self._resources.lexicon))
        if "ner" in self._sources:
            guessed = _from_ner(doc, state, self._resources)
            found += guessed
            certain = [c for c in guessed if text[c.start : c.end].isupper()]
            found += find_recurrences(text, state.words, certain, [], [], self._resources.lexicon, tier=GUESS)
        addresses = list(find_addresses(state.words, self._resources.lexicon))
        state.candidates = [c for c in state.candidates if not _overlaps(c, addresses)]
        state.candidates += [c for c in found if not _overlaps(c, addresses)]
        return doc

    def _known_entities(self, state: State) -> Iterable[EntityMatch]:
        if "knowledge" not in self._sources:
            return
        knowledge = self._resources.knowledge
        defined = {
            definition.short
            for definition in state.definitions
            if not _agrees(definition, knowledge.by_acronym.get(definition.short, ()))
        }
        for match in self._resources.knowledge.find_entities(state.words):
            surface = state.shadow.text[state.words[match.first].start : state.words[match.end - 1].end]
            # What the document itself defines is what the document says it is.
            if match.form == "acronym" and surface in defined:
                continue
            plain = match.form == "acronym" and match.rows[0].kind == "programme"
            if not (plain and is_common(state.words, match.first, self._resources.lexicon)):
                yield match

    def _from_knowledge(self, state: State, match: EntityMatch) -> Candidate:
        row = match.rows[0]
        return Candidate(
            state.words[match.first].start,
            state.words[match.end - 1].end,
            row.kind,
            f"kb:{row.id}",
            subtype=row.subtype,
            entities=match.rows,
        )


def _agrees(definition: Definition, rows: Iterable[EntityRow]) -> bool:
    """Whether a definition's long form opens as the name of an entity with that acronym does: then it is that entity."""
    opening = fold(definition.long).split()[:1]
    return any(fold(name).split()[:1] == opening for row in rows for name in (row.name, *row.aliases))


def _overlaps(candidate: Candidate, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (candidate.end, 0)) - 1
    return index >= 0 and spans[index][1] > candidate.start


def _known(state: State, entities: Iterable[EntityMatch], countries: Iterable[tuple[int, int]]) -> dict[int, Known]:
    """What the grammar has to know of the words: entities, countries, and dates, which end a name."""
    known = {first: Known(end, "country") for first, end in countries}
    known.update({match.first: Known(match.end, match.rows[0].kind) for match in entities})
    spans = iter(state.dates)
    current = next(spans, None)
    for index, word in enumerate(state.words):
        while current is not None and current.end <= word.start:
            current = next(spans, None)
        if current is not None and current.start < word.end:
            known[index] = Known(index + 1, "blocked")
    return known


def _from_grammar(state: State, match: NameMatch) -> Candidate:
    return Candidate(
        state.words[match.first].start,
        state.words[match.end - 1].end,
        match.head.kind,
        match.head.id,
        subtype=match.head.subtype,
    )


def _from_definition(item: Established) -> Iterable[Candidate]:
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


def _from_ner(doc: Doc, state: State, resources: Resources) -> list[Candidate]:
    """Read the statistical model's organisations, cut to where a name can begin and end."""
    lexicon = resources.lexicon
    text = state.shadow.text
    starts = {word.start: index for index, word in enumerate(state.words)}
    stops = resources.rules.acronyms.stops
    found: list[Candidate] = []
    for span in doc.ents:
        if span.label_ != NER_LABEL:
            continue
        inside = [
            word
            for word in _words_between(state.words, starts, span.start_char, span.end_char)
            if word.start >= span.start_char and word.end <= span.end_char
        ]
        if _is_ner_name(inside := _trim(inside, lexicon), state, lexicon, stops):
            start, end = inside[0].start, inside[-1].end
            found.append(Candidate(start, end, "organisation", "ner:org", tier=GUESS, key=fold(text[start:end])))
    return found


def _trim(words: list[Word], lexicon: NameLexicon) -> list[Word]:
    """Cut at the first mark, then leave out function words at both ends."""
    while words and (lexicon.is_function(words[0].lower) or not words[0].is_word):
        words = words[1:]
    cut = next((i for i, word in enumerate(words) if not word.is_word and word.text not in "-&'./"), None)
    words = words[:cut]
    while words and (lexicon.is_function(words[-1].lower) or not words[-1].is_word):
        words = words[:-1]
    return words


def _is_ner_name(words: list[Word], state: State, lexicon: NameLexicon, stops: AbstractSet[str]) -> bool:
    """Whether what the model takes for an organisation can be one, by what is known of French texts."""
    if not words or not words[0].is_capitalised or words[-1].end - words[0].start < 2:
        return False
    if any(word.lower in lexicon.words("document") for word in (words[0], words[-1])):
        return False
    if any(a <= words[0].start < b for a, b in state.shouted):
        return False
    index = next(i for i, other in enumerate(state.words) if other.start == words[0].start)
    before = [word.lower for word in state.words[max(0, index - 3) : index]]
    titles = lexicon.words("title")
    if (
        lexicon.is_other(words[0].folded)
        or words[0].lower in titles
        or (titles & set(before) and before[-1] in lexicon.words("of") | lexicon.words("article"))
    ):
        return False
    opens = opens_sentence(state.words, index)
    if before and before[-1] in lexicon.words("product"):
        return False
    if len(words) > 1:
        judged = opens and lexicon.is_head(words[0].folded)
        return not judged and (not opens or any(word.is_capitalised for word in words[1:]))
    word = words[0]
    if word.text in stops or word.text.removesuffix("s") in stops or any(c.isdigit() for c in word.text):
        return False
    established = {item.definition.short for item in state.established}
    if word.text in {definition.short for definition in state.definitions} - established:
        return False
    if word.is_acronym:
        return index == 0 or not (state.words[index - 1].text.isupper() and len(state.words[index - 1].text) > 1)
    return word.pos in {"PROPN", "X"} and not opens


def _places(doc: Doc) -> frozenset[int]:
    """Offsets of the tokens that the model takes for places or persons."""
    return frozenset(token.idx for token in doc if token.ent_type_ in {"LOC", "PER"})


def _words_between(words: list[Word], starts: dict[int, int], start: int, end: int) -> list[Word]:
    index = next((starts[offset] for offset in range(start, end) if offset in starts), None)
    inside: list[Word] = []
    while index is not None and index < len(words) and words[index].start < end:
        inside.append(words[index])
        index += 1
    return inside


def _shouted(state: State, match: NameMatch) -> bool:
    """Whether a name stands in a line of capitals, where only the knowledge base is to be trusted."""
    if all(word.text.isupper() for word in state.words[match.first : match.end] if word.is_word):
        return match.end > match.first + 1
    return _is_shouted(state, match.first)


def _is_shouted(state: State, index: int) -> bool:
    start = state.words[index].start
    return any(a <= start < b for a, b in state.shouted)


def _backed(doc: Doc, state: State, first: int, end: int) -> bool:
    """Whether the model takes an ambiguous name for a place."""
    start, stop = state.words[first].start, state.words[end - 1].end
    return any(span.label_ == "LOC" and span.start_char <= start and stop <= span.end_char for span in doc.ents)


DEFAULT_SOURCES = ["knowledge", "grammar", "acronyms", "document", "ner"]


@Language.factory("glane_names", default_config={"packs": [], "sources": DEFAULT_SOURCES})
def make_names(nlp: Language, name: str, packs: list[str], sources: list[str]) -> Names:  # noqa: ARG001
    """Make the component.

    Args:
        nlp: the pipeline.
        name: of the component in it.
        packs: folders of rules laid over the built-in ones.
        sources: which evidence is used: ``knowledge``, ``grammar``, ``acronyms``, ``document``, ``ner``.
    """
    return Names(resources_for(packs), sources)
