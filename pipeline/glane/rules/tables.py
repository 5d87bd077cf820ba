"""Which tables there are: the row type of each, what its ids look like, and what its forms decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from glane.rules import acronyms, dates, figures, names
from glane.rules.knowledge import CautionRow, CountryRow, EntityRow
from glane.rules.layout import AbbreviationRow, WrapRow
from glane.rules.merge import read_merged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from glane.rules.table import Row

# Ids are made of letters, digits and hyphens; `area.name` or `source:name` where the id alone is a record's rule.
_SLUG: Final = r"[^\W_]+(?:-[^\W_]+)*"
_DOTTED: Final = rf"{_SLUG}(?:\.{_SLUG})*"


Rows: TypeAlias = "Mapping[str, tuple[Row, ...]]"
"""The rows of all tables, by the path of their table."""

ORGANISATIONS, PROGRAMMES = "knowledge/organisations.tsv", "knowledge/programmes.tsv"


@dataclass(frozen=True, slots=True)
class Forms:
    """A column of forms by which rows are looked up.

    Attributes:
        column: its name.
        space: rows whose forms share a space are looked up together, whatever their table.
        group: columns that part the space; rows of different groups never meet.
        decides: columns that say what a form stands for; where a form stands in two rows, one of them is lost. Without
            any, forms only belong to a group, and a second one does no harm.
        cased: forms are compared with their case and accents.
        as_typed: forms are compared as they are typed, so they need the straight apostrophe, the plain hyphen and blank.
    """

    column: str
    space: str
    group: tuple[str, ...] = ()
    decides: tuple[str, ...] = ()
    cased: bool = False
    as_typed: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a folder of rules.

    Attributes:
        path: inside the folder.
        model: the row type.
        ids: regular expression of its ids.
        rule: what stands before a row's id in the `rule` of records; ``None`` where no record names the row.
        forms: columns of forms.
    """

    path: str
    model: type[Row]
    ids: str
    rule: str | None = None
    forms: tuple[Forms, ...] = ()


_UNITS = (
    Forms("forms", "words of units", decides=("unit", "factor")),
    Forms("scaled", "words of units behind multipliers", decides=("unit", "factor")),
    Forms("symbols", "symbols of units", decides=("unit", "factor"), cased=True),
)

