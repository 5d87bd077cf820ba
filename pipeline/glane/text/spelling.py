"""The words that the rules know, and where a hyphen stands in them: a dictionary, as far as it goes."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glane.rules.load import Rules

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_HYPHEN = re.compile("[-\u2010\u2011]")
_PIECES = ("ending", "letter", "letters")
"""Ends of the names of classes whose forms are no words."""


class Spelling:
    """How words are written, folded.

    Attributes:
        words: that stand alone, or as a part of one with a hyphen.
        pairs: parts that a hyphen joins: «porte-parole».
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Read texts, in time linear in their length."""
        words: set[str] = set()
        for text in texts:
            words.update(_WORD.findall(text))
        parts = [_HYPHEN.split(fold(word)) for word in words]
        self.words = frozenset(part for each in parts for part in each)
        self.pairs = frozenset(f"{left}-{right}" for each in parts for left, right in pairwise(each))


NO_SPELLING = Spelling()
"""No word is known."""


class Dictionary:
    """The words of all tables that have any, read when a text first asks: few do."""

    def __init__(self, rules: Rules) -> None:
        """Take the rules."""
        self._rules = rules

    @cached_property
    def spelling(self) -> Spelling:
        """How the words are written."""
        return Spelling(_texts_of(self._rules))


def _texts_of(rules: Rules) -> Iterator[str]:
    for entity in rules.entities:
        yield from (entity.name, *entity.aliases)
    for country in rules.countries:
        yield from (country.name, *country.aliases, *country.adjectives)
    for head in rules.heads:
        yield from head.forms
    for word in rules.words:
        if not word.word_class.endswith(_PIECES):
            yield from word.forms
    for row in rules.dates.words:
        yield from row.forms
    figures = rules.figures
    yield from (*figures.numbers, *figures.nouns, *figures.fractions, *figures.unit_words.forms)
