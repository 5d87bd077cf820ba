"""Many documents on a cluster, by Ray Data: documents in, a row of records for each out, shards of them written.

Each worker is an actor that loads the pipeline once. Ray starts an actor that died again, and gives it its documents
again, without end; so each actor tells another one, the ledger, what it begins and ends. A document in whose extraction
actors keep dying becomes a failure and takes no other with it; a pipeline in whose loading they do ends the job.

>>> done = extract_dataset(read_documents(["reports"]))  # doctest: +SKIP
>>> write_shards(done, "records")  # doctest: +SKIP
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glane.read import Failure, Source, find_sources, read_sources
from glane.run.rows import COLUMNS, RecordRow, RowExtractor, document_row, failure_row, read_row

try:
    import pyarrow as pa
    import ray
    import ray.data
except ImportError as _error:
    _message = "Ray Data is not installed: pip install 'glane[ray]'"
    raise ImportError(_message) from _error

from glane.run.shards import Written, write_shards

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from ray.data import Dataset

__all__ = ["Extractor", "Ledger", "Written", "extract_dataset", "read_documents", "write_shards"]

_LOADING = "the pipeline"
_READING_CPUS = 0.25
"""Processors that a reading task asks for: it mostly waits, and must find room beside the actors."""
_FILES = 8
"""Files that a reading task reads."""
_CHUNK = 1_000_000
"""Code points of text that a reading task hands on at once."""

_SOURCES = pa.schema([(name, pa.string()) for name in ("id", "name", "path", "error", "message")])
_DOCUMENTS = pa.schema(
    [
        *((name, pa.string()) for name in ("id", "text", "date", "title", "source", "metadata", "error", "message")),
        ("pages", pa.list_(pa.int64())),
    ]
)
_RECORDS = pa.schema([(name, pa.string()) for name in COLUMNS])


def read_documents(paths: Sequence[str | Path]) -> Dataset:
    """Read files and folders as ``glane extract`` does, on the workers.

    The files are listed here, and read where there is room, so workers must find them under the same absolute path.
    Ids are compared within a file only: of two files that hold the same id, both are read.

    Args:
        paths: files and folders.

    Returns:
        A dataset with a row for each document, and for each input that cannot be read, in the order of
        ``glane extract``.

    Raises:
        ValueError: standard input is among the paths.
    """
    rows = [_source_row(source) for source in find_sources(paths)]
    if not rows:
        return ray.data.from_arrow(_DOCUMENTS.empty_table())
    tables = [pa.Table.from_pylist(rows[i : i + _FILES], schema=_SOURCES) for i in range(0, len(rows), _FILES)]
    return ray.data.from_arrow(tables).map_batches(_read_files, batch_format="pyarrow", num_cpus=_READING_CPUS)


def extract_dataset(
    dataset: Dataset,
    *,
    rules: Sequence[str | Path] = (),
    ner: bool | None = None,
    date: datetime.date | None = None,
    concurrency: int | tuple[int, int] | None = None,
    batch_size: int = 16,
    attempts: int = 3,
) -> Dataset:
    """Extract the records of a dataset of documents, lazily.

    Args:
        dataset: rows with ``id`` and ``text``, maybe ``date`` and others (see `glane.run.rows.RowExtractor`): from
            `read_documents`, or from ``ray.data.read_parquet`` and the like.
        rules: folders of rules laid over the built-in ones; workers must find them under the same absolute path.
        ner: what the statistical model is asked, as for `glane.load`.
        date: the date of documents that have none of their own.
        concurrency: how many actors, or the least and the most; ``None`` for as many as the cluster has room for. Each
            takes one processor, and some 500 MB and more for long documents.
        batch_size: documents that go to an actor at once, and are done again when it dies.
        attempts: how often a document is tried in whose extraction its actor dies, and a pipeline in whose loading it does.

    Returns:
        A dataset with the columns of `glane.run.rows.RecordRow`, a row for each row given, in their order.
        ``records`` are the lines that ``glane extract`` writes for the document.

    Raises:
        glane.rules.RuleError: a rule file cannot be used; the message names file and line.
    """
    from glane.components.state import resources_for

    packs = [str(Path(pack).absolute()) for pack in rules]
    resources_for(packs)  # a broken pack is told here, not by each actor
    ledger = ray.remote(Ledger).options(num_cpus=0, max_restarts=-1, max_task_retries=-1).remote()
    low, high = concurrency if isinstance(concurrency, tuple) else (concurrency or 1, concurrency)
    done = dataset.repartition(target_num_rows_per_block=batch_size).map_batches(
        Extractor,
        fn_constructor_kwargs={"rules": packs, "ner": ner, "date": date, "ledger": ledger, "attempts": attempts},
        compute=ray.data.ActorPoolStrategy(min_size=low, max_size=high),
        batch_format="pyarrow",
        batch_size=batch_size,
        num_cpus=1,
    )
    done.context.execution_options.preserve_order = True
    return done


class Ledger:
    """An actor that outlives the others: counts how often each document was begun by an actor, and not ended."""

    def __init__(self) -> None:
        """Start with no document."""
        self._open: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def begin(self, actor: str, document: str) -> int:
        """Note that an actor begins a document; return how often it has by now."""
        self._open[actor][document] += 1
        return self._open[actor][document]

    def end(self, actor: str, document: str) -> None:
        """Note that an actor is through with a document."""
        self._open[actor].pop(document, None)


class Extractor:
    """An actor that holds the pipeline, and makes rows of records of rows of documents."""

    def __init__(
        self, *, rules: Sequence[str], ner: bool | None, date: datetime.date | None, ledger: Any, attempts: int
    ) -> None:
        """Load the pipeline; see `extract_dataset`.

        Raises:
            RuntimeError: the actor died too often while it did so.
        """
        import glane

        self._ledger = ledger
        self._attempts = attempts
        self._name = ray.get_runtime_context().get_actor_id()  # stays the same when the actor is started again
        tried = self._begin(_LOADING)
        if tried >= attempts:
            message = f"the worker died {tried} times while it loaded the pipeline"
            raise RuntimeError(message)
        self._rows = RowExtractor(glane.load(rules, ner=ner), date=date)
        self._end(_LOADING)

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Extract a batch of rows."""
        rows = [self._extract(row) for row in batch.to_pylist()]
        return pa.Table.from_pylist(rows, schema=_RECORDS)

    def _extract(self, row: Mapping[str, Any]) -> RecordRow:
        key = f"{row.get('id')}\0{row.get('source')}"
        tried = self._begin(key)
        if tried < self._attempts:
            done = self._rows(row)
        else:
            item = read_row(row)
            message = f"its worker died {tried} times"
            done = failure_row(Failure(item.id, item.source, "worker-died", message))
        self._end(key)
        return done

    def _begin(self, what: str) -> int:
        """Return how often it was begun before, and not ended."""
        return int(ray.get(self._ledger.begin.remote(self._name, what))) - 1

    def _end(self, what: str) -> None:
        self._ledger.end.remote(self._name, what)


def _source_row(source: Source | Failure) -> dict[str, str | None]:
    if isinstance(source, Failure):
        return {"id": source.id, "name": source.source, "error": source.error, "message": source.message}
    if source.path is None:
        message = "a cluster cannot read standard input"
        raise ValueError(message)
    return {"id": source.id, "name": source.name, "path": str(source.path.absolute())}


def _read_files(files: pa.Table) -> Iterator[pa.Table]:
    """Read some files, a table for about so many characters."""
    rows: list[dict[str, Any]] = []
    size = 0
    for file in files.to_pylist():
        for row in _read_file(file):
            rows.append(row)
            size += len(row.get("text") or "")
            if size >= _CHUNK:
                yield pa.Table.from_pylist(rows, schema=_DOCUMENTS)
                rows, size = [], 0
    yield pa.Table.from_pylist(rows, schema=_DOCUMENTS)


def _read_file(file: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if file["error"] is not None:
        yield {"id": file["id"], "source": file["name"], "error": file["error"], "message": file["message"]}
        return
    for item in read_sources([Source(file["id"], file["name"], Path(file["path"]))]):
        yield document_row(item)
