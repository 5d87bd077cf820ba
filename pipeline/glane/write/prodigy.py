"""Prodigy: JSON lines for ``ner.manual`` and ``spans.manual``, with the tokens that Prodigy asks for."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from glane.gold import gold_of
from glane.write.annotated import check_edges
from glane.write.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.write.annotated import AnnotatedText

NAME = "Prodigy"


def write(documents: Iterable[AnnotatedText], stream: IO[bytes]) -> None:
    """Write a task a line.

    ``meta.document`` is the document's id; a span has, beside what Prodigy knows, ``value``, ``of`` and
    ``modifier``. Offsets are code points.

    Raises:
        ExportError: a mention begins or ends with white space.
    """
    for document in documents:
        check_edges(document, NAME)
        stream.write((json.dumps(_task(document), ensure_ascii=False) + "\n").encode("utf-8"))


def _task(annotated: AnnotatedText) -> dict[str, Any]:
    text = annotated.text
    edges = [edge for mention in annotated.mentions for edge in (mention.start, mention.end)]
    tokens = list(tokenise(text, edges))
    first = {token.start: number for number, token in enumerate(tokens)}
    last = {token.end: number for number, token in enumerate(tokens)}
    spans = []
    for mention in annotated.mentions:
        gold = gold_of(mention)
        spans.append(
            {
                "start": mention.start,
                "end": mention.end,
                "label": mention.kind,
                "token_start": first[mention.start],
                "token_end": last[mention.end],
                "value": gold.value,
                "of": gold.of,
                "modifier": gold.modifier,
            }
        )
    return {
        "text": text,
        "meta": {"document": annotated.document},
        "tokens": [
            {
                "text": token.form,
                "start": token.start,
                "end": token.end,
                "id": number,
                "ws": text[token.end : token.end + 1].isspace(),
            }
            for number, token in enumerate(tokens)
        ],
        "spans": spans,
    }
