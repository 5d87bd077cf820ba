"""``glane import``: annotations that were corrected in another tool, as gold."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path  # noqa: TC003 (Typer reads the annotations)
from typing import TYPE_CHECKING, Annotated

import typer

from glane.cli import console as terminal
from glane.cli.options import check_target, documents_option, output_option

if TYPE_CHECKING:
    from rich.console import Console


class Origin(StrEnum):
    """A format to read."""

    BRAT = "brat"
    CONLL = "conll"
    LABELSTUDIO = "labelstudio"
    DOCCANO = "doccano"
    DOCBIN = "docbin"
    PRODIGY = "prodigy"


def import_annotations(
    annotations: Annotated[
        Path,
        typer.Argument(
            exists=True,
            metavar="ANNOTATIONS",
            help="What the tool gave: a file, or the folder of brat.",
        ),
    ],
    *,
    origin: Annotated[Origin, typer.Option("--from", show_default=False, help="Format to read.")],
    output: Annotated[str, output_option("GOLD", "File to write, .jsonl, or - for standard output.")],
    documents: Annotated[
        Path | None,
        documents_option("Folder (or file) with the documents; conll needs it, with others the texts are compared."),
    ] = None,
) -> None:
    """Read annotations that glane export wrote and people corrected; write them as gold.

    Measure with: glane evaluate RECORDS GOLD.

    Exit codes:
    0: all done.
    1: GOLD cannot be written.
    2: wrong usage, or annotations that cannot be used.
    130: interrupted; GOLD is as it was.
    """
    if output != "-" and not output.endswith(".jsonl"):
        msg = f"{output!r} does not end in .jsonl, nor is it '-'"
        raise typer.BadParameter(msg, param_hint="'--output' / '-o'")
    target = check_target(output, [annotations])
    console = terminal.make_console()
    with terminal.logging_to(console, quiet=False, debug=False):
        code = _run(annotations, origin, target, documents, console)
    raise typer.Exit(code)


def _run(annotations: Path, origin: Origin, target: Path | None, documents: Path | None, console: Console) -> int:
    from glane.read.annotations import AnnotationError, TextError, Texts, read_annotations
    from glane.write import OutputError
    from glane.write.atomic import open_target
    from glane.write.gold import gold_lines, write_gold

    with terminal.ends_told(console, usage=(AnnotationError, TextError), failures=(OutputError,)):
        texts = Texts(documents) if documents else None
        found = dict(read_annotations(annotations, origin.value, texts))
        mentions = [mention for each in found.values() for mention in each]
        lines = gold_lines(found)
        with open_target(target) as stream:
            write_gold(lines, stream)
    bare = [document for document, each in found.items() if not each]
    if bare:
        terminal.say(console, f"note: no mentions, which a line of gold says ({len(bare)}): {', '.join(bare)}")
    unvalued = sum(mention.value is None for mention in mentions)
    terminal.say(console, f"{len(found)} documents, {len(mentions)} mentions, {unvalued} of them without a value")
    return 0
