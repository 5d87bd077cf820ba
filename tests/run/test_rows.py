"""Documents and records as rows, as Ray and Spark hand them over."""

from __future__ import annotations

import datetime
import json

import pandas
import pytest
import spacy

import fake_pipeline
from glane.read import Document, Failure
from glane.run.rows import COLUMNS, RowExtractor, document_row, read_row

NAN = float("nan")
DAY = datetime.date(2021, 3, 18)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"id": "a", "text": "x"}, Document("a", "x")),
        ({"id": 7, "text": ""}, Document("7", "")),
        (
            {"id": "a", "text": "x", "date": DAY, "title": "T", "source": "f"},
            Document("a", "x", date=DAY, title="T", source="f"),
        ),
        ({"id": "a", "text": "x", "date": "2021-03-18", "title": ""}, Document("a", "x", date=DAY)),
        ({"id": "a", "text": "x", "date": datetime.datetime(2021, 3, 18, 23, 59)}, Document("a", "x", date=DAY)),
        ({"id": "a", "text": "x", "date": NAN, "title": NAN, "source": NAN, "error": NAN}, Document("a", "x")),
        (
            {"id": "a", "text": "x", "metadata": '{"url": "u"}', "pages": [0, 9]},
            Document("a", "x", metadata={"url": "u"}, pages=(0, 9)),
        ),
        ({"id": "a", "text": "x", "metadata": "[]"}, Failure("a", "", "bad-line", "'metadata' is not an object")),
        ({"id": None, "text": "x"}, Failure(None, "", "bad-line", "'id' is missing")),
        ({"id": "a", "text": NAN, "source": "f"}, Failure("a", "f", "bad-line", "'text' is missing")),
        ({"id": "a", "text": 3}, Failure("a", "", "bad-line", "'text' is not a string")),
        ({"id": "a", "text": "x", "title": 3}, Failure("a", "", "bad-line", "'title' is not a string")),
        ({"id": "a", "text": "x", "date": "soon"}, Failure("a", "", "bad-line", "'date' is not an ISO date: 'soon'")),
        ({"id": "a", "text": "x", "pages": "x"}, Failure("a", "", "bad-line", "'pages' are not offsets")),
        ({"id": "a", "text": "x", "pages": [0, None]}, Failure("a", "", "bad-line", "'pages' are not offsets")),
        ({"id": "a", "text": "x", "pages": 3}, Failure("a", "", "bad-line", "'pages' are not offsets")),
        (
            {"id": "a", "text": "x", "title": "T\ud83d"},
            Failure("a", "", "encoding", "'title' holds a lone surrogate at character 1"),
        ),
        (
            {"id": "a\ud83d", "text": "x", "source": "f\ud83d"},
            Failure(None, "f\ufffd", "encoding", "'id' holds a lone surrogate at character 1"),
        ),
        (
            {"id": "a", "text": "x", "metadata": {"k\ud83d": ["\ud83d", NAN]}},
            Document("a", "x", metadata={"k\ufffd": ["\ufffd", None]}),
        ),
        ({"id": "a", "text": "x", "metadata": '{"k": "\\ud83d"}'}, Document("a", "x", metadata={"k": "\ufffd"})),
        (
            {"id": "a", "text": "x", "metadata": "[" * 100_000},
            Failure("a", "", "bad-line", "'metadata' is nested too deeply"),
        ),
        (
            {"id": "a", "text": "x", "metadata": '{"k": ' + "[" * 70 + "]" * 70 + "}"},
            Failure("a", "", "bad-line", "'metadata' cannot be used: is nested too deeply"),
        ),
        ({"id": "a", "text": "x", "title": pandas.NA, "date": pandas.NaT}, Document("a", "x")),
        (
            {"id": "a", "text": None, "source": "f", "error": "binary", "message": "m"},
            Failure("a", "f", "binary", "m"),
        ),
    ],
)
def test_a_row_is_a_document_or_a_failure(row: dict[str, object], expected: Document | Failure) -> None:
    assert read_row(row) == expected


@pytest.mark.parametrize(
    "item",
    [
        Document("a", "x", date=DAY, title="T", source="f:1", metadata={"n": [1]}, pages=(0, 5)),
        Document("a", "x"),
        Failure(None, "f", "not-found", "m"),
    ],
)
def test_rows_are_read_as_they_were_made(item: Document | Failure) -> None:
    assert read_row(document_row(item)) == item


def test_every_row_gives_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_pipeline.patch(monkeypatch)
    rows = [
        {"id": "a", "text": "Le Niger, l’an dernier"},
        {"id": "b", "text": "BOOM"},
        {"id": "c", "text": None},
        {"id": "d", "text": "l’an dernier", "date": "2003-01-01"},
        {"id": "e", "text": "x", "metadata": {1: 2}},
        {"id": "f", "text": "x", "metadata": {"k": object()}},
    ]
    done = list(map(RowExtractor(spacy.blank("fr"), date=DAY), rows))
    assert [tuple(row) for row in done] == [COLUMNS] * 6
    assert [(row["id"], row["error"], row["message"]) for row in done[:4]] == [
        ("a", None, None),
        ("b", "extraction", "RuntimeError: two lines"),
        ("c", "bad-line", "'text' is missing"),
        ("d", None, None),
    ]
    assert [row["records"] is None for row in done] == [False, True, True, False, True, True]
    assert [row["error"] for row in done[4:]] == ["bad-line", "extraction"]
    assert [json.loads(line).get("edtf") for line in done[0]["records"].splitlines()] == [None, None, "2020"]
    assert [json.loads(line).get("edtf") for line in done[3]["records"].splitlines()] == [None, "2002"]
