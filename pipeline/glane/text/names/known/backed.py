"""Whether a name of the knowledge base is that name here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import goes_on, is_person, is_place, is_titled, opens_sentence
from glane.text.names.used.bare import does_alone
from glane.text.names.used.predicates import is_led_to
from glane.text.words import VERBS, is_hyphen

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from glane.text.knowledge import EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_NUMBERED = 2
"""Words of a country's name with a digit: «France 2»."""
_YEAR = 4
"""Digits of a year; a number of more is a code's."""
_LONGEST_EVENT = 6
"""Words from the noun of an event to a name: «Jeux olympiques et paralympiques de»."""
_NAMES = 3
"""Names and a title that may stand before the last name of a person."""
_SEVERAL = 2
"""Names that make a person of one more."""
_CLOSINGS = frozenset('»”"–—-')
_OF_STATES = "international"
_LONGEST_CHAIN = 16
"""Words from a medium back to the noun for its use: «sur YouTube, Dailymotion et …»."""


def is_backed(match: EntityMatch, document: Document, country_firsts: Collection[int], lexicon: NameLexicon) -> bool:
    """Whether a name that is also a person's, a place's, or a word in a line of capitals has nothing against it.

    Args:
        match: the name.
        document: with its words and definitions.
        country_firsts: indices where names of countries begin.
        lexicon: classes of words.
    """
    words, first, end = document.words, match.first, match.end
    settled = _is_settled(match, document, lexicon)
    if settled is not None:
        return settled
    if first in country_firsts and _is_counting(words, first, end, lexicon):
        return False
    if match.caution == "kind" and end < len(words):
        # «MR DUPONT», «PS : le texte suit», «le service Notification GC»
        before = words[first - 1] if first else None
        named = before is not None and before.text.istitle() and not lexicon.is_function(before.lower)
        return not (named or words[end].is_capitalised or (words[end].text == ":" and opens_sentence(words, first)))
    if (
        _is_inside(match, document.words, lexicon)
        or _is_medium(words, first, lexicon)
        or _is_outgrown(words, match, lexicon)
    ):
        return False
    if _dates_event(words, first, end, lexicon):
        return False
    if match.caution == "place":
        return not is_place(words, first, lexicon)
    if match.rows[0].kind == "programme" and first and _is_product(words[first - 1].lower, end - first, lexicon):
        return False  # «l'application StopCovid»
    titled = _is_one_titled(words, first, end)
    single = match.form == "name" and end == first + 1 and not words[first].text.isupper()
    if match.caution == "person":
        return not is_person(words, first, end, lexicon)
    behind_name = (
        first > 0 and words[first - 1].is_capitalised and words[first - 1].lower in lexicon.words("first_name")
    )
    if (single or titled) and behind_name:
        return False  # «Georges Mazars»
    return not single or end in country_firsts or not goes_on(words, end, lexicon)


