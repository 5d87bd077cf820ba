from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from evaluate.making import gold_line, piped, record, write_lines
from glane.evaluate.mention import InputError, read_mentions

AZERBAIDJAN = Path(__file__).parents[2] / ".." / "shared" / "gold" / "azerbaidjan.gold.jsonl"

DOCUMENT: dict[str, Any] = {
    "kind": "document",
    "id": "vide",
    "source": "vide.txt",
    "title": None,
    "language": "fr",
    "date": None,
    "sha256": "0" * 64,
    "characters": 12,
    "schema_version": "1.1",
    "glane_version": "0.1.0",
    "rules_version": "1",
    "mentions": dict.fromkeys(("organisation", "programme", "date", "figure", "country"), 0),
}


@pytest.mark.parametrize("line", [gold_line("date", 20, "1997", "1997", "a"), record("date", 20, "1997", "a")])
def test_a_mark_and_a_pipe_do_no_harm(tmp_path: Path, line: dict[str, Any]) -> None:
    data = f"\ufeff\n{json.dumps(line)}\n".encode()
    marked = tmp_path / "marked.jsonl"
    marked.write_bytes(data)
    (mention,) = read_mentions(marked)["a"]
    assert mention.text == "1997"
    with piped(data) as pipe:
        assert read_mentions(pipe) == {"a": (mention,)}


def test_reads_records_in_the_order_of_the_text(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "p.jsonl",
        [
            DOCUMENT,
            record("date", 20, "1997", edtf="1997/..", modifier="start"),
            record("organisation", 3, "OTAN", name="Organisation du traité", entity="Q7184"),
            record("country", 9, "France"),
        ],
    )
    found = read_mentions(path)
    assert list(found) == ["vide", "d"]
    assert found["vide"] == ()
    organisation, country, date = found["d"]
    assert (organisation.start, organisation.end, organisation.text) == (3, 7, "OTAN")
    assert (organisation.value, organisation.entity) == ("Organisation du traité", "Q7184")
    assert (organisation.rule, organisation.sentence) == ("test.rule", "Phrase avec OTAN dedans.")
    assert (country.value, date.value, date.modifier) == ("FR", "1997/..", "start")


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"value": 640000, "low": 640000, "high": 640000}, "640000"),
        ({"value": 5.68e6, "low": 5.68e6, "high": 5.68e6, "unit": "m²"}, "5680000 m²"),
        ({"value": 1.2e25, "low": 1.2e25, "high": 1.2e25}, "12000000000000000000000000"),
        ({"value": 0.6667, "low": 0.6667, "high": 0.6667}, "0.6667"),
        ({"value": -2.5, "low": -2.5, "high": -2.5, "unit": "%"}, "-2.5 %"),
        ({"value": None, "low": 10, "high": 15, "unit": "%"}, "10..15 %"),
        ({"value": None, "low": 10, "high": None}, "10.."),
    ],
)
def test_writes_figures_as_gold_does(tmp_path: Path, fields: dict[str, Any], value: str) -> None:
    of = {"of": "PIB", "of_start": 20, "of_end": 23, "modifier": "about"}
    (found,) = read_mentions(write_lines(tmp_path / "p.jsonl", [record("figure", 0, "n", **fields, **of)]))["d"]
    assert (found.value, found.of, found.modifier) == (value, "PIB", "about")


def test_reads_gold_and_lets_other_fields_be(tmp_path: Path) -> None:
    lines = [
        gold_line("figure", 5, "deux", "2", of="unités", modifier="about", note="douteux"),
        gold_line("date", 0, "1997", None),
    ]
    date, figure = read_mentions(write_lines(tmp_path / "g.jsonl", lines))["d"]
    assert (figure.kind, figure.start, figure.end, figure.text) == ("figure", 5, 9, "deux")
    assert (figure.value, figure.of, figure.modifier, figure.rule) == ("2", "unités", "about", None)
    assert date.value is None


@pytest.mark.parametrize("line", [record("country", 0, "France"), gold_line("country", 0, "France", "FR")])
def test_reads_gzip_and_passes_over_blank_lines(tmp_path: Path, line: dict[str, Any]) -> None:
    path = tmp_path / "x.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n" + json.dumps(line).encode() + b"\n\n"))
    assert [m.value for m in read_mentions(path)["d"]] == ["FR"]


def test_an_empty_file_has_no_documents(tmp_path: Path) -> None:
    assert read_mentions(write_lines(tmp_path / "p.jsonl", [])) == {}


@pytest.mark.parametrize(
    ("second", "what"),
    [
        ("{", "2: Invalid JSON"),
        ('{"document": "d"}', "2: start: Field required"),
        (json.dumps(gold_line("treaty", 0, "x", "x")), "2: type: Input should be"),
        (
            json.dumps(gold_line("date", 0, "1997", "1997") | {"end": 5}),
            "2: Value error, surface has 4 code points",
        ),
        (json.dumps(gold_line("date", -1, "1997", "1997")), "2: start: Input should be greater"),
    ],
)
def test_names_file_and_line_of_bad_gold(tmp_path: Path, second: str, what: str) -> None:
    path = tmp_path / "g.jsonl"
    path.write_text(json.dumps(gold_line("date", 0, "1997", "1997")) + "\n" + second + "\n")
    with pytest.raises(InputError) as caught:
        read_mentions(path)
    assert str(caught.value).startswith(f"{path}:{what}")


@pytest.mark.parametrize("bad", [b"{", b"[]", b'"text"', b"\xff\xfe", b'{"kind": "treaty"}'])
def test_names_file_and_line_of_bad_records(tmp_path: Path, bad: bytes) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(json.dumps(record("country", 0, "France")).encode() + b"\n" + bad + b"\n")
    with pytest.raises(InputError, match=r"p\.jsonl:2: "):
        read_mentions(path)


@pytest.mark.parametrize("content", [b"no gzip", gzip.compress(b'{"kind": "x"}' * 99, mtime=0)[:-9]])
@pytest.mark.parametrize("name", ["x.jsonl.gz"])
def test_says_that_a_file_is_damaged(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"x\.jsonl\.gz"):
        read_mentions(path)


@pytest.mark.shared
@pytest.mark.skipif(not AZERBAIDJAN.exists(), reason="no shared data")
def test_reads_the_shared_gold() -> None:
    found = read_mentions(AZERBAIDJAN)["azerbaidjan"]
    assert len(found) == 87
    assert [m.value for m in found if m.kind == "figure"] == ["2", "640000", "5680000 m²"]
