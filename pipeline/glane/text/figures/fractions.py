"""Fractions, halves and nouns of number in French words."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING, NamedTuple

from glane.text.figures.shares import whole_behind, whole_of_things
from glane.text.figures.words import Cardinal, read_cardinal

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules, FractionRow

_NEXT = re.compile(r"(?P<joint> {1,2}|-)?(?P<word>[^\W\d_]+)")
_PART = re.compile(r" ([1-9])/([2-9]|1[0-6])(?![\w/])")
_GLYPH = re.compile(r" ?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
FOUR_DIGITS = Context(prec=4, rounding=ROUND_HALF_EVEN)
_ONE = Decimal(1)


class Fraction(NamedTuple):
    """A fraction: its value (rounded to four digits), where it ends, what divides.

    ``kind`` is the kind of what divides, or: ``half`` («un demi-»), ``half-unit`` («un an et demi», ends
    behind «un»), ``and-half`` («et demi»), ``and`` («et trois quarts»), ``scaled`` («un demi-million»),
    ``rank`` (an ordinal and no fraction).
    """

    value: Decimal
    end: int
    kind: str
    rule: str
    scale: Decimal = _ONE


class CountNoun(NamedTuple):
    """A noun of number with its product: «une dizaine de milliers»."""

    value: Decimal
    end: int
    rule: str
    ambiguous: bool


def read_noun(folded: str, position: int, count: Decimal | None, rules: FigureRules) -> CountNoun | None:
    """Read the noun of number at a position.

    Args:
        folded: text in lower case.
        position: where it begins, or where the numeral before it ends.
        count: the numeral before it; ``None`` where there is none (the noun must then be singular).
        rules: nouns of number.
    """
    match = _NEXT.match(folded, position)
    if match is None or (count is None) != (match["joint"] is None):
        return None
    if count == 1 and rules.context("size").has_word(match["word"]):
        match = _NEXT.match(folded, match.end()) or match
    row = rules.nouns.get(match["word"])
    if row is None or (count is None and match["word"] != row.forms[0]):
        return None
    value, end = row.value * (_ONE if count is None else count), match.end()
    ambiguous = row.ambiguous
    multiplied = _multiplied(folded, end, rules)
    if multiplied is not None:
        value, end, ambiguous = value * multiplied[0], multiplied[1], False
    return CountNoun(value, end, row.id, ambiguous)


def _multiplied(folded: str, end: int, rules: FigureRules) -> tuple[Decimal, int] | None:
    """Read «de milliers», «de milliers de milliards» behind a noun of number."""
    product = _ONE
    at = end
    for _ in range(3):
        linked = rules.context("from").after(folded, at + 1) if folded.startswith(" ", at) else None
        match = None if linked is None else _NEXT.match(folded, linked[0])
        if match is None:
            break
        noun, number = rules.nouns.get(match["word"]), rules.numbers.get(match["word"])
        if noun is not None and match["word"] != noun.forms[0]:
            product, at = product * noun.value, match.end()
        elif number is not None and number.kind == "scale":
            return product * number.value, match.end()
        else:
            break
    return None if at == end else (product, at)


def read_part(folded: str, position: int, rules: FigureRules) -> tuple[Decimal, int] | None:
    """Read the part of a whole behind a number in digits, and where it ends: «2 3/4», «1½»."""
    part = _PART.match(folded, position)
    if part is not None and int(part[1]) < int(part[2]):
        return FOUR_DIGITS.divide(Decimal(part[1]), Decimal(part[2])), part.end()
    glyph = _GLYPH.match(folded, position)
    row = None if glyph is None else rules.fractions.get(glyph[1])
    return None if glyph is None or row is None else (row.value, glyph.end())


def read_fraction(folded: str, position: int, count: Decimal | None, rules: FigureRules) -> Fraction | None:
    """Read the fraction at a position.

    Args:
        folded: text in lower case.
        position: where it begins, or where the numeral before it ends.
        count: the numeral before it; ``None`` where there is none.
        rules: what divides.
    """
    match = _NEXT.match(folded, position)
    if match is None or (count is None) != (match["joint"] is None):
        return None
    if count == 1 and rules.context("size").has_word(match["word"]):
        # «un bon tiers»
        match = _NEXT.match(folded, match.end()) or match
    word = match["word"]
    number = rules.numbers.get(word)
    if number is not None and number.kind == "half":
        return _half(folded, match.end(), count, rules)
    row = rules.fractions.get(word)
    if count is None:
        return _without_numeral(row, word, match.end())
    if number is not None and number.kind == "link":
        return _added(folded, match.end(), count, rules)
    if row is not None:
        return _divided(count, row, word, match.end(), joined=match["joint"] == "-")
    if count != 1:
        return _share(count, whole_of_things(folded, match.start("joint"), count, rules))
    return _one_of(folded, match, rules)


def _without_numeral(row: FractionRow | None, word: str, end: int) -> Fraction | None:
    """«la moitié», «le quart», «le tiers»."""
    if row is None or row.kind not in ("whole", "plain", "party") or word != row.forms[0]:
        return None
    if row.kind == "whole":
        return Fraction(row.value, end, row.kind, row.id)
    return Fraction(FOUR_DIGITS.divide(_ONE, row.value), end, "definite", row.id)


def _half(folded: str, end: int, count: Decimal | None, rules: FigureRules) -> Fraction | None:
    """«un demi-million», «une demi-douzaine», «un demi», «demi-litre»."""
    if count not in (None, _ONE):
        return None
    half = Decimal("0.5")
    match = _NEXT.match(folded, end)
    if match is None or match["joint"] is None:
        return None if count is None else Fraction(half, end, "half", "")
    if (row := rules.numbers.get(match["word"])) is not None and row.kind == "scale" and count is not None:
        return Fraction(half * row.value, match.end(), "scaled", row.id, row.value)
    if (noun := rules.nouns.get(match["word"])) is not None and count is not None:
        return Fraction(half * noun.value, match.end(), "scaled", noun.id, Decimal(10))
    if rules.unit_words.after(folded, match.start("word")) is not None:
        return Fraction(half, end, "half", "")
    contexts = ("fraction_of", "from")
    if (
        count is not None
        and match["joint"] != "-"
        and any(rules.context(name).after(folded, match.start("word")) is not None for name in contexts)
    ):
        return Fraction(half, end, "half", "")
    return None


def _added(folded: str, end: int, count: Decimal, rules: FigureRules) -> Fraction | None:
    """«et demi», «et trois quarts»."""
    match = _NEXT.match(folded, end)
    if match is None:
        return None
    row = rules.numbers.get(match["word"])
    if row is not None and row.kind == "half":
        return Fraction(Decimal("0.5"), match.end(), "and-half", "")
    divider = rules.fractions.get(match["word"])
    if divider is not None and divider.kind == "compound" and divider.value == 1:
        return Fraction(count, match.end(), "rank", divider.id)
    cardinal = read_cardinal(folded, match.start("word"), rules)
    if cardinal is None:
        return None
    noun = _NEXT.match(folded, cardinal.end)
    divider = None if noun is None else rules.fractions.get(noun["word"])
    if noun is None or divider is None or divider.kind == "compound":
        return None
    part = _divided(cardinal.value, divider, noun["word"], noun.end(), joined=noun["joint"] == "-")
    if cardinal.value == 1 and rules.context("fraction_of").after(folded, noun.end() + 1) is not None:
        # «neuf pays sur dix et un tiers des communes»
        return None
    return None if part is None or part.kind == "rank" else Fraction(part.value, part.end, "and", part.rule)


def half_behind(folded: str, end: int, rules: FigureRules) -> int | None:
    """Where «et demi» ends behind a unit («deux ans et demi»); ``None`` where it does not follow."""
    link = _NEXT.match(folded, end)
    row = None if link is None else rules.numbers.get(link["word"])
    if link is None or row is None or row.kind != "link":
        return None
    half = _NEXT.match(folded, link.end())
    row = None if half is None else rules.numbers.get(half["word"])
    return half.end() if half is not None and row is not None and row.kind == "half" else None


def _divided(count: Decimal, row: FractionRow, word: str, end: int, *, joined: bool) -> Fraction | None:
    is_singular = word == row.forms[0] or (word not in row.forms and not word.endswith(row.forms[-1][-1]))
    # «deux-tiers» is written so often enough; «un-tiers» is not.
    if row.kind in ("plain", "party") and (not joined or count > 1):
        return Fraction(FOUR_DIGITS.divide(count, row.value), end, row.kind, row.id)
    if row.kind == "ordinal" and not joined and (count == 1) == is_singular:
        return Fraction(FOUR_DIGITS.divide(count, row.value), end, row.kind, row.id)
    if row.kind in ("ordinal", "compound") and count > 1:
        return Fraction(count, end, "rank", row.id)
    return None


def _one_of(folded: str, match: re.Match[str], rules: FigureRules) -> Fraction | None:
    """«un vingt-cinquième», «un vingt et unième», «un» before «pour cent» or a unit with «et demi»."""
    if rules.context("share").has_word(match["word"]):
        return _share(_ONE, whole_behind(folded, match.end(), rules))
    unit = rules.unit_words.after(folded, match.start("word"))
    if unit is not None and (unit[1].quantity == "percent" or half_behind(folded, unit[0], rules) is not None):
        return Fraction(_ONE, match.start(), "half-unit", unit[1].id)
    cardinal = read_cardinal(folded, match.start("word"), rules)
    if cardinal is None:
        return _share(_ONE, whole_of_things(folded, match.start("joint"), _ONE, rules))
    if cardinal.value < 20:
        return None
    following = _NEXT.match(folded, cardinal.end)
    if following is not None and (row := rules.numbers.get(following["word"])) and row.kind == "link":
        following = _NEXT.match(folded, following.end())
    divider = None if following is None else rules.fractions.get(following["word"])
    if following is None or divider is None or divider.kind not in ("compound", "ordinal") or divider.value >= 10:
        return None
    value = FOUR_DIGITS.divide(_ONE, cardinal.value + divider.value)
    return Fraction(value, following.end(), "ordinal", divider.id)


def _share(count: Decimal, whole: Cardinal | None) -> Fraction | None:
    return None if whole is None else Fraction(FOUR_DIGITS.divide(count, whole.value), whole.end, "share", "")
