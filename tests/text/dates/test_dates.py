"""Calendar expressions: annotated sentences, and every day of two centuries in six written forms."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

import glane_fr
from annotated import Case, read_cases
from glane.rules.dates import DateRules, read
from glane.text.dates.find import find_dates
from glane_records import edtf
from helpers import dates_in

RULES: DateRules = read([Path(glane_fr.__file__).parent])
CASES = read_cases("dates.txt")

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_annotated_sentence(case: Case) -> None:
    found = dates_in(case.text, RULES, case.reference)
    expected = [one for one in case.expected if one.kind == "date"]
    assert [case.text[m.start : m.end] for m in found] == [one.surface for one in expected]
    for match, one in zip(found, expected, strict=True):
        assert (match.start, match.end, match.modifier) == (one.start, one.end, one.modifier)
        if one.has_value:
            assert match.edtf == one.value


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 520
    assert sum(not case.expected for case in CASES) >= 130


def test_every_value_is_valid_edtf() -> None:
    values = [match.edtf for case in CASES for match in dates_in(case.text, RULES, case.reference)]
    assert [value for value in values if value is not None and not edtf.parse(value)] == []


def test_every_rule_id_is_in_the_tables() -> None:
    ids = {row.id for row in (*RULES.patterns, *RULES.words)}
    assert {match.rule for case in CASES for match in dates_in(case.text, RULES, case.reference)} <= ids


def _forms(day: date) -> tuple[str, ...]:
    first = "1er" if day.day == 1 else str(day.day)
    month = MONTHS[day.month - 1]
    return (
        f"{first} {month} {day.year}",
        f"{WEEKDAYS[day.weekday()]} {first} {month} {day.year}",
        f"{first} {month.upper()} {day.year}",
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
    )


@pytest.mark.parametrize("form", range(6))
def test_every_day_of_two_centuries(form: int) -> None:
    days = [date(1900, 1, 1) + timedelta(days=n) for n in range((date(2101, 1, 1) - date(1900, 1, 1)).days)]
    # A fifth of the days in each form, another fifth in each: together, all of them.
    days = days[form % 5 :: 5] if form < 5 else days[::5]
    surfaces = [_forms(day)[form] for day in days]
    text = "\n".join(f"Décision du {surface}." for surface in surfaces)
    found = find_dates(text, RULES)
    assert [text[m.start : m.end] for m in found] == surfaces
    assert [m.edtf for m in found] == [day.isoformat() for day in days]


@pytest.mark.parametrize(
    ("text", "edtf_value"),
    [
        ("le 12 ſeptembre 1789", "1789-09-12"),
        ("en ſeptembre 1789", "1789-09"),
        ("le 12 juın 2020", "2020-06-12"),
        ("LE 12 JUİN 2020", "2020-06-12"),
    ],
)
def test_letters_that_patterns_take_for_others_have_their_value(text: str, edtf_value: str) -> None:
    assert [match.edtf for match in dates_in(text, RULES)] == [edtf_value]
