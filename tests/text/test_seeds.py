"""What is found by the forms of words is what is found run by run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glane_fr
from glane.components.language import guess_language
from glane.rules.dates import read
from glane.rules.load import load_rules
from glane.text.dates.find import find_dates
from glane.text.figures.numbers import find_numbers
from glane.text.shadow import make_shadow
from glane.text.split import split_words

ROOT = Path(__file__).parents[2]
TEXTS = [*sorted((ROOT / "corpus" / "documents").rglob("*.txt")), *sorted((ROOT / "tests" / "cases").glob("*.txt"))]
DATES = read([Path(glane_fr.__file__).parent])
FIGURES = load_rules([]).figures

_PIECES = st.sampled_from(
    [
        "Le",
        "l'",
        "deux",
        "Vingt-deux",
        "mille",
        "1 250",
        "½",
        "3e",
        "2014",
        "mai2",
        "Mai",
        "XXIe",
        "été",
        "l'été",
        "_12_",
        "D.C.S.P.",
        "V.I.I",
        "OTAN-Mai",
        "n°5",
        "abonné·e·s",
        "1er",
        "İci",
        "cent",
        "siècle",
        "hier",
        "e\u0301te\u0301",
    ]
)
_MARKS = st.sampled_from([" ", " ", "  ", "\n", ", ", "-", "'", ". ", "/", ""])


def _assert_alike(text: str) -> None:
    shadow = make_shadow(text).text
    words = split_words(shadow)
    assert find_dates(shadow, DATES, None, words) == find_dates(shadow, DATES)
    assert find_numbers(shadow, FIGURES, words) == find_numbers(shadow, FIGURES)
    assert guess_language(shadow, words) == guess_language(shadow)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_words_leave_out_nothing_that_a_text_has(path: Path) -> None:
    _assert_alike(path.read_text(encoding="utf-8"))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(_PIECES, _MARKS), min_size=1, max_size=12))
def test_words_leave_out_nothing_that_pieces_make(pieces: list[tuple[str, str]]) -> None:
    _assert_alike("".join(piece + mark for piece, mark in pieces))
