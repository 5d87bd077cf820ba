"""Bare numbers behind a label that says what is counted: «Absents excusés : 3.», «Quorum : 8», «Contre : 1»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.context import strip_left

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.candidate import FigureCandidate

_LABEL = re.compile(r"(?:\A|[\n.;!?,(|:])[ \-–•*]*(?P<label>[^\W\d_][^\n.:;!?,()|\d]{1,58}) ?\Z")
_REACH = 64
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST_WORDS = 6
_SHORTEST = 4
_FEWEST = 2
_NUMBERED = ("label", "name", "label_code", "level_percent", "level_money")
"""Classes of words that open the labels of what is numbered, or of what has a unit."""
_END = re.compile(r" ?(?:[;\n]| \((?!\d)|[.,](?!\d| \d)|\Z)")
_NEXT = re.compile(r" [-–—/] [^\W\d_]")
_NEXT_LABEL = re.compile(r" ?[.,;] ?[^\W\d_][^\n.:;!?]{1,58}:")


def is_count_behind_label(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a number is all that stands behind a colon and a label in the plural, or a word such as «quorum».

    None and one begin lists too («Objectifs : 1. Former …»): they count where a comma, the line's end or the next label follows.

    Args:
        item: a number without a unit.
        rules: classes of words.
    """
    text, folded = item.text, item.folded
    colon = strip_left(folded, item.start) - 1
    if colon < 1 or text[colon] != ":" or not item.is_plain:
        return False
    is_end = _END.match(text, item.end) or (item.last.value >= _FEWEST and _NEXT.match(text, item.end))
    if not (is_end or _closes(text, colon, item.end)):
        return False
    if item.last.value < _FEWEST and text.startswith(".", item.end) and not _NEXT_LABEL.match(text, item.end):
        return _ends_text(text, item.end + 1) and counts_by_label(text, folded, colon, rules)
    return counts_by_label(text, folded, colon, rules)


def counts_by_label(text: str, folded: str, end: int, rules: FigureRules) -> bool:
    """Whether a label that ends at a place names several things that have a number, rather than what is numbered.

    Args:
        text: shadow text.
        folded: the same in lower case.
        end: where the label ends.
        rules: classes of words.
    """
    low = max(0, end - _REACH)
    match = _LABEL.search(text[low:end])
    if match is None or (low and match.start() == 0 and match[0][0].isalpha()):
        return False
    words = _WORD.findall(folded[low + match.start("label") : low + match.end("label")])
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    if rules.context("label_count").has_word(words[0]):
        return True
    if len(words) == 1 and rules.context("vote_side").has_word(words[0]):
        return True
    is_numbered = any(rules.context(name).has_word(words[0]) for name in _NUMBERED)
    if is_numbered or rules.context("name").has_word(words[-1]):
        return False
    is_plural = len(words[0]) >= _SHORTEST and rules.context("plural_ending").has_word(words[0][-1])
    return is_plural and not rules.context("function").has_word(words[0])


def _closes(text: str, colon: int, end: int) -> bool:
    """Whether a bracket that opened before the label closes behind the number: «(membres : 12)»."""
    low = max(0, colon - _REACH)
    return text.startswith(")", end) and "(" in text[low:colon]


def _ends_text(text: str, position: int) -> bool:
    """Whether the line ends at a position, blanks apart."""
    rest = text[position : position + 2].lstrip(" ")
    return not rest or rest[0] == "\n"
