"""What a linter of rules says, and where in the tables it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from glane.rules.table import has_table, read_lines
from glane.rules.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

Level: TypeAlias = Literal["problem", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that the author of a table should look at.

    Attributes:
        level: ``problem`` or ``note``.
        kind: what it is about: ``name``, ``acronym``, ``parent``, ``word`` (see `check_knowledge`), ``id``, ``form``,
            ``class``, ``subtype``, ``entity``, ``country``, ``stop``, ``typography``, ``off``, ``replaced``.
        message: for a reader.
        ids: of the rows concerned.
        places: where they stand, as ``file:line``.
        own: whether one of them stands in a user's folder.
    """

    level: Level
    kind: str
    message: str
    ids: tuple[str, ...]
    places: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where rows stand, by table and id, from the built-in folder to the last one."""

    lines: Mapping[tuple[str, str], tuple[tuple[Path, int], ...]]
    builtin: Path

    def of(self, table: str, identifier: str) -> list[tuple[Path, int]]:
        """The line that counts; none for a row that is not there."""
        return list(self.lines.get((table, identifier), ())[-1:])

    def finding(
        self, level: Level, kind: str, message: str, rows: Iterable[tuple[str, str]], ids: tuple[str, ...] = ()
    ) -> Finding:
        """Make a finding about rows, each given by its table and id."""
        wanted = list(dict.fromkeys(rows))
        found = [place for table, identifier in wanted for place in self.of(table, identifier)]
        own = any(not path.is_relative_to(self.builtin) for path, _ in found)
        ids = ids or tuple(identifier for _, identifier in wanted)
        return Finding(level, kind, message, ids, tuple(f"{path}:{line}" for path, line in found), own)


def locate(folders: Sequence[Path]) -> dict[tuple[str, str], tuple[tuple[Path, int], ...]]:
    """Find the line of every row, in every folder that has it."""
    lines: dict[tuple[str, str], tuple[tuple[Path, int], ...]] = defaultdict(tuple)
    for folder in folders:
        for table in TABLES:
            path = folder / table.path
            if has_table(folder, table.path):
                for identifier, number in lines_of(path):
                    lines[table.path, identifier] += ((path, number),)
    return dict(lines)


def find_row(folders: Sequence[Path], table: str, identifier: str) -> tuple[Path, int]:
    """Find the line of a row that counts: that of the last folder that has it."""
    for folder in reversed(folders):
        if has_table(folder, table) and (line := dict(lines_of(folder / table)).get(identifier)):
            return folder / table, line
    message = f"{table} has no row {identifier!r}"
    raise LookupError(message)


def lines_of(path: Path) -> Iterator[tuple[str, int]]:
    """Give the id and the number of each line that holds a row; the table has been read before, so it is sound."""
    column: int | None = None
    for number, line in enumerate(read_lines(path), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if column is None:
            column = cells.index("id")
        else:
            yield cells[column], number
