"""Which words an acronym stands for: letters in order, in any order or another language, or the head noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from glane.rules.acronyms import fold_letters
from glane.text.acronyms.edge_costs import crossing_costs, edge_cost, has_title, is_governed, phrase_start, widen_start
from glane.text.acronyms.letters import INFINITE, align, coverage, letters_of
from glane.text.acronyms.syllables import find_syllables
from glane.text.acronyms.words import MAX_WORDS, is_elision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.acronyms import AcronymRules
    from glane.text.acronyms.words import FormWord

_NUMBERED = re.compile(r"(.*[^\W\d_])[- ]?\d{1,2}")
_REPEATED = re.compile(r"([2-4])([^\W\d_])")
"""A letter that stands several times: «PAP2A», «3FPT»."""
# From this cost on, letters taken from inside of words may be a coincidence.
_DOUBTFUL = 0.4
# Cost of a content word left over, and limits, of a match in any order.
_IDLE = 0.3
_ORDER_LIMIT = 2.0
_HEAD_LIMIT = 2.4


class Match(NamedTuple):
    """Words ``first`` to ``last`` (inclusive) are the long form.

    Attributes:
        first: index of the first word.
        last: index of the last word.
        evidence: letters, order or head, as in ``acronyms/forms.tsv``.
        cost: how unsure it is; only good for comparison.
        complete: every letter has its word.
    """

    first: int
    last: int
    evidence: str
    cost: float
    complete: bool = False


def _limit_of(size: int) -> float:
    """Return the cost up to which an alignment of so many letters is believed."""
    return 0.25 if size <= 2 else 0.4 * size - 0.3


def match_before(words: Sequence[FormWord], short: str, rules: AcronymRules, *, strict: bool = False) -> Match | None:
    """Find the long form of an acronym among the words to its left.

    Args:
        words: the clause, from ``words_before``; the long form ends with its last word.
        short: the acronym.
        rules: the acronym tables.
        strict: only letters in order, nothing left over, will do (for «X ou Y», «X - Y»).

    Returns:
        The long form, or None.
    """
    if short.endswith("+"):
        # «Fonds social européen plus (FSE+)»: the sign may have its word.
        read = len(words) > 1 and words[-1].lower in rules.plus
        match = match_before(words[:-1] if read else words, short[:-1], rules, strict=strict)
        return match and match._replace(last=match.last + read)
    match = _match_letters(words, short, rules, strict)
    if match is None or match.evidence != "letters":
        spelt = _REPEATED.sub(lambda found: found[2] * int(found[1]), short)
        repeated = _match_letters(words, spelt, rules, strict=True) if spelt != short else None
        if repeated is not None:
            return repeated
    if strict or (match is not None and match.evidence == "letters"):
        return match
    numbered = _NUMBERED.fullmatch(short)
    if numbered and len(numbered[1]) >= 3 and numbered[1].isalpha():
        return _match_numbered(words, numbered[1], rules) or match
    return match


def _match_numbered(words: Sequence[FormWord], stem: str, rules: AcronymRules) -> Match | None:
    """Match an acronym without its number; an ordinal in front may say it («troisième … (PIA 3)»)."""
    match = _match_letters(words, stem, rules, strict=True)
    if match is not None and match.first > 0 and words[match.first - 1].lower in rules.ordinals:
        return match._replace(first=match.first - 1)
    return match


def _match_letters(words: Sequence[FormWord], short: str, rules: AcronymRules, strict: bool) -> Match | None:
    letters, free = letters_of(short)
    first = _reach(words, short.lower(), 2 * len(letters) + 2 if strict else MAX_WORDS)
    match = _match_reach(words[first:], short, letters, free, rules, strict)
    return None if match is None else match._replace(first=match.first + first, last=match.last + first)


def _reach(words: Sequence[FormWord], short: str, most: int) -> int:
    """Return the first word that a long form may take: it does not hold the acronym itself."""
    for index in range(len(words) - 1, max(0, len(words) - most), -1):
        if words[index].lower == short:
            return index + 1
    return max(0, len(words) - most)


def _match_reach(
    words: Sequence[FormWord], short: str, letters: str, free: Sequence[bool], rules: AcronymRules, strict: bool
) -> Match | None:
    last = len(words) - 1
    if last < 0 or len(letters) < 2 or (words[last].function and words[last].folded[0] != letters[-1]):
        return None
    first = _strict(words, letters)
    if first is not None and edge_cost(words, first, rules) <= 0.0 and last > first:
        return _widen(words, Match(first, last, "letters", 0.0, complete=True), rules)
    ordered, alignment = _best_ordered(words, letters, free, rules)
    if ordered is not None and ordered.cost > (0.3 if strict else _limit_of(len(letters) - sum(free))):
        ordered = None
    if ordered is not None and has_title(words, ordered.first, rules):
        return None
    if not strict and (ordered is None or alignment >= _DOUBTFUL or _is_tail(words, ordered, alignment, rules)):
        unordered = _best_unordered(words, short, letters, rules)
        if ordered is None or (unordered is not None and _is_better(words, ordered, unordered, rules)):
            ordered = unordered
    return None if ordered is None else _widen(words, ordered, rules)


def _is_tail(words: Sequence[FormWord], match: Match, alignment: float, rules: AcronymRules) -> bool:
    """Tell whether one word that gives several letters is the complement of another: «Comité de l'Accord de 1958 (AC.1)»."""
    content = sum(not word.function and not word.folded.isdigit() for word in words[match.first :])
    return content == 1 and alignment > 0 and is_governed(words, match.first, rules)


