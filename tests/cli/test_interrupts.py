"""Commands that write, ended in the middle of it: `test_extract.py` has those of ``glane extract``."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

import fake_pipeline
import sample
from glane.cli import app
from helpers import invoke

CODE = """
import os, sys, time
import fake_pipeline

def sleep(descriptor):
    sys.stderr.write("asleep\\n")
    sys.stderr.flush()
    time.sleep(60)

os.fsync = sleep
fake_pipeline.hear_signals()
from glane.cli import main
main()
"""
"""The command, which sleeps where it has written an output that has not its name yet."""


@pytest.fixture
def arguments(tmp_path):
    """The arguments of each command, but for its output."""
    given = tmp_path / "given"
    documents, tasks = given / "documents", given / "tasks.jsonl"
    sample.write_documents(documents, sample.TEXTS)
    records = sample.write_records(given / "records.jsonl", sample.records())
    done = invoke(app, "export", records, "--to", "doccano", "--documents", documents, "-o", tasks)
    assert done.exit_code == 0, done.stderr
    return {
        "report": ["report", records],
        "export": ["export", records, "--to", "csv"],
        "import": ["import", tasks, "--from", "doccano"],
    }


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("command", ["report", "export", "import"])
def test_an_interrupt_leaves_nothing_half_written(arguments, tmp_path, command, number):
    out = tmp_path / "out.jsonl"
    out.write_text("before")
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, *map(str, arguments[command]), "-o", str(out)],
        env=fake_pipeline.environment(),
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"asleep\n"
        assert len(list(tmp_path.iterdir())) == 3
        process.send_signal(number)
        _, stderr = process.communicate(timeout=30)
    assert (process.returncode, stderr) == (128 + number, b"glane: interrupted\n")
    assert sorted(tmp_path.iterdir()) == [tmp_path / "given", out]
    assert out.read_text() == "before"
