"""Fixtures for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import fake_pipeline
from skips import pytest_make_collect_report, pytest_runtest_makereport

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["pytest_make_collect_report", "pytest_runtest_makereport"]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline with its statistical model, loaded once: tests must leave it as it is."""
    import glane

    return glane.load()


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline without models in the place of the real one."""
    fake_pipeline.patch(monkeypatch)
