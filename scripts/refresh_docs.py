"""Make anew all that the documentation shows of the program: references, sample, examples, scores.

Usage: python scripts/refresh_docs.py
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import cli_reference
import readme_scores
import records_reference
import tables_reference
from readme_blocks import ROOT, fill, one_model, run_page
from typer.testing import CliRunner

from glane.cli import app

PAGES = (ROOT / "README.md", ROOT / "models" / "glane_fr" / "README.md")
"""The pages whose examples are run."""
SAMPLE = Path("output/sample/azerbaidjan.records.jsonl")
SAMPLE_ARGUMENTS = ("extract", "corpus/documents/otan/azerbaidjan.txt", "--quiet", "-o")
"""What `make sample` runs, in the root of the repository."""


def make_sample(target: Path) -> None:
    """Write the records of the source text."""
    with contextlib.chdir(ROOT), one_model():
        result = CliRunner().invoke(app, [*SAMPLE_ARGUMENTS, str(target)], catch_exceptions=False)
    if result.exit_code:
        raise RuntimeError(result.output)


def main() -> None:
    """Refresh everything, and say which files have changed."""
    for script in (cli_reference, records_reference):
        _write(script.TARGET, script.make_reference())
    target = ROOT / SAMPLE
    target.parent.mkdir(parents=True, exist_ok=True)
    before = target.read_bytes() if target.exists() else b""
    make_sample(target)
    if target.read_bytes() != before:
        _say(target)
    tables = tables_reference.README
    _write(tables, fill(tables.read_text(encoding="utf-8"), "tables", tables_reference.make_reference()))
    readme = readme_scores.README
    _write(readme, fill(readme.read_text(encoding="utf-8"), "scores", readme_scores.make_table()))
    for path in PAGES:
        page = run_page(path.read_text(encoding="utf-8"))
        _write(path, page.text)
        if page.skipped:
            sys.stdout.write(f"{path.name}: examples left as they were: no {', '.join(sorted(page.skipped))}\n")


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        _say(path)


def _say(path: Path) -> None:
    sys.stdout.write(f"refreshed {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
