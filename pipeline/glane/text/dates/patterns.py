"""Patterns of calendar expressions: from the language of the tables to regular expressions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from glane.text.dates.openings import ANY, END, NOTHING, SEPARATOR, Opening, choice, token
from glane.text.dates.words import DateWords, classify, compile_lower, literal, lower_plain
from glane.text.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from glane.rules.dates import DateRules, PatternRow
    from glane.text.dates.words import Category

_ELEMENT = re.compile(r"\{(?P<name>[a-z]+)(?P<number>\d?)\}|(?P<word>\w+)|(?P<mark>.)", re.DOTALL)
# `mod` brings what links it to its period, so that only the word itself is captured.
_MOD: Final = "mod"
_LONGEST_TOKEN: Final = 24
_GLUED: Final = 4
"""Letters of a word right behind a year, at least: «le 21 mai 2013modifiant»."""
_TOKEN = re.compile(r"\w+")
_GROUP = re.compile(r"\(\?P<(\w+)>")


class PatternError(ValueError):
    """A pattern of the tables that cannot be compiled: the message names the rule."""

    def __init__(self, rule: str, problem: str) -> None:
        """Name the rule, and say what is wrong with it."""
        self.rule = rule
        super().__init__(f"rule {rule}: {problem}")


class Pattern:
    """A row of the table of patterns.

    Its expression is compiled when it is first asked for: that takes a millisecond, and few texts ask for many.
    """

    def __init__(self, row: PatternRow, source: str) -> None:
        """Take a row and its regular expression."""
        self.row = row
        self._source = source

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Its regular expression, for a text in lower case."""
        return compile_lower(self._source)


