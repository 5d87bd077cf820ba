"""Which countries and organisations a document speaks of, and so which of several namesakes it means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.text.names.known.namesakes import LONGEST_VAGUE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.names.known.namesakes import Namesakes

_ENOUGH = 2
"""How often a document has to speak of a country for a body of another one to be out of the question."""
_SEVERAL = 2
"""Bodies of a country that, named, speak of it as its own name does."""
_FAR = 4
"""How many times more often it has to speak of the country that it is of than of one that it names in passing."""


class Setting:
    """Which countries a document speaks of, and so which of several namesakes it means."""

    def __init__(
        self,
        namesakes: Namesakes,
        named: Counter[str],
        told: Counter[str],
        weak: Counter[str],
        bodies: Sequence[EntityRow] = (),
        placed: str = "",
        *,
        plain: int = 0,
        spoken: Collection[str] = (),
        home: bool = False,
    ) -> None:
        """Take what the document says of countries.

        Args:
            namesakes: of the knowledge base.
            named: how often each is named.
            told: how often its adjective stands there, or a body that can be of no other country.
            weak: how often a body of it is named that may be another country's too.
            bodies: those that are named, each as often as it is, but for acronyms and titles that may mean another one.
            placed: the country that a text is of that names none, by adjectives and towns.
            plain: how often a body of the default country is named by a name that any country's may have.
            spoken: the countries that are named, or whose adjectives stand there.
            home: whether something else supports that a text is of the default country: an acronym, a town.
        """
        self._namesakes = namesakes
        self._present = named + told
        self._weak = weak
        several = {row.id: row for row in bodies}.values()
        self._bodies = Counter(row.country or "" for row in several)
        self._mentions = Counter(row.id for row in bodies)
        families = Counter(name for row in several for name in (row.id, row.parent or ""))
        self._parents = {name for name, count in families.items() if count >= _SEVERAL or not namesakes.is_joined(name)}
        known = Counter({country: self._present[country] for country in named})
        known.update({country: count for country, count in self._count_implied(bodies) if country not in named})
        if placed:
            known[placed] += _ENOUGH
        ranked = known.most_common(2)
        sure = bool(ranked) and ranked[0][1] >= _ENOUGH and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
        self._most = ranked[0][0] if sure else ""
        self._known = frozenset(known)
        self._elsewhere = "" if home or self._is_at_home(0) else self._find_nearest()
        abroad = "" if home or self._is_at_home(plain) else self._find_nearest()
        self._abroad = abroad if abroad in spoken else ""
        self._outnumbered = plain <= self._present[self._abroad]

    def _count_implied(self, bodies: Iterable[EntityRow]) -> Iterable[tuple[str, int]]:
        """Say how often a document speaks of a country that it need not name: several of its bodies do, or one and an adjective.

        A text says nothing of the country that it is in by default by the bodies that other states have too.
        """
        common = Counter(row.country or "" for row in bodies if self._namesakes.is_common(row))
        for country, several in self._bodies.items():
            if country and not self._namesakes.is_default(country) and several + self._present[country] >= _SEVERAL:
                yield country, self._present[country] + common[country]

    def _is_at_home(self, plain: int) -> bool:
        """Whether a text says anything of the default country, but for so many names that any country's bodies may have."""
        return (
            sum(self._present[country] for country in self._present if self._namesakes.is_of_default(country)) > plain
        )

    def _find_nearest(self) -> str:
        """The country that a text speaks of most; empty for none.

        One mention is enough, as that a text is at home is only supposed; but of a country that all texts speak of.
        """
        names = self._namesakes
        near = {
            name: count
            for name, count in self._present.items()
            if not names.is_spoken(name) and not names.is_of_default(name)
        }
        ranked = Counter(near).most_common(2)
        alone = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
        return ranked[0][0] if alone else ""

    def rank(self, rows: Sequence[EntityRow]) -> tuple[EntityRow, ...]:
        """Put those of the entities that share a name first whose country the document speaks of.

        Bodies that other states have too say nothing of one that it never names, where it surely speaks most of another.
        """
        return tuple(
            sorted(rows, key=lambda row: (-self._present[row.country or ""], -self._weakly(row.country or "")))
        )

    def _weakly(self, country: str) -> int:
        return self._weak[country] if not self._most or self._present[country] else 0

    def speaks_of(self, row: EntityRow) -> bool:
        """Whether an entity is of no country, or the document speaks of its country, or of none in particular."""
        return row.country is None or not self._most or self._present[row.country] > 0

    def names(self, country: str | None) -> bool:
        """Whether the document names a country, or has its adjective or a body that can be of no other."""
        return self._present[country or ""] > 0

    def settle(
        self,
        row: EntityRow,
        surface: str = "",
        *,
        acronym: bool = False,
        country: str = "",
        parent: str = "",
        placed: bool = False,
    ) -> EntityRow | None:
        """The entity that a name of one means in this document: the same, its namesake, or none that is known.

        Args:
            row: the entity.
            surface: the name.
            acronym: whether that is an acronym.
            country: the country that stands right behind the name.
            parent: the id of the organisation that does.
            placed: whether a place does that is not known.
        """
        names = self._namesakes
        if country and row.country not in {None, country} and not (names.tells(row) and not acronym):
            return names.of_country(row, country)
        told = bool(parent) and not acronym and names.is_common(row)
        if told and (body := names.of_parent(surface, {parent})) is not None:
            return body
        if not acronym and self._is_of_abroad(row, surface):
            return names.of_country(row, self._abroad)
        if self._is_foreign(row, surface, acronym=acronym, placed=placed):
            return None
        if self._present[row.country or ""] or (self._most and self._most == row.country):
            at_home = not acronym and names.is_common(row) and self._outweighs(row.country or "")
            return (names.of_country(row, self._most) if at_home else None) or row
        if not acronym and names.is_title(row):
            return names.of_country(row, self._most)
        if not self._most:
            return row if acronym else self._at_home(row, surface)
        if names.is_common(row):
            return names.of_country(row, self._most) or (None if names.is_of_state(row) else row)
        vague = row.kind == "programme" and len(surface) <= LONGEST_VAGUE and names.is_plain(row)
        return None if acronym and (vague or names.is_homely(row, surface) or names.is_vague(row, surface)) else row

    def _outweighs(self, country: str) -> bool:
        """Whether a document speaks of another country far more often than of one that it names in passing."""
        return self._most != country and self._present[self._most] >= _FAR * self._present[country]

    def _is_foreign(self, row: EntityRow, surface: str, *, acronym: bool, placed: bool) -> bool:
        """Whether a body of a country that the document never speaks of is none that the document means.

        A body at home only, where the document speaks of other countries, and of but one if it is of the country by
        default; a short acronym with a place behind that nobody knows: «l'ASC de Diadiem».
        """
        default = row.country is None or self._namesakes.is_default(row.country)
        own = 0 if acronym else self._mentions[row.id]
        if self._present[row.country or ""] + (0 if acronym else self._weak[row.country or ""]) > own:
            return False  # what else is of its country
        if acronym:
            return placed and not default and len(surface) <= LONGEST_VAGUE
        if not self._namesakes.is_plain(row, surface) or self._namesakes.is_common(row):
            return False
        others = self._known - {row.country}
        return others == {self._most} if default else bool(others)

    def _is_of_abroad(self, row: EntityRow, surface: str) -> bool:
        """Whether a name that any country's body may have is that of the one that a text abroad speaks of."""
        if not self._abroad or row.country is None or not self._namesakes.is_default(row.country):
            return False
        return self._outnumbered and self._namesakes.is_plain(row, surface) and not self._namesakes.is_common(row)

    def _at_home(self, row: EntityRow, surface: str) -> EntityRow | None:
        """What a name means where a document speaks of no country in particular: the body at home, if it may be at home."""
        body = self._of_organisation(row, surface)
        names = self._namesakes
        if not self._elsewhere or body is not row or not names.is_supposed(row):
            return body
        return names.of_country(row, self._elsewhere)

    def _of_organisation(self, row: EntityRow, surface: str) -> EntityRow:
        """The body of an organisation that the document names, where it names no other body of an entity's country."""
        if row.country is None or self._bodies[row.country] > 1 or not self._namesakes.is_common(row):
            return row
        return self._namesakes.of_parent(surface, self._parents) or row
