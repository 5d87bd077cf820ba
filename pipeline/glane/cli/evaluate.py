"""``glane evaluate``: scores of predicted records against gold."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path  # noqa: TC003 (Typer reads the annotations)
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from glane.cli import console as terminal
from glane.cli.options import documents_option
from glane.cli.printing import write_json, write_tables, write_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glane.evaluate.evaluation import Evaluation


class By(StrEnum):
    """A further table of scores."""

    DOCUMENT = "document"
    RULE = "rule"


Form = Literal["json", "markdown", "text"]


def evaluate(
    predicted: Annotated[
        Path,
        typer.Argument(
            exists=True,
            dir_okay=False,
            metavar="PREDICTED",
            help="Records that glane wrote (.jsonl, .jsonl.gz).",
        ),
    ],
    gold: Annotated[
        Path,
        typer.Argument(
            exists=True,
            metavar="GOLD",
            help="Gold, one mention a line, or records (.jsonl, .jsonl.gz); or a folder of *.gold.jsonl.",
        ),
    ],
    *,
    json: Annotated[bool, typer.Option("--json", help="Write the scores as JSON.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Write the tables as Markdown.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List what went wrong, what would gain most first.")] = False,
    by: Annotated[
        list[By] | None, typer.Option(help="Add the scores of each document, of each rule; may be repeated.")
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            metavar="OTHER",
            help="Other records, to compare with on the same gold.",
        ),
    ] = None,
    documents: Annotated[
        Path | None,
        documents_option(
            "Folder (or file) that the records were extracted from, to quote what was missed and to check gold."
        ),
    ] = None,
    samples: Annotated[int, typer.Option(min=0, help="Bootstrap draws; 0 for no intervals.")] = 1000,
    seed: Annotated[int, typer.Option(help="Seed of the draws.")] = 0,
) -> None:
    """Score predicted records against gold: mentions, values, entities.

    Strict: same kind, start and end. Relaxed: same kind, overlapping spans, each mention matched once.

    Documents are matched by id, or by its last component; only the documents of GOLD are scored.

    A line of gold is JSON with document, start, end (code points, end exclusive), type, surface and,
    where gold says, value (of a date null: it has none), of, modifier; that of a document without mentions is
    {"kind": "document", "id": ID}. glane import writes such lines; corpus/README.md says more.

    Exit codes:
    0: scored.
    1: standard output cannot be written.
    2: wrong usage; PREDICTED or GOLD cannot be read; or no document of GOLD was predicted.
    """
    # Imported here, so that other commands start without them.
    from glane.evaluate.context import read_texts
    from glane.evaluate.evaluation import evaluate as score
    from glane.evaluate.notes import notes
    from glane.evaluate.offsets import find_contradictions
    from glane.evaluate.pairing import pair_documents, require_partners
    from glane.evaluate.sides import InputError, read_gold, read_mentions

    if json and markdown:
        msg = "--json and --markdown exclude each other"
        raise typer.BadParameter(msg)
    console = terminal.make_console()
    try:
        with terminal.logging_to(console, quiet=False, debug=False):
            wanted = read_gold(gold)
            pairing = pair_documents(wanted, read_mentions(predicted))
            other = pair_documents(wanted, read_mentions(against)) if against else None
            texts = read_texts(documents, wanted) if documents else {}
        require_partners(pairing, str(gold))
    except InputError as error:
        terminal.say(console, f"error: {error}")
        raise typer.Exit(terminal.EXIT_USAGE) from error

    evaluation = score(pairing, samples=samples, seed=seed, other=other)
    for note in notes(evaluation, find_contradictions(wanted, texts)):
        terminal.say(console, note)
    form: Form = "json" if json else "markdown" if markdown else "text"
    _write(evaluation, form, by=by or [], errors=errors, texts=texts)


def _write(
    evaluation: Evaluation,
    form: Form,
    *,
    by: list[By],
    errors: bool,
    texts: Mapping[str, str],
) -> None:
    """Write to standard output."""
    if form == "json":
        from glane.evaluate.jsonform import as_json

        write_json(as_json(evaluation, by=by, errors=errors, texts=texts))
        return

    from glane.evaluate.fault_tables import tables_of_faults
    from glane.evaluate.render import render_markdown
    from glane.evaluate.report import tables_of_scores

    tables = tables_of_scores(evaluation, by=by)
    if errors:
        tables.extend(tables_of_faults(evaluation.groups, texts))
    if form == "markdown":
        write_text(render_markdown(tables))
    else:
        write_tables(tables)
