"""Records and texts to make pages of."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any

from glane.write.report import make_data, write_report
from glane_records import KINDS, record_adapter

if TYPE_CHECKING:
    from pathlib import Path

    from glane.write.report import Errors
    from glane_records import MentionRecord, Record

_FIELDS: dict[str, dict[str, Any]] = {
    "organisation": {"acronym": None, "subtype": None, "wikidata": None},
    "programme": {"acronym": None, "subtype": "programme", "wikidata": None},
    "date": {"edtf": None, "earliest": None, "latest": None, "precision": None, "modifier": None},
    "figure": {
        "value": None,
        "low": None,
        "high": None,
        "unit": None,
        "quantity": "count",
        "of": None,
        "of_start": None,
        "of_end": None,
        "modifier": None,
    },
    "country": {"code": "FR"},
}


def mention(
    document: str,
    text: str,
    kind: str,
    surface: str,
    *,
    nth: int = 0,
    section: str | None = None,
    **fields: Any,
) -> MentionRecord:
    """The record of the nth occurrence of some words in a text; its sentence is the line they start in."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    end = start + len(surface)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    record = {
        "kind": kind,
        "id": f"{document}#{start}-{end}",
        "document": document,
        "start": start,
        "end": end,
        "text": surface,
        "sentence": text[first : last if last >= 0 else len(text)].rstrip("\r"),
        "section": section,
        "rule": f"{kind}.test",
        **_FIELDS[kind],
    }
    if kind in ("organisation", "programme"):
        record |= {"name": surface, "entity": surface.lower()}
    if kind == "country":
        record["name"] = surface
    if kind == "figure" and (of := fields.get("of")):
        at = text.index(of, end)
        record |= {"of_start": at, "of_end": at + len(of)}
    if kind == "figure" and "value" in fields:
        record |= {"low": fields["value"], "high": fields["value"]}
    made: MentionRecord = record_adapter.validate_python(record | fields)  # type: ignore[assignment]
    return made


def document(name: str, text: str, *mentions: MentionRecord, title: str | None = None) -> list[Record]:
    """A document's record and those of its mentions."""
    counts = Counter(record.kind for record in mentions)
    head = {
        "kind": "document",
        "id": name,
        "source": f"{name}.txt",
        "title": title,
        "language": "fr",
        "date": "2024-05-02",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "characters": len(text),
        "schema_version": "1.1",
        "glane_version": "0.1.0",
        "rules_version": "1",
        "mentions": {kind: counts[kind] for kind in KINDS},
    }
    return [record_adapter.validate_python(head), *mentions]


def write_page(
    path: Path, records: list[Record], texts: dict[str, str] | None = None, errors: Errors | None = None
) -> Path:
    """Write a report of some records."""
    write_report(path, make_data(records, texts, errors), "Rapport d’essai")
    return path


ATTACK = '<script>window.injected=1</script><img src=x onerror="window.injected=2">'

PORT = (
    "Port de Brume\r\n"
    "En 2019, l’Agence des ports 🚢 (ADP) a compté 1 200 navires ; "
    "elle suit le plan Marée depuis mars 2020.\r\n"
    "\r\n"
    "Financement\r\n"
    "Le ministère de la Mer de France verse 3,5 millions d’euros chaque mardi.\r\n"
    "La Société des\r\nquais de France signe jusqu’en 2025.\r\n"
)
RIVER = (
    f"Rivière\nLe Fonds du fleuve {ATTACK} agit depuis le XIXe siècle. ]]> --> </textarea></script>\n"
    "L’Agence des ports y paie de 10 à 15 bateaux, soit la moitié des bateaux.\n"
)


def sample() -> tuple[list[Record], dict[str, str]]:
    """Two documents that hold what is hard: a surrogate pair, CR LF, nested and crossing spans, markup."""
    place = "ports/brume"
    agency = {"name": "Agence des ports", "entity": "agence-des-ports", "acronym": "ADP"}

    def in_port(kind: str, surface: str, **fields: Any) -> MentionRecord:
        return mention(place, PORT, kind, surface, **fields)

    def in_river(kind: str, surface: str, **fields: Any) -> MentionRecord:
        return mention("rivière", RIVER, kind, surface, section="Rivière", **fields)

    first, second = {"section": "Port de Brume"}, {"section": "Financement"}
    records = [
        *document(
            place,
            PORT,
            in_port(
                "date",
                "2019",
                edtf="2019",
                earliest="2019-01-01",
                latest="2019-12-31",
                precision="year",
                **first,
            ),
            in_port("organisation", "Agence des ports", **agency, **first),
            in_port("organisation", "ADP", **agency, **first),
            in_port("figure", "1 200", value=1200, of="navires", **first),
            in_port("programme", "plan Marée", subtype="plan", **first),
            in_port("date", "mars 2020", edtf="2020-03/..", earliest="2020-03-01", precision="month", **first),
            in_port("organisation", "ministère de la Mer", **second),
            in_port("programme", "Mer de France", **second),  # crosses the one before
            in_port("country", "France", **second),  # inside it
            in_port("figure", "3,5 millions d’euros", value=3_500_000, unit="EUR", quantity="money", **second),
            in_port("date", "chaque mardi", **second),  # has no year
            in_port("organisation", "Société des\r\nquais", **second),
            in_port("country", "France", nth=1, **second),
            in_port("date", "2025", edtf="../2025", latest="2025-12-31", precision="year", **second),
            title="Le port de Brume",
        ),
        *document(
            "rivière",
            RIVER,
            in_river("organisation", "Fonds du fleuve " + ATTACK, name=ATTACK, entity="<b>fonds</b>"),
            in_river(
                "date",
                "XIXe siècle",
                edtf="18XX",
                earliest="1800-01-01",
                latest="1899-12-31",
                precision="century",
            ),
            in_river("organisation", "Agence des ports", **agency),
            in_river("figure", "10 à 15", low=10, high=15, of="bateaux"),
            in_river("figure", "moitié", value=0.5, quantity="ratio", of="bateaux"),
        ),
    ]
    return records, {place: PORT, "rivière": RIVER}


def many(documents: int, paragraphs: int = 12) -> tuple[list[Record], dict[str, str]]:
    """A large report: in each paragraph five mentions."""
    records: list[Record] = []
    texts: dict[str, str] = {}
    for number in range(documents):
        name = f"lot/texte-{number:03}"
        year = 1950 + number
        line = f"En {year}, l’Office {{}} du littoral a versé {{}} euros au programme Écume {{}} de la "
        line += "Belgique.\n"
        text = "".join(
            line.format(i, 1000 + i, i) + "Il en a rendu compte à loisir. " * 12 + "\n" for i in range(paragraphs)
        )
        found = []
        for i in range(paragraphs):
            day = {
                "edtf": str(year),
                "earliest": f"{year}-01-01",
                "latest": f"{year}-12-31",
                "precision": "year",
            }
            found += [
                mention(name, text, "date", str(year), nth=i, **day),
                mention(name, text, "organisation", f"Office {i} du littoral"),
                mention(name, text, "figure", f"{1000 + i} euros", value=1000 + i, unit="EUR", quantity="money"),
                mention(name, text, "programme", f"programme Écume {i} "[:-1]),
                mention(name, text, "country", "Belgique", nth=i, code="BE"),
            ]
        records += document(name, text, *found)
        texts[name] = text
    return records, texts
