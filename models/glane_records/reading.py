"""Reading records back, typed and validated."""

from __future__ import annotations

import codecs
import contextlib
import gzip
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from glane_records.models import record_adapter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glane_records.models import Record


class RecordError(ValueError):
    """A line that is no valid record: the message is ``file:line: what is wrong``."""


def read(path: str | Path) -> Iterator[Record]:
    """Read a file of records, one at a time.

    Args:
        path: a file written by ``glane extract`` (``.jsonl``, or ``.jsonl.gz``).

    Yields:
        The records, in the order of the file.

    Raises:
        RecordError: a line is no valid record, or the file is damaged.
        OSError: the file cannot be read.
    """
    path = Path(path)
    with open_lines(path) as lines:
        yield from read_lines(lines, str(path))


@contextlib.contextmanager
def open_lines(path: Path) -> Iterator[Iterator[bytes]]:
    """Open a file of lines, unpacked if its name says so; a byte order mark is no part of the first line.

    A pipe will do: it is read once, from its beginning to its end.
    """
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        yield (line if number else line.removeprefix(codecs.BOM_UTF8) for number, line in enumerate(lines))


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[Record]:
    """Read the records that stand on some lines; ``name`` stands in errors, which are those of ``read``."""
    number = 0
    try:
        for line in lines:
            number += 1
            if line.strip():
                yield record_adapter.validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        msg = f"{name}:{number}: {place}: {first['msg']}" if place else f"{name}:{number}: {first['msg']}"
        raise RecordError(msg) from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        msg = f"{name}:{number + 1}: damaged gzip file: {error}"
        raise RecordError(msg) from error
