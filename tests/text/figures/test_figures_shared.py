"""Scores on other projects' test suites and on a labelled corpus, which are not part of this repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import glane_fr
from glane.rules.figures import read
from glane.text.figures.find import FigureMatch, find_figures
from glane.text.shadow import make_shadow
from helpers import read_json_lines
from one_number import parse_number

SHARED = Path(__file__).parents[3] / ".." / "shared"
PEERS = SHARED / "peer-cases"
POPCORN = SHARED / "corpora" / "popcorn.jsonl"
RULES = read([Path(glane_fr.__file__).parent])
DEFINITE = ("les", "des", "ces")

pytestmark = pytest.mark.shared


def _find(text: str) -> list[FigureMatch]:
    return find_figures(make_shadow(text).text, RULES)


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


@pytest.mark.skipif(not PEERS.exists(), reason="no shared data")
def test_peer_cases(tmp_path: Path) -> None:
    cases = PEERS / "peer-figures.jsonl"
    predicted = [
        {
            "document": case["id"],
            "kind": "figure",
            "start": match.start,
            "end": match.end,
            "value": _number(match.value),
            "low": _number(match.low),
            "high": _number(match.high),
            "unit": match.unit,
        }
        for case in read_json_lines(cases)
        for match in _find(case["text"])
    ]
    predictions, scores = tmp_path / "predictions.jsonl", tmp_path / "scores.json"
    predictions.write_text("\n".join(map(json.dumps, predicted)), encoding="utf-8")
    command = [sys.executable, PEERS / "score_cases.py", cases, "--pred", predictions, "--json", scores]
    subprocess.run(command, check=True, capture_output=True)
    total = json.loads(scores.read_text(encoding="utf-8"))["figure/all"]
    assert total["fp"] == 0
    assert total["ok"] / total["n"] >= 0.95


@pytest.mark.skipif(not POPCORN.exists(), reason="no shared data")
def test_exact_quantities_of_popcorn() -> None:
    """Spans that are a number («Toutes», «milliers», «septs» are none)."""
    spans = [
        (document["text"], span)
        for document in read_json_lines(POPCORN)
        for span in document["spans"]
        if span["label"] == "QUANTITY_EXACT" and parse_number(make_shadow(span["surface"]).text, RULES) is not None
    ]
    assert len(spans) >= 95
    parsed = [parse_number(make_shadow(span["surface"]).text, RULES) == int(span["value"]) for _, span in spans]
    assert sum(parsed) / len(parsed) >= 0.97
    found = [
        any(m.value == int(span["value"]) for m in _find(text) if m.start < span["end"] and span["start"] < m.end)
        for text, span in spans
        if not (int(span["value"]) < 10 and text[: span["start"]].lower().split()[-1:] in [[word] for word in DEFINITE])
    ]
    assert len(found) >= 80
    assert sum(found) / len(found) >= 0.97
