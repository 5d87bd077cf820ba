"""Bootstrap intervals of F1, resampling documents (Efron 1979; the percentile interval).

Documents are drawn, not mentions: mentions of one document are not independent. The draws come from
``random.Random(seed).random()``, whose sequence Python guarantees.
"""

from __future__ import annotations

import random
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glane.evaluate.measure import Prf

Draws: TypeAlias = "list[list[int]]"
"""Each draw holds the indices of as many documents as there are, with replacement."""

Interval: TypeAlias = "tuple[float, float]"

MINIMUM = 2
"""An interval needs as many documents (that have any mention of the kind), and as many draws."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A paired difference of F1.

    Attributes:
        f1: F1 of the one side.
        other_f1: F1 of the other side.
        difference: the first less the second.
        interval: 95 % interval of the difference; ``None`` with fewer than two documents.
        not_better: share of the draws in which the one is not better than the other.
    """

    f1: float | None
    other_f1: float | None
    difference: float | None
    interval: Interval | None
    not_better: float | None


def draw(documents: int, samples: int, seed: int) -> Draws:
    """Draw documents with replacement.

    Args:
        documents: how many documents there are.
        samples: how many draws to make.
        seed: the same seed gives the same draws.
    """
    source = random.Random(seed)  # noqa: S311 (no secret)
    return [[int(source.random() * documents) for _ in range(documents)] for _ in range(samples)]


def interval(scores: Sequence[Prf], draws: Draws) -> Interval | None:
    """95 % percentile interval of the micro-averaged F1.

    Args:
        scores: what each document has.
        draws: from `draw`, for as many documents.

    Returns:
        Its ends; ``None`` where it is undefined: fewer than two documents with a mention, or than two draws.
    """
    if _mentioning(scores) < MINIMUM:
        return None
    return _percentiles(value for value in _resampled(scores, draws) if value is not None)


def difference(scores: Sequence[Prf], others: Sequence[Prf], draws: Draws) -> Difference:
    """Paired difference of the micro-averaged F1 of two predictions of the same documents.

    Args:
        scores: what each document has on the one side.
        others: the same documents on the other side.
        draws: from `draw`, for as many documents; both sides are scored on the same draws.
    """
    one, other = f1(scores), f1(others)
    if one is None or other is None:
        return Difference(one, other, None, None, None)
    differences: list[float] = []
    if _mentioning(scores) >= MINIMUM and _mentioning(others) >= MINIMUM:
        differences = [
            a - b
            for a, b in zip(_resampled(scores, draws), _resampled(others, draws), strict=True)
            if a is not None and b is not None
        ]
    return Difference(
        f1=one,
        other_f1=other,
        difference=one - other,
        interval=_percentiles(differences),
        not_better=sum(d <= 0 for d in differences) / len(differences) if differences else None,
    )


def f1(scores: Iterable[Prf]) -> float | None:
    """Micro-averaged F1 of documents; ``None`` where there is no mention on either side."""
    right, mass = 0.0, 0
    for score in scores:
        right += score.right
        mass += score.predicted + score.gold
    return 2 * right / mass if mass else None


def _resampled(scores: Sequence[Prf], draws: Draws) -> list[float | None]:
    right = [2 * score.right for score in scores]
    mass = [score.predicted + score.gold for score in scores]
    values: list[float | None] = []
    for indices in draws:
        total = sum(map(mass.__getitem__, indices))
        values.append(sum(map(right.__getitem__, indices)) / total if total else None)
    return values


def _mentioning(scores: Iterable[Prf]) -> int:
    return sum(score.predicted + score.gold > 0 for score in scores)


def _percentiles(values: Iterable[float]) -> Interval | None:
    data = list(values)
    if len(data) < MINIMUM:
        return None
    cuts = statistics.quantiles(data, n=40, method="inclusive")
    return cuts[0], cuts[-1]
