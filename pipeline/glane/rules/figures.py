"""Row types of the tables of numbers and figures, and the lookup tables made of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, TypeVar

from pydantic import Field, ValidationInfo, field_validator

from glane.rules.merge import read_merged
from glane.rules.phrases import Phrases, make_phrases, spellings
from glane.rules.table import Row
from glane_records.models import FigureModifier  # noqa: TC001 (pydantic reads the annotations)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

LinkKind: TypeAlias = Literal["range", "dash", "slash", "and", "or", "comma", "versus", "by"]
_LARGEST = Decimal(10) ** 18
Amount: TypeAlias = Annotated[Decimal, Field(ge=Decimal("1e-9"), le=_LARGEST)]
"""What a number is multiplied or divided by: with zero, less, or much more, figures could not be reckoned."""


class NumberRow(Row):
    """One number word."""

    forms: tuple[str, ...]
    kind: Literal["zero", "unit", "teen", "ten", "hundred", "thousand", "scale", "plural", "point", "link", "half"]
    value: Decimal = Field(ge=0, le=_LARGEST)

    @field_validator("value")
    @classmethod
    def _check_value(cls, value: Decimal, given: ValidationInfo) -> Decimal:
        kind = given.data.get("kind", "")
        if kind not in ("zero", "point", "link", "half") and value < 1:
            msg = f"a number of the kind {kind!r} is 1 or more"
            raise ValueError(msg)
        return value


class NounRow(Row):
    """One noun of number, such as a «centaine»."""

    forms: tuple[str, ...] = Field(description="Singular first.")
    value: Amount
    ambiguous: bool = Field(default=False, description="Counts only before «de» and the thing counted.")


class FractionRow(Row):
    """One noun or character that divides."""

    forms: tuple[str, ...] = Field(description="Singular first; one form: singular and plural.")
    kind: Literal["plain", "party", "ordinal", "compound", "glyph", "whole"]
    value: Amount = Field(description="Denominator; for glyphs and wholes the value itself.")


class MultiplierRow(Row):
    """One abbreviated multiplier, such as «Md»."""

    symbols: tuple[str, ...]
    value: Amount
    bare: bool = Field(default=False, description="May stand without a currency, right behind the digits.")
    blank: bool = Field(default=False, description="May then stand behind a blank.")


class UnitRow(Row):
    """One unit of measurement or currency."""

    unit: str = Field(description="What records say: SI or customary symbol, unit of time, or ISO 4217 code.")
    quantity: Literal["measure", "duration", "percent", "money"] = "money"
    factor: Amount = Field(default=Decimal(1), description="What the number is multiplied by.")
    forms: tuple[str, ...] = Field(default=(), description="Words, compared in lower case.")
    scaled: tuple[str, ...] = Field(default=(), description="Words that are this unit only behind a multiplier.")
    symbols: tuple[str, ...] = Field(default=(), description="Symbols, with their case.")
    cents: tuple[str, ...] = Field(default=(), description="Words for a hundredth of it.")
    cues: tuple[str, ...] = Field(
        default=(), description="Words of a document in which a noun that currencies share («francs») means this one."
    )
    source: str = Field(description="Where unit and symbol are defined.")
    until: int | None = Field(default=None, description="Last whole year in which the currency was legal tender.")


class CueRow(Row):
    """Words that bound or approximate a figure."""

    modifier: FigureModifier
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
