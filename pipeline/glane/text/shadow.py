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
