"""Lines, headings and sentences of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from glane.text.forms import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

BULLET = re.compile(r"\s*(?:[-–—•·*▪●○◦►➢✓#>]+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)°](?!\d))\s+")
_MARKDOWN_HEADING = re.compile(r"\s*#{1,6}\s+\S")
_CAPITAL = r"[^\W\d_a-zà-ÿ]"
_NUMBERED_HEADING = re.compile(
    rf"\s*(?:(?:\d{{1,2}}\.(?:\d{{1,2}}\.?)*|[IVX]{{1,5}}[.)]|[A-Z][.)])\s+\S|\d{{1,2}}\)?\s+(?:[-–—] )?{_CAPITAL})"
)
# A line of several alike is an item of a list, or of the head of a letter; alone it is a heading.
_ALIKE = (re.compile(rf"\s*\d{{1,2}}\)\s+{_CAPITAL}"), re.compile(r"\s*[^\s:]{1,20} ?: \S"))
_REACH = 2
"""Lines on either side, one of them blank, in which a line is told to be one of several."""
_GAP = re.compile(r"\S {2,}(?=\S)")
_FIGURES = re.compile(r"[\d.,%+()/-]*\d[\d.,%+()/-]*")
_POSTAL_CODE = re.compile(rf"(?:(?<!\S)\d{{5}}|(?<=, )\d{{4}}) {_CAPITAL}")
_AT_HOME = ("@", "://", "www.")
"""In an address of mail or of the web."""
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

    A heading is a short line that opens with a capital, holds no list mark, does not end like a sentence, and is no row of
    a table, no address and none of several lines with the same mark. Lines that go on in the next one have been joined
    (`glane.text.wrapping`), so that prose has one paragraph a line.
    """
    lines: list[Line] = []
    raws = text.split("\n")
    start = 0
    for number, raw in enumerate(raws):
        if raw.strip():
            heading = _is_heading(raw) and not _is_one_of_several(raws, number)
            lines.append(Line(start, start + len(raw.rstrip()), heading))
        start += len(raw) + 1
    return lines


def _is_heading(raw: str) -> bool:
    line = raw.strip()
    if len(line) > MAX_HEADING or line[-1] in ".;:,!…»)":
        return bool(_MARKDOWN_HEADING.match(raw)) and len(line) <= MAX_HEADING
    if _MARKDOWN_HEADING.match(raw):
        return True
    if not _NUMBERED_HEADING.match(raw) and (
        BULLET.match(raw) or "|" in line or not line[0].isupper() or len(line.split()) > 20
    ):
        return False
    return not _is_row(line) and not _is_address(line)


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table: cells set apart by blanks, or figures at its end."""
    if "  " in line and len(_GAP.findall(line)) > 1:
        return True
    line = line.removesuffix("%").rstrip()
    if not line[-1:].isdigit():
        return False
    *before, last = line.rsplit(None, 2)
    if not _FIGURES.fullmatch(last):
        return False
    # Behind a colon or a wide gap one figure will do: «Tél. : 0561», «Tchad    18,6».
    return bool(before and _FIGURES.fullmatch(before[-1])) or line.endswith((f": {last}", f"   {last}"))


def _is_address(line: str) -> bool:
    """Whether a line holds an address: of mail, of the web, or of a town by its postal code."""
    return any(mark in line for mark in _AT_HOME) or _POSTAL_CODE.search(line) is not None


def _is_one_of_several(raws: Sequence[str], number: int) -> bool:
    """Whether a line has the mark of its neighbour: «1) …» above «2) …», «De : …» above «Objet : …»."""
    for mark in _ALIKE:
        if mark.match(raws[number]):
            above = next((raw for raw in raws[max(0, number - _REACH) : number][::-1] if raw.strip()), "")
            below = next((raw for raw in raws[number + 1 : number + 1 + _REACH] if raw.strip()), "")
            return bool(mark.match(above) or mark.match(below))
    return False


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
