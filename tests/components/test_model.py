"""What the statistical model keeps of the texts that it has read."""

from __future__ import annotations

import gc

import pytest
from spacy.vocab import Vocab

import glane
import glane.components.model
from glane.read import Document

LETTERS = "abcdefghij"


def documents(count: int) -> list[Document]:
    """Each has words that no other has."""
    names = [
        "Fonds " + "".join(LETTERS[int(digit)] for digit in f"{number:05}").capitalize() for number in range(count)
    ]
    return [Document(name, f"Le {name} a versé 30 euros au {name} en mai 2020.") for name in names]


def known_words() -> int:
    """How many words all vocabularies in memory have together."""
    gc.collect()
    return sum(len(found) for found in gc.get_objects() if isinstance(found, Vocab))


@pytest.mark.parametrize("ner", [None, True])
def test_words_are_let_go_and_nothing_depends_on_them(monkeypatch: pytest.MonkeyPatch, ner: bool | None) -> None:
    nlp = glane.load(ner=ner)
    before = known_words()
    monkeypatch.setattr(glane.components.model, "KEPT_WORDS", 10**6)
    records = list(glane.extract_documents(documents(200), nlp=nlp))
    assert known_words() > before + 200  # such documents they are
    monkeypatch.setattr(glane.components.model, "KEPT_WORDS", 50)
    assert list(glane.extract_documents(documents(200), nlp=nlp)) == records
    assert known_words() < before + 100
