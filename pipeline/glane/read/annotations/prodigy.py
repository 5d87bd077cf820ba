"""Prodigy: JSON lines as ``prodigy db-out`` gives them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from glane.read.annotations.gold import AnnotatedDocument
from glane.read.annotations.jsonlines import read_objects, read_span, require

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger(__name__)


def read(path: Path) -> Iterator[AnnotatedDocument]:
    """Read tasks; those answered with ``reject`` or ``ignore`` are left out with a warning.

    Raises:
        AnnotationError: a line is no task that ``glane export`` wrote.
        OSError: the file cannot be read.
    """
    for place, task in read_objects(path):
        answer = task.get("answer", "accept")
        if answer != "accept":
            logger.warning("%s: left out, it was answered with %r", place, answer)
            continue
        meta = require(task, "meta", dict, place)
        spans = task.get("spans") or []
        yield AnnotatedDocument(
            document=require(meta, "document", str, place),
            text=require(task, "text", str, place),
            spans=tuple(read_span(span, place) for span in spans),
            place=place,
        )
