"""What is skipped fails where it is said to be there: see `skips.py`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TESTS = """
import pytest

def test_package():
    pytest.importorskip("no_such_package")

def test_extra():
    pytest.importorskip("no_such_package", reason="needs it (the dev extra)")

@pytest.fixture
def browser():
    pytest.skip("needs Chromium and its driver (Debian: chromium, chromium-driver)")

def test_page(browser):
    pass

@pytest.mark.skipif(True, reason="no shared data")
def test_shared():
    pass

@pytest.mark.xfail
def test_wrong():
    assert False
"""
MODULE = """
import pytest
pytest.importorskip("no_such_package")
"""


@pytest.mark.parametrize(
    ("required", "processes", "expected"),
    [
        ("", 0, {"skipped": 5}),
        ("packages", 0, {"failed": 2, "error": 1, "skipped": 2}),
        ("packages browser", 1, {"failed": 2, "error": 2, "skipped": 1}),
    ],
)
def test_what_is_required_is_not_skipped(tmp_path, required, processes, expected):
    (tmp_path / "test_a.py").write_text(TESTS)
    (tmp_path / "test_b.py").write_text(MODULE)
    environment = {**os.environ, "PYTHONPATH": str(HERE), "GLANE_REQUIRE": required}
    command = [sys.executable, "-m", "pytest", "-p", "skips", "--continue-on-collection-errors", "-n", str(processes)]
    done = subprocess.run(
        [*command, "--rootdir", tmp_path, tmp_path], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    told = {
        name.removesuffix("s"): int(number) for number, name in re.findall(r"(\d+) (\w+)", done.stdout.splitlines()[-1])
    }
    assert {name: told.get(name, 0) for name in ("failed", "error", "skipped")} == {"failed": 0, "error": 0, **expected}
    assert done.returncode == (0 if not required else 1), done.stdout
