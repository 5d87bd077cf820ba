"""What ``glane rules`` writes: tables for people, and their JSON form."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from glane.evaluate.context import flatten
from glane.evaluate.report import Table
from glane.rules.load import builtin_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.findings import Finding
    from glane.run.inspect import Coverage, Explained

_WHY = {
    "trust": "of a higher tier",
    "length": "longer",
    "source": "says more",
    "start": "begins earlier",
    "name": "first by name",
    "repeated": "the same",
}


def findings_table(findings: Sequence[Finding]) -> Table:
    """Make the table of ``glane rules check``."""
    rows = tuple(
        (one.level, one.kind, one.message, " ".join(_short(place) for place in one.places)) for one in findings
    )
    return Table("Findings", ("level", "kind", "what", "where"), rows, texts=4)


def _short(place: str) -> str:
    """A place in a built-in table without the folder where Python keeps it."""
    return place.removeprefix(f"{builtin_folder().parent}/")


def finding_json(finding: Finding) -> dict[str, Any]:
    """Make the JSON form of a finding."""
    return {
        "level": finding.level,
        "kind": finding.kind,
        "message": finding.message,
        "ids": list(finding.ids),
        "places": [_short(place) for place in finding.places],
    }


def mark(text: str, found: Sequence[Explained]) -> str:
    """Show the text with what is recorded in brackets, each with its kind."""
    parts: list[str] = []
    position = 0
    for one in found:
        if one.recorded:
            parts += [text[position : one.start], f"[{one.text} {one.kind}]"]
            position = one.end
    return "".join([*parts, text[position:]])


def candidates_table(found: Sequence[Explained]) -> Table:
    """Make the table of ``glane rules try``."""
    rows = tuple(
        (
            f"{one.start}–{one.end}",
            flatten(one.text),
            one.kind,
            one.rule,
            f"{one.tier}",
            _verdict(one, found),
            one.value,
        )
        for one in found
    )
    return Table("Candidates", ("span", "text", "kind", "rule", "tier", "verdict", "value"), rows, texts=7)


def _verdict(one: Explained, found: Sequence[Explained]) -> str:
    if one.stands:
        return "stands" if one.recorded else "stands, is not recorded"
    assert one.beaten_by is not None
    winner = found[one.beaten_by]
    return f"beaten by {winner.rule} {winner.start}–{winner.end}: {_WHY[one.preference or 'repeated']}"


def candidate_json(one: Explained) -> dict[str, Any]:
    """Make the JSON form of a candidate; ``beaten_by`` is an index of the list it stands in."""
    return {**dataclasses.asdict(one), "recorded": one.recorded}


def coverage_tables(counted: Coverage, *, never: bool) -> list[Table]:
    """Make the tables of ``glane rules coverage``; with ``never`` also of the rules that never fired."""
    tables = [
        Table(
            "Rules by table",
            ("table", "rules", "fired", "never"),
            tuple(
                (table, f"{len(ids):,}", f"{len(ids) - len(counted.never[table]):,}", f"{len(counted.never[table]):,}")
                for table, ids in counted.entries.items()
            ),
        ),
        Table(
            "Rules that fired",
            ("rule", "candidates", "mentions"),
            tuple((one.rule, f"{one.candidates:,}", f"{one.mentions:,}") for one in counted.fired),
        ),
    ]
    if never:
        lines = tuple((rule, table) for table, ids in counted.never.items() for rule in ids)
        tables.append(Table("Rules that never fired", ("rule", "table"), lines, texts=2))
    return tables


def coverage_json(counted: Coverage) -> dict[str, Any]:
    """Make the JSON form of a coverage."""
    return {
        "documents": counted.documents,
        "fired": [dataclasses.asdict(one) for one in counted.fired],
        "tables": {
            table: {"rules": len(ids), "never": list(counted.never[table])} for table, ids in counted.entries.items()
        },
    }