TABLES: Final = (
    Table("acronyms/cues.tsv", acronyms.CueRow, rf"cue\.{_SLUG}", forms=(Forms("forms", "cues", ("place",)),)),
    Table("acronyms/forms.tsv", acronyms.FormRow, rf"acronym\.{_SLUG}", rule=""),
    Table(
        "acronyms/initials.tsv",
        acronyms.InitialRow,
        rf"initial\.{_SLUG}",
        forms=(Forms("stems", "stems", decides=("others",)),),
    ),
    Table(
        "acronyms/stops.tsv",
        acronyms.StopRow,
        rf"stop\.{_SLUG}",
        forms=(Forms("forms", "stops", cased=True),),
    ),
    Table(
        "acronyms/words.tsv",
        acronyms.AcronymWordRow,
        rf"word\.{_SLUG}",
        forms=(Forms("forms", "roles", ("role",)),),
    ),
    Table(
        "dates/cues.tsv",
        dates.CueRow,
        rf"cue\.{_SLUG}",
        forms=(Forms("phrases", "cues of dates", ("kind",)),),
    ),
    Table("dates/guards.tsv", dates.GuardRow, _DOTTED, forms=(Forms("words", "guards", ("kind",)),)),
    Table("dates/patterns.tsv", dates.PatternRow, rf"date\.{_SLUG}", rule=""),
    Table(
        "dates/words.tsv",
        dates.WordRow,
        _DOTTED,
        forms=(Forms("forms", "words of dates", ("category",), ("value",)),),
    ),
    Table("figures/contexts.tsv", figures.ContextRow, _DOTTED, forms=(Forms("forms", "contexts", ("context",)),)),
    Table(
        "figures/counted.tsv",
        figures.CountedRow,
        rf"counted\.{_SLUG}",
        forms=(Forms("forms", "counted", ("word_class",)),),
    ),
    Table(
        "figures/cues.tsv",
        figures.CueRow,
        rf"cue\.{_SLUG}",
        forms=(Forms("forms", "cues of figures", ("side",), ("modifier",)),),
    ),
    Table("figures/currencies.tsv", figures.UnitRow, rf"currency\.{_SLUG}", rule="", forms=_UNITS),
    Table(
        "figures/fractions.tsv",
        figures.FractionRow,
        rf"(?:fraction|glyph)\.{_SLUG}",
        rule="",
        forms=(Forms("forms", "fractions", decides=("kind", "value")),),
    ),
    Table(
        "figures/links.tsv",
        figures.LinkRow,
        rf"link\.{_SLUG}",
        forms=(Forms("forms", "links", decides=("kind",)),),
    ),
    Table(
        "figures/multipliers.tsv",
        figures.MultiplierRow,
        rf"multiplier\.{_SLUG}",
        forms=(Forms("symbols", "multipliers", decides=("value",), cased=True),),
    ),
    Table(
        "figures/nouns.tsv",
        figures.NounRow,
        rf"noun\.{_SLUG}",
        rule="",
        forms=(Forms("forms", "nouns of number", decides=("value",)),),
    ),
    Table(
        "figures/numbers.tsv",
        figures.NumberRow,
        rf"number\.{_SLUG}",
        forms=(Forms("forms", "number words", decides=("kind", "value")),),
    ),
    Table("figures/patterns.tsv", figures.PatternRow, rf"figure\.{_SLUG}", rule=""),
    Table("figures/units.tsv", figures.UnitRow, rf"unit\.{_SLUG}", rule="", forms=_UNITS),
    Table("knowledge/caution.tsv", CautionRow, rf"{_SLUG}\.{_SLUG}"),
    Table(
        "knowledge/countries.tsv",
        CountryRow,
        r"[A-Z]{2}",
        rule="country:",
        forms=tuple(Forms(column, "countries", decides=("id",), as_typed=False) for column in ("name", "aliases")),
    ),
    Table(ORGANISATIONS, EntityRow, r"[a-z0-9]+(?:-[a-z0-9]+)*", rule="kb:"),
    Table(PROGRAMMES, EntityRow, r"[a-z0-9]+(?:-[a-z0-9]+)*", rule="kb:"),
    Table(
        "layout/abbreviations.tsv",
        AbbreviationRow,
        rf"abbreviation:{_SLUG}",
        forms=(Forms("form", "abbreviations"),),
    ),
    Table("layout/wraps.tsv", WrapRow, rf"wrap:{_SLUG}", forms=(Forms("form", "wraps", ("place",)),)),
    Table(
        "names/generics.tsv",
        names.GenericRow,
        rf"generic:{_SLUG}",
        forms=(Forms("form", "generics", decides=("entity",)),),
    ),
    Table(
        "names/heads.tsv",
        names.HeadRow,
        rf"head:{_SLUG}",
        rule="",
        forms=(Forms("forms", "heads", decides=("kind", "subtype", "lower"), as_typed=False),),
    ),
    Table("names/subtypes.tsv", names.SubtypeRow, _SLUG),
    Table("names/telling.tsv", names.TellingRow, _DOTTED),
    Table("names/words.tsv", names.WordRow, _DOTTED, forms=(Forms("forms", "classes", ("word_class",)),)),
)
"""Every table of a folder of rules, by path; ``off.tsv`` is none, it only names rows of others."""


def read_tables(folders: Sequence[Path]) -> dict[str, tuple[Row, ...]]:
    """Read all tables of some folders, one laid over the other, with the rows that an ``off.tsv`` switches off.

    Args:
        folders: the built-in one first.

    Returns:
        The rows by the path of their table.

    Raises:
        RuleError: a table is missing in the first folder, or wrong.
    """
    return {table.path: read_merged(folders, table.path, table.model) for table in TABLES}


def values_of(row: Row, column: str) -> tuple[str, ...]:
    """Return what a cell holds; a single value as a tuple of one."""
    value = getattr(row, column)
    return value if isinstance(value, tuple) else (value,)


def cell_of(row: Row, column: str) -> str:
    """Return a cell as a table writes it."""
    return "|".join(map(str, values_of(row, column)))
