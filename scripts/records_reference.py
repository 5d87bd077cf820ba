"""Write docs/records.md, the reference of the records, from the models' docstrings and field descriptions.

Usage: python scripts/records_reference.py
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

from glane_records import KINDS, SCHEMA_VERSION, edtf, json_schema, models

TARGET = Path(__file__).parents[1] / "docs" / "records.md"
ORDER = (*KINDS, "document")

_TABLE = ["| field | type | what it says |", "| --- | --- | --- |"]

HEAD = f"""# The records

Made by `scripts/records_reference.py` from `glane_records`; a test holds it. Do not edit.

Version of the schema: {SCHEMA_VERSION}. The same as JSON Schema: `glane schema`. Typed, in Python: `glane_records.read()`.

"""

VERSIONS = """## Versions

Each document record says in `schema_version`, as `MAJOR.MINOR`, which version of this page its records follow.

- **A new major** for whatever could break a reader: a kind, a field or a value of a closed list is removed or
  renamed; a field takes another JSON type, one more (`null` too) or one less; a pattern or a bound changes; what
  was a closed list becomes open, or an open one closed; a field may be left out.
- **A new minor** for what is only added: a kind, a field, a value of a closed list. So read by name, pass over
  fields and kinds you do not know, and expect values that are not in today's lists.
- Files of the same major stay readable for a newer `glane_records`: a field added later has a default. An older
  one refuses what it does not know. `read()` refuses files of another major.
- What the rules find is no part of the schema: `rules_version` stands for that.

A test compares the schema with the last one released (`tests/records/schema-MAJOR.MINOR.json`) and fails where
the version does not say what changed; another reads a file of that release.
"""


def make_reference() -> str:
    """Return the reference as Markdown, a section for each kind."""
    definitions = json_schema()["$defs"]
    parts = [HEAD, _paragraphs(models), "\n"]
    parts.append(_shared_section(definitions))
    parts += [_section(kind, definitions) for kind in ORDER]
    parts += ["## EDTF values\n\n", _edtf(), "\n", VERSIONS]
    return "".join(parts)


def _paragraphs(thing: object) -> str:
    return (inspect.getdoc(thing) or "").replace("``", "`") + "\n"


def _shared(definitions: dict[str, Any]) -> list[str]:
    """The fields that all kinds of mentions have."""
    kinds = [definitions[f"{kind.title()}Record"]["properties"] for kind in ORDER if kind != "document"]
    return [name for name in kinds[0] if name != "kind" and all(name in kind for kind in kinds)]


def _shared_section(definitions: dict[str, Any]) -> str:
    fields = definitions["DateRecord"]["properties"]
    head = ["## Every mention", "", inspect.getdoc(models._Mention) or "", ""]
    rows = [_row(name, fields[name], definitions) for name in ("kind", *_shared(definitions))]
    rows[0] = "| `kind` | string | " + ", ".join(f"`{kind}`" for kind in ORDER[:-1]) + ". |"
    return "\n".join([*head, *_TABLE, *rows]) + "\n\n"


def _section(kind: str, definitions: dict[str, Any]) -> str:
    schema = definitions[f"{kind.title()}Record"]
    left_out = [] if kind == "document" else ["kind", *_shared(definitions)]
    rows = [_row(n, field, definitions) for n, field in schema["properties"].items() if n not in left_out]
    return "\n".join([f"## {kind}", "", schema["description"], "", *_TABLE, *rows]) + "\n\n"


def _row(name: str, field: dict[str, Any], definitions: dict[str, Any]) -> str:
    if "$ref" in field:
        inner = definitions[field["$ref"].rpartition("/")[2]]["properties"]
        parts = ", ".join(f"`{part}`" for part in inner)
        return f"| `{name}` | object | {field['description']} Integers: {parts}. |"
    return f"| `{name}` | {_type(field)} | {_escape(field.get('description', 'The kind of record.'))} |"


def _type(field: dict[str, Any]) -> str:
    options = field.get("anyOf", [field])
    names = list(dict.fromkeys(_name(option) for option in options))
    # Every integer is a number: JSON Schema says both so that a whole number is written without a point.
    if "number" in names:
        names.remove("integer")
    return _escape(" or ".join(names))


def _name(option: dict[str, Any]) -> str:
    if "const" in option:
        return f"`{option['const']}`"
    if "enum" in option:
        return ", ".join(f"`{value}`" for value in option["enum"])
    if "pattern" in option:
        return f"string `{option['pattern']}`"
    return str(option["type"])


def _escape(text: str) -> str:
    return text.replace("|", "\\|")


def _edtf() -> str:
    """The table of the module's docstring, as Markdown."""
    before, _, rest = (inspect.getdoc(edtf) or "").partition("=\n")
    table, _, after = rest.partition("\n====")
    intro = before.splitlines()[0].removesuffix(":")
    cells = "".join(f"| {_cell(line)} |\n" for line in table.splitlines())
    text = after.partition("\n\n")[2].replace("``", "`")
    return f"{intro}\n\n| value | what it is |\n| --- | --- |\n{cells}\n{text}\n"


def _cell(line: str) -> str:
    value, what = line[:20].strip(), line[20:].strip()
    return f"{value} | {what}".replace("``", "`")


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(make_reference(), encoding="utf-8")
