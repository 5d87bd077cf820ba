"""Line ends in the middle of a sentence, as PDF and mail put them there, read as blanks.

Only where a line surely goes on: a name that is cut costs less than two lines of a list that become one name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from glane.text.layout import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.layout import WrapRow
    from glane.text.shadow import Shadow

SHORT_LINE = 24
"""Lines up to this long, in code points, end where they end, whatever the others do."""
LONG_LINE = 40
"""Shorter lines may be items, cells and labels, even where the next one begins with a small letter."""

_FULL = 0.9
"""A line that, with the next line's first word, is longer than this part of the longest line ended for want of room."""

_FIRST_WORD = re.compile(r"[^\W_]+'?")
_LAST_WORD = re.compile(r"(?<![\w-])[^\W\d_]+'?$")
_LONGEST_WORD = 16
"""Code points; no longer word ends a line that must go on."""
_SIGNS = "%€$£"
_CLOSING = '»”")] '
_OPEN_END = re.compile(rf"[^\W_]|[,'°–«&{_SIGNS}]")
_BEGINNING = re.compile(rf"[»{_SIGNS}]|[«“\"(]? ?[^\W_]")
_THOUSANDS = re.compile(r"0\d\d(?!\d)")
"""What no number begins with, so that it is the rest of the one before it: «200 / 000»."""
_ITEM = re.compile(r"o\s")
_COLUMNS = " " * 3


@dataclass(frozen=True, slots=True)
class Wraps:
    """Words that tell that a line goes on.

    Attributes:
        ends: words that end no sentence and no title.
        starts: words that begin none, nor an item of a list.
        numbered: words that a number at the end of the line before belongs to.
    """

    ends: AbstractSet[str]
    starts: AbstractSet[str]
    numbered: AbstractSet[str]


def make_wraps(rows: Sequence[WrapRow]) -> Wraps:
    """Sort the rows of ``layout/wraps.tsv`` by their place."""

    def forms(place: str) -> frozenset[str]:
        return frozenset(row.form for row in rows if row.place == place)

    return Wraps(ends=forms("end"), starts=forms("start"), numbered=forms("number"))


@dataclass(frozen=True, slots=True)
class _Line:
    """What matters of a line.

    Attributes:
        end: offset of its line end.
        length: without blanks around.
        first: its first word, empty where it begins with a mark.
        last: its last word, empty where that is no word.
        begins: whether a sentence can go on in it: it is no item and no row.
        goes_on: whether it may go on: it ends in no mark of a sentence's end and is no row.
        small: whether it begins with a small letter.
        capitals: whether it has several words, and no small letter.
        number: whether it ends in a digit.
        sign: whether it begins with a percent sign or a currency's.
        thousands: whether it begins with the rest of a number.
        opened: whether it ends in an opening guillemet or «&».
        closes: whether it begins with a closing one.
        broken: whether it ends within a word.
    """

    end: int
    length: int
    first: str
    last: str
    begins: bool
    goes_on: bool
    small: bool
    capitals: bool
    number: bool
    sign: bool
    thousands: bool
    opened: bool
    closes: bool
    broken: bool


def join_lines(shadow: Shadow, wraps: Wraps, broken: AbstractSet[int] = frozenset()) -> Shadow:
    """Put a blank for each line end where the line surely goes on; linear in the length of the text.

    It goes on where it ends in a word that something must follow, or the next line begins with a word that must follow
    something; where the next line begins with a small letter, and this one is long or most lines around it go on; and
    in a paragraph of such lines, where it ended for want of room. A mark of a sentence's end, an empty line, an item, a
    row of a table and a hyphen keep their line end.

    Args:
        shadow: of a text.
        wraps: words that tell.
        broken: offsets of the line ends within words (`glane.text.broken`), at which lines go on too.

    Returns:
        A shadow of the same length.
    """
    text = shadow.text
    if "\n" not in text:
        return shadow
    pieces: list[str] = []
    done = 0
    for block in _blocks(shadow, broken):
        for line, joined in zip(block, _decide(block, wraps), strict=False):
            if joined:
                pieces += (text[done : line.end], " ")
                done = line.end + 1
    return replace(shadow, text="".join([*pieces, text[done:]])) if pieces else shadow


