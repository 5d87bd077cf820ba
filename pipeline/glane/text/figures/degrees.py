"""Degrees that are stages and not of an angle or of heat: «un scrutin à deux degrés», «les deux degrés de juridiction»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.context import words_before

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.units import Measured

_SIGN = "°"
_TEN = 10
_BEFORE = 10
_BEHIND = re.compile(r"[^\n.;:!?]{0,40}")
_WORD = re.compile(r"[^\W\d_]+")


def are_stages(folded: str, found: Measured, rules: FigureRules) -> bool:
    """Whether two to nine degrees in words are stages: nothing near speaks of an angle, of heat or of a place on the globe.

    Args:
        folded: shadow text, in lower case.
        found: a number with its unit.
        rules: classes of words.
    """
    if found.unit is None or found.unit.unit != _SIGN or found.number.form != "words" or found.value >= _TEN:
        return False
    behind = _BEHIND.match(folded, found.end)
    near = (*words_before(folded, found.start, _BEFORE), *_WORD.findall(behind[0] if behind else ""))
    return not any(rules.context("thermal").has_word(word) for word in near)
