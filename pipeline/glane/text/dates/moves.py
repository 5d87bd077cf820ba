"""Two dates of which something is moved from one to the other, so that they are no interval: «reporté du 3 au 9 mai»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from glane.text.dates.guard_words import GuardWords

_NEAR: Final = 3
_FAR: Final = 12


def is_moved(tokens: tuple[str, ...], guards: GuardWords, *, whole: bool, is_year: bool) -> bool:
    """Whether something is moved from a date to the next: «reporté du 31 mai …», «repousser le vote du 31 mai …».

    Args:
        tokens: what stands in front of the first date, in lower case.
        guards: words that say so.
        whole: the two dates have one month, and may tell when what is moved was to be: «reporter le salon du 3 au 5 mai».
        is_year: the first date is a year, through which a level may pass to another: «passe de 2015 à 2020 de 10 à 15 %».
    """
    tokens = tokens[-_FAR:]
    if len(tokens) < 2 or tokens[-1] not in guards["moved_from"] or tokens[-2] in guards["scheduled"]:
        return False
    verbs = guards["moving"] if is_year else guards["moving"] | guards["moving_day"]
    for verb in range(len(tokens) - 2, -1, -1):
        if not tokens[verb][0].isalpha() and tokens[verb] != "-":
            return False
        if tokens[verb] in verbs:
            between = tokens[verb + 1 : -1]
            if len(between) < _NEAR and guards["moved"].isdisjoint(between):
                return True
            return not whole and between[0] in guards["moved"]
    return False
