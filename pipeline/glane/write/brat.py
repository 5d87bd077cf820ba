"""brat standoff: for each document its text and, beside it, its annotations."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from glane.gold import MODIFIERS, gold_of
from glane.line_ends import blank_returns
from glane.read.annotations.brat import IDS
from glane.write.annotated import refuse
from glane.write.texts import text_name
from glane_records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from glane.write.annotated import AnnotatedText

NAME = "brat"

# What some reader of lines takes for a line end, and the tab between brat's fields.
_BREAK = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")

CONFIGURATION = f"""[entities]
{chr(10).join(KINDS)}
of

[relations]
of\tArg1:figure, Arg2:of
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
modifier\tArg:date|figure, Value:{"|".join(MODIFIERS)}
"""


def write(documents: Iterable[AnnotatedText], folder: Path) -> None:
    r"""Write ``ID.txt`` and ``ID.ann`` for each document, and brat's ``annotation.conf``.

    The files are named as those of ``--keep-text``; where that is by a digest, the ids stand in a file of their own.
    A mention is a ``T`` line, its value a note (``AnnotatorNotes``), its modifier an attribute; what a figure
    counts is a ``T`` of type ``of`` with a relation. A span over a line end is in fragments, as brat makes
    them. Offsets are code points; in the text ``\r\n`` becomes a blank and ``\n``, which brat counts alike
    everywhere.

    Raises:
        ExportError: a mention begins or ends with a line end or a tab.
        OSError: a file cannot be written.
    """
    (folder / "annotation.conf").write_text(CONFIGURATION, encoding="utf-8", newline="")
    ids: dict[str, str] = {}
    for document in documents:
        name = text_name(document.document)
        if unquote(name) != document.document:  # a digest, which tells nobody the id
            ids[name] = document.document
        path = folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(blank_returns(document.text).encode("utf-8"))
        path.with_suffix(".ann").write_bytes("".join(_lines(document)).encode("utf-8"))
    if ids:
        (folder / IDS).write_text(json.dumps(ids, ensure_ascii=False), encoding="utf-8", newline="")


def _lines(annotated: AnnotatedText) -> Iterator[str]:
    text = blank_returns(annotated.text)
    number = len(annotated.mentions)  # the spans of what is counted are numbered behind the mentions
    notes = attributes = relations = 0
    for mine, mention in enumerate(annotated.mentions, start=1):
        if _BREAK.match(mention.text[0]) or _BREAK.match(mention.text[-1]):
            refuse(mention, NAME, "begins or ends with a line end or a tab")
        gold = gold_of(mention)
        yield _span(mine, mention.kind, text, mention.start, mention.end)
        if gold.value is not None:
            notes += 1
            yield f"#{notes}\tAnnotatorNotes T{mine}\t{_BREAK.sub(' ', gold.value)}\n"
        if gold.modifier is not None:
            attributes += 1
            yield f"A{attributes}\tmodifier T{mine} {gold.modifier}\n"
        if mention.kind == "figure" and mention.of_start is not None and mention.of_end is not None:
            number += 1
            relations += 1
            yield _span(number, "of", text, mention.of_start, mention.of_end)
            yield f"R{relations}\tof Arg1:T{mine} Arg2:T{number}\n"


def _span(number: int, label: str, text: str, start: int, end: int) -> str:
    fragments: list[tuple[int, int]] = []
    for gap in _BREAK.finditer(text, start, end):
        fragments.append((start, gap.start()))
        start = gap.end()
    fragments.append((start, end))
    fragments = [(begin, stop) for begin, stop in fragments if begin < stop]
    places = ";".join(f"{begin} {stop}" for begin, stop in fragments)
    return f"T{number}\t{label} {places}\t{' '.join(text[begin:stop] for begin, stop in fragments)}\n"
