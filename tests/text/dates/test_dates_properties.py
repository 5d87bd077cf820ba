"""Properties of the date finder: sound spans on any text, deterministic, linear in time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glane_fr
from glane.rules.dates import read
from glane.text.dates.find import find_dates
from glane_records import edtf
from growth import is_linear

RULES = read([Path(glane_fr.__file__).parent])

_FORMS = sorted({form for row in (*RULES.words,) for form in row.forms})
_CUES = sorted({phrase for row in RULES.cues for phrase in row.phrases})
_PIECES = st.one_of(
    st.sampled_from([*_FORMS, *_CUES]),
    st.integers(0, 2199).map(str),
    st.sampled_from(
        [" ", "  ", "\n", ", ", "-", "–", "/", ".", "(", ")", "'", "°", "%", " et ", "1er", "XXe", "siècle"]
    ),
)
_TEXTS = st.lists(_PIECES, max_size=30).map(" ".join) | st.lists(_PIECES, max_size=30).map("".join)
_REFERENCES = st.none() | st.dates()


@settings(max_examples=300, deadline=None)
@given(_TEXTS | st.text(max_size=60), _REFERENCES)
def test_spans_lie_in_the_text_and_do_not_overlap(text: str, reference: object) -> None:
    found = find_dates(text, RULES, reference)  # type: ignore[arg-type]
    position = 0
    for match in found:
        assert position <= match.start < match.end <= len(text)
        assert text[match.start : match.end].strip() == text[match.start : match.end]
        assert match.edtf is None or edtf.parse(match.edtf).text == match.edtf
        position = match.end


@pytest.mark.parametrize(
    "text", ["l'année prochaine", "l'an dernier", "le mois prochain", "le mois dernier", "demain", "hier"]
)
@pytest.mark.parametrize("reference", [date.min, date.max])
def test_nothing_is_reckoned_from_the_ends_of_the_calendar(text: str, reference: date) -> None:
    assert {match.edtf for match in find_dates(text, RULES, reference)} <= {None}


def test_the_same_text_gives_the_same_dates() -> None:
    text = "Du 3 au 5 juin 2021, puis en mars dernier, d'ici à 2030."
    assert find_dates(text, RULES) == find_dates(text, RULES)


PIECES = [
    "1",
    "1 ",
    "12/",
    "3, ",
    "2014 ",
    "2014-",
    "2014 et ",
    "mars ",
    "1er mars et ",
    "XX",
    "XXe ",
    "depuis ",
    "3 au ",
    "années 1990 et ",
    "résolutions 1373, ",
    "fin de l'",
    "12 mars, ",
    "lundi ",
    "deuxième trimestre ",
    "le même ",
    " ",
    "\n",
    "'",
    "a",
    "-",
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str) -> None:
    assert is_linear(lambda text: find_dates(text, RULES), piece)
