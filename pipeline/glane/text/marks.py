"""Marks in a text that are no words of it: numbers of notes, links, emphasis, trade marks.

They come with text that was taken out of a PDF, a wiki or a page: «la Cour des comptes¹», «l'UNICEF[2]», «**Agence des
ports**», «[Agence des ports](https://…)». Each gives way to as many blanks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

# Two apostrophes for a quotation mark: none of wiki markup, which has more, nor of seconds and inches. A blank on the
# inner side keeps a mention that takes the mark in from cutting it in two.
_OPENING_QUOTE = re.compile(r"(?<![^\s(\[])''(?=\w)")
_CLOSING_QUOTE = re.compile(r"(?<=[^\s\d'])''(?!')")
# An apostrophe on either side of words for two quotation marks; those within are elisions. The mark first, then what stands
# before it: a search for a mark is fast.
_SINGLE_QUOTES = re.compile(
    r"'(?:(?<![\w'].)|(?<=\b[^\W\d_]'.))(?=[^\W\d_])((?:[^'\n]|(?<=\w)'(?=\w)){2,200})(?<=[^\W_])'(?![\w'])"
)
# A curved mark on one side of words and a straight one on the other.
_MIXED_QUOTES = re.compile(r"“([^“”\"\n]{1,300})\"|(?<!\w)\"([^“”\"\n]{1,300})”")
# Raised numbers of notes, behind a word, an acronym or a year: none of a unit («km²»), a power («10³») or a formula («CO²»).
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=\b[A-Z]{2})(?!²)|(?<=(?<!\d)(?:1[5-9]|20)\d\d))(?:[⁰¹²³⁴-⁹]{1,3}|<sup>\d{1,3}</sup>)(?!\w)"
)
# Stars around a word, or behind it as the mark of a note or a glossary: no bullet, and none between numbers.
_STARS = re.compile(r"(?<![\w*])\*{1,3}(?=[^\W\d_])|(?<=[^\W\d_])\*{1,3}(?![\w*])|(?<=\d)\*\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<!\w)(_{1,2})(?=[^\W_])([^_\n]{1,200})(?<=[^\s_])(_{1,2})(?!\w)")
_BRACKETED_NOTE = re.compile(r"(?<=[^\s\[])\[\d{1,3}\]")
# A link as Markdown and wikis write it, of which only the text is read; no longer ones, so that time stays linear.
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\](\((?:https?://|www\.|mailto:|[/#])[^\s()]{0,400}\))")
# The sign before an acronym that is a key word of a network: «#PAGOF»; none of a colour, a number or a link.
_HASH = re.compile(r"(?<![\w#&/])#(?=[A-Z]{3,12}\b)")
# Signs of "less" and "greater" for the guillemets that a keyboard lacks: «le programme <<Sentiers verts>>».
_ANGLES = re.compile(r"(?<!<)<<(?!<)([^<>\n]{1,300})>>(?!>)")
# Tags of HTML that stand around words, left in a text; those that part paragraphs say nothing here.
_TAG = re.compile(r"</?(?:a|abbr|b|em|i|mark|small|span|strong|u)(?: [^<>\n]{0,400})?>")


def without_marks(text: str, characters: AbstractSet[str]) -> str:
    """Put blanks for the marks of notes, of links and of emphasis, and quotation marks as pairs of one kind for all others.

    Args:
        text: any string.
        characters: those that it has; most texts have few of these marks.

    Returns:
        A text of the same length.
    """
    if "'" in text:
        text = _SINGLE_QUOTES.sub(r'"\1"', text)
    if "''" in text:
        text = _CLOSING_QUOTE.sub(' "', _OPENING_QUOTE.sub('" ', text))
    if '"' in characters and ("“" in characters or "”" in characters):
        text = _MIXED_QUOTES.sub(lambda quoted: f"“{quoted[1] or quoted[2]}”", text)
    if "<sup>" in text or not _RAISED.isdisjoint(characters):
        text = _NOTE.sub(_blanks, text)
    if "#" in characters:
        text = _HASH.sub(_blanks, text)
    if "[" in characters:
        text = _LINK.sub(lambda link: f" {link[1]} {' ' * len(link[2])}", text)
        text = _BRACKETED_NOTE.sub(_blanks, text)
    if "<" in characters:
        text = _TAG.sub(_blanks, text)
        text = _ANGLES.sub(r"« \1 »", text)
    if "_" in characters:
        text = _UNDERLINED.sub(lambda line: f"{' ' * len(line[1])}{line[2]}{' ' * len(line[3])}", text)
    if "*" in characters:
        text = _STARS.sub(_blanks, text)
    return text


def _blanks(mark: re.Match[str]) -> str:
    return " " * len(mark[0])
