"""Words in capitals, read as they would be written in a sentence."""

from __future__ import annotations

import pytest

from glane.components.state import resources_for
from glane.text.capitals import read_capitals
from glane.text.split import split_words
from growth import is_linear


def read(text: str, *shouted: tuple[int, int]) -> str:
    return " ".join(word.text for word in read_capitals(split_words(text), shouted, resources_for([]).lexicon))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le MINISTÈRE DES CANAUX siège", "le Ministère des Canaux siège"),
        ("la DIRECTION DES RESSOURCES EN EAU", "la Direction des Ressources en Eau"),
        ("le MINISTÈRE DE LA PÊCHE, DES PORTS", "le Ministère de la Pêche , des Ports"),
        ("le PROJET « MARÉMOULE »", "le Projet « MARÉMOULE »"),
        ("le CENTRE DE VALSEC-LOURME", "le Centre de Valsec - Lourme"),
        # capitals that set nothing apart: acronyms, a head alone, a title that runs on
        ("l'ONU et le CNRS", "l' ONU et le CNRS"),
        ("le CONSEIL a tranché", "le CONSEIL a tranché"),
        ("LOI RELATIVE AU CONSEIL DES PORTS du 2 mai", "LOI RELATIVE AU CONSEIL DES PORTS du 2 mai"),
    ],
)
def test_a_name_in_capitals_amid_small_letters_is_read_as_names_are_written(text: str, expected: str) -> None:
    assert read(text) == expected


def test_a_line_of_capitals_is_read_in_small_letters() -> None:
    assert read("AVIS DU CONSEIL\nLe CONSEIL DES PORTS", (0, 15)) == "avis du conseil \n Le Conseil des Ports"


def test_the_words_stay_where_they_are() -> None:
    words = split_words("le MINISTÈRE DES CANAUX")
    assert [(w.start, w.end) for w in read_capitals(words, (), resources_for([]).lexicon)] == [
        (w.start, w.end) for w in words
    ]


def test_time_grows_with_the_text() -> None:
    lexicon = resources_for([]).lexicon
    assert is_linear(lambda text: read_capitals(split_words(text), (), lexicon), "CONSEIL DES DE LA, ET ")
