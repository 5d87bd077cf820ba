"""A candidate where it stands, as the conditions of patterns see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from glane.text.dates.words import lower_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_NEXT_WORD = re.compile(r" {0,3}(?:([^\W\d_]+'?|[^\w\s.,;:!?()\[\]«»\"'–—/-])|$)")


class Place(NamedTuple):
    """A candidate in its text.

    Attributes:
        text: the whole text.
        start: where the candidate begins.
        end: behind its last character.
        groups: what its pattern captured.
        reference: the document's date.
    """

    text: str
    start: int
    end: int
    groups: Mapping[str, str | None]
    reference: date | None


class Left(NamedTuple):
    """What stands in front of a candidate.

    Attributes:
        tokens: the tokens before it, of its line, in lower case.
        cue: the kind of cue, if there is one.
    """

    tokens: tuple[str, ...]
    cue: str | None


def match_word(text: str, start: int) -> re.Match[str] | None:
    """Match the word, or the sign, that stands at an offset or behind a few blanks; its first group is empty at the end."""
    return _NEXT_WORD.match(text, start)


def next_word(place: Place) -> str:
    """The word that follows a candidate, folded; empty where none does."""
    match = match_word(place.text, place.end)
    return lower_plain(match[1]) if match and match[1] else ""


def precedes(place: Place, following: str, phrase: str) -> bool:
    """Whether a folded word or phrase stands right behind a candidate, given the word that does."""
    head, blank, _ = phrase.partition(" ")
    if not blank:
        return phrase == following
    if head != following:
        return False
    window = place.text[place.end : place.end + len(phrase) + 4].lstrip(" ")
    return lower_plain(window[: len(phrase)]) == phrase and not window[len(phrase) : len(phrase) + 1].isalnum()


def without_stop(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Tokens without the full stop that ends the last one, as in «art.»."""
    return tokens[:-1] if tokens[-1:] == (".",) else tokens
