"""Documents in, their records out: one after the other in this process, or in several."""

from __future__ import annotations

import logging
from contextlib import closing
from typing import TYPE_CHECKING

from glane.read import Document, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.language import Language

    from glane.components.state import State
    from glane_records.models import Record

logger = logging.getLogger(__name__)

LANGUAGE = "fr"


def extract_documents(
    documents: Iterable[Document | Failure],
    nlp: Language,
    *,
    on_failure: Callable[[Failure], None] | None = None,
    jobs: int = 1,
    timeout: float | None = None,
    load: Callable[[], Language] | None = None,
) -> Iterator[list[Record]]:
    """Extract the records of some documents, lazily.

    Args:
        documents: documents, and failures to read one.
        nlp: the pipeline, from ``glane.load()``.
        on_failure: takes each document that failed, and the rest is done; without it, the first exception is
            raised (a failure to read, or in another process, as ``ValueError``).
        jobs: number of processes. More than one gives the same records, in the same order.
        timeout: seconds that a document may take, in a process of its own; ``None`` for any time.
        load: makes the pipeline again, where processes cannot share it (see `glane.run.pool`).

    Returns:
        The records of each document: its own record first, then its mentions in the order of the text. A
        document that failed has none.

    Raises:
        ValueError: there shall be fewer processes than one.
        TypeError: when its turn comes, that something is no document.
    """
    if jobs < 1:
        message = f"jobs must be 1 or more, not {jobs}"
        raise ValueError(message)
    checked = map(_check, documents)
    if jobs > 1 or timeout is not None:
        return _extract_elsewhere(checked, nlp, on_failure, jobs, timeout, load)
    return _extract_here(checked, nlp, on_failure)


def _check(item: object) -> Document | Failure:
    if not isinstance(item, Document | Failure):
        message = f"a document must be a glane.read.Document, not {type(item).__name__}; glane.extract() takes a text"
        raise TypeError(message)
    return item


def _extract_here(
    documents: Iterable[Document | Failure], nlp: Language, on_failure: Callable[[Failure], None] | None
) -> Iterator[list[Record]]:
    for document in documents:
        if isinstance(document, Failure):
            _fail(document, on_failure)
        elif on_failure is None:
            yield extract(document, nlp)
        else:
            found = try_extract(document, nlp)
            if isinstance(found, Failure):
                on_failure(found)
            else:
                yield found


def _extract_elsewhere(
    documents: Iterable[Document | Failure],
    nlp: Language,
    on_failure: Callable[[Failure], None] | None,
    jobs: int,
    timeout: float | None,
    load: Callable[[], Language] | None,
) -> Iterator[list[Record]]:
    from glane.run.extraction import Extraction
    from glane.run.pool import run_in_processes

    extraction = Extraction(nlp, list, load)
    work = extraction.together
    with closing(run_in_processes(work, documents, lambda _: None, jobs=jobs, timeout=timeout)) as results:
        for _, found in results:
            if isinstance(found, Failure):
                _fail(found, on_failure)
            else:
                yield found


def _fail(failure: Failure, on_failure: Callable[[Failure], None] | None) -> None:
    if on_failure is None:
        message = f"{place_of(failure)}: {failure.message}"
        raise ValueError(message)
    on_failure(failure)


def place_of(item: Document | Failure) -> str:
    """Return what messages call an input: where it was read from; its id, where it came from nowhere."""
    return item.source or item.id or "a document"


def try_extract(document: Document, nlp: Language, state: State | None = None) -> list[Record] | Failure:
    """Extract the records of one document; whatever goes wrong is a ``Failure``."""
    try:
        return extract(document, nlp, state)
    except Exception as error:
        return failure_of(document, error)


def failure_of(document: Document, error: Exception) -> Failure:
    """Return the failure that an error, which is handled just now, makes of a document."""
    logger.debug("%s: failed", document.source, exc_info=True)
    summary = " ".join(f"{type(error).__name__}: {error}".split())
    return Failure(document.id, document.source, "extraction", summary[:500])


def try_extract_together(documents: Sequence[Document], nlp: Language) -> Iterator[list[Record] | Failure]:
    """Extract the records of several short documents, which are read together; each fails by itself."""
    for document, state in zip(documents, _read_together(documents, nlp), strict=True):
        yield try_extract(document, nlp, state)


def _read_together(documents: Sequence[Document], nlp: Language) -> Sequence[State | None]:
    from glane.components.build import read_together

    if len(documents) > 1:
        try:
            return read_together(nlp, [(document.text, document.date) for document in documents])
        except Exception:
            logger.debug("%s: it, or one of the next, failed", documents[0].source, exc_info=True)
    return [None] * len(documents)  # each is read by itself, so that the one that fails is known


def extract(document: Document, nlp: Language, state: State | None = None) -> list[Record]:
    """Extract the records of one document, and warn where it is empty or in another language.

    Args:
        document: what to extract from.
        nlp: the pipeline.
        state: what was found in the document, where it was read before.
    """
    from glane.components.build import records_of  # with it comes spaCy

    if not document.text.strip():
        what = "only white space" if document.text else "empty"
        logger.warning("%s: is %s: no mentions", place_of(document), what)
    records = records_of(
        nlp,
        document.text,
        document_id=document.id,
        source=document.source,
        title=document.title,
        date=document.date,
        metadata=document.metadata,
        pages=document.pages,
        state=state,
    )
    head = records[0]
    if head.kind == "document" and head.language not in (None, LANGUAGE):
        logger.warning("%s: its language seems to be %r: glane reads French", place_of(document), head.language)
    return records
