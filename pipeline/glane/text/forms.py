"""What is known of a word by its letters alone: folded, capitalised, an acronym, joined by hyphens."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from glane.accents import without_accents
from glane.text.memory import Memory

_LONGEST_PREFIX = 6
"""Letters of a prefix in small letters («contre-Amiral»)."""
_REMEMBERED = 1 << 14
"""How many forms are kept at hand: more than a text has, and few megabytes."""


class Form(NamedTuple):
    """What is known of a word by its letters alone; the same for each place where it stands.

    Attributes:
        text: the word as it stands.
        lower: in lower case, for function words («a» is not «à»).
        folded: in lower case and without accents, for names.
        parts: the folded word, cut at hyphens: «Haut-Commissariat» and «Haut Commissariat» are one name.
        is_capitalised: whether it begins with a capital letter, or has one behind its first («eGabon», «iRIVE»).
        is_acronym: whether it has at least two capitals and begins with one.
        is_word: whether it has letters and does not begin with a mark.
        is_number: whether it begins with a digit.
        joins_names: whether a hyphen in it joins two names, so that it is several words.
    """

    text: str
    lower: str
    folded: str
    parts: tuple[str, ...]
    is_capitalised: bool
    is_acronym: bool
    is_word: bool
    is_number: bool
    joins_names: bool


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Fold a string for comparing: lower case, no accents, ligatures opened."""
    return without_accents(text.lower().replace("œ", "oe").replace("æ", "ae"))


def _look_at(text: str) -> Form:
    small = text.isalpha() and text.islower()  # most
    folded = text if small and text.isascii() else fold(text)
    if small:
        return Form(text, text, folded, (folded,), False, False, True, False, False)
    capitals = sum(map(str.isupper, text))
    return Form(
        text,
        text.lower(),
        folded,
        tuple(part for part in folded.split("-") if part) if "-" in folded else (folded,),
        text[0].isupper() or _is_camel(text),
        capitals >= 2 and text[0].isupper() and "-" not in text,
        text[0].isalnum() and any(map(str.isalpha, text)),
        text[0].isdigit(),
        ("-" in text or "&" in text) and _joins_names(text),
    )


def _is_camel(text: str) -> bool:
    """Whether a name begins with a small letter and its second is a capital: «eGabon», «iRIVE», «e-Gabon», not «kWh», «kVA»."""
    if len(text) <= 3 or not text[0].islower():
        return False
    if text[1] == "-":
        return text[2].isupper() and text[3].islower()
    return text[1].isupper() and (text[2].islower() or text[1:].isupper())


def _joins_names(token: str) -> bool:
    """Whether a hyphen joins a name to another («OTAN-Géorgie», «Ivoire-Ouganda»), not «A-320» nor «R&D»."""
    parts = re.split(r"[-&]", token)
    if len(parts) > 1 and parts[-1][:1].isupper() and parts[0].islower() and len(parts[0]) > _LONGEST_PREFIX:
        return "-" in token  # «sommet Union africaine-Chine»
    acronym = any(sum(c.isupper() for c in part) >= 2 and len(part) >= 3 for part in parts)
    return "-" in token and (acronym or all(len(part) > 2 and part[0].isupper() for part in parts))


def is_row_of_letters(text: str) -> bool:
    """Whether single letters are joined, as those of the groups of a contest: «les groupes A-B-C»."""
    letters = text.split("-")
    return len(letters) > 1 and all(len(letter) == 1 for letter in letters)


FORMS = Memory(_look_at)
"""All that have been asked for, by their texts."""


def form_of(text: str) -> Form:
    """Look at the letters of a word."""
    return FORMS[text]
