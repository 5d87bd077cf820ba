"""Definitions with brackets: «long form (SHORT)», «SHORT (long form)», with cues and several acronyms."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.text.acronym_match import Match, match_after, match_before
from glane.text.acronym_pairs import Definition, define
from glane.text.acronym_words import Word, words_after, words_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.rules.acronyms import AcronymRules

_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_LONGEST = 200
_CLOSING = ' »”">'
_QUOTES = "«»“”\"<>' "

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,200})[)\]]")
_DOTTED = rf"(?:[{_UPPER}]\.-?){{2,12}}[{_UPPER}]?"
_SHORT = re.compile(rf"{_DOTTED}|[\w&]+(?:[-.'][\w&]+){{0,4}}")
_SHORT_TAIL = re.compile(rf"({_DOTTED}|[\w&]{{2,20}}(?:-[\w&]{{1,12}}){{0,2}})[»”\">]{{0,2}} ?\Z")
_PLACE_TAIL = re.compile(rf"([\w&-]{{2,12}})((?: [{_UPPER}][\w-]{{2,20}}){{1,2}})")
_CODE = re.compile(r"\d/|/\d|(?<!\w)\w/")
_DETERMINER = re.compile(r"(\w{1,5})(?:'| )")


@dataclass(frozen=True, slots=True)
class _Inside:
    """What a pair of brackets holds: spans of short forms, and whether there is nothing else but cues."""

    shorts: tuple[tuple[int, int], ...]
    pure: bool
    slashed: bool


def in_brackets(text: str, rules: AcronymRules) -> Iterator[Definition]:
    """Yield the definitions in which one of the two forms stands in brackets.

    Args:
        text: the text of a shadow.
        rules: the acronym tables.

    Yields:
        The definitions, in the order of the brackets.
    """
    for bracket in _BRACKET.finditer(text):
        start, end = bracket.span(1)
        inside = _read_inside(text, start, end, rules)
        if inside.shorts:
            yield from _long_before_bracket(text, bracket.start(), inside, rules)
        if not inside.pure:
            expansion = _long_in_bracket(text, bracket.start(), start, end, rules)
            if expansion is not None:
                yield expansion


@functools.lru_cache(maxsize=8)
def _separator(conjunctions: tuple[str, ...]) -> re.Pattern[str]:
    """Compile what separates the segments inside brackets: punctuation, or a conjunction."""
    words = "|".join(map(re.escape, conjunctions)) or "(?!)"
    return re.compile(rf" ?[,;:/=] ?| [–—-] | (?:{words}) ")


def _trim(text: str, start: int, end: int, marks: str = _QUOTES) -> tuple[int, int]:
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return start, end


def _read_inside(text: str, start: int, end: int, rules: AcronymRules) -> _Inside:
    """Read the segments inside brackets: short forms, cues («en anglais»), other things."""
    content = text[start:end]
    if _CODE.search(content):
        return _Inside((), False, False)
    shorts: list[tuple[int, int]] = []
    pure = True
    place = start
    cuts = [(match.start() + start, match.end() + start) for match in _separator(rules.conjunctions).finditer(content)]
    for cut_start, cut_end in [*cuts, (end, end)]:
        a, b = _strip_cues(text, *_trim(text, place, cut_start), rules)
        place = cut_end
        if a >= b:
            continue
        token = text[a:b]
        if _is_short(token):
            shorts.append((a, b))
            continue
        tail = _PLACE_TAIL.fullmatch(token)
        if tail and _is_short(tail[1]):
            shorts.append((a, b))
            continue
        pure = False
    if len(shorts) > 4:
        return _Inside((), False, False)
    return _Inside(tuple(shorts), pure, "/" in content)


def _strip_cues(text: str, start: int, end: int, rules: AcronymRules) -> tuple[int, int]:
    """Take cues and determiners off both ends of a segment."""
    for _ in range(3):
        segment = text[start:end].lower()
        front = _cue_in_front(segment, rules)
        back = "" if front else _cue_behind(segment, rules)
        if not front and not back:
            break
        start += len(front)
        end -= len(back)
        start, end = _trim(text, start, end, _QUOTES + ",:")
    determiner = _DETERMINER.match(text, start, end)
    if determiner and determiner[1].lower() in rules.determiners and determiner.end() < end:
        start = determiner.end()
    return _trim(text, start, end)


def _cue_in_front(segment: str, rules: AcronymRules) -> str:
    if segment.startswith(rules.cues_before):
        for cue in rules.cues_before:
            if segment.startswith(cue) and not segment[len(cue) : len(cue) + 1].isalnum():
                return cue
    return ""


def _cue_behind(segment: str, rules: AcronymRules) -> str:
    if segment.endswith(rules.cues_after):
        for cue in rules.cues_after:
            if segment == cue or segment.endswith(" " + cue):
                return cue
    return ""


def _is_short(token: str) -> bool:
    """Tell whether a token inside brackets can be a short form: one word with a capital, not a number."""
    if not 2 <= len(token) <= 20 or not _SHORT.fullmatch(token):
        return False
    capitals = sum(map(str.isupper, token))
    if capitals >= 2:
        return True
    return capitals == 1 and 4 <= len(token) <= 12 and token[0].isupper() and token.isalpha()


def _end_before(text: str, end: int) -> int:
    """Return where the phrase in front of a bracket ends; quotes and another bracket are skipped."""
    for _ in range(2):
        while end > 0 and text[end - 1] in _CLOSING:
            end -= 1
        if end > 0 and text[end - 1] in ")]":
            reach = max(0, end - _LONGEST)
            opening = max(text.rfind("(", reach, end), text.rfind("[", reach, end))
            if opening < 0:
                return end
            end = opening
        else:
            break
    return end


def _long_before_bracket(text: str, bracket: int, inside: _Inside, rules: AcronymRules) -> Iterator[Definition]:
    joined = any("-" in text[start:end] for start, end in inside.shorts)
    words = words_before(text, _end_before(text, bracket), rules, dashes=joined)
    if not words:
        return
    matches: list[tuple[tuple[int, int], Match | None]] = []
    alone = inside.pure and len(inside.shorts) == 1
    for short in inside.shorts:
        token = text[short[0] : short[1]]
        # One capital, as in «Europol»: many things in brackets have that.
        asked = alone or sum(map(str.isupper, token)) >= 2
        matches.append((short, _match_name(words, token, rules) if asked else None))
    sure = next((match for _, match in matches if match is not None and match.evidence == "letters"), None)
    for short, match in matches:
        if match is not None and match.evidence != "letters" and not alone:
            match = _share(match, sure, inside)
        made = define(text, short, words, match, "bracket", rules)
        if made is not None:
            yield made


def _share(match: Match, sure: Match | None, inside: _Inside) -> Match | None:
    """Judge a weaker match that is not alone in its brackets: a surer one says where it begins."""
    if sure is not None and (inside.slashed or (inside.pure and match.evidence == "order")):
        return Match(sure.first, sure.last, match.evidence, match.cost, match.complete)
    several = len(inside.shorts) > 1
    return match if inside.pure and match.evidence == "order" and (inside.slashed or not several) else None


def _match_name(words: Sequence[Word], token: str, rules: AcronymRules) -> Match | None:
    """Match a short form; one with a place behind it («EUTM Mali») by its first word."""
    return match_before(words, token.partition(" ")[0], rules)


def _long_in_bracket(text: str, bracket: int, start: int, end: int, rules: AcronymRules) -> Definition | None:
    tail = _SHORT_TAIL.search(text[max(0, bracket - 44) : bracket])
    if tail is None or not _is_short(tail[1]):
        return None
    offset = max(0, bracket - 44)
    short = (offset + tail.start(1), offset + tail.end(1))
    if short[0] > 0 and text[short[0] - 1] in "-./&":
        return None
    start, _ = _strip_cues(text, *_trim(text, start, end), rules)
    following = words_after(text, start, end, rules)
    best: tuple[Match, list[Word]] | None = None
    for stop in _ends(text, start, end, ",;:–—"):
        words = [word for word in following if word.end <= stop]
        match = match_after(words, tail[1], rules)
        if match is not None and (best is None or _rank(match) < _rank(best[0])):
            best = match, words
    return None if best is None else define(text, short, best[1], best[0], "expansion", rules)


def _rank(match: Match) -> tuple[bool, float]:
    return match.evidence != "letters", match.cost


def _ends(text: str, start: int, end: int, marks: str) -> list[int]:
    """Return where a phrase may end: at its end, and at the first of the marks inside."""
    first = min((place for mark in marks if (place := text.find(mark, start, end)) >= 0), default=end)
    return [end] if first == end else [end, first]
