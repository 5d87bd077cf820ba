"""Lines of a page of a PDF, joined to paragraphs by where they stand.

A PDF holds places, no paragraphs: a line goes on in the next one where that follows at the usual distance, in the
same size, without an indent, and where its first word would not have fitted on the line before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from glane.read.lines import CELLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HYPHEN = "\x02"
"""What stands where a line ended in a hyphen, as in pdfium; `mend_hyphens` decides what becomes of it."""

# Ligatures are one glyph and several letters; soft hyphens inside a line are for other widths of it.
_LETTERS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": None}
)
_MARK = re.compile(r"(?:[-–—•·*▪●○◦►➢✓\uf0b7\uf0a7]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)°])\s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(rf"(?<![^\W\d_])([^\W\d_]*){HYPHEN}([^\W\d_]*)(-?)")

_CELL_GAP = 1.2
"""A blank wider than this many times the height of its line parts two cells …"""
_WIDE_GAP = 3.0
_EVEN = 1.3
"""… but where no blank is wider than `_WIDE_GAP`, and the widest is hardly wider than the narrowest, the line is justified."""
_USUAL = 1.3
"""A line farther below than this many times the usual distance, in heights, begins a paragraph."""
_FAR = 2.0
"""So does, whatever is usual, one farther below than this many times its height."""
_INDENT = 0.5
"""In heights."""
_MIN_LETTERS = 40
"""Shorter lines end where they end, unless the next one goes on in a small letter: names in a list, headings."""


@dataclass(frozen=True, slots=True)
class Char:
    """A character and its place, in points from the lower left corner; ``bottom`` and ``top`` are its line's."""

    char: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        text: what stands on it, cells with bars between.
        left: its left edge.
        right: its right edge.
        bottom: where it stands.
        height: of its characters.
        word: width of its first word.
        broken: whether it ends within a word.
    """

    text: str
    left: float
    right: float
    bottom: float
    height: float
    word: float
    broken: bool

    @property
    def row(self) -> bool:
        """Whether it is a row of cells."""
        return CELLS in self.text


def split_lines(chars: Iterable[Char]) -> list[Line]:
    """Split the characters of a page, in reading order, into lines; blank ones are left out."""
    lines: list[Line] = []
    waiting: list[Char] = []
    for char in chars:
        if char.char in ("\r", "\n", HYPHEN):
            _add_line(waiting, char.char == HYPHEN, lines)
            waiting = []
        else:
            waiting.append(char)
    _add_line(waiting, False, lines)
    return lines


def _add_line(chars: Sequence[Char], broken: bool, lines: list[Line]) -> None:
    words: list[list[Char]] = []
    apart = True
    for char in chars:
        if char.char.isspace():
            apart = True
            continue
        if apart:
            words.append([])
        words[-1].append(char)
        apart = False
    if not words:
        return
    first, last = words[0][0], words[-1][-1]
    height = first.top - first.bottom
    gaps = [other[0].left - one[-1].right for one, other in pairwise(words)]
    cells = _are_cells(gaps, height)
    text = "".join(char.char for char in words[0])
    for word, cell in zip(words[1:], cells, strict=True):
        text += (CELLS if cell else " ") + "".join(char.char for char in word)
    width = words[0][-1].right - first.left
    lines.append(Line(text.translate(_LETTERS), first.left, last.right, first.bottom, height, width, broken))


def _are_cells(gaps: Sequence[float], height: float) -> list[bool]:
    """For each blank of a line, whether it stands between two cells of a table."""
    justified = len(gaps) > 1 and max(gaps) < _EVEN * min(gaps) and max(gaps) < _WIDE_GAP * height
    return [not justified and gap > _CELL_GAP * height > 0 for gap in gaps]


def join_lines(lines: Sequence[Line]) -> list[str]:
    """Join the lines of a page to paragraphs; rows, items and headings stay on their own."""
    if not lines:
        return []
    falls = [one.bottom - other.bottom for one, other in pairwise(lines)]
    near = [fall / line.height for fall, line in zip(falls, lines, strict=False) if 0 < fall <= _FAR * line.height]
    usual = _USUAL * median(near) if near else 0.0
    edges = _right_edges(lines)
    paragraphs = [lines[0].text]
    for index, line in enumerate(lines[1:], start=1):
        before = lines[index - 1]
        if before.broken:
            paragraphs[-1] += HYPHEN + line.text
        elif _goes_on(before, line, usual, edges[index - 1]):
            paragraphs[-1] += " " + line.text
        else:
            paragraphs.append(line.text)
    return paragraphs


def _goes_on(before: Line, line: Line, usual: float, edge: float) -> bool:
    fall = before.bottom - line.bottom
    if not 0 < fall <= min(usual, _FAR) * before.height or not 0.85 < line.height / (before.height or 1) < 1.18:
        return False
    marked = _MARK.match(before.text)
    if before.row or line.row or _MARK.match(line.text):
        return False
    if line.left - before.left > _INDENT * line.height and not marked:
        return False
    if line.text[0].islower() and before.text[-1] not in ".!?:;":
        return True
    blank = 0.25 * line.height
    return len(before.text) >= _MIN_LETTERS and before.right + blank + line.word > edge


def _right_edges(lines: Sequence[Line]) -> list[float]:
    """For each line the right edge of its column: that of the farthest line among those that follow each other down."""
    edges: list[float] = []
    column: list[Line] = []
    for line in lines:
        if column and not 0 < column[-1].bottom - line.bottom <= 3 * line.height:
            edges += [max(one.right for one in column)] * len(column)
            column = []
        column.append(line)
    return edges + [max(one.right for one in column)] * len(column)


def mend_hyphens(pages: Sequence[str]) -> list[str]:
    """Put together the words that line ends broke; a hyphen that belongs to a word stays.

    Which is which, the document itself says: by the words that stand elsewhere in it, whole or with a hyphen. Words
    of which nothing is known follow the others. Without a sign that words are broken at all, they keep hyphen and line
    end, as in a text that somebody copied, so that whoever knows more words may tell.
    """
    known: set[str] = set()
    for page in pages:
        known.update(_WORD.findall(_BROKEN.sub(" ", page).casefold()))
    soft = hard = 0
    for page in pages:
        for match in _BROKEN.finditer(page.casefold()):
            soft += match[1] + match[2] in known
            hard += f"{match[1]}-{match[2]}" in known

    def mend(match: re.Match[str]) -> str:
        left, right, more = match.groups()
        if (left + right).casefold() in known:
            return left + right + more
        if f"{left}-{right}".casefold() in known or more or not (left[-1:] + right[:1]).islower():
            return f"{left}-{right}{more}"
        return left + right if soft > hard else f"{left}-\n{right}"

    return [_BROKEN.sub(mend, page) for page in pages]
