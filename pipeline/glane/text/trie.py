"""Finding many names in one pass over the words of a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from glane.text.shadow import make_shadow
from glane.text.words import Word, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
            for part in _parts(word):
                node = node.children.setdefault(part, _Node())
        if node is not self._root:
            node.entries.append((name, value))

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, int, list[tuple[str, T]]]]:
        """Find every name at every place.

        Args:
            words: of the text.

        Yields:
            ``(first, end, entries)``: indices of words, end exclusive, and the ``(name, value)`` pairs.
        """
        for first in range(len(words)):
            yield from self.find_at(words, first)

    def find_at(self, words: Sequence[Word], first: int) -> Iterator[tuple[int, int, list[tuple[str, T]]]]:
        """Find every name that begins at one word, the shortest first."""
        if words[first].text == "-":
            return
        node = self._root
        for index in range(first, len(words)):
            for part in _parts(words[index]):
                child = node.children.get(part)
                if child is None:
                    return
                node = child
            if node.entries and words[index].text != "-":
                yield first, index + 1, node.entries


def _parts(word: Word) -> list[str]:
    """Read a hyphen as a blank: «Haut-Commissariat» and «Haut Commissariat» are one name."""
    return [part for part in word.folded.split("-") if part] if "-" in word.folded else [word.folded]
