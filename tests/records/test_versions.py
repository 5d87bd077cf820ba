"""The rule of docs/records.md: what changes in the schema shows in its version."""

from __future__ import annotations

import copy
import json
import re
import runpy
from pathlib import Path

import pytest

from glane_records import SCHEMA_VERSION, RecordError, json_schema, read

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RELEASED = max(
    HERE.glob("schema-*.json"),
    key=lambda path: [int(part) for part in re.findall(r"\d+", path.stem)],
)
"""At a release: copy models/glane_records/records.schema.json here, and a file of that version's records."""

_SILENT = ("description", "title", "$schema", "version")


def definitions(schema):
    """Field -> its schema, for each kind; what is referred to stands in its place, what binds nobody is gone."""
    found = {}
    for name, definition in schema["$defs"].items():
        if not name.endswith("Record"):
            continue
        kind = definition["properties"]["kind"]["const"]
        required = definition["required"]
        for field, content in definition["properties"].items():
            found[kind, field] = {"required": field in required, **_plain(content, schema)}
            for inner, part in _inner(content, schema).items():
                found[kind, f"{field}.{inner}"] = {"required": True, **_plain(part, schema)}
    return found


def _inner(content, schema):
    return schema["$defs"][content["$ref"].rpartition("/")[2]]["properties"] if "$ref" in content else {}


def _plain(content, schema):
    content = {**content, "type": "object"} if "$ref" in content else content
    kept = {key: value for key, value in content.items() if key not in (*_SILENT, "$ref", "default")}
    if "enum" in kept:
        kept["enum"] = sorted(kept["enum"])
    if "anyOf" in kept:
        kept["anyOf"] = sorted((_plain(one, schema) for one in kept["anyOf"]), key=json.dumps)
    return kept


def compare(old, new):
    """What breaks a reader, and what is only added, in words."""
    before, after = definitions(old), definitions(new)
    breaking, added = [], []
    for key, content in before.items():
        place = ".".join(key)
        if key not in after:
            breaking.append(f"{place}: removed")
        elif after[key] != content:
            gone, more = _compare_lists(content, after[key])
            if gone or not more:
                breaking.append(f"{place}: {content} became {after[key]}")
            else:
                added.append(f"{place}: may be {', '.join(more)}")
    added += [f"{'.'.join(key)}: new" for key in after if key not in before]
    return breaking, added


def _compare_lists(old, new):
    """Values of a closed list that went, and that came; nothing of either where more than the list changed."""
    old_values, new_values = _enum(old), _enum(new)
    if old_values is None or new_values is None or _without_enum(old) != _without_enum(new):
        return [], []
    return sorted(set(old_values) - set(new_values)), sorted(set(new_values) - set(old_values))


def _enum(content):
    return next((one["enum"] for one in (content, *content.get("anyOf", ())) if "enum" in one), None)


def _without_enum(content):
    content = {key: value for key, value in content.items() if key != "enum"}
    if "anyOf" in content:
        content["anyOf"] = [_without_enum(one) for one in content["anyOf"]]
    return content


def version(schema):
    return tuple(int(part) for part in schema["version"].split("."))


def problem(old, new):
    """What is wrong with the new version's number, or None."""
    breaking, added = compare(old, new)
    if breaking and version(new)[0] <= version(old)[0]:
        return f"needs a new major: {breaking}"
    if added and not breaking and version(new) <= version(old):
        return f"needs a new minor: {added}"
    return None if version(new) >= version(old) else "is older than the last release"


def test_the_version_says_what_changed():
    released = json.loads(RELEASED.read_text(encoding="utf-8"))
    assert RELEASED.stem == f"schema-{released['version']}"
    assert problem(released, json_schema()) is None
    assert json_schema()["version"] == SCHEMA_VERSION


