"""Whether a number that may be a year counts or numbers something instead: «1500 soldats», «article 1984»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from glane.text.dates.places import match_word, without_stop
from glane.text.postcodes import is_addressed

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from glane.text.dates.guard_words import GuardWords
    from glane.text.dates.places import Left, Place

CHAIN = frozenset({",", ";", "-", "–", "(", ")", "/"})
"""Marks between the numbers of a list."""
_SHORTEST_PLURAL: Final = 4
_NEXT_YEARS = re.compile(r"(?:(?: ?[-–,] ?| [^\W\d]{1,2} )(?:1\d|2[01])\d\d(?!\d)){0,3}")
_NEXT_NUMBERS = re.compile(r"(?:(?: ?[-–,] ?| [^\W\d]{1,2} )\d{4}(?!\d)){0,3}")
_LARGER = re.compile(r" [^\W\d]{1,2} (?:\d{1,3}(?:[ .]\d{3}){1,3}|\d{5,9})(?!\d)")
_IN_BRACKETS = re.compile(r" ?\(\d{4}\)")
_COMPOUND = re.compile(r"(?:-[^\W\d_]+)+")


def is_year(place: Place, left: Left, guards: GuardWords, joins: AbstractSet[str]) -> bool:
    """Whether a number is a year, by what it counts, numbers or is joined to.

    Args:
        place: of the candidate.
        left: what stands in front of it.
        guards: words that say what a number is.
        joins: words that join dates.
    """
    strong = left.cue in ("since", "until", "in") or place.groups.get("mod") is not None
    first = int(place.groups.get("year") or "0")
    if first and not 1800 <= first <= 2100 and not strong and "year2" not in place.groups:
        return False
    if first and not 1000 <= first <= 2199:
        return False
    if left.cue == "between" and _LARGER.match(place.text, place.end):
        return False
    # «24 Md€ fin 2022»: what «fin» stands before is a year, whatever is in front.
    if place.groups.get("mod") is None and _numbers_something(left, guards, joins):
        return False
    says_where, is_at = (guards[kind].__contains__ for kind in ("address", "address_at"))
    if is_addressed(place.text, place.start, says_where, is_at):
        return False
    return not counts_something(place, guards, strong=left.cue == "in")


def is_marked(left: Left, guards: GuardWords) -> bool:
    """Whether the number of something stands right in front: «note No 27, le 3 avril»."""
    tokens = without_stop(left.tokens)
    if len(tokens) > 1 and tokens[-1] in guards["citing"] and tokens[-2] in guards["citation"]:
        tokens = tokens[:-1]  # «la loi organique 2012-23»
    return bool(tokens) and tokens[-1] in guards["numbering"]


def _numbers_something(left: Left, guards: GuardWords, joins: AbstractSet[str]) -> bool:
    """Whether the number is the number of an article, a law … perhaps in a list of several."""
    if is_marked(left, guards):
        return True
    tokens = without_stop(left.tokens)
    if not tokens:
        return False
    chain = CHAIN | joins
    index = len(tokens) - 1
    if tokens[-1] in guards["address_at"]:  # «les articles 1984 à 1990»
        index -= index > 0 and tokens[index - 1].isdigit()
    elif tokens[-1] not in chain or tokens[-1] == "(":
        return False
    numbers = 0
    while index >= 0 and (tokens[index] in chain or tokens[index].isdigit()):
        numbers += tokens[index].isdigit()
        index -= 1
    return numbers > 0 and index >= 0 and tokens[index] in guards["numbering"]


def counts_something(place: Place, guards: GuardWords, *, strong: bool) -> bool:
    """Whether a unit or what is counted follows: «1500 soldats», «2000 m²»."""
    if _IN_BRACKETS.match(place.text, place.end):
        return True
    # «en 2020 et 6434 lits» has a year and a number, «2020 et 6434 lits» two numbers.
    chain = (_NEXT_YEARS if strong else _NEXT_NUMBERS).match(place.text, place.end)
    match = match_word(place.text, chain.end() if chain else place.end)
    if match is None or not match[1]:
        return False
    word = match[1]
    if _is_plural(word, guards) and guards.is_a("unit", word.lower()):
        return True  # «2000 Watts»
    if guards.is_a("unit", word) or guards.is_a("unit", word + place.text[match.end() : match.end() + 1].strip()):
        return True
    if strong or not word.islower():
        return False
    compound = _COMPOUND.match(place.text, match.end())
    return _is_plural(word, guards) or (compound is not None and _is_plural_compound(word + compound[0], guards))


def _is_plural(word: str, guards: GuardWords) -> bool:
    return len(word) >= _SHORTEST_PLURAL and word[-1] in "sx" and not guards.is_a("function", word)


def _is_plural_compound(word: str, guards: GuardWords) -> bool:
    """Whether the last part of a word with hyphens is a plural: «2000 sous-traitants», but not «2012 ont-elles»."""
    return _is_plural(word, guards) and not guards.is_a("function", word.rpartition("-")[2])
