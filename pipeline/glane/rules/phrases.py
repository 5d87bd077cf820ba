"""Phrases of the tables, looked up by their first or last word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from glane.accents import without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases with what they stand for, looked up by their first or last word.

    Attributes:
        by_first: from the first word (or sign) of a phrase to all phrases that begin with it, longest first.
        by_last: the same from the last word.
        prefixes: beginnings of words.
        forms: all phrases.
        beginnings: all prefixes.
    """

    by_first: Mapping[str, tuple[tuple[str, T], ...]]
    by_last: Mapping[str, tuple[tuple[str, T], ...]]
    prefixes: tuple[tuple[str, T], ...] = ()
    forms: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def has_word(self, word: str) -> bool:
        """Whether a word is one of the phrases or begins with one of the prefixes."""
        return word in self.forms or word.startswith(self.beginnings)

    def after(self, text: str, position: int) -> tuple[int, T] | None:
        """Find the longest phrase that begins at a position: where it ends, and what it stands for."""
        if position >= len(text):
            return None
        for form, value in self.by_first.get(first_word(text, position), ()):
            end = position + len(form)
            if text.startswith(form, position) and not _goes_on(text, end):
                return end, value
        return None

    def before(self, text: str, position: int) -> tuple[int, T] | None:
        """Find the longest phrase that ends at a position: where it begins, and what it stands for."""
        if position <= 0:
            return None
        last = last_word(text, position)
        for form, value in self.by_last.get(last, ()):
            start = position - len(form)
            if text.endswith(form, 0, position) and not _goes_back(text, start):
                return start, value
        for prefix, value in self.prefixes:
            if last.startswith(prefix):
                return position - len(last), value
        return None


_LONGEST_WORD = 40
_LETTERS = re.compile(rf"[^\W\d_]{{1,{_LONGEST_WORD}}}")


def first_word(text: str, position: int) -> str:
    """Read the word that begins at a position, with its apostrophe; else one character."""
    found = _LETTERS.match(text, position)
    end = found.end() if found else position
    if found and not found[0].isalpha():  # «½»
        end = position + next(index for index, letter in enumerate(found[0]) if not letter.isalpha())
    if end == position:
        return text[position : position + 1]
    return text[position : end + 1] if text[end : end + 1] == "'" else text[position:end]


def last_word(text: str, position: int) -> str:
    """Read the word that ends at a position, with its apostrophe; else one character."""
    word = text[max(0, position - _LONGEST_WORD) : position].rpartition(" ")[2]
    if word.isalpha():  # most
        return word
    start = position - 1 if text[position - 1 : position] == "'" else position
    letters = start
    low = max(0, position - _LONGEST_WORD)
    while letters > low and text[letters - 1].isalpha():
        letters -= 1
    return text[letters:position] if letters < start else text[position - 1 : position]


def _goes_on(text: str, end: int) -> bool:
    """Whether the word that ends here goes on, so that it is another word."""
    if end >= len(text) or not text[end - 1].isalnum():
        return False
    return text[end].isalnum() or text[end] == "'"


def _goes_back(text: str, start: int) -> bool:
    return start > 0 and text[start].isalnum() and (text[start - 1].isalnum() or text[start - 1] == "-")


def plain(form: str) -> str:
    """Take the accents off a form."""
    return unicodedata.normalize("NFC", without_accents(form))


def spellings(forms: Iterable[str]) -> list[str]:
    """Put forms in lower case, and add those without accents."""
    folded = [form.lower() for form in forms]
    return list(dict.fromkeys([*folded, *map(plain, folded)]))


def make_phrases(pairs: Iterable[tuple[str, T]]) -> Phrases[T]:
    """Make the lookup tables of phrases; of two equal phrases the first stands."""
    table: dict[str, T] = {}
    for form, value in pairs:
        table.setdefault(form, value)
    by_first: dict[str, list[tuple[str, T]]] = {}
    by_last: dict[str, list[tuple[str, T]]] = {}
    prefixes: list[tuple[str, T]] = []
    for form, value in sorted(table.items(), key=lambda item: -len(item[0])):
        if len(form) > 1 and form.endswith("*"):
            prefixes.append((form[:-1], value))
            continue
        by_first.setdefault(first_word(form, 0), []).append((form, value))
        by_last.setdefault(last_word(form, len(form)), []).append((form, value))
    return Phrases(
        {key: tuple(found) for key, found in by_first.items()},
        {key: tuple(found) for key, found in by_last.items()},
        tuple(prefixes),
        frozenset(form for forms in by_first.values() for form, _ in forms),
        tuple(prefix for prefix, _ in prefixes),
    )
