"""Acronyms and their definitions, on a table of sentences, on UN documents, and on hostile input."""

from __future__ import annotations

import dataclasses
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

from annotated import CASES
from glane.rules.acronyms import AcronymRules, fold_letters, read
from glane.text.acronyms.find import Definition, definitions
from glane.text.acronyms.letters import letters_of
from glane.text.acronyms.match import match_before
from glane.text.acronyms.shapes import is_roman
from glane.text.acronyms.words import words_before
from glane.text.shadow import make_shadow
from growth import is_linear

CORPUS = Path(__file__).parents[3] / ".." / "shared" / "corpora" / "acronyms-un.jsonl"
RULES = read([Path(str(files("glane_fr")))])
_MARK = re.compile(r"\[(\d) ([^\[\]]+)\]|<(\d) ([^<>]+)>")


class Line(NamedTuple):
    place: str
    text: str
    pairs: frozenset[tuple[int, int, int, int]]


def read_lines() -> list[Line]:
    lines = (CASES / "acronyms.txt").read_text(encoding="utf-8").splitlines()
    return [
        _parse(f"acronyms.txt:{number}", line.replace("\\n", "\n"))
        for number, line in enumerate(lines, start=1)
        if line and not line.startswith("#")
    ]


def _parse(place: str, raw: str) -> Line:
    text = ""
    position = 0
    longs: dict[str, tuple[int, int]] = {}
    shorts: list[tuple[str, int, int]] = []
    for mark in _MARK.finditer(raw):
        text += raw[position : mark.start()]
        surface = mark[2] or mark[4]
        span = (len(text), len(text) + len(surface))
        text += surface
        position = mark.end()
        if mark[1]:
            longs[mark[1]] = span
        else:
            shorts.append((mark[3], *span))
    pairs = frozenset((start, end, *longs[number]) for number, start, end in shorts)
    return Line(place, text + raw[position:], pairs)


def spans(found: list[Definition]) -> set[tuple[int, int, int, int]]:
    return {(item.short_start, item.short_end, item.long_start, item.long_end) for item in found}


@pytest.mark.parametrize("line", read_lines(), ids=lambda line: line.place)
def test_definitions(line: Line) -> None:
    text = make_shadow(line.text).text
    found = definitions(text, RULES)
    show = [(item.short, item.long, item.rule) for item in found]
    assert spans(found) == line.pairs, show
    assert all(text[item.short_start : item.short_end] == item.short for item in found)
    assert all(text[item.long_start : item.long_end] == item.long for item in found)
    assert all(item.rule in RULES.forms.values() for item in found)


def test_table_is_large_enough() -> None:
    lines = read_lines()
    assert len(lines) >= 135
    assert sum(not line.pairs for line in lines) >= 38


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("l'Organisation mondiale de la santé (OMS)", "acronym.bracket"),
        ("le processus de planification et d'examen (PARP)", "acronym.bracket-order"),
        ("l'OMS (Organisation mondiale de la santé)", "acronym.expansion"),
        ("OMS = Organisation mondiale de la santé", "acronym.equals"),
        ("OMS : Organisation mondiale de la santé", "acronym.list"),
        ("l'Organisation mondiale de la santé, dite OMS, agit", "acronym.hereafter"),
        ("l'Organisation mondiale de la santé, ou OMS, agit", "acronym.or"),
        ("l'Organisation mondiale de la santé - OMS", "acronym.dash"),
        ("l'Organisation mondiale de la santé, OMS, agit", "acronym.apposition"),
        ("la Banque des îles (ci-après « la Banque »)", "acronym.hereafter"),
        ("l'Agence des îles, dite « Rivage », agit", "acronym.hereafter-head"),
    ],
)
def test_rule_names_the_layout(text: str, rule: str) -> None:
    assert [item.rule for item in definitions(text, RULES)] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "les centres d'appui au sauvetage (RSC – Rescue Support Centre) veillent",
        "les centres d'appui au sauvetage (RSC, en anglais Rescue Support Centre) veillent",
    ],
)
def test_long_forms_in_two_languages(text: str) -> None:
    found = definitions(text, RULES)
    assert [(item.short, item.long, item.rule) for item in found] == [
        ("RSC", "centres d'appui au sauvetage", "acronym.bracket-order"),
        ("RSC", "Rescue Support Centre", "acronym.expansion"),
    ]


def test_long_form_of_another_language_in_front_of_the_acronym() -> None:
    found = definitions("les centres d'appui au sauvetage (Rescue Support Centre, RSC) veillent", RULES)
    assert [item.long for item in found] == ["centres d'appui au sauvetage", "Rescue Support Centre"]


