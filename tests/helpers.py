"""What tests of several files do alike."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from typer.testing import CliRunner

from glane.text.dates.find import find_dates
from glane.text.shadow import make_shadow

if TYPE_CHECKING:
    from pathlib import Path

    import typer
    from click.testing import Result

    from glane.rules.dates import DateRules
    from glane.text.dates.find import DateMatch


def invoke(app: typer.Typer, *arguments: object, stdin: bytes | str | None = None, columns: int = 200) -> Result:
    """Run a command in this process, as in a terminal of some width."""
    return CliRunner().invoke(app, list(map(str, arguments)), input=stdin, env={"COLUMNS": str(columns)})


def write_pack(folder: Path, name: str, text: str) -> Path:
    """Write a table of a pack, and return the pack."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def read_json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def dates_in(text: str, rules: DateRules, reference: str | None = None) -> list[DateMatch]:
    """The dates of a text as it was read, with the day of the document in ISO 8601."""
    return find_dates(make_shadow(text).text, rules, date.fromisoformat(reference) if reference else None)
