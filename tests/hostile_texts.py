"""Texts that nobody writes: one thing over and over, what is opened and never closed, characters that are no letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from growth import repeat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MEGA = 1_000_000


def _definitions(size: int) -> str:
    """Acronyms, each defined once, all of them different."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = (
        f"Agence {a}oli {b}ane {c}ure (A{a}{b}{c}), " for a in letters for b in letters for c in letters for _ in "12"
    )
    return "".join(names)[:size]


def _nested(size: int) -> str:
    return "(" * (size // 2) + ")" * (size // 2)


def _over_and_over(unit: str) -> Callable[[int], str]:
    return lambda size: repeat(unit, size)


HOSTILE: Mapping[str, tuple[Callable[[int], str], int]] = {
    "one line": (_over_and_over("Le Conseil de l’Europe a versé 12 millions d’euros au Mali en mai 2004, "), 5 * MEGA),
    "one word": (_over_and_over("x"), 5 * MEGA),
    "conseil de conseil de": (_over_and_over("conseil de "), MEGA),
    "Conseil de la Commission": (_over_and_over("Conseil de la Commission du "), MEGA),
    "brackets that never close": (_over_and_over("("), MEGA),
    "brackets in brackets": (_nested, MEGA),
    "brackets of all sorts": (_over_and_over("([{«"), MEGA),
    "digits": (_over_and_over("1234567890"), MEGA),
    "numbers": (_over_and_over("1 234 "), MEGA),
    "combining characters": (_over_and_over("\u0301"), MEGA),
    "decomposed letters": (_over_and_over("e\u0301"), MEGA),
    "marks of direction": (_over_and_over("\u202eLe Mali\u202c \u200f\u2067a\u2069 "), MEGA),
    "NULs": (_over_and_over("\0"), MEGA),
    "line ends": (_over_and_over("\n"), MEGA),
    "carriage returns": (_over_and_over("\r\n"), MEGA),
    "one acronym, defined again and again": (_over_and_over("A B C (ABC) "), MEGA),
    "acronyms, all different": (_definitions, MEGA),
    "capitals": (_over_and_over("A"), MEGA),
    "words of capitals": (_over_and_over("ABC DEF "), MEGA),
    "capitalised words": (_over_and_over("Abc Def "), MEGA),
    "a list of names without end": (_over_and_over("Abcor, Deflex, l’OTAN, "), MEGA),
    "names joined without end": (_over_and_over("AAA-BBB-"), MEGA),
    "fields without end": (_over_and_over("Division Eau, Air, Sol, "), MEGA),
    "items of a list without end": (lambda size: "Partenaires :\n" + repeat("- Abcor\n", size - 14), MEGA),
    "something called": (_over_and_over("l’agence dénommée Abcor "), MEGA),
    "quotes that never close": (_over_and_over("Le programme « X "), MEGA),
}
"""Texts by name: what makes one of a size, and the size that it must be borne in, in code points."""
