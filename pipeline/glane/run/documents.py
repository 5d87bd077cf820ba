"""One document after the other, in this process."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from glane.read import Document, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language

    from glane_records.models import Record

logger = logging.getLogger(__name__)

LANGUAGE = "fr"


def extract_documents(
    documents: Iterable[Document | Failure],
    nlp: Language,
    *,
    on_failure: Callable[[Failure], None] | None = None,
) -> Iterator[list[Record]]:
    """Extract the records of some documents, lazily.

    Args:
        documents: documents, and failures to read one.
        nlp: the pipeline, from ``glane.load()``.
        on_failure: takes each document that failed, and the rest is done; without it, the first exception is
            raised (a failure to read as ``ValueError``).

    Yields:
        The records of one document: its own record first, then its mentions in the order of the text. A
        document that failed has none.
    """
    for document in documents:
        if isinstance(document, Failure):
            if on_failure is None:
                message = f"{document.source}: {document.message}"
                raise ValueError(message)
            on_failure(document)
            continue
        try:
            records = _extract(document, nlp)
        except Exception as error:
            if on_failure is None:
                raise
            logger.debug("%s: failed", document.source, exc_info=True)
            summary = " ".join(f"{type(error).__name__}: {error}".split())
            on_failure(Failure(document.id, document.source, "extraction", summary[:500]))
            continue
        yield records


def _extract(document: Document, nlp: Language) -> list[Record]:
    from glane.components.build import records_of  # with it comes spaCy

    if not document.text.strip():
        what = "only white space" if document.text else "empty"
        logger.warning("%s: is %s: no mentions", document.source, what)
    records = records_of(
        nlp,
        document.text,
        document_id=document.id,
        source=document.source,
        title=document.title,
        date=document.date,
        metadata=document.metadata,
        pages=document.pages,
    )
    head = records[0]
    if head.kind == "document" and head.language not in (None, LANGUAGE):
        logger.warning("%s: its language seems to be %r: glane reads French", document.source, head.language)
    return records
