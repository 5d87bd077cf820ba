from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluate.making import mention, mentions
from glane.evaluate.match import (
    align,
    maximum_matching,
    overlap,
    overlapping,
    same_kind,
    same_span,
    same_span_and_kind,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from glane.evaluate.mention import Mention

RELAXED = (same_span_and_kind, same_kind)


def shown(found: Sequence[Mention]) -> str:
    return ", ".join(f"{m.kind[0].upper()} {m.start} {m.end}" for m in found)


def relaxed(gold: str, predicted: str) -> str:
    alignment = align(mentions(gold), mentions(predicted), *RELAXED)
    return "; ".join(f"{shown([p.gold])} = {shown([p.predicted])}" for p in alignment.pairs)


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        ("O 0 4", "O 0 4", "O 0 4 = O 0 4"),
        ("O 0 4", "O 3 9", "O 0 4 = O 3 9"),
        ("O 0 4", "O 4 9", ""),  # half-open spans that touch
        ("O 4 9", "O 0 4", ""),
        ("O 0 4", "P 0 4", ""),
        ("", "O 0 4", ""),
        # One gold mention, found in two pieces: one of them answers it, the longer.
        ("O 0 10", "O 0 4, O 4 10", "O 0 10 = O 4 10"),
        # One predicted mention over two gold ones answers one of them.
        ("O 0 4, O 5 12", "O 0 12", "O 5 12 = O 0 12"),
        # The exact one is preferred to a longer overlap.
        ("O 2 4", "O 0 9, O 2 4", "O 2 4 = O 2 4"),
        # A duplicate answers nothing.
        ("O 0 4", "O 0 4, O 0 4", "O 0 4 = O 0 4"),
        # The longest overlap is given up where that makes one pair more.
        ("O 0 10, O 10 12", "O 0 3, O 3 12", "O 0 10 = O 0 3; O 10 12 = O 3 12"),
        # In the order of the text, the first gold mention would take the only partner of the second.
        ("O 0 9, O 8 12", "O 5 11, O 1 3", "O 0 9 = O 1 3; O 8 12 = O 5 11"),
    ],
)
def test_relaxed_pairs(gold: str, predicted: str, pairs: str) -> None:
    assert relaxed(gold, predicted) == pairs


def test_what_is_left_alone() -> None:
    alignment = align(mentions("D 20 24, O 0 4"), mentions("O 30 34, O 0 5, C 8 9"), *RELAXED)
    assert shown(alignment.missed) == "D 20 24"
    assert shown(alignment.spurious) == "C 8 9, O 30 34"
    assert (alignment.count(0), alignment.count(1)) == (0, 1)


def test_stages_in_their_order() -> None:
    alignment = align(
        mentions("O 0 4, O 5 9, O 10 14"),
        mentions("P 0 4, O 5 9, P 11 12"),
        same_span_and_kind,
        same_span,
        overlap,
    )
    assert [pair.stage for pair in alignment.pairs] == [1, 0, 2]


spans = st.tuples(st.sampled_from("OP"), st.integers(0, 12), st.integers(1, 6)).map(
    lambda t: f"{t[0]} {t[1]} {t[1] + t[2]}"
)
sides = st.lists(spans, max_size=6).map(lambda written: tuple(map(mention, written)))


@given(sides, sides)
def test_the_sweep_finds_all_overlaps(gold: tuple[Mention, ...], predicted: tuple[Mention, ...]) -> None:
    expected = [
        (i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if max(g.start, p.start) < min(g.end, p.end)
    ]
    assert sorted(overlapping(gold, predicted)) == expected


def most_pairs(gold: Sequence[Mention], predicted: Sequence[Mention]) -> int:
    """The size of a largest matching, by trying all."""
    if not gold:
        return 0
    first, rest = gold[0], gold[1:]
    best = most_pairs(rest, predicted)
    for index, p in enumerate(predicted):
        if p.kind == first.kind and max(first.start, p.start) < min(first.end, p.end):
            best = max(best, 1 + most_pairs(rest, [*predicted[:index], *predicted[index + 1 :]]))
    return best


@given(sides, sides)
def test_no_more_pairs_can_be_made(gold: tuple[Mention, ...], predicted: tuple[Mention, ...]) -> None:
    exact = align(gold, predicted, same_span_and_kind)
    alignment = align(gold, predicted, *RELAXED)
    assert alignment.count(0) == len(exact.pairs)
    assert alignment.count(1) == most_pairs(exact.missed, exact.spurious)
    assert len(alignment.pairs) + len(alignment.missed) == len(gold)
    assert len(alignment.pairs) + len(alignment.spurious) == len(predicted)
    assert all(same_kind(p.gold, p.predicted) for p in alignment.pairs)


@given(sides, sides, st.randoms(use_true_random=False))
def test_the_order_given_does_not_matter(
    gold: tuple[Mention, ...], predicted: tuple[Mention, ...], source: random.Random
) -> None:
    one = align(gold, predicted, *RELAXED)
    other = align(source.sample(gold, len(gold)), source.sample(predicted, len(predicted)), *RELAXED)
    assert (one.count(0), one.count(1)) == (other.count(0), other.count(1))


def test_long_augmenting_paths() -> None:
    # Each left node wants its left neighbour's right node first: the last one shifts all the others.
    count = 3000
    adjacency = {i: [i, i + 1] for i in range(count)}
    adjacency[count] = [0]
    matched = maximum_matching(adjacency)
    assert len(matched) == count + 1
    assert matched[count] == 0


def test_many_mentions_take_little_time() -> None:
    gold = [mention(f"O {i * 10} {i * 10 + 10}") for i in range(20_000)]
    predicted = [mention(f"O {i * 10 + 5} {i * 10 + 15}") for i in range(20_000)]
    begin = perf_counter()
    assert len(align(gold, predicted, *RELAXED).pairs) == 20_000
    assert perf_counter() - begin < 60
