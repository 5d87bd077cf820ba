"""``glane report``: records as a page to look at."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glane.cli import console as terminal
from glane.cli.options import Records, check_target

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from rich.console import Console


def report(
    records: Records,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="OUT", dir_okay=False, help="File to write, or - for standard output."),
    ] = Path("report.html"),
    documents: Annotated[
        list[Path] | None,
        typer.Option(
            exists=True,
            metavar="DIR",
            show_default=False,
            help="Folder (or file) that the records were extracted from, to show the whole texts; "
            "without it, the sentences that the records quote. May be repeated.",
        ),
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            metavar="GOLD",
            show_default=False,
            help="Gold, one mention a line, or records, or a folder of *.gold.jsonl: shows where the records differ.",
        ),
    ] = None,
    title: Annotated[str, typer.Option(help="Title of the page.")] = "glane report",
) -> None:
    """Write an HTML page that shows records over their texts.

    One file that needs no network: texts with their mentions, an index of entities, a timeline, a table of
    figures, filters; with --gold, what was missed, is spurious, or has a wrong boundary or value.

    Exit codes:
    0: written.
    1: OUT cannot be written.
    2: wrong usage, or RECORDS or GOLD cannot be read.
    130: interrupted; OUT is as it was.
    """
    from glane.cli.report_errors import compare_with_gold
    from glane.evaluate.sides import InputError
    from glane.write.atomic import OutputError
    from glane.write.report import make_data, write_report
    from glane_records import RecordError, read

    console = terminal.make_console()
    target = check_target(str(output), [records, *(documents or []), *([gold] if gold else [])])
    # An error of the system is one of reading: what becomes of writing is an OutputError.
    ends = terminal.ends_told(console, usage=(RecordError, InputError, OSError), failures=(OutputError,))
    with terminal.logging_to(console, quiet=False, debug=False), ends:
        found = list(read(records, once=True))
        errors, missing = compare_with_gold(found, gold) if gold else (None, ())
        for document in missing:
            terminal.say(console, f"warning: gold document {document} was not predicted: it is not shown")
        # They may lie beside the texts.
        others = {path.resolve() for path in (records, target, gold) if path is not None and not path.is_dir()}
        ids = {record.id if record.kind == "document" else record.document for record in found}
        data = make_data(found, _read_texts(documents, ids, console, others) if documents else {}, errors)
        write_report(target, data, title)
    for document in data["documents"]:
        if document["other"]:
            terminal.say(console, f"warning: {document['id']}: the text found is not that of its records")


def _read_texts(
    paths: Sequence[Path], ids: Collection[str], console: Console, exclude: Collection[Path]
) -> dict[str, str]:
    """Read the texts of the documents named, by id; of a file in which lines are wrong, the first is told."""
    from glane.read import Document, Source, find_sources, holds_many, read_sources
    from glane.write import text_name

    # A kept text is named by its document's id, but for ids that name no file.
    names = {text_name(one): one for one in ids}
    # A JSONL file's name says nothing of the ids in it; of other files, only those wanted are read.
    wanted = (
        source
        for source in find_sources(paths, exclude=exclude)
        if not isinstance(source, Source) or source.id in ids or source.id in names or holds_many(source)
    )
    texts = {}
    wrong: Counter[str] = Counter()
    for item in read_sources(wanted):
        if isinstance(item, Document):
            texts[item.id if item.id in ids else names.get(item.id, item.id)] = item.text
        else:
            file = re.sub(r":\d+\Z", "", item.source)
            if file not in wrong:
                terminal.say(console, f"warning: {item.source}: {item.message}")
            wrong[file] += 1
    for file, count in wrong.items():
        if count > 1:
            terminal.say(console, f"warning: {file}: {terminal.count(count - 1, 'more line')} that cannot be read")
    lacking = sorted(set(ids) - texts.keys())
    if lacking:
        more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
        terminal.say(console, f"warning: no text found for {lacking[0]}{more}: showing the sentences of the records")
    return {name: text for name, text in texts.items() if name in ids}
