"""Conditions of patterns that look at a candidate alone: its numbers, and what touches it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glane.text.date_guards import Left, Place
    from glane.text.date_words import Words

_NUMBER_BEFORE = re.compile(r"\d[ \t]{0,3}$")
_NUMBER_AFTER = re.compile(r"[ \t]{0,3}\d")


def is_unnumbered(place: Place) -> bool:
    """Whether no number stands in front."""
    return _NUMBER_BEFORE.search(place.text[max(0, place.start - 4) : place.start]) is None


def is_isolated(place: Place) -> bool:
    """Whether no number stands on either side."""
    return is_unnumbered(place) and _NUMBER_AFTER.match(place.text, place.end) is None


def is_consecutive(place: Place) -> bool:
    """Whether all years that the pattern captured follow each other."""
    years = [int(text) for name, text in sorted(place.groups.items()) if name.startswith("year") and text]
    return all(later == earlier + 1 for earlier, later in pairwise(years))


def is_day(place: Place, left: Left, words: Words) -> bool:
    """Whether a day in words is no part of a number in words: «le trente sept.», but not «trente-sept sites»."""
    day, month = place.groups.get("day") or "", place.groups.get("month") or ""
    if not day[:1].isalpha() or not words.value("dayword", month):
        return True
    is_written_out = month.endswith(".") or bool(place.groups.get("year"))
    return is_written_out and left.cue is not None and f"{day} {month}" in place.text[place.start : place.end]
