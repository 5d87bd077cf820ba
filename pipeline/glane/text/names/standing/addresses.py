"""Names that are but a part of an address on the web."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from glane.text.candidate import Candidate

_CLOSING = '.,;:!?)»”"'
"""What may close a sentence right behind an address."""


def is_in_address(
    text: str, candidate: Candidate, addresses: list[tuple[int, int]], known: AbstractSet[tuple[int, int]]
) -> bool:
    """Whether a candidate stands in one of some addresses, which are in order, and is not a known name that fills it.

    Nor one that ends in such a name, of those in ``known``: «le programme velmora.gouv.fr».

    Args:
        text: of the document.
        candidate: what may be a name.
        addresses: where they begin and end.
        known: begins and ends of the names of the knowledge base.
    """
    index = bisect_right(addresses, (candidate.end, 0)) - 1
    if index < 0 or addresses[index][1] <= candidate.start:
        return False
    start, end = addresses[index]
    if candidate.start < start and (start, candidate.end) in known:
        return bool(text[candidate.end : end].strip(_CLOSING))
    return not (candidate.is_known and candidate.start == start and not text[candidate.end : end].strip(_CLOSING))
