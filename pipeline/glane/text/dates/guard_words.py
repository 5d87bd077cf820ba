"""The words around a number that say what it is, by their kind."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from glane.text.dates.words import lower_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.rules.dates import GuardRow


class GuardWords:
    """The guards of the rules, in lower case, with accents and without."""

    def __init__(self, rows: Iterable[GuardRow]) -> None:
        """Index the rows."""
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        for row in rows:
            for word in row.words:
                self._words[row.kind].update((word.lower(), lower_plain(word)))

    def __getitem__(self, kind: str) -> set[str]:
        """The words of a kind."""
        return self._words[kind]

    def is_a(self, kind: str, word: str) -> bool:
        """Whether a word is a guard of a kind."""
        return word.lower() in self._words[kind] or lower_plain(word) in self._words[kind]
