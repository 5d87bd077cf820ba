from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from pydantic import ValidationError

import glane_records
from glane_records import RecordError, read, record_adapter
from glane_records.schema import json_schema, schema_text

PLACE = {
    "id": "d#3-8",
    "document": "d",
    "start": 3,
    "end": 8,
    "text": "Niger",
    "sentence": "Au Niger.",
    "section": None,
    "page": 2,
    "rule": "r",
}
NAMED = {"name": "N", "acronym": None, "entity": "n", "wikidata": None}
EXAMPLES = {
    "organisation": {**PLACE, **NAMED, "subtype": None, "wikidata": "Q7184"},
    "programme": {**PLACE, **NAMED, "subtype": "partnership"},
    "date": {
        **PLACE,
        "edtf": "1997/..",
        "earliest": "1997-01-01",
        "latest": None,
        "precision": "year",
        "modifier": None,
    },
    "figure": {
        **PLACE,
        "value": 3,
        "low": 3,
        "high": 3.5,
        "unit": None,
        "quantity": "count",
        "of": "projets",
        "of_start": 9,
        "of_end": 16,
        "modifier": "about",
    },
    "country": {**PLACE, "name": "Niger", "code": "NE"},
    "document": {
        "id": "d",
        "source": "d.txt",
        "title": None,
        "language": "fr",
        "date": "2021-03-18",
        "sha256": "0" * 64,
        "characters": 9,
        "schema_version": "1.1",
        "glane_version": "0.1.0",
        "rules_version": "1",
        "mentions": {"organisation": 0, "programme": 0, "date": 0, "figure": 0, "country": 1},
        "metadata": {"author": "N", "tags": ["a", {"b": None}], "pages": 3, "share": 0.5},
    },
}
ADDED = {"page": None, "metadata": {}}
"""Fields of a minor version, with what they are in files of an older one."""
GOLDEN = Path(glane_records.__file__).with_name("records.schema.json")


def line(kind: str, **changes: object) -> str:
    return json.dumps({"kind": kind, **EXAMPLES[kind], **changes})


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_record_comes_back_as_it_was_with_its_kind_first(kind):
    record = record_adapter.validate_json(line(kind))
    assert type(record).__name__ == f"{kind.title()}Record"
    written = json.loads(record.model_dump_json())
    assert written == {"kind": kind, **EXAMPLES[kind]}
    assert next(iter(written)) == "kind"


def test_numbers_keep_their_json_form():
    written = record_adapter.validate_json(line("figure")).model_dump_json()
    assert '"value":3,"low":3,"high":3.5,' in written


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_field_must_be_there_and_no_other(kind):
    for name in EXAMPLES[kind]:
        fields = {"kind": kind, **EXAMPLES[kind]}
        del fields[name]
        if name in ADDED:
            assert getattr(record_adapter.validate_json(json.dumps(fields)), name) == ADDED[name]
            continue
        with pytest.raises(ValidationError, match="Field required"):
            record_adapter.validate_json(json.dumps(fields))
    with pytest.raises(ValidationError, match="Extra inputs"):
        record_adapter.validate_json(line(kind, other=1))


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("country", {"end": 9}),
        ("country", {"start": "3"}),
        ("country", {"start": 3.0, "end": 8.5}),
        ("country", {"page": 0}),
        ("country", {"page": "3"}),
        ("country", {"start": -1, "end": 4}),
        ("country", {"text": "", "end": 3}),
        ("country", {"code": "ne"}),
        ("organisation", {"wikidata": "Q0"}),
        ("organisation", {"entity": ""}),
        ("programme", {"subtype": "meeting"}),
        ("programme", {"subtype": None}),
        ("date", {"earliest": "1997-02-30"}),
        ("date", {"latest": "1997"}),
        ("date", {"precision": "week"}),
        ("date", {"modifier": "late"}),
        ("figure", {"value": "3"}),
        ("figure", {"value": True}),
        ("figure", {"quantity": "ordinal"}),
        ("figure", {"of": None}),
        ("figure", {"of_start": None}),
        ("figure", {"of_end": 17}),
        ("document", {"language": "French"}),
        ("document", {"sha256": "0"}),
        ("document", {"mentions": {"date": 1}}),
        ("document", {"metadata": None}),
        ("document", {"metadata": []}),
    ],
)
def test_what_breaks_the_contract_is_refused(kind, changes):
    with pytest.raises(ValidationError):
        record_adapter.validate_json(line(kind, **changes))


def test_not_a_number_is_refused():
    with pytest.raises(ValidationError):
        record_adapter.validate_python({"kind": "figure", **EXAMPLES["figure"], "value": float("nan")})


def test_the_committed_schema_is_that_of_the_models():
    """Mend with: glane schema > models/glane_records/records.schema.json."""
    assert GOLDEN.read_text(encoding="utf-8") == schema_text()


def test_the_schema_requires_every_field():
    for kind in EXAMPLES:
        definition = json_schema()["$defs"][f"{kind.title()}Record"]
        assert set(definition["required"]) == set(definition["properties"]) == {"kind", *EXAMPLES[kind]}
        assert definition["additionalProperties"] is False


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_schema_takes_what_the_models_take(kind):
    validator = pytest.importorskip("jsonschema").Draft202012Validator(json_schema())
    validator.validate(json.loads(line(kind)))
    assert not validator.is_valid(json.loads(line(kind, other=1)))
    assert not validator.is_valid({**json.loads(line(kind)), "kind": "other"})


@pytest.mark.parametrize("packed", [False, True])
def test_files_are_read_line_by_line(tmp_path, packed):
    path = tmp_path / ("r.jsonl.gz" if packed else "r.jsonl")
    data = (line("document") + "\n\n" + line("country") + "\n{").encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    records = read(path)
    assert [next(records).kind, next(records).kind] == ["document", "country"]
    with pytest.raises(RecordError, match=r"r\.jsonl(\.gz)?:4: Invalid JSON: [^0-9]* at column 1$"):
        next(records)


def test_a_record_that_comes_twice_is_refused_where_that_is_wanted(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_text((line("document") + "\n\n" + line("country") + "\n") * 2)
    assert len(list(read(path))) == 4
    with pytest.raises(RecordError, match=r"r\.jsonl:4: document '.*' comes twice"):
        list(read(path, once=True))


def test_a_wrong_line_is_named_with_its_field(tmp_path):
    (tmp_path / "r.jsonl").write_text(line("country", code="x"))
    with pytest.raises(RecordError, match=r"r\.jsonl:1: country\.code: String should match pattern"):
        list(read(tmp_path / "r.jsonl"))


def test_a_damaged_gzip_file_is_told(tmp_path):
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress(line("country").encode() * 1000)[:-20])
    with pytest.raises(RecordError, match="damaged gzip file"):
        list(read(path))
    path.write_bytes(b"plain")
    with pytest.raises(RecordError, match="damaged gzip file"):
        list(read(path))
