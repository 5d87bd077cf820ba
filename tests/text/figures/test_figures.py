"""Figures: annotated sentences, and the cases that decide between a quantity and an identifier."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import glane_fr
from annotated import Case, read_cases
from glane.rules.figures import FigureRules, read
from glane.text.figures.find import FigureMatch, find_figures
from glane.text.shadow import make_shadow

FOLDER = Path(glane_fr.__file__).parent
RULES: FigureRules = read([FOLDER])
CASES = read_cases("figures.txt")


def find(text: str, taken: list[tuple[int, int]] | None = None) -> list[FigureMatch]:
    return find_figures(make_shadow(text).text, RULES, taken or [])


def value_of(match: FigureMatch) -> str:
    number = f"{match.low}..{match.high}" if match.value is None else str(match.value)
    return number if match.unit is None else f"{number} {match.unit}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_annotated_sentence(case: Case) -> None:
    taken = [(one.start, one.end) for one in case.expected if one.kind == "date"]
    expected = [one for one in case.expected if one.kind == "figure"]
    found = find(case.text, taken)
    assert [(case.text[m.start : m.end], value_of(m), m.modifier) for m in found] == [
        (one.surface, one.value, one.modifier) for one in expected
    ]
    assert [(m.start, m.end) for m in found] == [(one.start, one.end) for one in expected]


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 720
    assert sum(not case.expected for case in CASES) >= 145


@pytest.mark.parametrize(
    ("text", "value", "quantity"),
    [
        ("12 navires", "12", "count"),
        ("98,5 %", "98.5 %", "percent"),
        ("3 M€", "3000000 EUR", "money"),
        ("5 mg/L", "5 mg/L", "measure"),
        ("trois ans", "3 year", "duration"),
        ("deux tiers des membres", "0.6667", "ratio"),
        ("neuf sur dix", "0.9", "ratio"),
        ("un quart de siècle", "25 year", "duration"),
        ("45 ‰", "45 ‰", "percent"),
        ("un pour cent", "1 %", "percent"),
        ("20 dollars et 30 cents", "20.3 USD", "money"),
        ("40 millions de livres", "40000000 GBP", "money"),
        ("7,5 millions de $CAD", "7500000 CAD", "money"),
        ("< 8 µl", "8 µL", "measure"),
        ("2,5 millions de gallons", "2500000 gal", "measure"),
        ("30 euros - 50 euros", "30..50 EUR", "money"),
    ],
)
def test_quantity(text: str, value: str, quantity: str) -> None:
    (match,) = find(text)
    assert (value_of(match), match.quantity) == (value, quantity)


def test_typography_of_the_source_makes_no_difference() -> None:
    (match,) = find("près de 640\u202f000\u00a0€")
    assert (value_of(match), match.modifier, match.start, match.end) == ("640000 EUR", "about", 8, 17)
    (match,) = find("plus d\u2019une centaine d\u2019agents")
    assert (value_of(match), match.modifier) == ("100", "more_than")


def test_half_needs_an_article_and_may_stand_alone() -> None:
    (match,) = find("Près de la moitié sont des femmes.")
    assert (value_of(match), match.modifier, match.start) == ("0.5", "about", 11)
    (match,) = find("La moitié sont des femmes.")
    assert (value_of(match), match.modifier, match.start) == ("0.5", None, 3)
    (match,) = find("L'aide a été réduite de moitié.")
    assert (value_of(match), match.modifier, match.start) == ("0.5", None, 24)
    assert find("Le poste est pour moitié à la charge de l'État.") == []


def test_a_range_has_bounds_and_no_value() -> None:
    (match,) = find("entre 4 et 5 millions de réfugiés")
    assert (match.value, match.low, match.high) == (None, Decimal(4_000_000), Decimal(5_000_000))


def test_bounds_of_a_value_are_the_value() -> None:
    (match,) = find("12 navires")
    assert match.value == match.low == match.high == 12


def test_nothing_overlaps_or_reads_over_what_is_taken() -> None:
    text = "En 2020 300 soldats, du 3 au 5 juin 2021, 12 avions"
    taken = [(24, 40), (3, 7)]
    assert [text[m.start : m.end] for m in find(text, taken)] == ["300", "12"]
    assert find("12 navires", [(0, 10)]) == []


def test_rules_name_rows_of_the_tables() -> None:
    tables = [path.read_text(encoding="utf-8").splitlines() for path in (FOLDER / "figures").glob("*.tsv")]
    ids = {line.split("\t")[0] for table in tables for line in table}
    assert {match.rule for case in CASES for match in find(case.text)} <= ids


@pytest.mark.parametrize(
    ("off", "text"),
    [
        ("figure.count", "12 navires"),
        ("figure.range", "il y a de 10 à 15 cas"),
        ("noun.centaine", "une centaine d'agents"),
        ("figure.fraction", "trois quarts des membres"),
    ],
)
def test_a_rule_can_be_turned_off(off: str, text: str) -> None:
    rules = read([FOLDER], off=[off])
    assert any(match.rule == off for match in find_figures(text, RULES)) or off == "figure.range"
    assert all(match.rule != off for match in find_figures(text, rules))


def test_a_user_adds_a_unit(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    table = tmp_path / "figures" / "units.tsv"
    table.write_text(
        "id\tunit\tquantity\tforms\tsource\nunit.toise\ttoise\tmeasure\ttoise|toises\tusage\n",
        encoding="utf-8",
    )
    (match,) = find_figures("une tour de 12 toises", read([FOLDER, tmp_path]))
    assert (value_of(match), match.rule) == ("12 toise", "unit.toise")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("La Suisse a versé 684 millions de francs.", "CHF"),
        ("La Belgique doit 80 millions de francs.", "BEF"),
        ("Au Sénégal, le coût est de 3 millions de francs.", "XOF"),
        ("La Suisse et la France doivent 3 millions de francs.", "FRF"),
        ("La Suisse doit 12 francs français.", "FRF"),
        ("Le don est de 5 francs.", "FRF"),
    ],
)
def test_a_noun_that_currencies_share_means_that_of_which_the_document_speaks(text: str, unit: str) -> None:
    (figure,) = find_figures(text, RULES)
    assert figure.unit == unit
