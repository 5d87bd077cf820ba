"""The pages without a browser: what stands in them, and that nothing from a request is markup."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re

import pytest

from serve.making import TEXT

ATTACK = "</textarea><script>alert(1)</script>\"'<b>&amp;"


def embedded(page: str):
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_report_shows_what_was_sent(client):
    sent = TEXT.replace("\n", "\r\n")  # as a browser sends it
    response = client.post("/report", data={"text": sent, "date": "2021-03-18"})
    assert response.status_code == 200
    (document,) = embedded(response.text)["documents"]
    assert document["pieces"] == [[0, TEXT]]
    assert document["date"] == "2021-03-18"
    assert [mention["kind"] for mention in document["mentions"]][:3] == ["date", "organisation", "figure"]
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]


def test_markup_in_a_text_is_text(client):
    page = client.post("/report", data={"text": f"En 2014 {ATTACK}"}).text
    assert ATTACK not in page
    assert embedded(page)["documents"][0]["pieces"] == [[0, f"En 2014 {ATTACK}"]]


@pytest.mark.parametrize(
    ("fields", "status", "error"),
    [
        ({"text": f"LATE {ATTACK}"}, 504, "Was not done within 5 seconds."),
        ({"text": f"\nBUSY {ATTACK}", "date": ""}, 503, "All processes are busy: try again."),
        ({"text": ATTACK, "date": ATTACK}, 422, "Date: should be a date, YYYY-MM-DD."),
        ({"text": ATTACK + "x" * 2000}, 413, "The text has 2,046 characters; 2,000 are taken."),
    ],
)
def test_the_form_comes_back_with_what_is_wrong(client, fields, status, error):
    response = client.post("/report", data=fields)
    assert response.status_code == status
    assert f'<p class="error" role="alert">{error}</p>' in response.text
    assert ATTACK not in response.text
    shown = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", response.text, re.DOTALL)
    assert shown
    assert html.unescape(shown[1]) == fields["text"]
    assert f'value="{html.escape(fields.get("date", ""))}"' in response.text
    assert response.text.count("<script") == 0


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"text=%ff", "application/x-www-form-urlencoded", 400),
        (b"\xff", "application/x-www-form-urlencoded", 400),
        (b"&".join([b"a=1"] * 11), "application/x-www-form-urlencoded", 400),
        (b"text=" + b"x" * 5000, "application/x-www-form-urlencoded", 413),
        (b"{}", "application/json", 415),
    ],
)
def test_what_is_no_form_is_told_on_a_page(client, content, kind, status):
    response = client.post("/report", content=content, headers={"content-type": kind})
    assert response.status_code == status
    assert 'role="alert"' in response.text


def test_a_problem_of_an_address_is_escaped(client):
    response = client.post(f"/extract?kinds={ATTACK}", json={"text": ""}, headers={"accept": "text/html"})
    assert response.status_code == 422
    assert "is no kind" in response.text
    assert "<script" not in response.text


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_pages_load_nothing(client, path):
    response = client.get(path)
    assert re.findall(r'(?:src|href|action)="([^"]*)"', response.text) in (
        ["data:,", "report", "docs"],
        ["data:,", "openapi.json", "."],
    )
    assert "<script" not in response.text
    style = re.search(r"<style>(.*?)</style>", response.text, re.DOTALL)
    assert style
    assert "url(" not in style[1]
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in response.headers["content-security-policy"]


def test_the_description_names_every_address(client):
    described = client.get("/openapi.json").json()["paths"]
    page = client.get("/docs").text
    assert sorted(described) == ["/extract", "/health", "/schema"]
    for path in described:
        assert f"<code>{path}</code>" in page
    for status in described["/extract"]["post"]["responses"]:
        assert f"<code>{status}</code>" in page
    for word in ("kinds", "date", "text", "title", "application/x-ndjson", "text/plain"):
        assert f"<code>{word}</code>" in page
