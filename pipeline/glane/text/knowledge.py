"""Names of the knowledge base and of countries in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from glane.text.forms import fold
from glane.text.shadow import make_shadow
from glane.text.trie import NameTrie
from glane.text.words import VERBS, surface_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.knowledge import CautionRow, CountryRow, EntityRow
    from glane.text.words import Word

Form = Literal["name", "acronym"]

_NEEDY = frozenset({"kind", "family", "field"})
"""Why a form is none of its entity by itself, wherever it stands (see `CautionRow`)."""
_SHORT = 3
"""Letters of an acronym that needs an article to be read with one capital."""


class EntityMatch(NamedTuple):
    """Words that are a name of an entity, or of several that share it.

    Attributes:
        first: index of the first word.
        end: index behind the last word.
        rows: the entities that have this name.
        form: whether it is a name or an acronym.
        caution: why the name needs evidence (see `CautionRow`), empty where it needs none.
        plain: where another body of that name is meant, which the knowledge base does not have: what it is known by.
    """

    first: int
    end: int
    rows: tuple[EntityRow, ...]
    form: Form
    caution: str = ""
    plain: str = ""


class CountryMatch(NamedTuple):
    """Words that name a country.

    Attributes:
        first: index of the first word.
        end: index behind the last word.
        row: of the country.
    """

    first: int
    end: int
    row: CountryRow


class KnowledgeBase:
    """Entities and countries by their names."""

    def __init__(
        self,
        entities: Iterable[EntityRow],
        countries: Iterable[CountryRow],
        cautions: Iterable[CautionRow] = (),
        articles: AbstractSet[str] = frozenset(),
        links: AbstractSet[str] = frozenset(),
    ) -> None:
        """Index every name, alias and acronym.

        Args:
            entities: organisations and programmes.
            countries: states and territories.
            cautions: names that need evidence, and why.
            articles: definite articles, contracted or not.
            links: prepositions of possession, contracted or not.
        """
        self._cautions = {(row.entity, fold(row.form)): row.reason for row in cautions}
        self._articles = articles
        self._entities: NameTrie[tuple[EntityRow, Form]] = NameTrie()
        self._countries: NameTrie[CountryRow] = NameTrie()
        self.by_id: dict[str, EntityRow] = {}
        self.by_name: dict[str, EntityRow] = {}
        self.by_acronym: dict[str, list[EntityRow]] = {}
        self.numbered: set[str] = set()
        rows = tuple(entities)
        possessors = {fold(name) for row in rows for name in (row.name, *row.acronyms, *row.aliases)}
        for row in rows:
            self.by_id[row.id] = row
            self.numbered.update(_numbered_words(row))
            for acronym in row.acronyms:
                self._entities.add(acronym, (row, "acronym"))
                self.by_acronym.setdefault(acronym, []).append(row)
            for name in (row.name, *row.aliases):
                form: Form = "acronym" if _is_acronym_name(name) else "name"
                if not _is_possessed(name, row, possessors, links):
                    self._entities.add(name, (row, form))
                if self._cautions.get((row.id, fold(name))) not in _NEEDY:
                    self.by_name.setdefault(fold(make_shadow(name).text), row)
        for country in countries:
            for name in (country.name, *country.aliases):
                self._countries.add(name, country)

    def find_entities(self, words: Sequence[Word]) -> Iterator[EntityMatch]:
        """Find the longest name at each word; matches may overlap."""
        for first in self._entities.openings(words):
            best: EntityMatch | None = None
            for _, end, entries in self._entities.find_at(words, first):
                determined = first > 0 and words[first - 1].lower in self._articles
                fitting = [
                    (row, form)
                    for name, (row, form) in entries
                    if _fits(words[first:end], name, form, determined=determined)
                ]
                if not fitting:
                    continue
                surface = fold(surface_of(words[first:end]))
                cautions = {row.id: self._cautions.get((row.id, surface), "") for row, _ in fitting}
                fitting = [pair for pair in fitting if self._is_safe(words, first, end, pair[0], cautions[pair[0].id])]
                if fitting:
                    rows = tuple({row.id: row for row, _ in fitting}.values())
                    reasons = {cautions[row.id] for row in rows}
                    best = EntityMatch(first, end, rows, fitting[0][1], reasons.pop() if len(reasons) == 1 else "")
            if best is not None:
                yield best._replace(first=first + self._has_own_article(words, first, best.end))

    def _has_own_article(self, words: Sequence[Word], first: int, end: int) -> bool:
        """Whether the article of a name is one of the sentence here: «avec le Mouvement associatif», not «Le Mouvement …»."""
        small = words[first].text.islower() and words[first].lower in self._articles
        return small and end - first > _SEVERAL and words[first + 1].is_capitalised

    def _is_safe(self, words: Sequence[Word], first: int, end: int, row: EntityRow, reason: str) -> bool:
        """Whether a name that is also a common word, or names a standard before a number, is the entity here."""
        if reason in {"word", "family"}:
            surface = surface_of(words[first:end])
            names = (row.name, *row.acronyms, *row.aliases)
            if surface in names:
                return True
            return surface.lower() in {name.lower() for name in names} and self._is_title(words, first, end)
        if reason == "standard":
            return end >= len(words) or not words[end].is_number
        if reason == "capitals":
            return words[first].text.isupper()
        return reason != "seat" or _is_behind_seat(words, first, end)

    def _is_title(self, words: Sequence[Word], first: int, end: int) -> bool:
        """Whether each of several words but the shortest has a capital, and nothing goes on behind: «Mobilier National»."""
        long = [word for word in words[first:end] if len(word.text) >= _TITLED]
        if not words[first].is_capitalised or len(long) < _SEVERAL:
            return False
        if not all(word.text[0].isupper() and word.text[1:].islower() for word in long):
            return False
        after = words[end : end + 2]
        if len(after) > 1 and after[1].lower in self._articles:
            return after[0].pos in VERBS  # not «Mobilier National de la Lorvaine», but «Mobilier National offre la»
        return not (after and after[0].is_capitalised)

    def find_countries(self, words: Sequence[Word]) -> Iterator[CountryMatch]:
        """Find the longest country name at each word that is capitalised, or has such a word behind it in the name."""
        for first in self._countries.openings(words):
            small = not words[first].is_capitalised  # «les îles Marshall»
            if small and (first + 1 >= len(words) or not words[first + 1].is_capitalised):
                continue
            shouted = len(words[first].text) > 1 and words[first].text.isupper()
            if (small or shouted) and words[first].lower in self._articles:
                continue  # «la Réunion», «LES BAHAMAS»
            best: CountryMatch | None = None
            for _, end, entries in self._countries.find_at(words, first):
                if small and end == first + 1:
                    continue
                fitting = [row for name, row in entries if _fits(words[first:end], name, "name")]
                if fitting:
                    best = CountryMatch(first, end, fitting[0])
            if best is not None and not (small and _stands_alone(words[first + 1 : best.end], best.row)):
                yield best


def _stands_alone(words: Sequence[Word], row: CountryRow) -> bool:
    """Whether words are a country's name by themselves, to which «îles» in small letters adds nothing: «les îles Tonga»."""
    return not row.ambiguous and fold(surface_of(words)) == fold(row.name)


