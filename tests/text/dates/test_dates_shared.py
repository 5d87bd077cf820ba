"""Scores on other projects' test suites and on a labelled corpus, which are not part of this repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import glane_fr
from glane.rules.dates import read
from helpers import dates_in, read_json_lines

SHARED = Path(__file__).parents[3] / ".." / "shared"
PEERS = SHARED / "peer-cases"
POPCORN = SHARED / "corpora" / "popcorn.jsonl"
RULES = read([Path(glane_fr.__file__).parent])

pytestmark = pytest.mark.shared


@pytest.mark.skipif(not PEERS.exists(), reason="no shared data")
def test_peer_cases(tmp_path: Path) -> None:
    cases = PEERS / "peer-dates.jsonl"
    predicted = [
        {"document": case["id"], "kind": "date", "start": m.start, "end": m.end, "edtf": m.edtf}
        for case in read_json_lines(cases)
        for m in dates_in(case["text"], RULES, case["reference_date"])
    ]
    predictions, scores = tmp_path / "predictions.jsonl", tmp_path / "scores.json"
    predictions.write_text("\n".join(map(json.dumps, predicted)), encoding="utf-8")
    command = [sys.executable, PEERS / "score_cases.py", cases, "--pred", predictions, "--json", scores]
    subprocess.run(command, check=True, capture_output=True)
    total = json.loads(scores.read_text(encoding="utf-8"))["date/all"]
    assert total["fp"] == 0
    assert total["ok"] / total["n"] >= 0.95


@pytest.mark.skipif(not POPCORN.exists(), reason="no shared data")
def test_literal_dates_of_popcorn() -> None:
    total = right = 0
    for document in read_json_lines(POPCORN):
        found = dates_in(document["text"], RULES)
        for span in document["spans"]:
            if not span.get("absolute"):
                continue
            total += 1
            # «du 24 au 26 mars 1999» and «depuis le …» hold the day as the end of an interval.
            right += any(
                span["value_iso"] in (m.edtf or "").split("/")
                for m in found
                if m.start < span["end"] and span["start"] < m.end
            )
    assert total == 196
    assert right / total >= 0.99
