"""Patterns of calendar expressions: from the language of the tables to regular expressions."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from glane.text.date_words import Words, classify, fold, literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from glane.rules.dates import DateRules, PatternRow
    from glane.text.date_words import Category

_ELEMENT = re.compile(r"\{(?P<name>[a-z]+)(?P<number>\d?)\}|(?P<word>\w+)|(?P<mark>.)", re.DOTALL)
# `mod` brings what links it to its period, so that only the word itself is captured.
_MOD: Final = "mod"
_LONGEST_TOKEN: Final = 24
_MOST_TOKENS: Final = 1 << 14
_MANY: Final = 2
_GROUP = re.compile(r"\(\?P<\w+>")


class PatternError(ValueError):
    """A pattern of the tables that cannot be compiled: the message names the rule."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled row of the table of patterns."""

    row: PatternRow
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Bucket:
    """The patterns that a token can begin, in the order of the table.

    Attributes:
        patterns: the patterns.
        any: one expression for all of them, where they are several: what it does not match, none does.
    """

    patterns: tuple[Pattern, ...]
    any: re.Pattern[str] | None

    def match(self, text: str, start: int) -> list[tuple[re.Match[str], PatternRow]]:
        """Return the matches at an offset, the longest first."""
        if self.any is not None and self.any.match(text, start) is None:
            return []
        found = [(match, p.row) for p in self.patterns if (match := p.regex.match(text, start))]
        found.sort(key=lambda pair: -pair[0].end())
        return found


@dataclass(slots=True)
class _Piece:
    """A part of a pattern: its regular expression, what it may begin with, whether it may be empty."""

    regex: str = ""
    firsts: frozenset[str] = frozenset()
    empty: bool = True

    def append(self, other: _Piece) -> None:
        self.regex += other.regex
        if self.empty:
            self.firsts |= other.firsts
            self.empty = other.empty


def _compile(row: PatternRow, words: Words) -> tuple[Pattern, frozenset[str]]:
    elements = list(_ELEMENT.finditer(row.pattern))
    try:
        piece, end = _parse(elements, 0, words.categories)
    except KeyError as error:
        msg = f"rule {row.id}: unknown category {error}"
        raise PatternError(msg) from error
    if end != len(elements) or not piece.firsts:
        msg = f"rule {row.id}: the pattern {row.pattern!r} cannot be used"
        raise PatternError(msg)
    # A full stop that a form requires may be followed by anything.
    return Pattern(row, re.compile(rf"{piece.regex}(?!(?<=\w)\w)", re.IGNORECASE)), piece.firsts


def _parse(elements: list[re.Match[str]], index: int, categories: Mapping[str, Category]) -> tuple[_Piece, int]:
    """Parse up to the closing bracket; return what was parsed and the index of the bracket."""
    whole: list[_Piece] = []
    piece = _Piece()
    while index < len(elements):
        element = elements[index]
        mark = element["mark"]
        if mark in ("]", ")"):
            break
        if mark in ("[", "("):
            inner, index = _parse(elements, index + 1, categories)
            optional = mark == "["
            piece.append(_Piece(f"(?:{inner.regex}){'?' if optional else ''}", inner.firsts, optional or inner.empty))
        elif mark == "|":
            whole.append(piece)
            piece = _Piece()
        else:
            piece.append(_parse_element(element, categories))
        index += 1
    whole.append(piece)
    if len(whole) == 1:
        return piece, index
    firsts = frozenset().union(*(one.firsts for one in whole))
    return _Piece("|".join(one.regex for one in whole), firsts, any(one.empty for one in whole)), index


def _parse_element(element: re.Match[str], categories: Mapping[str, Category]) -> _Piece:
    if element["word"]:
        return _Piece(literal(element["word"]), frozenset({fold(element["word"])}), empty=False)
    if element["mark"]:
        return _Piece(literal(element["mark"]), frozenset(), empty=False)
    name = element["name"]
    category = categories[name]
    if category.is_link:
        return _Piece(f"(?:{category.regex})", frozenset(), empty=False)
    group = f"(?P<{name}{element['number']}>{category.regex})"
    if name == _MOD:
        group += rf"[- ](?:{categories['modlink'].regex})?"
    return _Piece(group, category.firsts, empty=False)


class Buckets(dict[str, "Bucket | None"]):
    """The patterns that each token can begin, looked up when it is first asked for."""

    def __init__(self, look_up: Callable[[str], Bucket | None]) -> None:
        """Take what looks up a token."""
        super().__init__()
        self._look_up = look_up

    def __missing__(self, token: str) -> Bucket | None:
        """Look a token up, and remember what it is."""
        if len(self) > _MOST_TOKENS:
            self.clear()
        self[token] = found = self._look_up(token)
        return found


class Grammar:
    """All patterns, found by the token that an expression begins with."""

    def __init__(self, rules: DateRules) -> None:
        """Compile the rules.

        Raises:
            PatternError: a pattern names a category that no word has.
        """
        self.words = Words(rules.words)
        self._buckets: dict[str, list[Pattern]] = defaultdict(list)
        self._order = {row.id: number for number, row in enumerate(rules.patterns)}
        for row in rules.patterns:
            pattern, firsts = _compile(row, self.words)
            for first in firsts:
                self._buckets[first].append(pattern)
        self._beginning_with = {known: Buckets(partial(self._look_up, has_reference=known)) for known in (False, True)}
        self._made: dict[tuple[str, ...], Bucket] = {}

    def beginning_with(self, *, has_reference: bool) -> Buckets:
        """Return the patterns that tokens, as the text has them, can begin.

        Args:
            has_reference: whether the document's date is known; patterns that need it are left out if not.
        """
        return self._beginning_with[has_reference]

    def _look_up(self, token: str, *, has_reference: bool) -> Bucket | None:
        if len(token) > _LONGEST_TOKEN:
            return None
        folded = fold(token)
        patterns = {p.row.id: p for key in (folded, classify(folded)) if key for p in self._buckets.get(key, ())}
        if not has_reference:
            patterns = {name: p for name, p in patterns.items() if "reference" not in p.row.needs}
        names = tuple(sorted(patterns, key=self._order.__getitem__))
        if names and names not in self._made:
            self._made[names] = _make_bucket(tuple(patterns[name] for name in names))
        return self._made.get(names)


def _make_bucket(patterns: tuple[Pattern, ...]) -> Bucket:
    if len(patterns) < _MANY:
        return Bucket(patterns, None)
    union = "|".join(_GROUP.sub("(?:", pattern.regex.pattern) for pattern in patterns)
    return Bucket(patterns, re.compile(union, re.IGNORECASE))
