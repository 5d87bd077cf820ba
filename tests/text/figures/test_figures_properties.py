"""Properties of the figure finder: sound spans on any text, linear time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glane_fr
from glane.rules.figures import read
from glane.text.figures.find import find_figures
from glane.text.figures.numbers import find_numbers
from growth import is_linear

RULES = read([Path(glane_fr.__file__).parent])

_WORDS = sorted({*RULES.numbers, *RULES.nouns, *RULES.fractions, *RULES.cues_before.by_first, "un", "de", "d'", "des"})
_SIGNS = [
    " ",
    "  ",
    "\n",
    ", ",
    "-",
    "–",
    "/",
    ".",
    "(",
    ")",
    "'",
    "°",
    "%",
    "€",
    "$",
    "M€",
    "h",
    "km²",
    "n°",
    "\x01",
]
_LINKS = ["à", "entre", "et", "sur", "ou", "plus de", "soldats", "ans", "article", "euros", "et demi", "İ"]
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from([*_SIGNS, *_LINKS]),
    st.integers(0, 10**7).map(str),
    st.integers(0, 10**9).map(lambda number: f"{number:,}".replace(",", " ")),
)
_TEXTS = st.lists(_PIECES, max_size=30).map(" ".join) | st.lists(_PIECES, max_size=30).map("".join)


@settings(max_examples=500, deadline=None)
@given(_TEXTS | st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str, taken: list[tuple[int, int]]) -> None:
    position = 0
    for match in find_figures(text, RULES, taken):
        assert position <= match.start < match.end <= len(text)
        assert text[match.start : match.end].strip() == text[match.start : match.end]
        assert not any(start < match.end and match.start < end for start, end in taken if start < end)
        assert match.low <= match.high
        assert match.value is None or match.value == match.low == match.high
        position = match.end


@settings(max_examples=300, deadline=None)
@given(_TEXTS | st.text(max_size=60))
def test_numbers_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    position = 0
    for number in find_numbers(text, RULES):
        assert position <= number.start < number.end <= len(text)
        assert number.value >= 0
        position = number.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "123 456 ",
        "1.",
        "de deux de deux ",
        "cent mille cent mille ",
        "deux et deux ",
        "une dizaine de milliers de milliers ",
        "virgule zéro ",
        "1 à ",
        "10 et 12, ",
        "- 1",
        "d'un ",
        "a",
        "n° 1 et ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    assert is_linear(lambda text: find_figures(text, RULES), piece)
