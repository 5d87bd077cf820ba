"""Standard streams that are full, closed, or in an encoding that lacks characters."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest
import typer

from evaluate.making import gold_line, record, write_lines
from glane.cli import console, printing
from glane_records.schema import schema_text

GIVEN = {"evaluate": 2, "report": 1}
"""How many of the files of ``scored`` each command takes."""
TEXT = "L’OTAN et le Mali – un non‑lieu, œuvre du cœur."


def glane(*arguments: object, redirect: str = "", encoding: str = "utf-8", stdin: bytes = b""):
    """Run the command in a process of its own, its streams redirected by a shell."""
    command = ["sh", "-c", f'exec "$@" {redirect}', "sh", sys.executable, "-m", "glane.cli", *map(str, arguments)]
    return subprocess.run(
        command, input=stdin, capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding}, timeout=120
    )


@pytest.fixture(scope="module")
def scored(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scored")
    predicted = write_lines(folder / "predicted.jsonl", [record("organisation", 2, "L’non‑lieu", "a")])
    return [predicted, write_lines(folder / "gold.jsonl", [gold_line("organisation", 2, "L’non‑lieu", "x", "a")])]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["schema"],
        ["evaluate"],
        ["evaluate", "--json"],
        ["rules", "check"],
        ["rules", "check", "--json"],
        ["rules", "list"],
        ["report", "-o", "-"],
    ],
    ids=" ".join,
)
def test_a_full_standard_output_is_told_in_one_line(arguments, scored):
    result = glane(*arguments, *(scored[: GIVEN.get(arguments[0], 0)]), redirect="> /dev/full")
    assert result.returncode == 1
    told = [line for line in result.stderr.decode().splitlines() if "error" in line]
    assert told == ["glane: error: standard output: cannot be written: No space left on device"]
    assert b"Traceback" not in result.stderr


def test_a_full_standard_output_is_told_by_what_extracts():
    result = glane("rules", "try", "Le Mali", redirect="> /dev/full")
    assert (result.returncode, result.stderr) == (
        1,
        b"glane: error: standard output: cannot be written: No space left on device\n",
    )


def test_streams_that_are_closed(tmp_path):
    assert glane("schema", redirect=">&-").stderr == (
        b"glane: error: standard output: cannot be written: Bad file descriptor\n"
    )
    read = glane("extract", "-", redirect="<&-")
    assert read.returncode == 1
    assert read.stderr.startswith(b"glane: error: -: cannot be read: Bad file descriptor\n")
    tried = glane("rules", "try", "-", redirect="<&-")
    assert (tried.returncode, tried.stderr) == (1, b"glane: error: -: cannot be read: Bad file descriptor\n")
    (tmp_path / "a.txt").write_text("Le Mali")
    out = tmp_path / "out.jsonl"
    assert glane("extract", tmp_path, "-o", out, redirect=">&- 2>&- <&-").returncode == 0
    assert out.read_text().count("\n") == 2


def test_an_encoding_that_lacks_characters(scored):
    tried = glane("rules", "try", TEXT, encoding="latin-1")
    assert tried.returncode == 0
    assert (
        r"L\u2019[OTAN organisation] et le [Mali country] \u2013 un non\u2011lieu, \u0153uvre"
        in tried.stdout.decode("latin-1")
    )
    errors = glane("evaluate", *scored, "--errors", encoding="cp1252")
    assert errors.returncode == 0
    assert r"L’non\u2011lieu" in errors.stdout.decode("cp1252")


def test_json_is_utf_8_whatever_the_terminal_has(scored):
    assert glane("schema", encoding="latin-1").stdout.decode("utf-8") == schema_text()
    tried = glane("rules", "try", "--json", TEXT, encoding="latin-1")
    assert json.loads(tried.stdout.decode("utf-8"))["text"] == TEXT


def test_standard_input_is_read_as_extract_reads_it():
    tried = glane("rules", "try", "-", stdin="Le Mali dormait là-bas, très épuisé".encode("cp1252"))
    assert tried.stdout.decode().startswith("Le [Mali country] dormait là-bas, très épuisé\n")
    assert glane("rules", "try", "-", stdin=b"%PDF-1.7").returncode == 1


def test_a_reader_that_goes_away_where_the_system_has_no_signal_for_it(monkeypatch):
    def closed(*_arguments: object, **_options: object) -> None:
        raise BrokenPipeError

    monkeypatch.delattr(signal, "SIGPIPE")
    monkeypatch.setattr(typer, "echo", closed)
    monkeypatch.setattr(console, "abandon_stdout", lambda: None)
    with pytest.raises(typer.Exit) as caught:
        printing.write_text("x")
    assert caught.value.exit_code == 141
