"""French numbers: groupings, old and new spelling, Belgian and Swiss forms, fractions, nouns of number."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from num2words import num2words

import glane_fr
from glane.rules.figures import read
from glane.text.figures.number import tidy
from glane.text.figures.numbers import find_numbers
from one_number import parse_number

RULES = read([Path(glane_fr.__file__).parent])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # digits
        ("0", "0"),
        ("640000", "640000"),
        ("640 000", "640000"),
        ("1 234 567,89", "1234567.89"),
        ("3.450.000", "3450000"),
        ("8.250,75", "8250.75"),
        ("1'450", "1450"),
        ("1,200,000", "1200000"),
        ("3,250", "3.25"),
        ("0.125", "0.125"),
        ("5,68", "5.68"),
        # digits and words
        ("5,68 millions", "5680000"),
        ("1,2 milliard", "1200000000"),
        ("450 mille", "450000"),
        ("2 millions 500 mille", "2500000"),
        ("3 milliards 500 millions", "3500000000"),
        ("1 billion", "1000000000000"),
        # words
        ("zéro", "0"),
        ("vingt et un", "21"),
        ("vingt-et-un", "21"),
        ("soixante et onze", "71"),
        ("soixante treize", "73"),
        ("quatre-vingts", "80"),
        ("quatre vingt dix sept", "97"),
        ("septante-deux", "72"),
        ("huitante et un", "81"),
        ("octante-cinq", "85"),
        ("nonante", "90"),
        ("deux mille trois cents", "2300"),
        ("mille neuf cent quatre-vingt-quatre", "1984"),
        ("cent mille", "100000"),
        ("trois cent quatre mille", "304000"),
        ("trente-deux mille millions", "32000000000"),
        ("Trois Millions", "3000000"),
        ("deux virgule cinq", "2.5"),
        ("zéro virgule zéro cinq", "0.05"),
        # halves, fractions, nouns of number
        ("un million et demi", "1500000"),
        ("un demi-million", "500000"),
        ("trois et demi", "3.5"),
        ("un demi", "0.5"),
        ("un tiers", "0.3333"),
        ("deux tiers", "0.6667"),
        ("trois quarts", "0.75"),
        ("un cinquième", "0.2"),
        ("un quarante-cinquième", "0.02222"),
        ("sept centièmes", "0.07"),
        ("six et deux cinquièmes", "6.4"),
        ("3/4", "0.75"),
        ("½", "0.5"),
        ("2 ½", "2.5"),
        ("une quarantaine", "40"),
        ("un millier", "1000"),
        ("une bonne dizaine", "10"),
        ("une demi-douzaine", "6"),
        ("deux douzaines", "24"),
        ("une dizaine de milliers", "10000"),
        ("une centaine de millions", "100000000"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert parse_number(text, RULES) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "des centaines",
        "plusieurs",
        "deux trois",
        "vingt-cinquième",
        "vingt et unième",
        "millions",
        "cents",
        "12 345 6789",
        "1" * 30,
        "un peu",
        "demi-tour",
    ],
)
def test_no_number(text: str) -> None:
    assert parse_number(text, RULES) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Un logement neuf, un rapport et une mission.", ["neuf"]),
        ("deux cent mille euros ou 12 %", ["deux cent mille", "12"]),
        ("la quarante-deuxième session et 3 autres", ["3"]),
        ("cent mille cent mille", ["cent mille cent", "mille"]),
        ("des milliers de gens, un millier d'agents", ["un millier"]),
        ("un cinquième des voix, deux cinquièmes", ["un cinquième", "deux cinquièmes"]),
        ("un an et demi", ["un"]),
        ("un à deux ans", ["un", "deux"]),
        (
            "treize (13) États, trois (4) points, deux mille ( 2 000 ) euros",
            ["treize (13)", "trois", "4", "deux mille ( 2 000 )"],
        ),
        ("cinq (5) millions d'euros", ["cinq (5) millions"]),
    ],
)
def test_places(text: str, found: list[str]) -> None:
    assert [text[number.start : number.end] for number in find_numbers(text, RULES)] == found


def test_values_are_exact_decimals() -> None:
    assert parse_number("0,1 million", RULES) == Decimal(100000)
    assert str(parse_number("1,10 million", RULES)) == "1100000"
    assert str(tidy(Decimal("4.800"))) == "4.8"
    assert str(tidy(Decimal("1E+6"))) == "1000000"


_NUMBERS = st.integers(0, 10**12) | st.integers(0, 10**5) | st.integers(0, 12).map(lambda power: 10**power)
# «un» alone is no number.
_NUMBERS_BUT_ONE = _NUMBERS.filter(lambda number: number != 1)


@settings(max_examples=400, deadline=None)
@given(_NUMBERS_BUT_ONE, st.sampled_from(["fr", "fr_BE", "fr_CH"]), st.booleans())
@example(80, "fr", True)
@example(71_000_081, "fr", True)
def test_words_of_num2words(number: int, language: str, is_new_spelling: bool) -> None:
    words = num2words(number, lang=language)
    if is_new_spelling:
        # The spelling of 1990 joins all parts with hyphens.
        words = words.replace(" ", "-")
    assert parse_number(words, RULES) == number


@settings(max_examples=200, deadline=None)
@given(st.integers(1000, 10**15), st.sampled_from([" ", ".", ""]), st.integers(0, 99))
def test_grouped_digits(number: int, separator: str, cents: int) -> None:
    text = f"{number:,}".replace(",", separator) + f",{cents:02}"
    assert parse_number(text, RULES) == number + Decimal(cents) / 100
