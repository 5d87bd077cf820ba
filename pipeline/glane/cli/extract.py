"""``glane extract``: documents in, records out."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from pathlib import Path  # noqa: TC003 (Typer reads the annotations)
from typing import TYPE_CHECKING, Annotated

import typer

from glane.cli import console as terminal
from glane.cli.options import Day, Ner, Rules, check_keep_text, check_kinds, check_output, check_seconds, check_size

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date as day

    from rich.console import Console

    from glane.read import Document, Failure
    from glane.run import Report

_OF_MANY = (".jsonl", ".ndjson", ".gz", ".zst")
_MOST_COUNTED = 50_000_000
"""Bytes of files of many documents that are read to count them."""


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            show_default=False,
            help="Files and folders (.txt, .md, .html, .pdf, .docx; .jsonl with id, text, and maybe date and title; "
            "each also .gz or .zst), or - for standard input.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="File to write, .jsonl or .jsonl.gz, or - for standard output.",
        ),
    ] = "-",
    rules: Rules = None,
    date: Day = None,
    ner: Ner = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND,...",
            show_default=False,
            help="Write mentions of these kinds only: organisation, programme, date, figure, country. May be repeated.",
        ),
    ] = None,
    keep_text: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            file_okay=False,
            show_default=False,
            help="Write the text of each document, in which offsets count, to DIR/ID.txt; an ID that names no file is "
            "percent-encoded, a long one hashed.",
        ),
    ] = None,
    max_size: Annotated[
        str,
        typer.Option(
            metavar="SIZE",
            help="Size that a document's text may have, unpacked: bytes, or with k, M or G.",
        ),
    ] = "20M",
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            show_default="by the amount of work",
            help="Number of processes, at most. More give the same records, in the same order.",
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS",
            min=0.001,
            callback=check_seconds,
            show_default="none",
            help="Time that a document may take; one that takes longer fails, and the rest is done.",
        ),
    ] = None,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Go on with what a run that was broken off has left in OUT.part; leave it there when this one is.",
        ),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress, no warnings, no summary: errors only.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of each failure.")] = False,
) -> None:
    """Extract records from French documents.

    Records go to OUT, everything else to standard error.

    Exit codes:
    0: all done.
    1: some documents failed, each named in OUT.errors.jsonl; or OUT cannot be written; or there was
    no document to write (an empty folder), and OUT is left as it was.
    2: wrong usage, a wrong rule file, or --resume with other settings than before.
    130: interrupted; OUT is as it was.
    """
    job = _Job(
        inputs,
        check_output(output, inputs, resume=resume),
        tuple(rules or ()),
        date,
        check_kinds(kinds),
        ner,
        check_keep_text(keep_text, inputs),
        check_size(max_size),
        jobs,
        timeout,
        resume,
        quiet,
    )
    from glane.rules.errors import RuleError
    from glane.run.pool import WorkerError
    from glane.write import OutputError, SettingsError

    console = terminal.make_console()
    ends = terminal.ends_told(
        console,
        usage=(RuleError, SettingsError),
        failures=(OutputError, WorkerError),
        interrupted="" if job.target is None else "nothing was written",
    )
    with terminal.logging_to(console, quiet=quiet, debug=debug), ends:
        code = _run(job, console)
    raise typer.Exit(code)


@dataclass(frozen=True, slots=True)
class _Job:
    inputs: Sequence[str]
    target: Path | None
    rules: Sequence[Path]
    date: day | None
    kinds: frozenset[str] | None
    ner: bool | None
    keep_text: Path | None
    max_size: int
    jobs: int | None
    timeout: float | None
    resume: bool
    quiet: bool


def _run(job: _Job, console: Console) -> int:
    import glane
    from glane.read import find_sources, read_sources
    from glane.run import choose_jobs, describe_settings, run_job
    from glane.write import ResumableOutput, files_of, open_output

    # What this run and an earlier one wrote is no input, though it may lie in the folder that is read.
    exclude = files_of(job.target) if job.target else set()
    if job.keep_text:
        exclude.add(job.keep_text.resolve())
    total = _count_inputs(job, exclude) if console.is_terminal and not job.quiet else 0
    settings = describe_settings(job.rules, date=job.date, kinds=job.kinds, ner=job.ner, max_size=job.max_size)
    load = partial(glane.load, job.rules, ner=job.ner)
    with open_output(job.target, settings, resume=job.resume) as output:
        sources = find_sources(job.inputs, exclude=exclude)
        jobs = job.jobs
        if jobs is None:
            jobs, sources = choose_jobs(sources)
        nlp = load()
        with terminal.progress_bar(console, total, shown=total is None or total > 1) as advance:
            report = run_job(
                _keep_texts(read_sources(sources, max_size=job.max_size), job.keep_text),
                nlp,
                output,
                date=job.date,
                kinds=job.kinds,
                jobs=jobs,
                timeout=job.timeout,
                load=load,
                on_input=advance,
                on_failure=lambda failed: terminal.say(console, f"error: {failed.source}: {failed.message}"),
            )
        # Where there is none, the inputs are hardly those that were meant; failures alone are worth their list.
        left = not report.documents and (
            not report.failures or (isinstance(output, ResumableOutput) and output.would_lose())
        )
        if not left:
            output.finish(report.failures)
    if not job.quiet:
        terminal.say(console, _summarise(report))
    if left:
        terminal.say(console, f"error: there is no document to write{_say_left(job.target)}")
    return terminal.EXIT_FAILURES if report.failures or left else 0


def _say_left(target: Path | None) -> str:
    """What becomes of an output that is not written."""
    if target is None:
        return ""
    return f": {target} is {'left as it was' if target.exists() else 'not written'}"


def _count_inputs(job: _Job, exclude: Collection[Path]) -> int | None:
    """Count the documents to come, for the progress bar; ``None`` where too much would have to be read for it."""
    from glane.read import Source, count_documents, find_sources

    total = size = 0
    remarks = logging.getLogger("glane.read.inputs")
    remarks.disabled = True  # what it has to say of files it says again when they are read
    try:
        for source in find_sources(job.inputs, exclude=exclude):
            if isinstance(source, Source) and source.path and source.path.suffix in _OF_MANY:
                size += source.path.stat().st_size
            if size > _MOST_COUNTED:
                return None
            total += count_documents([source])
    except OSError:
        return None
    finally:
        remarks.disabled = False
    return total


def _keep_texts(found: Iterable[Document | Failure], folder: Path | None) -> Iterator[Document | Failure]:
    """Pass documents on, their texts written to a folder."""
    from glane.read import Document
    from glane.write import keep_text

    for item in found:
        if folder is not None and isinstance(item, Document):
            keep_text(folder, item.id, item.text)
        yield item


def _summarise(report: Report) -> str:
    from glane_records import KINDS

    total = report.mentions.total()
    parts = [terminal.count(report.documents, "document"), terminal.count(total, "mention")]
    if total:
        by_kind = (f"{kind} {report.mentions[kind]}" for kind in KINDS if report.mentions[kind])
        parts[-1] += f" ({', '.join(by_kind)})"
    if report.resumed:
        parts.append(f"{report.resumed:,} of them done before")
    if report.failures:
        parts.append(terminal.count(len(report.failures), "failure"))
    parts.append(f"{report.seconds:.1f} s")
    return ", ".join(parts)
