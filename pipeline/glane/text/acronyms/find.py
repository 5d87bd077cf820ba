"""Acronyms and their definitions: «Programme alimentaire mondial (PAM)», and the other ways to say it."""

from __future__ import annotations

import re
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from glane.rules.acronyms import fold_letters
from glane.text.acronyms.aliases import aliases
from glane.text.acronyms.brackets import in_brackets
from glane.text.acronyms.match import match_after, match_before
from glane.text.acronyms.pairs import Definition, define
from glane.text.acronyms.runs_on import running_on
from glane.text.acronyms.shortened import shorter_forms
from glane.text.acronyms.words import WINDOW, first_after, words_after, words_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glane.rules.acronyms import AcronymRules

__all__ = ["Definition", "definitions"]

_UPPER = "A-ZÀ-ÖØ-ÞŒ"
# How far a long form reaches where no sign but the letters says that there is one.
_NEAR = 130
_SHORTEST_ADJACENT = 3
"""Letters of an acronym that stands right behind its long form, without any sign."""
_OPENING = " «“\"<'"
_CLOSING = ' »”">'
_CLOSING_LINE = '\n»”"'

# A capital first, then what may not stand before it: a search for a capital is fast.
_TOKEN = re.compile(rf"[{_UPPER}](?<![\w@#.&/-].)(?:\.-?(?:[{_UPPER}]\.-?){{1,11}}[{_UPPER}]?|[\w&-]{{1,19}})(?![\w@])")
_EQUALS = re.compile(r" ?= ?")
_COLON = re.compile(r" ?: ")
_QUOTED_COLON = re.compile(r" ?[»”\"] ?: ?")
_QUOTED_START = re.compile(r"[«“\"] ?\Z")
_LIST_START = re.compile(r"(?:^|\n|[;.•:] ?|\n?[-–—*] )[ \t]*\Z")
_LINE_START = re.compile(r"(?:^|\n)(?:[-–—*•] ?)?\Z")
_DASH = re.compile(r" [–—-] ")
_PHRASE = re.compile(r"[^;:=()\[\]\n«»\"“”|]{3,160}")
_SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)| [–—-] ")
_ENDING = re.compile(r"([^\W_]+)[^\w\n]{0,6}\Z")
_GOES_ON = re.compile(r" [^\W\d_a-z][^\W\d_A-Z]")
_LAST_WORD = re.compile(r"(?<!\w)(\w{1,5})\Z")


def definitions(text: str, rules: AcronymRules) -> list[Definition]:
    """Find where a text defines acronyms.

    Args:
        text: the text of a shadow.
        rules: the acronym tables.

    Returns:
        The definitions, in the order of their short forms; one at most for each occurrence of a short form, or
        two where it stands between its long form and that of another language (which comes second).
    """
    found: dict[tuple[int, int], Definition] = {}
    defined: set[int] = set()
    for candidate in in_brackets(text, rules):
        found.setdefault((candidate.short_start, candidate.long_start), candidate)
        defined.add(candidate.short_start)
    for candidate in chain(_in_sentences(text, rules), aliases(text, rules), shorter_forms(text, rules)):
        if candidate.short_start not in defined:
            found[candidate.short_start, candidate.long_start] = candidate
            defined.add(candidate.short_start)
    return sorted(found.values(), key=lambda made: (made.short_start, made.long_start))


def _in_sentences(text: str, rules: AcronymRules) -> Iterator[Definition]:
    for token in _TOKEN.finditer(text):
        if token[0][1:].islower() or sum(map(str.isupper, token[0])) < 2:
            continue
        start, end = token.span()
        made = (
            _forward(text, start, end, rules)
            or _backward(text, start, end, rules)
            or _headed(text, start, end, rules)
            or running_on(text, start, end, rules)
            or _adjacent(text, start, end, rules)
        )
        if made is not None:
            yield made


