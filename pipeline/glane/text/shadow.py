"""A shadow of the text that the grammars read, with the way back to the text as it was read.

The text itself is never changed. Its shadow has one apostrophe, one hyphen, one kind of blank, one bullet, no control
characters, no marks of notes and of emphasis, no ligatures, and composed accents (Unicode NFC), so that a rule is
written once for all typographies. Line ends within words are left out of it later, as gaps (`glane.text.broken`).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from glane.line_ends import blank_returns
from glane.text.marks import without_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

# Same length: one code point for one code point.
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07"
_HYPHENS = "\u2010\u2011\u00ad\u2043\ufe63\uff0d"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_BULLETS = "\uf0b7\uf0a7\uf0fc\uf0d8\uf0a8\uf06e\uf071▪●○◦■□►▶➢✓✔❑❖‣◆"
"""Of word processors, the first of them from fonts of symbols that have no code points of their own."""
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""Of fonts, which texts taken from pages keep."""
_SOFT_HYPHEN = "\u00ad"
_UNSEEN = _SOFT_HYPHEN + _INVISIBLE
_PARTING = "\u200b"
"""Parts two words without a blank."""
_TRADE_MARKS = "\u00ae\u2122"
_LINE_ENDS = "\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029"

_TABLE: dict[str, str] = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_BLANKS + _INVISIBLE + _TRADE_MARKS, " "),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    **dict.fromkeys(_BULLETS, "•"),
    **{c: " " for c in map(chr, range(32)) if c not in "\n\r" and c not in _LINE_ENDS},
    "\x7f": " ",
}


class Gap(NamedTuple):
    """What words are read over: a line end, with or without the hyphen before it, and blanks.

    Attributes:
        start: offset in the shadow.
        end: offset behind it.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shadow:
    """The text that the grammars read.

    Attributes:
        source: the text as it was read.
        text: its shadow.
        starts: for a shadow of another length, the source offset of each shadow code point (and of the end), gaps in the
            shadow not counted; empty where shadow and source have the same length.
        gaps: what was left out of the shadow then, in its offsets before.
        joints: where, in the text.
        skipped: how much was left out before each of them, and at the end.
    """

    source: str
    text: str
    starts: tuple[int, ...] = ()
    gaps: tuple[Gap, ...] = ()
    joints: tuple[int, ...] = ()
    skipped: tuple[int, ...] = (0,)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the shadow to the span of the source that it stands for."""
        start, end = self.with_gaps(start, end)
        if not self.starts:
            return start, end
        return self.starts[start], self.starts[end]

    def with_gaps(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the shadow to the same shadow with its gaps."""
        if not self.joints:
            return start, end
        start += self.skipped[bisect_right(self.joints, start)]
        return start, max(start, end + self.skipped[bisect_left(self.joints, end)])

    def without_gaps(self, offset: int) -> int:
        """Map an offset in the shadow with its gaps to the shadow."""
        index = bisect_right(self.gaps, (offset, len(self.source)))
        return max(offset - self.skipped[index], self.joints[index - 1]) if index else offset

    def close(self, gaps: Sequence[Gap]) -> Shadow:
        """Leave some gaps out of a shadow that has none yet."""
        if not gaps:
            return self
        skipped = (0, *accumulate(gap.end - gap.start for gap in gaps))
        joints = tuple(gap.start - before for gap, before in zip(gaps, skipped, strict=False))
        edges = [0, *(edge for gap in gaps for edge in gap), len(self.text)]
        text = "".join(self.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
        return replace(self, text=text, gaps=tuple(gaps), joints=joints, skipped=skipped)

    def quote(self, start: int, end: int) -> str:
        """Return what the source has for a span of the shadow, without its gaps."""
        first, last = bisect_right(self.joints, start), bisect_left(self.joints, end)
        edges = [start, *self.joints[first:last], end]
        return "".join(self.source[slice(*self.to_source(*span))] for span in pairwise(edges))


def make_shadow(source: str) -> Shadow:
    """Make the shadow of a text, in linear time.

    Args:
        source: any string.

    Returns:
        The shadow; ``Shadow.text`` has the length of ``source`` unless ``source`` holds decomposed accents, ligatures,
        or soft hyphens and the like within words.
    """
    text, starts = _compose(source)
    characters = set(text)
    for character in _TABLE.keys() & characters:  # far faster than `str.translate`, since a text has few of them
        text = text.replace(character, _TABLE[character])
    if "\r" in characters:
        text = blank_returns(text)
    return Shadow(source, without_marks(text, characters), starts)


def _compose(source: str) -> tuple[str, tuple[int, ...]]:
    """Compose accents (NFC) cluster by cluster, open ligatures, close words over what is not seen in them.

    Returns:
        The text and its offsets in the source, as in `Shadow`.
    """
    if source.isascii():
        return source, ()
    unusual = any(character in source for character in (*_LIGATURES, *_UNSEEN))
    if not unusual and unicodedata.is_normalized("NFC", source):
        return source, ()
    pieces: list[str] = []
    starts: list[int] = []
    opened = begin = 0
    length = len(source)
    while begin < length:
        end = begin + 1
        while end < length and unicodedata.combining(source[end]):
            end += 1
        cluster = source[begin:end]
        if cluster in _UNSEEN and _is_nothing(source, begin):
            begin = end
            if not source[end : end + 1].isspace():  # beside one, it goes with the blank, not with the word before it
                opened = end
            continue
        composed = _LIGATURES.get(cluster, cluster) if end == begin + 1 else unicodedata.normalize("NFC", cluster)
        pieces.append(composed)
        # A cluster may stay longer than one code point, as a ligature gets: its last ones share its last offsets.
        starts.extend(min(opened + i, end - 1) for i in range(len(composed)))
        opened = begin = end
    starts.append(length)
    text = "".join(pieces)
    return (text, ()) if len(text) == length and not unusual else (text, tuple(starts))


def _is_nothing(source: str, index: int) -> bool:
    """Whether what is not seen stands within a word, as where one may be broken («mil\u00adlions»), or beside a blank.

    Between capitals a soft hyphen stands for a hyphen, as in debates of the European Parliament («PPE\u00adDE»).
    """
    character, before, after = source[index], source[index - 1 : index], source[index + 1 : index + 2]
    if before.isalnum() and after.isalnum():
        return character != _PARTING and not (character == _SOFT_HYPHEN and after.isupper())
    return character != _SOFT_HYPHEN and (before.isspace() or after.isspace())
