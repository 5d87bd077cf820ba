"""Which commas before three digits group thousands, as in English: «CAD 283,200», «3,500 ménages», but not «3,500 kg».

A comma is the decimal sign of French. What groups thousands is known by what is counted or paid, and by the other
numbers of the document; what stays in doubt is left a decimal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.context import has_after, noun_behind, words_before
from glane.text.figures.number import fold_case, tidy
from glane.text.figures.ranges import link_between

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.figures import FigureRules
    from glane.text.figures.units import Measured

_GROUPED = re.compile(r"[1-9]\d{0,2},\d{3}")
_THOUSANDTHS = re.compile(r"0,\d{3}")
_ROUND = "00"
_THOUSAND = 1000
_PLURAL = 2
_TEN = 10
_FAR = 6
_NEAR = 16
_NEXT = 3
_PER = re.compile(r" ?(?:/ ?|[^\W\d_]{2,3} |l')")
_LINKS = ("range", "dash", "and", "or")


def group_thousands(found: Sequence[Measured], text: str, folded: str, rules: FigureRules) -> list[Measured]:
    """Multiply what a comma groups, in linear time.

    Args:
        found: the numbers of a document with their units, in order.
        text: its shadow text.
        folded: the same in lower case.
        rules: units and classes of words.

    Returns:
        The numbers; of those whose comma groups thousands, a thousand times as much.
    """
    groups = {index for index, one in enumerate(found) if _may_group(one, text)}
    if not groups:
        return list(found)
    sure = {index for index in groups if _is_sure(found[index], text, folded, rules)}
    sure -= _uneven(found, sure, text)
    sure |= _like_others(found, groups - sure, sure, text, folded, rules)
    for index in sorted(groups - sure, reverse=True):
        # «3,500 à 4,000 ménages»
        following = found[index + 1] if index + 1 in sure else None
        if following is not None and found[index].unit in (None, following.unit):
            link = link_between(folded, found[index], following, rules)
            sure |= {index} if link in _LINKS else set()
    return [_multiplied(one) if index in sure else one for index, one in enumerate(found)]


def _multiplied(one: Measured) -> Measured:
    number = one.number._replace(value=tidy(one.number.value * _THOUSAND), style="blank")
    return one._replace(number=number, value=tidy(one.value * _THOUSAND))


def _digits(one: Measured, text: str) -> str:
    return text[one.number.start : one.number.end]


def _may_group(one: Measured, text: str) -> bool:
    is_whole = one.number.style == "decimal" and one.multiplier == 1
    return is_whole and _GROUPED.fullmatch(_digits(one, text)) is not None


def _is_sure(one: Measured, text: str, folded: str, rules: FigureRules) -> bool:
    """Whether what is counted or paid settles it: nobody writes «12,500 EUR» for 12.5, nor cuts a household."""
    unit, is_round = one.unit, _is_round(one, text)
    if unit is None:
        return _counts_wholes(one, text, folded, rules, is_round=is_round)
    if not is_round or _is_singular(one, folded, rules) or _is_price_of_measure(one, folded, rules):
        return False
    return unit.quantity in ("money", "duration") and not rules.context("fine").has_word(unit.unit.lower())


def _counts_wholes(one: Measured, text: str, folded: str, rules: FigureRules, *, is_round: bool) -> bool:
    if has_after(folded, one.end, "elective", rules):
        return True  # «1,300 d'entre eux»
    noun = noun_behind(text, folded, one.end, rules)
    lowered = fold_case(noun)
    is_plural = bool(noun) and rules.context("plural_ending").has_word(lowered[-1])
    if not is_plural or rules.context("cut").has_word(lowered):
        return False
    if is_round:
        return True
    if not noun[0].islower() or any(map(rules.context("mean").has_word, words_before(folded, one.start, _FAR))):
        return False
    # «2,125 enfants par femme»
    end = folded.find(lowered, one.end) + len(lowered)
    return not folded.startswith("/", end) and not has_after(folded, end, "factor", rules)


def _is_singular(one: Measured, folded: str, rules: FigureRules) -> bool:
    """«1,500 euro»: the singular says that it is less than two."""
    word = folded[one.number.end : one.end].strip()
    is_word = one.unit is not None and word in one.unit.forms
    return is_word and one.number.value < _PLURAL and not rules.context("plural_ending").has_word(word[-1])


def _is_price_of_measure(one: Measured, folded: str, rules: FigureRules) -> bool:
    """«1,500 € le litre», «1,500 €/kg»: such prices have thousandths."""
    per = _PER.match(folded, one.end)
    if per is None:
        return False
    unit = rules.symbols.after(folded, per.end()) or rules.unit_words.after(folded, per.end())
    return unit is not None and unit[1].quantity == "measure"


def _unit(one: Measured) -> str | None:
    return None if one.unit is None else one.unit.unit


def _uneven(found: Sequence[Measured], sure: AbstractSet[int], text: str) -> set[int]:
    """Those in a unit of which the document has thousandths: «0,750 €», «1,459 €» beside «1,500 €»."""
    fine = {
        _unit(one)
        for one in found
        if one.unit is not None
        and (_THOUSANDTHS.fullmatch(_digits(one, text)) or (_is_small(one, text) and not _is_round(one, text)))
    }
    return {index for index in sure if _unit(found[index]) in fine and _is_small(found[index], text)}


def _is_round(one: Measured, text: str) -> bool:
    return _digits(one, text).endswith(_ROUND)


def _is_small(one: Measured, text: str) -> bool:
    """Whether one digit stands before the comma."""
    return _may_group(one, text) and one.number.value < _TEN


def _like_others(
    found: Sequence[Measured],
    open_ones: AbstractSet[int],
    sure: AbstractSet[int],
    text: str,
    folded: str,
    rules: FigureRules,
) -> set[int]:
    """Those that other numbers of the document decide: sums in the same currency, or all where no comma cuts."""
    paid = {_unit(found[index]) for index in sure if _is_money(found[index])}
    same = {index for index in open_ones if _unit(found[index]) in paid and not _is_small(found[index], text)}
    same = {index for index in same if not _is_rate(found, index, folded, rules)}
    groups = any(one.number.style == "comma" for one in found)
    cuts = any(one.number.style == "decimal" and not _may_group(one, text) for one in found)
    if not groups or cuts:
        return same
    return same | {index for index in open_ones if not _is_share(found[index], folded, rules)}


def _is_rate(found: Sequence[Measured], index: int, folded: str, rules: FigureRules) -> bool:
    """Whether a sum is what one of another currency costs: «un euro vaut 655,957 FCFA», «655,957 FCFA pour 1 euro»."""
    one, beside = found[index], found[max(0, index - 1) : index + 2]
    if any(_is_money(other) and other.value == 1 and _gap(one, other) <= _NEAR for other in beside):
        return True
    words = (rules.unit_words.after(word, 0) for word in words_before(folded, one.start, _NEXT))
    return any(word is not None and word[1].quantity == "money" for word in words)


def _is_money(one: Measured) -> bool:
    return one.unit is not None and one.unit.quantity == "money"


def _gap(one: Measured, other: Measured) -> int:
    return max(one.start - other.end, other.start - one.end)


def _is_share(one: Measured, folded: str, rules: FigureRules) -> bool:
    is_percent = one.unit is not None and one.unit.quantity == "percent"
    return is_percent or any(map(rules.context("mean").has_word, words_before(folded, one.start, _FAR)))


__all__ = ["group_thousands"]
