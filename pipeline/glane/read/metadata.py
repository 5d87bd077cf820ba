"""What files say of themselves, made fit for records: JSON in UTF-8."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

MAX_DEPTH = 64
"""Levels of lists and objects that metadata may have."""

_HALVES = re.compile("[\ud800-\udfff]")


def clean_object(fields: Mapping[str, Any]) -> dict[str, JsonValue]:
    """Make the fields of an object such; errors as for `clean`."""
    return {clean_text(name): clean(value) for name, value in fields.items()}


def clean(value: Any, depth: int = 0) -> JsonValue:
    """Make a value one that every reader of JSON takes: no NaN, no infinity, no half characters.

    Raises:
        ValueError: it has more than `MAX_DEPTH` levels.
    """
    if depth > MAX_DEPTH:
        message = "is nested too deeply"
        raise ValueError(message)
    match value:
        case str():
            return clean_text(value)
        case float():
            return value if math.isfinite(value) else None
        case list():
            return [clean(one, depth + 1) for one in value]
        case dict():
            return {clean_text(name): clean(one, depth + 1) for name, one in value.items()}
        case _:
            return value  # type: ignore[no-any-return]  # null, a truth value or an integer


def clean_text(text: str) -> str:
    """Replace half characters (lone surrogates), which UTF-8 cannot hold, by U+FFFD."""
    return _HALVES.sub("\ufffd", text)
