"""Which predicted mention answers which gold mention of a document.

A mention overlaps another when they share a code point: half-open spans that only touch do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glane.evaluate.mention import Mention

    Condition: TypeAlias = Callable[[Mention, Mention], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold mention and the predicted one that answers it; `stage`: number of the condition they met."""

    gold: Mention
    predicted: Mention
    stage: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of a document, and what stayed alone on either side, all in the order of the text."""

    pairs: tuple[Pair, ...]
    missed: tuple[Mention, ...]
    spurious: tuple[Mention, ...]

    def count(self, stage: int) -> int:
        """Number of pairs that met the condition of this number."""
        return sum(pair.stage == stage for pair in self.pairs)


def same_span(gold: Mention, predicted: Mention) -> bool:
    """Same start and same end."""
    return gold.start == predicted.start and gold.end == predicted.end


def same_kind(gold: Mention, predicted: Mention) -> bool:
    """Same kind; with what `align` adds: and the spans overlap."""
    return gold.kind == predicted.kind


def same_span_and_kind(gold: Mention, predicted: Mention) -> bool:
    """Same kind, same start, same end."""
    return same_kind(gold, predicted) and same_span(gold, predicted)


def overlap(_gold: Mention, _predicted: Mention) -> bool:
    """Whatever the kinds; with what `align` adds: the spans overlap."""
    return True


def align(gold: Sequence[Mention], predicted: Sequence[Mention], *stages: Condition) -> Alignment:
    """Pair the mentions of one document, each at most once, stage by stage.

    Each stage pairs as many as can be paired (a maximum matching of the bipartite graph) of the mentions that
    earlier stages left alone, whose spans overlap and who meet its condition. Where there is a
    choice, the longer overlap is tried first, then the earlier mention.

    Args:
        gold: gold mentions of a document, in any order; they may overlap each other.
        predicted: predicted mentions of the same document.
        stages: the conditions, the preferred first.
    """
    pairs: list[tuple[int, int, int]] = []
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    edges = overlapping(gold, predicted)
    for stage, condition in enumerate(stages):
        edges = [(g, p) for g, p in edges if g in free_gold and p in free_predicted]
        wanted = [(g, p) for g, p in edges if condition(gold[g], predicted[p])]
        matched = maximum_matching(_adjacency(wanted, gold, predicted))
        pairs.extend((g, p, stage) for g, p in matched.items())
        free_gold -= matched.keys()
        free_predicted -= set(matched.values())
    return Alignment(
        pairs=_in_order(tuple(Pair(gold[g], predicted[p], stage) for g, p, stage in sorted(pairs))),
        missed=tuple(sorted((gold[g] for g in free_gold), key=_place)),
        spurious=tuple(sorted((predicted[p] for p in free_predicted), key=_place)),
    )


def overlapping(gold: Sequence[Mention], predicted: Sequence[Mention]) -> list[tuple[int, int]]:
    """Index pairs of the mentions that share a code point, by a sweep over the text.

    Takes O(n log n) and the number of pairs.
    """
    events = sorted(
        [(mention.start, False, index) for index, mention in enumerate(gold)]
        + [(mention.start, True, index) for index, mention in enumerate(predicted)]
    )
    open_gold: list[int] = []
    open_predicted: list[int] = []
    pairs: list[tuple[int, int]] = []
    for start, is_predicted, index in events:
        if is_predicted:
            open_gold = [g for g in open_gold if gold[g].end > start]
            pairs.extend((g, index) for g in open_gold)
            open_predicted.append(index)
        else:
            open_predicted = [p for p in open_predicted if predicted[p].end > start]
            pairs.extend((index, p) for p in open_predicted)
            open_gold.append(index)
    return pairs


def maximum_matching(adjacency: dict[int, list[int]]) -> dict[int, int]:
    """Match as many left nodes of a bipartite graph as can be, by augmenting paths (Kuhn 1955, Berge 1957).

    Args:
        adjacency: the right nodes of each left node, the preferred first.

    Returns:
        The right node of each left node that got one.
    """
    partner: dict[int, int] = {}
    owner: dict[int, int] = {}
    for root in adjacency:
        _augment(root, adjacency, partner, owner)
    return partner


def _augment(root: int, adjacency: dict[int, list[int]], partner: dict[int, int], owner: dict[int, int]) -> None:
    """Find breadth-first a free right node that `root` can reach, and shift the partners along the way."""
    reached_from: dict[int, int] = {}
    queue = [root]
    for left in queue:
        for right in adjacency[left]:
            if right in reached_from:
                continue
            reached_from[right] = left
            if right in owner:
                queue.append(owner[right])
                continue
            _shift(root, right, reached_from, partner, owner)
            return


def _shift(root: int, right: int, reached_from: dict[int, int], partner: dict[int, int], owner: dict[int, int]) -> None:
    while True:
        left = reached_from[right]
        given_up = partner.get(left)
        partner[left], owner[right] = right, left
        if left == root or given_up is None:
            return
        right = given_up


def _adjacency(
    edges: list[tuple[int, int]], gold: Sequence[Mention], predicted: Sequence[Mention]
) -> dict[int, list[int]]:
    def preference(edge: tuple[int, int]) -> tuple[int, int, int]:
        g, p = edge
        shared = min(gold[g].end, predicted[p].end) - max(gold[g].start, predicted[p].start)
        return -shared, g, p

    # The order of the keys counts too: a gold mention, once it has a partner, never goes without one again.
    adjacency: dict[int, list[int]] = {}
    for g, p in sorted(edges, key=preference):
        adjacency.setdefault(g, []).append(p)
    return adjacency


def _in_order(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: _place(pair.gold)))


def _place(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.kind
