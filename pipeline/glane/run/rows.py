"""Documents and their records as rows of a table, for engines that hand rows to workers (Ray Data, Spark)."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from operator import index
from typing import TYPE_CHECKING, Any, TypedDict, get_args

from glane.read import Document, ErrorCode, Failure, InputError
from glane.read.fields import BAD_LINE, read_date, read_string
from glane.read.metadata import clean_object, clean_text
from glane.run.extraction import Extraction
from glane.write.jsonl import record_lines

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from spacy.language import Language


class RecordRow(TypedDict):
    """What became of one document.

    Attributes:
        id: of the document; ``None`` where it is not known.
        source: where it was read from.
        records: its records as ``glane extract`` writes them, a JSON object a line; ``None`` where it failed.
        error: the sort of failure, as in ``OUT.errors.jsonl``; ``None`` where it did not fail.
        message: what is wrong, in one line.
    """

    id: str | None
    source: str
    records: str | None
    error: str | None
    message: str | None


COLUMNS = tuple(RecordRow.__annotations__)
"""The columns of the rows that hold records, all of them strings."""


def document_row(item: Document | Failure) -> dict[str, Any]:
    """Return a document, or a failure to read one, as a row for `RowExtractor`."""
    fields = asdict(item)
    if isinstance(item, Document):
        fields["date"] = item.date and item.date.isoformat()
        fields["metadata"] = json.dumps(item.metadata)
    return fields


class RowExtractor:
    """Extracts the records of rows, one after the other, in memory that does not grow with their number."""

    def __init__(self, nlp: Language, *, date: datetime.date | None = None) -> None:
        """Take the pipeline, which nothing else uses in the meantime.

        Args:
            nlp: the pipeline, from ``glane.load()``.
            date: the date of documents that have none of their own.
        """
        self._extract = Extraction(nlp, record_lines)
        self._date = date

    def __call__(self, row: Mapping[str, Any]) -> RecordRow:
        """Extract the records of a row; what failed says so, and nothing is raised.

        Args:
            row: with ``id`` and ``text``, maybe ``date`` (a date, or ISO), ``title``, ``source``, ``metadata`` (an object
                of JSON as text) and ``pages`` (offsets); a missing value may be ``None`` or, as pandas writes it, NaN or NA.
                One with ``error`` and ``message`` is a failure to read.
        """
        item = read_row(row)
        if isinstance(item, Failure):
            return failure_row(item)
        found = self._extract(item if item.date else replace(item, date=self._date))
        if isinstance(found, Failure):
            return failure_row(found)
        return RecordRow(id=item.id, source=item.source, records=found.decode("utf-8"), error=None, message=None)


def failure_row(failure: Failure) -> RecordRow:
    """Return the row that says why a document has no records."""
    return RecordRow(id=failure.id, source=failure.source, records=None, error=failure.error, message=failure.message)


def read_row(row: Mapping[str, Any]) -> Document | Failure:
    """Return a row's document, or its failure; see `RowExtractor`."""
    values = {name: value for name, value in row.items() if not _is_missing(value)}
    document_id: str | None = None
    source = clean_text(str(values.get("source") or ""))
    try:
        if values.get("id") is not None:
            document_id = read_string({"id": str(values["id"])}, "id")
        if values.get("error") is not None:
            return Failure(document_id, source, _error(values["error"]), clean_text(str(values.get("message"))))
        if not document_id:
            raise InputError(BAD_LINE, "'id' is missing")
        return Document(
            id=document_id,
            text=read_string(values, "text", required=True) or "",
            date=read_date(values.get("date")),
            title=read_string(values, "title") or None,
            source=source,
            metadata=_metadata(values.get("metadata")),
            pages=_pages(values.get("pages", ())),
        )
    except InputError as error:
        return Failure(document_id, source, error.code, str(error))


def _is_missing(value: object) -> bool:
    """Whether it is ``None``, NaN, NaT or NA; an array is never missing."""
    try:
        return value is None or (not hasattr(value, "__len__") and bool(value != value))
    except TypeError:  # of NA, as pandas writes it too, nothing can be said
        return True


def _error(value: object) -> ErrorCode:
    return next((code for code in get_args(ErrorCode) if code == value), BAD_LINE)


def _metadata(value: object) -> dict[str, Any]:
    if value is None:
        return {}
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except RecursionError as error:
        raise InputError(BAD_LINE, "'metadata' is nested too deeply") from error
    except ValueError as error:
        raise InputError(BAD_LINE, f"'metadata' is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise InputError(BAD_LINE, "'metadata' is not an object")
    try:
        return clean_object(found)
    except (TypeError, ValueError) as error:  # a key that is no string; too many levels
        raise InputError(BAD_LINE, f"'metadata' cannot be used: {error}") from error


def _pages(value: Iterable[Any]) -> tuple[int, ...]:
    try:
        return tuple(index(page) for page in value)
    except TypeError as error:
        raise InputError(BAD_LINE, "'pages' are not offsets") from error
