"""Lines, headings and sentences of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from glane.text.forms import fold

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

BULLET = re.compile(r"\s*(?:[-–—•·*▪●○◦►➢✓#>]+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)°](?!\d))\s+")
_MARKDOWN_HEADING = re.compile(r"\s*#{1,6}\s+\S")
_NUMBERED_HEADING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}[.)]|[A-Z][.)])\s+\S")
# A mark first, then that none stands before it: a search for a mark is fast.
_BREAK = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*(?: [»”])?[»\"”)\]']*\s+(?=[«\"“(\[]?\s*[^\W_a-zà-ÿ])")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")

MAX_HEADING = 140
"""Longer lines are paragraphs."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: offsets of its text without the line end, and whether it is a heading."""

    start: int
    end: int
    heading: bool


def split_lines(text: str) -> list[Line]:
    """Split a shadow text into its lines that are not blank, and tell headings from the rest.

    A heading is a short line that opens with a capital, holds no list mark, does not end like a sentence, and has
    something other than a heading's continuation below it. Lines that go on in the next one have been joined
    (`glane.text.wrapping`), so that prose has one paragraph a line.
    """
    lines: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        if raw.strip():
            lines.append(Line(start, start + len(raw.rstrip()), _is_heading(raw)))
        start += len(raw) + 1
    return lines


def _is_heading(raw: str) -> bool:
    line = raw.strip()
    if len(line) > MAX_HEADING or line[-1] in ".;:,!…»)":
        return bool(_MARKDOWN_HEADING.match(raw)) and len(line) <= MAX_HEADING
    if _MARKDOWN_HEADING.match(raw) or _NUMBERED_HEADING.match(raw):
        return True
    if BULLET.match(raw) or "|" in line or "\t" in line:
        return False
    return line[0].isupper() and len(line.split()) <= 20


@lru_cache(maxsize=256)
def heading_text(text: str) -> str:
    """Return a heading's words on one line, without marks in front."""
    return re.sub(r"[ \t]*[\r\n]\s*", " ", re.sub(r"^[#\s]+", "", text).strip())


def split_sentences(text: str, line: Line, abbreviations: AbstractSet[str]) -> list[tuple[int, int]]:
    """Split one line into sentences.

    Args:
        text: the shadow text.
        line: the line.
        abbreviations: folded words whose point ends no sentence.

    Returns:
        Spans of the sentences, in order, without blanks around them.
    """
    sentences: list[tuple[int, int]] = []
    start = line.start
    for match in _BREAK.finditer(text, line.start, line.end):
        last = _LAST_WORD.search(text, max(start, match.start() - 12), match.start() + 1)
        if last and (fold(last[1]) in abbreviations or len(last[1]) == 1):
            continue
        sentences.append((start, len(text[start : match.end()].rstrip()) + start))
        start = match.end()
    if start < line.end:
        sentences.append((start, line.end))
    return [(_skip_blanks(text, begin, end), end) for begin, end in sentences]


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
