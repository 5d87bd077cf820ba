"""Write docs/cli.md, the reference of the command, from what each `--help` says.

Usage: python scripts/cli_reference.py
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from glane.cli import app

TARGET = Path(__file__).parents[1] / "docs" / "cli.md"
WIDTH = 100
HEAD = """# The command

Made by `scripts/cli_reference.py` from `--help`; a test holds it. Do not edit.
"""
ASK_ALL = """
import json, sys
from typer.testing import CliRunner
from glane.cli import app
ask = CliRunner().invoke
print(json.dumps([ask(app, [*command, "--help"], prog_name="glane").output for command in json.loads(sys.argv[1])]))
"""


def make_reference() -> str:
    """Return the reference as Markdown, a section for each command."""
    names = [command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands]
    commands: list[tuple[str, ...]] = [(), *((name,) for name in sorted(names))]
    for group in app.registered_groups:
        inner = group.typer_instance
        if inner is None:
            continue
        name = str(inner.info.name)
        inside = [c.name or getattr(c.callback, "__name__", "") for c in inner.registered_commands]
        commands += [(name,), *((name, command) for command in sorted(inside))]
    return HEAD + "".join(map(_section, commands, _helps_of(commands)))


def _section(command: tuple[str, ...], shown: str) -> str:
    lines = [line.rstrip() for line in shown.splitlines()]
    body = "\n".join(lines).strip("\n")
    return f"\n## {' '.join(('glane', *command))}\n\n```text\n{body}\n```\n"


def _helps_of(commands: list[tuple[str, ...]]) -> list[str]:
    # An environment of its own: colours and width of the terminal at hand are no part of the reference. The package is
    # found where we found it.
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "COLUMNS": str(WIDTH),
        "TERM": "dumb",
        "PYTHONIOENCODING": "utf-8",
    }
    arguments = [sys.executable, "-c", ASK_ALL, json.dumps(commands)]
    result = subprocess.run(arguments, capture_output=True, check=True, env=environment)  # noqa: S603
    found: list[str] = json.loads(result.stdout)
    return found


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(make_reference(), encoding="utf-8")
