"""Whether work grows with the length of its input and not with its square."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FACTOR = 16
ALLOWED = 3.5 * FACTOR
"""Linear work takes 16 times as long for 16 times the text, quadratic work 256 times: in between there is room for noise."""
TRIES = 5
SHORTEST = 0.004
"""Seconds; what is shorter cannot be measured, and counts as this."""


def repeat(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def is_linear(run: Callable[[str], object], unit: str, size: int = 3_000) -> bool:
    """Whether some pair of runs, in processor time, shows linear growth: noise can only slow a run down."""
    short, long = repeat(unit, size), repeat(unit, FACTOR * size)
    run(short)
    fastest: list[float] = [float("inf"), float("inf")]
    for _ in range(TRIES):
        for index, text in enumerate((short, long)):
            gc.disable()  # its pauses are longer than what is measured
            try:
                began = time.process_time()
                run(text)
                fastest[index] = min(fastest[index], time.process_time() - began)
            finally:
                gc.enable()
        if fastest[1] <= ALLOWED * max(fastest[0], SHORTEST):
            return True
    return False
