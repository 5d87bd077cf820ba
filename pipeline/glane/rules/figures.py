"""Row types of the tables of numbers and figures, and the lookup tables made of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

from pydantic import Field

from glane.rules.merge import read_merged
from glane.rules.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

Quantity: TypeAlias = Literal["count", "percent", "money", "measure", "duration", "ratio"]
Modifier: TypeAlias = Literal["about", "more_than", "less_than", "at_least", "at_most"]
LinkKind: TypeAlias = Literal["range", "dash", "slash", "and", "or", "comma", "versus", "by"]


class NumberRow(Row):
    """One number word."""

    forms: tuple[str, ...]
    kind: Literal["zero", "unit", "teen", "ten", "hundred", "thousand", "scale", "plural", "point", "link", "half"]
    value: Decimal


class NounRow(Row):
    """One noun of number, such as a «centaine»."""

    forms: tuple[str, ...] = Field(description="Singular first.")
    value: Decimal
    ambiguous: bool = Field(default=False, description="Counts only before «de» and the thing counted.")


class FractionRow(Row):
    """One noun or character that divides."""

    forms: tuple[str, ...] = Field(description="Singular first; one form: singular and plural.")
    kind: Literal["plain", "party", "ordinal", "compound", "glyph", "whole"]
    value: Decimal = Field(description="Denominator; for glyphs and wholes the value itself.")


class MultiplierRow(Row):
    """One abbreviated multiplier, such as «Md»."""

    symbols: tuple[str, ...]
    value: Decimal
    bare: bool = Field(default=False, description="May stand without a currency, right behind the digits.")
    blank: bool = Field(default=False, description="May then stand behind a blank.")


class UnitRow(Row):
    """One unit of measurement or currency."""

    unit: str = Field(description="What records say: SI or customary symbol, unit of time, or ISO 4217 code.")
    quantity: Literal["measure", "duration", "percent", "money"] = "money"
    factor: Decimal = Field(default=Decimal(1), description="What the number is multiplied by.")
    forms: tuple[str, ...] = Field(default=(), description="Words, compared in lower case.")
    scaled: tuple[str, ...] = Field(default=(), description="Words that are this unit only behind a multiplier.")
    symbols: tuple[str, ...] = Field(default=(), description="Symbols, with their case.")
    cents: tuple[str, ...] = Field(default=(), description="Words for a hundredth of it.")
    cues: tuple[str, ...] = Field(
        default=(), description="Words of a document in which a noun that currencies share («francs») means this one."
    )
    source: str = Field(description="Where unit and symbol are defined.")


class CueRow(Row):
    """Words that bound or approximate a figure."""

    modifier: Modifier
    side: Literal["before", "behind", "both"]
    measured: bool = Field(default=False, description="Only of a figure with a unit, or of 20 and more.")
    forms: tuple[str, ...]


class LinkRow(Row):
    """Words and signs between two numerals."""

    kind: LinkKind
    forms: tuple[str, ...]


class ContextRow(Row):
    """Words around a numeral that say what it is; a form that ends in ``*`` is a prefix."""

    context: str
    forms: tuple[str, ...]


class CountedRow(Row):
    """A class of words in the thing counted; a form that ends in ``*`` is a prefix."""

    word_class: str
    forms: tuple[str, ...]


class PatternRow(Row):
    """One rule of the grammar itself, so that it can be turned off."""

    example: str


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases with what they stand for, looked up by their first or last word.

    Attributes:
        by_first: from the first word (or sign) of a phrase to all phrases that begin with it, longest first.
        by_last: the same from the last word.
        prefixes: beginnings of words.
        forms: all phrases.
        beginnings: all prefixes.
    """

    by_first: Mapping[str, tuple[tuple[str, T], ...]]
    by_last: Mapping[str, tuple[tuple[str, T], ...]]
    prefixes: tuple[tuple[str, T], ...] = ()
    forms: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def has_word(self, word: str) -> bool:
        """Whether a word is one of the phrases or begins with one of the prefixes."""
        return word in self.forms or word.startswith(self.beginnings)

    def after(self, text: str, position: int) -> tuple[int, T] | None:
        """Find the longest phrase that begins at a position: where it ends, and what it stands for."""
        if position >= len(text):
            return None
        for form, value in self.by_first.get(first_word(text, position), ()):
            end = position + len(form)
            if text.startswith(form, position) and not _goes_on(text, end):
                return end, value
        return None

    def before(self, text: str, position: int) -> tuple[int, T] | None:
        """Find the longest phrase that ends at a position: where it begins, and what it stands for."""
        if position <= 0:
            return None
        last = last_word(text, position)
        for form, value in self.by_last.get(last, ()):
            start = position - len(form)
            if text.endswith(form, 0, position) and not _goes_back(text, start):
                return start, value
        for prefix, value in self.prefixes:
            if last.startswith(prefix):
                return position - len(last), value
        return None


