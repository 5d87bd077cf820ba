from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from evaluate.making import gold_line, piped, record, write_lines
from glane.evaluate.sides import InputError, read_gold, read_mentions
from glane.evaluate.value import is_valued
from glane.gold import GoldMention

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


def test_gold_that_leaves_the_value_of_a_date_out_does_not_say_that_it_has_none(tmp_path: Path) -> None:
    said, left_out = gold_line("date", 0, "naguère", None), gold_line("date", 20, "1997", None)
    del left_out["value"]
    found = read_mentions(write_lines(tmp_path / "g.jsonl", [said, left_out]))["d"]
    assert [(mention.value, is_valued(mention)) for mention in found] == [(None, True), (None, False)]


def test_a_line_of_gold_leaves_out_a_value_that_it_does_not_know() -> None:
    assert "value" not in json.loads(GoldMention("d", 0, 7, "date", "naguère").to_line())
    assert json.loads(GoldMention("d", 0, 4, "date", "1997", "1997").to_line())["value"] == "1997"


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
        ("{", "2: is not JSON: Expecting property name"),
        ('{"document": "d\0"}', "2: is not UTF-8: save the file as UTF-8"),
        ("[]", "2: is not a JSON object"),
        (json.dumps(record("date", 5, "1997")), "2: has 'kind', as records have: in gold the kind of a mention is its"),
        ('{"kind": "document"}', "2: id: Field required"),
        ('{"document": "d"}', "2: start: Field required"),
        (json.dumps(gold_line("treaty", 0, "x", "x")), "2: type: Input should be"),
        (
            json.dumps(gold_line("date", 0, "1997", "1997") | {"end": 5}),
            "2: surface has 4 code points",
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


def test_gold_with_the_kind_of_records_says_so(tmp_path: Path) -> None:
    line = gold_line("date", 0, "1997", "1997")
    line["kind"] = line.pop("type")
    path = write_lines(tmp_path / "g.jsonl", [line])
    with pytest.raises(
        InputError, match=r"g\.jsonl:1: has 'kind', as records have: in gold the kind of a mention is its 'type'"
    ):
        read_mentions(path)


@pytest.mark.parametrize(
    "line",
    [
        {"doc": "note", "begin": 3, "label": "ORG"},
        {"id": 7, "text": "La CEDEAO", "label": [[3, 9, "organisation"]]},
        {"text": "La CEDEAO", "spans": [{"start": 3, "end": 9, "label": "ORG"}]},
    ],
)
def test_what_other_tools_write_is_told_to_be_no_gold(tmp_path: Path, line: dict[str, Any]) -> None:
    path = write_lines(tmp_path / "g.jsonl", [line])
    with pytest.raises(
        InputError, match=r"g\.jsonl:1: is neither .* document, start, end, type, surface: glane import"
    ):
        read_mentions(path)


def test_gold_that_lacks_a_field_is_told_which_it_has(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "g.jsonl", [{"doc": "note", "begin": 3, "type": "date"}])
    with pytest.raises(InputError, match=r"Field required \(a line of gold has document, start, end, type, surface\)"):
        read_mentions(path)


def test_a_document_without_mentions_is_one_of_gold(tmp_path: Path) -> None:
    first, second = {"kind": "document", "id": "a"}, gold_line("date", 0, "1997", "1997", "b")
    for lines in ([first, second], [second, first], [second, {**DOCUMENT, "id": "a"}]):
        found = read_mentions(write_lines(tmp_path / "g.jsonl", lines))
        assert {document: len(each) for document, each in found.items()} == {"a": 0, "b": 1}


def test_gold_that_holds_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    path.write_text("\n")
    with pytest.raises(InputError, match=r"g\.jsonl: holds no gold"):
        read_gold(path)


@pytest.mark.parametrize(
    ("fields", "doubt"),
    [
        ({"type": "figure", "value": "beaucoup"}, "value 'beaucoup' is no number such as 640000, 10..15 % or 3 year"),
        ({"type": "figure", "value": "13800000000 euros"}, "value '13800000000 euros': glane writes this unit 'EUR'"),
        ({"type": "figure", "value": "10..15 Ans"}, "value '10..15 Ans': glane writes this unit 'year'"),
        ({"type": "figure", "value": "3 trimestres"}, "value '3 trimestres': glane writes this unit '3 month'"),
        ({"type": "date", "value": "mars 2019"}, "value 'mars 2019' is no EDTF date such as 2021-03 or 1997/.."),
        ({"type": "date", "value": "2019-02-30"}, "value '2019-02-30' is no EDTF date"),
        ({"type": "country", "value": "Mali"}, "value 'Mali' is no country code of two letters"),
        ({"type": "figure", "value": "4", "modifer": "about"}, "unknown field 'modifer': is 'modifier' meant?"),
        ({"type": "figure", "value": "4", "Value": "5"}, "unknown field 'Value': is 'value' meant?"),
        ({"type": "figure", "value": "4", "modifier": "end"}, "a figure has no modifier 'end'"),
        ({"type": "country", "value": "ML", "modifier": "about"}, "a country has no modifier 'about'"),
        ({"type": "date", "value": "1997", "of": "an"}, "a date has no 'of'"),
    ],
)
def test_what_is_doubtful_in_gold_is_a_warning(tmp_path: Path, caplog, fields: dict[str, str], doubt: str) -> None:
    path = write_lines(tmp_path / "g.jsonl", [gold_line("date", 0, "abcd", None) | fields])
    (mention,) = read_mentions(path)["d"]
    assert mention.kind == fields["type"]
    (message,) = caplog.messages
    assert message.startswith(f"{path}:1: {doubt}")


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "date", "value": value, "note": "douteux", "annotator": "x"}
        for value in (
            None,
            "1997",
            "1997/open",
            "2019?",
            "199x",
            "199X/..",
            "../2014-03",
            "XXXX-03",
            "2014-21",
            "1990~",
        )
    ]
    + [
        {"type": "figure", "value": value}
        for value in (None, "0.5", "10..", "..4 %", "5680000 m²", "-3 °C", "2 t", "4 EUR", "7 paquets")
    ]
    + [{"type": "organisation", "value": "2"}, {"type": "country", "value": "xk"}],
)
def test_what_gold_may_say_is_no_warning(tmp_path: Path, caplog, fields: dict[str, str | None]) -> None:
    read_mentions(write_lines(tmp_path / "g.jsonl", [gold_line("date", 0, "abcd", None) | fields]))
    assert caplog.messages == []


