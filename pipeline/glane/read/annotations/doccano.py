"""doccano: JSON lines as a sequence labelling project exports them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from glane.line_ends import blank_returns
from glane.read.annotations.gold import AnnotatedDocument, AnnotationError, Span
from glane.read.annotations.jsonlines import read_objects, read_span, require
from glane.read.annotations.utf16 import code_point_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def read(path: Path) -> Iterator[AnnotatedDocument]:
    """Read documents, with offsets in UTF-16 code units as doccano counts them.

    The labels are in ``label`` (or ``labels``) as lists, or in ``entities`` as objects (projects with
    relations). A label that is where glane found a mention of that kind has its value; others have none.

    Raises:
        AnnotationError: a line is no document that ``glane export`` wrote.
        OSError: the file cannot be read.
    """
    for place, fields in read_objects(path):
        text = require(fields, "text", str, place)
        meta = fields.get("meta")
        carried = {**meta, **fields} if isinstance(meta, dict) else fields
        known = [read_span(one, place) for one in carried.get("mentions") or []]
        values = {(span.start, span.end, span.label): span for span in known}
        offsets = code_point_offsets(blank_returns(text))
        spans = []
        for start, end, label in _labels(fields, place):
            if start not in offsets or end not in offsets:
                msg = f"{place}: {start}:{end} is no span of the text (in UTF-16 code units)"
                raise AnnotationError(msg)
            span = values.get((start, end, label), Span(start, end, label))
            spans.append(replace(span, start=offsets[start], end=offsets[end]))
        yield AnnotatedDocument(require(carried, "document", str, place), text, tuple(spans), place)


def _labels(fields: Mapping[str, Any], place: str) -> Iterator[tuple[int, int, str]]:
    if "entities" in fields:
        for entity in require(fields, "entities", list, place):
            yield (
                require(entity, "start_offset", int, place),
                require(entity, "end_offset", int, place),
                require(entity, "label", str, place),
            )
        return
    for label in require(fields, "label" if "label" in fields else "labels", list, place):
        match label:
            case [int(start), int(end), str(name)]:
                yield start, end, name
            case _:
                msg = f"{place}: {label!r} is no label: [start, end, kind]"
                raise AnnotationError(msg)
