"""CoNLL as ``glane export`` writes it: token, document, span, features, tag."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from glane.read.annotations.gold import AnnotatedDocument, AnnotationError, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OFFSETS = re.compile(r"(\d+):(\d+)")
_TAG = re.compile(r"O|([BI])-(\S+)")


def read(path: Path) -> Iterator[AnnotatedDocument]:
    """Read documents; the texts between the tokens are not in the format.

    Tags may be corrected, a token's span must stay. An ``I-`` behind a tag of another kind, or at the head of
    a sentence, begins a mention.

    Raises:
        AnnotationError: a line has not the five columns.
        OSError: the file cannot be read.
    """
    tokens: dict[str, list[tuple[int, int, str]]] = {}
    spans: dict[str, list[Span]] = {}
    places: dict[str, str] = {}
    before: tuple[str, str] | None = None  # document and kind of the mention that the line above belongs to
    with path.open("rb") as lines:
        for number, data in enumerate(lines, start=1):
            place = f"{path}:{number}"
            columns = _split(data, place)
            if not columns or columns[0] == "-DOCSTART-":
                before = None
                continue
            form, document, start, end, features, prefix, kind = _parse(columns, place)
            tokens.setdefault(document, []).append((start, end, form))
            places.setdefault(document, place)
            found = spans.setdefault(document, [])
            if not kind:
                before = None
                continue
            if prefix == "I" and before == (document, kind):
                found[-1] = replace(found[-1], end=end)
            else:
                found.append(Span(start, end, kind, **features, place=place))
            before = (document, kind)
    for document, found in spans.items():
        yield AnnotatedDocument(document, None, tuple(found), places[document], tuple(tokens[document]))


def _split(data: bytes, place: str) -> list[str]:
    try:
        return data.decode("utf-8").split()
    except UnicodeDecodeError as error:
        msg = f"{place}: is not UTF-8: {error.reason}"
        raise AnnotationError(msg) from error


def _parse(columns: list[str], place: str) -> tuple[str, str, int, int, dict[str, str], str, str]:
    if len(columns) == 5:
        offsets = _OFFSETS.fullmatch(columns[2])
        tag = _TAG.fullmatch(columns[4])
        if offsets and tag:
            start, end = int(offsets[1]), int(offsets[2])
            features = dict(_features(columns[3]))
            return columns[0], unquote(columns[1]), start, end, features, tag[1] or "", tag[2] or ""
    msg = f"{place}: has not the five columns token, document, start:end, features, tag (O, B-kind, I-kind)"
    raise AnnotationError(msg)


def _features(column: str) -> Iterator[tuple[str, str]]:
    for feature in column.split("|"):
        name, _, value = feature.partition("=")
        if name in ("value", "of", "modifier") and value:
            yield name, unquote(value)
