"""The unit of a number: what stands behind it, or before it, and belongs to its span."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from glane.text.figures.composed import composed, with_hundredths
from glane.text.figures.context import counts_several, has_after, has_before
from glane.text.figures.degrees import are_stages
from glane.text.figures.front import currency_before, with_sign
from glane.text.figures.hours import lasts
from glane.text.figures.number import tidy
from glane.text.figures.percentages import one_percent_of
from glane.text.figures.subunits import bare_minutes_behind, centimetres_behind, minutes_behind

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules, UnitRow
    from glane.text.figures.number import NumberMatch

_THOUSAND = 1000
_MILLION = 1_000_000
# As many minutes an hour has.
_MINUTES = Decimal(60)
_TEN = 10
_STOP = "."
_LONG = 3
"""Letters of an abbreviation behind which a full stop may stand that ends no sentence: «mio.»."""
_NEAR = 16
# Digits in groups are read out as millions or thousands, and some write the «de» that they hear: «12 500 000 de francs».
_GROUPED = frozenset(("blank", "dot", "apostrophe", "comma"))
_WORD = re.compile(r" ([^\W\d_]+)")
# A capital behind a number, and what makes a longer name of one.
_LETTER = re.compile(r"\d ?([A-Z])(?!\w)")
# «01M» is a code.
_CODE = re.compile(r"0\d")
_GOES_ON = re.compile(r"-\w|[/.][A-Z]")


class Measured(NamedTuple):
    """A number with its unit.

    Attributes:
        number: the number as it was found.
        start: offset of the number, or of the currency before it.
        end: offset behind the unit.
        value: the number with abbreviated multipliers and the unit's factor applied.
        multiplier: the last multiplier, in words or abbreviated.
        unit: the unit's row; ``None`` for a number without a unit.
        glued: a symbol stands right behind the digits.
    """

    number: NumberMatch
    start: int
    end: int
    value: Decimal
    multiplier: Decimal
    unit: UnitRow | None = None
    glued: bool = False


def measure(text: str, folded: str, number: NumberMatch, rules: FigureRules) -> Measured:
    """Find the unit of a number.

    Args:
        text: shadow text.
        folded: the same in lower case.
        number: a number in it.
        rules: units and currencies.

    Returns:
        The number with its unit, if it has one.
    """
    bare = Measured(number, number.start, number.end, number.value, number.multiplier)
    found = _abbreviated(text, folded, bare, rules) or _behind(text, folded, bare, rules)
    if found is None or found.unit is None:
        found = currency_before(text, folded, found or bare, rules) or found
    elif text.startswith(_STOP, bare.end):
        found = currency_before(text, folded, bare, rules) or found  # «CHF 1'250.-»
    if found is None or found.unit is None:
        return found or bare
    if are_stages(folded, found, rules):
        return bare
    if found.unit.quantity == "money" and found.start == bare.start:
        found = with_sign(text, folded, found, rules)
    return composed(text, folded, found, rules)


def shares_multiplier(number: Measured, model: Measured) -> bool:
    """Whether a number is meant in the millions of the one that it goes with.

    «de 4 à 5 millions», «de 1 250 à 1 480 millions»; but «de 1 250 à 2 millions», where the first is what it says.

    Args:
        number: the number without a multiplier.
        model: the one that may have one.
    """
    if number.multiplier != 1 or model.multiplier == 1:
        return False
    written = model.number.value / model.number.multiplier
    return number.value < _THOUSAND or written >= _THOUSAND


def _with_unit(measured: Measured, end: int, unit: UnitRow, *, glued: bool = False) -> Measured:
    return measured._replace(end=end, unit=unit, value=tidy(measured.value * unit.factor), glued=glued)


def _behind(text: str, folded: str, bare: Measured, rules: FigureRules) -> Measured | None:
    """A unit behind the number, with «de» behind a noun of number or a scale."""
    at = bare.end
    joint = text[at : at + 1]
    place = at + 1 if joint == " " else at
    symbol = None if bare.number.form == "noun" else rules.symbols.after(text, place)
    if symbol is not None and text[place] == _STOP and bare.number.style != "apostrophe":
        symbol = None  # «1'250.-», but «2.- Objectifs»
    word = rules.unit_words.after(folded, place) if joint != "-" else None
    # «km carrés» is longer than «km»
    if symbol is not None and (word is None or word[0] <= symbol[0]):
        return _with_unit(bare, symbol[0], symbol[1], glued=place == at)
    if joint == "-":
        word = rules.unit_words.after(folded, at + 1) if bare.number.style == "half" else None
        return None if word is None else _with_unit(bare, word[0], word[1])
    if word is not None and word[0] - place == 1:
        word = _letter_currency(text, folded, place, bare, rules) if joint == " " else None
    if word is not None and (joint == " " or bare.number.form == "digits"):
        return _with_unit(bare, word[0], word[1])
    if joint != " ":
        return None
    is_scaled = bare.multiplier >= _MILLION
    if is_scaled and (word := rules.scaled_words.after(folded, place)) is not None:
        return _with_unit(bare, word[0], word[1])
    if is_scaled or bare.number.form in ("noun", "fraction") or bare.number.style in _GROUPED:
        found = _behind_link(text, folded, place, bare, rules, is_scaled=is_scaled)
        if found is not None:
            return found
    return _behind_adjectives(folded, at, bare, rules)


def _behind_link(
    text: str, folded: str, place: int, bare: Measured, rules: FigureRules, *, is_scaled: bool
) -> Measured | None:
    if bare.number.form == "fraction" and (percent := one_percent_of(text, folded, place, rules)) is not None:
        return _with_unit(bare, percent[0], percent[1])
    link = rules.context("from").after(folded, place)
    if link is None:
        return None
    at = link[0] + 1 if folded.startswith(" ", link[0]) else link[0]
    word = rules.unit_words.after(folded, at) or (rules.scaled_words.after(folded, at) if is_scaled else None)
    if word is None and is_scaled:
        word = rules.symbols.after(text, at)
    elif word is None and bare.value >= _MILLION:
        # «19 650 000 000 de FCFA», «une dizaine de milliards de FCFA»
        word = rules.currency_symbols.after(text, at)
    if word is None or (bare.number.form == "fraction" and word[1].quantity == "money"):
        return None
    if not is_scaled and bare.number.form == "digits" and word[1].quantity != "money":
        return None
    return _with_unit(bare, word[0], word[1])


def _behind_adjectives(folded: str, at: int, bare: Measured, rules: FigureRules) -> Measured | None:
    """«5 dernières années»: a unit of time behind one or two adjectives."""
    for _ in range(2):
        adjective = _WORD.match(folded, at)
        if adjective is None or not rules.context("near").has_word(adjective[1]):
            return None
        at = adjective.end()
        word = rules.unit_words.after(folded, at + 1)
        if word is not None:
            return _with_unit(bare, word[0], word[1]) if word[1].quantity == "duration" else None
    return None


def _abbreviated(text: str, folded: str, bare: Measured, rules: FigureRules) -> Measured | None:
    """An abbreviated multiplier, with a currency («3 M€», «3 Md d'euros») or alone («10k»)."""
    if bare.number.form != "digits" or _CODE.match(text, bare.number.start):
        return None
    place = bare.end + 1 if text.startswith(" ", bare.end) else bare.end
    for first in range(1, 5):
        # Try longer symbols first: «Mds» before «Md» before «M».
        symbol = text[place : place + 5 - first]
        hit = next((row for form, row in rules.multipliers.by_first.get(symbol, ()) if form == symbol), None)
        if hit is None:
            continue
        end = place + len(symbol)
        scaled = bare._replace(
            end=end, value=tidy(bare.value * hit.value), multiplier=hit.value, glued=place == bare.end
        )
        currency = rules.currency_symbols.after(text, end) or _letter_currency(text, folded, end, scaled, rules)
        if currency is not None:
            return _with_unit(scaled, currency[0], currency[1])
        if text[end : end + 1].isalnum() or text[end : end + 1] == "'":
            continue
        is_long = len(symbol) >= _LONG
        stop = end + 1 if is_long and text.startswith(". ", end) else end
        if text.startswith(" ", stop):
            further = rules.currency_symbols.after(text, stop + 1) or rules.unit_words.after(folded, stop + 1)
            if further is not None and further[1].quantity == "money":
                return _with_unit(scaled, further[0], further[1])
            found = _behind_link(text, folded, stop + 1, scaled, rules, is_scaled=True)
            if found is not None:
                return found
            if hit.bare and counts_several(text, folded, stop + 1, rules):
                return scaled  # «250 M d'habitants»
        # «3,5 mio.», not «3 M. Sorel»
        is_bare = hit.bare and (place == bare.end or hit.blank) and (is_long or not text.startswith(".", end))
        return scaled if is_bare else None
    return None


def _letter_currency(text: str, folded: str, at: int, bare: Measured, rules: FigureRules) -> tuple[int, UnitRow] | None:
    """Read a currency of one capital letter: «500 F», «12 MF», but not «12 H, 15 F» nor «16 F-16»."""
    word = rules.unit_words.after(folded, at)
    if word is None or word[0] - at != 1 or not text[at].isupper() or _GOES_ON.match(text, word[0]):
        return None
    if word[1].quantity != "money" or (bare.value < _TEN and bare.number.style != "decimal"):
        return None
    near = (
        *_LETTER.findall(text, max(0, bare.start - _NEAR), bare.start),
        *_LETTER.findall(text, word[0], word[0] + _NEAR),
    )
    return None if any(rules.context("sex").has_word(letter.lower()) for letter in near) else word


def read_metres(text: str, number: NumberMatch, rules: FigureRules) -> Measured | None:
    """Read «1m50»: metres with centimetres."""
    metre = rules.symbols.after("m", 0)
    if metre is None or number.style != "plain" or not text.startswith("m", number.end):
        return None
    rest = centimetres_behind(text, number.end)
    bare = Measured(number, number.start, number.end, number.value, Decimal(1), metre[1], glued=True)
    return None if rest is None else with_hundredths(bare, rest)


def read_hours(text: str, folded: str, number: NumberMatch, rules: FigureRules) -> Measured | None:
    """Read a length of time in hours and minutes, as minutes: «un trajet de 1 h 30», but not «à 14 h 30»."""
    minute = rules.symbols.after("min", 0)
    if minute is None or number.style not in ("plain", "") or number.form not in ("digits", "words"):
        return None
    rest = minutes_behind(text, folded, number.end, rules)
    if rest is not None and has_before(folded, number.start, "clock", rules):
        # «à 17 heures 30 minutes»
        return None
    if rest is None and number.form == "digits":
        rest = bare_minutes_behind(text, number.end)
        if rest is not None and not _is_length(folded, number, rest.end, rules):
            return None
    if rest is None:
        return None
    value = tidy(number.value * _MINUTES + rest.value)
    whole = number._replace(value=value)
    return Measured(whole, number.start, rest.end, value, Decimal(1), minute[1], glued=True)


def _is_length(folded: str, number: NumberMatch, end: int, rules: FigureRules) -> bool:
    is_behind = has_before(folded, number.start, "lasting_length", rules)
    is_behind = is_behind or lasts(folded, number.start, end, number.value, rules)
    return is_behind or has_after(folded, end, "lasting_length_after", rules)
