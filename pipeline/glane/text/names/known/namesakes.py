"""Bodies of several states that have one name, and acronyms of several bodies: which of them a document can mean."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from glane.text.forms import fold, form_of
from glane.text.split import split_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, KeysView, Sequence

    from glane.rules.knowledge import CountryRow, EntityRow
    from glane.text.names.lexicon import NameLexicon

_OF_STATE = frozenset(
    {"parliament", "court", "police", "armed-force", "government", "ministry", "authority", "directorate"}
)
"""Subtypes of bodies that are a state's own, and that other states have too."""
_HOMELY = _OF_STATE | {"agency", "council", "commission", "party"}
"""Subtypes of bodies that abroad are seldom called by a short acronym alone."""
_RESEARCH = "research"
_NATIONAL = frozenset({"association", "centre", "school", _RESEARCH})
"""Subtypes of bodies that many countries have one of for the same field: «Ordre national des médecins»."""
_FEW = 1
"""Words that tell, besides its noun and level, in the name of such a body: a longer one is its own."""
_SHORT = 4
"""Letters of such an acronym."""
_ABROAD = frozenset({"agency", "ngo", "bank"})
"""Subtypes of bodies that act in other countries."""
_KNOWN_ABROAD = frozenset({"company", "ngo"})
"""Subtypes of bodies whose acronyms are their names everywhere."""
LONGEST_VAGUE = 3
"""Letters of an acronym that are too few to tell a country."""
_LONGEST_COUNTRY = 4
_PLACED = re.compile(r" \([^()]*\)$")
"""What tells a body from its namesakes: «Autorité des marchés financiers (Québec)»."""
_ARTICLE = 2
"""Letters of the article before a country's name, in the tables."""


