"""Reading records back, typed and validated."""

from __future__ import annotations

import codecs
import contextlib
import gzip
import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from glane_records.models import KINDS, SCHEMA_VERSION, record_adapter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glane_records.models import Record


_NOT_UTF8 = "is not UTF-8: save the file as UTF-8"


class RecordError(ValueError):
    """A line that is no valid record: the message is ``file:line: what is wrong``."""


def read(path: str | Path, *, once: bool = False) -> Iterator[Record]:
    """Read a file of records, one at a time.

    Args:
        path: a file written by ``glane extract`` (``.jsonl``, or ``.jsonl.gz``).
        once: refuse a record that comes twice, as where files were joined by mistake; takes memory for each id.

    Yields:
        The records, in the order of the file.

    Raises:
        RecordError: a line is no valid record, or one of another major version of the schema, or comes twice, or the
            file is damaged.
        OSError: the file cannot be read.
    """
    path = Path(path)
    with open_lines(path) as lines:
        yield from read_lines(lines, str(path), once=once)


@contextlib.contextmanager
def open_lines(path: Path) -> Iterator[Iterator[bytes]]:
    """Open a file of lines, unpacked if its name says so; a byte order mark is no part of the first line.

    A pipe will do: it is read once, from its beginning to its end.
    """
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        yield (line if number else line.removeprefix(codecs.BOM_UTF8) for number, line in enumerate(lines))


def read_lines(lines: Iterable[bytes], name: str, *, once: bool = False) -> Iterator[Record]:
    """Read the records that stand on some lines; ``name`` stands in errors, which are those of ``read``."""
    number = 0
    seen: set[str] = set()
    try:
        for line in lines:
            number += 1
            if line.strip():
                record = _read_line(line)
                if once:
                    _see(record, seen)
                yield record
    except (ValidationError, _UnusableError) as error:
        msg = f"{name}:{number}: {_explain(error, line)}"
        raise RecordError(msg) from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        msg = f"{name}:{number + 1}: damaged gzip file: {error}"
        raise RecordError(msg) from error


class _UnusableError(ValueError):
    """A valid record that is not to be used."""


def _read_line(line: bytes) -> Record:
    record = record_adapter.validate_json(line)
    if record.kind == "document" and (wrong := _other_version(record.schema_version)):
        raise _UnusableError(wrong)
    return record


def _see(record: Record, seen: set[str]) -> None:
    if record.id in seen:
        msg = f"{record.kind} {record.id!r} comes twice"
        raise _UnusableError(msg)
    seen.add(record.id)


def check_encoding(line: bytes) -> str | None:
    """Say what is wrong with the encoding of a line of JSON, if anything."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return _NOT_UTF8
    # JSON holds no NUL, but as an escape: they are the other halves of characters in UTF-16.
    return _NOT_UTF8 if b"\0" in line else None


def _other_version(written: object) -> str | None:
    """What is wrong with a version of the schema, if anything: a field of another major may mean something else."""
    major = SCHEMA_VERSION.partition(".")[0]
    if not isinstance(written, str) or written.partition(".")[0] == major:
        return None
    return f"is of version {written[:20]} of the schema: this glane_records reads {major}.x"


def _explain(error: ValidationError | _UnusableError, line: bytes) -> str:
    """Say what is wrong with a line: first what it is, if not a record of this version, then which field is wrong."""
    if isinstance(error, _UnusableError):
        return str(error)
    fields = _fields(line)
    if wrong := _other_version(fields.get("schema_version")):
        return wrong
    if fields and "kind" not in fields:
        return f"is no record of glane: it has no 'kind' (document, {', '.join(KINDS)})"
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        # The line that pydantic counts is the first, always: it is given a line.
        return check_encoding(line) or first["msg"].replace(" at line 1 column ", " at column ")
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}
