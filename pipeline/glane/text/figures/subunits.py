"""What goes on behind a unit in its smaller one: cents behind euros, months behind years, minutes behind hours.

Each function is asked at an offset and returns how many of the smaller unit stand there and where they end, or ``None``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from glane.text.figures.context import has_after
from glane.text.figures.words import read_cardinal

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from glane.rules.figures import FigureRules, UnitRow

_GLUED_METRES = re.compile(r"m(\d{2})(?!\w|[,.]\d)")
# Nothing is counted by the number itself: «12 euros 50», but not «12 euros 50 fois».
_ENDS = r"(?![\w%€$°]|[,.]\d| [\w%€$°])"
_COUNTS_NOTHING = re.compile(_ENDS)
_CENTIMETRES = re.compile(rf" (\d{{2}}){_ENDS}")
_HOURS = re.compile(r" ?h ?([0-5]\d)(?!\w|[,.]\d)")
_GLUED_HOURS = re.compile(r" ?h ?([0-5]?\d)(?= ?[^\W\d_])")
_BARE_SECONDS = re.compile(r" ?[0-5]\d(?![\w%€$°]|[,.]\d)")
_JOINT = re.compile(r" ?(?:([^\W\d_]{2}) )?")
_DIGITS = re.compile(r"\d{1,2}(?!\d)")
_WORD = re.compile(r" ([^\W\d_]+)")
# The smaller unit of time, and how many of it there are in a longer one; days of a month are no fixed number.
_STEPS = {"year": ("month", 12), "week": ("day", 7), "day": ("hour", 24)}
_TEN = 10
_HUNDRED = 100


class Rest(NamedTuple):
    """How many of a smaller unit there are, and where they end."""

    value: int
    end: int


def cents_behind(folded: str, position: int, words: AbstractSet[str], rules: FigureRules) -> Rest | None:
    """Read what follows a currency: «et 50 centimes», «50», «cinquante».

    Args:
        folded: text in lower case.
        position: where the currency ends, or the number behind it, as in «£3 et 20 pence».
        words: words for a hundredth of it.
        rules: number words and links.
    """
    following = _small_number(folded, position, rules)
    if following is None:
        return None
    rest, is_linked = following
    noun = _WORD.match(folded, rest.end)
    if noun is not None and noun[1] in words:
        return rest._replace(end=noun.end())
    is_linked = is_linked or folded[position - 1].isdigit()
    is_short = rest.value < _TEN and not folded[rest.end - 2 : rest.end].isdigit()
    return None if is_linked or is_short or not _ends_price(folded, position, rest.end) else rest


def _ends_price(folded: str, position: int, end: int) -> bool:
    """Whether a number behind a currency counts nothing itself; right behind its sign it cannot («12€50 par mois»)."""
    if folded[position].isdigit():
        return not folded[end : end + 1].isalnum()
    return _COUNTS_NOTHING.match(folded, end) is not None


def centimetres_behind(text: str, position: int) -> Rest | None:
    """Read what follows metres, or the symbol with it: « 75», «m75»."""
    match = _GLUED_METRES.match(text, position) or _CENTIMETRES.match(text, position)
    return None if match is None else Rest(int(match[1]), match.end())


def bare_minutes_behind(text: str, position: int) -> Rest | None:
    """Read «h30», « h 30» behind a number of hours, which may be a time of day."""
    match = _HOURS.match(text, position)
    return None if match is None else Rest(int(match[1]), match.end())


def minutes_behind(text: str, folded: str, position: int, rules: FigureRules) -> Rest | None:
    """Read «h 30 min», « heures et vingt minutes» behind a number of hours, which is none."""
    glued = _GLUED_HOURS.match(text, position)
    rest = None if glued is None else Rest(int(glued[1]), glued.end())
    if rest is None:
        hour = _unit_at(text, folded, position, rules)
        following = None if hour is None or hour[1] != "hour" else _small_number(folded, hour[0], rules)
        rest = None if following is None else following[0]
    minute = None if rest is None else _unit_at(text, folded, rest.end, rules)
    return rest._replace(end=minute[0]) if rest is not None and minute is not None and minute[1] == "minute" else None


def seconds_behind(text: str, folded: str, position: int, rules: FigureRules) -> Rest | None:
    """Read « 30 s», « et trente secondes», « 30» behind a number of minutes, but not «10 minutes 30 agents»."""
    following = _small_number(folded, position, rules)
    if following is None:
        return None
    rest, is_linked = following
    unit, second = _unit_at(text, folded, rest.end, rules), rules.symbols.after("s", 0)
    if unit is not None and second is not None and unit[1] == second[1].unit:
        return rest._replace(end=unit[0])
    bare = _BARE_SECONDS.match(folded, position)
    if is_linked or bare is None:
        return None
    is_of_length = has_after(folded, bare.end(), "lasting_after", rules)
    is_of_length = is_of_length and not has_after(folded, bare.end(), "elective", rules)
    return rest if is_of_length or _COUNTS_NOTHING.match(folded, bare.end()) else None


def time_behind(folded: str, position: int, unit: str, rules: FigureRules) -> tuple[Rest, UnitRow, int] | None:
    """Read «et huit mois» behind years, «et trois jours» behind weeks, «et 6 heures» behind days.

    Args:
        folded: text in lower case.
        position: where the longer unit ends.
        unit: that unit.
        rules: number words, links and units.

    Returns:
        How many of the smaller unit there are, its row, and how many of it make one of the longer; ``None`` where there
        are as many as would make one: «un an et 18 mois» are two.
    """
    step = _STEPS.get(unit)
    following = None if step is None else _small_number(folded, position, rules)
    if step is None or following is None:
        return None
    smaller, size = step
    rest = following[0]
    word = rules.unit_words.after(folded, rest.end + 1) if folded.startswith(" ", rest.end) else None
    if word is None or word[1].unit != smaller or word[1].factor != 1 or rest.value >= size:
        return None
    return rest._replace(end=word[0]), word[1], size


def _unit_at(text: str, folded: str, position: int, rules: FigureRules) -> tuple[int, str] | None:
    place = position + 1 if text.startswith(" ", position) else position
    found = rules.symbols.after(text, place) or rules.unit_words.after(folded, place)
    return None if found is None else (found[0], found[1].unit)


def _small_number(folded: str, position: int, rules: FigureRules) -> tuple[Rest, bool] | None:
    """A number below a hundred behind a unit, and whether «et» stands before it."""
    joint = _JOINT.match(folded, position)
    is_linked = joint is not None and joint[1] is not None
    if joint is None or (is_linked and rules.links.get(joint[1]) != "and"):
        return None
    digits = _DIGITS.match(folded, joint.end())
    if digits is not None:
        return Rest(int(digits[0]), digits.end()), is_linked
    cardinal = read_cardinal(folded, joint.end(), rules) if joint[0] else None
    if cardinal is None or cardinal.value >= _HUNDRED:
        return None
    return Rest(int(cardinal.value), cardinal.end), is_linked
