"""The clause that a word stands in, by the marks that part clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.words import Word


def clause_before(words: Sequence[Word], first: int, reach: int) -> Iterator[int]:
    """Go back over the words before one, as far as its clause reaches.

    Args:
        words: of the text.
        first: index of the word.
        reach: how many words before it at most.

    Yields:
        Their indices, the nearest first.
    """
    for index in range(first - 1, max(-1, first - 1 - reach), -1):
        if words[index].is_break:
            return
        yield index
