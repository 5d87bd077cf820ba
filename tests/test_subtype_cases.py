"""The table of sentences with the subtypes that their mentions have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glane.components.build import records_of

if TYPE_CHECKING:
    from spacy.language import Language

TABLE = Path(__file__).parent / "cases" / "subtypes.txt"
CASES = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("case", CASES)
def test_subtypes_of_a_sentence(nlp: Language, case: str) -> None:
    text, _, wanted = case.rpartition(" = ")
    pairs = [tuple(pair.split(" | ")) for pair in wanted.split("; ")]
    found = [
        (one.text, one.subtype)
        for one in records_of(nlp, text, document_id="case", source="case")
        if one.kind in {"organisation", "programme"}
    ]
    assert [pair for pair in found if pair[0] in dict(pairs)] == pairs


def test_an_acronym_that_is_another_body_here_has_not_the_subtype_of_the_known_one(nlp: Language) -> None:
    text = "Au Togo, la Force des amis de la rizière (FAR) a semé. Selon les FAR, il pleut."
    found = records_of(nlp, text, document_id="case", source="case")
    assert {one.subtype for one in found if one.kind == "organisation" and one.text == "FAR"} != {"armed-force"}
