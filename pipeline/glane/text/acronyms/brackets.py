"""Definitions with brackets: «long form (SHORT)», «SHORT (long form)», with cues and several acronyms."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from glane.text.acronyms.inside import DOTTED, Inside, is_short, read_inside, split_kind, strip_cues, trim
from glane.text.acronyms.match import Match, match_after, match_before
from glane.text.acronyms.pairs import Definition, define
from glane.text.acronyms.runs_on import is_told_before
from glane.text.acronyms.shapes import stop_key
from glane.text.acronyms.words import FormWord, words_after, words_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.rules.acronyms import AcronymRules

_LONGEST = 200
_CLOSING = ' »”">'

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,200})[)\]]")
_SHORT_TAIL = re.compile(rf"({DOTTED}|[\w&]{{2,20}}(?:-[\w&]{{1,12}}){{0,2}}\+?)[»”\">]{{0,2}} ?\Z")
_QUOTED = re.compile(r"[»”\">]")
_ACT_NUMBER = re.compile(r" (?:(?P<sign>[^\W\d_]{1,3}[°º]?) )?(?P<number>\d{1,4})/(?P<other>\d{1,4})(?![\d/])")
_LINK = " ,;:/=–—-"
# The cost up to which words beside a short form are its long form.
_SURE = 0.3
_LONGEST_FORM = 16
"""Letters of a legal form with the blank in front of it, at most."""
_BRIEF = 3
"""Letters of a short form with one capital that are too few to be one by their shape."""


def in_brackets(text: str, rules: AcronymRules) -> Iterator[Definition]:
    """Yield the definitions in which one of the two forms stands in brackets.

    Args:
        text: the text of a shadow.
        rules: the acronym tables.

    Yields:
        The definitions, in the order of the brackets.
    """
    for bracket in _BRACKET.finditer(text):
        if _bears_number(text, bracket.end(), rules):
            continue
        start, end = bracket.span(1)
        inside = read_inside(text, start, end, rules)
        beside = None if inside.pure else _long_beside(text, start, end, inside, rules)
        if beside is not None:
            yield from _two_longs(text, bracket.start(), inside, beside, rules)
            continue
        if inside.shorts:
            yield from _long_before_form(text, bracket.start(), inside, rules)
        if not inside.pure:
            expansion = _long_in_bracket(text, bracket.start(), start, end, rules)
            if expansion is not None:
                yield expansion


def _bears_number(text: str, end: int, rules: AcronymRules) -> bool:
    """Whether a bracket is part of the number of a legal act: «(UE) no 182/2011», «(UE) 2016/679», but not «(PAP) 2019/2020»."""
    number = _ACT_NUMBER.match(text, end)
    if number is None:
        return False
    if number["sign"]:
        return number["sign"].lower() in rules.number_signs
    return int(number["other"]) != int(number["number"]) + 1


def end_before(text: str, end: int) -> int:
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


def _long_before_form(text: str, bracket: int, inside: Inside, rules: AcronymRules) -> Iterator[Definition]:
    """Yield the definitions without the legal form in front of a bracket, «X a.s.b.l. (Y)»; with it, where there are none.

    A cue of several words that may stand on both sides of a short form counts as one: «X en abrégé (Y)».
    """
    stop = end_before(text, bracket)
    before = text[max(0, stop - _LONGEST_FORM) : stop].lower()
    form = ""
    if before.endswith(rules.legal_forms):  # few
        form = next((form for form in rules.legal_forms if before.endswith(f" {form}")), "")
    elif before.endswith(rules.cues_around):
        form = next((cue for cue in rules.cues_around if before.endswith(f" {cue}") and " " in cue.strip()), "").strip()
    if form and (found := list(_long_before_bracket(text, stop - len(form), inside, rules))):
        yield from found
    else:
        yield from _long_before_bracket(text, bracket, inside, rules)


def _long_before_bracket(text: str, bracket: int, inside: Inside, rules: AcronymRules) -> Iterator[Definition]:
    clauses = _clauses(text, bracket, inside, rules)
    if not clauses:
        return
    matches: list[tuple[tuple[int, int], Sequence[FormWord], Match | None]] = []
    alone = inside.pure and len(inside.shorts) == 1
    for short in inside.shorts:
        token = text[short[0] : short[1]]
        # One capital, as in «Europol»: many things in brackets have that.
        asked = alone or sum(map(str.isupper, token)) >= 2
        words, match = _match_clauses(clauses, token, rules) if asked else (clauses[0], None)
        if asked and _spells_alone(text, clauses[0][-1], token):
            words, match = clauses[0], Match(len(clauses[0]) - 1, len(clauses[0]) - 1, "letters", 0.0, complete=True)
        matches.append((short, words, match))
    sure = next(((words, match) for _, words, match in matches if match and match.evidence == "letters"), None)
    for short, words, match in matches:
        if match is not None and match.evidence != "letters" and not alone:
            if inside.slashed and sure is not None and _spells_another(text[short[0] : short[1]], match, sure):
                words, match = _before_comma(*sure, text[short[0] : short[1]], rules)
            else:
                words, match = _share(words, match, sure, inside)
        if len(inside.shorts) > 1 and not inside.slashed and match is not None and _is_few(words, match, short):
            continue  # «fonds européens (FEDER et FSE)»
        if not (match and match.evidence == "letters") and (
            _is_brief(text[short[0] : short[1]]) or _is_owner(text, words, match, rules)
        ):
            continue  # «(Var)»: three letters, one of them a capital, are a word unless they spell the long form
        made = define(text, short, words, match, "bracket", rules)
        if made is not None:
            yield made


def _is_owner(text: str, words: Sequence[FormWord], match: Match | None, rules: AcronymRules) -> bool:
    """Whether a long form has the letters of the acronym before it, so that the one in brackets says whose it is.

    «RDL Régie des lacs (MINEAU)».
    """
    return match is not None and is_told_before(text, words[match.first : match.last + 1], rules)


def _spells_alone(text: str, word: FormWord, token: str) -> bool:
    """Whether the capitals inside one word are a short form: «des données de routes OpenStreetMap (OSM)»."""
    own = text[word.start : word.end]
    return own != token and not own.islower() and "".join(filter(str.isupper, own)) == token


def _spells_another(token: str, match: Match, sure: tuple[Sequence[FormWord], Match]) -> bool:
    """Whether most letters of a short form that a name has somewhere, in order, are initials of none of its words."""
    if match.evidence != "order":
        return False
    words, whole = sure
    initials = Counter(word.folded[:1].upper() for word in words[whole.first : whole.last + 1] if not word.function)
    letters = Counter(letter for letter in stop_key(token) if letter.isalpha())
    return 2 * (letters & initials).total() < letters.total()


def _before_comma(
    words: Sequence[FormWord], sure: Match, token: str, rules: AcronymRules
) -> tuple[Sequence[FormWord], Match | None]:
    """Match a short form with the clause before that of another: «Projet de quais, en appui au Plan des mers (PQ/PDM)»."""
    comma = next((index for index in range(sure.first, 0, -1) if words[index].comma), 0)
    match = _match_name(words[:comma], token, rules) if comma else None
    return words[:comma], match if match is not None and match.evidence == "letters" else None


def _is_few(words: Sequence[FormWord], match: Match, short: tuple[int, int]) -> bool:
    """Whether a long form has fewer words than its short one letters: of a list, it names the kind."""
    inside = words[match.first : match.last + 1]
    content = [word for word in inside if not word.function]
    return len(inside) < short[1] - short[0] and len(content) < min(short[1] - short[0], _BRIEF)


def _is_brief(token: str) -> bool:
    return len(token) <= _BRIEF and not token.isupper()


def _clauses(text: str, bracket: int, inside: Inside, rules: AcronymRules) -> list[Sequence[FormWord]]:
    """Return the words in front of a bracket, then, where there are quotations, what reaches over them."""
    joined = any("-" in text[start:end] for start, end in inside.shorts)
    stop = end_before(text, bracket)
    words = words_before(text, stop, rules, dashes=joined)
    if not words:
        return []
    if not _QUOTED.search(text, max(0, words[0].start - 3), bracket):
        return [words]
    wider = words_before(text, _end_behind_quotation(text, stop, bracket), rules, dashes=joined, quotes=True)
    return [words, wider] if len(wider) > len(words) else [words]


def _end_behind_quotation(text: str, stop: int, bracket: int) -> int:
    """Move an end behind the quotation marks that close there, so that they pair with those that open."""
    while stop < bracket and text[stop] in _CLOSING:
        stop += 1
    return stop


def _match_clauses(
    clauses: Sequence[Sequence[FormWord]], token: str, rules: AcronymRules
) -> tuple[Sequence[FormWord], Match | None]:
    """Match a short form with the quotation or what follows it, else with all that stands around it too."""
    words = clauses[0]
    match = _match_name(words, token, rules)
    if len(clauses) == 1 or (match is not None and match.evidence == "letters"):
        return words, match
    wider = _match_name(clauses[1], token, rules)
    if wider is not None and (match is None or wider.evidence == "letters" or match.evidence == "head"):
        return clauses[1], wider
    return words, match


def _share(
    words: Sequence[FormWord], match: Match, sure: tuple[Sequence[FormWord], Match] | None, inside: Inside
) -> tuple[Sequence[FormWord], Match | None]:
    """Judge a weaker match that is not alone in its brackets: a surer one says where it begins."""
    if sure is not None and (inside.slashed or (inside.pure and match.evidence == "order")):
        return sure[0], Match(sure[1].first, sure[1].last, match.evidence, match.cost, match.complete)
    several = len(inside.shorts) > 1
    return words, match if inside.pure and match.evidence == "order" and (inside.slashed or not several) else None


def _match_name(words: Sequence[FormWord], token: str, rules: AcronymRules) -> Match | None:
    """Match a short form; «EUTM Mali» by its first word, «Initiative PPTE» from the head noun on."""
    kind, acronym = split_kind(token, rules)
    if kind:
        match = match_before(words, acronym, rules)
        first = next((index for index in range(match.first, -1, -1) if words[index].lower == kind), -1) if match else -1
        return match._replace(first=first) if match and first >= 0 else None
    first_word, _, tail = token.partition(" ")
    if tail.isalpha() and tail.isupper() and (whole := match_before(words, first_word + tail, rules, strict=True)):
        return whole  # «Comité d'examen … du gouvernement du Canada (CE GC)»
    return match_before(words, token if tail.isdigit() else first_word, rules)


def _long_beside(text: str, start: int, end: int, inside: Inside, rules: AcronymRules) -> Definition | None:
    """Find a long form beside the only short form in brackets: «(MRCC – Maritime rescue coordination centre)»."""
    if len(inside.shorts) != 1:
        return None
    short = inside.shorts[0]
    token = text[short[0] : short[1]]
    for begin, stop in ((short[1], end), (start, short[0])):
        a, b = trim(text, begin, stop, _LINK)
        a, b = strip_cues(text, a, b, rules)
        words = words_after(text, a, b, rules)
        while words and words[-1].function:
            del words[-1]
        match = match_after(words, token, rules) if b - a > len(token) else None
        if match is not None and match.evidence == "letters" and match.cost <= _SURE:
            return define(text, short, words, match, "expansion", rules)
    return None


def _two_longs(
    text: str, bracket: int, inside: Inside, beside: Definition, rules: AcronymRules
) -> Iterator[Definition]:
    """Yield the definition inside the brackets, and that of the words in front, where they too give all letters."""
    yield beside
    alone = replace(inside, pure=True)
    for made in _long_before_bracket(text, bracket, alone, rules):
        if made.rule != rules.forms.get(("bracket", "head")):
            yield made


def _long_in_bracket(text: str, bracket: int, start: int, end: int, rules: AcronymRules) -> Definition | None:
    tail = _SHORT_TAIL.search(text[max(0, bracket - 44) : bracket])
    if tail is None or not is_short(tail[1]):
        return None
    offset = max(0, bracket - 44)
    short = (offset + tail.start(1), offset + tail.end(1))
    if short[0] > 0 and text[short[0] - 1] in "-./&":
        return None
    start, _ = strip_cues(text, *trim(text, start, end), rules)
    following = words_after(text, start, end, rules)
    best: tuple[Match, list[FormWord]] | None = None
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
