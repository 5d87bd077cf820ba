"""Splitting a text into words."""

from __future__ import annotations

import pytest

from glane.text.split import split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("la D.C.S.P. vient", ["la", "DCSP", "vient"]),
        ("«V.I.I-Vingt-deux»", ["«", "V", ".", "I", ".", "I-Vingt-deux", "»"]),
        ("l'eau et l’air", ["l'", "eau", "et", "l", "’", "air"]),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    split = split_words(text)
    assert [word.text for word in split] == words


def test_an_acronym_with_points_keeps_its_place() -> None:
    text = "la D.C.S.P. vient"
    acronym = split_words(text)[1]
    assert text[acronym.start : acronym.end] == "D.C.S.P."
