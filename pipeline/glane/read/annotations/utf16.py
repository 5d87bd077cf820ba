"""Offsets of tools that run in a browser: UTF-16 code units, where Python counts code points."""

from __future__ import annotations

from itertools import accumulate


def utf16_offsets(text: str) -> list[int]:
    """Return, for each code point offset of a text (its end too), the offset in UTF-16 code units."""
    return [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]


def code_point_offsets(text: str) -> dict[int, int]:
    """Return the code point offset of each UTF-16 offset of a text that is not inside a surrogate pair."""
    return {units: number for number, units in enumerate(utf16_offsets(text))}
