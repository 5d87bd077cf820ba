"""What may follow the unit of a number and belongs to it: halves, smaller units, a second unit behind a bar."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from glane.text.figures.fractions import FOUR_DIGITS, half_behind
from glane.text.figures.number import tidy
from glane.text.figures.subunits import centimetres_behind, cents_behind, seconds_behind, time_behind

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules, UnitRow
    from glane.text.figures.subunits import Rest
    from glane.text.figures.units import Measured

_HALF = Decimal("0.5")
# As many seconds a minute has.
_SECONDS = Decimal(60)


def composed(text: str, folded: str, found: Measured, rules: FigureRules) -> Measured:
    """Add what may follow the unit: «et demi», cents, centimetres, months behind years, a second unit behind a bar.

    Args:
        text: shadow text.
        folded: the same in lower case.
        found: a number with its unit.
        rules: units, number words and links.
    """
    unit = found.unit
    if unit is None:
        return found
    half = half_behind(folded, found.end, rules)
    if half is not None:
        return found._replace(end=half, value=tidy(found.value + _HALF * unit.factor * found.multiplier))
    if unit.quantity == "money":
        return _with_cents(folded, found, unit, rules)
    if unit.unit == "m" and found.number.style == "plain":
        rest = centimetres_behind(text, found.end)
        if rest is not None:
            return with_hundredths(found, rest)
    if unit.quantity == "measure":
        return _with_bars(text, found, unit, rules)
    if unit.unit == "minute":
        return _with_seconds(text, folded, found, rules)
    return _with_smaller_time(folded, found, unit, rules) if unit.quantity == "duration" else found


def _with_bars(text: str, found: Measured, unit: UnitRow, rules: FigureRules) -> Measured:
    """Add what a unit is divided by: «t/ha», «l/hab/jour», «kWh/m².an», «kWh/(m².an)»."""
    is_bracketed = text.startswith("/(", found.end)
    divided = _divided(text, found, unit, rules, "/(" if is_bracketed else "/")
    for sign in ("/", "."):
        if divided.end > found.end:
            divided = _divided(text, divided, divided.unit or unit, rules, sign)
    if not is_bracketed:
        return divided
    return divided._replace(end=divided.end + 1) if text.startswith(")", divided.end) else found


def _divided(text: str, found: Measured, unit: UnitRow, rules: FigureRules, sign: str) -> Measured:
    """Add what stands behind a bar, or behind another sign for it."""
    if not text.startswith(sign, found.end):
        return found
    at = found.end + len(sign)
    word = rules.context("per").after(text, at)
    further = rules.symbols.after(text, at)
    if word is not None:
        end, symbol = word[0], text[at : word[0]].rstrip(".")
    elif further is not None and further[1].quantity in ("measure", "duration"):
        end, symbol = further[0], text[at : further[0]] if further[1].quantity == "duration" else further[1].unit
    else:
        return found
    return found._replace(end=end, unit=unit.model_copy(update={"unit": f"{unit.unit}/{symbol}"}))


def _with_cents(folded: str, found: Measured, unit: UnitRow, rules: FigureRules) -> Measured:
    words = rules.cents.get(unit.unit)
    if words is None or found.multiplier > 1:
        return found
    cents = cents_behind(folded, found.end, words, rules)
    return found if cents is None else with_hundredths(found, cents)


def _with_seconds(text: str, folded: str, found: Measured, rules: FigureRules) -> Measured:
    rest = seconds_behind(text, folded, found.end, rules) if found.number.style in ("plain", "") else None
    if rest is None:
        return found
    return _with_rest(found, rest, found.value + FOUR_DIGITS.divide(Decimal(rest.value), _SECONDS))


def _with_smaller_time(folded: str, found: Measured, unit: UnitRow, rules: FigureRules) -> Measured:
    behind = time_behind(folded, found.end, unit.unit, rules) if found.number.style in ("plain", "") else None
    if behind is None:
        return found
    rest, smaller, size = behind
    value = found.value * size + rest.value
    # A bound before it counts the longer unit: «2 à 3 ans et 6 mois».
    unit = smaller.model_copy(update={"factor": Decimal(size)})
    return _with_rest(found, rest, value)._replace(unit=unit)


def with_hundredths(found: Measured, rest: Rest) -> Measured:
    """Add cents to a sum, centimetres to a length."""
    return _with_rest(found, rest, found.value + Decimal(rest.value).scaleb(-2))


def _with_rest(found: Measured, rest: Rest, value: Decimal) -> Measured:
    value = tidy(value)
    return found._replace(number=found.number._replace(value=value), end=rest.end, value=value)
