"""What acronyms stand for by their role: undertakings, bodies, or things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.names.context import is_carried_out, is_undertaking, skip_funding, years_at
from glane.text.names.used.bare import is_bare_actor, is_cofinanced
from glane.text.names.used.predicates import (
    does_as_body,
    goes_on_as_undertaking,
    has_level,
    is_led_to,
    is_of_person,
    speaks,
)
from glane.text.names.used.things import count_things
from glane.text.words import ROMAN, find_capitals

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

SHORTEST = 3
"""Letters of an acronym that nothing explains."""
_LONGEST = 12
_DIGITS_BEHIND = 2
_DIGITS = "0123456789"
_OF_BODIES = frozenset({"owner", "belonging", "agent", "act"})
_OF_UNDERTAKINGS = frozenset({"undertaking", "period", "course"})
_PERIOD = re.compile(r"(?P<century>19|20)(?P<first>\d\d)[-–/](?P<other>19|20)?(?P<last>\d\d)")


def _is_spelt_as_one(text: str, lexicon: NameLexicon) -> bool:
    """Whether the first letter is that of most undertakings («programme», «projet», «plan») in an acronym of four or more."""
    return len(text) > SHORTEST and text[0].lower() in lexicon.words("undertaking_initial")


def _is_spelt(text: str) -> bool:
    """Whether a word is all capital letters, but for a digit among three of them, or two behind them: «CGI3», «GTS12»."""
    if not text.isupper() or text.isalpha():
        return text.isupper()
    digits = sum(map(str.isdigit, text))
    behind = digits == _DIGITS_BEHIND and text[:-digits].isalpha() and len(text) > SHORTEST + 1
    return text.isalnum() and text[0].isalpha() and len(text) > SHORTEST and (digits == 1 or behind)


def find_acronyms(words: Sequence[Word]) -> list[int]:
    """The indices of the words that are all capital letters."""
    return [index for index in find_capitals(words) if _is_spelt(words[index].text)]


def acronym_end(words: Sequence[Word], first: int, lexicon: NameLexicon, refused: Collection[str]) -> int:
    """Index behind the acronym that begins at a word, with a second one that a hyphen joins to it; 0 where there is none."""
    word = words[first]
    if not _is_spelt(word.text):
        return 0
    end = first + 1
    if end + 1 < len(words) and words[end].text == "-" and words[end].start == word.end:
        second = words[end + 1]
        if second.start == words[end].end and _is_spelt(second.text):
            end += 2
    text = surface_of_acronym(words, first, end)
    if text.lower() in lexicon.words("document") or set(text) <= ROMAN:
        return 0  # «créée par la LOI», «le président du XII e Congrès»
    if (
        not SHORTEST <= len(text) <= _LONGEST + (end - first)
        or text.rstrip(_DIGITS) in lexicon.stops
        or text in refused
    ):
        return 0
    return end


def is_spelt_oddly(word: Word) -> bool:
    """Whether a capitalised word is more than a capital and small letters: «RIDA», «SSPLab», «eWBS»."""
    return word.is_acronym or word.text.isupper() or word.text[0].islower()


def surface_of_acronym(words: Sequence[Word], first: int, end: int) -> str:
    """The text of an acronym of one word, or of two with the hyphen between them."""
    return "".join(word.text for word in words[first:end])


def find_undertakings(words: Sequence[Word], lexicon: NameLexicon) -> frozenset[str]:
    """The acronyms of undertakings.

    Something is said of them that only undertakings have or undergo («la phase 2 du X», «le X a démarré»), or their first
    letter is that of «programme», «projet» and «plan», and they are nowhere feminine, nor do they speak as bodies do.
    """
    found: set[str] = set()
    spelt: set[str] = set()
    bodies: set[str] = set()
    for index in find_acronyms(words):
        end = acronym_end(words, index, lexicon, ())
        if not end:
            continue
        text = surface_of_acronym(words, index, end)
        funded = is_cofinanced(words, index, end, lexicon)
        if funded or (index and role_of(words, index, end, lexicon, ()) in _OF_UNDERTAKINGS):
            found.add(text)
        elif _is_as_body(words, index, end, lexicon):
            bodies.add(text)
        if _is_spelt_as_one(text, lexicon):
            spelt.add(text)
    return frozenset(found | (spelt - bodies))


def _is_as_body(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym has the gender of bodies, or does what they alone do."""
    if is_bare_actor(words, index, end, lexicon) or _is_said_body(words, end, lexicon):
        return True
    return index > 0 and (words[index - 1].lower in lexicon.words("feminine") or speaks(words, end, lexicon))


