"""Numbers of notes that touch a word."""

from __future__ import annotations

import pytest

from glane.components.state import resources_for
from glane.text.notes import without_notes
from glane.text.shadow import make_shadow
from glane.text.split import split_words

KNOWLEDGE = resources_for([]).knowledge


def words_of(text: str) -> list[str]:
    words = without_notes(split_words(make_shadow(text).text), KNOWLEDGE)
    return [word.text for word in words]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("La Cour des comptes2 publie.", "comptes"),
        ("Les vergers12 donnent.", "vergers"),
        ("L'Union Européenne65 aide.", "Européenne"),
        ("La Cour des comptes³¹ publie.", "comptes"),
        ("L'UNICEF4 vaccine.", "UNICEF"),
        ("L'OMS3 publie, dit l'OMS.", "OMS"),
        ("La Ligue du Safran7 vend. La Ligue du Safran paie.", "Safran"),
        ("La Ligue du Safran7 vend. Les vergers8 et les serres9 donnent.", "Safran"),
    ],
)
def test_a_note_is_left_out(text: str, word: str) -> None:
    words = without_notes(split_words(make_shadow(text).text), KNOWLEDGE)
    assert word in [one.text for one in words]
    one = next(one for one in words if one.text == word)
    assert text[one.start : one.end] == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("La société Contracting5 bâtit.", "Contracting5"),
        ("La société CGI3 conseille.", "CGI3"),
        ("Le programme Horizon2020 finance. L'Horizon est loin.", "Horizon2020"),
        ("Africa50 investit.", "Africa50"),
        ("La chaîne France24 émet. La chaîne France émet.", "France24"),
        ("L'université Lyon2 recrute. L'université Lyon 3 aussi.", "Lyon2"),
        ("Les chaînes RTI1 et RTI2 de la RTI émettent.", "RTI1"),
        ("La covid19 recule.", "covid19"),
        ("La PPE3 est parue. La PPE est une loi.", "PPE3"),
        ("Il y a 12 km2 de vergers.", "km2"),
    ],
)
def test_a_number_of_a_name_stays(text: str, word: str) -> None:
    assert word in words_of(text)


def test_words_without_a_note_are_the_same_ones() -> None:
    words = split_words("Les 12 vergers donnent en 2019.")
    assert without_notes(words, KNOWLEDGE) is words
