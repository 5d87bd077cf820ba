from __future__ import annotations

import pytest

from evaluate.making import mention
from glane.evaluate.value import (
    canonical_edtf,
    first_word,
    fold_name,
    is_valued,
    same_figure,
    same_of,
    same_value,
)


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("640000", "640000", True),
        ("640000", "640000.0", True),
        ("640000", "64000", False),
        ("5680000 m²", "5680000 m2", True),
        ("5680000 m²", "5680000", False),
        ("2 %", "2 EUR", False),
        ("3 mW", "3 MW", False),
        ("10..15 %", "10..15 %", True),
        ("10..15 %", "10..16 %", False),
        ("10..15", "10", False),
        ("10..", "10..", True),
        ("10..", "..10", False),
        ("..10", "..10", True),
        ("10..", "10", False),
        ("0.6667", "0.6666666666666666", True),
        ("0.6667", "0.667", False),
        ("0.6667", "0.66", False),
        ("2.5 %", "2.54 %", False),
        ("3 year", "3\u00a0year", True),
        ("-2 %", "2 %", False),
        ("environ 3", "Environ 3", True),
        ("environ 3", "3", False),
        (".. %", ".. %", True),
    ],
)
def test_figures(gold: str, predicted: str, same: bool) -> None:
    assert same_figure(gold, predicted) is same
    assert same_figure(predicted, gold) is same


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("plan d'action", "Plan d’action", True),
        ("Conseil euro-atlantique", "Conseil euro‑atlantique", True),
        ("État-major", "Etat-major", True),
        ("état-major", "Etat-major", True),
        ("MINISTERE", "ministère", True),
        ("formation « défense »", "formation «\u00a0défense\u00a0»", True),
        ("formation « défense »", 'formation "défense"', True),
        ("Cœur de l'Europe", "coeur de l'Europe", True),
        ("Commission OTAN–Géorgie", "Commission OTAN-Géorgie", True),
        ("E\u0301cole", "École", True),
        ("Conseil de l'Europe", "Conseil européen", False),
        ("OTAN", "Organisation du Traité de l'Atlantique Nord", False),
    ],
)
def test_names(gold: str, predicted: str, same: bool) -> None:
    assert (fold_name(gold) == fold_name(predicted)) is same
    assert same_value(mention("O 0 4", value=gold), mention("O 0 4", value=predicted)) is same


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("1997/..", "1997/.."),
        ("1997/open", "1997/.."),
        (" 199x ", "199X"),
        ("199u", "199X"),
        ("1990?~", "1990%"),
        ("1990~?", "1990%"),
        ("XXXX-09-21", "XXXX-09-21"),
    ],
)
def test_edtf(written: str, canonical: str) -> None:
    assert canonical_edtf(written) == canonical


@pytest.mark.parametrize(
    ("kind", "gold", "predicted", "same"),
    [
        ("D", "1997", "1997", True),
        ("D", "1997/..", "../1997", False),
        ("D", "2014", "2014-05", False),
        ("D", None, None, True),
        ("D", None, "2014", False),
        ("D", "2014", None, False),
        ("C", "AZ", "az", True),
        ("C", "AZ", "AM", False),
        ("F", "2 %", "2.0 %", True),
        ("P", "Partenariat pour la paix", "partenariat pour la Paix", True),
    ],
)
def test_values_by_kind(kind: str, gold: str | None, predicted: str | None, same: bool) -> None:
    assert same_value(mention(f"{kind} 0 4", value=gold), mention(f"{kind} 0 4", value=predicted)) is same


def test_only_a_date_states_that_it_has_no_value() -> None:
    assert is_valued(mention("D 0 4"))
    assert not is_valued(mention("D 0 4", is_stated=False))
    assert not is_valued(mention("O 0 4"))
    assert is_valued(mention("O 0 4", value="OTAN"))


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("dispositifs explosifs non explosés", "dispositifs"),
        ("PIB", "pib"),
        ("l’aide publique", "aide"),
        ("d'euros", "euros"),
        ("États membres", "etats"),
        ("presqu'île", "presqu'ile"),
        ("", ""),
        ("l'", "l'"),
    ],
)
def test_first_word(phrase: str, word: str) -> None:
    assert first_word(phrase) == word


def test_the_counted_thing_is_compared_by_its_first_word() -> None:
    assert same_of("dispositifs explosifs non explosés", "Dispositifs explosifs")
    assert not same_of("dispositifs explosifs", "explosifs")
    assert not same_of("dispositifs", None)
