"""The one place that decides between candidates that overlap."""

from __future__ import annotations

from bisect import bisect_left, insort
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.text.candidate import Candidate

# Between candidates of one span and tier, the source that says most of it stands first.
_SOURCES = (
    "kb:",
    "country:",
    "acronym",
    "head:",
    "date",
    "figure",
    "document:",
    "generic:",
    "ner:",
)


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Choose the candidates that stand, so that no two overlap.

    Preferences, in this order: the higher tier of trust; the longer span; the source that says most of it; the earlier
    start; the kind's name, so that the choice never depends on the order of the input.

    Args:
        candidates: in any order.

    Returns:
        Those that stand, by their start.
    """
    ordered = sorted(candidates, key=preference)
    chosen: list[tuple[int, int]] = []
    standing: list[Candidate] = []
    for candidate in ordered:
        at = bisect_left(chosen, (candidate.start, candidate.end))
        free_before = at == 0 or chosen[at - 1][1] <= candidate.start
        free_after = at == len(chosen) or chosen[at][0] >= candidate.end
        if free_before and free_after:
            insort(chosen, (candidate.start, candidate.end))
            standing.append(candidate)
    return sorted(standing, key=lambda c: c.start)


def preference(candidate: Candidate) -> tuple[int, int, int, int, str, str]:
    """Sort key of a candidate: of two that overlap, the one with the smaller key stands (see `choose`)."""
    c = candidate
    return -c.tier, c.start - c.end, _source_rank(c.rule), c.start, c.kind, c.rule


@lru_cache(maxsize=1 << 12)
def _source_rank(rule: str) -> int:
    return next((rank for rank, prefix in enumerate(_SOURCES) if rule.startswith(prefix)), len(_SOURCES))
