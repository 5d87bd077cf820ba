from __future__ import annotations

import json
import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pytest
import typer

from browser.making import sample
from evaluate.making import piped
from glane.cli.report import report
from helpers import invoke

if TYPE_CHECKING:
    from pathlib import Path


app = typer.Typer()
run = partial(invoke, app)
app.command()(report)
RECORDS, TEXTS = sample()


def data_of(page: Path) -> dict:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page.read_text("utf-8"))
    assert found
    return json.loads(found[1])


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(record.model_dump_json() + "\n" for record in RECORDS), "utf-8")
    return path


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    for name, text in TEXTS.items():
        path = folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def gold_line(document: str, kind: str, text: str, surface: str, value: str) -> str:
    start = text.index(surface)
    line = {"document": document, "start": start, "end": start + len(surface), "type": kind}
    return json.dumps(line | {"surface": surface, "value": value}) + "\n"


def test_what_lies_beside_the_texts_is_told_once_a_file(records, texts, tmp_path):
    name, text = next(iter(TEXTS.items()))
    gold = tmp_path / "a.gold.jsonl"
    gold.write_text(gold_line(name, "date", text, text.split()[0], "2019"), "utf-8")
    others = {one: tmp_path / f"{one}.jsonl" for one in ("gold", "lines", "old")}
    others["gold"].write_bytes(gold.read_bytes())
    others["lines"].write_text('{"id": "x", "text": "y"}\n' + "[]\n" * 3, "utf-8")
    others["old"].write_bytes(records.read_bytes())
    result = run(records, "--documents", tmp_path, "--gold", gold, "-o", tmp_path / "out.html")
    assert result.exit_code == 0
    told = [line for line in result.stderr.splitlines() if ".jsonl: " in line or ".jsonl:2" in line]
    assert told == [
        f"glane: warning: {others['gold']}: holds gold, not documents",
        f"glane: warning: {others['lines']}:2: is not a JSON object",
        f"glane: warning: {others['old']}: holds records that glane wrote, not documents",
        f"glane: warning: {others['lines']}: 2 more lines that cannot be read",
    ]


def test_the_texts_are_found_by_id(records, texts, tmp_path):
    (texts / "other.txt").write_text("Un texte dont il n’y a rien.", "utf-8")
    out = tmp_path / "out.html"
    result = run(records, "--documents", texts, "-o", out, "--title", "A & B")
    assert (result.exit_code, result.output) == (0, "")
    shown = [document["pieces"] for document in data_of(out)["documents"]]
    assert shown == [[[0, text]] for text in TEXTS.values()]
    assert "<title>A &amp; B</title>" in out.read_text("utf-8")


def test_records_that_were_joined_with_themselves_are_refused(records, tmp_path):
    records.write_bytes(records.read_bytes() * 2)
    result = run(records, "-o", tmp_path / "page.html")
    assert (result.exit_code, (tmp_path / "page.html").exists()) == (2, False)
    assert "comes twice" in result.stderr


def test_the_texts_may_be_jsonl(records, tmp_path):
    lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in TEXTS.items())
    (tmp_path / "texts.jsonl").write_text(lines, "utf-8")
    out = tmp_path / "out.html"
    assert run(records, "--documents", tmp_path / "texts.jsonl", "-o", out).exit_code == 0
    assert all(document["whole"] for document in data_of(out)["documents"])


def test_the_page_may_go_to_standard_output(records, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written = run(records, "-o", "out.html")
    result = run(records, "-o", "-")
    assert (written.exit_code, result.exit_code, result.stderr) == (0, 0, "")
    assert result.stdout_bytes == (tmp_path / "out.html").read_bytes()
    assert sorted(tmp_path.iterdir()) == [tmp_path / "out.html", records]


def test_without_texts_there_are_the_sentences(records, tmp_path):
    out = tmp_path / "out.html"
    result = run(records, "-o", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert not any(document["whole"] for document in data_of(out)["documents"])


def test_a_text_that_lacks_or_is_another_is_named(records, texts, tmp_path):
    (texts / "ports" / "brume.txt").write_text("Autre chose.", "utf-8")
    (texts / "rivière.txt").unlink()
    result = run(records, "--documents", texts, "-o", tmp_path / "out.html")
    assert result.exit_code == 0
    assert "no text found for rivière" in result.stderr
    assert "ports/brume: the text found is not that of its records" in result.stderr


def test_gold_is_compared_under_the_records_ids(records, texts, tmp_path):
    port = TEXTS["ports/brume"]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        gold_line("brume", "date", port, "2019", "2018")
        + gold_line("brume", "organisation", port, "Port de Brume", "Port de Brume")
        + gold_line("brume", "programme", port, "plan Marée depuis", "plan Marée")
        + gold_line("nowhere", "date", port, "2019", "2019"),
        "utf-8",
    )
    out = tmp_path / "out.html"
    result = run(records, "--documents", texts, "--gold", gold, "-o", out)
    assert result.exit_code == 0
    assert "gold document nowhere was not predicted" in result.stderr
    data = data_of(out)
    port_data, river = data["documents"]
    sorts = Counter(fault["sort"] for fault in port_data["faults"])
    assert sorts == {"value": 1, "boundary": 1, "miss": 1, "spurious": 12}
    assert (port_data["compared"], river["compared"]) == (True, False)
    assert data["scores"][0]["gold"] == 4


@pytest.mark.parametrize("line", ["{}", "no JSON", '{"kind": "date"}'])
def test_what_is_no_record_is_named(line, tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text(line + "\n", "utf-8")
    result = run(path, "-o", tmp_path / "out.html")
    assert result.exit_code == 2
    assert f"{path}:1:" in result.stderr
    assert not (tmp_path / "out.html").exists()


def test_gold_may_be_a_folder_and_records_a_pipe(records, texts, tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "brume.gold.jsonl").write_text(gold_line("brume", "date", TEXTS["ports/brume"], "2019", "2019"), "utf-8")
    out = tmp_path / "out.html"
    with piped(records.read_bytes()) as pipe:
        result = run(pipe, "--gold", folder, "-o", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert data_of(out)["scores"][0]["gold"] == 1


def test_gold_that_is_none_is_named(records, tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"type": "date"}\n', "utf-8")
    result = run(records, "--gold", gold, "-o", tmp_path / "out.html")
    assert result.exit_code == 2
    assert f"{gold}:1:" in result.stderr


def test_inputs_are_not_written_over(records):
    result = run(records, "-o", records)
    assert result.exit_code == 2
    assert "is an input too" in result.output


def test_an_output_that_cannot_be_written(records, tmp_path):
    result = run(records, "-o", tmp_path / "none" / "out.html")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
