"""Which currency a noun means that several have: «12 millions de francs», in a text on Switzerland."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from glane.rules.figures import FigureRules, UnitRow
    from glane.text.figures.find import FigureMatch

_COUNTRY = 2
"""Letters at the beginning of a code of ISO 4217 that are the country's, where one has the currency to itself."""
_WORD = re.compile(r"[^\W\d_]+")


def settle_currencies(
    found: Sequence[FigureMatch],
    folded: str,
    rules: FigureRules,
    count_bodies: Callable[[], Mapping[str, int]],
    read_years: Callable[[], Collection[int]] = tuple,
) -> list[FigureMatch]:
    """Give sums in a noun that several currencies share the one of which the document speaks most.

    Args:
        found: figures of the document.
        folded: its shadow text, in lower case.
        rules: the currencies, with the words that speak of each.
        count_bodies: counts the bodies of each country that the document names; asked only where something depends on it.
        read_years: tells the years that it names, asked likewise: a document of later years means no currency of old.

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
    nouns = [noun or _left_out(one, by_unit) for one, noun in zip(found, nouns, strict=True)]
    counts = Counter(_WORD.findall(folded))
    bodies = count_bodies()
    first = min(read_years(), default=0)
    meant = {noun: _most_spoken_of(rules.shared_nouns[noun], counts, bodies, first) for noun in shared}
    return [one._replace(unit=meant.get(noun) or one.unit) for one, noun in zip(found, nouns, strict=True)]


def _row(noun: str, rules: FigureRules) -> UnitRow | None:
    word = rules.unit_words.after(noun, 0)
    return None if word is None else word[1]


def _is_shared(noun: str, figure: FigureMatch, rules: FigureRules) -> bool:
    """Whether a sum is in a noun that several currencies have: not for the «centimes» of «3 euros et 50 centimes»."""
    row = _row(noun, rules)
    return noun in rules.shared_nouns and row is not None and (row.factor == 1 or row.id == figure.rule)


def _most_spoken_of(
    currencies: Iterable[UnitRow], counts: Mapping[str, int], bodies: Mapping[str, int], first: int
) -> str | None:
    """The unit of the currency, in use in a year, whose words and bodies stand most often in a document.

    None where two are even; but where the one that has the noun by itself was out of use, the first that was not.
    """
    rows = tuple(currencies)
    used = [row for row in rows if row.until is None or row.until >= first]
    spoken = {row.unit: sum(counts[cue] for cue in row.cues) + bodies.get(row.unit[:_COUNTRY], 0) for row in used}
    most = max(spoken.values(), default=0)
    if most > 0:
        leading = [unit for unit, times in spoken.items() if times == most]
        return leading[0] if len(leading) == 1 else None
    return used[0].unit if used and len(used) < len(rows) else None


def _left_out(figure: FigureMatch, by_unit: Mapping[str, str]) -> str:
    """The noun that a sum has from its neighbour."""
    return by_unit.get(figure.unit or "", "") if figure.rule.startswith("figure.") else ""


def _noun(figure: FigureMatch, folded: str) -> str:
    """The last word of a sum of money."""
    return folded[figure.start : figure.end].split()[-1] if figure.quantity == "money" else ""
