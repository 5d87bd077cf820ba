"""Names that no French head noun opens: found by their form, their place in the sentence, their role."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from glane.components.name_candidates import (
    from_open_titles,
    is_open_title,
)
from glane.components.state import State
from glane.text.acronyms.laws import find_laws
from glane.text.acronyms.uses import find_called_things, find_spelt_things, find_versioned
from glane.text.candidate import GUESS, Candidate
from glane.text.names.catalogues import find_catalogued
from glane.text.names.derived.branches import find_labour_branches, find_service_branches
from glane.text.names.derived.recurrence import find_recurrences
from glane.text.names.foreign import find_foreign_names
from glane.text.names.unheaded.acronyms import find_actors, find_recurrent_acronyms, find_things, find_undertakings
from glane.text.names.unheaded.affiliations import find_affiliations
from glane.text.names.unheaded.bracketed import find_bracketed
from glane.text.names.unheaded.brands import find_brands, find_companies, find_partners
from glane.text.names.unheaded.called import (
    find_announced_titles,
    find_called_names,
    find_spelt_out,
)
from glane.text.names.unheaded.country_led import find_country_led
from glane.text.names.unheaded.datelines import find_agencies
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
from glane.text.names.unheaded.variants import (
    find_country_names,
    find_portfolios,
)
from glane.text.words import beginning_at, ending_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from glane.components.state import State
    from glane.text.names.lexicon import NameLexicon


def find_unheaded(
    state: State,
    lexicon: NameLexicon,
    found: Sequence[Candidate],
    countries: Sequence[tuple[int, int]],
    called: Mapping[str, Candidate],
) -> list[Candidate]:
    """Find names that no French head noun opens; ``called`` are the names that the document sets against one."""
    explained = {item.short for item in state.definitions}
    titled = {d.short for d in state.definitions if d.short.isupper() and is_open_title(d, lexicon)}
    variants = list(find_foreign_names(state.words, lexicon))
    undertaken = {candidate.start for candidate in found if candidate.kind == "programme"}
    beside = find_country_names(state.words, countries, lexicon)
    variants += [candidate for candidate in beside if candidate.start not in undertaken]  # «FEDER Guadeloupe»
    variants += find_country_led(state.words, countries, lexicon)
    variants += find_companies(state.words, lexicon)
    variants += find_partners(state.words, lexicon)
    variants += find_brands(state.words, lexicon)
    variants += find_lands(state.words, lexicon)
    variants += find_service_branches(state.words, lexicon)
    variants += find_labour_branches(state.words, lexicon)
    variants += find_labs(state.words, found, lexicon)
    variants += find_called_names(state.words, lexicon)
    variants += find_quoted_undertakings(state.words, lexicon)
    variants += find_quoted_examples(state.words, lexicon)
    variants += find_quoted_wholes(state.words, lexicon)
    variants += find_quoted_of_bodies(state.words, found, lexicon)
    variants += find_announced_titles(state.words, lexicon)
    variants += find_spelt_out(state.words, found)
    bodies = [candidate for candidate in (*found, *variants) if candidate.kind == "organisation"]
    things = find_things(state.words, lexicon, {body.end for body in bodies})
    things |= find_spelt_things(state.words, lexicon) | find_called_things(state.words, lexicon)
    things |= find_versioned(state.words)
    explained |= things | find_laws(state.words, lexicon)
    undertakings = find_undertakings(state.words, lexicon) - things
    variants += find_recurrent_acronyms(state.words, lexicon, explained, undertakings, bodies)
    variants += find_affiliations(state.words, lexicon, explained)
    variants += find_bracketed(state.words, [*found, *variants], lexicon, explained)
    variants += _read_context(state, lexicon, [*found, *variants], countries, explained - titled, undertakings)
    variants += _read_roles(state, lexicon, [*found, *variants], countries, explained)
    variants += find_agencies(state.words, lexicon, explained)  # whose dispatches sign with more: «ACP/KHM/KMT»
    variants += from_open_titles(state.definitions, variants, state.shadow.text, lexicon, called)
    taken = {candidate.start for candidate in (*found, *variants)}
    return [*variants, *find_portfolios(state.words, lexicon, taken)]


def _read_context(
    state: State,
    lexicon: NameLexicon,
    found: Sequence[Candidate],
    countries: Sequence[tuple[int, int]],
    explained: AbstractSet[str],
    undertakings: AbstractSet[str],
) -> list[Candidate]:
    """Find what only its place in the sentence makes a name; an acronym that is one once is one everywhere."""
    words = state.words
    bodies = {candidate.end for candidate in found if candidate.kind == "organisation"}
    known = {words[index].start for first, end in countries for index in range(first, end)}
    known |= {candidate.start for candidate in found}
    actors = list(find_actors(words, lexicon, explained, undertakings, bodies))
    again = find_recurrences(state.shadow.text, words, actors, [], [], lexicon, tier=GUESS)
    explained_by = [*find_apposed(words, lexicon, known), *find_predicated(words, lexicon, known)]
    explained_by += find_catalogued(words, lexicon, known)
    explained_by += find_networks(words, lexicon, known)
    explained_by += find_mottoes(words, lexicon, known)
    explained_by += find_launched(words, lexicon, known)
    explained_by += find_glossed(words, lexicon, known)
    return [*explained_by, *actors, *again]


def _read_roles(
    state: State,
    lexicon: NameLexicon,
    found: Sequence[Candidate],
    countries: Sequence[tuple[int, int]],
    explained: AbstractSet[str],
) -> list[Candidate]:
    """Find what its role, or the list that it stands in, makes a name."""
    words = state.words
    known = {first: (end, "country") for first, end in countries}
    for candidate in found:
        first, last = beginning_at(words, candidate.start), ending_at(words, candidate.end)
        if first is not None and last is not None and known.get(first, (0, ""))[0] <= last + 1:
            known[first] = last + 1, candidate.kind
    find = partial(find_role_names, words, lexicon, known, explained, state.frail)
    state.evidence.rehearse(lambda: deque(find(), maxlen=0))
    detailed = find_detailed(words, lexicon, known)
    return [*find(), *find_announced_names(words, lexicon, known, explained), *detailed]