def _blocks(shadow: Shadow, broken: AbstractSet[int]) -> list[list[_Line]]:
    """The lines that follow each other without an empty one between."""
    blocks: list[list[_Line]] = [[]]
    start = 0
    for raw in shadow.text.split("\n"):
        end = start + len(raw)
        body = raw.strip()
        if body:
            blocks[-1].append(_look_at(body, end, is_row(shadow, start, end), end in broken))
        elif blocks[-1]:
            blocks.append([])
        start = end + 1
    return blocks


def is_row(shadow: Shadow, start: int, end: int) -> bool:
    """Whether a line has cells: tabs, bars or wide blanks stand in it, not only behind the mark of an item."""
    item = BULLET.match(shadow.text, start, end)
    start = item.end() if item else start
    body = shadow.text[start:end].strip()
    if "|" in body or _COLUMNS in body:
        return True
    first, last = shadow.to_source(start, end)
    return "\t" in shadow.source[first:last].strip()


def _look_at(body: str, end: int, row: bool, broken: bool) -> _Line:
    first = _FIRST_WORD.match(body)
    last = _LAST_WORD.search(body, max(0, len(body) - _LONGEST_WORD))
    item = BULLET.match(body + " ") or _ITEM.match(body)
    capitals = body.isupper() and " " in body
    return _Line(
        end,
        len(body),
        first[0] if first else "",
        (last[0].lower() if capitals else last[0]) if last else "",
        begins=not (row or item) and bool(_BEGINNING.match(body)),
        goes_on=not row and bool(_OPEN_END.match(body.rstrip(_CLOSING)[-1:])),
        small=body[0].islower(),
        capitals=capitals,
        number=body[-1].isdigit(),
        sign=body[0] in _SIGNS,
        thousands=bool(_THOUSANDS.match(body)),
        opened=body[-1] in "«&",
        closes=body[0] == "»",
        broken=broken,
    )


def _decide(block: Sequence[_Line], wraps: Wraps) -> list[bool]:
    """For each line but the last whether it goes on in the next one."""
    pairs = list(pairwise(block))
    can = [line.broken or (line.goes_on and following.begins) for line, following in pairs]
    joined = [
        possible and _is_sure(line, following, wraps) for possible, (line, following) in zip(can, pairs, strict=True)
    ]
    width = max((line.length for line in block), default=0)
    for run in _runs(can):
        small = [index for index in run if block[index + 1].small]
        # In a narrow column most lines surely go on, so the others do; lines of a list begin small from the first on.
        column = not block[run[0]].small and 2 * sum(joined[index] for index in run) >= max(4, len(small))
        for index in small:
            joined[index] = joined[index] or column or _is_long(*pairs[index], width)
    open_ = [index for index, possible in enumerate(can) if possible and not joined[index]]
    # Lines of a list may fill their width by chance, but most of them begin with a capital.
    if len(block) > 2 and len(open_) <= sum(joined):
        for index in open_:
            joined[index] = _is_wrapped(*pairs[index], width)
    return joined


def _runs(flags: Sequence[bool]) -> Iterator[list[int]]:
    """The indices of each run of true ones."""
    for flag, run in groupby(range(len(flags)), flags.__getitem__):
        if flag:
            yield list(run)


def _is_sure(line: _Line, following: _Line, wraps: Wraps) -> bool:
    """Whether a word, a guillemet, or a number and its sign, tells that a line goes on in the next one."""
    if line.broken or line.opened or following.closes or (line.number and following.thousands):
        return True
    # Lines that open alike are items («pour les uns», «pour les autres») and rows («mars 12», «avril 15»).
    row = line.first.lower() in wraps.numbered
    numbered = following.sign or (following.first in wraps.numbered and not row)
    starts = following.first in wraps.starts and following.first != line.first
    return line.last in wraps.ends or starts or (line.number and numbered)


def _is_long(line: _Line, following: _Line, width: int) -> bool:
    """Whether a line that a small letter follows is too long for an item."""
    return line.length >= LONG_LINE and (line.first != following.first or _is_full(line, following, width))


def _is_wrapped(line: _Line, following: _Line, width: int) -> bool:
    """Whether a line that a capital follows may have ended for want of room; a line of capitals is a heading."""
    if following.small or line.length <= SHORT_LINE or line.capitals != following.capitals:
        return False
    return _is_full(line, following, width)


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on a line."""
    return line.length + 1 + len(following.first) > _FULL * width
