"""Names that no French head noun opens: found by their form, their place in the sentence, their role."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from glane.text.candidate import GUESS
from glane.text.names.catalogues import find_catalogued
from glane.text.names.defined.titles import from_open_titles, is_open_title
from glane.text.names.derived.branches import find_labour_branches, find_service_branches, is_union
from glane.text.names.derived.recurrence import find_recurrences
from glane.text.names.foreign import find_foreign_names
from glane.text.names.unheaded.acronym_roles import find_things, find_undertakings
from glane.text.names.unheaded.acronyms import find_actors, find_recurrent_acronyms
from glane.text.names.unheaded.affiliations import find_affiliations
from glane.text.names.unheaded.bracketed import find_bracketed
from glane.text.names.unheaded.brands import find_brands, find_companies, find_partners
from glane.text.names.unheaded.called import find_announced_titles, find_called_names, find_spelt_out
from glane.text.names.unheaded.country_led import find_country_led
from glane.text.names.unheaded.datelines import find_agencies
from glane.text.names.unheaded.described import find_introduced, find_quoted_bodies
from glane.text.names.unheaded.detailed import find_detailed
from glane.text.names.unheaded.explained import find_apposed, find_predicated
from glane.text.names.unheaded.glossed import find_glossed
from glane.text.names.unheaded.labs import find_labs
from glane.text.names.unheaded.lands import find_lands
from glane.text.names.unheaded.launched import find_launched
from glane.text.names.unheaded.lists import find_announced_names
from glane.text.names.unheaded.mottoes import find_mottoes
from glane.text.names.unheaded.networks import find_networks
from glane.text.names.unheaded.quoted import (
    find_quoted_examples,
    find_quoted_of_bodies,
    find_quoted_undertakings,
    find_quoted_wholes,
)
from glane.text.names.unheaded.roles import find_role_names
from glane.text.names.unheaded.variants import find_country_names, find_portfolios
from glane.text.names.used.laws import find_laws
from glane.text.names.used.money import find_money
from glane.text.names.used.things import find_called_things, find_spelt_things, find_versioned
from glane.text.words import beginning_at, ending_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from glane.text.candidate import Candidate
    from glane.text.names.document import Document
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def find_unheaded(
    document: Document,
    lexicon: NameLexicon,
    found: Sequence[Candidate],
    country_spans: Sequence[tuple[int, int]],
    called: Mapping[str, Candidate],
    frail: AbstractSet[int],
    rehearse: Callable[[Callable[[], object]], None],
) -> list[Candidate]:
    """Find names that no French head noun opens.

    Args:
        document: with its words and definitions.
        lexicon: heads and classes of words.
        found: candidates found so far.
        country_spans: first index, and the one behind the last, of the names of countries.
        called: the undertakings against whose noun the document sets a name, by that name.
        frail: the indices of acronyms that alone say little of what stands beside them.
        rehearse: goes through a reading to have the words that it asks for tagged at once.

    Returns:
        The candidates, in no order.
    """
    explained = {item.short for item in document.definitions}
    titled = {d.short for d in document.definitions if d.short.isupper() and is_open_title(d, lexicon)}
    variants = _read_forms(document.words, lexicon, found, country_spans)
    bodies = [candidate for candidate in (*found, *variants) if candidate.kind == "organisation"]
    things = _collect_things(document.words, lexicon, bodies)
    explained |= things | find_laws(document.words, lexicon) | find_money(document.words, lexicon)
    undertakings = find_undertakings(document.words, lexicon) - things
    variants += find_recurrent_acronyms(document.words, lexicon, explained, undertakings, bodies)
    variants += find_affiliations(document.words, lexicon, explained)
    variants += find_bracketed(document.words, [*found, *variants], lexicon, explained)
    variants += _read_context(document, lexicon, [*found, *variants], country_spans, explained - titled, undertakings)
    variants += _read_roles(document, lexicon, [*found, *variants], country_spans, explained, frail, rehearse)
    variants += find_agencies(document.words, lexicon, explained)  # whose dispatches sign with more: «ACP/KHM/KMT»
    variants += from_open_titles(document.definitions, variants, document.text, lexicon, called)
    taken = {candidate.start for candidate in (*found, *variants)}
    variants += find_portfolios(document.words, lexicon, taken)
    return [_as_called(document.text, candidate, called) for candidate in variants]


def _read_forms(
    words: Sequence[Word], lexicon: NameLexicon, found: Sequence[Candidate], country_spans: Sequence[tuple[int, int]]
) -> list[Candidate]:
    """Find what is a name by its own form: its words, the country in it, its quotation marks."""
    undertaken = {
        candidate.start for candidate in found if candidate.kind == "programme" or is_union(candidate, lexicon)
    }
    variants = list(find_foreign_names(words, lexicon))
    beside = find_country_names(words, country_spans, lexicon)
    variants += [candidate for candidate in beside if candidate.start not in undertaken]  # «FEDER Guadeloupe»
    variants += find_country_led(words, country_spans, lexicon)
    variants += find_companies(words, lexicon)
    variants += find_partners(words, lexicon)
    variants += find_brands(words, lexicon)
    variants += find_lands(words, lexicon)
    variants += find_service_branches(words, lexicon)
    variants += find_labour_branches(words, lexicon)
    variants += find_labs(words, found, lexicon)
    variants += find_called_names(words, lexicon)
    variants += find_quoted_undertakings(words, lexicon)
    variants += find_quoted_examples(words, lexicon)
    variants += find_quoted_wholes(words, lexicon)
    variants += find_quoted_of_bodies(words, found, lexicon)
    variants += find_quoted_bodies(words, lexicon)
    variants += find_announced_titles(words, lexicon)
    variants += find_spelt_out(words, found)
    return variants


def _collect_things(words: Sequence[Word], lexicon: NameLexicon, bodies: Iterable[Candidate]) -> AbstractSet[str]:
    """The acronyms that the document uses as those of things: no body, and no undertaking."""
    things = find_things(words, lexicon, {body.end for body in bodies})
    things |= find_spelt_things(words, lexicon) | find_called_things(words, lexicon)
    return things | find_versioned(words)


def _as_called(text: str, candidate: Candidate, called: Mapping[str, Candidate]) -> Candidate:
    """Make an undertaking of what only its place makes a body, where the document calls it one: «le projet Solarea»."""
    model = called.get(text[candidate.start : candidate.end])
    if model is None or candidate.kind != "organisation" or not candidate.rule.startswith("context:"):
        return candidate
    return model._replace(start=candidate.start, end=candidate.end, tier=candidate.tier)


def _read_context(
    document: Document,
    lexicon: NameLexicon,
    found: Sequence[Candidate],
    country_spans: Sequence[tuple[int, int]],
    explained: AbstractSet[str],
    undertakings: AbstractSet[str],
) -> list[Candidate]:
    """Find what only its place in the sentence makes a name; an acronym that is one once is one everywhere."""
    words = document.words
    bodies = {candidate.end for candidate in found if candidate.kind == "organisation"}
    known = {words[index].start for first, end in country_spans for index in range(first, end)}
    known |= {candidate.start for candidate in found}
    actors = list(find_actors(words, lexicon, explained, undertakings, bodies))
    again = find_recurrences(document.text, words, actors, [], [], lexicon, tier=GUESS)
    explained_by = [*find_apposed(words, lexicon, known), *find_predicated(words, lexicon, known)]
    explained_by += find_catalogued(words, lexicon, known)
    explained_by += find_networks(words, lexicon, known)
    explained_by += find_mottoes(words, lexicon, known)
    explained_by += find_launched(words, lexicon, known)
    explained_by += find_glossed(words, lexicon, known)
    explained_by += find_introduced(words, lexicon, known)
    return [*explained_by, *actors, *again]


def _read_roles(
    document: Document,
    lexicon: NameLexicon,
    found: Sequence[Candidate],
    country_spans: Sequence[tuple[int, int]],
    explained: AbstractSet[str],
    frail: AbstractSet[int],
    rehearse: Callable[[Callable[[], object]], None],
) -> list[Candidate]:
    """Find what its role, or the list that it stands in, makes a name."""
    words = document.words
    known = {first: (end, "country") for first, end in country_spans}
    for candidate in found:
        first, last = beginning_at(words, candidate.start), ending_at(words, candidate.end)
        if first is not None and last is not None and known.get(first, (0, ""))[0] <= last + 1:
            known[first] = last + 1, candidate.kind
    find = partial(find_role_names, words, lexicon, known, explained, frail)
    rehearse(lambda: deque(find(), maxlen=0))
    detailed = find_detailed(words, lexicon, known)
    return [*find(), *find_announced_names(words, lexicon, known, explained), *detailed]
