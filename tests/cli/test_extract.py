from __future__ import annotations

import gzip
import json
import os
import pty
import signal
import subprocess
import time
from pathlib import Path

import pytest

import fake_pipeline
from glane.cli import app
from glane.rules.errors import RuleError
from glane_records import KINDS
from helpers import invoke

pytestmark = pytest.mark.usefixtures("fake")


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("Le Niger en 2014", encoding="utf-8")
    (folder / "b.txt").write_text("Le Niger", encoding="utf-8")
    return folder


def glane(*arguments: object, stdin: bytes | None = None):
    return invoke(app, "extract", *arguments, stdin=stdin)


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_records_go_to_stdout_and_the_rest_to_stderr(corpus):
    result = glane(corpus)
    assert result.exit_code == 0
    assert [(r["kind"], r.get("document", r["id"])) for r in lines(result.stdout)] == [
        ("document", "a"),
        ("country", "a"),
        ("date", "a"),
        ("document", "b"),
        ("country", "b"),
    ]
    assert result.stderr.startswith("glane: 2 documents, 3 mentions (date 1, country 2), 0.")


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_two_runs_give_the_same_bytes(corpus, tmp_path, name):
    one, two = tmp_path / f"1{name}", tmp_path / f"2{name}"
    assert [glane(corpus, "-o", path).exit_code for path in (one, two)] == [0, 0]
    assert one.read_bytes() == two.read_bytes()
    text = gzip.decompress(one.read_bytes()) if name.endswith(".gz") else one.read_bytes()
    assert text == glane(corpus).stdout_bytes


def test_a_file_and_standard_input_give_the_same_mentions(tmp_path):
    data = "\ufeffLe Niger\r\nen 2014\r".encode()
    path = tmp_path / "stdin.txt"
    path.write_bytes(data)
    from_file, from_stdin = glane(path).stdout_bytes, glane("-", stdin=data).stdout_bytes
    assert from_file.splitlines()[1:] == from_stdin.splitlines()[1:]
    first, second = json.loads(from_file.splitlines()[0]), json.loads(from_stdin.splitlines()[0])
    assert {**first, "source": "-"} == second