def test_the_lines_that_the_documentation_shows_are_gold(tmp_path: Path, caplog) -> None:
    page = Path(__file__).parents[2] / "corpus" / "README.md"
    shown = page.read_text(encoding="utf-8").partition("## The lines of gold")[2]
    path = tmp_path / "g.jsonl"
    path.write_text(shown.partition("```json\n")[2].partition("```")[0], encoding="utf-8")
    assert {document: len(each) for document, each in read_mentions(path).items()} == {"note": 2, "bilan": 0}
    assert caplog.messages == []


def test_gold_that_comes_twice_or_overlaps_is_a_warning(tmp_path: Path, caplog) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    first, second = folder / "a.gold.jsonl", folder / "b.gold.jsonl"
    write_lines(first, [gold_line("date", 0, "1997", "1997"), gold_line("figure", 10, "12 pays", "12")])
    write_lines(second, [gold_line("date", 0, "1997", "1998"), gold_line("country", 13, "pays", "ML")])
    assert [(m.start, m.value) for m in read_mentions(folder)["d"]] == [(0, "1997"), (10, "12"), (13, "ML")]
    assert caplog.messages == [
        f"{second}:1: stands in {first}:1 already and says something else: value '1997' there, '1998' here: the first counts",
        f"{second}:2: overlaps {first}:2: gold is flat",
    ]


def test_gold_that_comes_twice_is_told_what_it_contradicts(tmp_path: Path, caplog) -> None:
    line = gold_line("figure", 0, "12 pays", "12", of="pays")
    other = line | {"of": None, "modifier": "about"}
    path = write_lines(tmp_path / "g.jsonl", [line, line, other])
    assert [(m.of, m.origin) for m in read_mentions(path)["d"]] == [("pays", f"{path}:1")]
    said = "of 'pays' there, none here; modifier none there, 'about' here"
    assert caplog.messages == [
        f"{path}:2: stands in {path}:1 already: counted once",
        f"{path}:3: stands in {path}:1 already and says something else: {said}: the first counts",
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("line", [record("country", 0, "Pérou"), gold_line("country", 0, "Pérou", "PE")])
def test_other_encodings_are_told(tmp_path: Path, encoding: str, line: dict[str, Any]) -> None:
    path = tmp_path / "g.jsonl"
    path.write_bytes(json.dumps(line, ensure_ascii=False).encode(encoding) + b"\n")
    with pytest.raises(InputError) as caught:
        read_mentions(path)
    assert str(caught.value) == f"{path}:1: is not UTF-8: save the file as UTF-8"


def test_records_that_come_twice_are_refused(tmp_path: Path) -> None:
    lines = [DOCUMENT, record("date", 20, "1997", "vide")]
    path = tmp_path / "p.jsonl"
    path.write_text("\n".join(map(json.dumps, [lines[0], lines[1], lines[0]])) + "\n")
    with pytest.raises(InputError, match=r"p\.jsonl:3: document 'vide' comes twice"):
        read_mentions(path)
    path.write_text("\n\n".join(map(json.dumps, [lines[1], lines[1]])) + "\n")
    with pytest.raises(InputError, match=r"p\.jsonl:3: date 'vide#.*' comes twice"):
        read_mentions(path)


@pytest.mark.parametrize("bad", [b"{", b"[]", b'"text"', b"\xff\xfe", b'{"kind": "treaty"}'])
def test_names_file_and_line_of_bad_records(tmp_path: Path, bad: bytes) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(json.dumps(record("country", 0, "France")).encode() + b"\n" + bad + b"\n")
    with pytest.raises(InputError, match=r"p\.jsonl:2: "):
        read_mentions(path)


@pytest.mark.parametrize(
    "before",
    [b"", json.dumps(record("country", 0, "France")).encode(), json.dumps(gold_line("date", 2, "x", "", "a")).encode()],
)
def test_a_line_that_is_nested_too_deeply_is_told_with_its_place(tmp_path: Path, before: bytes) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(before + b"\n" + b"[" * 100_000 + b"\n")
    with pytest.raises(InputError, match=r"p\.jsonl:2: .*(recursion limit|nested too deeply)"):
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
