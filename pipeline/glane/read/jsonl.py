"""JSON lines: a document a line, with ``id`` and ``text``, maybe ``date`` and ``title``."""

from __future__ import annotations

import codecs
import datetime
import json
from typing import TYPE_CHECKING, Any

from glane.read.document import Document, ErrorCode, Failure, InputError, Source, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = (".jsonl", ".ndjson")

_BAD_LINE: ErrorCode = "bad-line"
_ENCODING: ErrorCode = "encoding"


def read_jsonl(source: Source) -> Iterator[Document | Failure]:
    """Read a file of JSON lines; a bad line is a failure of its own, the others are read.

    A document's ``source`` is the file and the line. Fields that glane does not know are ignored.
    """
    if source.path is None:
        yield source.fail("unknown-format", "standard input is read as plain text")
        return
    try:
        with source.path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                data = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
                if data.strip():
                    yield _read_line(data, f"{source.name}:{number}")
    except OSError as error:
        yield source.fail("unreadable", f"cannot be read: {reason(error)}")


def count_lines(path: Path) -> int:
    """Count the lines that hold something: the documents that ``read_jsonl`` tries to read."""
    with path.open("rb") as lines:
        return sum(1 for line in lines if line.strip())


def _read_line(data: bytes, place: str) -> Document | Failure:
    document_id: str | None = None
    try:
        fields = _parse(data)
        document_id = _read_id(fields)
        if "kind" in fields and "document" in fields:
            raise InputError(_BAD_LINE, "is a record that glane wrote, not a document")
        return Document(
            id=document_id,
            text=_read_string(fields, "text", required=True) or "",
            date=_read_date(fields),
            title=_read_string(fields, "title") or None,
            source=place,
        )
    except InputError as error:
        return Failure(document_id, place, error.code, str(error))


def _parse(data: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(_ENCODING, f"is not UTF-8: {error.reason} at byte {error.start}") from error
    except RecursionError as error:
        raise InputError(_BAD_LINE, "is nested too deeply") from error
    except ValueError as error:
        raise InputError(_BAD_LINE, f"is not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise InputError(_BAD_LINE, "is not a JSON object")
    return fields


def _read_id(fields: dict[str, Any]) -> str:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    found = _read_string(fields, "id", required=True)
    if not found:
        raise InputError(_BAD_LINE, "'id' is empty")
    return found


def _read_string(fields: dict[str, Any], name: str, *, required: bool = False) -> str | None:
    value = fields.get(name)
    if value is None and not required:
        return None
    if not isinstance(value, str):
        problem = "is missing" if value is None else "is not a string"
        raise InputError(_BAD_LINE, f"'{name}' {problem}")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        # JSON can write half a character ("\ud83d"); no text file can hold it, so no record could quote it.
        raise InputError(_ENCODING, f"'{name}' holds a lone surrogate at character {error.start}") from error
    return value


def _read_date(fields: dict[str, Any]) -> datetime.date | None:
    value = _read_string(fields, "date")
    if not value:
        return None
    try:
        return datetime.datetime.fromisoformat(value).date()
    except ValueError as error:
        raise InputError(_BAD_LINE, f"'date' is not an ISO date: {value[:40]!r}") from error
