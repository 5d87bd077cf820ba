"""Where a long form may begin: what speaks for and against a word as the left edge of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.acronyms.letters import INFINITE
from glane.text.acronyms.words import opens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.acronyms import AcronymRules
    from glane.text.acronyms.words import FormWord

# Costs of a left edge, in words left over.
_MID_PHRASE = 1.0
_HEAD = -0.4
_CAPITAL = -0.3
_COMMA = 0.3
_SOFT = 0.5


def edge_cost(words: Sequence[FormWord], index: int, rules: AcronymRules) -> float:
    """Say how well a word begins a name: 0 behind a function word, less for heads and capitals."""
    word = words[index]
    cost = 0.0
    if word.function and (not word.capital or index == 0 or word.lower in rules.determiners):
        return INFINITE
    if word.folded.isdigit():
        return INFINITE
    head = word.lower in rules.heads
    if index and not word.comma:
        before = words[index - 1]
        if word.part:
            cost += _MID_PHRASE
        elif not _is_closed(before, word, rules):
            # «un programme Jeunesse», «les pays ACP»: a capital may still open the name.
            if not word.capital:
                cost += 1.5 * _MID_PHRASE
            elif before.capital:
                cost += _MID_PHRASE
            else:
                cost += (0.2 if head else 0.5) * _MID_PHRASE
    if head:
        cost += _HEAD
    if word.capital:
        cost += _CAPITAL
    return cost


def _is_closed(before: FormWord, word: FormWord, rules: AcronymRules) -> bool:
    """Tell whether the word in front of a left edge ends something: function word, number, heading."""
    if before.function or before.folded.isdigit():
        return True
    if before.lower in rules.soft or before.lower in rules.ordinals or before.lower in rules.passing:
        return True
    return before.shouted and not word.shouted


def has_title(words: Sequence[FormWord], index: int, rules: AcronymRules) -> bool:
    """Tell whether the word before announces a person."""
    return index > 0 and words[index - 1].lower in rules.titles


def is_governed(words: Sequence[FormWord], index: int, rules: AcronymRules) -> bool:
    """Tell whether a word is the complement of a noun: «de», «du», «de l'» stand before it."""
    if index and words[index - 1].lower in rules.joins:
        return True
    return index > 1 and words[index - 1].lower in rules.singular and words[index - 2].lower in rules.joins


def crossing_costs(words: Sequence[FormWord], rules: AcronymRules) -> list[float]:
    """Return for each word the cost of what stands behind it: commas, words seldom in names."""
    costs = [0.0] * len(words)
    running = 0.0
    for index in range(len(words) - 1, -1, -1):
        costs[index] = running
        running += _COMMA * words[index].comma + _SOFT * (words[index].lower in rules.soft)
    return costs


def phrase_start(words: Sequence[FormWord], rules: AcronymRules) -> int:
    """Return the first word of the last phrase: behind «ainsi que», a possessive, «dans la» with a noun of a body behind it.

    Only letters in order show that a name goes over them.

    Args:
        words: the clause.
        rules: the acronym tables.
    """
    headed = False
    for index in range(len(words) - 2, -1, -1):
        after, lower = words[index + 1].lower, words[index].lower
        headed = headed or after in rules.heads
        if lower in rules.apart or (headed and lower in rules.where and after in rules.singular):
            return index + 1
    return 0


def widen_start(words: Sequence[FormWord], first: int, rules: AcronymRules) -> int:
    """Move a left edge to where its noun phrase begins.

    To the beginning of a compound («Plan-cadre …»), and over a bare «de» or a «pour» with a singular article
    to a capitalised noun: «Centre de coopération internationale … (CIRAD)».

    Args:
        words: the clause.
        first: the left edge.
        rules: the acronym tables.

    Returns:
        The left edge, moved or not.
    """
    while first > 0 and words[first].part:
        first -= 1
    if first == 0 or words[first].capital:
        return first
    place = first - 1
    if words[place].lower in rules.singular:
        place -= 1
        linked = place > 0 and words[place].lower in rules.aims
    else:
        linked = words[place].lower in rules.joins and words[place].lower not in rules.determiners
    return place - 1 if linked and place > 0 and opens(words, place - 1, rules) else first