def _widen(words: Sequence[FormWord], match: Match, rules: AcronymRules) -> Match | None:
    """Move the left edge to where the noun phrase begins; no match behind a person's title."""
    first = widen_start(words, match.first, rules)
    return None if has_title(words, first, rules) else match._replace(first=first)


def _strict(words: Sequence[FormWord], letters: str) -> int | None:
    """Return the word at which the initials of the content words spell the acronym, up to the last word."""
    at = len(letters) - 1
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if word.function and word.folded[0] != letters[at]:
            continue
        if word.folded[0] != letters[at]:
            return None
        if word.function:
            return None
        if at == 0:
            return index
        at -= 1
    return None


def _is_better(words: Sequence[FormWord], ordered: Match, unordered: Match, rules: AcronymRules) -> bool:
    """Tell whether letters in any order find a better name than inner letters in order.

    It begins further left, with a head noun («Bureau du Procureur général (PGR)» is not «Procureur
    généRal»), or it leaves out a word in front of a complete name («Experts de la Commission européenne …»).
    """
    if unordered.first > ordered.first:
        return unordered.complete and unordered.cost < 0.0 and not words[ordered.first].capital
    if any(word.comma for word in words[unordered.first + 1 : ordered.first + 1]):
        return False
    between = sum(not word.function for word in words[unordered.first : ordered.first])
    return 0 < between <= 3 and (unordered.complete or words[unordered.first].lower in rules.heads)


def _best_ordered(
    words: Sequence[FormWord], letters: str, free: Sequence[bool], rules: AcronymRules
) -> tuple[Match | None, float]:
    """Return the best match of letters in order, and what its alignment costs by itself."""
    aligned = align(words, letters, free, rules)
    crossing = crossing_costs(words, rules)
    best: Match | None = None
    for index in range(len(words) - 1, -1, -1):
        alone = index == len(words) - 1
        if aligned[index] >= INFINITE or (alone and len(words[index].folded) <= len(letters) + 1):
            continue
        word = words[index]
        # A capitalised article that gives a letter belongs to the name: «La France insoumise (LFI)».
        opening = word.capital and word.lower in rules.singular and not is_elision(words, index)
        edge = 0.0 if opening else edge_cost(words, index, rules)
        cost = aligned[index] + edge + crossing[index]
        if best is None or cost < best.cost - 1e-9:
            best = Match(index, len(words) - 1, "letters", cost, complete=True)
    return best, INFINITE if best is None else aligned[best.first]


