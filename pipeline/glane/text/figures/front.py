"""A currency in front of its number: its sign, or its code, which may be an acronym that the number numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.figures.context import has_before, words_before

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.units import Measured

_NEAR = 6


def currency_before(text: str, folded: str, bare: Measured, rules: FigureRules) -> Measured | None:
    """A currency before the number: «$10», «EUR 29,99»."""
    if bare.number.form not in ("digits", "mixed"):
        return None
    at = bare.start
    blank = text[at - 1 : at] == " "
    symbol_end = at - 1 if blank else at
    symbol = rules.currency_symbols.before(text, symbol_end)
    if symbol is None:
        return None
    start, unit = symbol
    before = text[max(0, start - 2) : start].rstrip(" ")
    if before[-1:].isdigit() or text[start - 1 : start].isalnum():
        return None
    if text[start:symbol_end].isalpha() and _is_acronym(folded, start, symbol_end, bare, rules):
        return None
    return bare._replace(start=start, unit=unit)


def with_sign(text: str, folded: str, found: Measured, rules: FigureRules) -> Measured:
    """Take in a currency's sign before a number that has the currency behind it too: «$4 millions de dollars»."""
    sign = currency_before(text, folded, found._replace(unit=None), rules)
    # The sign of one currency is used for others of its name: «$10 canadiens».
    is_sign = sign is not None and not any(character.isalpha() for character in text[sign.start : found.start].strip())
    return found._replace(start=sign.start) if sign is not None and is_sign else found


def _is_acronym(folded: str, start: int, end: int, bare: Measured, rules: FigureRules) -> bool:
    """Whether the code of a currency is rather the acronym of what a plain number numbers: «l'ARS 35», «la DDT et l'ARS 59»."""
    if bare.number.form != "digits" or bare.number.style != "plain" or bare.multiplier > 1:
        return False
    if any(has_before(folded, start, name, rules) for name in ("definite_single", "fraction_definite")):
        return True
    if not rules.context("code").has_word(folded[start:end]):
        return False
    words = words_before(folded, start, _NEAR)
    return not any(rules.context(name).has_word(word) for word in words for name in ("level_money", "money"))
