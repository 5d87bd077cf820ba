"""CSV: RFC 4180, or as a French spreadsheet opens it."""

from __future__ import annotations

import csv
import io
from typing import IO, TYPE_CHECKING

from glane.gold import write_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glane.write.tables import Cell, Column

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_rows(
    rows: Iterable[Mapping[str, Cell]], columns: Sequence[Column], stream: IO[bytes], *, excel: bool = False
) -> None:
    """Write a table: UTF-8, a header, an empty cell for null.

    Args:
        rows: cells by column.
        columns: the columns, in their order.
        stream: where to.
        excel: for a French spreadsheet: byte order mark, ``;`` between cells, decimal comma, and an
            apostrophe before text that the spreadsheet would run as a formula (a document may hold anything).
    """
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig" if excel else "utf-8", newline="")
    writer = csv.writer(lines, delimiter=";" if excel else ",")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([_write(row.get(column.name), excel=excel) for column in columns])
    lines.flush()
    lines.detach()


def _write(cell: Cell, *, excel: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if excel and cell.startswith(_FORMULA) else cell
    written = write_number(cell)
    return written.replace(".", ",") if excel else written
