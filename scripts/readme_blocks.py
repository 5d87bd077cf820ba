"""Run the examples of a Markdown page, and put what they say in the place of what the page says.

Two kinds of fenced blocks are examples:

- ``console``: a line that begins with ``$`` is a command, the lines below it are its output, standard error
  included. Pipes, ``> file`` and ``$?`` work. ``glane`` runs in this process, so that the model is loaded once.
- ``python``: a program; a ``text`` block right below it is what it prints.

They run in the order of the page, in one temporary folder, which has the repository's ``corpus``. Between
``<!-- records -->`` and ``<!-- /records -->`` stands the first record of each kind of ``records.jsonl``.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer.testing import CliRunner

import glane
from glane.cli import app

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
WIDTH = 100
RECORD_WIDTH = 118
OPTIONAL = frozenset({"duckdb"})
"""Libraries that examples use and glane does not need: where one is missing, its example stays as it is."""

_BLOCK = re.compile(
    r"^```(?P<language>console|python)\n(?P<body>.*?)^```\n(?:\n?```text\n(?P<output>.*?)^```\n)?",
    re.DOTALL | re.MULTILINE,
)
_DURATION = re.compile(r"\b\d+\.\d s\b")


@dataclass(slots=True)
class Page:
    """A page whose examples were run.

    Attributes:
        text: the page with their real output.
        skipped: libraries that were missing.
    """

    text: str
    skipped: set[str] = field(default_factory=set)


def run_page(text: str) -> Page:
    """Run the examples of a page."""
    page = Page("")
    with tempfile.TemporaryDirectory() as name, one_model(), contextlib.chdir(name):
        Path("corpus").symlink_to(ROOT / "corpus")
        shell = Shell()
        position = 0
        parts = []
        for match in _BLOCK.finditer(text):
            parts.append(text[position : match.start()])
            parts.append(_run_console(match, shell) if match["language"] == "console" else _run_python(match, page))
            position = match.end()
        page.text = "".join(parts) + text[position:]
        if "<!-- records -->" in text:
            page.text = fill(page.text, "records", _show_records(Path("records.jsonl")))
    return page


def fill(text: str, marker: str, content: str) -> str:
    """Put content between ``<!-- marker -->`` and ``<!-- /marker -->``."""
    before, opening, rest = text.partition(f"<!-- {marker} -->\n")
    _, closing, after = rest.partition(f"<!-- /{marker} -->")
    if not opening or not closing:
        msg = f"the page has no <!-- {marker} --> … <!-- /{marker} -->"
        raise ValueError(msg)
    return f"{before}{opening}{content}{closing}{after}"


@contextlib.contextmanager
def one_model() -> Iterator[None]:
    """Let every command and program use one pipeline, where it asks for the usual one."""
    usual = glane._default()
    load = glane.load

    def load_once(rules: Any = (), *, ner: bool | None = None, **overrides: Any) -> Any:
        return load(rules, ner=ner, **overrides) if rules or ner is not None or overrides else usual

    glane.load = load_once
    try:
        yield
    finally:
        glane.load = load


class Shell:
    """As much of a shell as the examples need.

    A process keeps the rules that it has read from a folder: give folders of rules names of their own.

    Attributes:
        code: exit code of the last command.
    """

    def __init__(self) -> None:
        """Begin without a command."""
        self.code = 0

    def run(self, command: str) -> str:
        """Run a line in the current folder; return what a terminal shows."""
        words = shlex.shlex(command.replace("$?", str(self.code)), posix=True, punctuation_chars="|>")
        words.whitespace_split = True
        stages: list[list[str]] = [[]]
        for word in words:
            if word == "|":
                stages.append([])
            else:
                stages[-1].append(word)
        target = None
        if ">" in stages[-1]:
            *stages[-1], _, target = stages[-1]
        data, shown = b"", ""
        for stage in stages:
            data, errors = self._run_stage(stage, data)
            shown += errors
        if target is None:
            return shown + data.decode("utf-8")
        Path(target).write_bytes(data)
        return shown

    def _run_stage(self, words: list[str], data: bytes) -> tuple[bytes, str]:
        if words[0] == "glane":
            result = CliRunner().invoke(app, words[1:], input=data, env={"COLUMNS": str(WIDTH)}, catch_exceptions=False)
            self.code = result.exit_code
            return result.stdout_bytes, result.stderr
        done = subprocess.run(words, input=data, capture_output=True, check=False)  # noqa: S603 (our own pages)
        self.code = done.returncode
        return done.stdout, done.stderr.decode("utf-8")


def _run_console(match: re.Match[str], shell: Shell) -> str:
    # Each example is a command, maybe over several lines, and the output that the page shows.
    examples = re.findall(r"^(\$ (?:.*\\\n)*.*\n)((?:(?!\$ ).*\n)*)", match["body"], re.MULTILINE)
    body = ""
    for command, shown in examples:
        found = shell.run(command.removeprefix("$ ").replace("\\\n", " ").strip())
        if found and not found.endswith("\n"):
            found += "\n"
        body += command + (shown if _undated(found) == _undated(shown) else found)
    return f"```console\n{body}```\n"


def _run_python(match: re.Match[str], page: Page) -> str:
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(match["body"], "example", "exec"), {"__name__": "__main__"})  # noqa: S102 (our own pages)
    except ModuleNotFoundError as error:
        if error.name not in OPTIONAL:
            raise
        page.skipped.add(error.name)
        return match[0]
    if match["output"] is None:
        if printed.getvalue():
            msg = f"this example prints something, and no text block below it shows it:\n{match['body']}"
            raise ValueError(msg)
        return match[0]
    start, end = match.span("output")
    offset = match.start()
    return match[0][: start - offset] + printed.getvalue() + match[0][end - offset :]


def _undated(output: str) -> str:
    """Leave out how long something took."""
    return _DURATION.sub("N s", output)


def _show_records(path: Path) -> str:
    """Show the first record of each kind, broken between its fields."""
    first: dict[str, dict[str, Any]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        first.setdefault(record["kind"], record)
    return "\n```json\n" + "".join(map(_wrap, first.values())) + "```\n\n"


def _wrap(record: dict[str, Any]) -> str:
    lines = [""]
    for name, value in record.items():
        part = f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}, "
        if lines[-1] and len(lines[-1]) + len(part) > RECORD_WIDTH:
            lines.append("")
        lines[-1] += part
    body = "\n ".join(line.rstrip() for line in lines).removesuffix(",")
    return f"{{{body}}}\n"
