"""brat standoff: a folder of ``ID.txt`` and ``ID.ann``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from glane.read.annotations.gold import AnnotatedDocument, AnnotationError, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IDS = "%ids.json"
"""File with the ids of the documents whose files bear a digest instead; no document's file has such a name."""

_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"[AM]\d+\tmodifier (T\d+) (\S+)")
_RELATION = re.compile(r"R\d+\tof Arg1:(T\d+) Arg2:(T\d+)")

_COUNTED = "of"
"""Type of the spans that name what a figure counts: no mentions."""


@dataclass(slots=True)
class _Standoff:
    spans: dict[str, Span] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    modifiers: dict[str, str] = field(default_factory=dict)
    counted: dict[str, str] = field(default_factory=dict)


def read(folder: Path) -> Iterator[AnnotatedDocument]:
    """Read a folder, its documents in the order of their names.

    Other kinds of lines (events, normalisations, further notes) are passed over.

    Raises:
        AnnotationError: a line is not in brat's format, or a span is in pieces.
        OSError: a file cannot be read.
    """
    found = sorted(folder.rglob("*.ann"))
    if not found:
        msg = f"{folder}: holds no .ann file"
        raise AnnotationError(msg)
    ids = _read_ids(folder / IDS)
    for path in found:
        text = _read(path.with_suffix(".txt"))
        standoff = _parse(path, text)
        spans = tuple(
            replace(
                span,
                value=standoff.values.get(name),
                modifier=standoff.modifiers.get(name),
                of=_counted(standoff, name, text),
            )
            for name, span in standoff.spans.items()
            if span.label != _COUNTED
        )
        name = path.relative_to(folder).with_suffix("").as_posix()
        yield AnnotatedDocument(ids.get(name, unquote(name)), text, spans, str(path))


def _read_ids(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    try:
        return {str(name): str(document) for name, document in json.loads(_read(path)).items()}
    except (ValueError, AttributeError) as error:
        msg = f"{path}: is no JSON object of ids by name"
        raise AnnotationError(msg) from error


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        msg = f"{path}: is not UTF-8: {error.reason}"
        raise AnnotationError(msg) from error


def _lines(path: Path) -> list[str]:
    """The lines; an editor may have changed their ends."""
    return [line.removesuffix("\r") for line in _read(path).split("\n")]


def _parse(path: Path, text: str) -> _Standoff:
    found = _Standoff()
    for number, line in enumerate(_lines(path), start=1):
        if line.startswith("T"):
            bound = _BOUND.match(line)
            if not bound:
                msg = f"{path}:{number}: is no text-bound annotation: {line[:60]!r}"
                raise AnnotationError(msg)
            place = f"{path}:{number}"
            start, end = _join(bound[3], text, place)
            found.spans[bound[1]] = Span(start, end, bound[2], place=place)
        elif note := _NOTE.match(line):
            found.values[note[1]] = note[2]
        elif attribute := _ATTRIBUTE.match(line):
            found.modifiers[attribute[1]] = attribute[2]
        elif relation := _RELATION.match(line):
            found.counted[relation[1]] = relation[2]
    return found


def _join(places: str, text: str, place: str) -> tuple[int, int]:
    """Make one span of the fragments; only white space may stand between them."""
    fragments = sorted((int(start), int(end)) for start, end in (one.split(" ") for one in places.split(";")))
    for (_, end), (start, _) in pairwise(fragments):
        if text[end:start].strip():
            msg = f"{place}: a mention in pieces cannot be gold: {text[end:start]!r} is between them"
            raise AnnotationError(msg)
    return fragments[0][0], fragments[-1][1]


def _counted(standoff: _Standoff, name: str, text: str) -> str | None:
    span = standoff.spans.get(standoff.counted.get(name, ""))
    return text[span.start : span.end] if span else None
