"""The words that a long form may take: the clause in front of an acronym, or the phrase behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from glane.rules.acronyms import fold_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.acronyms import AcronymRules

WINDOW = 260
"""How far a long form reaches, in code points."""
MAX_WORDS = 32
"""How many words it has at most."""

_WORD = re.compile(r"[^\W_]+")
_CUT = re.compile(r"[;:()\[\]«»<>\"“”•|=\n]|[%€](?=\s\w)|[!?.](?=\s)|(?<=\s)[–—−-](?=\s)")
_QUOTE = re.compile(r"[«»<>\"“”]")
_DASHES = frozenset("–—−-")
_OPENING = {"«": "»", "“": "”", "<": ">", '"': '"'}
_CLOSING = frozenset(_OPENING.values())


class FormWord(NamedTuple):
    """A word of a candidate long form.

    Attributes:
        start: its place in the text.
        end: end, exclusive.
        lower: in lower case.
        folded: without case and accents.
        function: it may be skipped for free.
        capital: it begins with a capital.
        part: it stands behind a hyphen.
        comma: a comma or slash stands before it.
        shouted: it is written in capitals.
    """

    start: int
    end: int
    lower: str
    folded: str
    function: bool
    capital: bool
    part: bool
    comma: bool
    shouted: bool


def _words(text: str, begin: int, end: int, rules: AcronymRules) -> list[FormWord]:
    words: list[FormWord] = []
    previous = begin
    for match in _WORD.finditer(text, begin, end):
        lower, folded, capital, shouted = _letters(match[0])
        start, stop = match.span()
        gap = text[previous:start]
        function = lower in rules.function
        words.append(
            FormWord(start, stop, lower, folded, function, capital, gap == "-", "," in gap or "/" in gap, shouted)
        )
        previous = stop
    return words


@lru_cache(maxsize=1 << 13)
def _letters(raw: str) -> tuple[str, str, bool, bool]:
    """What a word is by its letters alone: in lower case, folded, whether it is capitalised, and in capitals."""
    return raw.lower(), fold_letters(raw), raw[0].isupper(), len(raw) > 1 and raw.isupper()


def is_elision(words: Sequence[FormWord], index: int) -> bool:
    """Tell whether a word is one letter and an apostrophe: «l'», «d'»."""
    word = words[index]
    return word.end - word.start == 1 and index + 1 < len(words) and words[index + 1].start == word.end + 1


def first_after(text: str, start: int, end: int, rules: AcronymRules) -> str:
    """Return the first word of a phrase, without the determiners in front; empty for none."""
    for match in _WORD.finditer(text, start, end):
        if match[0].lower() not in rules.determiners:
            return match[0]
    return ""


def _paired_quotes(text: str, begin: int, end: int) -> frozenset[int]:
    """Return the places of the quotation marks that are opened and closed between two places."""
    stack: list[tuple[str, int]] = []
    paired: set[int] = set()
    for match in _QUOTE.finditer(text, begin, end):
        mark = match[0]
        if mark in _CLOSING and stack and stack[-1][0] == mark:
            paired.update((stack.pop()[1], match.start()))
        elif mark in _OPENING:
            stack.append((_OPENING[mark], match.start()))
    return frozenset(paired)


def words_before(
    text: str, end: int, rules: AcronymRules, *, dashes: bool = False, quotes: bool = False, window: int = WINDOW
) -> list[FormWord]:
    """Return the words of the clause that ends at ``end``: what a long form to the left may take.

    The clause begins behind a full stop, bracket, quotation mark, dash, line end, finite verb, or a
    comma before an article and a head noun.

    Args:
        text: the text of a shadow.
        end: where the long form ends.
        rules: the acronym tables.
        dashes: a dash may stand inside («Assistance publique - Hôpitaux de Paris (AP-HP)»).
        quotes: a quotation may stand inside («Bureau « enfance » de Dakar»).
        window: how far to look, in code points.
    """
    begin = max(0, end - window)
    limit = begin
    cut = begin > 0
    paired = _paired_quotes(text, begin, end) if quotes else frozenset[int]()
    for match in _CUT.finditer(text, begin, end):
        if (dashes and match[0] in _DASHES) or match.start() in paired:
            continue
        if match[0] == "\n" and _is_wrapped(text, match.start(), rules):
            continue
        limit = match.end()
        cut = False
    words = _words(text, limit, end, rules)
    if cut:
        del words[:1]  # the window may have cut it
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if word.lower in rules.breakers and not word.capital and not word.part:
            del words[: index + 1]
            break
        if word.comma and word.lower in rules.singular and opens(words, index + 1, rules):
            del words[:index]
            break
    return words[-MAX_WORDS:]


def opens(words: Sequence[FormWord], index: int, rules: AcronymRules) -> bool:
    """Tell whether a word is a capitalised head noun."""
    return index < len(words) and words[index].capital and words[index].lower in rules.heads


def _is_wrapped(text: str, place: int, rules: AcronymRules) -> bool:
    """Tell whether a line end stands in a sentence: a small letter follows or a function word precedes."""
    if text[place + 1 : place + 2].islower() or text[place + 1 : place + 2] == "(":
        return text[max(0, place - 1) : place] != "\n"
    before = text[max(0, place - 12) : place].rstrip(" ").rpartition(" ")[2]
    return before in rules.function


def words_after(text: str, start: int, end: int, rules: AcronymRules) -> list[FormWord]:
    """Return the words from ``start`` to ``end`` without the determiners in front."""
    words = _words(text, start, min(end, start + WINDOW), rules)
    first = 0
    while first < len(words) and words[first].lower in rules.determiners:
        first += 1
    return words[first : first + MAX_WORDS]
