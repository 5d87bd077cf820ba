"""A whole job: documents into one output, with an account of what was done."""

from __future__ import annotations

import dataclasses
import time
from collections import Counter
from typing import TYPE_CHECKING

from glane.read import Document, Failure
from glane.run.documents import extract_documents

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Iterable, Iterator

    from spacy.language import Language

    from glane_records.models import Record


@dataclasses.dataclass(slots=True)
class Report:
    """What a job did.

    Attributes:
        documents: how many documents were done.
        mentions: how many mentions were written, by kind.
        failures: the inputs that gave no records, in their order.
        seconds: how long it took.
    """

    documents: int = 0
    mentions: Counter[str] = dataclasses.field(default_factory=Counter)
    failures: list[Failure] = dataclasses.field(default_factory=list)
    seconds: float = 0.0


def run_job(
    inputs: Iterable[Document | Failure],
    nlp: Language,
    write: Callable[[list[Record]], None],
    *,
    date: datetime.date | None = None,
    kinds: Collection[str] | None = None,
    on_input: Callable[[], None] = lambda: None,
    on_failure: Callable[[Failure], None] = lambda _: None,
) -> Report:
    """Extract all inputs and write their records, document by document.

    Args:
        inputs: documents, and failures to read one.
        nlp: the pipeline.
        write: takes the records of one document.
        date: the date of documents that have none of their own.
        kinds: the kinds of mentions to write; ``None`` for all.
        on_input: called when an input is through, done or failed.
        on_failure: called with each failure when it happens.

    Returns:
        The account. What ``write`` raises ends the job.
    """
    report = Report()
    began = time.monotonic()

    def fail(failure: Failure) -> None:
        report.failures.append(failure)
        on_failure(failure)

    for records in extract_documents(_prepare(inputs, date, on_input), nlp, on_failure=fail):
        kept = records if kinds is None else select_kinds(records, kinds)
        write(kept)
        report.documents += 1
        report.mentions.update(record.kind for record in kept if record.kind != "document")
    report.seconds = time.monotonic() - began
    return report


def select_kinds(records: list[Record], kinds: Collection[str]) -> list[Record]:
    """Keep the document's own record, with its counts put right, and the mentions of some kinds."""
    kept: list[Record] = []
    for record in records:
        if record.kind == "document":
            others = dict.fromkeys(type(record.mentions).model_fields.keys() - set(kinds), 0)
            counts = record.mentions.model_copy(update=others)
            kept.append(record.model_copy(update={"mentions": counts}))
        elif record.kind in kinds:
            kept.append(record)
    return kept


def _prepare(
    inputs: Iterable[Document | Failure], date: datetime.date | None, on_input: Callable[[], None]
) -> Iterator[Document | Failure]:
    for document in inputs:
        if isinstance(document, Document) and document.date is None and date is not None:
            yield dataclasses.replace(document, date=date)
        else:
            yield document
        on_input()  # the consumer is back for the next one: this one is through
