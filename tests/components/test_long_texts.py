"""Texts longer than what the statistical components read at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import glane
from components.extracting import extract, mentions_of
from glane.components import build

if TYPE_CHECKING:
    from spacy.language import Language

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
PARAGRAPH = (
    "Le 3 mai 2004, l’OTAN a versé 1\u202f250,50 euros à 32 pays, dont le Niger et le Tchad. De 3 à 5 % des élèves "
    "étaient là du 12 au 14 mars 2021, selon l’Agence des balises.\n"
)


@pytest.mark.parametrize("separator", ["\n", " ", "", "\r\n", "\u2028"])
@pytest.mark.parametrize("accents", [False, True], ids=["composed", "decomposed"])
def test_pieces_make_no_difference(monkeypatch: pytest.MonkeyPatch, separator: str, accents: bool) -> None:
    text = "".join(f"{i}. {PARAGRAPH}" for i in range(30)).replace("\n", separator)
    if accents:
        text = text.replace("é", "e\u0301")
    whole = mentions_of(text)
    assert len(whole) > 200
    for piece in (97, 1_000, 5_000):
        monkeypatch.setattr(build, "PIECE", piece)
        assert mentions_of(text) == whole


@pytest.mark.parametrize("path", ["otan/azerbaidjan.txt", "onu/liban-ligne-bleue.txt"])
def test_dates_and_figures_are_those_of_one_piece(nlp: Language, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    text = (DOCUMENTS / path).read_text(encoding="utf-8")

    def find() -> list[tuple[object, ...]]:
        found = [one for one in glane.extract(text, nlp=nlp) if one.kind in {"date", "figure"}]
        assert all(text[one.start : one.end] == one.text for one in found)
        return [
            (one.start, one.end, one.edtf if one.kind == "date" else (one.value, one.low, one.high, one.unit))
            for one in found
        ]

    whole = find()
    monkeypatch.setattr(build, "PIECE", 1_500)
    assert find() == whole


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


def test_a_word_longer_than_a_piece_is_read() -> None:
    text = f"En 2014 {'x' * (build.PIECE + 10)} au Niger"
    assert [one.text for one in mentions_of(text)] == ["2014", "Niger"]
    assert [one.text for one in mentions_of(text.replace(" ", ""))] == []
