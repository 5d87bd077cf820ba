"""Which lines are headings."""

from __future__ import annotations

import pytest

from glane.text.layout import split_lines


def headings(text: str) -> list[str]:
    return [text[line.start : line.end] for line in split_lines(text) if line.heading]


@pytest.mark.parametrize(
    "line",
    [
        "Les moyens de l'école",
        "3) Travaux de l'école",
        "2. Les ponts",
        "2.1 les ponts",
        "4 Ponts et quais",
        "1 - Ebola : se former",
        "IV. Le budget",
        "Partie 1 : Les quais",
        "Rapport annuel 2021",
        "Chapitre 2  Les quais",
        "Session du 12 mars 2021",
        "# le plan@2021",
    ],
)
def test_headings(line: str) -> None:
    assert headings(f"{line}\n\nLe port rouvre.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Tavel        5,5   6,1   7,0   18,6",
        "Tavel        18,6",
        "Ville   2019   Total",
        "Tavel 5,5 6,1 18,6 %",
        "12   Tavel   5,5",
        "À : equipe@tavel.example",
        "Plus d'informations : https://tavel.example/quais",
        "Tél. : 05 61 22 33 44",
        "Tél. : 0561223344",
        "Pour : 141",
        "Rue du Quai 3, 1880 Tavel",
        "Quai Nord, 31000 Tavel",
        "12 rue du Quai",
        "88 millions d'euros pour les quais",
        "- Quai nord",
        "Le port rouvre.",
    ],
)
def test_lines_that_are_no_headings(line: str) -> None:
    assert headings(f"{line}\n\nLe port rouvre.") == []


def test_lines_of_one_mark_are_no_headings() -> None:
    assert headings("De : Ana Tavel\nÀ : Le quai nord\nObjet : Travaux\n\nLe port rouvre.") == []
    assert headings("1) Budget\n\n2) Travaux\n\n\nLe port rouvre.") == []
    assert headings("1) Budget\nIl est voté.\n2) Travaux\nIls commencent.") == ["1) Budget", "2) Travaux"]
    assert headings("Tavel : un port\n\nIl rouvre.\n\nOrly : un quai\n") == ["Tavel : un port", "Orly : un quai"]
