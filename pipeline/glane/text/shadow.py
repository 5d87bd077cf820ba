"""A shadow of the text that the grammars read, with the way back to the text as it was read.

The text itself is never changed. Its shadow has one apostrophe, one hyphen, one kind of blank, one bullet, no control
characters, no marks of notes and of emphasis, no ligatures, and composed accents (Unicode NFC), so that a rule is
written once for all typographies.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from glane.line_ends import blank_returns
from glane.text.marks import without_marks

# Same length: one code point for one code point.
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07"
_HYPHENS = "\u2010\u2011\u00ad\u2043\ufe63\uff0d"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_BULLETS = "\uf0b7\uf0a7\uf0fc\uf0d8\uf0a8\uf06e\uf071▪●○◦■□►▶➢✓✔❑❖‣◆"
"""Of word processors, the first of them from fonts of symbols that have no code points of their own."""
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""Of fonts, which texts taken from pages keep."""
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


@dataclass(frozen=True, slots=True)
class Shadow:
    """The text that the grammars read.

    Attributes:
        source: the text as it was read.
        text: its shadow.
        starts: for a shadow of another length, the source offset of each shadow code point (and of the end);
            empty where shadow and source have the same length.
    """

    source: str
    text: str
    starts: tuple[int, ...] = ()

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the shadow to the span of the source that it stands for."""
        if not self.starts:
            return start, end
        return self.starts[start], self.starts[end]


def make_shadow(source: str) -> Shadow:
    """Make the shadow of a text, in linear time.

    Args:
        source: any string.

    Returns:
        The shadow; ``Shadow.text`` has the length of ``source`` unless ``source`` holds decomposed accents.
    """
    text, starts = _compose(source)
    characters = set(text)
    for character in _TABLE.keys() & characters:  # far faster than `str.translate`, since a text has few of them
        text = text.replace(character, _TABLE[character])
    if "\r" in characters:
        text = blank_returns(text)
    return Shadow(source, without_marks(text, characters), starts)


def _compose(source: str) -> tuple[str, tuple[int, ...]]:
    """Compose accents (NFC) cluster by cluster and open ligatures; the offsets are empty where nothing changed length."""
    if source.isascii():
        return source, ()
    ligated = any(ligature in source for ligature in _LIGATURES)
    if not ligated and unicodedata.is_normalized("NFC", source):
        return source, ()
    pieces: list[str] = []
    starts: list[int] = []
    begin = 0
    length = len(source)
    while begin < length:
        end = begin + 1
        while end < length and unicodedata.combining(source[end]):
            end += 1
        cluster = source[begin:end]
        composed = _LIGATURES.get(cluster, cluster) if end == begin + 1 else unicodedata.normalize("NFC", cluster)
        pieces.append(composed)
        # A cluster may stay longer than one code point, as a ligature gets: its last ones share its last offsets.
        starts.extend(min(begin + i, end - 1) for i in range(len(composed)))
        begin = end
    starts.append(length)
    text = "".join(pieces)
    return (text, ()) if len(text) == length and not ligated else (text, tuple(starts))
