"""The rules of a run: the built-in folder, and the user's folders over it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from glane.rules import acronyms, dates, figures
from glane.rules.errors import RuleError
from glane.rules.knowledge import CautionRow, CountryRow, EntityRow
from glane.rules.layout import AbbreviationRow, WrapRow
from glane.rules.merge import read_merged
from glane.rules.names import GenericRow, HeadRow, SubtypeRow, TellingRow, WordRow
from glane.rules.table import Row, has_table, read_table, readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.acronyms import AcronymRules
    from glane.rules.dates import DateRules
    from glane.rules.figures import FigureRules

OFF = "off.tsv"
RULES_VERSION = "1.0"
"""Version of the built-in rules; records name it, with a digest of the user's packs."""


class OffRow(Row):
    """Rules that a pack switches off. The `id` is an `fnmatch` pattern of rule ids, such as `kb:*`."""

    reason: str = Field(default="", description="Why, for the reader.")


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that the grammars read.

    Attributes:
        version: of the built-in rules, with a digest of the packs laid over them.
        entities: the knowledge base.
        cautions: names in the knowledge base that need evidence.
        countries: states and territories.
        heads: head nouns of names.
        words: classes of words for the grammar of names.
        generics: capitalised generics of single entities.
        subtypes: what a subtype may be.
        telling: what a name says of its subtype.
        abbreviations: folded words whose point ends no sentence.
        wraps: words that tell that a line goes on in the next one.
        acronyms: words for definitions of acronyms.
        dates: the grammar of dates.
        figures: the grammar of figures.
    """

    version: str
    entities: tuple[EntityRow, ...]
    cautions: tuple[CautionRow, ...]
    countries: tuple[CountryRow, ...]
    heads: tuple[HeadRow, ...]
    words: tuple[WordRow, ...]
    generics: tuple[GenericRow, ...]
    subtypes: tuple[SubtypeRow, ...]
    telling: tuple[TellingRow, ...]
    abbreviations: frozenset[str]
    wraps: tuple[WrapRow, ...]
    acronyms: AcronymRules
    dates: DateRules
    figures: FigureRules


def builtin_folder() -> Path:
    """Return the folder of the built-in rules."""
    return Path(str(files("glane_fr")))


def load_rules(packs: Sequence[str | Path] = ()) -> Rules:
    """Load the built-in rules and lay the user's packs over them.

    Args:
        packs: folders built like ``glane_fr``. Each may hold any of its tables (a row with a known id replaces that
            row, others are added) and an ``off.tsv`` that names rules to leave out.

    Returns:
        The rules.

    Raises:
        RuleError: a folder or a file cannot be used; the message names file and line.
    """
    folders = [builtin_folder(), *(Path(pack) for pack in packs)]
    for folder in folders[1:]:
        _check_pack(folder, folders[0])
    off = read_off(folders[1:])
    entities = read_merged(folders, "knowledge/organisations.tsv", EntityRow, off) + read_merged(
        folders, "knowledge/programmes.tsv", EntityRow, off
    )
    entities = tuple(row for row in entities if not _is_off(f"kb:{row.id}", off))
    return Rules(
        version=rules_version(folders[1:]),
        entities=entities,
        cautions=read_merged(folders, "knowledge/caution.tsv", CautionRow, off),
        countries=tuple(
            row
            for row in read_merged(folders, "knowledge/countries.tsv", CountryRow, off)
            if not _is_off(f"country:{row.id}", off)
        ),
        heads=read_merged(folders, "names/heads.tsv", HeadRow, off),
        words=read_merged(folders, "names/words.tsv", WordRow, off),
        generics=read_merged(folders, "names/generics.tsv", GenericRow, off),
        subtypes=read_merged(folders, "names/subtypes.tsv", SubtypeRow, off),
        telling=read_merged(folders, "names/telling.tsv", TellingRow, off),
        abbreviations=frozenset(
            row.form for row in read_merged(folders, "layout/abbreviations.tsv", AbbreviationRow, off)
        ),
        wraps=read_merged(folders, "layout/wraps.tsv", WrapRow, off),
        acronyms=acronyms.read(folders, off),
        dates=dates.read(folders, off),
        figures=figures.read(folders, off),
    )


def read_off(packs: Sequence[Path]) -> list[str]:
    """Read the patterns of ids that the ``off.tsv`` of some packs name.

    Raises:
        RuleError: one of them cannot be used.
    """
    return [row.id for pack in packs if has_table(pack, OFF) for row in read_table(pack / OFF, OffRow)]


def _is_off(rule: str, off: Sequence[str]) -> bool:
    return any(fnmatchcase(rule, pattern) for pattern in off)


def _check_pack(pack: Path, builtin: Path) -> None:
    """Refuse a pack that is no folder, or that holds a table glane does not know: it would be passed over in silence."""
    known = {path.relative_to(builtin) for path in _list_tables(builtin)} | {Path(OFF)}
    for path in _list_tables(pack):
        if path.relative_to(pack) not in known:
            names = ", ".join(sorted(str(name) for name in known))
            raise RuleError(path, None, f"is no table that glane knows; the tables are: {names}")


def rules_version(packs: Sequence[Path]) -> str:
    """Return the version of the built-in rules, with a digest of the packs laid over them.

    Raises:
        RuleError: a table, or a folder, cannot be read.
    """
    return f"{RULES_VERSION}+{digest_tables(packs)}" if packs else RULES_VERSION


def digest_tables(folders: Sequence[Path]) -> str:
    """Return twelve hexadecimal digits that are others wherever a table in some folders is another (SHA-256).

    Raises:
        RuleError: a table, or a folder, cannot be read.
    """
    digest = hashlib.sha256()
    for folder in folders:
        for path in _list_tables(folder):
            with readable(path):
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _list_tables(pack: Path) -> list[Path]:
    """List the tables in a folder; a folder in it that may not be read would be passed over in silence, so it is told."""

    def refuse(error: OSError) -> None:
        with readable(Path(error.filename)):
            raise error

    with readable(pack):
        if not pack.is_dir():
            raise RuleError(pack, None, "is no folder of rules")
    return sorted(
        Path(folder, name)
        for folder, _, names in os.walk(pack, onerror=refuse)
        for name in names
        if name.endswith(".tsv")
    )
