from __future__ import annotations

import datetime
import json

import pytest

from glane.read import Document, Failure, find_inputs


def read(tmp_path, *lines: str | bytes):
    path = tmp_path / "docs.jsonl"
    path.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines) + b"\n")
    return path, list(find_inputs([path]))


def test_a_line_is_a_document(tmp_path):
    line = {
        "id": "n/1",
        "text": "Le\r\nNiger\u2028",
        "date": "2021-03-18",
        "title": "Été",
        "url": "u",
        "n": [1, {"a": None}],
    }
    path, [document] = read(tmp_path, json.dumps(line))
    assert document == Document(
        "n/1", "Le\r\nNiger\u2028", datetime.date(2021, 3, 18), "Été", f"{path}:1", {"url": "u", "n": [1, {"a": None}]}
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id": 12}, Document("12", "x")),
        ({"date": None, "title": None}, Document("a", "x")),
        ({"date": "", "title": ""}, Document("a", "x")),
        ({"date": "2021-03-18T23:30:00+02:00"}, Document("a", "x", datetime.date(2021, 3, 18))),
        ({"text": ""}, Document("a", "")),
        ({"text": "\U0001f600"}, Document("a", "\U0001f600")),
    ],
)
def test_fields_that_are_taken(tmp_path, fields, expected):
    _, [document] = read(tmp_path, json.dumps({"id": "a", "text": "x", **fields}))
    assert (document.id, document.text, document.date, document.title) == (
        expected.id,
        expected.text,
        expected.date,
        expected.title,
    )


@pytest.mark.parametrize(
    ("line", "document_id", "error", "message"),
    [
        ("{", None, "bad-line", "is not JSON: Expecting property name enclosed in double quotes at column 2"),
        ('{"id": "b", "text":', None, "bad-line", "is not JSON: Expecting value at column 20"),
        ("[1]", None, "bad-line", "is not a JSON object"),
        ("[" * 100_000, None, "bad-line", "is nested too deeply"),
        ("9" * 5000, None, "bad-line", "is not JSON: "),
        ('{"text": "x"}', None, "bad-line", "'id' is missing"),
        ('{"id": "", "text": "x"}', None, "bad-line", "'id' is empty"),
        ('{"id": true, "text": "x"}', None, "bad-line", "'id' is not a string"),
        ('{"id": "b"}', "b", "bad-line", "'text' is missing"),
        ('{"id": "b", "text": null}', "b", "bad-line", "'text' is null, not a string"),
        ('{"id": null, "text": "x"}', None, "bad-line", "'id' is null, not a string"),
        ('{"id": "b", "text": 3}', "b", "bad-line", "'text' is not a string"),
        (
            '{"id": "b", "text": "x", "date": "18 mars"}',
            "b",
            "bad-line",
            "'date' is not an ISO date: '18 mars'",
        ),
        ('{"id": "b", "text": "x", "title": []}', "b", "bad-line", "'title' is not a string"),
        ('{"id": "b", "text": "x\\ud83d"}', "b", "encoding", "'text' holds a lone surrogate at character 1"),
        ('{"id": "\\udc00", "text": "x"}', None, "encoding", "'id' holds a lone surrogate"),
        (b'{"id": "b", "text": "\xe9"}', None, "encoding", "is not UTF-8"),
        ('{"kind": "country", "id": "b", "document": "c", "text": "x"}', "b", "bad-line", "is a record"),
        ('{"kind": "document", "id": "b", "sha256": "0", "title": null}', "b", "bad-line", "is a record"),
    ],
)
def test_a_bad_line_fails_alone(tmp_path, line, document_id, error, message):
    good = '{"id": "%s", "text": "x"}'
    path, [first, failure, last] = read(tmp_path, good % "first", line, good % "last")
    assert (first.id, last.id) == ("first", "last")
    assert isinstance(failure, Failure)
    assert (failure.id, failure.source, failure.error) == (document_id, f"{path}:2", error)
    assert failure.message.startswith(message)


def test_byte_order_mark_and_blank_lines_are_passed_over(tmp_path):
    path, [document] = read(tmp_path, b"\xef\xbb\xbf", "  ", '{"id": "a", "text": "x"}')
    assert document.source == f"{path}:3"


def test_one_id_twice_in_a_file(tmp_path):
    line = '{"id": "a", "text": "x"}'
    path, [_, failure] = read(tmp_path, line, line)
    assert (failure.source, failure.error) == (f"{path}:2", "duplicate-id")
    assert failure.message == f"its id 'a' is that of {path}:1 already: give one of them another id"
