"""Shards: the records of a Ray dataset as a folder of files, one for some thousand documents."""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ray.data import Datasink
from ray.data.block import BlockAccessor

from glane.read import Failure
from glane.write import OutputError, write_failures
from glane.write.atomic import open_atomic, output_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyarrow as pa
    from ray.data import Dataset
    from ray.data.block import Block
    from ray.data.datasource import WriteResult

ShardFormat = Literal["jsonl", "parquet"]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Attributes:
        shards: how many files of records.
        documents: how many documents are in them.
        failures: how many inputs gave no records.
    """

    shards: int = 0
    documents: int = 0
    failures: int = 0

    def __add__(self, other: Written) -> Written:
        """Add up."""
        return Written(self.shards + other.shards, self.documents + other.documents, self.failures + other.failures)


def write_shards(
    dataset: Dataset,
    folder: str | Path,
    *,
    format: ShardFormat = "jsonl",  # noqa: A002 (as pandas and others name it)
    documents_per_shard: int = 1_000,
) -> Written:
    """Write the rows that `glane.run.ray.extract_dataset` gives as shards; the folder appears whole or not at all.

    ``part-000000.jsonl`` holds records, ``part-000000.jsonl.errors.jsonl`` beside it the inputs that gave none, where
    there are any. In the order of their names, the shards hold what ``glane extract`` writes for the same documents.
    ``part-000000.parquet`` holds the rows themselves, failures among them.

    Args:
        dataset: of rows of records.
        folder: where to, a folder that all workers share; it must not be there yet.
        format: of the shards.
        documents_per_shard: about how many rows go to a shard.

    Returns:
        The account.

    Raises:
        OutputError: the folder is there already, or cannot be written.
    """
    sink = _Shards(Path(folder).absolute(), format, documents_per_shard)
    with output_errors(str(folder)):
        sink.prepare()
    try:
        dataset.write_datasink(sink)
    finally:
        sink.clear()
    return sink.written


class _Shards(Datasink[Written]):
    """Writes each bundle of blocks to a file of its own in a folder that gets its name at the end."""

    def __init__(self, folder: Path, suffix: ShardFormat, rows: int) -> None:
        self._folder = folder
        self._staging = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.tmp")
        self._suffix = suffix
        self._rows = rows
        self.written = Written()

    def prepare(self) -> None:
        """Make the folder in which the shards are gathered."""
        if self._folder.exists():
            message = f"{self._folder}: exists already"
            raise OutputError(message)
        self._staging.mkdir(parents=True)

    def clear(self) -> None:
        """Leave nothing half-written behind."""
        shutil.rmtree(self._staging, ignore_errors=True)

    @property
    def min_rows_per_write(self) -> int:
        return self._rows

    def write(self, blocks: Iterable[Block], ctx: Any) -> Written:
        """Write one shard, on a worker; done again, it replaces what it wrote."""
        tables = [BlockAccessor.for_block(block).to_arrow() for block in blocks]
        if not any(table.num_rows for table in tables):
            return Written()
        path = self._staging / f"part-{ctx.task_idx:06d}.{self._suffix}"
        return _write_parquet(path, tables) if self._suffix == "parquet" else _write_jsonl(path, tables)

    def on_write_complete(self, write_result: WriteResult[Written]) -> None:
        """Give the folder its name."""
        self.written = sum(write_result.write_returns, Written())
        with output_errors(str(self._folder)):
            self._staging.rename(self._folder)


def _write_jsonl(path: Path, tables: Sequence[pa.Table]) -> Written:
    failures: list[Failure] = []
    documents = 0
    with open_atomic(path) as stream:
        for table in tables:
            for row in table.to_pylist():
                if row["error"] is None:
                    stream.write(row["records"].encode("utf-8"))
                    documents += 1
                else:
                    failures.append(Failure(row["id"], row["source"], row["error"], row["message"]))
    write_failures(path, failures)
    return Written(1, documents, len(failures))


def _write_parquet(path: Path, tables: Sequence[pa.Table]) -> Written:
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.concat_tables(tables)
    with open_atomic(path) as stream:
        parquet.write_table(table, stream, compression="zstd")
    documents = table["error"].null_count
    return Written(1, documents, table.num_rows - documents)