def test_offsets_count_behind_a_byte_order_mark(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffEn mars,\r\nle Niger".encode())
    with path.open(encoding="utf-8-sig", newline="") as stream:  # as docs/formats.md says
        text = stream.read()
    found = lines(glane(path, "--keep-text", tmp_path / "kept").stdout)[1:]
    assert [text[one["start"] : one["end"]] for one in found] == ["Niger"]
    assert (tmp_path / "kept" / "a.txt").read_bytes().decode() == text


def test_failures_are_listed_and_the_rest_is_done(corpus, tmp_path):
    (corpus / "c.txt").write_text("BOOM")
    (corpus / "d.txt").write_bytes(b"\0" * 99)
    out = tmp_path / "out.jsonl"
    result = glane(corpus, tmp_path / "missing", "-o", out)
    assert result.exit_code == 1
    assert [r["id"] for r in lines(out.read_text()) if r["kind"] == "document"] == ["a", "b"]
    listed = tmp_path / "out.jsonl.errors.jsonl"
    assert lines(listed.read_text()) == [
        {
            "document": "c",
            "source": str(corpus / "c.txt"),
            "error": "extraction",
            "message": "RuntimeError: two lines",
        },
        {
            "document": "d",
            "source": str(corpus / "d.txt"),
            "error": "binary",
            "message": "is binary data, or UTF-16 without a byte order mark",
        },
        {
            "document": "missing",
            "source": str(tmp_path / "missing"),
            "error": "not-found",
            "message": "No such file or directory",
        },
    ]
    assert f"glane: error: {corpus}/c.txt: RuntimeError: two lines\n" in result.stderr
    assert "2 documents, 3 mentions (date 1, country 2), 3 failures, " in result.stderr
    assert "Traceback" not in result.stderr

    assert glane(corpus / "a.txt", "-o", out).exit_code == 0
    assert not listed.exists()


def test_failures_of_standard_output_go_to_stderr(corpus):
    (corpus / "c.txt").write_text("BOOM")
    result = glane(corpus, "--debug")
    assert result.exit_code == 1
    assert len(lines(result.stdout)) == 5
    assert f"error: {corpus}/c.txt: RuntimeError: two lines" in result.stderr
    assert "Traceback" in result.stderr


@pytest.mark.parametrize(
    ("data", "warning"),
    [
        (b"", "is empty: no mentions"),
        (b" \r\n", "is only white space: no mentions"),
        ("Le Niger, été".encode("cp1252"), "is not UTF-8: decoded as Windows-1252"),
        ("Le Niger, été".encode("utf-16"), "decoded as UTF-16-LE"),
        (b"Le Niger\0.", "holds 1 NUL character(s), kept as they are"),
        (b"In the Niger", "its language seems to be 'en': glane reads French"),
    ],
)
def test_doubtful_inputs_are_done_with_a_warning(tmp_path, data, warning):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    result = glane(path)
    assert result.exit_code == 0
    assert f"glane: warning: {path}: {warning}\n" in result.stderr
    assert lines(result.stdout)[0]["id"] == "a"
    quiet = glane(path, "--quiet")
    assert (quiet.stdout, quiet.stderr) == (result.stdout, "")


def test_options_reach_the_pipeline(tmp_path):
    result = glane("-", "--rules", tmp_path, "--no-ner", "--date", "2023-05-06", stdin="Niger, l’an dernier".encode())
    assert fake_pipeline.calls == [{"rules": [tmp_path], "ner": False}]
    document, _, date = lines(result.stdout)
    assert (document["date"], date["edtf"]) == ("2023-05-06", "2022")


def test_kinds_are_chosen(corpus):
    result = glane(corpus / "a.txt", "--kinds", "date,figure")
    document, date = lines(result.stdout)
    assert (document["mentions"]["country"], date["kind"]) == (0, "date")


def test_kinds_named_one_by_one_are_joined(corpus):
    one_by_one = glane(corpus / "a.txt", "--kinds", "date", "--kinds", "figure")
    assert one_by_one.stdout == glane(corpus / "a.txt", "--kinds", "date,figure").stdout
    assert one_by_one.stdout != glane(corpus / "a.txt", "--kinds", "figure").stdout


def test_help_names_all_kinds():
    assert ", ".join(KINDS) in " ".join(glane("--help").stdout.split())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument"),
        (["a.txt", "-o", "out.csv"], "ends neither in .jsonl nor in .jsonl.gz"),
        (["a.jsonl", "-o", "./a.jsonl"], "is an input too"),
        (["a.txt", "--kinds", "dates"], "unknown kind 'dates'"),
        (["a.txt", "--kinds", ""], "names no kind"),
        (["a.txt", "--date", "18 mars"], "Invalid value for '--date': '18 mars' is not written YYYY-MM-DD"),
        (["a.txt", "--date", "2024-02-30"], "Invalid value for '--date': '2024-02-30' is no date: day"),
        (["a.txt", "--rules", "no-such-folder"], "does not exist"),
        (["a.txt", "--nonsense"], "No such option"),
        (["a.txt", "--resume"], "goes on with a file"),
        (["a.txt", "--resume", "-o", "/dev/null"], "goes on with a file"),
        (["a.txt", "-j", "0"], "Invalid value for '--jobs' / '-j': must be at least 1"),
        (["a.txt", "--timeout", "0"], "Invalid value for '--timeout': must be at least 0.001"),
        (["a.txt", "--timeout", "inf"], "Invalid value for '--timeout': inf is no number of seconds"),
        (["a.txt", "--timeout", "nan"], "Invalid value for '--timeout'"),
    ],
)
def test_wrong_usage_is_told(arguments, message):
    result = glane(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_a_broken_rule_file_is_told_in_one_line(corpus, tmp_path, monkeypatch):
    import glane as package

    def broken(rules, ner):
        raise RuleError(Path("mine/names.tsv"), 3, "unknown column 'nmae'")

    monkeypatch.setitem(vars(package), "load", broken)
    result = glane(corpus, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert result.stderr == "glane: error: mine/names.tsv:3: unknown column 'nmae'\n"
    assert list(tmp_path.iterdir()) == [corpus]


def test_rules_are_checked_when_they_are_loaded(corpus, tmp_path, monkeypatch):
    import glane as package
    from glane.rules.load import load_rules

    monkeypatch.setitem(vars(package), "load", lambda rules, ner: load_rules(rules))
    table = tmp_path / "mine" / "names" / "heads.tsv"
    table.parent.mkdir(parents=True)
    table.write_text("# mine\nid\tnonsense\n")
    result = glane(corpus, "--rules", tmp_path / "mine")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"glane: error: {table}:2: unknown column 'nonsense'")


def test_an_output_in_the_folder_that_is_read_is_no_input(corpus):
    out = corpus / "out.jsonl"
    (corpus / "c.txt").write_text("BOOM")
    first = glane(corpus, "-o", out)
    before = out.read_bytes()
    second = glane(corpus, "-o", out)
    assert (first.exit_code, second.exit_code) == (1, 1)
    assert out.read_bytes() == before


def test_what_an_earlier_run_wrote_is_one_failure_a_file(corpus):
    (corpus / "c.txt").write_text("BOOM")
    glane(corpus, "-o", corpus / "old.jsonl")
    (corpus / "c.txt").unlink()
    result = glane(corpus, "-o", corpus / "new.jsonl")
    assert result.exit_code == 1
    assert [line for line in result.stderr.splitlines() if "error" in line] == [
        f"glane: error: {corpus}/old.jsonl: holds records that glane wrote, not documents",
        f"glane: error: {corpus}/old.jsonl.errors.jsonl: holds failures that glane listed, not documents",
    ]
    assert "2 documents, 3 mentions (date 1, country 2), 2 failures, " in result.stderr


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
@pytest.mark.parametrize("given", ["nope.txt", "empty"])
def test_an_output_is_not_replaced_by_nothing(corpus, tmp_path, name, given):
    out = tmp_path / name
    (tmp_path / "empty").mkdir()
    glane(corpus, tmp_path / "missing", "-o", out)
    before = {path: path.read_bytes() for path in tmp_path.glob("out*")}
    for options in ([], ["--resume"]):
        result = glane(tmp_path / given, "-o", out, *options)
        assert result.exit_code == 1
        assert result.stderr.endswith(f"glane: error: there is no document to write: {out} is left as it was\n")
        assert {path: path.read_bytes() for path in tmp_path.glob("out*")} == before


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_no_document_to_write_is_an_error(tmp_path, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "none.jsonl").touch()
    for given in ("empty", "none.jsonl"):
        for options in ([], ["--resume"]):
            result = glane(tmp_path / given, "-o", tmp_path / name, *options)
            assert result.exit_code == 1
            said = f"glane: error: there is no document to write: {tmp_path / name} is not written\n"
            assert result.stderr.endswith(said)
            assert not list(tmp_path.glob(f"{name}*"))
    result = glane(tmp_path / "empty", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "glane: error: there is no document to write\n"


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_failures_alone_are_listed(tmp_path, name):
    assert glane(tmp_path / "nope.txt", "-o", tmp_path / name).exit_code == 1
    assert (tmp_path / name).exists()
    assert (tmp_path / f"{name}.errors.jsonl").exists()


def test_empty_standard_input_is_a_document():
    result = glane("-", stdin=b"")
    assert (result.exit_code, [one["id"] for one in lines(result.stdout)]) == (0, ["stdin"])


def test_an_output_that_cannot_be_written_is_told(corpus, tmp_path):
    out = tmp_path / "no" / "out.jsonl"
    result = glane(corpus, "-o", out)
    assert result.exit_code == 1
    assert result.stderr == f"glane: error: {out}: cannot be written: No such file or directory\n"
    assert fake_pipeline.calls == []  # told before the pipeline is loaded


@pytest.mark.parametrize("options", [[], ["--resume"]])
def test_an_output_that_cannot_be_looked_at_is_told(corpus, tmp_path, options):
    out = tmp_path / f"{'x' * 300}.jsonl"
    result = glane(corpus, "-o", out, *options)
    assert (result.exit_code, result.stderr) == (1, f"glane: error: {out}: cannot be written: File name too long\n")


def test_a_full_disk_is_told(corpus, tmp_path):
    out = tmp_path / "out.jsonl"
    out.symlink_to("/dev/full")
    result = glane(corpus, "-o", out)
    assert result.exit_code == 1
    assert result.stderr == f"glane: error: {out}: cannot be written: No space left on device\n"
    assert sorted(tmp_path.iterdir()) == [corpus, out]


def test_a_file_that_may_grow_no_more_leaves_nothing(corpus, tmp_path, start):
    (corpus / "long.txt").write_text("Niger " * 500)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000));"
    process = start(corpus, "-o", tmp_path / "out.jsonl", code=limit + fake_pipeline.GLANE)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == 1
    assert stderr.decode() == f"glane: error: {tmp_path}/out.jsonl: cannot be written: File too large\n"
    assert list(tmp_path.iterdir()) == [corpus]


