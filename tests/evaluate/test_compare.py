from __future__ import annotations

import pytest

from evaluate.making import mention, pairing
from glane.evaluate.evaluation import evaluate


def test_what_changed() -> None:
    gold = [mention(f"O {i} {i + 4}", document) for document in "ab" for i in (0, 10, 20)]
    here = [
        mention("O 0 4", "a", rule="kb"),
        mention("O 10 14", "a", rule="kb"),
        mention("O 20 23", "b"),
        mention("D 50 54", "b"),
    ]
    there = [
        mention("O 0 4", "a"),
        mention("O 0 4", "b", rule="ner"),
        mention("C 70 74", "b"),
        mention("D 50 54", "b"),
    ]
    evaluation = evaluate(pairing(gold, here), samples=200, other=pairing(gold, there))
    found = evaluation.comparison
    assert found is not None
    assert [(m.document, m.start, m.rule) for m in found.gained] == [("a", 10, "kb")]
    assert [(m.document, m.start, m.rule) for m in found.lost] == [("b", 0, "ner")]
    assert [(m.document, m.start, m.end, m.kind) for m in found.new_errors] == [("b", 20, 23, "organisation")]
    assert [(m.document, m.start, m.end, m.kind) for m in found.mended_errors] == [("b", 70, 74, "country")]
    assert found.strict["overall"].difference == 0
    assert found.strict["organisation"].difference == pytest.approx(4 / 9 - 4 / 8)
    assert found.relaxed["organisation"].difference == pytest.approx(6 / 9 - 4 / 8)
    assert found.strict["figure"].difference is None


def test_against_itself_nothing_changes() -> None:
    gold = [mention("O 0 4", "a"), mention("O 0 4", "b")]
    sides = pairing(gold, gold[:1])
    found = evaluate(sides, samples=50, other=sides).comparison
    assert found is not None
    assert (found.gained, found.lost, found.new_errors, found.mended_errors) == ((), (), (), ())
    assert (found.strict["overall"].difference, found.strict["overall"].interval) == (0, (0, 0))


def test_evaluation_is_deterministic() -> None:
    gold = [mention("O 0 4", document) for document in "abcdefgh"]
    sides = pairing(gold, gold[:3])
    one, other, third = (evaluate(sides, samples=100, seed=seed) for seed in (1, 1, 2))
    assert one == other
    assert one.overall.strict_interval != third.overall.strict_interval
    assert one.overall.strict_interval is not None
    low, high = one.overall.strict_interval
    assert low < (one.overall.tally.strict_prf.f1 or 0) < high
