"""What a pair of brackets holds: short forms, cues («en anglais»), and other things."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glane.rules.acronyms import AcronymRules

UPPER = "A-ZÀ-ÖØ-ÞŒ"
"""The capitals, for a class of characters."""
DOTTED = rf"(?:[{UPPER}]\.-?){{2,12}}[{UPPER}]?"
"""An acronym with dots."""
_QUOTES = "«»“”\"<>' "

_SHORT = re.compile(rf"{DOTTED}|[\w&]+(?:[-.'][\w&]+){{0,4}}\+?")
# What may stand behind the letters of a short form: a place («EUTM Mali»), another short form («CE GC») or a number («PIA 4»).
_TAILED = re.compile(rf"([\w&-]{{2,12}})((?: [{UPPER}][\w-]{{2,20}}){{1,2}}| [{UPPER}]{{2}}| \d{{1,2}})")
# Years behind a short form do not belong to it: «PND 2022-2026».
_DATED = re.compile(r"([\w&-]{2,20}) \d{4}(?:[-–/]\d{2,4})?")
_KIND_IN_FRONT = re.compile(rf"([^\W\d_]{{3,20}}) ([{UPPER}][\w&-]{{1,12}})")
_CODE = re.compile(r"\d/|/\d|(?<!\w)\w/")
_DETERMINER = re.compile(r"(\w{1,5})(?:'| )")


@dataclass(frozen=True, slots=True)
class Inside:
    """What a pair of brackets holds: spans of short forms, and whether there is nothing else but cues."""

    shorts: tuple[tuple[int, int], ...]
    pure: bool
    slashed: bool


@functools.lru_cache(maxsize=8)
def _separator(conjunctions: tuple[str, ...]) -> re.Pattern[str]:
    """Compile what separates the segments inside brackets: punctuation, or a conjunction."""
    words = "|".join(map(re.escape, conjunctions)) or "(?!)"
    return re.compile(rf" ?[,;:/=] ?| [–—-] | (?:{words}) ")


def trim(text: str, start: int, end: int, marks: str = _QUOTES) -> tuple[int, int]:
    """Take quotation marks and blanks off both ends of a span."""
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return start, end


def read_inside(text: str, start: int, end: int, rules: AcronymRules) -> Inside:
    """Read the segments inside brackets: short forms, cues («en anglais»), other things."""
    content = text[start:end]
    if _CODE.search(content):
        return Inside((), False, False)
    shorts: list[tuple[int, int]] = []
    pure = True
    place = start
    cuts = [(match.start() + start, match.end() + start) for match in _separator(rules.conjunctions).finditer(content)]
    for cut_start, cut_end in [*cuts, (end, end)]:
        a, b = strip_cues(text, *trim(text, place, cut_start), rules)
        place = cut_end
        if a >= b:
            continue
        token = text[a:b]
        if cut_start == end and shorts and _is_place(token, text[slice(*shorts[-1])], content):
            continue  # «(NTU, Singapour)»
        if is_short(token):
            shorts.append((a, b))
            continue
        dated = _DATED.fullmatch(token)
        if dated and is_short(dated[1]):
            shorts.append((a, a + len(dated[1])))
            continue
        tail = _TAILED.fullmatch(token)
        if (tail and sum(map(str.isupper, tail[1])) >= 2 and is_short(tail[1])) or split_kind(token, rules)[0]:
            shorts.append((a, b))
            continue
        pure = False
    if len(shorts) > 4:
        return Inside((), False, False)
    return Inside(tuple(shorts), pure, "/" in content)


def _is_place(token: str, short: str, content: str) -> bool:
    """Whether a word in small letters but for its first one stands behind a comma and the only acronym: where the body is."""
    placed = token[0].isupper() and token[1:].islower() and token.isalpha() and len(token) > len(short)
    return placed and short.isupper() and content.count(",") == 1 and content.startswith(f"{short}, ")


def split_kind(token: str, rules: AcronymRules) -> tuple[str, str]:
    """Split «Initiative PPTE» into head noun and acronym; the head noun is empty where there is none."""
    match = _KIND_IN_FRONT.fullmatch(token)
    if match and match[1].lower() in rules.heads and sum(map(str.isupper, match[2])) >= 2:
        return match[1].lower(), match[2]
    return "", token


def strip_cues(text: str, start: int, end: int, rules: AcronymRules) -> tuple[int, int]:
    """Take cues and determiners off both ends of a segment."""
    for _ in range(3):
        segment = text[start:end].lower()
        front = _cue_in_front(segment, rules)
        back = "" if front else _cue_behind(segment, rules)
        if not front and not back:
            break
        start += len(front)
        end -= len(back)
        start, end = trim(text, start, end, _QUOTES + ",:")
    determiner = _DETERMINER.match(text, start, end)
    if determiner and determiner[1].lower() in rules.determiners and determiner.end() < end:
        start = determiner.end()
    return trim(text, start, end)


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


def is_short(token: str) -> bool:
    """Tell whether a token inside brackets can be a short form: one word with a capital, not a number."""
    if not 2 <= len(token) <= 20 or not _SHORT.fullmatch(token):
        return False
    capitals = sum(map(str.isupper, token))
    if capitals >= 2:
        return True
    return capitals == 1 and 3 <= len(token) <= 12 and token[0].isupper() and token.isalpha()
