"""Parquet: typed columns, as DuckDB, polars, pandas and Arrow read them without being told."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from glane_records.models import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glane.write.tables import Cell, Column

_ROWS = 50_000
"""Rows a row group."""


def write_rows(rows: Iterable[Mapping[str, Cell]], columns: Sequence[Column], stream: IO[bytes]) -> None:
    """Write a table.

    Integers are 64 bits, numbers double precision, ISO dates of type date; the file's metadata hold
    ``glane_schema_version``.

    Args:
        rows: cells by column.
        columns: the columns, in their order.
        stream: where to.

    Raises:
        ImportError: pyarrow is not installed.
    """
    import pyarrow as pa
    from pyarrow import parquet

    types: dict[str, Any] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "date": pa.date32(),
    }
    schema = pa.schema(
        [pa.field(column.name, types[column.type]) for column in columns],
        metadata={"glane_schema_version": SCHEMA_VERSION},
    )
    waiting = iter(rows)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while chunk := list(islice(waiting, _ROWS)):
            cells = [
                pa.array([_convert(row.get(column.name), column) for row in chunk], type=types[column.type])
                for column in columns
            ]
            writer.write_table(pa.Table.from_arrays(cells, schema=schema))


def _convert(cell: Cell, column: Column) -> Cell | date:
    if cell is None or column.type in ("text", "integer"):
        return cell
    return float(cell) if column.type == "number" else date.fromisoformat(str(cell))