def _best_unordered(words: Sequence[FormWord], short: str, letters: str, rules: AcronymRules) -> Match | None:
    """Match letters in any order, or in another language; then fall back on the head noun."""
    capitals = [char for char in short if char.isupper()]
    if len(capitals) < 2:
        found = find_syllables(words, letters, rules)
        return None if found is None else Match(found[0], len(words) - 1, "order", found[1])
    wanted = "".join(fold_letters(char) for char in short if char.isupper() or char.isdigit())
    size = len(wanted)
    counts = coverage(words, wanted, rules)
    crossing = crossing_costs(words, rules)
    start = phrase_start(words, rules)
    best: Match | None = None
    for index in range(len(words) - 2, -1, -1):
        given, idle = counts[index]
        edge = edge_cost(words, index, rules)
        if edge >= INFINITE or given < (2 if size == 2 else 1) or (index < start and given < size):
            continue
        if has_title(words, index, rules) or _acts_on(words, index, rules):
            continue
        idle_before = counts[index + 1][0] == given
        if idle_before and not (words[index].capital or words[index].lower in rules.heads):
            continue
        evidence = _evidence(words, index, given, wanted, edge, rules)
        if not evidence:
            continue
        cost = 3.0 * (size - given) / size + _IDLE * idle + 2 * edge + 1.5 * crossing[index]
        cost += _opening_cost(words, index, wanted[0], rules, complete=given == size)
        if best is None or cost < best.cost - 1e-9:
            best = Match(index, len(words) - 1, evidence, cost, complete=given == size)
    if best is None or best.cost > (_ORDER_LIMIT if best.evidence == "order" else _HEAD_LIMIT):
        return None
    return best


def _opening_cost(words: Sequence[FormWord], index: int, letter: str, rules: AcronymRules, *, complete: bool) -> float:
    """Say what speaks for the word that opens a name, the first letter, and against it, that it is governed."""
    cost = -0.3 if words[index].folded[0] == letter else 0.0
    if is_governed(words, index, rules):
        cost += 0.4 if words[index].lower in rules.heads and complete else 0.8
    return cost


def _acts_on(words: Sequence[FormWord], index: int, rules: AcronymRules) -> bool:
    """Whether a verb stands at a word, its object with an article behind it: «ont conduit le Contrôle des ports (CDP)»."""
    following = words[index + 1].lower
    return not words[index].capital and following in rules.singular


def _evidence(words: Sequence[FormWord], index: int, given: int, wanted: str, edge: float, rules: AcronymRules) -> str:
    """Say on what evidence a phrase may begin at a word, empty for none."""
    word = words[index]
    size = len(wanted)
    head = word.lower in rules.heads
    if given == size:
        return "order"
    if (
        given >= 2
        and given * 2 >= size
        and (head or (given * 5 >= size * 3 and (word.capital or (word.folded[0] == wanted[0] and edge <= 0.0))))
    ):
        return "order"
    # A head noun with a letter or two: capitalised, or behind an article of its own.
    own = index == 0 or (words[index - 1].lower in rules.determiners and words[index - 1].lower not in rules.joins)
    if head and size >= 3 and len(words) - index >= 2 and (word.capital or own) and len(words[-1].folded) > 1:
        return "head"
    return ""


def match_after(words: Sequence[FormWord], short: str, rules: AcronymRules, *, loose: bool = False) -> Match | None:
    """Match an acronym with the words that follow it, which must begin with the first of them.

    Args:
        words: from ``words_after``; where the long form ends is known.
        short: the acronym.
        rules: the acronym tables.
        loose: words may be left over (the sign between the two, «=», is evidence already).

    Returns:
        The match, or None.
    """
    letters, free = letters_of(short)
    if len(words) < 2 or len(letters) < 2 or words[0].lower in rules.breakers:
        return None
    last = len(words) - 1
    cost = align(words, letters, free, rules)[0]
    size = len(letters) - sum(free)
    if cost <= (_limit_of(size) if sum(map(str.isupper, short)) >= 2 else 0.25 * size):
        return Match(0, last, "letters", cost, complete=True)
    wanted = "".join(fold_letters(char) for char in short if char.isupper() or char.isdigit())
    given, idle = coverage(words, wanted, rules)[0]
    if given >= 2 and given * (2 if loose else 1.5) >= len(wanted) and idle <= (2 + given if loose else given // 2):
        return Match(0, last, "order", 0.5 * idle + len(wanted) - given)
    return None
