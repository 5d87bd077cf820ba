"""Texts that end, or begin, in the middle of what is read: files are cut, and pages are extracted one by one."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

import glane
from annotated import read_cases

if TYPE_CHECKING:
    from spacy.language import Language

CASES = [*read_cases("names.txt"), *read_cases("dates.txt"), *read_cases("figures.txt")]
PARTS = 8
CUTS = 3


@pytest.fixture(scope="module")
def lean() -> Language:
    return glane.load(ner=False)


def cut(text: str, chance: random.Random) -> str:
    """Take some words of a text, the last of them perhaps cut too."""
    words = text.split(" ")
    first = chance.choice((0, chance.randrange(len(words))))
    part = " ".join(words[first : chance.randint(first + 1, len(words))])
    return part[: len(part) - chance.choice((0, 0, 1, 3))]


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_cut_anywhere_is_read(nlp: Language, lean: Language, part: int) -> None:
    chance = random.Random(part)
    for number, case in enumerate(CASES[part::PARTS]):
        for _ in range(CUTS):
            text = cut(case.text, chance)
            head, *mentions = glane.extract(text, nlp=nlp if number % PARTS == 0 else lean, date=date(2026, 5, 4))
            assert head.kind == "document"
            assert head.characters == len(text)
            assert all(one.text == text[one.start : one.end] for one in mentions if one.kind != "document")


@pytest.mark.parametrize(
    "text",
    [
        "que des millions de doses ont été commandées par l’État tunisien pou",
        "Budget de la NDQ et de la NDQ",
        "NDQ de la NDQ. Il lit la NDQ",
        "Au Ier siècle, la ville grandit.",
    ],
)
def test_what_once_failed_is_read(nlp: Language, text: str) -> None:
    assert glane.extract(text, nlp=nlp)[0].kind == "document"
