"""JSON lines, the native format of the records."""

from __future__ import annotations

import contextlib
import gzip
import sys
from typing import IO, TYPE_CHECKING, cast

from glane.write.atomic import open_atomic, output_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from glane_records.models import Record

OUTPUT_SUFFIXES = (".jsonl", ".jsonl.gz")


class JsonlWriter:
    """Writes records to an open stream, one JSON object a line, UTF-8, in the order given."""

    def __init__(self, stream: IO[bytes], name: str, *, flush: bool = False) -> None:
        """Write to a stream; ``name`` stands in errors, ``flush`` sends each call's lines off at once."""
        self._stream = stream
        self._name = name
        self._flush = flush

    def write_lines(self, lines: bytes) -> None:
        """Write records, as `record_lines` makes them.

        Raises:
            OutputError: the stream takes no more.
            BrokenPipeError: its reader has gone.
        """
        with output_errors(self._name):
            self._stream.write(lines)
            if self._flush:
                self._stream.flush()


def record_lines(records: Iterable[Record]) -> bytes:
    """Return records as lines of JSON, in UTF-8."""
    return "".join(record.model_dump_json() + "\n" for record in records).encode("utf-8")


@contextlib.contextmanager
def open_jsonl(path: Path | None) -> Iterator[JsonlWriter]:
    """Open an output of records.

    Args:
        path: a file whose name ends in ``.jsonl`` or ``.jsonl.gz``: it appears whole when the block ends, and
            not at all when it fails. ``None`` for standard output: a document's records appear at once.

    Raises:
        OutputError: it cannot be written.
        BrokenPipeError: the reader of standard output has gone.
    """
    name = "standard output" if path is None else str(path)
    with contextlib.ExitStack() as stack:
        with output_errors(name):
            stream = stack.enter_context(_open(path))
        yield JsonlWriter(stream, name, flush=path is None)
        with output_errors(name):
            stack.close()


@contextlib.contextmanager
def _open(path: Path | None) -> Iterator[IO[bytes]]:
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with open_atomic(path) as stream:
        if path.suffix != ".gz":
            yield stream
            return
        # No name and no time in the header: the same records give the same bytes.
        packed = gzip.GzipFile(filename="", mode="wb", fileobj=stream, compresslevel=6, mtime=0)
        try:
            yield cast("IO[bytes]", packed)
        except BaseException:
            with contextlib.suppress(OSError):
                packed.close()
            raise
        packed.close()
