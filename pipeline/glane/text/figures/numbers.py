"""French numbers: where they stand and what they are worth, in decimal arithmetic.

Digits with every French grouping, words up to 10¹², both together («1,2 milliard»), halves, fractions and
nouns of number. Text is shadow text: special blanks are plain ones there. What a number measures is not asked
here; see `glane.text.figures.find`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from glane.text.figures.context import may_be_number, noun_behind
from glane.text.figures.fractions import read_fraction, read_noun, read_part
from glane.text.figures.number import NumberMatch, fold_case, tidy
from glane.text.figures.shares import is_upper
from glane.text.figures.slashes import read_slashed
from glane.text.figures.words import continue_scales, read_cardinal, word_behind
from glane.text.seeds import Seeds

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.number import Form
    from glane.text.words import Words

# One alternative for each grouping; a run of more than 18 digits is a code, not a number.
_NUMERAL = re.compile(
    r"(?P<blank>\d{1,3}(?: \d{3}){1,5}(?!\d)(?:,\d{1,10}(?!\d)|\.\d\d(?= ?[€$£]))?)"
    r"|(?P<dot>[1-9]\d{0,2}(?:\.\d{3}){1,5}(?![\d.]\d)(?!\d)(?:,\d{1,10}(?!\d))?)"
    r"|(?P<apostrophe>[1-9]\d{0,2}(?:'\d{3}){1,5}(?!\d)(?:[.,]\d{1,10}(?!\d))?)"
    r"|(?P<comma>[1-9]\d{0,2}(?:,\d{3}){2,5}(?!\d)(?:\.\d{1,10}(?!\d))?)"
    r"|(?P<english>[1-9]\d{0,2},\d{3}\.\d{1,10}(?![.,]?\d))"
    r"|(?P<plain>\d{1,18}(?:[.,]\d{1,10}(?!\d))?(?!\d))"
)
_SEED = re.compile(r"\d+|[^\W\d_]+")
_MOST_ZEROS = 10
_MILLION = 1_000_000
_THOUSAND = 1000
_THREE = 3
# «650[NB]000»: a blank that is told in words; half of a number is none
_MARKED = re.compile(r"\d\[[a-z]{2,4}\]\Z")
_LONGEST_MARK = 7
_OPENING = re.compile(r"[ \n]?\( ?")
_CLOSING = re.compile(r" ?\)")
_SPACE_DIGITS = re.compile(r" (?=\d)")


def find_numbers(text: str, rules: FigureRules, words: Words | None = None) -> list[NumberMatch]:
    """Find the numbers of a text, in linear time.

    Args:
        text: shadow text.
        rules: number words and the like.
        words: of the text, as they were split; with them it takes less time.

    Returns:
        Numbers in the order of the text, without overlaps. «un» and «une» alone are none, but where they may open a
        range («un à deux ans»), nor are plurals of nouns of number («des centaines»).
    """
    folded = fold_case(text)
    found: list[NumberMatch] = []
    done = 0
    for match in _seeds(rules).find(folded, words):
        start = match.start()
        if start < done:
            continue
        number = _read_digits(folded, match, rules) if match[0][0].isdecimal() else _read_words(folded, start, rules)
        if number is None:
            done = match.end()
            continue
        done = number.end
        if not number.is_lone_one or may_be_number(folded, number.start, number.end, rules):
            found.append(number)
    return found


@lru_cache(maxsize=8)
def _seeds(rules: FigureRules) -> Seeds:
    """What numbers begin with."""
    known = _seed_words(rules)
    return Seeds(_SEED, lambda run: run.lower() in known or run[0].isnumeric(), known)


def _seed_words(rules: FigureRules) -> frozenset[str]:
    numbers = (form for form, row in rules.numbers.items() if row.kind not in ("plural", "scale", "point", "link"))
    wholes = (form for form, row in rules.fractions.items() if row.kind in ("whole", "plain", "party"))
    nouns = (row.forms[0] for row in rules.nouns.values())
    return frozenset((*numbers, *wholes, *nouns))


def _read_digits(folded: str, seed: re.Match[str], rules: FigureRules) -> NumberMatch | None:
    start = seed.start()
    if folded[start - 1 : start] == "]" and _MARKED.search(folded, max(0, start - _LONGEST_MARK), start):
        return None
    slashed = read_slashed(folded, start, rules)
    if slashed is not None:
        return NumberMatch(start, slashed[1], tidy(slashed[0]), "fraction", style="slash")
    numeral = _NUMERAL.match(folded, start)
    if numeral is None:
        return None
    style = numeral.lastgroup or "plain"
    value, style = _digits_value(numeral[0], style)
    end = numeral.end()
    if start == 1 and folded[0] in ".," and style == "plain":
        return NumberMatch(0, end, tidy(value.scaleb(-len(numeral[0]))), "digits", style="decimal")
    part = read_part(folded, end, rules) if style == "plain" else None
    if part is not None:
        return NumberMatch(start, part[1], tidy(value + part[0]), "mixed", style=style)
    end = _repetition_end(folded, NumberMatch(start, end, value, "digits"), rules) or end
    product = continue_scales(folded, end, value, rules)
    if product.end == end:
        number = NumberMatch(start, end, tidy(value), "digits", style=style)
        return _with_rest(folded, number, rules)
    number = NumberMatch(start, product.end, tidy(product.value), "mixed", product.scale, style)
    rest = _lower_part(folded, number, rules)
    while rest is not None:
        number, rest = rest, _lower_part(folded, rest, rules)
    return _with_rest(folded, number, rules)


def _lower_part(folded: str, number: NumberMatch, rules: FigureRules) -> NumberMatch | None:
    """«2 millions 500 mille», «1 million 200 000»: a smaller part in digits behind a scale."""
    blank = _SPACE_DIGITS.match(folded, number.end)
    if blank is None or number.multiplier <= 1000:
        return None
    numeral = _NUMERAL.match(folded, blank.end())
    if numeral is None:
        return None
    value, style = _digits_value(numeral[0], numeral.lastgroup or "plain")
    product = continue_scales(folded, numeral.end(), value, rules)
    is_scaled = product.scale > 1 or (style != "plain" and product.value >= _THOUSAND)
    if product.value >= number.multiplier or not (is_scaled or _is_hundreds(folded, number, numeral, rules)):
        return None
    # The next part is smaller still.
    scale = product.scale if product.scale > 1 else Decimal(1)
    return number._replace(end=product.end, value=tidy(number.value + product.value), multiplier=scale)


def _is_hundreds(folded: str, number: NumberMatch, numeral: re.Match[str], rules: FigureRules) -> bool:
    """Whether three digits behind millions are their last, and count with them: «1 million 100 décès»."""
    if number.multiplier != _MILLION or number.style != "plain" or len(numeral[0]) != _THREE or numeral[0][0] == "0":
        return False
    unit = rules.unit_words.after(folded, numeral.end() + 1)
    return unit is None and bool(noun_behind(folded, folded, numeral.end(), rules))


def read_digits(folded: str, start: int) -> NumberMatch | None:
    """Read the numeral in digits that begins at a place, without what words make of it."""
    numeral = _NUMERAL.match(folded, start)
    if numeral is None:
        return None
    value, style = _digits_value(numeral[0], numeral.lastgroup or "plain")
    return NumberMatch(start, numeral.end(), tidy(value), "digits", style=style)


def _digits_value(numeral: str, style: str) -> tuple[Decimal, str]:
    if style in ("comma", "english"):
        return Decimal(numeral.replace(",", "")), "comma"
    if style == "dot":
        numeral = numeral.replace(".", "")
    value = Decimal(numeral.replace(" ", "").replace("'", "").replace(",", "."))
    if style == "plain" and "," in numeral:
        return value, "decimal"
    return value, "point" if style == "plain" and "." in numeral else style


def _read_words(folded: str, start: int, rules: FigureRules) -> NumberMatch | None:
    """Read the number that begins with a word or a fraction's glyph."""
    glyph = rules.fractions.get(folded[start])
    if glyph is not None:
        return NumberMatch(start, start + 1, glyph.value, "fraction", style="glyph", rule=glyph.id)
    noun = read_noun(folded, start, None, rules)
    if noun is not None:
        style = "definite ambiguous" if noun.ambiguous else "definite"
        return NumberMatch(start, noun.end, tidy(noun.value), "noun", Decimal(10), style, noun.rule)
    fraction = read_fraction(folded, start, None, rules)
    if fraction is not None:
        return NumberMatch(
            start,
            fraction.end,
            tidy(fraction.value),
            "fraction",
            fraction.scale,
            fraction.kind,
            fraction.rule,
        )
    cardinal = read_cardinal(folded, start, rules)
    if cardinal is None:
        return None
    number = NumberMatch(start, cardinal.end, cardinal.value, "words", cardinal.scale)
    repeated = None if number.value == 1 else _repetition_end(folded, number, rules)
    if repeated is not None:
        product = continue_scales(folded, repeated, number.value, rules)
        scale = max(product.scale, number.multiplier)
        number = number._replace(end=product.end, value=tidy(product.value), multiplier=scale)
    return _with_rest(folded, _with_decimals(folded, number, rules), rules)


