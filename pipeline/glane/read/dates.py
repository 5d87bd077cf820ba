"""The day of a document, and whether a date that a file states of itself can be that of its text."""

from __future__ import annotations

import datetime

EARLIEST = datetime.date(1990, 1, 1)
"""Older than the formats: the zero of some clock (1904, 1970, 1980), or a slip."""
LATEST = datetime.date(2099, 12, 31)
"""No later than this; «today» would make the output depend on the day of the run."""


def day_of(found: datetime.date | None) -> datetime.date | None:
    """Return the day of a date or time, nothing for nothing: Python takes a `datetime.datetime` wherever it takes a date."""
    return found.date() if isinstance(found, datetime.datetime) else found


def plausible(found: datetime.date | None) -> datetime.date | None:
    """Return the day of a date or time, or nothing if it cannot be that of a document."""
    found = day_of(found)
    return found if found is not None and EARLIEST <= found <= LATEST else None
