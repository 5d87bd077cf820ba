"""Shares of a whole in numbers with the thing counted between them: «un enfant sur quatre», «neuf écoles sur dix»."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from glane.rules.phrases import last_word
from glane.text.figures.context import has_after, noun_behind
from glane.text.figures.words import Cardinal, read_cardinal

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules

_NEXT = re.compile(r"(?P<joint> {1,2}|-)?(?P<word>[^\W\d_]+)")
_COUNTED = re.compile(r"(?: {1,2}|-|')([^\W\d_]+)")
_MOST_WORDS = 4
_NEAR = 60
"""Characters in which the word of a share stands behind a number of several things."""
_WHOLE = re.compile(r" (\d{1,3}(?: \d{3}){0,2}|\d{4,6})(?![\w%]|[.,/-]\d| \d)")
_TEN = 10
_ROUND = frozenset(map(Decimal, (10, 100, 1000, 10_000, 100_000)))
"""Wholes in digits of which several are a share; those of others are things counted too («16 puits sur 20»)."""


def whole_behind(folded: str, end: int, rules: FigureRules) -> Cardinal | None:
    """The whole of «un sur cinq», with nothing counted behind: «l'un sur cinq ans» is no share.

    Args:
        folded: text in lower case.
        end: where «sur» ends.
        rules: number words.
    """
    whole = _read_whole(folded, end, rules)
    return None if whole is None or whole.value < 2 or _goes_on(folded, whole.end, rules) else whole


def whole_of_things(folded: str, end: int, count: Decimal, rules: FigureRules) -> Cardinal | None:
    """The whole of «un enfant sur quatre», but neither of «un rapport sur quatre pays» nor «une note sur vingt».

    Of several the whole is round, as that of a share is: «trois enfants sur quatre», «15 enfants sur 100», not «8 enfants
    sur 9».

    Args:
        folded: text in lower case.
        end: where the number of things ends.
        count: that number.
        rules: number words.
    """
    in_digits = folded[end - 1].isdigit()
    if in_digits or count != 1:
        near = folded[end : end + _NEAR]
        if not any(f" {form} " in near for form in rules.context("share").forms):
            return None
    mark = _counted_end(folded, end, count, rules)
    whole = None if mark is None else whole_behind(folded, mark, rules)
    if whole is None or mark is None or (count == 1 and not in_digits):
        return whole
    small = whole.value <= _TEN and (count == 1 or not folded[whole.end - 1].isdigit())  # «1 enfant sur 3»
    told = small or whole.value in _ROUND
    return whole if told and count < whole.value else None


def is_upper(folded: str, start: int, rules: FigureRules) -> bool:
    """Whether a number joins one before it to a range, of which it is no share alone: «deux à trois enfants sur dix».

    Args:
        folded: text in lower case.
        start: where the number begins.
        rules: number words and links.
    """
    link = last_word(folded, start - 1) if start else ""
    if rules.links.get(link) not in ("range", "or", "and"):
        return False
    before = last_word(folded, start - len(link) - 2)
    return before in rules.numbers or before[-1:].isdigit()


def _counted_end(folded: str, end: int, count: Decimal, rules: FigureRules) -> int | None:
    """Where «sur» ends behind the thing that a number counts."""
    first = _NEXT.match(folded, end)
    if first is None:
        return None
    unit = rules.unit_words.after(folded, first.start("word"))
    measured = unit is not None and (count != 1 or unit[1].quantity == "duration")
    if measured or any(rules.context(name).has_word(first["word"]) for name in ("mean", "mark")):
        return None
    word = ""
    for _ in range(_MOST_WORDS + 1):
        noun = _COUNTED.match(folded, end)
        if noun is None:
            return None
        if word and rules.context("share").has_word(noun[1]):
            return noun.end()
        end, word = noun.end(), noun[1]
        if word in rules.numbers or rules.context("function").has_word(word) or rules.word_class("stop").has_word(word):
            return None
    return None


def _read_whole(folded: str, end: int, rules: FigureRules) -> Cardinal | None:
    """The number of all of which some are taken, in words or digits."""
    digits = _WHOLE.match(folded, end)
    if digits is not None:
        return Cardinal(Decimal(digits[1].replace(" ", "")), digits.end())
    match = _NEXT.match(folded, end)
    return None if match is None else read_cardinal(folded, match.start("word"), rules)


def _goes_on(folded: str, end: int, rules: FigureRules) -> bool:
    """Whether a number counts something itself, or opens a range: «sur deux ans», «sur deux des projets», «sur deux à trois»."""
    if noun_behind(folded, folded, end, rules) or has_after(folded, end, "elective", rules):
        return True
    if rules.unit_words.after(folded, end + 1) is not None or rules.symbols.after(folded, end + 1) is not None:
        return True
    link = _NEXT.match(folded, end)
    if link is None or rules.links.get(link["word"]) not in ("range", "or"):
        return False
    return _read_whole(folded, link.end(), rules) is not None
