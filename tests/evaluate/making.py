"""Mentions and records to score, made from few words."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glane.evaluate.mention import Mention
from glane.evaluate.pairing import DocumentPair, pair_documents
from glane.evaluate.score import DocumentScore, score_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glane.evaluate.pairing import Pairing

LETTERS = {"O": "organisation", "P": "programme", "D": "date", "F": "figure", "C": "country"}


def mention(written: str, document: str = "d", **fields: Any) -> Mention:
    """``O 3 8``: an organisation at 3:8."""
    letter, start, end = written.split()
    fields.setdefault("text", "x" * (int(end) - int(start)))
    return Mention(document, LETTERS[letter], int(start), int(end), **fields)


def mentions(written: str, document: str = "d") -> tuple[Mention, ...]:
    """``O 3 8, D 9 13``."""
    return tuple(mention(one, document) for one in written.split(",") if one.strip())


def pairing(gold: Iterable[Mention], predicted: Iterable[Mention]) -> Pairing:
    """Both sides, their documents paired."""
    sides: list[dict[str, list[Mention]]] = []
    for side in (gold, predicted):
        found: dict[str, list[Mention]] = {}
        for one in side:
            found.setdefault(one.document, []).append(one)
        sides.append(found)
    return pair_documents(*sides)


def pair(gold: Iterable[Mention], predicted: Iterable[Mention]) -> DocumentPair:
    """Both sides of one document."""
    return DocumentPair("d", tuple(gold), tuple(predicted))


def score(gold: Iterable[Mention], predicted: Iterable[Mention]) -> DocumentScore:
    """The score of one document."""
    return score_document(pair(gold, predicted))


@contextlib.contextmanager
def piped(data: bytes) -> Iterator[Path]:
    """A path at which some bytes can be read once, as a shell gives for ``<(…)``."""
    reading, writing = os.pipe()
    with os.fdopen(reading), os.fdopen(writing, "wb") as stream:
        stream.write(data)  # little enough for what a pipe holds
        stream.close()
        yield Path(f"/dev/fd/{reading}")


def record(kind: str, start: int, text: str, document: str = "d", **fields: Any) -> dict[str, Any]:
    """A record as glane writes it."""
    of_kind: dict[str, dict[str, Any]] = {
        "organisation": {"name": text, "acronym": None, "entity": "e1", "wikidata": None, "subtype": None},
        "programme": {"name": text, "acronym": None, "entity": "e1", "wikidata": None, "subtype": "plan"},
        "date": {"edtf": text, "earliest": None, "latest": None, "precision": "year", "modifier": None},
        "figure": {
            "value": 2,
            "low": 2,
            "high": 2,
            "unit": None,
            "quantity": "count",
            "of": None,
            "of_start": None,
            "of_end": None,
            "modifier": None,
        },
        "country": {"name": text, "code": "FR"},
    }
    end = start + len(text)
    place = {
        "id": f"{document}#{start}-{end}",
        "document": document,
        "start": start,
        "end": end,
        "text": text,
    }
    shared = {"sentence": f"Phrase avec {text} dedans.", "section": None, "rule": "test.rule"}
    return {"kind": kind, **place, **shared, **of_kind[kind], **fields}


def gold_line(
    kind: str, start: int, surface: str, value: str | None, document: str = "d", **fields: Any
) -> dict[str, Any]:
    """A line of hand-made gold."""
    end = start + len(surface)
    return {
        "document": document,
        "start": start,
        "end": end,
        "type": kind,
        "surface": surface,
        "value": value,
        **fields,
    }


def write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> Path:
    """Write JSONL."""
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path
