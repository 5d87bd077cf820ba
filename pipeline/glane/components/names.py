"""`glane_names`: candidates for organisations, programmes and countries, from every source of evidence."""

from __future__ import annotations

from collections import deque
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from spacy.language import Language

from glane.components.annotator import Annotator
from glane.components.evidence import tag_foreseen
from glane.components.name_known import document_of, note_known
from glane.components.state import resources_for
from glane.text.candidate import GUESS
from glane.text.names.ballots import without_ballots
from glane.text.names.countries.find import find_countries, from_countries
from glane.text.names.defined.established import from_definition
from glane.text.names.defined.find import classify_definitions
from glane.text.names.defined.redefined import find_redefined
from glane.text.names.derived.authors import with_authors
from glane.text.names.derived.entries import find_entries
from glane.text.names.derived.find import find_derived
from glane.text.names.derived.generics import find_generics
from glane.text.names.derived.joined import find_cut
from glane.text.names.derived.overread import without_overread
from glane.text.names.derived.read_on import without_read_on
from glane.text.names.derived.recurrence import find_aliases, find_headings, find_recurrences
from glane.text.names.derived.short import find_initials, find_shortened
from glane.text.names.find import find_names, from_grammar
from glane.text.names.known.candidates import from_knowledge, known_words
from glane.text.names.known.extended import over_extends
from glane.text.names.shouted import as_heading, is_shouted
from glane.text.names.standing.misplaced import without_misplaced
from glane.text.names.standing.offices import is_post
from glane.text.names.unheaded.acronym_roles import find_undertakings
from glane.text.names.unheaded.brands import find_brands, find_partners
from glane.text.names.unheaded.explained import find_apposed, find_predicated
from glane.text.names.unheaded.find import find_unheaded
from glane.text.names.unheaded.guessed import guess_organisations
from glane.text.names.unheaded.titles import find_titles
from glane.text.names.unheaded.variants import find_country_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from glane.components.state import Resources, State
    from glane.text.candidate import Candidate
    from glane.text.knowledge import CountryMatch, EntityMatch
    from glane.text.names.defined.established import Established
    from glane.text.names.find import NameMatch
    from glane.text.names.parts import Known


_NER_LABEL = "ORG"
"""The model's label of organisations."""
_STANDING = frozenset({"name", "other", "unrecorded"})


class _Known(NamedTuple):
    """What the knowledge base has of a document's names.

    Attributes:
        country_matches: the countries.
        country_spans: first index, and the one behind the last, of their names.
        country_at: the codes of those that are states, by the indices of their first words.
        entities: the names of entities.
        known: what the grammar has to know of the words, by the indices at which it begins.
    """

    country_matches: list[CountryMatch]
    country_spans: list[tuple[int, int]]
    country_at: dict[int, str]
    entities: list[EntityMatch]
    known: Mapping[int, Known]


