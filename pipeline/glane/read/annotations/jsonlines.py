"""Lines of JSON that tools write, with errors that name file and line."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Any

from glane.read.annotations.gold import AnnotationError, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def read_objects(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Read JSON objects a line; yields the place (``file:line``) and the object.

    Raises:
        AnnotationError: a line is not a JSON object.
        OSError: the file cannot be read.
    """
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            data = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
            if data.strip():
                place = f"{path}:{number}"
                found = parse(data, place)
                if not isinstance(found, dict):
                    msg = f"{place}: is not a JSON object"
                    raise AnnotationError(msg)
                yield place, found


def parse(data: bytes, place: str) -> Any:
    """Parse JSON.

    Raises:
        AnnotationError: it is not JSON in UTF-8.
    """
    try:
        return json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        msg = f"{place}: is not JSON: {error}"
        raise AnnotationError(msg) from error


def require(fields: Mapping[str, Any], name: str, kind: type, place: str) -> Any:
    """Return a field of a type.

    Raises:
        AnnotationError: it is missing or of another type.
    """
    value = fields.get(name) if isinstance(fields, dict) else None
    if not isinstance(value, kind) or isinstance(value, bool):
        msg = f"{place}: {name!r} is missing or no {_NAMES.get(kind, kind.__name__)}"
        raise AnnotationError(msg)
    return value


_NAMES = {str: "string", int: "integer", list: "list", dict: "object"}


def read_span(fields: Mapping[str, Any], place: str) -> Span:
    """Read ``start``, ``end``, ``label`` and, where they are, ``value``, ``of`` and ``modifier``.

    Raises:
        AnnotationError: one of the first three is missing or of a wrong type.
    """
    return Span(
        start=require(fields, "start", int, place),
        end=require(fields, "end", int, place),
        label=require(fields, "label", str, place),
        value=_text(fields.get("value")),
        of=_text(fields.get("of")),
        modifier=_text(fields.get("modifier")),
    )


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
