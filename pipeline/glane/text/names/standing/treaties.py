"""Bodies in the titles of the treaties that found them: «le traité instituant la Communauté européenne»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import behind_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def find_titled(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[int]:
    """Find where the names begin that end titles of treaties: «le traité sur le fonctionnement de l'[Union européenne]».

    Args:
        words: of the text.
        lexicon: classes of words.

    Yields:
        Offsets of their first words.
    """
    for noun in lexicon.find_class(words, "founding_deed"):
        link = noun + 1
        if link >= len(words) or words[link].lower not in lexicon.words("founding"):
            continue
        name = behind_article(words, link + 1, lexicon)
        if name + 1 < len(words) and words[name].lower in lexicon.words("founding_topic"):
            name = behind_article(words, name + 1 + (words[name + 1].lower in lexicon.words("of")), lexicon)
        if name < len(words):
            yield words[name].start
