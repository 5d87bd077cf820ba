"""Relative expressions, against dateparser as an independent oracle."""

from __future__ import annotations

import datetime

import dateparser
import pytest

from glane.rules.load import load_rules
from glane.text.dates.find import find_dates

REFERENCE = datetime.date(2021, 3, 18)
EXPRESSIONS = ["hier", "avant-hier"]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_relative_days_agree_with_dateparser(expression: str) -> None:
    settings = {"RELATIVE_BASE": datetime.datetime.combine(REFERENCE, datetime.time(12))}
    oracle = dateparser.parse(expression, languages=["fr"], settings=settings)
    assert oracle is not None
    found = find_dates(f"Le ministre l'a annoncé {expression}.", load_rules().dates, REFERENCE)
    assert [match.edtf for match in found] == [oracle.date().isoformat()]


@pytest.mark.parametrize(
    "text", ["14 sept. 2018", "1er mai 2004", "jeudi 18 mars 2021", "3 févr. 1999", "31 décembre 1999"]
)
def test_literal_days_agree_with_dateparser(text: str) -> None:
    oracle = dateparser.parse(text, languages=["fr"])
    assert oracle is not None
    assert [match.edtf for match in find_dates(f"Signé le {text}.", load_rules().dates)] == [oracle.date().isoformat()]
