"""Sentences with words that line ends break, and with hyphens that only stand at one: ``cases/broken.txt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotated import Case, read_cases
from glane.components.build import records_of
from glane.evaluate.value import fold_name
from glane.gold import gold_of

if TYPE_CHECKING:
    from spacy.language import Language

CASES = read_cases("broken.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_what_stands_in_a_sentence(nlp: Language, case: Case) -> None:
    _, *found = records_of(nlp, case.text, document_id="case", source=case.place)
    assert [(one.kind, one.text, one.start) for one in found] == [
        (one.kind, one.surface, one.start) for one in case.expected
    ]
    for one, expected in zip(found, case.expected, strict=True):
        assert case.text[one.start : one.end] == one.text
        value = gold_of(one).value
        assert not expected.has_value or (value and fold_name(value)) == fold_name(expected.value)
