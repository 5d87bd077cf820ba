from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from glane.write.tokens import tokenise


def forms(text, edges=()):
    return [token.form for token in tokenise(text, edges)]


def test_words_numbers_and_marks():
    assert forms("L’OTAN a 1,5 %, dit-il.") == ["L’", "OTAN", "a", "1,5", "%", ",", "dit", "-", "il", "."]
    assert forms("e\u0301te\u0301 🏳️‍🌈 3\u202f500") == ["e\u0301te\u0301", "🏳️\u200d", "🌈", "3", "500"]
    assert forms("OTAN", [1, 3]) == ["O", "TA", "N"]
    assert forms("") == forms(" \r\n\u2028") == []


@given(st.text(max_size=60), st.sets(st.integers(0, 60)))
def test_tokens_cover_all_but_white_space_and_keep_the_edges(text, edges):
    tokens = list(tokenise(text, edges))
    covered = set()
    for token in tokens:
        assert text[token.start : token.end] == token.form
        assert not any(character.isspace() for character in token.form)
        assert not any(token.start < edge < token.end for edge in edges)
        covered.update(range(token.start, token.end))
    assert covered == {offset for offset, character in enumerate(text) if not character.isspace()}


def test_time_is_linear():
    began = time.perf_counter()
    for text in ("a" * 1_000_000, "1," * 500_000, "\u0301" * 1_000_000):
        assert sum(1 for _ in tokenise(text, ())) >= 1
    assert time.perf_counter() - began < 120
