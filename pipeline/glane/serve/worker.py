"""What the processes that extract do. Nothing here runs in the process that listens."""

from __future__ import annotations

import dataclasses
import logging
import signal
from typing import TYPE_CHECKING

from glane.run.documents import extract_documents
from glane.run.job import select_kinds
from glane.serve.settings import ANSWER_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from spacy.language import Language

    from glane.read import Document, Failure
    from glane_records.models import Record


@dataclasses.dataclass(frozen=True, slots=True)
class Job:
    """A document to extract.

    Attributes:
        document: the document.
        kinds: the kinds of mentions wanted; ``None`` for all.
        page: whether the report is wanted, a page of HTML, in place of JSON lines.
    """

    document: Document
    kinds: frozenset[str] | None = None
    page: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """What came of a job.

    Attributes:
        content: JSON lines, or a page of HTML, in UTF-8; empty where there is an error.
        error: ``extraction`` or ``too-large``; ``None`` where all is well.
        message: what is wrong, in one line.
    """

    content: bytes = b""
    error: str | None = None
    message: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading the pipeline.

    Attributes:
        rules_version: version of its rules.
        error: why there is none, in one line; ``None`` where there is one.
    """

    rules_version: str = ""
    error: str | None = None


def main(connection: Connection, load: Callable[[], Language]) -> None:
    """Extract what comes over a connection until it ends.

    Args:
        connection: first gives a `Loaded`, then takes a `Job` and gives its `Answer`, again and again.
        load: gives the pipeline.
    """
    # A signal to the whole group (Ctrl-C, a service manager) is for the process that listens: what is in flight is done.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    # Warnings name a document by what a request called it; nobody asked for them in the log of a service.
    logging.getLogger("glane").setLevel(logging.CRITICAL)
    try:
        pipeline = load()
    except Exception as error:  # whatever it is, it is told
        connection.send(Loaded(error=" ".join(f"{type(error).__name__}: {error}".split())))
        return
    try:
        connection.send(Loaded(pipeline.meta["glane_rules"]))
        while True:
            connection.send(extract(connection.recv(), pipeline))
    except (EOFError, OSError):
        return  # the process that listens has gone


def extract(job: Job, nlp: Language) -> Answer:
    """Extract one document.

    Returns:
        Its records exactly as ``glane extract`` writes them, or the report of them; or why there are none.
    """
    failures: list[Failure] = []
    for found in extract_documents([job.document], nlp, on_failure=failures.append):
        records = found if job.kinds is None else select_kinds(found, job.kinds)
        content = _write_page(records, job.document) if job.page else _write_lines(records)
        if content is None:
            return Answer(error="too-large", message=f"its records are larger than {ANSWER_BYTES:,} bytes")
        return Answer(content)
    # The exception's name, not its message: that may quote the text.
    sort = failures[0].message.partition(":")[0] if failures else "no records"
    return Answer(error="extraction", message=f"glane failed on it ({sort})")


def _write_lines(records: list[Record]) -> bytes | None:
    lines = []
    size = 0
    for record in records:
        line = record.model_dump_json().encode("utf-8") + b"\n"
        size += len(line)
        if size > ANSWER_BYTES:
            return None
        lines.append(line)
    return b"".join(lines)


def _write_page(records: list[Record], document: Document) -> bytes | None:
    from glane.write.report import make_data, render_report

    data = make_data(records, {document.id: document.text})
    page = render_report(data, document.title or "glane report").encode("utf-8", errors="replace")
    return page if len(page) <= ANSWER_BYTES else None
