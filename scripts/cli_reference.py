"""Write docs/cli.md, the reference of the command, from what each `--help` says.

Usage: python scripts/cli_reference.py
"""

from __future__ import annotations

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


def make_reference() -> str:
    """Return the reference as Markdown, a section for each command."""
    names = [command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands]
    sections = [_section("glane"), *(_section("glane", name) for name in sorted(names))]
    for group in app.registered_groups:
        inner = group.typer_instance
        if inner is None:
            continue
        name = str(inner.info.name)
        sections.append(_section("glane", name))
        commands = [c.name or getattr(c.callback, "__name__", "") for c in inner.registered_commands]
        sections += [_section("glane", name, command) for command in sorted(commands)]
    return HEAD + "".join(sections)


def _section(*command: str) -> str:
    lines = [line.rstrip() for line in _help_of(*command[1:]).splitlines()]
    body = "\n".join(lines).strip("\n")
    return f"\n## {' '.join(command)}\n\n```text\n{body}\n```\n"


def _help_of(*command: str) -> str:
    # An environment of its own: colours and width of the terminal at hand are no part of the reference.
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "COLUMNS": str(WIDTH),
        "TERM": "dumb",
        "PYTHONIOENCODING": "utf-8",
    }
    arguments = [sys.executable, "-m", "glane.cli", *command, "--help"]
    result = subprocess.run(arguments, capture_output=True, check=True, env=environment)  # noqa: S603
    return result.stdout.decode("utf-8")


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(make_reference(), encoding="utf-8")
