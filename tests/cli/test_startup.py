"""What a user waits for before anything is done: kept short by what is not imported (`bench/startup.py` has the times)."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from glane.cli import app
from glane_records.schema import schema_text

HEAVY = ("spacy", "thinc", "numpy", "dateparser")


def imported_by(statement: str) -> set[str]:
    code = f"{statement}; import sys; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import glane.cli", (*HEAVY, "pydantic")),
        ("from glane.cli import app; app(['extract', '--help'], standalone_mode=False)", HEAVY),
        ("import glane_records", (*HEAVY, "glane")),
        ("import glane.read, glane.write, glane.run", HEAVY),
    ],
)
def test_imports_stay_light(statement, heavy):
    assert not imported_by(statement).intersection(heavy)


def test_version():
    from importlib.metadata import version

    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"glane {version('glane')}\n")


def test_no_command_shows_help():
    result = CliRunner().invoke(app, [])
    assert "extract" in result.output
    assert "Traceback" not in result.output


def test_schema_is_printed():
    result = CliRunner().invoke(app, ["schema"])
    assert (result.exit_code, result.stdout) == (0, schema_text())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["export", __file__, "--to", "xml", "-o", "-"], "Invalid value for '--to': 'xml' is not one of 'parquet',"),
        (["evaluate", __file__, __file__, "--by", "foo"], "Invalid value for '--by': 'foo' is not one of 'document',"),
        (["evaluate", __file__, __file__, "--samples", "x"], "Invalid value for '--samples': must be a valid integer"),
        (["serve", "--port", "99999"], "Invalid value for '--port': must be at most 65535"),
        (["rules", "try", "x", "--date", "2024-13-01"], "Invalid value for '--date': '2024-13-01' is no date: month"),
    ],
)
def test_a_value_that_is_none_is_told_in_plain_words(arguments, message):
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "200"})
    assert result.exit_code == 2
    assert message in result.stderr
