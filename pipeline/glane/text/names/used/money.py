"""Acronyms that are said to be a currency: «leur monnaie unique, le SOL», «le SOL, sa future monnaie»."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_ENDS = frozenset(",.;:)»\n")
"""What ends a phrase that is set beside another one."""
_NEAR = 4
"""Words between an acronym and the noun for a currency: «monnaie unique, le»."""


def find_money(words: Sequence[Word], lexicon: NameLexicon) -> frozenset[str]:
    """The acronyms beside which the noun for a currency stands, with but a comma and what describes it between.

    Args:
        words: of the text.
        lexicon: classes of words.
    """
    found: set[str] = set()
    for index in lexicon.find_class(words, "currency_noun"):
        for step in (1, -1):
            found.update(_acronym_beside(words, index, step, lexicon))
    return frozenset(found)


def _acronym_beside(words: Sequence[Word], index: int, step: int, lexicon: NameLexicon) -> set[str]:
    """The acronym that describes a noun, or that the noun describes, on one side of it."""
    small = lexicon.words("article") | lexicon.words("one_definite") | lexicon.words("possessive") | {",", "(", "«"}
    set_off, comma = step > 0, False
    for place in range(index + step, index + step * (_NEAR + 1), step):
        if not 0 <= place < len(words):
            break
        word = words[place]
        if word.is_acronym and len(word.text) > 1:
            ends = step < 0 or not comma or place + 1 >= len(words) or words[place + 1].text in _ENDS
            return {word.text} if set_off and ends else set()
        comma = comma or word.text in {",", "("}
        set_off = set_off or comma
        if word.text not in small and word.lower not in lexicon.words("currency_adjective"):
            break
    return set()
