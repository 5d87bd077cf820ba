"""Names whose short form is made of the beginnings of their words: «Europol»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.acronyms.edge_costs import crossing_costs, edge_cost, has_title, is_governed
from glane.text.acronyms.letters import chunk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.acronyms import AcronymRules
    from glane.text.acronyms.words import FormWord

_GOVERNED = 0.5


def find_syllables(words: Sequence[FormWord], letters: str, rules: AcronymRules) -> tuple[int, float] | None:
    """Match a name made of beginnings of words («Europol»: EUROpéen, POLice), behind a head noun.

    Args:
        words: the clause; the name ends with its last word.
        letters: the acronym's letters, folded.
        rules: the acronym tables.

    Returns:
        The index of the first word and the cost; ``None`` for no name.
    """
    covered = [False] * len(letters)
    chunks: list[int] = []
    best: tuple[int, float] | None = None
    crossing = crossing_costs(words, rules)
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if word.function or word.folded == letters:
            continue
        size, place = chunk(word.folded, letters, covered)
        if size:
            chunks.append(size)
            covered[place : place + size] = [True] * size
        enough = sum(chunks) * 5 >= len(letters) * 3 and (max(chunks) >= 5 or (len(chunks) >= 2 and max(chunks) >= 3))
        if not enough or index == len(words) - 1 or has_title(words, index, rules):
            continue
        # «celle du Centre …, de l'Office des marées»: the next of a list, governed by no word of the name
        governed = is_governed(words, index, rules) and not _begins_item(words, index, rules)
        edge = edge_cost(words, index, rules) + _GOVERNED * governed + crossing[index]
        opens = word.lower in rules.heads or word.capital
        if opens and edge <= 0.0 and (best is None or edge < best[1]):
            best = index, edge
    return best


def _begins_item(words: Sequence[FormWord], index: int, rules: AcronymRules) -> bool:
    """Whether a comma stands before «de» and an article in front of a word: «…, de l'Office»."""
    first = index - 1
    if first > 0 and words[first].lower in rules.singular and words[first - 1].lower in rules.joins:
        first -= 1
    return words[first].comma
