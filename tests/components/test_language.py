from __future__ import annotations

import pytest

from components.extracting import document_of
from glane.components.language import SAMPLE, guess_language

FRENCH = "Le conseil a rendu son avis sur le projet de budget et sur les comptes de la région."
ENGLISH = "The council has given its opinion on the draft budget and on the accounts of the region."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (FRENCH.upper(), "fr"),
        (FRENCH.replace("é", "e\u0301"), "fr"),
        (ENGLISH, "en"),
        ("Der Rat hat zu dem Entwurf des Haushalts und zu den Konten der Region Stellung genommen.", "de"),
        ("El consejo ha emitido su dictamen sobre el proyecto de presupuesto y sobre las cuentas de la región.", "es"),
        ("Il consiglio ha dato il suo parere sul progetto di bilancio e sui conti della regione che seguono.", "it"),
        ("Le conseil a rendu son avis.", None),
        ("Réunion du comité à Lomé (Togo), le 12 mai 2015 ; clôture, le 14 mai 2015.", None),
        ("Traité conclu à Velmare (Ostavie) le 3 mai 1998, entré en vigueur le 9 mai 2001", None),
        ("The committee met in Lomé to discuss its new programme.", "en"),
        ("", None),
        ("OTAN ONU UE OSCE UA CEDEAO BM FMI OMC", None),
        ("1 2 3 4 5 6 7 8 9 10", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert guess_language(text) == language
    assert document_of(text).language == language


def test_names_and_quotations_in_english_leave_a_french_text_french() -> None:
    assert guess_language(f"{FRENCH} Le « {ENGLISH} » du North Atlantic Council. {FRENCH} {FRENCH}") == "fr"


def test_the_beginning_decides() -> None:
    assert guess_language(f"{FRENCH} " * (SAMPLE // len(FRENCH)) + f"{ENGLISH} " * 2_000) == "fr"
