"""Two short documents and their records, made by hand: what exports and recipes are tried on."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from glane.read.annotations import Texts
from glane_records import DocumentRecord, MentionRecord, Record, record_adapter
from glane_records.models import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TEXTS = {
    "otan/kosovo": "Kosovo\r\n\r\n🕊 L’OTAN dirige la KFOR depuis 1999.\r\n"
    "En mai 2021, quelque 3\u202f500 soldats de 27 pays y servaient.\r\n",
    "ministere/eau": "Le ministère de l’Eau du Niger a reçu 1,5 à 2 millions d’euros.\n"
    "Le programme Hydra couvre 40 % des communes.\n",
}

_NAMED = {"acronym": None, "wikidata": None, "subtype": None}
_DATE = {"modifier": None}
_FIGURE = {"unit": None, "of": None, "modifier": None}
_FOUND: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "otan/kosovo": [
        (
            "organisation",
            "OTAN",
            {
                **_NAMED,
                "name": "Organisation du traité de l’Atlantique Nord",
                "acronym": "OTAN",
                "entity": "organisation:otan",
                "wikidata": "Q7184",
            },
        ),
        (
            "programme",
            "KFOR",
            {**_NAMED, "name": "KFOR", "entity": "programme:kfor", "subtype": "operation"},
        ),
        (
            "date",
            "1999",
            {**_DATE, "edtf": "1999/..", "earliest": "1999-01-01", "latest": None, "precision": "year"},
        ),
        (
            "date",
            "mai 2021",
            {
                **_DATE,
                "edtf": "2021-05",
                "earliest": "2021-05-01",
                "latest": "2021-05-31",
                "precision": "month",
            },
        ),
        (
            "figure",
            "3\u202f500",
            {
                **_FIGURE,
                "value": 3500,
                "low": 3500,
                "high": 3500,
                "quantity": "count",
                "of": "soldats de 27 pays",
                "modifier": "about",
            },
        ),
        (
            "figure",
            "27",
            {**_FIGURE, "value": 27, "low": 27, "high": 27, "quantity": "count", "of": "pays"},
        ),
    ],
    "ministere/eau": [
        (
            "organisation",
            "ministère de l’Eau du Niger",
            {
                **_NAMED,
                "name": "ministère de l’Eau du Niger",
                "entity": "organisation:eau",
                "subtype": "ministry",
            },
        ),
        (
            "figure",
            "1,5 à 2 millions d’euros",
            {**_FIGURE, "value": None, "low": 1500000, "high": 2000000, "unit": "EUR", "quantity": "money"},
        ),
        (
            "programme",
            "programme Hydra",
            {**_NAMED, "name": "programme Hydra", "entity": "programme:hydra", "subtype": "programme"},
        ),
        (
            "figure",
            "40 %",
            {
                **_FIGURE,
                "value": 40,
                "low": 40,
                "high": 40,
                "unit": "%",
                "quantity": "percent",
                "of": "communes",
            },
        ),
    ],
}


def records() -> list[Record]:
    """The records of both documents, in the order that ``glane extract`` would give."""
    found: list[Record] = []
    for document, text in sorted(TEXTS.items()):
        position = 0
        mentions = []
        for kind, surface, fields in _FOUND[document]:
            start = text.index(surface, position)
            position = start + len(surface)
            mentions.append(mention(document, text, kind, start, position, fields))
        found += [header(document, text, mentions), *mentions]
    return found


def header(document: str, text: str, mentions: Iterable[MentionRecord] = ()) -> DocumentRecord:
    """The document record of a text."""
    counts = Counter(one.kind for one in mentions)
    return DocumentRecord(
        id=document,
        source=f"documents/{document}.txt",
        title=None,
        language="fr",
        date="2023-03-14",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        characters=len(text),
        schema_version="1.1",
        glane_version="0",
        rules_version="0",
        mentions=Counts(**{kind: counts[kind] for kind in Counts.model_fields}),
        metadata={"auteur": "Adou, É.", "mots": ["eau", 3]} if document == "ministere/eau" else {},
    )


def mention(document: str, text: str, kind: str, start: int, end: int, fields: dict[str, Any]) -> MentionRecord:
    """A mention of a text; an ``of`` is looked for behind it."""
    if kind == "figure" and "of_start" not in fields:
        of = fields["of"]
        begin = text.index(of, end) if of else None
        fields = {**fields, "of_start": begin, "of_end": None if begin is None else begin + len(of)}
    line_start = text.rfind("\n", 0, start) + 1
    data = {
        "kind": kind,
        "id": f"{document}#{start}-{end}",
        "document": document,
        "start": start,
        "end": end,
        "text": text[start:end],
        "sentence": text[line_start:].splitlines()[0],
        "section": None,
        "page": text.count("\n", 0, start) + 1 if document == "ministere/eau" else None,
        "rule": f"sample.{kind}",
        **fields,
    }
    record = record_adapter.validate_json(json.dumps(data))
    assert not isinstance(record, DocumentRecord)
    return record


def write_records(path: Path, found: Iterable[Record]) -> Path:
    """Write records as JSON lines."""
    path.write_text("".join(one.model_dump_json() + "\n" for one in found), encoding="utf-8")
    return path


def read_texts(folder: Path) -> Texts:
    """Write the texts into a folder, and read them as exports do."""
    return Texts(write_documents(folder / "documents", TEXTS))


def write_documents(folder: Path, texts: dict[str, str]) -> Path:
    """Write texts as files by their ids."""
    for document, text in texts.items():
        path = folder / f"{document}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder
