"""One table out of several folders of rules: what a user's folder says replaces what the package says."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, TypeVar

from glane.rules.table import Row, has_table, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

R = TypeVar("R", bound=Row)


def read_merged(folders: Sequence[Path], name: str, model: type[R], off: Sequence[str] = ()) -> tuple[R, ...]:
    """Read one table from each folder that has it, and merge the rows by id.

    Args:
        folders: folders of rules, the package's first. It must have the table; the others may.
        name: the table's path inside a folder, such as ``dates/words.tsv``.
        model: the row type.
        off: ``fnmatch`` patterns of ids to leave out, such as ``date.relative-*``.

    Returns:
        The rows in the order of first appearance; a later row of the same id takes the place of the first.

    Raises:
        RuleError: the first folder lacks the table, or a table is wrong.
        ValueError: there is no folder.
    """
    if not folders:
        message = "no folder of rules was given"
        raise ValueError(message)
    rows: dict[str, R] = {}
    for number, folder in enumerate(folders):
        if number and not has_table(folder, name):
            continue
        rows.update((row.id, row) for row in read_table(folder / name, model))
    return without(rows.values(), off)


def without(rows: Iterable[R], off: Sequence[str]) -> tuple[R, ...]:
    """Leave out the rows whose ids match one of some ``fnmatch`` patterns."""
    return tuple(row for row in rows if not any(fnmatchcase(row.id, glob) for glob in off))
