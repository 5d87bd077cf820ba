"""Long texts: nothing is cut, and what is said of a paragraph does not depend on the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import glane
from components.extracting import extract, mentions_of
from glane.components import model

if TYPE_CHECKING:
    from spacy.language import Language

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
PARAGRAPH = (
    "Le 3 mai 2004, l’OTAN a versé 1\u202f250,50 euros à 32 pays, dont le Niger et le Tchad. De 3 à 5 % des élèves "
    "étaient là du 12 au 14 mars 2021, selon l’Agence des balises.\n"
)


@pytest.mark.parametrize("accents", [False, True], ids=["composed", "decomposed"])
def test_how_many_words_the_model_reads_at_once_makes_no_difference(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, accents: bool
) -> None:
    text = (DOCUMENTS / "otan/azerbaidjan.txt").read_text(encoding="utf-8")
    if accents:
        text = text.replace("é", "e\u0301")
    whole = glane.extract(text, nlp=nlp)
    assert len(whole) > 80
    for batch in (1, 300):
        monkeypatch.setattr(model, "BATCH", batch)
        assert glane.extract(text, nlp=nlp) == whole


def test_a_paragraph_is_read_alike_whatever_stands_beside_it(nlp: Language) -> None:
    text = (DOCUMENTS / "onu/liban-ligne-bleue.txt").read_text(encoding="utf-8")

    def find(before: str) -> list[tuple[str, int, object]]:
        found = [one for one in glane.extract(before + text, nlp=nlp) if one.kind in {"date", "figure"}]
        shift = len(before)
        return [
            (one.text, one.start - shift, one.edtf if one.kind == "date" else (one.value, one.of))
            for one in found
            if one.start >= shift
        ]

    assert len(find("")) == 17
    assert find(PARAGRAPH * 3 + "\n") == find("")


def test_no_limit_bites() -> None:
    _, *single = extract(PARAGRAPH)
    filling = "Des mots sans plus, ligne après ligne, page après page.\n" * 22_000
    text = PARAGRAPH + filling + PARAGRAPH
    head, *mentions = extract(text)
    offset = len(text) - len(PARAGRAPH)
    assert (head.characters, len(mentions)) == (len(text), 2 * len(single))
    assert head.characters > 1_200_000
    for shift, found in ((0, mentions[: len(single)]), (offset, mentions[len(single) :])):
        assert [(one.kind, one.start - shift, one.end - shift, one.text) for one in found] == [
            (one.kind, one.start, one.end, one.text) for one in single
        ]


def test_a_word_of_any_length_is_read(nlp: Language) -> None:
    text = f"En 2014 {'x' * 60_000} au Niger"
    assert [one.text for one in mentions_of(text)] == ["2014", "Niger"]
    assert [one.text for one in glane.extract(text, nlp=nlp)[1:]] == ["2014", "Niger"]
    assert [one.text for one in mentions_of(text.replace(" ", ""))] == []
