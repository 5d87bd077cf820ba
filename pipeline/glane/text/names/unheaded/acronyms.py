"""Acronyms that nothing explains: names by their place in the sentence, or since the document keeps using them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.candidate import GUESS, Candidate
from glane.text.forms import fold
from glane.text.names.context import is_among_capitals, is_carried_out, is_undertaking, skip_funding, years_at
from glane.text.names.derived.coded import is_sectioned
from glane.text.names.derived.world import world_end
from glane.text.names.unheaded.items import find_surnames
from glane.text.names.used.bare import is_bare_actor, is_cofinanced
from glane.text.names.used.predicates import (
    does_as_body,
    goes_on_as_undertaking,
    has_level,
    is_led_to,
    is_of_person,
    speaks,
)
from glane.text.names.used.things import count_things, is_body
from glane.text.words import ROMAN, find_capitals

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SHORTEST, _LONGEST = 3, 8
_LONGEST_COINED = 16
_DIGITS_BEHIND = 2
_RECURRENT = 2
_DIGITS = "0123456789"
_BODY, _UNDERTAKING = "organisation", "programme"
_OF_BODIES = frozenset({"owner", "belonging", "agent", "act"})
_OF_UNDERTAKINGS = frozenset({"undertaking", "period", "course"})
_ROMAN = re.compile(r"[IVXLC]{2}")
_PERIOD = re.compile(r"(?P<century>19|20)(?P<first>\d\d)[-–/](?P<other>19|20)?(?P<last>\d\d)")


def find_actors(
    words: Sequence[Word],
    lexicon: NameLexicon,
    refused: Collection[str],
    undertakings: Collection[str],
    bodies: Collection[int],
) -> Iterator[Candidate]:
    """Find acronyms, and coined words («SSPLab»), where only a body or an undertaking can stand.

    «le RIDA recrute», «l'OMEP a adopté», «au siège de la FENOP», «selon le CIRAV», or the owner of a body: «le Centre
    d'alerte de l'OMEP»; and «la mise en œuvre du PADERM». A definite article in the singular stands before all of them,
    but for «PLANAR a organisé …».

    Args:
        words: of the text.
        lexicon: classes of words.
        refused: acronyms that the document defines, as whatever.
        undertakings: from `find_undertakings`.
        bodies: offsets where bodies end.

    Yields:
        Candidates of the lowest tier of trust.
    """
    capitals = find_capitals(words)
    people = find_surnames(words, capitals, lexicon)
    for index in [index for index in capitals if _is_spelt_oddly(words[index])]:
        end = _actor_end(words, index, lexicon, refused)
        if not end or is_sectioned(words, end) or is_among_capitals(words, index):
            continue
        bare = words[index].lower not in people and is_bare_actor(words, index, end, lexicon)
        funded = not bare and is_cofinanced(words, index, end, lexicon)
        if bare or funded or not index:
            role = "act" if bare else "course" if funded else ""
        elif (
            words[index - 1].lower in lexicon.words("one_definite")
            or is_undertaking(words, index, lexicon)
            or is_of_person(words, index, lexicon)
        ):
            role = _role(words, index, end, lexicon, bodies)
        else:
            continue
        if role:
            yield _candidate(words, index, end, f"context:{role}", undertakings)


def find_recurrent_acronyms(
    words: Sequence[Word],
    lexicon: NameLexicon,
    refused: Collection[str],
    undertakings: Collection[str],
    found: Sequence[Candidate],
) -> Iterator[Candidate]:
    """Find acronyms that a document keeps using with the article of a body, and at least once as only bodies are.

    Args:
        words: of the document.
        lexicon: classes of words.
        refused: acronyms that the document defines, as whatever.
        undertakings: from `find_undertakings`.
        found: candidates so far.

    Yields:
        Candidates for each place of an acronym that stands at least `_RECURRENT` times behind a definite article in the
        singular («le CIBE a …»); a term is as often used without.
    """
    bodies = [candidate for candidate in found if candidate.kind == _BODY]
    starts, ends = {body.start for body in bodies}, {body.end for body in bodies}
    places: dict[str, list[tuple[int, int]]] = {}
    for index in _find_acronyms(words):
        word = words[index]
        end = 0 if is_among_capitals(words, index) else _acronym_end(words, index, lexicon, refused)
        if end and not is_sectioned(words, end) and word.is_acronym and not lexicon.is_head(fold(word.text)):
            places.setdefault(_surface(words, index, end), []).append((index, end))
    for text, spans in places.items():
        before = [words[first - 1].lower for first, _ in spans if first > 0]
        if any(word in lexicon.words("indefinite") or word in lexicon.words("product") for word in before):
            continue  # «d'autres ZSR»: a kind; «la plateforme NDP»
        with_article = sum(word in lexicon.words("one_definite") for word in before)
        if with_article < _RECURRENT or with_article * 2 < len(spans):
            continue
        if text in undertakings or any(is_body(words, first, end, lexicon, starts, ends) for first, end in spans):
            for first, end in spans:
                yield _candidate(words, first, end, "acronym:recurrent", undertakings)


def _is_spelt_as_one(text: str, lexicon: NameLexicon) -> bool:
    """Whether the first letter is that of most undertakings («programme», «projet», «plan») in an acronym of four or more."""
    return len(text) > _SHORTEST and text[0].lower() in lexicon.words("undertaking_initial")


def _is_spelt(text: str) -> bool:
    """Whether a word is all capital letters, but for a digit among three of them, or two behind them: «CGI3», «GTS12»."""
    if not text.isupper() or text.isalpha():
        return text.isupper()
    digits = sum(map(str.isdigit, text))
    behind = digits == _DIGITS_BEHIND and text[:-digits].isalpha() and len(text) > _SHORTEST + 1
    return text.isalnum() and text[0].isalpha() and len(text) > _SHORTEST and (digits == 1 or behind)


def _find_acronyms(words: Sequence[Word]) -> list[int]:
    """The indices of the words that are all capital letters."""
    return [index for index in find_capitals(words) if _is_spelt(words[index].text)]


def _candidate(words: Sequence[Word], first: int, end: int, rule: str, undertakings: Collection[str]) -> Candidate:
    text = _surface(words, first, end)
    kind = _UNDERTAKING if text in undertakings else _BODY
    subtype = "programme" if kind == _UNDERTAKING else None
    return Candidate(words[first].start, words[end - 1].end, kind, rule, tier=GUESS, subtype=subtype)


def _acronym_end(words: Sequence[Word], first: int, lexicon: NameLexicon, refused: Collection[str]) -> int:
    """Index behind the acronym that begins at a word, with a second one that a hyphen joins to it; 0 where there is none."""
    word = words[first]
    if not _is_spelt(word.text):
        return 0
    end = first + 1
    if end + 1 < len(words) and words[end].text == "-" and words[end].start == word.end:
        second = words[end + 1]
        if second.start == words[end].end and _is_spelt(second.text):
            end += 2
    text = _surface(words, first, end)
    if text.lower() in lexicon.words("document") or set(text) <= ROMAN:
        return 0  # «créée par la LOI», «le président du XII e Congrès»
    if (
        not _SHORTEST <= len(text) <= _LONGEST + (end - first)
        or text.rstrip(_DIGITS) in lexicon.stops
        or text in refused
    ):
        return 0
    return end


def _is_spelt_oddly(word: Word) -> bool:
    """Whether a capitalised word is more than a capital and small letters: «RIDA», «SSPLab», «eWBS»."""
    return word.is_acronym or word.text.isupper() or word.text[0].islower()


def _actor_end(words: Sequence[Word], first: int, lexicon: NameLexicon, refused: Collection[str]) -> int:
    """Index behind the acronym, or the word with a capital inside, that begins at a word; 0 where there is none."""
    text = words[first].text
    if text.isupper():
        end = _acronym_end(words, first, lexicon, refused)
        return end and (world_end(words, end, lexicon) or end)  # «SDSN Sahel»
    coined = _is_spelt_oddly(words[first]) and text.isalnum() and _SHORTEST < len(text) <= _LONGEST_COINED
    usable = (
        text not in refused
        and text.upper() not in lexicon.stops
        and not lexicon.is_head(fold(text))
        and not _is_ordinal(text, lexicon)
    )
    return first + 1 if coined and usable else 0


def _is_ordinal(text: str, lexicon: NameLexicon) -> bool:
    """Whether a word is a Roman ordinal: «XIVème»."""
    return bool(_ROMAN.match(text)) and text.lstrip("IVXLC") in lexicon.words("roman_ending")


def _surface(words: Sequence[Word], first: int, end: int) -> str:
    return "".join(word.text for word in words[first:end])


def find_undertakings(words: Sequence[Word], lexicon: NameLexicon) -> frozenset[str]:
    """The acronyms of undertakings.

    Something is said of them that only undertakings have or undergo («la phase 2 du X», «le X a démarré»), or their first
    letter is that of «programme», «projet» and «plan», and they are nowhere feminine, nor do they speak as bodies do.
    """
    found: set[str] = set()
    spelt: set[str] = set()
    bodies: set[str] = set()
    for index in _find_acronyms(words):
        end = _acronym_end(words, index, lexicon, ())
        if not end:
            continue
        text = _surface(words, index, end)
        funded = is_cofinanced(words, index, end, lexicon)
        if funded or (index and _role(words, index, end, lexicon, ()) in _OF_UNDERTAKINGS):
            found.add(text)
        elif _is_as_body(words, index, end, lexicon):
            bodies.add(text)
        if _is_spelt_as_one(text, lexicon):
            spelt.add(text)
    return frozenset(found | (spelt - bodies))


def _is_as_body(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym has the gender of bodies, or does what they alone do."""
    if is_bare_actor(words, index, end, lexicon):
        return True
    return index > 0 and (words[index - 1].lower in lexicon.words("feminine") or speaks(words, end, lexicon))


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
        if text in uses and _role(words, index, index + 1, lexicon, bodies) in _OF_BODIES:
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
    spelt = masculine and _is_spelt_as_one(_surface(words, index, end), lexicon)
    return spelt and (goes_on_as_undertaking(words, end, lexicon) or skip_funding(words, end, lexicon) > end)


def _has_stage(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether the number of a phase stands right behind an acronym that is no feminine: «le PADIR phase 2»."""
    if end + 1 >= len(words) or words[index - 1].lower in lexicon.words("feminine"):
        return False
    definite = words[index - 1].lower in lexicon.words("one_definite")
    phase = words[end].lower in lexicon.words("stage") and words[end].lower in lexicon.words("undertaking")
    return definite and phase and (words[end + 1].is_number or set(words[end + 1].text) <= ROMAN)


def _role(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon, bodies: Collection[int]) -> str:
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