class Namesakes:
    """The entities of the knowledge base by what remains of their names without the country."""

    def __init__(
        self,
        entities: Iterable[EntityRow],
        countries: Iterable[CountryRow],
        states: Iterable[str],
        lexicon: NameLexicon,
    ) -> None:
        """Take entities and countries, and the ids of entities of which the tables say that several states have one."""
        self._entities = tuple(entities)
        self._countries = tuple(countries)
        self._states = frozenset(states)
        self._lexicon = lexicon
        self._bases: dict[str, str] = {}
        self._plain: dict[tuple[str, str], bool] = {}
        self._by_base: dict[str, dict[str, dict[str, EntityRow]]] = {}

    @cached_property
    def adjectives(self) -> dict[str, str]:
        """The countries of their adjectives, folded, and of their regions'; an adjective that several have is left out."""
        owners: dict[str, set[str]] = {}
        for row in self._countries:
            for form in (*row.adjectives, *self._lexicon.words(f"adjective_{row.id.lower()}")):
                owners.setdefault(fold(form), set()).add(row.id)
        return {form: next(iter(ids)) for form, ids in owners.items() if len(ids) == 1}

    @cached_property
    def adjective_openings(self) -> KeysView[str]:
        """The first parts of those adjectives, for `find_openings`."""
        return dict.fromkeys(form_of(form).parts[0] for form in self.adjectives).keys()

    @cached_property
    def _country_names(self) -> frozenset[str]:
        return frozenset(
            _plain(name) for row in self._countries for form in (row.name, *row.aliases) for name in (form, _bare(form))
        )

    @cached_property
    def _country_ends(self) -> frozenset[str]:
        return frozenset(name.rpartition(" ")[2] for name in self._country_names)

    @cached_property
    def _by_opening(self) -> dict[str, list[tuple[str, EntityRow]]]:
        """The names of the entities of a country by their first words, which no country changes."""
        found: dict[str, list[tuple[str, EntityRow]]] = {}
        for row in self._entities:
            if row.country is not None:
                for name in (row.name, *row.aliases):
                    found.setdefault(_opening(name), []).append((name, row))
        return found

    def _alike(self, row: EntityRow) -> dict[str, EntityRow]:
        """The entities that are called as one is, but for the country, by their countries."""
        opening = _opening(row.name)
        if opening not in self._by_base:
            bases: dict[str, dict[str, EntityRow]] = {}
            for name, other in self._by_opening.get(opening, ()):
                bases.setdefault(self.base(name), {}).setdefault(other.country or "", other)
            self._by_base[opening] = bases
        return self._by_base[opening].get(self._base_of(row), {})

    def base(self, name: str) -> str:
        """A name, folded, without the country or a place in brackets at its end, and without adjectives of countries."""
        plain = _plain(_PLACED.sub("", name) if name.endswith(")") else name)
        words = [word for word in plain.split() if word not in self._lexicon.country_adjectives]
        ends = words and words[-1] in self._country_ends
        for length in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1) if ends else ():
            if " ".join(words[-length:]) in self._country_names:
                words = words[:-length]
                break
        return self._without_link(" ".join(words))

    def _base_of(self, row: EntityRow) -> str:
        if row.id not in self._bases:
            self._bases[row.id] = self.base(row.name)
        return self._bases[row.id]

    def has_country(self, name: str) -> bool:
        """Whether a name ends with a country, or has the adjective of one in it."""
        return self.base(name) != _plain(name)

    def tells(self, row: EntityRow) -> bool:
        """Whether the name of an entity says of which country it is."""
        return self._base_of(row) != _plain(row.name)

    def is_common(self, row: EntityRow) -> bool:
        """Whether other states have a body of the same name, by what the tables say or have of them."""
        if row.id in self._states:
            return True
        if row.country is None or self.tells(row):
            return False
        return len(self._alike(row)) > 1

    def is_of_state(self, row: EntityRow) -> bool:
        """Whether an entity is a state's own body, whose name says nothing of the country."""
        return row.country is not None and (
            row.id in self._states or (row.subtype in _OF_STATE and not self.tells(row))
        )

    def is_title(self, row: EntityRow) -> bool:
        """Whether a ministry abroad has the name that any state's may have: «ministère des Travaux publics», in Cameroon."""
        if row.country is None or self.is_default(row.country):
            return False
        titled = row.name.partition(" ")[0].lower() in self._lexicon.words("ministry")
        return titled and not self.tells(row)

    def is_plain(self, row: EntityRow, surface: str = "") -> bool:
        """Whether an entity is at home only and has a name of common words: «Service d'information du gouvernement».

        Any state may have a body or an undertaking of that name. A ``surface`` is one of its names, by itself that of another
        state's body if it says nothing of the country: «Autorité de la concurrence», of Belgium.
        """
        asked = row.id, fold(surface or row.name)  # folded, so that spellings do not fill the memory
        if asked not in self._plain:
            forms = (row.name, *row.aliases) if surface else ()
            typed = next((form for form in forms if fold(form) == asked[1]), surface or row.name)
            self._plain[asked] = self._has_plain(row, typed)
        return self._plain[asked]

    def _has_plain(self, row: EntityRow, name: str) -> bool:
        words = name.replace("’", "'").replace("'", "' ").split()
        head = self._lexicon.head_at(split_words(name), 0)
        rest = words[max(1, 0 if head is None else head[0]) :]
        proper = any(not word.islower() and not self._lexicon.is_weak(fold(word)) for word in rest)
        if row.country is None or proper or len(words) == 1:
            return False
        homely = row.subtype in _HOMELY or row.kind == "programme"
        national = head is not None and row.subtype in _NATIONAL and self._is_brief(row, rest)
        return (homely or national) and not self.has_country(name)

    def _is_brief(self, row: EntityRow, rest: Sequence[str]) -> bool:
        """Whether what is behind a noun of bodies is a field: «Académie des sciences», «Ordre national des médecins».

        A level says so too: «École nationale d'administration pénitentiaire»; but research has its bodies by their full names.
        """
        passed = self._lexicon.words("level")
        telling = [word for word in rest if word not in passed and not self._lexicon.is_function(word)]
        levelled = row.subtype != _RESEARCH and not passed.isdisjoint(rest)
        return len(telling) <= _FEW + levelled and all(word.islower() for word in rest)

    def is_default(self, country: str) -> bool:
        """Whether a text that names no country is of this one."""
        return country.lower() in self._lexicon.words("default_country")

    def is_of_default(self, country: str) -> bool:
        """Whether a country is the default one, or a territory of it."""
        return self.is_default(self._sovereigns.get(country, country))

    @cached_property
    def _sovereigns(self) -> dict[str, str]:
        """The states that territories belong to."""
        return {row.id: row.sovereign for row in self._countries if row.sovereign}

    def is_supposed(self, row: EntityRow) -> bool:
        """Whether a body has a name that is only supposed to be that of the default country: «Cour des comptes»."""
        default = row.country is not None and self.is_default(row.country)
        return default and self.is_common(row) and self.is_of_state(row)

    def is_joined(self, organisation: str) -> bool:
        """Whether the default country is part of an organisation, by its id: its own texts speak of that too."""
        return organisation in self._lexicon.words("default_organisation")

    def is_abroad(self, row: EntityRow) -> bool:
        """Whether an entity acts abroad under its country's name: «Agence française de développement»."""
        return row.subtype in _ABROAD and self.tells(row)

    def of_country(self, row: EntityRow, country: str) -> EntityRow | None:
        """The body of a country that is called as an entity is, but for the country."""
        found = self._alike(row).get(country)
        return found if found is not None and found.kind == row.kind else None

    def of_parent(self, surface: str, parents: Container[str]) -> EntityRow | None:
        """The one body of some organisations that has a name, but for its organisation's: «Cour des comptes», of UEMOA."""
        found = [row for row in self._by_parent.get(_plain(surface), ()) if row.parent in parents]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _by_parent(self) -> dict[str, list[EntityRow]]:
        """The bodies of organisations that say in their names of which, by what is in front of that."""
        by_id = {row.id: row for row in self._entities}
        endings: dict[str, list[str]] = {}
        found: dict[str, list[EntityRow]] = {}
        for row in self._entities:
            parent = by_id.get(row.parent or "")
            if parent is None or row.country is not None or parent.country is not None:
                continue
            names = [_plain(name) for name in (row.name, *row.aliases)]
            if parent.id not in endings:
                forms = (parent.name, *parent.acronyms, *parent.aliases)
                endings[parent.id] = [f" {_plain(form)}" for form in forms]
            bases = {
                self._without_link(name.removesuffix(ending))
                for name in names
                for ending in endings[parent.id]
                if name.endswith(ending)
            }
            for base in bases:
                found.setdefault(base, []).append(row)
        return found

    def _without_link(self, name: str) -> str:
        """A plain name without the prepositions and articles at its end."""
        words = name.split()
        links = self._lexicon.words("of") | self._lexicon.words("article") | self._lexicon.words("in")
        while len(words) > 1 and words[-1] in links:
            words.pop()
        return " ".join(words)

    def is_vague(self, row: EntityRow, surface: str) -> bool:
        """Whether an acronym is too short to mean a body of a country of which a text says nothing: «ASC», in Cameroon.

        Companies, what acts abroad by its name, and the bodies of countries that all texts speak of are known by less.
        """
        longest = _SHORT if row.subtype in _HOMELY else LONGEST_VAGUE
        if len(surface) > longest or row.country is None or row.subtype in _KNOWN_ABROAD:
            return False
        return not self.is_default(row.country) and not self._is_spoken_of(row)

    def is_spoken(self, country: str) -> bool:
        """Whether texts of all countries speak of a country."""
        return country.lower() in self._lexicon.words("spoken_country")

    def _is_spoken_of(self, row: EntityRow) -> bool:
        """Whether texts of other countries speak of a body by its acronym: the CIA, agencies for cooperation."""
        return self.is_spoken(row.country or "") or not self._lexicon.words("abroad_name").isdisjoint(
            row.name.lower().split()
        )

    def is_homely(self, row: EntityRow, surface: str) -> bool:
        """Whether an acronym means this entity at home only."""
        if len(surface) > _SHORT or row.country is None or self._is_spoken_of(row):
            return False
        return row.subtype in _OF_STATE or (row.subtype in _HOMELY and not self.tells(row))


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("’", "'").replace("'", "' ").split())


def _opening(name: str) -> str:
    return fold(name.partition(" ")[0].partition("'")[0])


def _bare(name: str) -> str:
    """A country's name without the article that some have."""
    first, _, rest = name.partition(" ")
    return rest if rest and first[0].isupper() and len(first) == _ARTICLE else name
