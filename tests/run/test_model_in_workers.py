"""The real model in worker processes: they share what the tests have loaded."""

from __future__ import annotations

import os

import pytest

from glane.read import Document
from glane.run import extract_documents, worker
from glane.run.documents import extract
from glane.run.extraction import Extraction

TEXT = "Le ministère de la Transition écologique (MTE) a financé {} projets en mai 2019. Le MTE en attend 3 000.\n"
DOCUMENTS = [
    *(Document(str(number), TEXT.format(number + 2) * (number + 1), source=f"{number}.txt") for number in range(4)),
    Document("long", TEXT.format("deux") * 600, source="long.txt"),  # longer than what the model reads at once
]


def test_records_are_the_same_in_the_same_order(nlp, monkeypatch):
    if not hasattr(os, "fork"):
        pytest.skip("needs fork")
    monkeypatch.setattr(worker, "start_method", lambda: "fork")
    expected = [extract(document, nlp) for document in DOCUMENTS]
    assert list(extract_documents(DOCUMENTS, nlp, jobs=2, timeout=300)) == expected
    assert sum(len(records) for records in expected) > 1_000


def test_records_are_the_same_where_words_are_let_go(nlp, monkeypatch):
    expected = [extract(document, nlp) for document in DOCUMENTS[:-1]]
    monkeypatch.setattr("glane.run.extraction.KEPT_WORDS", -1)
    monkeypatch.setattr("glane.run.extraction.ZONE", 200)
    extraction = Extraction(nlp, list)
    assert [extraction(document) for document in DOCUMENTS[:-1]] == expected
    extraction.close()
    assert [extract(document, nlp) for document in DOCUMENTS[:-1]] == expected