class Names(Annotator):
    """Gathers candidates; `glane_mentions` decides between them."""

    def __init__(self, resources: Resources, sources: Iterable[str]) -> None:
        """Take knowledge base and grammar; ``sources`` says which evidence is used."""
        self._resources = resources
        self._lexicon = resources.lexicon
        self._sources = frozenset(sources)

    def annotate(self, state: State) -> None:
        """Add the candidates of the document."""
        self.annotate_all([state])

    def annotate_all(self, states: Sequence[State]) -> None:
        """Add the candidates of several documents, which ask the model together: a call has a price of its own."""
        known = [self._look_up(state) for state in states]
        if "grammar" in self._sources:
            for state, given in zip(states, known, strict=True):
                state.evidence.foresee(partial(self._foresee, state, given))
            tag_foreseen(state.evidence for state in states)
        for state, given in zip(states, known, strict=True):
            self._annotate(state, given)

    def _look_up(self, state: State) -> _Known:
        """Find what the knowledge base has."""
        country_matches = find_countries(state.words, self._resources.knowledge, self._lexicon)
        country_at = {match.first: match.row.id for match in country_matches if match.row.sovereign is None}
        entities = note_known(state, self._resources, country_matches) if "knowledge" in self._sources else []
        country_spans = [(match.first, match.end) for match in country_matches]
        return _Known(
            country_matches,
            country_spans,
            country_at,
            entities,
            known_words(state.words, state.dates, state.definitions, entities, country_matches),
        )

    def _annotate(self, state: State, given: _Known) -> None:
        country_matches, country_spans, country_at, entities, known = given
        evidence = {match.rows[0].id for match in entities if match.form == "name" and not match.plain}
        found = [from_knowledge(state.words, match, evidence) for match in entities]
        full = {match.first: match for match in entities if match.form == "name"}
        matches = [
            match
            for match in self._find_matches(state, entities, known)
            if match.first not in full
            or not over_extends(state.words, match, full[match.first], country_at, self._lexicon)
        ]
        found += [from_grammar(state.words, match) for match in matches if match.strength in _STANDING]
        if "document" in self._sources:
            found = self._explain_initials(state, found)
        aliases = list(find_aliases(state.shadow.text, state.words, matches, self._lexicon))
        if "grammar" in self._sources:
            called = dict(aliases)
            found += find_unheaded(
                document_of(state), self._lexicon, found, country_spans, called, state.frail, state.evidence.rehearse
            )
            found += find_titles(state.words, self._lexicon, known)
        if "acronyms" in self._sources:
            state.established = self._classify(state, found, matches)
            found += [candidate for item in state.established for candidate in from_definition(item)]
        if "document" in self._sources:
            found += self._read_document(state, found, matches, aliases, {match.row.id for match in country_matches})
        found += find_derived(
            state.words,
            found,
            state.dates,
            country_spans,
            country_at,
            self._resources.knowledge,
            self._resources.regions,
            self._lexicon,
        )
        if "document" in self._sources:
            found += list(find_shortened(state.shadow.text, state.words, found, self._lexicon))
        if "ner" in self._sources:
            found += self._guess(state)
        found += from_countries(document_of(state), country_matches, self._resources.knowledge, self._lexicon)
        cut = find_cut(state.words, found, state.frail, self._lexicon)
        found = [candidate for candidate in found if (candidate.start, candidate.end) not in cut]
        state.candidates += without_misplaced(document_of(state), found, self._lexicon)

    def _explain_initials(self, state: State, found: list[Candidate]) -> list[Candidate]:
        """Note what acronyms stand for by initials alone; leave out what else the knowledge base has of these."""
        text = state.shadow.text
        defined = {given.short for given in state.definitions}
        by_acronym = self._resources.knowledge.by_acronym
        explained = find_initials(text, state.words, found, defined, by_acronym, self._lexicon)
        if not explained:
            return found
        state.definitions = sorted([*state.definitions, *explained], key=attrgetter("short_start"))
        shorts = {given.short for given in explained}
        return [candidate for candidate in found if text[candidate.start : candidate.end] not in shorts]

    def _find_matches(
        self, state: State, entities: Sequence[EntityMatch], known: Mapping[int, Known]
    ) -> list[NameMatch]:
        """Find what the grammar reads, names or not; in a line of capitals, what it would read in small letters."""
        if "grammar" not in self._sources:
            return []
        words = state.plain
        found = [
            match
            for match in (
                as_heading(words, match, state.is_shouted, self._lexicon)
                for match in find_names(words, self._lexicon, known)
            )
            if not is_shouted(words, match, state.is_shouted, self._lexicon)
            and not is_post(words, match.head_end, match.end, self._lexicon)
        ]
        heads = {
            row.name.split()[0] for match in entities for row in match.rows if match.rows[0].subtype == "international"
        }
        found = list(without_ballots(words, found, self._lexicon))
        named = {row.id for match in entities for row in match.rows[:1]}
        generics = self._resources.rules.generics
        ends = {one.end for one in known.values() if one.kind == "organisation"}
        found = with_authors(state.words, found, ends, self._lexicon)
        found = without_read_on(state.words, found, self._lexicon)
        return without_overread(state.words, found, generics, heads, named, known, self._lexicon)

    def _foresee(self, state: State, given: _Known) -> None:
        """Go through what asks for tags, of phrases and of single words here and there."""
        words = state.words
        find_undertakings(words, self._lexicon)
        for reading in (
            find_country_names(words, given.country_spans, self._lexicon),
            find_brands(words, self._lexicon),
            find_partners(words, self._lexicon),
            find_apposed(words, self._lexicon, ()),
            find_predicated(words, self._lexicon, ()),
            find_names(state.plain, self._lexicon, given.known),
        ):
            deque(reading, maxlen=0)

    def _classify(self, state: State, found: Sequence[Candidate], matches: Sequence[NameMatch]) -> list[Established]:
        return classify_definitions(
            state.definitions,
            state.words,
            self._lexicon,
            self._resources.knowledge,
            found,
            matches,
            self._resources.rules.acronyms.stops,
            state.bound,
        )

    def _read_document(
        self,
        state: State,
        found: Sequence[Candidate],
        matches: Sequence[NameMatch],
        aliases: Sequence[tuple[str, Candidate]],
        country_codes: Collection[str],
    ) -> list[Candidate]:
        """Find the other places, and the short forms, of what the document has named."""
        recurrences = find_recurrences(state.shadow.text, state.words, found, state.established, aliases, self._lexicon)
        elsewhere = find_redefined(state.definitions, state.established)
        recurrences = [one for one in recurrences if (one.start, one.end) not in elsewhere]
        recurrences += list(find_headings(state.words, matches, [*found, *recurrences]))
        generics = find_generics(
            state.words,
            [*found, *recurrences],
            state.established,
            matches,
            self._resources.rules.generics,
            self._resources.knowledge,
            self._lexicon,
            country_codes,
        )
        return [*recurrences, *generics, *find_entries(state.words, [*found, *recurrences], self._lexicon)]

    def _guess(self, state: State) -> list[Candidate]:
        """Take the model's organisations; an acronym that it finds once counts everywhere."""
        text = state.shadow.text
        state.evidence.recognise(range(len(state.words)))
        spans = [(span.start, span.end) for span in state.evidence.entities if span.label == _NER_LABEL]
        established = {item.definition.short for item in state.established}
        guessed = guess_organisations(document_of(state), spans, established, self._lexicon)
        acronyms = [candidate for candidate in guessed if text[candidate.start : candidate.end].isupper()]
        return guessed + find_recurrences(text, state.words, acronyms, [], [], self._lexicon, tier=GUESS)


DEFAULT_SOURCES = ["knowledge", "grammar", "acronyms", "document"]


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
