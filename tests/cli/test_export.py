from __future__ import annotations

import json
import subprocess
import sys
from functools import partial

import pytest
import typer

import sample
from glane.cli.evaluate import evaluate
from glane.cli.export import export
from glane.cli.import_ import import_annotations
from helpers import invoke

app = typer.Typer()
run = partial(invoke, app, columns=300)
app.command("export")(export)
app.command("import")(import_annotations)
app.command("evaluate")(evaluate)


@pytest.fixture
def records(tmp_path):
    sample.write_documents(tmp_path / "documents", sample.TEXTS)
    return sample.write_records(tmp_path / "records.jsonl", sample.records())


def test_out_and_back(records, tmp_path):
    out, gold, documents = tmp_path / "tasks.json", tmp_path / "gold.jsonl", tmp_path / "documents"
    result = run("export", records, "--to", "labelstudio", "-o", out, "--documents", documents)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"glane: wrote {out}, {tmp_path / 'tasks.interface.xml'}\n"
    result = run("import", out, "--from", "labelstudio", "-o", gold)
    assert result.exit_code == 0
    assert result.stderr.endswith("glane: 2 documents, 10 mentions, 0 of them without a value\n")
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    assert lines[1] == {
        "document": "ministere/eau",
        "start": 38,
        "end": 62,
        "type": "figure",
        "surface": "1,5 à 2 millions d’euros",
        "value": "1500000..2000000 EUR",
    }
    assert lines[3]["of"] == "communes"


def test_standard_output(records, tmp_path):
    result = run("export", records, "--to", "csv", "-o", "-")
    assert result.stdout.startswith("kind,id,document,start,end,text,sentence,section,page,rule,name,")
    assert (len(result.stdout.splitlines()), result.stderr) == (11, "")
    out = tmp_path / "a.jsonl"
    run("export", records, "--to", "prodigy", "-o", out, "--documents", tmp_path / "documents")
    result = run("import", out, "--from", "prodigy", "-o", "-")
    assert len(result.stdout.splitlines()) == 10


@pytest.mark.parametrize("to", ["csv", "brat"])
def test_records_that_were_joined_with_themselves_are_refused(records, tmp_path, to):
    records.write_bytes(records.read_bytes() * 2)
    result = run("export", records, "--to", to, "-o", tmp_path / "out", "--documents", tmp_path / "documents")
    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "comes twice" in result.stderr


def test_documents_without_mentions_are_named(records, tmp_path):
    sample.write_records(records, [one for one in sample.records() if one.kind == "document"])
    run("export", records, "--to", "brat", "-o", tmp_path / "brat", "--documents", tmp_path / "documents")
    result = run("import", tmp_path / "brat", "--from", "brat", "-o", tmp_path / "gold.jsonl")
    assert "note: no mentions, which a line of gold says (2): ministere/eau, otan/kosovo" in result.stderr
    assert [json.loads(line) for line in (tmp_path / "gold.jsonl").read_text().splitlines()] == [
        {"kind": "document", "id": "ministere/eau"},
        {"kind": "document", "id": "otan/kosovo"},
    ]


def test_what_is_found_in_a_document_without_gold_is_spurious(records, tmp_path):
    kept = [one for one in sample.records() if one.kind == "document" or one.document != "otan/kosovo"]
    corrected = sample.write_records(tmp_path / "corrected.jsonl", kept)
    tasks, gold = tmp_path / "tasks.jsonl", tmp_path / "gold.jsonl"
    run("export", corrected, "--to", "doccano", "-o", tasks, "--documents", tmp_path / "documents")
    run("import", tasks, "--from", "doccano", "-o", gold)
    scored = json.loads(run("evaluate", records, gold, "--json", "--samples", 0).stdout)["overall"]
    assert scored["predicted"] == sum(one.kind != "document" for one in sample.records())
    assert scored["gold"] == scored["strict"]["right"] < scored["predicted"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--to", "xml", "-o", "x"], 2, "Invalid value for '--to'"),
        (["--to", "csv"], 2, "Missing option '--output'"),
        (["--to", "csv", "-o", "{records}"], 2, "is an input too"),
        (["--to", "parquet", "-o", "x", "--excel"], 2, "is for CSV"),
        (
            ["--to", "brat", "-o", "x"],
            2,
            "glane: error: brat holds the documents' texts: name their folder with",
        ),
        (["--to", "brat", "-o", "-", "--documents", "{documents}"], 2, "cannot go to standard output"),
        (["--to", "conll", "-o", "x", "--documents", "{empty}"], 2, "the text of 'ministere/eau' is missing"),
        (["--to", "csv", "-o", "{documents}"], 1, "documents: cannot be written: Is a directory"),
        (["--to", "brat", "-o", "{documents}", "--documents", "{documents}"], 1, "not empty"),
    ],
)
def test_what_cannot_be_is_told(records, tmp_path, arguments, code, message):
    (tmp_path / "empty").mkdir()
    places = {"records": records, "documents": tmp_path / "documents", "empty": tmp_path / "empty"}
    result = run("export", records, *(argument.format(**places) for argument in arguments))
    assert result.exit_code == code
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_bad_records_and_annotations_are_told_with_their_line(records, tmp_path):
    records.write_text("{}\n")
    result = run("export", records, "--to", "csv", "-o", tmp_path / "a.csv")
    assert (result.exit_code, (tmp_path / "a.csv").exists()) == (2, False)
    assert f"error: {records}:1: " in result.stderr
    result = run("import", records, "--from", "prodigy", "-o", tmp_path / "gold.jsonl")
    assert result.exit_code == 2
    assert result.stderr == f"glane: error: {records}:1: 'meta' is missing or no object\n"
    assert run("import", records, "--from", "prodigy", "-o", tmp_path / "gold.csv").exit_code == 2


def test_a_missing_package_is_named(records, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("export", records, "--to", "parquet", "-o", tmp_path / "a.parquet")
    assert result.exit_code == 2
    assert 'pip install "glane[parquet]"' in result.stderr


def test_starts_light():
    code = (
        "import sys; import glane.cli.export, glane.cli.import_\n"
        "assert not {'spacy', 'pydantic', 'numpy', 'pyarrow'} & set(sys.modules)\n"
        "from glane.write.formats import FORMATS; import glane.read.annotations\n"
        "assert not {'spacy', 'numpy', 'pyarrow'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_format_has_its_option():
    from glane.cli.export import Target
    from glane.cli.import_ import Origin
    from glane.read.annotations import ANNOTATION_FORMATS
    from glane.write.formats import FORMATS

    assert [one.value for one in Target] == list(FORMATS)
    assert tuple(one.value for one in Origin) == ANNOTATION_FORMATS
