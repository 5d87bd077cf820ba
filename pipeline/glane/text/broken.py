"""Words that line ends broke, read as one: «12 mil-¶lions d'euros» is twelve million euros.

A hyphen at a line end breaks a word, or belongs to it and only stands there: «porte-¶parole», «Seine-¶Maritime». The
document tells which, by the words that stand elsewhere in it, and the rules do, by those that they know; where neither
does, small letters on both sides are one word, unless each side is a word by itself.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.layout import BULLET
from glane.text.shadow import Gap
from glane.text.spelling import Spelling
from glane.text.wrapping import SHORT_LINE, is_row, join_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glane.text.shadow import Shadow
    from glane.text.wrapping import Wraps

_SIGNS = "-\u00ac"
"""A hyphen, and what some programs write for one that is there for the line end only."""
_SOFT = "\u00ad\u00ac"
"""What stands in a text for no other hyphen."""
# A mark first, then that a word stands before it: a search for a mark is fast.
_BREAK = re.compile(rf"[{_SIGNS}](?<=[^\W_].) {{0,3}}\n{{1,2}} {{0,40}}(?=[^\W_])")
_PAGE_END = "\f"
"""What may stand behind the line end where it ends a page too; an empty line parts."""
_LONGEST = 40
"""Letters of a word."""
_LEFT = re.compile(r"[^\W\d_]+\Z")
_RIGHT = re.compile(rf"[^\W\d_]{{1,{_LONGEST}}}(?![^\W\d_])")
_NUMBER = re.compile(r"\d{1,6} {0,40}(?:\n|\Z)")
"""A line of its own, as a page has."""
_SHORTEST = 2
"""Letters that a line begins with, of a word that its line end breaks."""
_NARROW = 12
"""Code points of a line; in no column are they shorter …"""
_ALIKE = 0.7
"""… and in a narrow one they are longer than this part of those beside them."""


def read_on(shadow: Shadow, wraps: Wraps, rules: Callable[[], Spelling]) -> Shadow:
    """Read a text over the line ends in its sentences and its words, in time linear in its length.

    Args:
        shadow: of the text.
        wraps: words that tell that a line goes on.
        rules: gives the words that the rules know; it is only called where a hyphen stands at a line end.

    Returns:
        Its shadow with blanks for the line ends at which sentences go on, and nothing for those within words.
    """
    gaps = _find_gaps(shadow, rules)
    broken = frozenset(shadow.text.index("\n", gap.start) for gap in gaps)
    return join_lines(shadow, wraps, broken).close(gaps)


def _find_gaps(shadow: Shadow, rules: Callable[[], Spelling]) -> list[Gap]:
    """Find the line ends within words; those behind hyphens that may be of a list stay."""
    breaks = list(_BREAK.finditer(shadow.text))
    if not breaks:
        return []
    judge = _Judge(shadow, breaks, rules())
    return [Gap(match.start() + kept, match.end()) for match in breaks if (kept := judge.keeps(match)) is not None]


class _Judge:
    """Tells what a hyphen at a line end is."""

    def __init__(self, shadow: Shadow, breaks: Sequence[re.Match[str]], rules: Spelling) -> None:
        self._shadow = shadow
        self._breaks = breaks
        self._text = shadow.text
        self._rules = rules

    @cached_property
    def _own(self) -> Spelling:
        """What stands elsewhere in the document, unbroken."""
        pieces: list[str] = []
        done = 0
        for match in self._breaks:
            left, right = self._parts(match)
            pieces.append(self._text[done : match.start() - len(left)])
            done = match.end() + len(right)
        return Spelling([*pieces, self._text[done:]])

    def _parts(self, match: re.Match[str]) -> tuple[str, str]:
        """The letters on both sides; empty where there is a digit, or far too many letters."""
        left = _LEFT.search(self._text[max(0, match.start() - _LONGEST) : match.start()])
        right = _RIGHT.match(self._text, match.end())
        return left[0] if left else "", right[0] if right else ""

    def keeps(self, match: re.Match[str]) -> bool | None:
        """Whether the hyphen belongs to the word; ``None`` where the line may end there, and no word goes on."""
        start, end = match.span()
        if BULLET.match(self._text, end) or not self._is_one_end(start, end):
            return None
        left, right = self._parts(match)
        spelt = self._spelt(left, right) if left and right else None
        if spelt is not None:
            return spelt
        if not self._is_full(start, end) or self._is_in_row(start, end) or _NUMBER.match(self._text, end):
            return None
        return not self._is_broken(left, right, match)

    def _is_one_end(self, start: int, end: int) -> bool:
        """Whether no empty line stands between."""
        first, last = self._shadow.to_source(start, end)
        return "\n\n" not in self._text[start:end] or _PAGE_END in self._shadow.source[first:last]

    def _spelt(self, left: str, right: str) -> bool | None:
        """Whether a known word has the hyphen; ``None`` where none is known, with it or without."""
        one, other = fold(left), fold(right)
        # No word begins in the middle with a capital, but for one in capitals.
        whole = one + other if len(right) >= _SHORTEST and (right[0].islower() or left.isupper()) else ""
        if whole in self._own.words:
            return False
        pair = f"{one}-{other}"
        if pair in self._own.pairs or pair in self._rules.pairs:
            return True
        return False if whole in self._rules.words else None

    def _is_broken(self, left: str, right: str, match: re.Match[str]) -> bool:
        """Whether a word that nobody knows is one without the hyphen: in small letters, and not of two words."""
        if len(right) < _SHORTEST or not (left[-1:].islower() and right[0].islower()):
            return False
        start, end = match.start(), match.end() + len(right)
        if self._shadow.source[self._shadow.to_source(start, end)[0]] in _SOFT:
            return True
        return self._text[end : end + 1] != "-" and not (self._is_word(left) and self._is_word(right))

    def _is_word(self, text: str) -> bool:
        folded = fold(text)
        return folded in self._own.words or folded in self._rules.words

    def _lines(self, start: int, end: int) -> tuple[int, int]:
        """Where the line with the hyphen begins, and where the next one ends."""
        after = self._text.find("\n", end)
        return self._text.rfind("\n", 0, start) + 1, after if after >= 0 else len(self._text)

    def _is_in_row(self, start: int, end: int) -> bool:
        first, last = self._lines(start, end)
        return is_row(self._shadow, first, start) or is_row(self._shadow, end, last)

    def _is_full(self, start: int, end: int) -> bool:
        """Whether a line is so long that it may have ended for want of room."""
        first, last = self._lines(start, end)
        length = len(self._text[first:start].strip())
        if not _NARROW < length <= SHORT_LINE:
            return length > SHORT_LINE
        above = self._text[self._text.rfind("\n", 0, max(0, first - 1)) + 1 : max(0, first - 1)]
        return length > _ALIKE * max(len(above.strip()), last - end)
