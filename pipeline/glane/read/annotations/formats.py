"""The formats that annotations are read from, and the one way in."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from glane.read.annotations.gold import AnnotationError, make_gold
from glane.read.document import reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glane.gold import GoldMention
    from glane.read.annotations.gold import AnnotatedDocument
    from glane.read.annotations.texts import Texts

ANNOTATION_FORMATS = ("brat", "conll", "labelstudio", "doccano", "docbin", "prodigy")
"""Each has a module here of its name, and one in ``glane.write`` that writes it."""


def read_annotations(
    path: Path, form: str, texts: Texts | None = None
) -> Iterator[tuple[str, tuple[GoldMention, ...]]]:
    """Read annotations as gold.

    Args:
        path: the file or, for brat, the folder.
        form: one of `ANNOTATION_FORMATS`.
        texts: the documents' texts as they were read; needed where the format does not hold them. Where it
            does, they are compared, and line ends come back as they were.

    Yields:
        The id of each document and its mentions, in the order of the text.

    Raises:
        AnnotationError: the annotations cannot be read, or do not fit the text.
        TextError: a text is missing.
    """
    module = import_module(f"glane.read.annotations.{form}")
    places: dict[str, str] = {}
    try:
        found: Iterator[AnnotatedDocument] = module.read(path)
        for annotated in found:
            first = places.setdefault(annotated.document, annotated.place)
            if first != annotated.place:
                msg = f"{annotated.place}: {annotated.document!r} stands in {first} already"
                raise AnnotationError(msg)
            yield annotated.document, make_gold(annotated, texts)
    except OSError as error:
        msg = f"{error.filename or path}: cannot be read: {reason(error)}"
        raise AnnotationError(msg) from error
