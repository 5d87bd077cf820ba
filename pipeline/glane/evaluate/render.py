"""Tables as plain text, as Markdown, and on a terminal."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.evaluate.report import Table


def render_plain(tables: Iterable[Table]) -> str:
    """Columns aligned with blanks; no line is broken or cut."""
    return "\n\n".join(_plain(table) for table in tables)


def render_markdown(tables: Iterable[Table]) -> str:
    """Tables of GitHub Flavored Markdown, their titles in bold."""
    return "\n\n".join(_markdown(table) for table in tables)


def print_tables(tables: Iterable[Table]) -> None:
    """Print to a terminal, with rich."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    console = Console(highlight=False)
    for table in tables:
        console.print(Text(table.title))
        if not table.rows:
            console.print()
            continue
        shown = RichTable(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
        for index, (column, width) in enumerate(zip(table.columns, _widths(table), strict=True)):
            if index < table.texts:
                shown.add_column(Text(column), overflow="fold")
            else:
                shown.add_column(Text(column), justify="right", no_wrap=True, min_width=width)
        for row in table.rows:
            shown.add_row(*(Text(cell) for cell in row))
        console.print(shown)


def _plain(table: Table) -> str:
    if not table.rows:
        return table.title
    widths = _widths(table)
    lines = [table.title]
    for row in (table.columns, *table.rows):
        cells = (
            _pad(cell, width, right=index >= table.texts)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _markdown(table: Table) -> str:
    title = f"**{_escape(table.title)}**"
    if not table.rows:
        return title
    rules = ["---" if index < table.texts else "---:" for index in range(len(table.columns))]
    lines = [title, ""]
    lines.extend(
        f"| {' | '.join(cells)} |"
        for cells in (
            [_escape(column) for column in table.columns],
            rules,
            *([_escape(cell) for cell in row] for row in table.rows),
        )
    )
    return "\n".join(lines)


def _escape(cell: str) -> str:
    for character in "\\`*_[]<>|":
        cell = cell.replace(character, f"\\{character}")
    return cell


def _widths(table: Table) -> list[int]:
    return [max(map(_width, cells)) for cells in zip(table.columns, *table.rows, strict=True)]


def _width(cell: str) -> int:
    return sum(0 if unicodedata.combining(c) else 1 for c in cell)


def _pad(cell: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - _width(cell))
    return blanks + cell if right else cell + blanks
