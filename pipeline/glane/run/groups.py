"""Short documents that follow each other are read together: they ask the statistical model in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.read import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glane.read import Failure

MOST = 16
"""Documents in a group: a call of the model has the price of some thirty words, which is little shared by so many."""
CHARACTERS = 16_000
"""Code points in a group of more than one document: what is read together is held in memory together."""


def group_short(inputs: Iterable[Document | Failure]) -> Iterator[list[Document | Failure]]:
    """Group inputs, lazily, in their order: short ones together, a long one by itself.

    Args:
        inputs: documents, and failures to read one.

    Yields:
        Groups of at least one input. One is given as soon as it is full, or the next input would be too much for it.
    """
    group: list[Document | Failure] = []
    size = 0
    for item in inputs:
        characters = len(item.text) if isinstance(item, Document) else 0
        if group and size + characters > CHARACTERS:
            yield group
            group, size = [], 0
        group.append(item)
        size += characters
        if len(group) == MOST or size >= CHARACTERS:
            yield group
            group, size = [], 0
    if group:
        yield group
