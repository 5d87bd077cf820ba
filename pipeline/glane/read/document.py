"""What the readers give: documents, and inputs that are none."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from glane.read.dates import day_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from pydantic import JsonValue

ErrorCode: TypeAlias = Literal[
    "not-found",
    "unreadable",
    "unknown-format",
    "binary",
    "encoding",
    "damaged",
    "encrypted",
    "no-text",
    "too-large",
    "timeout",
    "missing-extra",
    "bad-line",
    "duplicate-id",
    "extraction",
    "worker-died",
]
"""Why an input gave no records; ``extraction`` and ``worker-died`` are faults of glane itself."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text to extract from.

    Attributes:
        id: names the document in the records.
        text: its text as read; line ends and accents are as in the file, a byte order mark is not part of it.
        date: its date, where the input states one; of a `datetime.datetime`, the day is kept.
        title: its title, where the input states one.
        source: where it was read from, in the words of the user.
        metadata: what else the input says of it, as JSON: other fields of a JSONL line, author, url.
        pages: offset in the text of the start of each page, the first is 0; empty where there are no pages.
    """

    id: str
    text: str = field(repr=False)
    date: date | None = None
    title: str | None = None
    source: str = ""
    metadata: Mapping[str, JsonValue] = field(default_factory=dict, hash=False)
    pages: tuple[int, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        """Keep the day of a time."""
        object.__setattr__(self, "date", day_of(self.date))


@dataclass(frozen=True, slots=True)
class Content:
    """What the reader of a format finds in the bytes of a file.

    Attributes:
        text: the text that offsets count in.
        date: its date, where the file's metadata state a plausible one.
        title: its title, where the file's metadata state one.
        metadata: what else they say, as JSON.
        pages: offset in the text of the start of each page; empty where there are no pages.
        remarks: what the user should know, each in a few words.
    """

    text: str = field(repr=False)
    date: date | None = None
    title: str | None = None
    metadata: Mapping[str, JsonValue] = field(default_factory=dict, hash=False)
    pages: tuple[int, ...] = field(default=(), repr=False)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that gave no records.

    Attributes:
        id: the document's id, where it is known.
        source: where it stands, in the words of the user.
        error: the sort of failure.
        message: what is wrong, in one line.
    """

    id: str | None
    source: str
    error: ErrorCode
    message: str


class InputError(ValueError):
    """An input that cannot be used; a reader turns it into a ``Failure``."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        """Say what is wrong in one line."""
        super().__init__(message)
        self.code: ErrorCode = code


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or standard input, before it is read.

    Attributes:
        id: names the document; for a file of several documents, names the file.
        name: where it stands, in the words of the user.
        path: the file; ``None`` for standard input.
    """

    id: str
    name: str
    path: Path | None

    def fail(self, error: ErrorCode, message: str) -> Failure:
        """Make the failure that says why this source gave nothing."""
        return Failure(self.id, self.name, error, message)


def as_unicode(name: str) -> str:
    """Replace what is not UTF-8 in a file name: records are UTF-8, file names may be anything."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def reason(error: OSError) -> str:
    """Say in a few words why the operating system refused."""
    return error.strerror or type(error).__name__
