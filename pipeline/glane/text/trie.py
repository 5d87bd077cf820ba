"""Finding many names in one pass over the words of a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from glane.text.shadow import make_shadow
from glane.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.words import Word

T = TypeVar("T")


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, _Node[T]] = field(default_factory=dict)
    entries: list[tuple[str, T]] = field(default_factory=list)


class NameTrie(Generic[T]):
    """Names over folded words, each with something that it stands for."""

    def __init__(self) -> None:
        """Make an empty trie."""
        self._root: _Node[T] = _Node()

    def add(self, name: str, value: T) -> None:
        """Add a name as written (any typography)."""
        words = split_words(make_shadow(name).text)
        node = self._root
        for word in words:
            for part in word.parts:
                node = node.children.setdefault(part, _Node())
        if node is not self._root:
            node.entries.append((name, value))

    def opens(self, word: Word) -> bool:
        """Whether some name begins with a word."""
        return bool(word.parts) and word.parts[0] in self._root.children

    def openings(self, words: Sequence[Word]) -> list[int]:
        """Return the indices of the words with which some name begins."""
        opening = self._root.children
        return [index for index, word in enumerate(words) if word.parts and word.parts[0] in opening]

    def find_at(self, words: Sequence[Word], first: int) -> list[tuple[int, int, list[tuple[str, T]]]]:
        """Find every name that begins at one word, the shortest first.

        Args:
            words: of the text.
            first: index of the word.

        Returns:
            ``(first, end, entries)``: indices of words, end exclusive, and the ``(name, value)`` pairs.
        """
        parts = words[first].parts
        node = self._root.children.get(parts[0]) if parts else None
        if node is None:  # by far most words open no name
            return []
        found: list[tuple[int, int, list[tuple[str, T]]]] = []
        index = first
        rest: Sequence[str] = parts[1:]
        while True:
            for part in rest:
                node = node.children.get(part)
                if node is None:
                    return found
            index += 1
            if node.entries and words[index - 1].parts:
                found.append((first, index, node.entries))
            if index == len(words):
                return found
            rest = words[index].parts
