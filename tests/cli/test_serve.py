from __future__ import annotations

import importlib.util
import socket

import pytest
from typer.testing import CliRunner

from glane.cli import app


def serve(*arguments: object):
    return CliRunner().invoke(app, ["serve", *map(str, arguments)])


def test_a_missing_extra_is_named(monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "uvicorn" else find(name))
    result = serve()
    assert result.exit_code == 2
    assert result.stderr == "glane: error: glane serve needs uvicorn: pip install 'glane[serve]'\n"


def test_a_port_that_is_taken_is_told():
    pytest.importorskip("fastapi", reason="needs the serve extra")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = serve("--port", port)
    assert result.exit_code == 1
    assert result.stderr == f"glane: error: cannot listen at 127.0.0.1, port {port}: Address already in use\n"


def test_a_host_that_does_not_exist_is_told():
    pytest.importorskip("fastapi", reason="needs the serve extra")
    result = serve("--host", "256.0.0.1")
    assert result.exit_code == 1
    assert result.stderr.startswith("glane: error: cannot listen at 256.0.0.1, port 8000: ")


def test_a_broken_rule_file_is_told(tmp_path):
    pytest.importorskip("fastapi", reason="needs the serve extra")
    (tmp_path / "nonsense.tsv").write_text("x\n")
    result = serve("--rules", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"glane: error: {tmp_path}/nonsense.tsv")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--jobs", "0"],
        ["--port", "65536"],
        ["--timeout", "0"],
        ["--timeout", "inf"],
        ["--timeout", "nan"],
        ["--max-size", "0"],
        ["--rules", "none"],
    ],
)
def test_wrong_usage_is_told(arguments):
    assert serve(*arguments).exit_code == 2
