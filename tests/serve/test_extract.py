"""What comes in and what goes out, without a process or a port."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import glane
from glane.read import Document, find_inputs
from glane.run import extract_documents
from glane.run.job import select_kinds
from glane.serve import intake, worker
from glane.serve.app import create_app
from glane.serve.intake import Refused
from glane.serve.problems import Problem
from glane.serve.service import Service
from glane.serve.settings import Settings
from glane.write import record_lines
from glane_records import SCHEMA_VERSION, record_adapter
from glane_records.schema import schema_text
from serve.making import TEXT, Inline
from serve.pipelines import load_blank

NDJSON = {"content-type": "application/x-ndjson"}
PLAIN = {"content-type": "text/plain"}


def written(document, kinds=None) -> bytes:
    """What ``glane extract`` writes of a document."""
    [records] = extract_documents([document], load_blank())
    return record_lines(records if kinds is None else select_kinds(records, kinds))


def problem(response, status: int) -> str:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert (body["type"], body["status"]) == ("about:blank", status)
    assert "Traceback" not in response.text
    assert "\n" not in body["detail"]
    return body["detail"]


@pytest.mark.parametrize("headers", [PLAIN, {"content-type": "text/plain; charset=UTF-8"}])
def test_plain_text_gives_the_records_of_glane_extract(client, headers):
    response = client.post("/extract", content=TEXT.encode(), headers=headers)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/x-ndjson"
    found = [record_adapter.validate_json(line) for line in response.content.splitlines()]
    assert found == glane.extract(TEXT, nlp=load_blank())
    assert [record.text for record in found[1:]] == [
        "mars 2019",
        "OTAN",
        "1 200",
        "Niger",
        "3 millions d’euros",
        "2021",
    ]


def test_json_gives_the_same_bytes_as_a_file(client):
    body = {"id": "rapport/1", "text": TEXT, "date": "2021-03-18", "title": "Rapport"}
    response = client.post("/extract", json=body)
    assert response.content == written(Document("rapport/1", TEXT, date(2021, 3, 18), "Rapport", "text"))


def test_json_and_text_agree_where_nothing_but_the_text_is_given(client):
    plain = client.post("/extract", content=TEXT.encode(), headers=PLAIN)
    assert client.post("/extract", json={"text": TEXT, "id": None, "title": ""}).content == plain.content


def test_a_byte_order_mark_and_line_ends_are_as_in_a_file(client):
    response = client.post("/extract", content="\ufeffEn 2014\r\nau Niger".encode(), headers=PLAIN)
    assert response.content == written(Document("text", "En 2014\r\nau Niger", source="text"))


def test_an_empty_text_has_a_document(client):
    (line,) = client.post("/extract", json={"text": ""}).content.splitlines()
    assert json.loads(line)["characters"] == 0


def test_kinds_are_chosen(client):
    response = client.post("/extract?kinds=date,country", json={"text": TEXT})
    assert response.content == written(Document("text", TEXT, source="text"), {"date", "country"})
    head, *mentions = map(json.loads, response.content.splitlines())
    assert [record["kind"] for record in mentions] == ["date", "country", "date"]
    assert head["mentions"] == {"organisation": 0, "programme": 0, "date": 2, "figure": 0, "country": 1}


def test_the_date_of_a_document_goes_before_that_of_the_request(client):
    text = "L’an dernier, tout allait bien."
    found = [
        json.loads(client.post("/extract?date=2021-03-18", json=body).content.splitlines()[1])["edtf"]
        for body in ({"text": text}, {"text": text, "date": "2001-01-01"})
    ]
    assert found == ["2020", "2000"]


def test_ndjson_gives_document_after_document(client):
    lines = [
        '{"id": "a", "text": "En 2014."}',
        "",
        '{"id": 7, "text": "Au Niger.", "collection": "x"}',
    ]
    response = client.post("/extract", content="\n".join(lines), headers=NDJSON)
    expected = [Document("a", "En 2014.", source="text:1"), Document("7", "Au Niger.", source="text:3")]
    assert response.content == b"".join(map(written, expected))


@pytest.mark.parametrize("day", ["2017-06-04T10:00:00Z", "20170604", "2017-W22-7", "2017-06-04 23:59", "", None])
def test_a_line_is_read_as_one_of_a_file(client, tmp_path, day):
    lines = b"\xef\xbb\xbf" + json.dumps({"id": "a", "text": "L’an dernier, au Niger.", "date": day}).encode() + b"\n"
    (tmp_path / "archive.jsonl").write_bytes(lines)
    [document] = find_inputs([tmp_path / "archive.jsonl"])
    assert document.date == (date(2017, 6, 4) if day else None)
    expected = written(replace(document, source="text:1"))
    assert client.post("/extract", content=lines, headers=NDJSON).content == expected
    answer = client.post("/extract", content=lines, headers={"content-type": "application/json"})
    assert answer.content == expected.replace(b'"text:1"', b'"text"')


def test_a_line_that_fails_does_not_stop_the_others(client):
    lines = [
        b'{"id": "a", "text": "En 2014."}',
        b'{"id": "a", "text": "En 2015."}',
        b'{"text": "En 2016."}',
        b"\xff",
        b'{"id": "late", "text": "LATE"}',
        b'{"id": "died", "text": "DIE"}',
        b'{"id": "long", "text": "%s"}' % (b"x" * 2001),
        b'{"id": "b", "text": "En 2017."}',
    ]
    response = client.post("/extract", content=b"\n".join(lines), headers=NDJSON)
    assert response.status_code == 200
    found = [json.loads(line) for line in response.content.splitlines()]
    assert [line["id"] for line in found if line.get("kind") == "document"] == ["a", "b"]
    failed = [line for line in found if "error" in line]
    assert [(line["document"], line["source"], line["error"]) for line in failed] == [
        ("a", "text:2", "duplicate-id"),
        (None, "text:3", "bad-line"),
        (None, "text:4", "bad-line"),
        ("late", "text:5", "timeout"),
        ("died", "text:6", "extraction"),
        ("long", "text:7", "too-large"),
    ]
    assert failed[3]["message"] == "was not done within 5 seconds"


@pytest.mark.parametrize(
    ("body", "status", "detail"),
    [
        (b'{"tex": "x"}', 422, "text: Field required"),
        (b'{"text": 1}', 422, "text: Input should be a valid string"),
        (b'{"text": "x", "date": "18 mars"}', 422, "date: should be an ISO date, such as 2021-03-18"),
        (b'{"text": "x", "date": "2021-02-30"}', 422, "date: should be an ISO date, such as 2021-03-18"),
        (b'{"text": "x", "date": 0}', 422, "date: Input should be a valid date"),
        (b'{"text": "x", "id": true}', 422, "id: Input should be a valid string; id: Input should be a valid integer"),
        (b'{"text": "x", "id": "' + b"i" * 201 + b'"}', 422, "id: String should have at most 200 characters"),
        (b"[]", 422, "Input should be an object"),
        (b"", 400, "Invalid JSON"),
        (b"{", 400, "Invalid JSON"),
        (b"[" * 4000, 400, "Invalid JSON: recursion limit exceeded"),
        (b'{"text": "\\ud83d"}', 400, "Invalid JSON"),
        (b'{"text": "\xe9"}', 400, "Invalid JSON: invalid unicode code point"),
    ],
)
def test_what_is_wrong_with_json_is_told(client, body, status, detail):
    response = client.post("/extract", content=body, headers={"content-type": "application/json"})
    assert problem(response, status).startswith(detail)


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("Été 2014".encode("cp1252"), "the body is not UTF-8: invalid continuation byte at byte 0"),
        ("En 2014".encode("utf-16"), "the body is not UTF-8: invalid start byte at byte 0"),
        (b"%PDF-1.7 ", "the body is a PDF document, not text: name it .pdf"),
        (b"\1\2\3\4\5", "the body is binary data, or UTF-16 without a byte order mark"),
    ],
)
def test_what_is_no_text_is_refused(client, body, detail):
    assert problem(client.post("/extract", content=body, headers=PLAIN), 400) == detail


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("kinds=dates", "kinds: 'dates' is no kind (kinds: organisation, programme, date, figure, country)"),
        ("kinds=", "kinds: '' is no kind"),
        ("date=2021", "date: should be a date, YYYY-MM-DD"),
        ("date=0", "date: should be a date, YYYY-MM-DD"),
        ("kind=date", "kind: Extra inputs are not permitted"),
        ("rules=/etc", "rules: Extra inputs are not permitted"),
    ],
)
def test_wrong_parameters_are_told(client, query, detail):
    assert problem(client.post(f"/extract?{query}", json={"text": TEXT}), 422).startswith(detail)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "text/html"},
        {"content-type": "text/plain; charset=iso-8859-1"},
        {"content-type": "application/json", "content-encoding": "gzip"},
    ],
)
def test_other_media_types_and_encodings_are_refused(client, headers):
    problem(client.post("/extract", content=b"{}", headers=headers), 415)


def test_bodies_and_texts_have_a_bound(client, extractor):
    def in_chunks():
        for _ in range(6):
            yield b"x" * 1000

    declared = client.post("/extract", content=b"x" * 5001, headers=PLAIN)
    counted = client.post("/extract", content=in_chunks(), headers=PLAIN)
    for response in (declared, counted):
        assert problem(response, 413) == "the body is larger than 5,000 bytes"
    longer = client.post("/extract", content=b"x" * 2001, headers=PLAIN)
    assert problem(longer, 413) == "the text has 2,001 characters; 2,000 are taken"
    assert extractor.jobs == []
    # Bytes and characters are counted as such: 2,000 characters of two bytes are taken.
    assert client.post("/extract", content="é".encode() * 2000, headers=PLAIN).status_code == 200


def test_lines_have_a_bound():
    few = Settings()
    with pytest.raises(Problem, match="more than 10,000 lines"):
        intake.read_documents(intake.NDJSON, b"\n" * 10_001, intake.Options(), few)
    assert list(intake.read_documents(intake.NDJSON, b"\n" * 10_000, intake.Options(), few)) == []


def test_lines_that_are_refused_let_others_be_served_meanwhile():
    refused = Refused(None, "text:1", "bad-line", "Input should be an object", 422)
    turns = 0

    async def take_turns():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def run():
        other = asyncio.create_task(take_turns())
        answer = Service(Settings(), Inline()).extract_all(None, iter([refused] * 100), None)
        lines = [piece async for piece in answer]
        other.cancel()
        return lines

    assert len(asyncio.run(run())) == 100
    assert turns >= 100


def test_answers_have_a_bound(client, monkeypatch):
    monkeypatch.setattr(worker, "ANSWER_BYTES", 500)
    response = client.post("/extract", json={"text": TEXT})
    assert problem(response, 413) == "its records are larger than 500 bytes"


@pytest.mark.parametrize(
    ("text", "status", "detail"),
    [
        ("LATE", 504, "was not done within 5 seconds"),
        ("BUSY", 503, "all processes are busy: try again"),
        ("DIE", 500, "DIE"),
        ("BUG", 500, "the service failed on this request"),
    ],
)
def test_failures_are_told_without_detail(client, text, status, detail):
    response = client.post("/extract", json={"text": text})
    assert problem(response, status) == detail
    assert ("retry-after" in response.headers) == (status == 503)


def test_a_failure_of_glane_names_its_sort_but_not_the_text(client, monkeypatch):
    import glane.components.build as build

    def fail(*_arguments, **_named):
        message = "secret\ntext"
        raise RuntimeError(message)

    monkeypatch.setattr(build, "records_of", fail)
    assert problem(client.post("/extract", json={"text": "secret"}), 500) == "glane failed on it (RuntimeError)"


def test_nothing_is_taken_before_the_pipeline_is_loaded(client, extractor):
    extractor.ready = False
    for response in (client.get("/health"), client.post("/extract", json={"text": TEXT})):
        assert problem(response, 503) == "the pipeline is being loaded"
        assert response.headers["retry-after"] == "5"
    assert client.get("/schema").status_code == 200
    extractor.ready = True
    assert client.get("/health").json() == {
        "status": "ready",
        "version": glane.__version__,
        "rules_version": "test",
        "schema_version": SCHEMA_VERSION,
    }


def test_the_schema_is_that_of_the_command(client):
    response = client.get("/schema")
    assert response.headers["content-type"] == "application/schema+json"
    assert response.text == schema_text()


def test_the_extractor_lives_as_long_as_the_application(extractor):
    with TestClient(create_app(Settings(), extractor)):
        assert extractor.states == ["started"]
    assert extractor.states == ["started", "closed"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nothing", 404), ("GET", "/extract", 405), ("GET", "/../etc/passwd", 404), ("POST", "/schema", 405)],
)
def test_other_addresses_are_problems_too(client, method, path, status):
    problem(client.request(method, path), status)
    page = client.request(method, path, headers={"accept": "text/html"})
    assert page.status_code == status
    assert page.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/", "/docs", "/schema", "/health", "/openapi.json", "/nothing"])
def test_every_answer_has_the_headers_that_bound_a_browser(client, path):
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "server" not in headers


def test_the_log_has_neither_text_nor_query(client, caplog):
    caplog.set_level(logging.DEBUG)
    client.post("/extract?date=1871-03-18", json={"text": "secret 2014 BUG", "id": "secret"})
    client.post("/extract?kinds=secret", json={"text": "secret"})
    client.post("/report", data={"text": "secret"})
    client.get("/secret?secret=1")
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("glane")]
    assert [re.sub(r" [\d.]+ s$| at .*$", "", line) for line in lines] == [
        "POST: ValueError",
        "POST /extract 500",
        "POST /extract 422",
        "POST /report 200",
        "GET - 404",
    ]
    assert not any(record.exc_info for record in caplog.records)


def test_a_body_that_does_not_come_is_not_waited_for(client, monkeypatch):
    import anyio

    monkeypatch.setattr(intake, "READ_SECONDS", 0.05)
    sent = []

    async def ask():
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/extract",
            "query_string": b"",
            "headers": [(b"content-type", b"text/plain")],
        }

        async def receive():
            await anyio.sleep(60)

        async def send(message):
            sent.append(message)

        await client.app(scope, receive, send)

    anyio.run(ask)
    assert sent[0]["status"] == 408
    assert (b"connection", b"close") in sent[0]["headers"]


def test_the_examples_of_the_documentation_work(client):
    page = (Path(__file__).parents[2] / "docs" / "serve.md").read_text(encoding="utf-8")
    (body,) = re.findall(r"-d '(\{.*\})'", page)
    response = client.post("/extract", content=body.encode(), headers={"content-type": "application/json"})
    head, *mentions = map(json.loads, response.content.splitlines())
    assert (head["id"], head["date"]) == ("note", "2021-03-18")
    assert [record["text"] for record in mentions] == ["an dernier", "CEDEAO", "1 200"]
    statuses = client.get("/openapi.json").json()["paths"]["/extract"]["post"]["responses"]
    assert {f"| {status} |" in page for status in statuses if status != "200"} == {True}
