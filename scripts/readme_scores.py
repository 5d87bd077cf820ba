"""Make the table of scores in README.md from `glane evaluate --json` on corpus/.

Usage: python scripts/readme_scores.py
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from readme_blocks import ROOT, fill, one_model
from typer.testing import CliRunner

from glane.cli import app

README = ROOT / "README.md"
GOLD = ROOT / "corpus" / "gold"
SOURCE = "source text"
NONE = "–"


def make_table() -> str:
    """Extract corpus/documents, score each part of the corpus, and return the table as Markdown."""
    with tempfile.TemporaryDirectory() as name, one_model():
        folder = Path(name)
        records = folder / "records.jsonl"
        _glane("extract", ROOT / "corpus" / "documents", "-o", records, "--quiet")
        scores: dict[str, dict[str, Any]] = {}
        for part, lines in _gold_by_part().items():
            gold = folder / f"{part}.gold.jsonl"
            gold.write_text("".join(lines), encoding="utf-8")
            scores[part] = json.loads(_glane("evaluate", records, gold, "--json"))
    return _render(scores)


def _gold_by_part() -> dict[str, list[str]]:
    """Lines of gold by the part of the corpus they belong to: the source text first, then as in SPLIT.tsv."""
    rows = [line.split("\t") for line in (GOLD / "SPLIT.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    part_of = {row[0]: row[1] for row in rows}
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(GOLD.glob("*.gold.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
            found[part_of.get(json.loads(line)["document"], SOURCE)].append(line)
    return {part: found[part] for part in sorted(found, key=lambda part: (part != SOURCE, part))}


def _render(scores: dict[str, dict[str, Any]]) -> str:
    parts = scores.values()
    head = ["", *(f"{part} ({_count(found['documents'])})" for part, found in scores.items())]
    kinds = next(iter(parts))["kinds"]
    rows = [
        head,
        ["---"] * len(head),
        *([kind, *(_cell(found["kinds"][kind]) for found in parts)] for kind in kinds),
        ["**overall**", *(_cell(found["overall"]) for found in parts)],
        ["95 % interval of strict F1", *(_interval(found["overall"]) for found in parts)],
        ["gold mentions", *(str(found["overall"]["gold"]) for found in parts)],
    ]
    return "\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows) + "\n"


def _count(documents: int) -> str:
    return f"{documents} text{'' if documents == 1 else 's'}"


def _cell(score: dict[str, Any]) -> str:
    values = (score["strict"]["f1"], score["relaxed"]["f1"], score["value"]["accuracy"])
    return " / ".join(NONE if value is None else f"{value:.2f}" for value in values)


def _interval(score: dict[str, Any]) -> str:
    interval = score["strict"]["interval"]
    return NONE if interval is None else "{:.2f}–{:.2f}".format(*interval)


def _glane(*arguments: str | Path) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    if result.exit_code:
        raise RuntimeError(result.output)
    return result.stdout


if __name__ == "__main__":
    README.write_text(fill(README.read_text(encoding="utf-8"), "scores", make_table()), encoding="utf-8")
