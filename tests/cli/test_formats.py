"""``glane extract`` on files of all formats: what is read, what is kept, what is told."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from glane.cli import app
from helpers import invoke, read_json_lines
from hostile_files import encrypted_pdf, gzip_bomb, looping_pdf, make_docx, paragraph, write_all
from pdf_files import column, make_pdf

pytestmark = pytest.mark.usefixtures("fake")


def glane(*arguments: object):
    return invoke(app, *arguments)


def make_archive(folder: Path) -> Path:
    for library in ("trafilatura", "pypdfium2", "docx"):
        pytest.importorskip(library)
    line = {"id": "n/1", "text": "Le Niger", "date": "2015-02-03", "auteur": "Adou", "mots": ["eau", {"n": 1}]}
    return write_all(
        folder,
        {
            "a.txt": "Été\r\nau Niger".encode(),
            "b.html": b'<meta name="author" content="Awa Diop"><h1>Au Niger</h1><p>En 2014',
            "c.pdf": make_pdf(column("Le plan"), column("Le Niger", "En 2014")),
            "d.docx": make_docx(paragraph("Le Niger") + paragraph("En 2014")),
            "e.md": b"---\ntitle: Le plan\n---\n# Au *Niger*",
            "f.jsonl.gz": gzip.compress(json.dumps(line).encode()),
        },
    )


def test_all_formats_and_their_texts(tmp_path):
    archive, out, texts = make_archive(tmp_path / "archive"), tmp_path / "out.jsonl", tmp_path / "texts"
    result = glane("extract", archive, "-o", out, "--keep-text", texts)
    assert (result.exit_code, "6 documents" in result.stderr) == (0, True)
    found = read_json_lines(out)
    heads = {one["id"]: one for one in found if one["kind"] == "document"}
    assert list(heads) == ["a", "b", "c", "d", "e", "n/1"]
    assert heads["n/1"]["metadata"] == {"auteur": "Adou", "mots": ["eau", {"n": 1}]}
    assert heads["b"]["metadata"] == {"author": "Awa Diop"}
    assert (heads["n/1"]["date"], heads["e"]["title"]) == ("2015-02-03", "Le plan")
    assert sorted(str(one.relative_to(texts)) for one in texts.rglob("*.txt")) == [
        *(f"{name}.txt" for name in "abcde"),
        "n/1.txt",
    ]
    mentions = [one for one in found if one["kind"] != "document"]
    assert len(mentions) == 9
    for one in mentions:
        text = (texts / f"{one['document']}.txt").read_bytes().decode()
        assert text[one["start"] : one["end"]] == one["text"]
        assert one["page"] == (2 if one["document"] == "c" else None)


def test_a_report_finds_the_texts_kept(tmp_path):
    documents = [
        {"id": one, "text": f"Le Niger, {one}"} for one in ("a", "b/c", "https://exemple.org/?x=1", "../d", "%")
    ]
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    path.write_text("\n".join(map(json.dumps, documents)))
    glane("extract", path, "-o", out, "--keep-text", tmp_path / "texts")
    result = glane("report", out, "--documents", tmp_path / "texts", "-o", tmp_path / "report.html")
    assert (result.exit_code, result.stderr) == (0, "")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert all(f"Le Niger, {one['id']}" in page for one in documents)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl", "report.html", "texts"]


def test_texts_kept_in_the_folder_that_is_read_are_no_input(tmp_path):
    archive = make_archive(tmp_path)
    for _ in range(2):
        result = glane("extract", archive, "-o", tmp_path / "out.jsonl", "--keep-text", archive / "texts")
        assert (result.exit_code, "6 documents" in result.stderr) == (0, True)


@pytest.mark.parametrize("folder", ["", "sub"])
def test_texts_do_not_replace_inputs(tmp_path, folder):
    write_all(tmp_path / "sub", {"a.txt": "Été".encode("cp1252")})
    result = glane("extract", tmp_path / "sub", "-o", tmp_path / "out.jsonl", "--keep-text", tmp_path / folder)
    assert (result.exit_code, "--keep-text" in result.stderr) == (2, True)
    assert (tmp_path / "sub" / "a.txt").read_bytes() == "Été".encode("cp1252")


def test_texts_that_cannot_be_kept_end_the_run(tmp_path):
    write_all(tmp_path, {"a.txt": b"Le Niger"})
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").mkdir()
    result = glane("extract", tmp_path / "a.txt", "-o", tmp_path / "out.jsonl", "--keep-text", tmp_path / "texts")
    assert (result.exit_code, "a.txt: cannot be written" in result.stderr) == (1, True)
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(("size", "code"), [("10", 1), ("1k", 0), ("1 kB", 0), ("2G", 0)])
def test_a_size_limit(tmp_path, size, code):
    write_all(tmp_path, {"a.txt": b"Le Niger en 2014"})
    result = glane("extract", tmp_path, "-o", tmp_path / "out.jsonl", "--max-size", size)
    assert result.exit_code == code
    assert ("is larger than 10 bytes: raise --max-size" in result.stderr) == bool(code)


@pytest.mark.parametrize("size", ["", "0", "-1", "x", "1T", "1e9"])
def test_a_size_that_is_none(tmp_path, size):
    result = glane("extract", tmp_path, f"--max-size={size}")
    assert (result.exit_code, "is no size such as" in result.stderr) == (2, True)


def test_the_run_goes_on_whatever_a_file_is(tmp_path):
    make_archive(tmp_path / "in")
    bad = {
        "g.html": (b"<div>" * 10_000 + b"x", "damaged"),
        "h.html": (b"<p>x</p>" * 3_000_000, "too-large"),
        "i.pdf": (looping_pdf(), "too-large"),
        "j.pdf": (encrypted_pdf(), "encrypted"),
        "k.pdf": (make_pdf([]), "no-text"),
        "l.docx": (make_docx("<w:p/>" * 9_000_000), "too-large"),
        "m.txt.gz": (gzip_bomb(30_000_000), "too-large"),
        "n.docx": (b"x", "damaged"),
        "o.txt": (b"%PDF-1.7", "binary"),
        "p\nq.pdf": (b"x", "damaged"),
    }
    write_all(tmp_path / "in", {name: data for name, (data, _) in bad.items()})
    os.mkfifo(tmp_path / "in" / "r.txt")
    (tmp_path / "in" / "s.txt").symlink_to(tmp_path / "in" / "s.txt")
    (tmp_path / "in" / "t").symlink_to(tmp_path / "in", target_is_directory=True)
    write_all(tmp_path / "in", {"z.txt": b"Le Niger"})
    out = tmp_path / "out.jsonl"
    result = glane("extract", tmp_path / "in", "-o", out, "-j", 1)  # the fake is in this process only
    assert (result.exit_code, "7 documents" in result.stderr) == (1, True), result.stderr
    failures = {one["source"]: one["error"] for one in read_json_lines(Path(f"{out}.errors.jsonl"))}
    expected = {str(tmp_path / "in" / name): error for name, (_, error) in bad.items()}
    assert failures == {**expected, str(tmp_path / "in" / "s.txt"): "unreadable"}
    told = [line for line in result.stderr.splitlines() if line.startswith("glane: error: ")]
    assert len(told) == len(failures)
    assert any(f"{tmp_path}/in/p\\x0aq.pdf: cannot be read as PDF" in line for line in told)


def test_marks_of_direction_and_surrogates(tmp_path):
    texts = ["\u200fLe \u202eNiger\u202c\u200f", "Le \U0001f6a2 Niger", "e\u0301" * 50 + " Niger"]
    lines = [json.dumps({"id": str(n), "text": text, "m": "\ud800"}) for n, text in enumerate(texts)]
    lines.append('{"id": "3", "text": "Niger \\ud800"}')
    write_all(tmp_path, {"a.jsonl": "\n".join(lines).encode()})
    out = tmp_path / "out.jsonl"
    assert glane("extract", tmp_path / "a.jsonl", "-o", out).exit_code == 1
    found = read_json_lines(out)
    mentions = {one["document"]: (one["start"], one["end"], one["text"]) for one in found if one["kind"] == "country"}
    assert mentions == {str(n): (t.index("Niger"), t.index("Niger") + 5, "Niger") for n, t in enumerate(texts)}
    assert {json.dumps(one["metadata"]) for one in found if one["kind"] == "document"} == {'{"m": "\\ufffd"}'}
    assert [one["error"] for one in read_json_lines(Path(f"{out}.errors.jsonl"))] == ["encoding"]
