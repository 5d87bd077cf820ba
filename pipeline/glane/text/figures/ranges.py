"""Two numbers that are one figure: ranges («10 à 15 %») and shares («neuf sur dix»)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from glane.text.figures.candidate import FigureCandidate
from glane.text.figures.change import falls_by, is_change
from glane.text.figures.context import is_announced, is_between, is_town_code, noun_behind, strip_left, words_before
from glane.text.figures.fractions import FOUR_DIGITS
from glane.text.figures.number import tidy
from glane.text.figures.units import shares_multiplier
from glane.text.figures.words import word_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.figures import FigureRules, LinkKind
    from glane.text.figures.units import Measured

_LONGEST_LINK = 16
# «avenue Jeanne, 44 - 1050 Bruxelles»
_POSTCODE = re.compile(r" ?- \d{4,5} (?=[^\W\d_a-z])")
_THOUSAND = 1000
_PERCENT, _MOST_PERCENT = "%", 100
_INDENT = 4
"""Blanks that may stand before what begins a line."""


def link_between(folded: str, left: Measured, right: Measured, rules: FigureRules) -> LinkKind | None:
    """Name what joins two numbers; ``None`` where they are apart."""
    gap = right.start - left.end
    if not 0 < gap <= _LONGEST_LINK:
        return None
    between = folded[left.end : right.start]
    if "\n" in between:
        return None
    kind = rules.links.get(between.strip(" "))
    if kind == "dash" and gap == 2 and (between[0] == " " or _opens_line(folded, left.start)):
        # «12 -15» is no range, nor is «12- 15 agents …» the item of a list.
        return None
    return kind if kind != "comma" or between.startswith((",", ";")) else None


def _opens_line(folded: str, start: int) -> bool:
    before = folded[max(0, start - _INDENT) : start].rstrip(" ")
    return before.endswith("\n") or (not before and start <= _INDENT)


def join_range(
    left: Measured, right: Measured, link: LinkKind | None, text: str, folded: str, rules: FigureRules
) -> FigureCandidate | None:
    """Join two numbers to a range, if they are one: «10 à 15 %», «entre 4 et 5 millions»."""
    if link is None or "figure.range" not in rules.patterns:
        return None
    if left.start and text[left.start - 1].isalnum():
        # «SpO2 à 98 %»
        return None
    if "fraction" in (left.number.form, right.number.form) or left.number.style == "half-unit":
        return None
    if left.unit is not None and (right.unit is None or left.unit.unit != right.unit.unit):
        return None
    low = _lower_bound(left, right)
    if low.value >= right.value and low.multiplier > left.multiplier:
        low = _with_unit(left, right)  # «de dix à cinq mille euros»
    if low.value >= right.value:
        return None
    is_range = _are_bounds(left, low, right, link, text, folded, rules)
    return FigureCandidate(low, right, text, folded) if is_range else None


def _are_bounds(
    left: Measured, low: Measured, right: Measured, link: LinkKind, text: str, folded: str, rules: FigureRules
) -> bool:
    """Whether what joins two numbers makes two bounds of them."""
    if link == "slash":
        return right.unit is not None and right.unit.quantity == "duration" and right.start - left.end == 1
    if link == "and":
        return is_between(folded, left.start, rules)
    if link == "range":
        if is_town_code(text, right.start, rules):
            return False
        return falls_by(folded, left.start, rules) or not is_change(text, folded, left.start, right, rules)
    is_counted = right.unit is not None or bool(noun_behind(text, folded, right.end, rules))
    if link == "or":
        is_next = right.value - low.value == max(low.multiplier, 1) and left.unit is None
        return is_next and is_counted
    if right.unit is None and _POSTCODE.match(text, left.end):
        return False
    return link == "dash" and (is_counted or is_between(folded, left.start, rules))


def join_decimals(
    found: Sequence[Measured], position: int, text: str, folded: str, rules: FigureRules
) -> FigureCandidate | None:
    """Join a number to its decimals where a blank was typed behind the comma: «une croissance de 9, 1 %».

    Args:
        found: the numbers of the text.
        position: the index of the number before the comma; one follows it.
        text: shadow text.
        folded: the same in lower case.
        rules: links and classes of words.

    Returns:
        The two as one number; ``None`` where they are members of a list, or the comma ends a clause.
    """
    left, right = found[position], found[position + 1]
    if text[left.end : right.start] != ", " or not _is_whole(left) or left.unit is not None or left.multiplier > 1:
        return None
    if not _is_whole(right) or (right.unit is None and right.multiplier <= _THOUSAND):
        return None
    before, behind = found[position - 1 : position], found[position + 2 : position + 3]
    lists = ("comma", "and", "or")
    link = link_between(folded, before[0], left, rules) if before else None
    if link in lists or any(link_between(folded, right, one, rules) in lists for one in behind):
        return None
    # «de 3, 5 % à 4, 2 %»
    is_level = link == "range" and before[0].unit is not None and before[0].unit == right.unit
    origin = rules.context("from").before(folded, strip_left(folded, left.start))
    if origin is not None:
        ends_clause = any(rules.context("total").has_word(word) for word in words_before(folded, origin[0], 2))
    else:
        is_said = is_level or _is_share_of(left, right, folded, rules) or is_announced(folded, left.start, rules)
        ends_clause = not is_said
    if ends_clause:
        return None
    digits = text[right.number.start : right.number.end].partition(" ")[0]
    if not digits.isdecimal() or not int(digits):
        return None
    value = Decimal(f"{left.value}.{digits}")
    number = right.number._replace(start=left.number.start, value=value, style="decimal")
    scaled = tidy(value * (right.value / int(digits)))
    joined = right._replace(number=number, start=left.start, value=scaled)
    return FigureCandidate(joined, joined, text, folded)


def _is_share_of(left: Measured, right: Measured, folded: str, rules: FigureRules) -> bool:
    """Whether «de» follows a percentage, which a clause before it cannot have ended: «par 75, 4 % de la population»."""
    share = right.unit is not None and right.unit.unit == _PERCENT and left.value <= _MOST_PERCENT
    behind = word_behind(folded, right.end) if share else None
    before = words_before(folded, left.start, 1)
    numbered = any(rules.context(name).has_word(word) for word in before for name in ("label", "name"))
    return behind is not None and not numbered and rules.word_class("of").has_word(behind[0])


def _is_whole(measured: Measured) -> bool:
    number = measured.number
    return measured.start == number.start and number.form in ("digits", "mixed") and number.style == "plain"


def join_share(left: Measured, right: Measured, text: str, folded: str, rules: FigureRules) -> FigureCandidate | None:
    """Join two bare numbers to a share: «neuf sur dix»."""
    between = folded[left.end : right.start]
    if len(between) > _LONGEST_LINK or not rules.context("share").has_word(between.strip(" ")):
        return None
    if left.unit or right.unit or not 0 < left.value < right.value or "figure.ratio" not in rules.patterns:
        return None
    if left.number.form not in ("digits", "words") or noun_behind(text, folded, right.end, rules):
        return None
    value = tidy(FOUR_DIGITS.divide(left.value, right.value))
    number = left.number._replace(end=right.end, value=value, form="fraction", style="share")
    share = left._replace(number=number, end=right.end, value=value)
    return FigureCandidate(share, share, text, folded)


def _lower_bound(left: Measured, right: Measured) -> Measured:
    """Give the lower bound the multiplier and unit it shares: «4 à 5 millions d'euros»."""
    if left.unit is not None:
        return left
    value = left.value
    multiplier = left.multiplier
    if shares_multiplier(left, right) and right.number.form != "noun":
        value, multiplier = value * right.multiplier, right.multiplier
    elif _leaves_out_thousand(left, right):
        value, multiplier = value * _THOUSAND, left.multiplier
    return _with_unit(left._replace(value=value, multiplier=multiplier), right)


def _with_unit(left: Measured, right: Measured) -> Measured:
    """Give a bound the unit of the other one."""
    value = left.value if right.unit is None else left.value * right.unit.factor
    return left._replace(value=tidy(value), unit=right.unit)


def _leaves_out_thousand(left: Measured, right: Measured) -> bool:
    """«10 à 15 000 personnes», but not «10 à 50 000 salariés»: what is left out makes the bounds near each other."""
    digits = left.number.form == right.number.form == "digits"
    is_round = right.value % _THOUSAND == 0 and right.number.style in ("blank", "dot", "plain")
    return digits and is_round and left.value > 1 and left.value * _THOUSAND < right.value <= 2 * left.value * _THOUSAND
