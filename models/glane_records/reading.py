"""Reading records back, typed and validated."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from glane_records.models import record_adapter

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    number = 0
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            for line in lines:
                number += 1
                if line.strip():
                    yield record_adapter.validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        msg = f"{path}:{number}: {place}: {first['msg']}" if place else f"{path}:{number}: {first['msg']}"
        raise RecordError(msg) from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        msg = f"{path}:{number + 1}: damaged gzip file: {error}"
        raise RecordError(msg) from error
