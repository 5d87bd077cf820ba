"""Annotated sentences through the whole pipeline: names one by one, dates and figures by their scores.

Sentences that are not read as they should be stand in ``cases/names_open.txt``, with the reason: they are expected to
fail, and one that no longer does has to move to ``cases/names.txt``.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated import Case, read_cases
from glane.components.build import records_of
from glane.evaluate.measure import Prf
from glane.evaluate.value import fold_name

if TYPE_CHECKING:
    from spacy.language import Language

    from glane_records.models import MentionRecord

CASES = read_cases("names.txt")
OPEN = read_cases("names_open.txt")
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["cases"]
MAX_OPEN = 22


def find(nlp: Language, case: Case) -> list[MentionRecord]:
    """Mentions of the kinds that the case is annotated with."""
    reference = date.fromisoformat(case.reference) if case.reference else None
    records = records_of(nlp, case.text, document_id="case", source=case.place, date=reference)
    return [record for record in records if record.kind != "document" and record.kind in case.kinds]


def check(nlp: Language, case: Case) -> None:
    found = find(nlp, case)
    spans = [(one.kind, case.text[one.start : one.end], one.start) for one in found]
    assert spans == [(one.kind, one.surface, one.start) for one in case.expected]
    for one, expected in zip(found, case.expected, strict=True):
        if expected.has_value:
            value = one.code if one.kind == "country" else one.name
            assert fold_name(value) == fold_name(expected.value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_names_of_a_sentence(nlp: Language, case: Case) -> None:
    check(nlp, case)


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="see cases/names_open.txt; once mended, move to names.txt"
)
@pytest.mark.parametrize("case", OPEN, ids=lambda case: case.place)
def test_names_of_a_sentence_that_is_not_read_yet(nlp: Language, case: Case) -> None:
    check(nlp, case)


def test_the_tables_are_large_enough_and_few_sentences_are_open() -> None:
    assert len(CASES) + len(OPEN) >= 2500
    assert len(OPEN) <= MAX_OPEN
    assert sum(not case.expected for case in CASES) >= 600


@pytest.mark.parametrize(("table", "kind"), [("dates.txt", "date"), ("figures.txt", "figure")])
def test_dates_and_figures_stay_right_among_names(nlp: Language, table: str, kind: str) -> None:
    right = predicted = gold = 0
    for case in read_cases(table):
        found = {(one.start, one.end) for one in find(nlp, case) if one.kind == kind}
        expected = {(one.start, one.end) for one in case.expected if one.kind == kind}
        right += len(found & expected)
        predicted += len(found)
        gold += len(expected)
    f1 = Prf(right, predicted, gold).f1
    assert f1 is not None
    assert f1 >= FLOORS[table], f"strict F1 {f1:.4f}: {right} right of {gold}, {predicted} predicted"
