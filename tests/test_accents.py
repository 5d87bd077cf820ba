import pytest

from glane.accents import without_accents


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plan", "plan"),
        ("Île-à-Vache", "Ile-a-Vache"),
        ("I\u0302le", "Ile"),
        ("œuvre d'été", "œuvre d'ete"),
        ("Šiauliai ż", "Siauliai z"),
        ("Ø̇rsted", "Ørsted"),
    ],
)
def test_accents_are_taken_off_and_nothing_else(text: str, plain: str):
    assert without_accents(text) == plain
