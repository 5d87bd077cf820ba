"""News agencies in datelines."""

from __future__ import annotations

import pytest

from glane.components.state import resources_for
from glane.text.names.unheaded.datelines import find_datelines
from glane.text.split import split_words
from growth import is_linear


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rabat (MAP) - Le roi", [("MAP", "MA")]),
        ("Bourg-Lorme, le samedi 3 mai 2019 (ALO).- Le maire", [("ALO", "")]),
        ("Agence Lorraine (ALO) - description", []),
        ("Le 3 mai, à Lorme, il a vu (ALO) - le maire", []),
        ("Rabat (MAP), le roi", []),
    ],
)
def test_the_acronym_behind_town_and_day_is_an_agency(text: str, expected: list[tuple[str, str]]) -> None:
    words = split_words(text)
    assert [(words[i].text, country) for i, country in find_datelines(words, resources_for([]).lexicon)] == expected


def test_time_grows_with_the_text() -> None:
    lexicon = resources_for([]).lexicon
    assert is_linear(lambda text: list(find_datelines(split_words(text), lexicon)), "Rabat, 3 mai (MAP) - ")
