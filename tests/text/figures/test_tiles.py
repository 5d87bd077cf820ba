"""Numbers in large type, a line each, and lines that are numbered."""

from __future__ import annotations

import pytest

from glane.text.figures.tiles import is_tile, skip_plus


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("120 Ateliers\n15 Villes\n", "120", True),
        ("120 Ateliers\n15 Villes\n", "15", True),
        ("120 Ateliers\n\n15 Villes\n", "15", True),
        ("3 Mesures\n4 Annexes\n", "3", False),
        ("3 Mesures\n4 Annexes\n", "4", False),
        ("12 Denrées\n25 Boissons\n", "25", False),
        ("3 Mesures\n2.1 Annexes\n", "3", False),
        ("3 Mesures", "3", False),
    ],
)
def test_tiles_go_down(text: str, number: str, expected: bool) -> None:
    assert is_tile(text, text.index(number), int(number)) is expected


def test_a_plus_is_skipped_before_a_word_only() -> None:
    assert skip_plus("50+ experts", 2) == 3
    assert skip_plus("50+30", 2) == 2
    assert skip_plus("50 experts", 2) == 2
