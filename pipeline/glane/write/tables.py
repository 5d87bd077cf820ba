"""Mentions and documents as rows of two flat tables: what Parquet and CSV are written from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from glane_records.models import (
    KINDS,
    CountryRecord,
    DateRecord,
    DocumentRecord,
    FigureRecord,
    OrganisationRecord,
    ProgrammeRecord,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from glane_records.models import MentionRecord, Record

Cell: TypeAlias = str | int | float | None
ColumnType = Literal["text", "integer", "number", "date"]

_MENTIONS = (OrganisationRecord, ProgrammeRecord, DateRecord, FigureRecord, CountryRecord)
_INTEGERS = ("page", "start", "end", "of_start", "of_end", "characters")
_NUMBERS = ("value", "low", "high")
_DATES = ("earliest", "latest", "date")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and the one type of all its cells; any cell may be empty."""

    name: str
    type: ColumnType


def _type_of(name: str) -> ColumnType:
    if name in _INTEGERS or name.startswith("mentions_"):
        return "integer"
    return "number" if name in _NUMBERS else "date" if name in _DATES else "text"


def mention_columns() -> tuple[Column, ...]:
    """Return the columns of the table of mentions: the fields of all kinds, each once."""
    names = dict.fromkeys(name for model in _MENTIONS for name in model.model_fields)
    return tuple(Column(name, _type_of(name)) for name in names)


def document_columns() -> tuple[Column, ...]:
    """Return the columns of the table of documents; the counts are ``mentions_organisation`` and so on."""
    names = [name for name in DocumentRecord.model_fields if name not in ("kind", "mentions")]
    return tuple(Column(name, _type_of(name)) for name in (*names, *(f"mentions_{kind}" for kind in KINDS)))


def mention_row(record: MentionRecord) -> dict[str, Cell]:
    """Return a mention's cells by column; what its kind has not is left out."""
    return record.model_dump()


def document_row(record: DocumentRecord) -> dict[str, Cell]:
    """Return a document's cells by column; its metadata are one cell of JSON."""
    cells = record.model_dump(exclude={"kind", "mentions", "metadata"})
    cells["metadata"] = json.dumps(record.metadata, ensure_ascii=False)
    return {**cells, **{f"mentions_{kind}": getattr(record.mentions, kind) for kind in KINDS}}


def split_rows(records: Iterable[Record]) -> tuple[list[dict[str, Cell]], list[dict[str, Cell]]]:
    """Return the rows of both tables: mentions, documents."""
    mentions: list[dict[str, Cell]] = []
    documents: list[dict[str, Cell]] = []
    for record in records:
        if record.kind == "document":
            documents.append(document_row(record))
        else:
            mentions.append(mention_row(record))
    return mentions, documents


def documents_path(target: Path) -> Path:
    """Return where the table of documents goes: ``OUT.documents.csv`` beside ``OUT.csv``."""
    return target.with_name(f"{target.stem}.documents{target.suffix}")
