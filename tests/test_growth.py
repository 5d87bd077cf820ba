"""The guard of linear time itself: it must see a square, however small what is squared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import growth

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "run",
    [
        lambda text: [text.find("\0", start) for start in range(len(text))],
        lambda text: sum(len(text[start:]) for start in range(len(text))),
    ],
    ids=["find", "slice"],
)
def test_a_square_is_seen(monkeypatch: pytest.MonkeyPatch, run: Callable[[str], object]) -> None:
    monkeypatch.setattr(growth, "TRIES", 1)  # others would take the same time each
    assert not growth.is_linear(run, "a")


@pytest.mark.parametrize("run", [len, str.upper, lambda text: text.split("b"), lambda text: re.findall("ab", text)])
def test_what_is_linear_passes_however_fast_it_is(run: Callable[[str], object]) -> None:
    assert growth.is_linear(run, "aab ")