_LONGEST_WORD = 40
_LETTERS = re.compile(rf"[^\W\d_]{{1,{_LONGEST_WORD}}}")


def first_word(text: str, position: int) -> str:
    """Read the word that begins at a position, with its apostrophe; else one character."""
    found = _LETTERS.match(text, position)
    end = found.end() if found else position
    if found and not found[0].isalpha():  # «½»
        end = position + next(index for index, letter in enumerate(found[0]) if not letter.isalpha())
    if end == position:
        return text[position : position + 1]
    return text[position : end + 1] if text[end : end + 1] == "'" else text[position:end]


def last_word(text: str, position: int) -> str:
    """Read the word that ends at a position, with its apostrophe; else one character."""
    word = text[max(0, position - _LONGEST_WORD) : position].rpartition(" ")[2]
    if word.isalpha():  # most
        return word
    start = position - 1 if text[position - 1 : position] == "'" else position
    letters = start
    low = max(0, position - _LONGEST_WORD)
    while letters > low and text[letters - 1].isalpha():
        letters -= 1
    return text[letters:position] if letters < start else text[position - 1 : position]


def _goes_on(text: str, end: int) -> bool:
    """Whether the word that ends here goes on, so that it is another word."""
    if end >= len(text) or not text[end - 1].isalnum():
        return False
    return text[end].isalnum() or text[end] == "'"


def _goes_back(text: str, start: int) -> bool:
    return start > 0 and text[start].isalnum() and (text[start - 1].isalnum() or text[start - 1] == "-")


def plain(form: str) -> str:
    """Take the accents off a form."""
    decomposed = unicodedata.normalize("NFD", form)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def spellings(forms: Iterable[str]) -> list[str]:
    """Put forms in lower case, and add those without accents."""
    folded = [form.lower() for form in forms]
    return list(dict.fromkeys([*folded, *map(plain, folded)]))


def make_phrases(pairs: Iterable[tuple[str, T]]) -> Phrases[T]:
    """Make the lookup tables of phrases; of two equal phrases the first stands."""
    table: dict[str, T] = {}
    for form, value in pairs:
        table.setdefault(form, value)
    by_first: dict[str, list[tuple[str, T]]] = {}
    by_last: dict[str, list[tuple[str, T]]] = {}
    prefixes: list[tuple[str, T]] = []
    for form, value in sorted(table.items(), key=lambda item: -len(item[0])):
        if len(form) > 1 and form.endswith("*"):
            prefixes.append((form[:-1], value))
            continue
        by_first.setdefault(first_word(form, 0), []).append((form, value))
        by_last.setdefault(last_word(form, len(form)), []).append((form, value))
    return Phrases(
        {key: tuple(found) for key, found in by_first.items()},
        {key: tuple(found) for key, found in by_last.items()},
        tuple(prefixes),
        frozenset(form for forms in by_first.values() for form, _ in forms),
        tuple(prefix for prefix, _ in prefixes),
    )


# Compared by identity: what is made of the rules is cached by them.
@dataclass(frozen=True, slots=True, eq=False)
class FigureRules:
    """All that the grammar of numbers and figures reads from its tables.

    Attributes:
        numbers: number words by form.
        nouns: nouns of number by form.
        fractions: nouns that divide by form; glyphs among them.
        multipliers: abbreviated multipliers, with their case.
        unit_words: units and currencies by their words.
        scaled_words: the same, where they are money only behind a multiplier.
        symbols: units and currencies by their symbols.
        currency_symbols: currencies alone by their symbols.
        cents: words for a hundredth, by currency.
        shared_nouns: currencies with cues, by the nouns that open the names of several.
        cues_before: modifiers by what stands before a figure.
        cues_behind: modifiers by what stands behind it.
        links: what may stand between two numerals.
        contexts: classes of words around a numeral; the value is the rule's id.
        counted: classes of words in the thing counted.
        patterns: ids of the grammar's own rules that are on.
    """

    numbers: Mapping[str, NumberRow]
    nouns: Mapping[str, NounRow]
    fractions: Mapping[str, FractionRow]
    multipliers: Phrases[MultiplierRow]
    unit_words: Phrases[UnitRow]
    scaled_words: Phrases[UnitRow]
    symbols: Phrases[UnitRow]
    currency_symbols: Phrases[UnitRow]
    cents: Mapping[str, frozenset[str]]
    shared_nouns: Mapping[str, tuple[UnitRow, ...]]
    cues_before: Phrases[CueRow]
    cues_behind: Phrases[CueRow]
    links: Mapping[str, LinkKind]
    contexts: Mapping[str, Phrases[str]]
    counted: Mapping[str, Phrases[str]]
    patterns: frozenset[str]

    def context(self, name: str) -> Phrases[str]:
        """Words of one class; none where every rule of the class is turned off."""
        return self.contexts.get(name, _NO_PHRASES)

    def word_class(self, name: str) -> Phrases[str]:
        """Words of one class in the thing counted."""
        return self.counted.get(name, _NO_PHRASES)


