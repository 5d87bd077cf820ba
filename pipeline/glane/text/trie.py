"""Finding many names in one pass over the words of a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from glane.text.shadow import make_shadow
from glane.text.split import split_forms
from glane.text.words import indexed

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
        self.add_shadow(make_shadow(name).text, value, name)

    def add_shadow(self, shadow: str, value: T, name: str | None = None) -> None:
        """Add a name that stands in a shadow text, or the shadow of a name that is written otherwise."""
        node = self._root
        for form in split_forms(shadow):
            for part in form.parts:
                if part not in node.children:
                    node.children[part] = _Node()
                node = node.children[part]
        if node is not self._root:
            node.entries.append((shadow if name is None else name, value))

    def opens(self, word: Word) -> bool:
        """Whether some name begins with a word."""
        return bool(word.parts) and word.parts[0] in self._root.children

    def openings(self, words: Sequence[Word]) -> list[int]:
        """Return the indices of the words with which some name may begin, as far as two words tell."""
        opening = self._root.children
        if not opening:
            return []
        known = indexed(words)
        last = len(known) - 1
        found: list[int] = []
        for part in known.openings.keys() & opening.keys():
            node = opening[part]
            for text in known.openings[part]:
                places = known.places[text]
                if node.entries or len(known[places[0]].parts) > 1:
                    found += places
                else:  # most articles and the like
                    children = node.children
                    found += [
                        first
                        for first in places
                        if first < last and (not (parts := known[first + 1].parts) or parts[0] in children)
                    ]
        found.sort()
        return found

    def find_at(self, words: Sequence[Word], first: int) -> list[tuple[int, int, list[tuple[str, T]]]]:
        """Find every name that begins at one word, the shortest first.

        Args:
            words: of the text.
            first: index of the word.

        Returns:
            ``(first, end, entries)``: indices of words, end exclusive, and the ``(name, value)`` pairs.
        """
        found: list[tuple[int, int, list[tuple[str, T]]]] = []
        if not words[first].parts:
            return found
        node = self._root
        for index in range(first, len(words)):
            parts = words[index].parts
            for part in parts:
                following = node.children.get(part)
                if following is None:
                    return found
                node = following
            if parts and node.entries:
                found.append((first, index + 1, node.entries))
        return found
