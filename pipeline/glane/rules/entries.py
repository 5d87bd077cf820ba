"""The rows that records can name: what coverage is counted against."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from glane.rules.load import builtin_folder, read_off
from glane.rules.tables import TABLES, read_tables

if TYPE_CHECKING:
    from collections.abc import Sequence


def list_entries(packs: Sequence[str | Path] = ()) -> dict[str, tuple[str, ...]]:
    """List the rules that may stand in the `rule` of a record, by the table they come from.

    Args:
        packs: folders of rules, as for `load_rules`; what they switch off is left out.

    Returns:
        Rule ids, such as ``kb:otan`` or ``head:agence``, in the order of their tables.

    Raises:
        RuleError: a folder or a file cannot be used.
    """
    folders = [builtin_folder(), *(Path(pack) for pack in packs)]
    rows = read_tables(folders)
    off = read_off(folders[1:])
    return {
        table.path: tuple(
            f"{table.rule}{row.id}"
            for row in rows[table.path]
            if not any(fnmatchcase(name, glob) for name in (row.id, f"{table.rule}{row.id}") for glob in off)
        )
        for table in TABLES
        if table.rule is not None
    }
