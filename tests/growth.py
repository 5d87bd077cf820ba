"""Whether work grows with the length of its input and not with its square."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FACTOR = 8
ALLOWED = 2 * FACTOR
"""Linear work takes 8 times as long for 8 times the text, quadratic work 64 times: in between there is room for noise."""
TRIES = 5
SHORTEST = 0.02
"""Seconds that the shorter run takes at least: in less, what does not depend on the length hides what does."""
MOST = 1_000_000
"""Code points that the shorter text has at most, however fast it is read."""


def repeat(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def is_linear(run: Callable[[str], object], unit: str, size: int = 3_000) -> bool:
    """Whether some pair of runs, in processor time, shows linear growth: noise can only slow a run down."""
    short = repeat(unit, size)
    run(short)  # what is made once is made before
    while (fastest := _time(run, short)) < SHORTEST and len(short) < MOST:
        short = repeat(unit, 2 * len(short))
    long = repeat(unit, FACTOR * len(short))
    slowest = float("inf")
    for _ in range(TRIES):
        slowest = min(slowest, _time(run, long))
        if slowest <= ALLOWED * fastest:
            return True
        fastest = min(fastest, _time(run, short))
    return False


def _time(run: Callable[[str], object], text: str) -> float:
    gc.disable()  # its pauses are longer than what is measured
    try:
        began = time.process_time()
        run(text)
        return time.process_time() - began
    finally:
        gc.enable()
