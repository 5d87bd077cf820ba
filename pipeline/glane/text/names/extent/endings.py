"""What a name ends with behind all else: a day, a stage, the year it looks to, the number of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import read_numbered_acronym
from glane.text.names.extent.tails import site_end
from glane.text.words import ROMAN, is_hyphen

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Phrase

_APART = frozenset(",-–—")
_CENTURY = 3
"""Words of «au 21e siècle»."""
_LONGEST_SITTING = 10
"""Words of «Emploi, politique sociale, santé et consommateurs»."""
_COUNTED = frozenset({"NOUN", "ADJ", "PROPN", ""})


def read_naming_day(reading: Reading, phrase: Phrase, head: HeadRow, limit: int) -> None:
    """Read the day that a body is named after: «Mouvement du 3 juin»; a committee meets on others, in small letters."""
    month = phrase.end + 2
    if month >= limit or not (reading.is_in(phrase.end, "of") and reading.words[month - 1].is_number):
        return
    dated = head.is_one_of(reading.lexicon.words("day_head"))
    committee = head.is_one_of(reading.lexicon.words("capital_day_head"))
    named = dated or (committee and reading.words[month].is_capitalised)
    year = month + 1 < limit and reading.words[month + 1].is_number
    if named and reading.is_in(month, "month") and not year:
        phrase.end, phrase.proper, phrase.named = month + 1, True, True


def read_sitting(reading: Reading, phrase: Phrase, head: HeadRow, limit: int) -> None:
    """Read what a council sits for, in brackets: «Conseil (Agriculture et pêche)»."""
    opening, field = phrase.end, phrase.end + 1
    if (
        field >= limit
        or reading.words[opening].text != "("
        or head.forms[0] not in reading.lexicon.words("sitting_head")
    ):
        return
    sits = reading.lexicon.is_portfolio(reading.words[field].lower) or reading.is_in(field, "sitting_field")
    if not (sits and reading.is_capitalised(field, limit)):
        return
    for closing in range(field + 1, min(limit, field + _LONGEST_SITTING)):
        if reading.words[closing].text == ")":
            phrase.end, phrase.proper, phrase.named = closing + 1, True, True
            return


def bracketed_end(reading: Reading, phrase: Phrase, first: int, limit: int) -> int:
    """Index of the bracket that ends what an acronym before it stands for: «ORCED (Office de … en Coopération)».

    The phrase's own end where more than words and hyphens stand before it, or something known by itself.
    """
    opening, position = first - 1, phrase.end
    if opening < 1 or reading.words[opening].text != "(" or not reading.words[opening - 1].is_acronym:
        return position
    if not (phrase.capital and phrase.complements):
        return position
    end = position
    while end < limit and reading.words[end].text != ")":
        word = reading.words[end]
        if end in reading.known or not (word.is_word or is_hyphen(reading.words, end)):
            return position
        end += 1
    return end if end < limit else position


def read_resolution(reading: Reading, phrase: Phrase, head: HeadRow, limit: int) -> None:
    """Read the number of the resolution that a body sees to: «Comité de la Résolution 1540», «Comité 1540»."""
    if head.kind != "organisation" or not phrase.capital or phrase.end >= limit:
        return
    number = reading.words[phrase.end]
    if number.is_number and number.text in reading.resolutions:
        phrase.end, phrase.proper, phrase.named = phrase.end + 1, True, True


def century_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind the century that the acronym in brackets has the number of: «Consortium … au 21e siècle (COS21)»."""
    bracket = position + _CENTURY
    if bracket + 1 >= limit or not (reading.is_in(position, "to") and reading.is_in(bracket - 1, "century")):
        return position
    acronym = reading.words[bracket + 1]
    numbered = reading.words[bracket].text == "(" and acronym.is_acronym and acronym.text[-1].isdigit()
    return bracket if numbered else position


def horizon_end(reading: Reading, phrase: Phrase, limit: int) -> int:
    """Index behind the year that a plan looks to: «Stratégie … à l'horizon 2030»."""
    position = phrase.end
    while position < min(limit, phrase.end + 3) and not reading.is_in(position, "horizon"):
        if not (reading.is_in(position, "to") or reading.is_in(position, "article")):
            return phrase.end
        position += 1
    year = position + 1
    follows = phrase.capital and year < limit and reading.is_in(position, "horizon") and reading.words[year].is_number
    return year + 1 if follows else phrase.end


def stage_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind the stage of an undertaking: «programme d'appui au secteur des transports phase II»."""
    apart = _staged_acronym(reading, position, limit)
    if apart or position + 1 >= limit or not reading.is_in(position, "stage"):
        return apart or position
    number = reading.words[position + 1]
    return position + 2 if number.is_number or set(number.text) <= ROMAN else position


def _staged_acronym(reading: Reading, position: int, limit: int) -> int:
    """Index of the bracket with a numbered acronym behind a stage set apart: «…, deuxième phase (PATE 2)»; 0 for none."""
    if position + 2 >= limit or reading.words[position].text not in _APART:
        return 0
    stage = position + 1 + reading.is_in(position + 1, "rank_word")
    bracket = stage + 1
    if bracket < limit and (reading.words[bracket].is_number or set(reading.words[bracket].text) <= ROMAN):
        bracket += 1
    staged = bracket < limit and reading.is_in(stage, "stage") and reading.words[bracket].text == "("
    return bracket if staged and read_numbered_acronym(reading.words, bracket) else 0


def read_site(reading: Reading, phrase: Phrase, begin: int, limit: int) -> None:
    """Read the number of a university, and its sites, behind its town or the name that is known."""
    reach = max(phrase.end, phrase.whole)
    if reach == begin:
        return
    end = site_end(reading, _branch_end(reading, reach, limit), limit)
    if end > reach:
        phrase.end, phrase.proper, phrase.named = end, True, True


def _branch_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind the number that tells a university from others in its town: «Université de Blida 2»."""
    if position >= limit or len(reading.words[position].text) > 1 or not reading.words[position].is_number:
        return position
    after = position + 1
    counts = (
        after < limit and reading.words[after].is_word and not reading.lexicon.is_function(reading.words[after].lower)
    )
    return position if counts and reading.words[after].pos in _COUNTED else after
