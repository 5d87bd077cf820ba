"""Describe the tables of glane_fr in its README, from the row models and the tables themselves.

Usage: python scripts/tables_reference.py
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Literal, get_args, get_origin

from readme_blocks import ROOT, fill

from glane.rules.load import OffRow
from glane.rules.tables import TABLES

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from glane.rules.table import Row

FOLDER = ROOT / "models" / "glane_fr"
README = FOLDER / "README.md"
OFF_EXAMPLE = """\
# Rules that a pack switches off, by the names that records give them. Only in packs.
id\treason
kb:otan\tour texts mean another body
"""
LONGEST = 60


def make_reference() -> str:
    """Describe all tables, as Markdown."""
    described = [_describe(table.path, table.model, table.rule) for table in TABLES]
    return "\n" + "\n".join([*described, _describe("off.tsv", OffRow)]) + "\n"


def _describe(name: str, model: type[Row], rule: str | None = None) -> str:
    path = FOLDER / name
    lines = (path.read_text(encoding="utf-8") if path.exists() else OFF_EXAMPLE).splitlines()
    header, example = _first_row(lines)
    others = [column for column in model.model_fields if column not in header]
    said = [f"### `{name}`", "", *_opening_comment(lines), "", "| column | what | example |", "| --- | --- | --- |"]
    for column in [*header, *others]:
        what = _rule(rule) if column == "id" else _what(model.model_fields[column], model)
        said.append(f"| {_name(column, model)} | {what} | {_cell(example.get(column, ''))} |")
    return "\n".join(said) + "\n"


def _rule(prefix: str | None) -> str:
    if prefix is None:
        return ""
    return f"In `rule` of records, with `{prefix}` in front." if prefix else "In `rule` of records."


def _opening_comment(lines: list[str]) -> list[str]:
    """The comment that a table opens with, as it is laid out there."""
    comment = [line.removeprefix("#").removeprefix(" ") for line in takewhile(lambda line: line.startswith("#"), lines)]
    return ["```text", *comment, "```"] if len(comment) > 1 else comment


def _first_row(lines: list[str]) -> tuple[list[str], dict[str, str]]:
    """The columns of a table, and its first row."""
    header, row = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")][:2]
    return header, dict(zip(header, row, strict=False))


def _name(column: str, model: type[Row]) -> str:
    return f"**`{column}`**" if model.model_fields[column].is_required() else f"`{column}`"


def _what(field: FieldInfo, model: type[Row]) -> str:
    said = [field.description.replace("this module", f"`{model.__module__}`")] if field.description else []
    values = get_args(field.annotation) if get_origin(field.annotation) is Literal else ()
    if any(f"`{value}`" not in " ".join(said) for value in values):
        said.append("One of " + ", ".join(f"`{value}`" for value in values) + ".")
    if field.annotation is bool:
        said.append("`true` or empty.")
    if get_origin(field.annotation) is tuple:
        said.append("Several, with `|` between.")
    return _escape(" ".join(said))


def _cell(value: str) -> str:
    if not value:
        return ""
    cut = value if len(value) <= LONGEST else value[:LONGEST].rpartition("|")[0] or value[:LONGEST]
    return f"`{_escape(cut)}`" + (" …" if cut != value else "")


def _escape(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    README.write_text(fill(README.read_text(encoding="utf-8"), "tables", make_reference()), encoding="utf-8")
