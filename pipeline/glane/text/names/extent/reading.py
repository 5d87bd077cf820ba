"""One text as those see it who read where a name ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from glane.text.names.extent.addresses import find_limits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Known
    from glane.text.words import Word

MAX_WORDS = 40
"""No name is longer: this bounds the work at each head."""


@dataclass(frozen=True)
class Reading:
    """What the functions of this package read, none of which changes it.

    Attributes:
        words: of the text, tagged or not.
        lexicon: heads and classes of words.
        known: names of the knowledge base, countries, and blockers, by index of their first word.
    """

    words: Sequence[Word]
    lexicon: NameLexicon
    known: Mapping[int, Known]

    def is_in(self, position: int, word_class: str) -> bool:
        """Whether a word is of a class; what stands beyond the end of the text is of none."""
        return position < len(self.words) and self.words[position].lower in self.lexicon.words(word_class)

    def is_capitalised(self, position: int, limit: int) -> bool:
        """Whether a capitalised word stands at ``position``, before ``limit``."""
        return position < limit and self.words[position].is_word and self.words[position].is_capitalised

    @cached_property
    def ordinal(self) -> tuple[str, ...]:
        """What ordinals end in."""
        return self.lexicon.affixes("ordinal_ending")

    @cached_property
    def limits(self) -> list[int]:
        """The words at which a name may have to end; see `find_limits`."""
        return find_limits(self.words, self.lexicon)

    @cached_property
    def resolutions(self) -> frozenset[str]:
        """The numbers of the resolutions that the text cites."""
        nouns = self.lexicon.find_class(self.words, "resolution")
        return frozenset(word.text for noun in nouns for word in self.words[noun + 1 : noun + 2] if word.is_number)
