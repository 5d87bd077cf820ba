"""Letters of an acronym against words: in order (with what is left over as a cost), or in any order.

After A. S. Schwartz and M. A. Hearst, «A simple algorithm for identifying abbreviation definitions in
biomedical text» (2003), with what French asks for: function words and elisions are skipped for free, and a
word may give several letters («SYstème DOuanier automatisé»).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.rules.acronyms import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.acronyms import AcronymRules
    from glane.text.acronyms.words import FormWord

INFINITE = 99.0
"""The cost of what cannot be."""
_MAX_LETTERS = 14

# Costs of an alignment, in words left over.
_SKIP_WORD = 1.0
_SKIP_PART = 0.5
_SKIP_NUMBER = 0.6
_TAKE_FUNCTION = 0.15
_TAKE_NEXT = 0.1
_TAKE_INNER = 0.45
_SKIP_SMALL = 0.2


def letters_of(short: str) -> tuple[str, tuple[bool, ...]]:
    """Return the letters and digits of an acronym, folded, and for each whether it may be left over.

    Small letters may, where the acronym has capitals enough («BAfD», «ProFi»); a plural «s» is no letter.
    """
    kept = [char for char in short if char.isalnum()]
    if len(kept) > 2 and kept[-1] == "s" and all(char.isupper() for char in kept[:-1]):
        kept.pop()
    optional = sum(map(str.isupper, kept)) >= 2
    folded: list[str] = []
    free: list[bool] = []
    for char in kept[:_MAX_LETTERS]:
        for letter in fold_letters(char):
            folded.append(letter)
            free.append(optional and char.islower())
    return "".join(folded), tuple(free)


def _take_costs(word: FormWord, letters: str, at: int, rules: AcronymRules) -> list[float]:
    """Return the costs of taking 1, 2 … letters, from its initial, letter ``at``, on, out of one word."""
    folded = word.folded
    costs = [_TAKE_FUNCTION if word.function and not word.capital else 0.0]
    if word.function:
        return costs
    parts = _part_starts(folded, rules)
    place = 0
    for index in range(at + 1, len(letters)):
        found = folded.find(letters[index], place + 1)
        if found < 0:
            break
        part = next((start for start in parts if start > place and folded.startswith(letters[index], start)), 0)
        step = _TAKE_NEXT if part or found == place + 1 else _TAKE_INNER
        costs.append(costs[-1] + step)
        place = part or found
    return costs


def _part_starts(folded: str, rules: AcronymRules) -> list[int]:
    """Return where the further parts of a compound begin («extra|budgétaire», «poly|bromo|diphényle»)."""
    starts: list[int] = []
    place = 0
    while len(folded) - place > 6:
        for size in range(min(9, len(folded) - place - 3), 2, -1):
            if folded[place : place + size] in rules.prefixes:
                place += size
                starts.append(place)
                break
        else:
            break
    return starts


def _skip_cost(word: FormWord) -> float:
    if word.function:
        return 0.0
    if word.folded.isdigit():
        return _SKIP_NUMBER
    return _SKIP_PART if word.part else _SKIP_WORD


def align(words: Sequence[FormWord], letters: str, free: Sequence[bool], rules: AcronymRules) -> list[float]:
    """Align letters with words, in order, by dynamic programming from the right.

    Args:
        words: the words.
        letters: the acronym's letters, folded.
        free: for each letter, whether it may be left over.
        rules: the acronym tables.

    Returns:
        For each word, the least cost of an alignment that gives this word the first letter.
    """
    size = len(letters)
    can_skip = any(free)
    after = [INFINITE] * (size + 1)
    after[size] = 0.0
    for index in range(size - 1, -1, -1):
        if free[index]:
            after[index] = after[index + 1] + _SKIP_SMALL
    result = [INFINITE] * len(words)
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        skip = _skip_cost(word)
        row = [cost + skip for cost in after]
        initial = word.folded[0]
        for at in range(size) if initial in letters else ():
            if letters[at] != initial:
                continue
            taken = INFINITE
            for count, cost in enumerate(_take_costs(word, letters, at, rules), start=1):
                taken = min(taken, cost + after[at + count])
            if at == 0:
                result[number] = taken
            row[at] = min(row[at], taken)
        for at in range(size - 1, -1, -1) if can_skip else ():
            if free[at]:
                row[at] = min(row[at], row[at + 1] + _SKIP_SMALL)
        after = row
    return result


def _other_initials(word: FormWord, rules: AcronymRules) -> str:
    """Return the first letters that a word has in other languages."""
    folded = word.folded
    for size in range(len(folded), 2, -1):
        found = rules.initials.get(folded[:size])
        if found is not None:
            return found
    return ""


def coverage(words: Sequence[FormWord], letters: str, rules: AcronymRules) -> list[tuple[int, int]]:
    """Count, for the words from each one to the last, the letters of the acronym that they give in any order.

    Returns:
        For each word: letters given, content words that gave none.
    """
    open_letters = list(letters)
    given = idle = 0
    result = [(0, 0)] * len(words)
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if not word.function:
            folded = word.folded
            initial = folded[0]
            if folded.isdigit():
                hits = [digit for digit in folded if digit in open_letters]
            elif initial in open_letters:
                hits = [initial]
            else:
                hits = [other for other in _other_initials(word, rules) if other in open_letters][:1]
            hits += [folded[start] for start in _part_starts(folded, rules)]
            for letter in hits:
                if letter in open_letters:
                    open_letters.remove(letter)
                    given += 1
            idle += not hits and not word.part
        result[index] = (given, idle)
    return result


def chunk(folded: str, letters: str, covered: Sequence[bool]) -> tuple[int, int]:
    """Return size and place of the longest beginning of a word that stands in the acronym.

    Args:
        folded: the word.
        letters: the acronym's letters, folded.
        covered: which of them are taken.

    Returns:
        The size, two letters at least, and the place; zeros for none.
    """
    for size in range(min(len(folded), len(letters)), 1, -1):
        place = letters.find(folded[:size])
        if place >= 0 and not any(covered[place : place + size]):
            return size, place
    return 0, 0
