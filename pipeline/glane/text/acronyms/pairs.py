"""A short form and its long form: the pair, and whether the evidence is good enough for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.text.acronyms.shapes import is_roman, stop_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.acronyms import AcronymRules
    from glane.text.acronyms.match import Match
    from glane.text.acronyms.words import FormWord

_SPELT = 0.5
"""The cost up to which the initials of a long form spell its short one."""
_PAIRS = (("«", "»"), ("“", "”"), ("<<", ">>"))
# Layouts whose sign says that a definition follows.
_SIGNED = frozenset({"equals", "list"})


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form, its long form, and where both stand.

    Attributes:
        short_start: place of the short form in the text.
        short_end: its end, exclusive.
        long_start: place of the long form.
        long_end: its end, exclusive.
        short: the short form.
        long: the long form, without determiner.
        rule: id of the rule that paired them.
        alias: the short form is another name or a generic («la Banque»), no acronym.
    """

    short_start: int
    short_end: int
    long_start: int
    long_end: int
    short: str
    long: str
    rule: str
    alias: bool = False


def define(
    text: str,
    short: tuple[int, int],
    words: Sequence[FormWord],
    match: Match | None,
    layout: str,
    rules: AcronymRules,
) -> Definition | None:
    """Make the definition, unless its rule is turned off or its short form asks for better evidence."""
    if match is None:
        return None
    rule = rules.forms.get((layout, match.evidence))
    token = text[short[0] : short[1]]
    if rule is None or not _allowed(token, layout, match, words, rules):
        return None
    start, end = _balanced(text, words[match.first].start, words[match.last].end)
    mark = "+" if token.endswith("+") else "%" if text[end - 1].isdigit() else ""
    end += next((len(sign) for sign in (mark, " " + mark) if mark and text.startswith(sign, end)), 0)
    return Definition(short[0], short[1], start, end, token, text[start:end], rule)


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in a quotation mark just outside of a long form whose counterpart stands inside."""
    for opening, closing in _PAIRS:
        surplus = text.count(opening, start, end) - text.count(closing, start, end)
        blank = text[end : end + 1] == " "
        if surplus == 1 and text.startswith(closing, end + blank):
            end += blank + len(closing)
        blank = text[start - 1 : start] == " "
        if surplus == -1 and text.endswith(opening, 0, start - blank):
            start -= blank + len(opening)
    return start, end


def _allowed(token: str, layout: str, match: Match, words: Sequence[FormWord], rules: AcronymRules) -> bool:
    """Refuse stop-listed capitals, numerals and tokens with digits where not all letters are in order."""
    if any(word.lower == token.lower() for word in words[match.first : match.last + 1]):
        return False
    listed = stop_key(token) in rules.stops
    if listed and match.evidence == "letters" and match.cost > _SPELT:
        return False  # «Université internationale d'Avrelle (USA)»
    doubtful = listed or any(map(str.isdigit, token)) or is_roman(token)
    if not doubtful or layout in _SIGNED:
        return True
    return match.complete and (not is_roman(token) or (match.evidence == "letters" and len(token) > 2))


def gives_letter(place: str, start: int, given: Definition) -> bool:
    """Whether the last words of a long form give its acronym a letter, and are part of it: «Foire internationale du Gabon (FIG)».

    Args:
        place: the words.
        start: where they begin in the text.
        given: the definition whose long form ends with them.
    """
    return given.long_start < start and given.short[-1].lower() == stop_key(place)[:1].lower()
