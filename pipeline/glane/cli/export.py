"""``glane export``: records in the formats of other tools."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path  # noqa: TC003 (Typer reads the annotations)
from typing import TYPE_CHECKING, Annotated

import typer

from glane.cli import console as terminal
from glane.cli.options import Records, check_target, documents_option, output_option

if TYPE_CHECKING:
    from rich.console import Console


class Target(StrEnum):
    """A format to write."""

    PARQUET = "parquet"
    CSV = "csv"
    BRAT = "brat"
    CONLL = "conll"
    LABELSTUDIO = "labelstudio"
    DOCCANO = "doccano"
    DOCBIN = "docbin"
    PRODIGY = "prodigy"


def export(
    records: Records,
    *,
    to: Annotated[Target, typer.Option("--to", show_default=False, help="Format to write.")],
    output: Annotated[str, output_option("OUT", "File to write, or - for standard output; for brat a new folder.")],
    documents: Annotated[
        Path | None,
        documents_option("Folder (or file) that the records were extracted from: annotation formats hold the texts."),
    ] = None,
    excel: Annotated[
        bool,
        typer.Option(
            "--excel",
            help="CSV for a French spreadsheet: byte order mark, semicolons, decimal commas, an apostrophe before text "
            "that begins with =, +, - or @.",
        ),
    ] = False,
) -> None:
    """Write records as a table, or as annotations to correct in another tool.

    Tables (parquet, csv): one row a mention; the documents go to OUT.documents.SUFFIX.
    Annotations (brat, conll, labelstudio, doccano, docbin, prodigy): bring them back with glane import.

    Exit codes:
    0: all done.
    1: OUT cannot be written.
    2: wrong usage, records or texts that cannot be used, or a missing package.
    130: interrupted; OUT is as it was.
    """
    if excel and to is not Target.CSV:
        msg = "is for CSV"
        raise typer.BadParameter(msg, param_hint="'--excel'")
    target = check_target(output, [records])
    console = terminal.make_console()
    with terminal.logging_to(console, quiet=False, debug=False):
        code = _run(records, to, target, documents, excel=excel, console=console)
    raise typer.Exit(code)


def _run(
    records: Path, to: Target, target: Path | None, documents: Path | None, *, excel: bool, console: Console
) -> int:
    # Imported here, so that other commands start without them.
    from glane.read.annotations import TextError, Texts
    from glane.write import OutputError
    from glane.write.annotated import ExportError
    from glane.write.formats import FORMATS, export_records
    from glane_records import RecordError, read

    form = FORMATS[to.value]
    if target is None and form.binary and sys.stdout.isatty():
        terminal.say(console, f"error: {form.name} is binary: name a file with -o")
        return terminal.EXIT_USAGE
    ends = terminal.ends_told(console, usage=(RecordError, TextError, ExportError), failures=(OutputError,))
    with ends:
        texts = Texts(documents) if documents and form.needs_texts else None
        written = export_records(read(records, once=True), form, target, texts=texts, excel=excel)
    if written:
        terminal.say(console, f"wrote {', '.join(map(str, written))}")
    return 0
