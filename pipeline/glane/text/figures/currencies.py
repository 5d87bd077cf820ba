"""Which currency a noun means that several have: «12 millions de francs», in a text on Switzerland."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from string import digits
from typing import TYPE_CHECKING

from glane.text.figures.elision import TAKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from glane.rules.figures import FigureRules, UnitRow
    from glane.text.figures.find import FigureMatch

_COUNTRY = 2
"""Letters at the beginning of a code of ISO 4217 that are the country's, where one has the currency to itself."""
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.;:!?](?=\s)|\n")
_CLAUSE = re.compile(rf"[,(]|{re.escape(TAKEN)}+")
_REACH = 200
"""Characters of a sentence that are looked at on either side of a sum."""
_CLAUSES = 4


def settle_currencies(
    found: Sequence[FigureMatch],
    folded: str,
    rules: FigureRules,
    count_bodies: Callable[[], Mapping[str, int]],
    read_years: Callable[[], Sequence[tuple[int, int]]] = tuple,
) -> list[FigureMatch]:
    """Give sums in a noun that several currencies share that of their subject, else the one of which the document speaks most.

    Args:
        found: figures of the document.
        folded: its shadow text, in lower case.
        rules: the currencies, with the words that speak of each.
        count_bodies: counts the bodies of each country that the document names; asked only where something depends on it.
        read_years: tells where it names which years, asked likewise: a sentence or a document of later years alone means
            no currency of old.

    Returns:
        The figures; those whose noun says all, and all where nothing speaks of a currency more than of others, as they are.
    """
    nouns = [noun if _is_shared(noun := _noun(one, folded), one, rules) else "" for one in found]
    shared = set(filter(None, nouns))
    if not shared:
        return list(found)
    # A sum that leaves its noun out has the unit of the one that does not.
    said = {one.unit for one, noun in zip(found, nouns, strict=True) if not noun and not one.rule.startswith("figure.")}
    by_unit = {
        row.unit: noun
        for noun in shared
        if (row := _row(noun, rules)) is not None and (row.factor == 1 or row.unit not in said)
    }
    speech = Speech(folded, rules, count_bodies(), read_years())
    settled: list[FigureMatch] = []
    before: dict[str, UnitRow | None] = {}
    for one, noun in zip(found, nouns, strict=True):
        if noun:
            before[noun] = row = speech.meant_at(one.start, noun)
            settled.append(one if row is None else one._replace(unit=row.unit, rule=row.id))
        elif left := _left_out(one, by_unit):
            row = before[left] if left in before else speech.meant_at(one.start, left)
            settled.append(one if row is None else one._replace(unit=row.unit))
        else:
            settled.append(one)
    return settled


def _row(noun: str, rules: FigureRules) -> UnitRow | None:
    word = rules.unit_words.after(noun, 0)
    return None if word is None else word[1]


def _is_shared(noun: str, figure: FigureMatch, rules: FigureRules) -> bool:
    """Whether a sum is in a noun that several currencies have: not for the «centimes» of «3 euros et 50 centimes»."""
    row = _row(noun, rules)
    return noun in rules.shared_nouns and row is not None and (row.factor == 1 or row.id == figure.rule)


class Speech:
    """What a document says of the currencies that share a noun."""

    def __init__(
        self, folded: str, rules: FigureRules, bodies: Mapping[str, int], years: Sequence[tuple[int, int]]
    ) -> None:
        """Count the words of a document.

        Args:
            folded: its shadow text, in lower case.
            rules: the currencies, with the words that speak of each.
            bodies: how often it names bodies of a country.
            years: the years that it names, each behind its offset, in order.
        """
        self._folded = folded
        self._rules = rules
        self._counts = Counter(_WORD.findall(folded))
        self._bodies = bodies
        self._years = years
        self._first = min((year for _, year in years), default=0)
        self._voted: dict[tuple[str, int], UnitRow | None] = {}

    def meant_at(self, position: int, noun: str) -> UnitRow | None:
        """The currency that a noun means in a sum at a position; None where nothing tells."""
        first = self._first_year(position)
        if (noun, first) not in self._voted:
            self._voted[noun, first] = self._most_spoken_of(noun, first)
        subject = _currency_of_subject(self._folded, position, self._rules.shared_nouns[noun], self._rules)
        return subject if subject is not None and _is_used(subject, first) else self._voted[noun, first]

    def _first_year(self, position: int) -> int:
        """The first year that the sentence names, else the document."""
        low, high = _sentence_around(self._folded, position)
        begin = bisect_left(self._years, (low, 0))
        end = bisect_left(self._years, (high, 0))
        return min((year for _, year in self._years[begin:end]), default=self._first)

    def _most_spoken_of(self, noun: str, first: int) -> UnitRow | None:
        """The currency, in use in a year, whose words and bodies stand most often in the document.

        None where two are even; but where the one that has the noun by itself was out of use, the first that was not.
        """
        rows = self._rules.shared_nouns[noun]
        used = [row for row in rows if _is_used(row, first)]
        spoken = {row.id: self._times(row) for row in used}
        most = max(spoken.values(), default=0)
        leading = [row for row in used if spoken[row.id] == most]
        if most > 0 and len(leading) == 1:
            return leading[0]
        alone = _row(noun, self._rules)
        if most > 0 and (alone is None or _is_used(alone, first)):
            return None
        return leading[0] if leading and len(used) < len(rows) else None

    def _times(self, row: UnitRow) -> int:
        return sum(self._counts[cue] for cue in row.cues) + self._bodies.get(row.unit[:_COUNTRY], 0)


def _currency_of_subject(folded: str, position: int, rows: Iterable[UnitRow], rules: FigureRules) -> UnitRow | None:
    """The currency of the state that a clause before a sum begins with: «La Suisse a versé 20 millions de francs au Tchad».

    None where it begins with two («La Suisse et la France versent …»), or no clause of the sentence does.

    Args:
        folded: shadow text, in lower case.
        position: of the sum.
        rows: currencies, with the words that speak of each.
        rules: classes of words.
    """
    low, _ = _sentence_around(folded, position)
    by_cue = {cue: row for row in rows for cue in row.cues}
    for clause in reversed(_CLAUSE.split(folded[low:position])[-_CLAUSES:]):
        text = clause.strip()
        article = rules.context("subject_article").after(text, 0)
        named = _WORD.match(text, 0 if article is None else article[0] + (text[article[0] - 1] != "'"))
        if named is None or named[0] not in by_cue:
            continue
        joined = rules.context("elective_joint").after(text, named.end() + 1)
        return None if joined is not None else by_cue[named[0]]
    return None


def _sentence_around(folded: str, position: int) -> tuple[int, int]:
    """Where the sentence of a position begins and ends, or how far it is looked at."""
    low, high = max(0, position - _REACH), position + _REACH
    begin = max((mark.end() for mark in _SENTENCE.finditer(folded, low, position)), default=low)
    end = _SENTENCE.search(folded, position, high)
    return begin, min(high, len(folded)) if end is None else end.start()


def _is_used(row: UnitRow, first: int) -> bool:
    return row.until is None or row.until >= first


def _left_out(figure: FigureMatch, by_unit: Mapping[str, str]) -> str:
    """The noun that a sum has from its neighbour."""
    return by_unit.get(figure.unit or "", "") if figure.rule.startswith("figure.") else ""


def _noun(figure: FigureMatch, folded: str) -> str:
    """The last word of a sum of money, which its number may touch: «11centimes»."""
    return folded[figure.start : figure.end].split()[-1].lstrip(digits) if figure.quantity == "money" else ""
