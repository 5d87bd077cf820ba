"""Which kinds are taken for which: the confusion table over mentions that overlap."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.evaluate.match import align, overlap, same_kind, same_span_and_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.evaluate.pairing import DocumentPair
    from glane_records import MentionKind

Confusion = dict[tuple["MentionKind | None", "MentionKind | None"], int]
"""Counts by (kind in gold, kind predicted); ``None``: on this side there is nothing."""


def count_confusion(documents: Iterable[DocumentPair]) -> Confusion:
    """Count gold mentions by the kind of the predicted mention that answers them.

    Mentions are paired one to one: first those of the same kind and span, then those of the same kind that overlap, then
    those that overlap, as many as can be. What stays alone is counted against nothing.

    Args:
        documents: gold and predicted mentions of each document.

    Returns:
        The counts that are not zero.
    """
    counts: Counter[tuple[MentionKind | None, MentionKind | None]] = Counter()
    for document in documents:
        alignment = align(document.gold, document.predicted, same_span_and_kind, same_kind, overlap)
        counts.update((pair.gold.kind, pair.predicted.kind) for pair in alignment.pairs)
        counts.update((mention.kind, None) for mention in alignment.missed)
        counts.update((None, mention.kind) for mention in alignment.spurious)
    return dict(counts)