def _is_said_body(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether a body is what an acronym is said to be: «le PORTIS est une structure ressource»."""
    noun = end + 2
    if noun >= len(words) or words[end].lower not in lexicon.words("being"):
        return False
    if words[end + 1].lower not in lexicon.words("explaining") | lexicon.words("one_definite"):
        return False
    if words[noun].lower in lexicon.words("body_noun"):
        return True
    found = lexicon.head_at(words, noun)
    return found is not None and found[1].kind == "organisation" and found[1].lower != "never"


def find_things(words: Sequence[Word], lexicon: NameLexicon, bodies: Collection[int]) -> frozenset[str]:
    """The acronyms of things: platforms, studies, insurances, which the document uses as such more than as bodies.

    Args:
        words: of the document.
        lexicon: classes of words.
        bodies: offsets where bodies end.
    """
    uses = count_things(words, lexicon)
    if not uses:
        return frozenset()
    for index in find_capitals(words):
        text = words[index].text
        if text in uses and role_of(words, index, index + 1, lexicon, bodies) in _OF_BODIES:
            uses[text] -= 1
    return frozenset(text for text, number in uses.items() if number >= 0)


def _is_urged(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether «à» and an infinitive say what a body is asked to do."""
    return end + 1 < len(words) and words[end].lower in lexicon.words("to_alone") and words[end + 1].pos == "VERB"


def _has_period(words: Sequence[Word], end: int) -> bool:
    """Whether the years that a plan is for stand right behind an acronym: «le PNDR 2018-2025»."""
    period = _PERIOD.fullmatch(years_at(words, end))
    # «RFS 2001-01» is a number
    return period is not None and (period["other"] is not None or period["first"] < period["last"])


def _is_carried_out(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym with an article in front is the subject of what happens to undertakings."""
    definite = words[index - 1].lower in lexicon.words("one_definite")
    return definite and is_carried_out(words, skip_funding(words, end, lexicon), lexicon)


def _is_under_way(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym that begins as undertakings' do is the subject of what they do: «le PAMER cible les femmes»."""
    masculine = words[index - 1].lower in lexicon.words("masculine")
    spelt = masculine and _is_spelt_as_one(surface_of_acronym(words, index, end), lexicon)
    return spelt and (goes_on_as_undertaking(words, end, lexicon) or skip_funding(words, end, lexicon) > end)


def _has_stage(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether the number of a phase stands right behind an acronym that is no feminine: «le PADIR phase 2»."""
    if end + 1 >= len(words) or words[index - 1].lower in lexicon.words("feminine"):
        return False
    definite = words[index - 1].lower in lexicon.words("one_definite")
    phase = words[end].lower in lexicon.words("stage") and words[end].lower in lexicon.words("undertaking")
    return definite and phase and (words[end + 1].is_number or set(words[end + 1].text) <= ROMAN)


def role_of(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon, bodies: Collection[int]) -> str:
    """The role of a word with an article in front, or nothing.

    ``owner``, ``belonging``, ``agent``, ``act`` of bodies, ``undertaking``, ``period`` and ``course`` of undertakings.
    """
    if has_level(words, end, lexicon):
        return ""
    if is_undertaking(words, index, lexicon) or _has_stage(words, index, end, lexicon):
        return "undertaking"
    if _has_period(words, end):
        return "period"
    if _is_carried_out(words, index, end, lexicon) or _is_under_way(words, index, end, lexicon):
        return "course"
    if is_led_to(words, index, lexicon) or is_of_person(words, index, lexicon):
        return "belonging"
    before = index - 2 if words[index - 1].lower in lexicon.words("article") else index - 1
    if before >= 0 and words[before].lower in lexicon.words("of") | lexicon.words("definite"):
        if before > 0 and words[before - 1].end in bodies:
            return "owner"
        if before > 0 and words[before - 1].lower in lexicon.words("belonging"):
            return "belonging"
    urged = before >= 0 and words[before].lower in lexicon.words("urging") and _is_urged(words, end, lexicon)
    if urged or (before >= 0 and words[before].lower in lexicon.words("agent")):
        return "agent"
    owned = before > 0 and words[before].lower in lexicon.words("bare_of") and words[before - 1].is_word
    return "act" if not owned and does_as_body(words, end, lexicon) else ""
