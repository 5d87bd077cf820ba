"""A whole job: documents into one output, with an account of what was done."""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import logging
import time
from collections import Counter
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from glane.read import Document, Failure
from glane.run.extraction import Extraction
from glane.run.groups import group_short
from glane.run.key import characters_of, key_of
from glane.run.resume import skip_recorded
from glane.write import ResumableOutput, record_lines
from glane.write.journal import Entry

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Generator, Iterable, Iterator

    from spacy.language import Language

    from glane.write import StreamOutput
    from glane_records.models import Record

logger = logging.getLogger(__name__)


@dataclasses.dataclass(slots=True)
class Report:
    """What a job did.

    Attributes:
        documents: how many documents were done.
        mentions: how many mentions were written, by kind.
        failures: the inputs that gave no records, in their order.
        resumed: how many inputs an earlier run had done.
        seconds: how long it took.
    """

    documents: int = 0
    mentions: Counter[str] = dataclasses.field(default_factory=Counter)
    failures: list[Failure] = dataclasses.field(default_factory=list)
    resumed: int = 0
    seconds: float = 0.0

    def count(self, entry: Entry) -> None:
        """Take account of one input."""
        if entry.failure is not None:
            self.failures.append(entry.failure)
        else:
            self.documents += 1
            self.mentions.update(entry.mentions or {})


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """The records of one document, as they are written.

    Attributes:
        lines: JSON, a line each.
        mentions: number of mentions, by kind.
    """

    lines: bytes
    mentions: dict[str, int]


def run_job(
    inputs: Iterable[Document | Failure],
    nlp: Language,
    output: ResumableOutput | StreamOutput,
    *,
    date: datetime.date | None = None,
    kinds: Collection[str] | None = None,
    jobs: int = 1,
    timeout: float | None = None,
    load: Callable[[], Language] | None = None,
    on_input: Callable[[], None] = lambda: None,
    on_failure: Callable[[Failure], None] = lambda _: None,
) -> Report:
    """Extract all inputs that are not done yet and write their records, in the order of the inputs.

    Args:
        inputs: documents, and failures to read one.
        nlp: the pipeline; nothing else may use it meanwhile.
        output: takes what comes of the inputs. It is not finished here.
        date: the date of documents that have none of their own.
        kinds: the kinds of mentions to write; ``None`` for all.
        jobs: number of processes: 1 for this one.
        timeout: seconds that a document may take, in a process of its own; ``None`` for any time.
        load: makes the pipeline again, where processes cannot share it.
        on_input: called when an input is through, done or failed.
        on_failure: called with each failure when it happens, and with those of earlier runs when they are passed over.

    Returns:
        The account, what earlier runs did included. What ``output`` raises ends the job.
    """
    report = Report()
    began = time.monotonic()
    rest: Iterator[Document | Failure] = (_dated(item, date) for item in inputs)
    if isinstance(output, ResumableOutput):

        def pass_over(entry: Entry) -> None:
            report.count(entry)
            if entry.failure is not None:
                on_failure(entry.failure)
            on_input()

        found = skip_recorded(rest, output, pass_over)
        rest = found.inputs
        report.resumed = found.done
        if found.changed:
            logger.warning("%s: not as it was: done anew from there on", found.changed)
    work = Extraction(nlp, partial(render, kinds=kinds), load)
    # What goes to standard output goes there at once: somebody may wait for it.
    together = isinstance(output, ResumableOutput)
    with _frozen(), closing(_run(work, rest, jobs=jobs, timeout=timeout, together=together)) as results:
        for (key, characters), result in results:
            if isinstance(result, Failure):
                entry = Entry(key, characters, failure=result)
                on_failure(result)
            else:
                entry = Entry(key, characters, result.lines, result.mentions)
            output.write(entry)
            report.count(entry)
            on_input()
    report.seconds = time.monotonic() - began
    return report


@contextlib.contextmanager
def _frozen() -> Iterator[None]:
    """Keep the garbage collector from looking through what is loaded, a million objects, again and again meanwhile."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _run(
    work: Extraction[Written],
    inputs: Iterator[Document | Failure],
    *,
    jobs: int,
    timeout: float | None,
    together: bool,
) -> Generator[tuple[tuple[str, int], Written | Failure], None, None]:
    if jobs > 1 or timeout is not None:
        from glane.run.pool import run_in_processes

        yield from run_in_processes(work.together, inputs, _identify, jobs=jobs, timeout=timeout, together=together)
        return
    with closing(work):
        for group in group_short(inputs) if together else ([item] for item in inputs):
            results = work.together([item for item in group if isinstance(item, Document)])
            for item in group:
                yield _identify(item), item if isinstance(item, Failure) else next(results)


def _identify(item: Document | Failure) -> tuple[str, int]:
    return key_of(item), characters_of(item)


def render(records: list[Record], *, kinds: Collection[str] | None) -> Written:
    """Make the lines of a document's records, of the wanted kinds only."""
    kept = records if kinds is None else select_kinds(records, kinds)
    mentions = Counter[str](record.kind for record in kept if record.kind != "document")
    return Written(record_lines(kept), dict(mentions))


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


def _dated(item: Document | Failure, date: datetime.date | None) -> Document | Failure:
    if isinstance(item, Document) and item.date is None and date is not None:
        return dataclasses.replace(item, date=date)
    return item