def _repetition_end(folded: str, number: NumberMatch, rules: FigureRules) -> int | None:
    """Where a numeral ends that is repeated in brackets: «treize (13)», «25 (vingt-cinq)»; ``None`` if it is not."""
    opening = _OPENING.match(folded, number.end)
    if opening is None:
        return None
    if number.form == "digits":
        cardinal = read_cardinal(folded, opening.end(), rules)
        value, end = (None, 0) if cardinal is None else (cardinal.value, cardinal.end)
    else:
        numeral = _NUMERAL.match(folded, opening.end())
        value = None if numeral is None else _digits_value(numeral[0], numeral.lastgroup or "plain")[0]
        end = 0 if numeral is None else numeral.end()
    closing = _CLOSING.match(folded, end)
    return closing.end() if closing is not None and value == number.value else None


def _with_decimals(folded: str, number: NumberMatch, rules: FigureRules) -> NumberMatch:
    """«deux cent virgule trois»."""
    point = word_behind(folded, number.end)
    row = None if point is None else rules.numbers.get(point[0])
    if point is None or row is None or row.kind != "point":
        return number
    zeros = 0
    following = word_behind(folded, point[1])
    while following is not None and zeros < _MOST_ZEROS:
        row = rules.numbers.get(following[0])
        if row is None or row.kind != "zero":
            break
        zeros += 1
        number = number._replace(end=following[1])
        following = word_behind(folded, following[1])
    decimals = None if following is None else read_cardinal(folded, following[1] - len(following[0]), rules)
    if decimals is None:
        return number
    # «deux virgule cinq millions»
    scale = decimals.scale if decimals.scale >= _MILLION else Decimal(1)
    digits = str(int(decimals.value / scale))
    value = number.value + Decimal(int(digits)).scaleb(-len(digits) - zeros)
    multiplier = max(scale, number.multiplier)
    return number._replace(end=decimals.end, value=tidy(value * scale), multiplier=multiplier, style="decimal")


def _with_rest(folded: str, number: NumberMatch, rules: FigureRules) -> NumberMatch | None:
    """Add what may follow a cardinal: a noun of number, a fraction, «et demi»; ``None`` for an ordinal."""
    noun = read_noun(folded, number.end, number.value, rules)
    if noun is not None:
        style = "ambiguous" if noun.ambiguous else number.style
        return NumberMatch(number.start, noun.end, tidy(noun.value), "noun", Decimal(10), style, noun.rule)
    fraction = read_fraction(folded, number.end, number.value, rules)
    if fraction is not None and not (fraction.kind == "share" and is_upper(folded, number.start, rules)):
        if fraction.kind == "rank":
            return None
        form: Form = number.form if fraction.kind in ("half-unit", "and-half") else "fraction"
        value = fraction.value if fraction.kind != "and-half" else number.value + number.multiplier / 2
        if fraction.kind == "and":
            value, form = number.value + fraction.value, number.form
        if fraction.kind == "scaled":
            form = "noun"
        scale = fraction.scale if fraction.scale > 1 else number.multiplier
        return NumberMatch(number.start, fraction.end, tidy(value), form, scale, fraction.kind, fraction.rule)
    return number
