"""The shapes of short forms: Roman numerals, and the key that a list of capitals is asked by."""

from __future__ import annotations

import re

_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_LOWER = "a-zà-öø-ÿœ"
_PLURAL = re.compile(rf"[{_UPPER}]{{2,12}}s\Z")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,4})\Z")
_ORDINAL = re.compile(rf"(?<=[IVXLCDM])[{_LOWER}]{{1,4}}\Z")
_SMALL_ROMAN = frozenset("IVXL")


def is_roman(token: str) -> bool:
    """Tell whether a token reads as a Roman numeral, ordinal ending or not.

    Numerals with C, D or M count only from five letters on: «CDI», «CM», «MCI» are more often acronyms.
    """
    bare = _ORDINAL.sub("", token)
    if not bare or not _ROMAN.match(bare):
        return False
    return set(bare) <= _SMALL_ROMAN or len(bare) >= 5 or bare != token


def stop_key(token: str) -> str:
    """Spell an acronym in capitals, without dots, hyphens, digits, plural: the key of the stop list."""
    if _PLURAL.match(token):
        token = token[:-1]
    return "".join(char for char in token if char.isalpha()).upper()
