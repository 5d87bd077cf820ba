"""Acronyms that nothing explains: names by their place in the sentence, or since the document keeps using them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.candidate import GUESS, Candidate
from glane.text.forms import fold
from glane.text.names.context import is_among_capitals, is_undertaking
from glane.text.names.derived.coded import is_sectioned
from glane.text.names.derived.world import world_end
from glane.text.names.unheaded.acronym_roles import (
    SHORTEST,
    acronym_end,
    find_acronyms,
    is_spelt_oddly,
    role_of,
    surface_of_acronym,
)
from glane.text.names.unheaded.items import find_surnames
from glane.text.names.used.bare import is_bare_actor, is_cofinanced
from glane.text.names.used.predicates import is_of_person
from glane.text.names.used.things import is_body
from glane.text.words import find_capitals

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST_COINED = 16
_RECURRENT = 2
_BODY, _UNDERTAKING = "organisation", "programme"
_ROMAN = re.compile(r"[IVXLC]{2}")


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
    for index in [index for index in capitals if is_spelt_oddly(words[index])]:
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
            role = role_of(words, index, end, lexicon, bodies)
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
    for index in find_acronyms(words):
        word = words[index]
        end = 0 if is_among_capitals(words, index) else acronym_end(words, index, lexicon, refused)
        if end and not is_sectioned(words, end) and word.is_acronym and not lexicon.is_head(fold(word.text)):
            places.setdefault(surface_of_acronym(words, index, end), []).append((index, end))
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


def _candidate(words: Sequence[Word], first: int, end: int, rule: str, undertakings: Collection[str]) -> Candidate:
    text = surface_of_acronym(words, first, end)
    kind = _UNDERTAKING if text in undertakings else _BODY
    subtype = "programme" if kind == _UNDERTAKING else None
    return Candidate(words[first].start, words[end - 1].end, kind, rule, tier=GUESS, subtype=subtype)


def _actor_end(words: Sequence[Word], first: int, lexicon: NameLexicon, refused: Collection[str]) -> int:
    """Index behind the acronym, or the word with a capital inside, that begins at a word; 0 where there is none."""
    text = words[first].text
    if text.isupper():
        end = acronym_end(words, first, lexicon, refused)
        return end and (world_end(words, end, lexicon) or end)  # «SDSN Sahel»
    coined = is_spelt_oddly(words[first]) and text.isalnum() and SHORTEST < len(text) <= _LONGEST_COINED
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
