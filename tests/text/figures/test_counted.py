"""The thing counted: on hand-made tokens for the grammar, on tagged sentences for the whole."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import glane_fr
from annotated import Case, read_cases
from glane.rules.figures import read
from glane.text.figures.counted import counted_noun
from glane.text.figures.find import find_figures
from glane.text.shadow import make_shadow
from tokens import Tok

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Tagger = Callable[[str], Sequence[Tok]]

RULES = read([Path(glane_fr.__file__).parent])
CASES = [case for case in read_cases("figures.txt") if any(one.kind == "figure" for one in case.expected)]


def made(tagged: str) -> tuple[str, list[Tok]]:
    """A text and its tokens from ``word/TAG`` pairs; the figure is the part with the tag FIG."""
    words = [part.rsplit("/", 1) for part in tagged.split(" ")]
    text = " ".join(word for word, _ in words)
    places = re.finditer(r"[^ ]+", text)
    return text, [Tok(m.start(), m.end(), m[0], tag) for m, (_, tag) in zip(places, words, strict=True)]


@pytest.mark.parametrize(
    ("tagged", "quantity", "of"),
    [
        ("12/FIG navires/NOUN gris/ADJ ,/PUNCT 4/NUM avions/NOUN", "count", "navires gris"),
        (
            "640000/FIG engins/NOUN explosifs/ADJ non/ADV explosés/VERB depuis/ADP",
            "count",
            "engins explosifs non explosés",
        ),
        ("2%/FIG du/ADP PIB/PROPN", "percent", "PIB"),
        ("2%/FIG de/ADP la/DET population/NOUN active/ADJ en/ADP 2020/NUM", "percent", "population active"),
        ("40ans/FIG d'/ADP exploitation/NOUN", "duration", "exploitation"),
        ("3ans/FIG après/ADP la/DET guerre/NOUN", "duration", None),
        ("29/FIG services/NOUN ou/CCONJ directions/NOUN", "count", "services"),
        ("30/FIG agents/NOUN civils/ADJ et/CCONJ militaires/ADJ", "count", "agents civils et militaires"),
        ("30/FIG agents/NOUN qui/PRON partent/VERB", "count", "agents"),
        ("30/FIG agents/NOUN participent/VERB", "count", "agents"),
        ("6/FIG (/PUNCT 6/NUM )/PUNCT points/NOUN clés/ADJ", "count", "points clés"),
        ("trois/FIG de/ADP ces/DET pays/NOUN", "count", "pays"),
        ("27/FIG de/ADP l'/DET Union/PROPN", "count", None),
        ("deux/FIG d'/ADP entre/ADP eux/PRON", "count", None),
        ("15%/FIG", "percent", None),
        ("les/DET effectifs/NOUN s'/PRON élèvent/VERB à/ADP 3200/FIG ./PUNCT", "count", "effectifs"),
        ("le/DET nombre/NOUN de/ADP déplacés/NOUN atteint/VERB 3200/FIG", "count", "déplacés"),
        ("au/ADP total/NOUN ,/PUNCT 3200/FIG ont/AUX voté/VERB", "count", None),
    ],
)
def test_grammar(tagged: str, quantity: str, of: str | None) -> None:
    text, tokens = made(tagged)
    figure = next(token for token in tokens if token.pos == "FIG")
    found = counted_noun(tokens, figure.start, figure.end, quantity, RULES)  # type: ignore[arg-type]
    assert (found and text[found[0] : found[1]]) == of


def test_no_phrase_goes_beyond_the_line() -> None:
    tokens = [Tok(0, 2, "12", "NUM"), Tok(3, 4, "%", "NOUN"), Tok(4, 5, "\n", "SPACE")]
    tokens += [Tok(5, 7, "Du", "ADP"), Tok(8, 11, "PIB", "PROPN")]
    assert counted_noun(tokens, 0, 4, "percent", RULES) is None


def test_no_tokens() -> None:
    assert counted_noun([], 0, 3, "count", RULES) is None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_annotated_sentence(case: Case, french_tagger: Tagger) -> None:
    text = make_shadow(case.text).text
    taken = [(one.start, one.end) for one in case.expected if one.kind == "date"]
    tokens = french_tagger(text)
    dates = frozenset(start for start, _ in taken)
    found = [
        counted_noun(tokens, match.start, match.end, match.quantity, RULES, dates)
        for match in find_figures(text, RULES, taken)
    ]
    expected = [one.of for one in case.expected if one.kind == "figure"]
    assert [span and case.text[span[0] : span[1]] for span in found] == expected
