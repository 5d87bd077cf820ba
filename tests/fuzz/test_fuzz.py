"""A short run of what ``bench/fuzz.py`` does for long, with inputs that are the same in every run."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import files, packs, targets, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from spacy.language import Language

SHORT = {"derandomize": True, "database": None, "deadline": None, "suppress_health_check": list(HealthCheck)}


@pytest.fixture(autouse=True)
def _silent() -> Iterator[None]:
    """Readers remark on each file that they mend."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@settings(max_examples=50, **SHORT)
@given(texts.texts(), st.none() | st.dates())
def test_components(text: str, date: date | None) -> None:
    targets.check_text(text, date)


@settings(max_examples=8, **SHORT)
@given(texts.texts(80), st.none() | st.dates())
def test_extract(nlp: Language, text: str, date: date | None) -> None:
    targets.check_extract(nlp, text, date)


@pytest.mark.parametrize("suffix", targets.SUFFIXES)
def test_readers(suffix: str) -> None:
    @settings(max_examples=6, **SHORT)
    @given(files.contents())
    def read(data: bytes) -> None:
        targets.check_reader(suffix, data)

    read()


def test_packs() -> None:
    loaded = []

    @settings(max_examples=15, **SHORT)
    @given(packs.packs())
    def load(pack: dict[str, bytes]) -> None:
        loaded.append(targets.check_pack(pack))

    load()
    assert set(loaded) == {True, False}
