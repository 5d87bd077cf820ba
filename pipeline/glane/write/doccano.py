"""doccano: JSON lines of a sequence labelling project."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from glane.gold import gold_of
from glane.line_ends import blank_returns
from glane.read.annotations import utf16_offsets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.write.annotated import AnnotatedText


def write(documents: Iterable[AnnotatedText], stream: IO[bytes]) -> None:
    r"""Write a document a line, for a project that does not count grapheme clusters as one character.

    Offsets in ``label`` are UTF-16 code units, as doccano's page counts; ``\r\n`` becomes a blank and ``\n``.
    doccano knows no values: they go into ``mentions``, which it carries along unread with ``document``.
    """
    for document in documents:
        stream.write((json.dumps(_line(document), ensure_ascii=False) + "\n").encode("utf-8"))


def _line(annotated: AnnotatedText) -> dict[str, Any]:
    offsets = utf16_offsets(annotated.text)
    labels: list[tuple[int, int, str]] = []
    mentions: list[dict[str, Any]] = []
    for mention in annotated.mentions:
        gold = gold_of(mention)
        start, end = offsets[mention.start], offsets[mention.end]
        labels.append((start, end, mention.kind))
        mentions.append(
            {
                "start": start,
                "end": end,
                "label": mention.kind,
                "value": gold.value,
                "of": gold.of,
                "modifier": gold.modifier,
            }
        )
    return {
        "text": blank_returns(annotated.text),
        "label": labels,
        "document": annotated.document,
        "mentions": mentions,
    }
