"""Scores on the corpus, and on the shared gold where it is there, stay above the floors of ``floors.json``.

The floors stand 0.01 below what was measured, but for those of the source text, which are what the project promises.
Whoever raises a score raises its floor. The shared gold is held out: only scores are shown, never what is in it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import glane
from glane.evaluate.evaluation import evaluate
from glane.evaluate.pairing import pair_documents
from glane.evaluate.sides import read_mentions
from glane.read import find_inputs
from glane.run import extract_documents
from glane.write import open_jsonl, record_lines

if TYPE_CHECKING:
    from spacy.language import Language

TESTS = Path(__file__).parent
CORPUS = TESTS.parent / "corpus"
SHARED = TESTS.parent / ".." / "shared" / "gold"
FLOORS: dict[str, dict[str, float]] = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))
PARTS = {
    "corpus": (CORPUS / "documents", CORPUS / "gold"),
    "source text": (CORPUS / "documents" / "otan" / "azerbaidjan.txt", CORPUS / "gold" / "azerbaidjan.gold.jsonl"),
    "shared": (SHARED / "documents", SHARED / "documents.gold.jsonl"),
}


@pytest.fixture(scope="module")
def without_base(nlp: Language) -> Language:
    return glane.load([CORPUS / "packs" / "sans-base"], vocab=nlp.vocab)


def measure(nlp: Language, part: str, folder: Path) -> dict[str, float]:
    """Strict F1 overall and by kind; accuracy of values; share of figures with the right counted noun."""
    documents, gold = PARTS[part]
    written = folder / "records.jsonl"
    with open_jsonl(written) as writer:
        for records in extract_documents(find_inputs([documents]), nlp):
            writer.write_lines(record_lines(records))
    pairing = pair_documents(read_mentions(gold), read_mentions(written))
    assert (len(pairing.missing), len(pairing.left_out), len(pairing.other_text)) == (0, 0, 0)
    found = evaluate(pairing, samples=0)
    scores = {
        "overall": found.overall.tally.strict_prf.f1,
        **{score.kind: score.tally.strict_prf.f1 for score in found.kinds if score.kind},
        "value": found.overall.tally.value.accuracy,
        "of": found.overall.tally.of.accuracy,
    }
    return {name: round(score, 4) for name, score in scores.items() if score is not None}


def check(scores: dict[str, float], floors: dict[str, float]) -> None:
    below = {name: (scores[name], floor) for name, floor in floors.items() if scores[name] < floor}
    assert below == {}, f"measured: {scores}"


@pytest.mark.parametrize(
    "part",
    [
        "corpus",
        "source text",
        pytest.param(
            "shared",
            marks=[pytest.mark.shared, pytest.mark.skipif(not PARTS["shared"][1].exists(), reason="no shared data")],
        ),
    ],
)
def test_scores_stay_above_their_floors(nlp: Language, part: str, tmp_path: Path) -> None:
    check(measure(nlp, part, tmp_path), FLOORS[part])


@pytest.mark.parametrize("part", ["corpus", "source text"])
def test_scores_without_the_knowledge_base(without_base: Language, part: str, tmp_path: Path) -> None:
    check(measure(without_base, part, tmp_path), FLOORS[f"{part} without knowledge base"])


def test_nothing_of_the_knowledge_base_is_left_when_it_is_emptied(without_base: Language) -> None:
    document = next(iter(find_inputs([PARTS["source text"][0]])))
    ((_, *mentions),) = extract_documents([document], without_base)
    assert [one.rule for one in mentions if one.rule.startswith("kb:")] == []
    assert len(mentions) >= 80


def test_the_promises_stand() -> None:
    source, emptied = FLOORS["source text"], FLOORS["source text without knowledge base"]
    assert min(source["overall"], source["value"]) >= 0.97
    assert source["of"] == 1
    assert emptied["overall"] >= 0.85
