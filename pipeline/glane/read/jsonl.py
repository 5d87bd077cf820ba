"""JSON lines: a document a line, with ``id`` and ``text``, maybe ``date`` and ``title``; the rest is its metadata."""

from __future__ import annotations

import codecs
import json
from typing import IO, TYPE_CHECKING, Any

from glane.read.document import Document, Failure, InputError, Source, reason
from glane.read.fields import BAD_LINE, ENCODING, read_date, read_string
from glane.read.metadata import clean_object
from glane.read.opening import open_source, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import JsonValue

SUFFIXES = (".jsonl", ".ndjson")

_OWN = ("id", "text", "date", "title")
_LISTED = {"document", "source", "error", "message"}
_CHUNK = 1 << 20


def read_jsonl(source: Source, max_size: int) -> Iterator[Document | Failure]:
    """Read a file of JSON lines as a stream; a bad line is a failure of its own, the others are read.

    Args:
        source: the file.
        max_size: how many bytes a line may have; the file may have any number.

    Yields:
        Documents whose ``source`` is the file and the line; fields that glane does not know are their metadata. A file
        that begins with a record, with gold or with a failure is one failure: no line of it is a document.
    """
    begins = True
    try:
        with open_source(source) as stream:
            for number, line in _lines(stream, max_size):
                place = f"{source.name}:{number}"
                data = line.removeprefix(codecs.BOM_UTF8) if line and number == 1 else line
                if data is None:
                    error = too_large(max_size)
                    yield Failure(None, place, error.code, f"this line {error}")
                elif data.strip():
                    found = _read_line(data, place)
                    if begins and isinstance(found, Failure) and (what := _tell_other(data)):
                        yield source.fail(BAD_LINE, f"holds {what}, not documents")
                        return
                    begins = False
                    yield found
    except InputError as error:
        yield source.fail(error.code, str(error))
    except OSError as error:
        yield source.fail("unreadable", f"cannot be read: {reason(error)}")


def _lines(stream: IO[bytes], max_size: int) -> Iterator[tuple[int, bytes | None]]:
    """Number the lines from 1; of one that is too long nothing is kept."""
    number = 0
    while line := stream.readline(max_size + 1):
        number += 1
        if len(line) <= max_size:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield number, None


def count_lines(path: Path) -> int:
    """Count the lines that hold something: the documents that ``read_jsonl`` tries to read."""
    with path.open("rb") as lines:
        return sum(1 for line in lines if line.strip())


def _read_line(data: bytes, place: str) -> Document | Failure:
    document_id: str | None = None
    try:
        fields = _parse(data)
        document_id = _read_id(fields)
        if _is_record(fields):
            raise InputError(BAD_LINE, "is a record that glane wrote, not a document")
        return Document(
            id=document_id,
            text=read_string(fields, "text", required=True) or "",
            date=read_date(read_string(fields, "date")),
            title=read_string(fields, "title") or None,
            source=place,
            metadata=_read_metadata(fields),
        )
    except InputError as error:
        return Failure(document_id, place, error.code, str(error))


def _is_record(fields: dict[str, Any]) -> bool:
    """Whether a line is the record of a mention, or that of a document, which has no text."""
    return "kind" in fields and ("document" in fields or ("sha256" in fields and "text" not in fields))


def _tell_other(data: bytes) -> str | None:
    """Say what a line is that lies beside documents, but is none."""
    try:
        fields = _parse(data)
    except InputError:
        return None
    if _is_record(fields):
        return "records that glane wrote"
    if "surface" in fields or (fields.get("kind") == "document" and "text" not in fields):
        return "gold"
    return "failures that glane listed" if fields.keys() == _LISTED else None


def _parse(data: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(
            ENCODING, f"is not UTF-8 ({error.reason} at byte {error.start}): save the file as UTF-8"
        ) from error
    except RecursionError as error:
        raise InputError(BAD_LINE, "is nested too deeply") from error
    except ValueError as error:
        raise InputError(BAD_LINE, f"is not JSON: {_say(error)}") from error
    if not isinstance(fields, dict):
        raise InputError(BAD_LINE, "is not a JSON object")
    return fields


def _say(error: ValueError) -> str:
    """What is wrong, and where in the line: JSON's own count of lines begins with it."""
    if not isinstance(error, json.JSONDecodeError):
        return str(error)
    return f"{error.msg} at column {min(error.pos, len(error.doc.rstrip())) + 1}"


def _read_id(fields: dict[str, Any]) -> str:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    found = read_string(fields, "id", required=True)
    if not found:
        raise InputError(BAD_LINE, "'id' is empty")
    return found


def _read_metadata(fields: dict[str, Any]) -> dict[str, JsonValue]:
    try:
        return clean_object({name: value for name, value in fields.items() if name not in _OWN})
    except ValueError as error:
        raise InputError(BAD_LINE, str(error)) from error