def _forward(text: str, start: int, end: int, rules: AcronymRules) -> Definition | None:
    """«SHORT = long», «SHORT : long» in lists, «"SHORT" : long», «SHORT, ou long», «SHORT - long», «SHORT, long,»."""
    sign = _EQUALS.match(text, end)
    if sign:
        return _listed(text, (start, end), sign.end(), "equals", rules)
    sign = _COLON.match(text, end)
    if sign:
        if not _LIST_START.search(text[max(0, start - 8) : start]):
            return None
        return _listed(text, (start, end), sign.end(), "list", rules)
    sign = _QUOTED_COLON.match(text, end)
    if sign and _QUOTED_START.search(text[max(0, start - 2) : start]):
        return _listed(text, (start, end), sign.end(), "list", rules, told=True)
    layout, begin = _link(text, end, rules)
    tied = _tied(text, (start, end), layout, begin, rules) if layout else None
    if tied is None and layout == "dash" and _LINE_START.search(text[max(0, start - 8) : start]):
        return _listed(text, (start, end), begin, "list", rules)
    return tied


def _tied(text: str, short: tuple[int, int], layout: str, begin: int, rules: AcronymRules) -> Definition | None:
    """A long form behind a short one, each of whose letters it gives: «SHORT, ou long», «SHORT - long»."""
    start, end = short
    phrase = _PHRASE.match(text, begin)
    if phrase is None:
        return None
    end_of_all = _cut_sentence(text, phrase.start(), phrase.end())
    # Most pairs fail here, and reading a whole phrase takes long.
    opening = first_after(text, phrase.start(), end_of_all, rules)
    if fold_letters(opening)[:1] != fold_letters(text[start])[0] or opening == text[start:end]:
        return None
    following = words_after(text, phrase.start(), end_of_all, rules)
    if not following or following[0].lower == text[start:end].lower():
        return None
    for stop in _comma_ends(text, phrase.start(), end_of_all):
        words = [word for word in following if word.end <= stop]
        if not 2 <= sum(not word.function for word in words) <= end - start:
            continue
        match = match_after(words, text[start:end], rules)
        if match is not None and match.evidence == "letters" and match.cost <= 0.3:
            return define(text, (start, end), words, match, layout, rules)
    return None


def _link(text: str, end: int, rules: AcronymRules) -> tuple[str, int]:
    """Read what ties a short form to a long form behind it: the layout (empty for none) and its end."""
    dash = _DASH.match(text, end)
    if dash:
        return "dash", dash.end()
    comma = text.startswith(",", end)
    place = end + comma
    if not text.startswith(" ", place):
        return "", end
    for cue in rules.cues_or:
        if text.startswith(cue + " ", place + 1):
            return "or", place + len(cue) + 2
    return ("apposition", place + 1) if comma else ("", end)


def _cut_sentence(text: str, start: int, end: int) -> int:
    found = _SENTENCE_END.search(text, start, end)
    return found.start() if found else end