_NO_PHRASES: Phrases[str] = Phrases({}, {})


def read(folders: Sequence[Path], off: Sequence[str] = ()) -> FigureRules:
    """Read the tables ``figures/*.tsv``.

    Args:
        folders: folders of rules, the package's first; later ones are laid over it.
        off: ``fnmatch`` patterns of rule ids to leave out.

    Raises:
        RuleError: a table is missing or wrong.
    """
    units = read_merged(folders, "figures/units.tsv", UnitRow, off)
    currencies = read_merged(folders, "figures/currencies.tsv", UnitRow, off)
    cues = read_merged(folders, "figures/cues.tsv", CueRow, off)
    both = (*currencies, *units)
    return FigureRules(
        numbers=_by_form(read_merged(folders, "figures/numbers.tsv", NumberRow, off)),
        nouns=_by_form(read_merged(folders, "figures/nouns.tsv", NounRow, off)),
        fractions=_by_form(read_merged(folders, "figures/fractions.tsv", FractionRow, off)),
        multipliers=make_phrases(
            (symbol, row)
            for row in read_merged(folders, "figures/multipliers.tsv", MultiplierRow, off)
            for symbol in row.symbols
        ),
        unit_words=make_phrases((form, row) for row in both for form in spellings(row.forms)),
        scaled_words=make_phrases((form, row) for row in both for form in spellings(row.scaled)),
        symbols=make_phrases((symbol, row) for row in both for symbol in row.symbols),
        currency_symbols=make_phrases((symbol, row) for row in currencies for symbol in row.symbols),
        cents={row.unit: frozenset(spellings(row.cents)) for row in currencies if row.cents},
        shared_nouns=_shared_nouns(currencies),
        cues_before=_cues(cues, "behind"),
        cues_behind=_cues(cues, "before"),
        links={form: row.kind for row in read_merged(folders, "figures/links.tsv", LinkRow, off) for form in row.forms},
        contexts=_classes(
            (row.context, row.id, row.forms) for row in read_merged(folders, "figures/contexts.tsv", ContextRow, off)
        ),
        counted=_classes(
            (row.word_class, row.id, row.forms) for row in read_merged(folders, "figures/counted.tsv", CountedRow, off)
        ),
        patterns=frozenset(row.id for row in read_merged(folders, "figures/patterns.tsv", PatternRow, off)),
    )


def _shared_nouns(currencies: Iterable[UnitRow]) -> dict[str, tuple[UnitRow, ...]]:
    named: dict[str, dict[str, UnitRow]] = {}
    for row in currencies:
        for form in row.forms if row.cues else ():
            named.setdefault(form.split()[0].lower(), {})[row.unit] = row
    return {noun: tuple(rows.values()) for noun, rows in named.items() if len(rows) > 1}


_Formed = TypeVar("_Formed", NumberRow, NounRow, FractionRow)


def _by_form(rows: Iterable[_Formed]) -> dict[str, _Formed]:
    return {form: row for row in rows for form in spellings(row.forms)}


def _cues(rows: Iterable[CueRow], other_side: str) -> Phrases[CueRow]:
    return make_phrases((form, row) for row in rows if row.side != other_side for form in spellings(row.forms))


def _classes(rows: Iterable[tuple[str, str, tuple[str, ...]]]) -> dict[str, Phrases[str]]:
    pairs: dict[str, list[tuple[str, str]]] = {}
    for name, rule, forms in rows:
        pairs.setdefault(name, []).extend((form, rule) for form in spellings(forms))
    return {name: make_phrases(found) for name, found in pairs.items()}