def _is_behind_seat(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a name ends the bracket behind a member of parliament, whose seat or post is told there: «(Essex, Lib.)»."""
    if first < _SEVERAL or end >= len(words) or words[first - 1].text != "," or words[end].text != ")":
        return False
    depth = 1
    for index in range(first - 2, max(0, first - _LONGEST_SEAT), -1):
        depth += (words[index].text == ")") - (words[index].text == "(")
        if not depth:
            person = words[max(0, index - _PERSON) : index]
            return person[-1].is_capitalised and sum(word.is_capitalised for word in person) >= _SEVERAL
    return False


_SEVERAL = 2
_PERSON = 4
"""Words of «Jake E. Sorel», «Diane St-Velmor», that tell a person."""
_LONGEST_SEAT = 24
"""Words of what stands in brackets behind a member: «(secrétaire parlementaire du ministre de la Santé, Lib.)»."""
_TITLED = 4
"""Letters of a word that has a capital in a title."""
_NUMBERED = 2


def _is_possessed(name: str, row: EntityRow, possessors: AbstractSet[str], links: AbstractSet[str]) -> bool:
    """Whether a name is a shorter name of the entity with the body that it belongs to: two mentions, not one.

    «Conseil de sécurité des Nations unies» is, since the Council is also «Conseil de sécurité»; «Cour de justice de
    l'Union européenne» is not.
    """
    for shorter in (row.name, *row.aliases):
        if len(shorter) < len(name) and name.startswith(f"{shorter} ") and " " in shorter:
            words = name[len(shorter) + 1 :].replace("'", "' ").split()
            if words[0] not in links:
                continue
            rests = {fold(" ".join(words[skip:]).replace("' ", "'")) for skip in (1, 2)}
            if rests & possessors:
                return True
    return False


def _numbered_words(row: EntityRow) -> Iterator[str]:
    """Words in lower case that a number is part of, in an entity's names or as one of them: «covid19», «france24»."""
    for name in (row.name, *row.acronyms, *row.aliases):
        words = name.lower().replace("-", "").split()
        yield from (word for word in words if word[-1].isdigit() and not word.isdigit())
        if len(words) == _NUMBERED and words[1].isdigit():
            yield "".join(words)


def _is_acronym_name(name: str) -> bool:
    """Whether a name is one word with at least two capitals («ONU», «EuropeAid» is not: it has more small letters)."""
    return " " not in name and sum(c.isupper() for c in name) * 2 > sum(c.isalpha() for c in name)


def _fits(words: Sequence[Word], name: str, form: Form, *, determined: bool = False) -> bool:
    """Whether words are written as a name may be: capitals are looser than in the name, never tighter.

    An acronym is written as it stands, all in capitals («FRONTEX»), or with one capital where it is long enough to be read
    as a word («Otan»), or has an article («la Fao»), and the tagger takes it for a name. A name of one word keeps its
    capital. A longer one may lose it («agence spatiale européenne»), but a name of two or three words needs a definite
    article then, or it would be common words; an acronym in it never does («programme phare» is not PHARE).
    """
    if form == "acronym":
        surface = "".join(word.text for word in words)
        plain = name.replace(" ", "").replace("‑", "-")
        if surface == plain or (len(plain) > _SHORT and surface == plain.upper()):
            return True
        tags = {"PROPN", "X", ""} if len(plain) > _SHORT else {"PROPN", "X"}
        if len(plain) > _SHORT and determined:
            tags.add("NOUN")
        long = len(plain) > _SHORT or (len(plain) == _SHORT and determined)  # «la Fao»
        return long and surface == plain.capitalize() and words[0].pos in tags
    if _loses_capitals(words, name):
        return False
    if not any(c.isupper() for c in name):
        return True
    if words[0].is_capitalised:
        return True
    if len(words) == 1 or (len(words) == _NUMBERED and words[1].is_number):
        return False  # «à l'horizon 2020»
    return len(words) >= 4 or determined or any(word.is_capitalised for word in words)


def _loses_capitals(words: Sequence[Word], name: str) -> bool:
    """Whether what is an acronym in a name stands in small letters."""
    if not any(word.text.islower() for word in words):
        return False
    capitals = {part for part in name.replace("'", " ").split() if len(part) > 1 and part.isupper()}
    return any(word.text.islower() and word.text.upper() in capitals for word in words)
