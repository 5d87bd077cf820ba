"""Fields of documents that come as data: a string or a date, or an error that says which field is wrong."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from glane.read.dates import day_of
from glane.read.document import ErrorCode, InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

BAD_LINE: ErrorCode = "bad-line"
ENCODING: ErrorCode = "encoding"


def read_string(fields: Mapping[str, object], name: str, *, required: bool = False) -> str | None:
    """The string that a field holds; nothing where there is none and none is required.

    Raises:
        InputError: it is no string, holds half a character, or is missing.
    """
    value = fields.get(name)
    if value is None and not required:
        return None
    if not isinstance(value, str):
        raise InputError(BAD_LINE, f"'{name}' {_say_lack(fields, name)}")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        # JSON can write half a character ("\ud83d"); no text file can hold it, so no record could quote it.
        raise InputError(ENCODING, f"'{name}' holds a lone surrogate at character {error.start}") from error
    return value


def _say_lack(fields: Mapping[str, object], name: str) -> str:
    if name not in fields:
        return "is missing"
    return "is null, not a string" if fields[name] is None else "is not a string"


def read_date(value: object) -> datetime.date | None:
    """The day that a value is, or names in ISO 8601; nothing for nothing.

    Raises:
        InputError: it is no such date.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime.date):
        return day_of(value)
    try:
        return datetime.datetime.fromisoformat(str(value)).date()
    except ValueError as error:
        raise InputError(BAD_LINE, f"'date' is not an ISO date: {str(value)[:40]!r}") from error