def _comma_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the places of the first commas, then the end."""
    place = start
    for _ in range(3):
        place = text.find(",", place, end)
        if place < 0:
            break
        yield place
        place += 1
    yield end


def _listed(
    text: str, short: tuple[int, int], begin: int, layout: str, rules: AcronymRules, *, told: bool = False
) -> Definition | None:
    """The long form behind a sign; ``told``: what is said of it may follow («"CRP" : le Comité … créé par l'article 2»)."""
    phrase = _PHRASE.match(text, begin)
    if phrase is None:
        return None
    start = phrase.start()
    end = _cut_sentence(text, start, phrase.end())
    if end == phrase.end() and text[end : end + 1] in ("=", ":"):
        # The next entry of the list follows: its short form is not ours.
        comma = text.rfind(",", start, end)
        end = comma if comma >= 0 else text.rfind(" ", start, start + len(text[start:end].rstrip()))
    if end <= start:
        return None
    words = words_after(text, start, end, rules)
    if told:
        words = list(takewhile(lambda word: word.lower not in rules.breakers, words))
    match = match_after(words, text[short[0] : short[1]], rules, loose=layout == "equals")
    return define(text, short, words, match, layout, rules)


def _backward(text: str, start: int, end: int, rules: AcronymRules) -> Definition | None:
    """«long, ci-après « SHORT »», «long, ou SHORT», «long - SHORT», «long, SHORT,», «long, SHORT en sigle»."""
    offset = max(0, start - 64)
    before = text[offset:start].rstrip(_OPENING)
    determiner = _LAST_WORD.search(before)
    if determiner and determiner[1].lower() in rules.determiners:
        before = before[: determiner.start()].rstrip(_OPENING)
    if not before or start - offset - len(before) > 12:
        return None
    lower = before.lower().rstrip(" :")
    cue, layout = _cue_at_end(lower, rules)
    if cue:
        stop = offset + len(lower) - len(cue)
    elif before[-1] in "–—-" and before[-2:-1] in (" ", "\n"):
        layout, stop = "dash", offset + len(before) - 1
    elif before[-1] == "," and _has_cue_behind(text, end, rules):
        layout, stop = "cue", offset + len(before) - 1
    elif before[-1] == "," and text[end : end + 1] in (",", ".", ";", ")", ""):
        layout, stop = "apposition", offset + len(before) - 1
    else:
        return None
    while stop > 0 and text[stop - 1] in " ,(" + _CLOSING:
        stop -= 1
    if layout == "or" and _GOES_ON.match(text, end):
        return None  # «le Service des ports ou la DG Climat»
    token = text[start:end]
    strict = layout != "cue"
    if strict and not _may_end(text, stop, token, rules):
        return None
    words = words_before(text, stop, rules, window=_NEAR if strict else WINDOW)
    match = match_before(words, token, rules, strict=strict)
    return define(text, (start, end), words, match, layout, rules)


def _headed(text: str, start: int, end: int, rules: AcronymRules) -> Definition | None:
    """«long : SHORT», alone on a line or in quotation marks."""
    stop = start - 1 - (text[start - 1 : start] == " ")
    if text[max(0, stop) : stop + 1] != ":":
        return None
    closed = text[end : end + 2].lstrip(" ")[:1]
    if closed and closed not in _CLOSING_LINE:
        return None
    while stop > 0 and text[stop - 1] == " ":
        stop -= 1
    token = text[start:end]
    if not _may_end(text, stop, token, rules):
        return None
    words = words_before(text, stop, rules, window=_NEAR)
    match = match_before(words, token, rules, strict=True)
    if match is None or any(word.lower not in rules.determiners for word in words[: match.first]):
        return None
    return define(text, (start, end), words, match, "list", rules)


def _has_cue_behind(text: str, end: int, rules: AcronymRules) -> bool:
    """Whether a cue that may stand on both sides of a short form stands behind it: «PDS en sigle», as «en sigle PDS»."""
    while text[end : end + 1] and text[end] in _CLOSING:
        end += 1
    if text[end - 1] != " ":
        return False
    return any(
        text.startswith(cue, end) and not text[end + len(cue) : end + len(cue) + 1].isalnum()
        for cue in rules.cues_around
    )


def _adjacent(text: str, start: int, end: int, rules: AcronymRules) -> Definition | None:
    """«long SHORT», with nothing in between: each word must give its letter."""
    token = text[start:end]
    if end - start < _SHORTEST_ADJACENT or not token.isupper() or not token.isalpha() or text[start - 1 : start] != " ":
        return None
    if not text[start - 2 : start - 1].isalpha() or not _may_end(text, start - 1, token, rules):
        return None
    words = words_before(text, start - 1, rules, window=_NEAR)
    match = match_before(words, token, rules, strict=True)
    if match is None or not match.complete or match.first == match.last:
        return None  # «la Fédération FDN»
    return define(text, (start, end), words, match, "adjacent", rules)


def _may_end(text: str, stop: int, token: str, rules: AcronymRules) -> bool:
    """Tell whether the word that ends at ``stop`` may be the last of an acronym's words, each of which gives a letter."""
    last = _ENDING.search(text, max(0, stop - 40), stop)
    if last is None or last[1] == token:
        return False
    return last[1].lower() in rules.function or fold_letters(last[1])[0] in fold_letters(token)


def _cue_at_end(lower: str, rules: AcronymRules) -> tuple[str, str]:
    for cues, layout in ((rules.cues_or, "or"), (rules.cues_before, "cue")):
        if lower.endswith(cues):
            for cue in cues:
                place = len(lower) - len(cue)
                if lower.endswith(cue) and (place == 0 or not lower[place - 1].isalnum()):
                    return cue, layout
    return "", ""
