"""Tokens made by hand, as the grammar of counted nouns reads them."""

from __future__ import annotations

from dataclasses import dataclass

_BREAKS = frozenset(",;:().!?…")
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")


@dataclass(frozen=True, slots=True)
class Tok:
    """A token: offsets, text, Universal POS tag."""

    start: int
    end: int
    text: str
    pos: str

    @property
    def lower(self) -> str:
        """Its text in lower case, with the plain apostrophe."""
        return self.text.lower().translate(_APOSTROPHES)

    @property
    def is_break(self) -> bool:
        """Whether it ends a clause, a sentence or a line."""
        return self.text in _BREAKS or "\n" in self.text

    @property
    def is_alphabetic(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[:1].isalpha()
