"""When two normalised values are the same."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from glane.accents import without_accents
from glane.evaluate.mention import NAMED
from glane.text.shadow import make_shadow

if TYPE_CHECKING:
    from glane.evaluate.mention import Mention

_TYPOGRAPHY = str.maketrans({"–": "-", "œ": "oe", "æ": "ae"} | dict.fromkeys('«»“”„"', " "))
_NUMBER = r"-?\d{1,40}(?:\.\d{1,40})?"
_FIGURE = re.compile(rf"({_NUMBER})?(?:(\.\.)({_NUMBER})?)?(?: (\S.*))?")
_ROUNDED = -4  # a fraction that no decimal can write is given with four decimals: two thirds are 0.6667

Figure = tuple[Decimal | None, Decimal | None, str]
"""Lower bound, upper bound, unit."""


def is_valued(gold: Mention) -> bool:
    """Whether gold states the value; that a date has none (``null``) is a statement too: nothing anchors it."""
    return gold.value is not None or (gold.kind == "date" and gold.is_stated)


def same_value(gold: Mention, predicted: Mention) -> bool:
    """Whether two mentions of one kind have the same normalised value.

    Dates: the same EDTF string, canonicalised. Figures: the same number (or the same bounds) and unit.
    Organisations and programmes: the same canonical name, folded. Countries: the same code.
    """
    if gold.value is None or predicted.value is None:
        return gold.value is predicted.value
    if gold.kind == "date":
        return canonical_edtf(gold.value) == canonical_edtf(predicted.value)
    if gold.kind == "figure":
        return same_figure(gold.value, predicted.value)
    if gold.kind in NAMED:
        return fold_name(gold.value) == fold_name(predicted.value)
    return gold.value.strip().upper() == predicted.value.strip().upper()


def same_of(gold: str, predicted: str | None) -> bool:
    """Whether the counted things have the same first word, folded (the guide: «scored on its first noun»)."""
    return predicted is not None and first_word(gold) == first_word(predicted)


def first_word(phrase: str) -> str:
    """First word of a phrase, folded; a letter or two elided before an apostrophe is passed over."""
    word, *_ = fold_name(phrase).split(" ", 1)
    elided, apostrophe, rest = word.partition("'")
    return rest if apostrophe and rest and len(elided) <= 2 else word


def fold_name(name: str) -> str:
    """Fold what typography changes in a name: case, accents, apostrophes, hyphens, blanks, quotation marks.

    All accents go: capitals are often written without, and with case folded one cannot tell which letters
    were capitals.
    """
    text = make_shadow(name).text.casefold().translate(_TYPOGRAPHY)
    return " ".join(without_accents(text).split())


def canonical_edtf(value: str) -> str:
    """One spelling of each EDTF value: no blanks, capital ``X``, ``..`` at an open end, ``%`` for ``?~``."""
    text = "".join(value.split()).replace("x", "X").replace("u", "X")
    text = text.replace("?~", "%").replace("~?", "%")
    return "/".join(".." if part == "open" else part for part in text.split("/"))


def same_figure(gold: str, predicted: str) -> bool:
    """Whether two figures, ``10..15 %`` or ``5680000 m²``, have equal bounds and the same unit."""
    one, other = parse_figure(gold), parse_figure(predicted)
    if one is None or other is None:
        return fold_name(gold) == fold_name(predicted)
    return one[2] == other[2] and _same_number(one[0], other[0]) and _same_number(one[1], other[1])


def parse_figure(value: str) -> Figure | None:
    """Take a figure's value apart; ``None`` where it is no figure.

    Args:
        value: number or range, then the unit, if any: ``3 year``, ``10..15 %``, ``640000``.

    Returns:
        Both bounds (equal for a number) and the unit, compatibility characters folded (``m²`` is ``m2``).
    """
    match = _FIGURE.fullmatch(" ".join(value.split()))
    if match is None or (match[1] is None and match[3] is None):
        return None
    try:
        low = Decimal(match[1]) if match[1] else None
        high = (Decimal(match[3]) if match[3] else None) if match[2] else low
    except InvalidOperation:
        return None
    return low, high, unicodedata.normalize("NFKC", match[4] or "")


def _same_number(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None or one == other:
        return one == other
    coarser = max(_exponent(one), _exponent(other))
    if coarser > _ROUNDED:
        return False
    places = Decimal(1).scaleb(coarser)
    return one.quantize(places) == other.quantize(places)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