@dataclass(frozen=True, slots=True)
class Bucket:
    """The patterns that a token can begin.

    Attributes:
        patterns: the patterns in the order of the table, each with the tokens that may come second.
        keys: what the patterns know the token behind it by.
    """

    patterns: tuple[tuple[Pattern, frozenset[str]], ...]
    keys: Memory[tuple[str, ...]]
    _ready: dict[tuple[str, ...], list[tuple[re.Pattern[str], PatternRow]]] = field(default_factory=dict)

    def match(self, text: str, first: re.Match[str]) -> list[tuple[re.Match[str], PatternRow]]:
        """Return the matches at a token of a text that `lower` made, the longest first."""
        behind = _TOKEN.search(text, first.end())
        keys = self.keys[behind[0]] if behind else ()
        ready = self._ready.get(keys)
        if ready is None:
            known = {END, ANY, *keys}
            ready = [(one.regex, one.row) for one, seconds in self.patterns if not known.isdisjoint(seconds)]
            self._ready[keys] = ready
        start = first.start()
        found = [(match, row) for regex, row in ready if (match := regex.match(text, start))]
        found.sort(key=lambda pair: -pair[0].end())
        return found


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a pattern: its regular expression, and how it begins."""

    regex: str = ""
    opening: Opening = NOTHING

    def join(self, other: _Piece) -> _Piece:
        return _Piece(self.regex + other.regex, self.opening.join(other.opening))


def _translate(row: PatternRow, categories: Mapping[str, Category]) -> tuple[Pattern, Opening]:
    """Translate a pattern; all that can be wrong with it is told here, before it is compiled.

    One that asks for a word of a category whose words are all switched off begins with nothing, so that it is never tried.
    """
    elements = list(_ELEMENT.finditer(row.pattern))
    try:
        piece, end = _parse(elements, 0, categories)
    except KeyError as error:
        raise PatternError(row.id, f"unknown category {error}") from error
    if end != len(elements) or not (piece.opening.firsts or piece.opening.is_never):
        raise PatternError(row.id, f"the pattern {row.pattern!r} cannot be used")
    for name in (name for name, times in Counter(_GROUP.findall(piece.regex)).items() if times > 1):
        msg = f"the pattern {row.pattern!r} has {{{name}}} twice; a digit would tell them apart"
        raise PatternError(row.id, msg)
    # A full stop that a form requires may be followed by anything, a year by a word that a blank was lost before.
    return Pattern(row, rf"{piece.regex}(?:(?!(?<=\w)\w)|(?<=\D[12]\d\d\d)(?=[^\W\d_]{{{_GLUED}}}))"), piece.opening


def _parse(elements: list[re.Match[str]], index: int, categories: Mapping[str, Category]) -> tuple[_Piece, int]:
    """Parse up to the closing bracket; return what was parsed and the index of the bracket."""
    several: list[_Piece] = []
    piece = _Piece()
    while index < len(elements):
        element = elements[index]
        mark = element["mark"]
        if mark in ("]", ")"):
            break
        if mark in ("[", "("):
            inner, index = _parse(elements, index + 1, categories)
            group = f"(?:{inner.regex})"
            piece = piece.join(
                _Piece(f"{group}?", inner.opening.optional()) if mark == "[" else _Piece(group, inner.opening)
            )
        elif mark == "|":
            several.append(piece)
            piece = _Piece()
        else:
            piece = piece.join(_parse_element(element, categories))
        index += 1
    several.append(piece)
    return _Piece("|".join(one.regex for one in several), choice(*(one.opening for one in several))), index


def _parse_element(element: re.Match[str], categories: Mapping[str, Category]) -> _Piece:
    if element["word"]:
        return _Piece(literal(element["word"]), token(lower_plain(element["word"]), touches_behind=True))
    if element["mark"]:
        return _Piece(literal(element["mark"]), SEPARATOR)
    name = element["name"]
    category = categories[name]
    if category.is_link:
        return _Piece(f"(?:{category.regex})", category.opening)
    regex, opening = f"(?P<{name}{element['number']}>{category.regex})", category.opening
    if name == _MOD:
        link = categories["modlink"]
        regex += rf"[- ](?:{link.regex})?"
        opening = opening.join(SEPARATOR).join(link.opening.optional())
    return _Piece(regex, opening)


class Grammar:
    """All patterns, found by the two tokens that an expression begins with."""

    def __init__(self, rules: DateRules) -> None:
        """Read the rules.

        Raises:
            PatternError: a pattern names a category that no word has, or cannot be used.
        """
        self.words = DateWords(rules.words, rules.categories)
        self._by_first: dict[str, list[tuple[Pattern, frozenset[str]]]] = defaultdict(list)
        self._order = {row.id: number for number, row in enumerate(rules.patterns)}
        for row in rules.patterns:
            pattern, opening = _translate(row, self.words.categories)
            for first in opening.firsts:
                self._by_first[first].append((pattern, opening.seconds[first]))
        seconds = frozenset().union(*(known for listed in self._by_first.values() for _, known in listed))
        self._keys = Memory(partial(_keys, known=seconds, longest=_longest_token(rules)))
        self._beginning_with = {known: Memory(partial(self._look_up, has_reference=known)) for known in (False, True)}
        self._made: dict[tuple[tuple[str, ...], bool], Bucket | None] = {}

    def beginning_with(self, *, has_reference: bool) -> Memory[Bucket | None]:
        """Return the patterns that tokens, as the text has them, can begin.

        Args:
            has_reference: whether the document's date is known; patterns that need it are left out if not.
        """
        return self._beginning_with[has_reference]

    def opens(self, text: str) -> bool:
        """Whether a token, as the text has it, may begin some pattern."""
        return bool(_keys(text, known=self._by_first, longest=_LONGEST_TOKEN))

    def _look_up(self, text: str, *, has_reference: bool) -> Bucket | None:
        keys = _keys(text, known=self._by_first, longest=_LONGEST_TOKEN)
        if not keys:  # most
            return None
        if (keys, has_reference) not in self._made:
            self._made[keys, has_reference] = self._make_bucket(keys, has_reference=has_reference)
        return self._made.get((keys, has_reference))

    def _make_bucket(self, keys: tuple[str, ...], *, has_reference: bool) -> Bucket | None:
        seconds: dict[Pattern, frozenset[str]] = defaultdict(frozenset)
        for key in keys:
            for pattern, known in self._by_first[key]:
                if has_reference or "reference" not in pattern.row.needs:
                    seconds[pattern] |= known
        if not seconds:
            return None
        return Bucket(tuple(sorted(seconds.items(), key=lambda pair: self._order[pair[0].row.id])), self._keys)


def _keys(text: str, *, known: Container[str], longest: int) -> tuple[str, ...]:
    """Return what some patterns know a token by: the folded token, its class, both or neither."""
    if len(text) > longest:
        return ()
    folded = lower_plain(text)
    kind = classify(folded)
    if folded not in known:  # most
        return (kind,) if kind and kind in known else ()
    return (folded, kind) if kind and kind in known else (folded,)


def _longest_token(rules: DateRules) -> int:
    """Return the length that no token of any pattern exceeds: a word's, with a number of two digits in front."""
    forms = [form for row in rules.words for form in row.forms]
    return 2 + max(map(len, (*forms, *(row.pattern for row in rules.patterns))), default=0)