def test_aliases_are_marked() -> None:
    found = definitions("la Banque des îles (BDI, ci-après « la Banque »)", RULES)
    assert [(item.short, item.alias) for item in found] == [("BDI", False), ("Banque", True)]


def test_aliases_need_heads() -> None:
    rules = dataclasses.replace(RULES, heads=frozenset())
    assert definitions("la Banque des îles (ci-après « la Banque »)", rules) == []


def test_rules_can_be_turned_off() -> None:
    rules = read([Path(str(files("glane_fr")))], off=["acronym.bracket*"])
    assert definitions("l'Organisation mondiale de la santé (OMS)", rules) == []


def test_without_heads_two_letters_are_needed() -> None:
    rules = dataclasses.replace(RULES, heads=frozenset())
    assert definitions("l'institut du savoir (BOG)", rules) == []
    found = definitions("l'Organisation mondiale de la santé (OMS)", rules)
    assert [item.long for item in found] == ["Organisation mondiale de la santé"]


def test_user_folder_replaces_rows(tmp_path: Path) -> None:
    (tmp_path / "acronyms").mkdir()
    (tmp_path / "acronyms" / "stops.tsv").write_text("id\treason\tforms\nuser.stop\tterm\tPARP\n", encoding="utf-8")
    rules: AcronymRules = read([Path(str(files("glane_fr"))), tmp_path])
    text = "le processus de planification et d'examen (PARP)"
    assert [item.short for item in definitions(text, RULES)] == ["PARP"]
    assert definitions(text, rules) == []  # a stop needs each of its letters


@pytest.mark.parametrize(
    ("token", "roman"),
    [
        ("XIV", True),
        ("XXe", True),
        ("IIIe", True),
        ("MCMXLV", True),
        ("CDI", False),
        ("CM", False),
        ("OTAN", False),
    ],
)
def test_roman_numerals(token: str, roman: bool) -> None:
    assert is_roman(token) is roman


def test_fold_and_letters() -> None:
    assert fold_letters("Œuvre Évaluée") == "oeuvre evaluee"
    assert letters_of("ONGs") == ("ong", (False, False, False))
    assert letters_of("BAfD") == ("bafd", (False, False, True, False))


def test_strict_match_needs_every_word() -> None:
    text = "la Banque centrale africaine de Bangui"
    words = words_before(text, len(text), RULES)
    assert match_before(words, "BB", RULES, strict=True) is None
    match = match_before(words, "BCAB", RULES, strict=True)
    assert match is not None
    assert words[match.first].start == 3


def score(lines: list[str]) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of exact pairs; precision of the short forms."""
    right = found = gold = short_right = 0
    for line in lines:
        document = json.loads(line)
        pairs = {tuple(pair) for pair in document["acronym_offsets"]}
        acronyms = {(s["start"], s["end"]) for s in document["spans"] if s["label"] == "ACRONYM"}
        mine = spans(definitions(make_shadow(document["text"]).text, RULES))
        right += len(pairs & mine)
        found += len(mine)
        gold += len(pairs)
        short_right += sum(pair[:2] in acronyms for pair in mine)
    precision, recall = right / found, right / gold
    return precision, recall, 2 * precision * recall / (precision + recall), short_right / found


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.exists(), reason="needs the shared corpora")
def test_un_documents() -> None:
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    half = len(lines) // 2
    _, _, tuned, _ = score(lines[:half])
    _, _, unseen, shorts = score(lines[half:])
    _, _, overall, _ = score(lines)
    assert tuned >= 0.925
    assert unseen >= 0.88
    assert overall >= 0.905
    assert shorts >= 0.975


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "(A) (A) ",
        "(AB) ",
        "ABCD ",
        "AB, ",
        "PNUD ou ",
        "l'",
        "AB = ",
        "Union (",
        "A-",
        "A/",
        "A.",
        "\nAB\n",
        "(ci-après « la Banque ») ",
        "Banque, dite « Relais », ",
        "« (AB) »",
        "agence (AB – agence bleue) ",
    ],
)
def test_hostile_input_takes_linear_time(unit: str) -> None:
    assert is_linear(lambda text: definitions(text, RULES), unit)


def test_hostile_capitals_and_brackets_of_200_kb() -> None:
    for unit in ("(((((", "A", "(A) (A) "):
        assert definitions(unit * (200_000 // len(unit)), RULES) == []