@pytest.mark.parametrize("changes", [{"schema_version": "2.0"}, {"schema_version": "2.0", "new": 1}])
def test_files_of_another_major_are_refused(tmp_path, changes):
    head, *_ = (HERE / "records-1.0.jsonl").read_text(encoding="utf-8").splitlines()
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps(json.loads(head) | changes))
    with pytest.raises(
        RecordError, match=r"r\.jsonl:1: is of version 2\.0 of the schema: this glane_records reads 1\.x"
    ):
        list(read(path))


def test_what_has_no_kind_is_told_to_be_no_record(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_text('{"id": 1, "text": "x", "label": [[0, 1, "ORG"]]}\n')
    with pytest.raises(
        RecordError, match=r"r\.jsonl:1: is no record of glane: it has no 'kind' \(document, organisation, "
    ):
        list(read(path))


def test_files_of_the_same_major_are_read():
    major = SCHEMA_VERSION.partition(".")[0]
    paths = sorted(HERE.glob(f"records-{major}.*.jsonl"))
    assert paths
    for path in paths:
        kinds = {record.kind for record in read(path)}
        assert kinds == {"organisation", "programme", "date", "figure", "country", "document"}


def test_what_a_file_of_1_0_does_not_have_has_a_default():
    head, *mentions = read(HERE / "records-1.0.jsonl")
    assert head.metadata == {}
    assert {one.page for one in mentions if one.kind != "document"} == {None}


def change(path, value):
    """The schema with one thing changed: ``None`` removes it."""
    schema = copy.deepcopy(json_schema())
    *parents, last = path
    place = schema["$defs"]
    for part in parents:
        place = place[part]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return schema


FIGURE, DATE = ("FigureRecord", "properties"), ("DateRecord", "properties")
CLOSED = ["count", "percent", "money", "measure", "duration", "ratio"]


@pytest.mark.parametrize(
    ("path", "value", "needs"),
    [
        (("CountryRecord",), None, "major"),
        ((*FIGURE, "unit"), None, "major"),
        ((*FIGURE, "start", "type"), "number", "major"),
        ((*FIGURE, "unit"), {"type": "string"}, "major"),
        ((*FIGURE, "text"), {"anyOf": [{"type": "string"}, {"type": "null"}], "minLength": 1}, "major"),
        ((*FIGURE, "quantity", "enum"), CLOSED[1:], "major"),
        ((*FIGURE, "quantity", "enum"), None, "major"),
        ((*FIGURE, "quantity", "enum"), [*CLOSED[1:], "rate"], "major"),
        ((*DATE, "precision", "anyOf", 0, "enum"), ["day"], "major"),
        ((*DATE, "rule"), {"type": "string", "pattern": "x"}, "major"),
        (("FigureRecord", "required"), ["kind"], "major"),
        (("Counts", "properties", "date"), None, "major"),
        ((*FIGURE, "quantity", "enum"), [*CLOSED, "rate"], "minor"),
        ((*FIGURE, "note"), {"type": "string"}, "minor"),
        (("LawRecord",), {"properties": {"kind": {"const": "law"}}, "required": []}, "minor"),
        ((*FIGURE, "unit", "description"), "Unit.", None),
        ((*FIGURE, "quantity", "enum"), CLOSED[::-1], None),
    ],
)
def test_what_needs_which_version(path, value, needs):
    old, new = json_schema(), change(path, value)
    found = problem({**old, "version": "1.0"}, {**new, "version": "1.0"})
    assert (found is None) if needs is None else f"new {needs}" in found
    assert problem({**old, "version": "1.0"}, {**new, "version": "2.0"}) is None
    minor = problem({**old, "version": "1.0"}, {**new, "version": "1.1"})
    assert (minor is None) == (needs != "major")


def test_the_reference_is_what_the_models_say():
    """Mend with: python scripts/records_reference.py."""
    script = runpy.run_path(str(ROOT / "scripts" / "records_reference.py"))
    assert script["TARGET"].read_text(encoding="utf-8") == script["make_reference"]()


def test_the_reference_names_every_field():
    text = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    for kind, field in definitions(json_schema()):
        assert f"`{field.rpartition('.')[2]}`" in text, (kind, field)
