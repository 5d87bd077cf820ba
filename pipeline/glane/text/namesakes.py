"""Bodies of several states that have one name, and acronyms of several bodies: which of them a document can mean."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from glane.text.words import fold, form_of

if TYPE_CHECKING:
    from collections.abc import Iterable, KeysView, Sequence

    from glane.rules.knowledge import CountryRow, EntityRow
    from glane.text.name_lexicon import NameLexicon

_OF_STATE = frozenset(
    {"parliament", "court", "police", "armed-force", "government", "ministry", "authority", "directorate"}
)
"""Subtypes of bodies that are a state's own, and that other states have too."""
_HOMELY = _OF_STATE | {"agency", "council", "commission", "party"}
"""Subtypes of bodies that abroad are seldom called by a short acronym alone."""
_SHORT = 4
"""Letters of such an acronym."""
_ABROAD = frozenset({"agency", "ngo", "bank"})
"""Subtypes of bodies that act in other countries."""
_LONGEST_COUNTRY = 4
_ARTICLE = 2
"""Letters of the article before a country's name, in the tables."""
_ENOUGH = 2
"""How often a document has to speak of a country for a body of another one to be out of the question."""


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
        self._by_base: dict[str, dict[str, dict[str, EntityRow]]] = {}

    @cached_property
    def adjectives(self) -> dict[str, str]:
        """The countries of their adjectives, folded; an adjective that several have is left out."""
        owners: dict[str, set[str]] = {}
        for row in self._countries:
            for form in row.adjectives:
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
        """A name, folded, without the country at its end and without adjectives of countries."""
        words = [word for word in _plain(name).split() if word not in self._lexicon.country_adjectives]
        for length in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
            if " ".join(words[-length:]) in self._country_names:
                words = words[:-length]
                break
        links = self._lexicon.words("of") | self._lexicon.words("article") | self._lexicon.words("in")
        while len(words) > 1 and words[-1] in links:
            words.pop()
        return " ".join(words)

    def _base_of(self, row: EntityRow) -> str:
        if row.id not in self._bases:
            self._bases[row.id] = self.base(row.name)
        return self._bases[row.id]

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

    def is_abroad(self, row: EntityRow) -> bool:
        """Whether an entity acts abroad under its country's name: «Agence française de développement»."""
        return row.subtype in _ABROAD and self.tells(row)

    def of_country(self, row: EntityRow, country: str) -> EntityRow | None:
        """The body of a country that is called as an entity is, but for the country."""
        found = self._alike(row).get(country)
        return found if found is not None and found.kind == row.kind else None

    def is_homely(self, row: EntityRow, surface: str) -> bool:
        """Whether an acronym means this entity at home only."""
        if len(surface) > _SHORT or row.country is None:
            return False
        return row.subtype in _OF_STATE or (row.subtype in _HOMELY and not self.tells(row))


class Setting:
    """Which countries a document speaks of, and so which of several namesakes it means."""

    def __init__(self, namesakes: Namesakes, named: Counter[str], told: Counter[str], weak: Counter[str]) -> None:
        """Take what the document says of countries.

        Args:
            namesakes: of the knowledge base.
            named: how often each is named.
            told: how often its adjective stands there, or a body that can be of no other country.
            weak: how often a body of it is named that may be another country's too.
        """
        self._namesakes = namesakes
        self._present = named + told
        self._weak = weak
        ranked = Counter({country: self._present[country] for country in named}).most_common(2)
        sure = bool(ranked) and ranked[0][1] >= _ENOUGH and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
        self._most = ranked[0][0] if sure else ""

    def rank(self, rows: Sequence[EntityRow]) -> tuple[EntityRow, ...]:
        """Put those of the entities that share a name first whose country the document speaks of."""
        return tuple(sorted(rows, key=lambda row: (-self._present[row.country or ""], -self._weak[row.country or ""])))

    def speaks_of(self, row: EntityRow) -> bool:
        """Whether an entity is of no country, or the document speaks of its country, or of none in particular."""
        return row.country is None or not self._most or self._present[row.country] > 0

    def settle(
        self, row: EntityRow, surface: str = "", *, acronym: bool = False, country: str = ""
    ) -> EntityRow | None:
        """The entity that a name of one means in this document: the same, its namesake, or none that is known.

        Args:
            row: the entity.
            surface: the name.
            acronym: whether that is an acronym.
            country: the country that stands right behind the name.
        """
        names = self._namesakes
        if country and row.country not in {None, country} and not (names.tells(row) and not acronym):
            return names.of_country(row, country)
        if not self._most or self._present[row.country or ""]:
            return row
        if names.is_common(row):
            return names.of_country(row, self._most) or (None if names.is_of_state(row) else row)
        return None if acronym and names.is_homely(row, surface) else row


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("’", "'").replace("'", "' ").split())


def _opening(name: str) -> str:
    return fold(name.partition(" ")[0].partition("'")[0])


def _bare(name: str) -> str:
    """A country's name without the article that some have."""
    first, _, rest = name.partition(" ")
    return rest if rest and first[0].isupper() and len(first) == _ARTICLE else name