def test_a_full_standard_output_is_told(corpus, start):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        process = start(corpus, stdout=full)
        _, stderr = process.communicate(timeout=30)
    assert process.returncode == 1
    assert stderr == b"glane: error: standard output: cannot be written: No space left on device\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_goes_away_is_no_error(corpus, start, jobs):
    (corpus / "long.txt").write_text("Niger " * 500)
    process = start(corpus, "-j", jobs)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(timeout=30) == 141


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupt_leaves_nothing_half_written(corpus, tmp_path, number, start):
    (corpus / "c.txt").write_text("SLEEP")
    out = tmp_path / "out.jsonl"
    out.write_text("before")
    process = start(corpus, "-o", out)
    assert process.stderr is not None
    assert process.stderr.readline() == b"asleep\n"
    assert len(list(tmp_path.iterdir())) == 4  # the part and its journal are there
    process.send_signal(number)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == 128 + number
    assert stderr == b"glane: interrupted: nothing was written\n"
    assert sorted(tmp_path.iterdir()) == [corpus, out]
    assert out.read_text() == "before"


def test_standard_output_streams(corpus, start):
    (corpus / "c.txt").write_text("SLEEP")
    process = start(corpus)
    assert process.stdout is not None
    seen = [json.loads(process.stdout.readline())["id"] for _ in range(5)]
    assert seen[0] == "a"
    assert seen[3] == "b"
    assert process.stderr is not None
    assert process.stderr.readline() == b"asleep\n"
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=30)
    assert (process.returncode, stderr) == (130, b"glane: interrupted\n")


def read_terminal(start, *arguments: object) -> str:
    ours, theirs = pty.openpty()
    process = start(*arguments, stderr=theirs, stdout=subprocess.DEVNULL)
    os.close(theirs)
    shown = b""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux: the other side is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait(timeout=30) == 0
    return shown.decode()


def test_a_terminal_shows_progress_over_several_documents(corpus, start):
    shown = read_terminal(start, corpus)
    assert "2/2" in shown
    assert "2 documents, 3 mentions" in shown
    assert "1/1" not in read_terminal(start, corpus / "a.txt")
    assert "2/2" not in read_terminal(start, corpus, "--quiet")
