from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from browser.making import PORT, document, mention, sample
from glane.write.atomic import OutputError
from glane.write.report import Errors, Fault, Side, escape_json, make_data, render_report, write_report

RECORDS, TEXTS = sample()


class Page(HTMLParser):
    """The elements of a page, with the text of its scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inside = False
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.inside = tag in ("script", "style")
        if self.inside:
            self.raw.append("")

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.raw[-1] += data


def test_offsets_and_values_are_those_of_the_records():
    port = make_data(RECORDS, TEXTS)["documents"][0]
    assert port["pieces"] == [[0, PORT]]
    figure = next(m for m in port["mentions"] if m["kind"] == "figure")
    assert PORT[figure["start"] : figure["end"]] == "1 200"
    assert PORT[figure["of_start"] : figure["of_end"]] == figure["of"] == "navires"
    assert figure["value"] == "1200"
    start, end = figure["sentence"]
    assert PORT[start:end] == PORT.splitlines()[1]
    assert "text" not in figure


@pytest.mark.parametrize(
    ("value", "written"),
    [(2**60, str(2**60)), (0.1, "0.1"), (1e21, "1" + "0" * 21), (5e-7, "0.0000005")],
)
def test_numbers_are_written_in_full(value, written):
    text = "x 7 y"
    data = make_data([mention("d", text, "figure", "7", value=value)])
    assert data["documents"][0]["mentions"][0]["value"] == written


def test_mentions_without_a_document_record_are_shown():
    data = make_data([mention("d", "En 2020.", "date", "2020")])
    assert [d["id"] for d in data["documents"]] == ["d"]
    assert data["versions"] == []


def test_recurring_strings_are_written_once():
    data = make_data(RECORDS, TEXTS)
    assert len(data["strings"]) == len(set(data["strings"]))
    assert [data["strings"][m["rule"]] for m in data["documents"][0]["mentions"]][:2] == [
        "date.test",
        "organisation.test",
    ]


def test_errors_stand_with_their_documents():
    gold = Side("date", 0, 4, "Port", value="x")
    errors = Errors([Fault("ports/brume", "miss", gold, None)], [], frozenset({"ports/brume"}))
    port, river = make_data(RECORDS, TEXTS, errors)["documents"]
    assert (port["compared"], river["compared"]) == (True, False)
    assert port["faults"][0]["gold"]["text"] == "Port"
    assert river["faults"] == []


def test_json_cannot_end_its_element():
    text = "</script><!--<script>&amp;\u2028\u2029\x00"
    written = escape_json({text: text})
    assert not set("<>&\u2028\u2029\x00") & set(written)
    assert json.loads(written) == {text: text}


def test_the_page_has_no_element_from_a_text():
    attack = '</title></script><script>alert(1)</script><img src="x" onerror="alert(2)">'
    text = f"{attack} en 2020"
    records = document("d", text, mention("d", text, "date", "2020"), title=attack)
    page = Page(render_report(make_data(records, {"d": text}), attack))
    plain = Page(render_report(make_data([])))
    assert page.tags[1:] == plain.tags[1:]
    assert json.loads(page.raw[1])["documents"][0]["pieces"] == [[0, text]]


def test_the_policy_names_the_hashes_of_what_is_there():
    page = Page(render_report(make_data(RECORDS, TEXTS)))
    policy = next(a["content"] for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    style, _, script = page.raw
    for text in (style, script):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_the_page_asks_for_nothing():
    html = render_report(make_data([]))
    assert re.findall(r"(?:https?:)?//[a-z][\w.]*\.\w+", html.replace("http://www.w3.org/2000/svg", "")) == []
    assert {a.get("href") for tag, a in Page(html).tags if tag == "link"} == {"data:,"}
    assert all("src" not in attributes for _, attributes in Page(html).tags)


def test_the_script_has_no_way_from_string_to_markup():
    script = Page(render_report(make_data([]))).raw[2]
    sinks = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "srcdoc")
    assert [sink for sink in sinks if sink in script] == []


def test_the_same_data_gives_the_same_page(tmp_path):
    pages = []
    for name in "ab":
        write_report(tmp_path / name, make_data(RECORDS, TEXTS))
        pages.append((tmp_path / name).read_bytes())
    assert pages[0] == pages[1]


def test_a_page_that_cannot_be_written(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write_report(tmp_path / "none" / "report.html", make_data([]))