def _is_in_code(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether an acronym is part of a code or of a file's name: «CAD-12098», «rapport_ONU_2020», but not «_ONU_»."""
    last = len(words) - 1
    if end < last and words[end].text == "-" and words[end].start == words[end - 1].end:
        number = words[end + 1]
        if number.start == words[end].end and number.text.isdigit() and len(number.text) > _YEAR:
            return True
    before = first > 1 and words[first - 1].text == "_" and _touch(words, first - 2) and _touch(words, first - 1)
    after = end < last and words[end].text == "_" and _touch(words, end - 1) and _touch(words, end)
    return (before and words[first - 2].text != "_") or (after and words[end + 1].text.isalnum())


def _touch(words: Sequence[Word], index: int) -> bool:
    """Whether nothing stands between a word and the next."""
    return words[index].end == words[index + 1].start and words[index].text != "\n"


def _is_settled(match: EntityMatch, document: Document, lexicon: NameLexicon) -> bool | None:
    """Whether a name is backed, by what touches it alone; ``None`` where that does not say."""
    words, first, end = document.words, match.first, match.end
    if match.form == "acronym" and (_is_name_given(words, first, end, lexicon) or _is_in_code(words, first, end)):
        return False
    if match.form == "acronym" and first and words[first - 1].lower in lexicon.words("licensed_thing"):
        return False  # «sous licence MIT»
    if match.caution == "capitals":
        return not document.is_shouted(words[first].start)
    if match.form == "acronym" and words[first - 1].text != "," and is_titled(words, first, lexicon):
        return False  # «M. Michel OTAN», but «M. Michel Dupont, UMP»
    if end + 1 < len(words) and words[end].text == "-" and words[end + 1].is_number:
        return words[end].start > words[end - 1].end  # «le satellite GovSat-1» is no body
    if match.form == "acronym" and _is_persons(words, match, lexicon):
        return False
    if match.caution == "field":
        return _acts(words, first, end, lexicon)
    return None


def _is_one_titled(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a name is one word with one capital, which a person may have too."""
    return end == first + 1 and words[first].text.istitle()


def _is_name_given(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym is what somebody calls a thing or a unit: «le missile IRIS-T», «le bataillon Badr»."""
    if is_hyphen(words, end):
        return len(words[end + 1].text) == 1 and words[end + 1].text.isupper()
    titled = _is_one_titled(words, first, end)
    return titled and first > 0 and words[first - 1].lower in lexicon.words("named_at_will")


def _is_counting(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a country and a digit, which name a channel too («sur France 2»), are two things: «en France 2 villages»."""
    numbered = end == first + _NUMBERED and len(words[end - 1].text) == 1 and words[end - 1].is_number
    if not numbered:
        return False
    if not first or words[first - 1].lower not in lexicon.words("channel_lead"):
        return True
    if end >= len(words):
        return False
    after = words[end]
    ends = after.is_break or lexicon.is_function(after.lower) or after.pos in VERBS or after.text in _CLOSINGS
    decimal = after.text == "," and end + 1 < len(words) and words[end + 1].is_number
    return not ends or decimal


def _is_persons(words: Sequence[Word], match: EntityMatch, lexicon: NameLexicon) -> bool:
    """Whether an acronym with one capital is one of a person's names: «Olaf Hansen», «le roi Olaf», but «l'Olaf»."""
    first = match.first
    if not _is_one_titled(words, first, match.end) or words[first].text.isupper():
        return False
    if first and words[first - 1].lower in lexicon.words("elided"):
        return False
    if words[first].lower in lexicon.words("first_name"):
        return True
    usual = any(words[first].text in (row.name, *row.acronyms, *row.aliases) for row in match.rows)  # «Frontex»
    return not usual and _is_among_names(words, first, lexicon)


def _is_among_names(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a first name, a post and a name, or two names stand in front of a word, or a surname behind it.

    «Abel Velik», «le général Orim Velik», «Orvan Orim Velik», «Velik Orim».
    """
    for index in range(first - 1, max(-1, first - 1 - _NAMES), -1):
        word = words[index]
        if index < first - 1 and (word.pos == "NOUN" or word.lower in lexicon.words("title")) and word.text.islower():
            return not lexicon.is_head(word.folded)
        if not _is_part_of_name(words, index, lexicon) or words[index + 1].start - word.end != 1:
            break
        if word.lower in lexicon.words("first_name") or index == first - _SEVERAL:
            return True
    after = first + 1
    if (
        after >= len(words)
        or words[after].start - words[first].end != 1
        or words[first - 1].lower in lexicon.words("article")
    ):
        return False
    return _is_part_of_name(words, after, lexicon) and words[after].lower not in lexicon.words("place")


def _is_part_of_name(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a word may be one of a person's names."""
    word = words[index]
    placed = lexicon.towns.get(word.lower) or word.folded in lexicon.country_adjectives
    return word.text.istitle() and not (lexicon.is_head(word.folded) or lexicon.is_function(word.lower) or placed)


def _acts(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a word that is also a field stands for its body: «la présidente de la Francophonie», «La Francophonie salue»."""
    if is_led_to(words, first, lexicon):
        return True
    article = first - 1
    if article < 0 or words[article].lower not in lexicon.words("one_definite"):
        return False
    if article and words[article - 1].lower in lexicon.words("agent"):
        return True
    return opens_sentence(words, article) and does_alone(words, end, lexicon)


def _is_outgrown(words: Sequence[Word], match: EntityMatch, lexicon: NameLexicon) -> bool:
    """Whether a common noun goes on behind a name that needs its family: «la Fédération internationale de ski»."""
    end = match.end
    asking = match.caution == "family" and match.form == "name"
    if not asking or end >= len(words) or words[end].lower not in lexicon.words("of"):
        return False
    noun = end + 1 + (end + 1 < len(words) and words[end + 1].lower in lexicon.words("article"))
    return noun < len(words) and words[noun].is_word and words[noun].text.islower()


def _dates_event(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a name that ends in a year is what an event is of: «les Jeux olympiques de Velm 2031», «les JO de Velm 2031»."""
    last = words[end - 1]
    if (
        not (last.is_number and len(last.text) == _YEAR)
        or first < 2
        or words[first - 1].lower not in lexicon.words("of")
    ):
        return False
    near = words[max(0, first - _LONGEST_EVENT) : first - 1]
    events = lexicon.words("event") | lexicon.words("event_acronym")
    return any(word.lower in events for word in near)


def _is_inside(match: EntityMatch, words: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether a territory is where something is: «dans la région Bretagne», but «dans la Communauté européenne»."""
    first = match.first
    if first < 2 or words[first].lower not in lexicon.words("territory") or match.rows[0].subtype == _OF_STATES:
        return False
    return words[first - 2].lower in lexicon.words("inside")


def _is_product(before: str, length: int, lexicon: NameLexicon) -> bool:
    """Whether the noun before a name makes it that of a thing; a network bears the whole name of its undertaking."""
    return before in lexicon.words("product") and (length == 1 or before not in lexicon.words("network"))


def _is_medium(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether what a firm is named by is the medium of something here: «publiée sur YouTube et Dailymotion»."""
    joining = lexicon.words("and") | {","}
    for index in range(first, max(0, first - _LONGEST_CHAIN), -2):
        if words[index].lower not in lexicon.words("medium"):
            return False
        if words[index - 1].lower in lexicon.words("medium_use"):
            return True
        if words[index - 1].lower not in joining:
            return False
    return False
