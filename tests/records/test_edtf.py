"""EDTF values, against the `edtf` package where it supports them."""

from __future__ import annotations

import warnings
from calendar import monthrange
from typing import Any

import pytest

from glane_records.edtf import Edtf, days_in_month, parse

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import edtf as oracle

VALUES = [
    ("2021-03-18", "day", "2021-03-18", "2021-03-18"),
    ("2024-02-29", "day", "2024-02-29", "2024-02-29"),
    ("XXXX-02-29", "day", None, None),
    ("XXXX-09-21", "day", None, None),
    ("2021-02", "month", "2021-02-01", "2021-02-28"),
    ("XXXX-03", "month", None, None),
    ("1992", "year", "1992-01-01", "1992-12-31"),
    ("1990~", "year", "1990-01-01", "1990-12-31"),
    ("1990-05~", "month", "1990-05-01", "1990-05-31"),
    ("199X", "decade", "1990-01-01", "1999-12-31"),
    ("19XX", "century", "1900-01-01", "1999-12-31"),
    ("2014-21", "season", "2014-03-01", "2014-05-31"),
    ("2014-23", "season", "2014-09-01", "2014-11-30"),
    ("2015-24", "season", "2015-12-01", "2016-02-29"),
    ("XXXX-23", "season", None, None),
    ("2020-33", "quarter", "2020-01-01", "2020-03-31"),
    ("2020-36", "quarter", "2020-10-01", "2020-12-31"),
    ("2019-40", "semester", "2019-01-01", "2019-06-30"),
    ("2019-41", "semester", "2019-07-01", "2019-12-31"),
    ("1999/2008", "interval", "1999-01-01", "2008-12-31"),
    ("2021-06-03/2021-06-05", "interval", "2021-06-03", "2021-06-05"),
    ("1997-05/..", "interval", "1997-05-01", None),
    ("../2014", "interval", None, "2014-12-31"),
    ("198X/199X", "interval", "1980-01-01", "1999-12-31"),
    ("2014-21/2015-23", "interval", "2014-03-01", "2015-11-30"),
    ("XXXX-06-05/XXXX-07-06", "interval", None, None),
]
WRONG = [
    "",
    "..",
    "../..",
    "/2014",
    "21",
    "2021-3-18",
    "2021-13",
    "2021-00",
    "2021-06-31",
    "2023-02-29",
    "1900-02-29",
    "XXXX",
    "XXXX-33",
    "XXXX-04-31",
    "1XXX",
    "20X1",
    "2014-25",
    "2020-37",
    "2019-42",
    "2014-21~",
    "1990?",
    "2008/1999",
    "1999/2008/2010",
    "2021-03-18T12:00",
    " 2021",
    "2021 ",
]


@pytest.mark.parametrize(("text", "precision", "earliest", "latest"), VALUES)
def test_bounds(text: str, precision: str, earliest: str | None, latest: str | None) -> None:
    value = parse(text)
    assert value == Edtf(text, precision, earliest, latest)  # type: ignore[arg-type]
    assert str(value) == text


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^'"):
        parse(text)


def _iso(struct: Any) -> str:
    return f"{struct.tm_year:04d}-{struct.tm_mon:02d}-{struct.tm_mday:02d}"


# The package has no season of an unknown year.
@pytest.mark.parametrize("text", [value[0] for value in VALUES if value[1] != "season" or "XXXX" not in value[0]])
def test_oracle_accepts_what_we_accept(text: str) -> None:
    assert oracle.parse_edtf(text) is not None


# The package ends a winter in December and gives unknown years bounds of its own.
@pytest.mark.parametrize("value", [v for v in VALUES if "XXXX" not in v[0] and not v[0].endswith("-24")])
def test_oracle_gives_the_same_bounds(value: tuple[str, str, str | None, str | None]) -> None:
    text, _, earliest, latest = value
    other = oracle.parse_edtf(text)
    if earliest is not None:
        assert _iso(other.lower_strict()) == earliest
    if latest is not None:
        assert _iso(other.upper_strict()) == latest


def test_days_in_month() -> None:
    for year in range(1890, 2110):
        for month in range(1, 13):
            assert days_in_month(year, month) == monthrange(year, month)[1]
    assert days_in_month(None, 2) == 29
