"""Places that a noun for several of them lists, which are no bodies: «les communes de Kelem, Tabora et Diro»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import is_hyphen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_MOST = 40
"""Places of a list."""
_LONGEST = 4
"""Words of a place."""


def find_listed_places(words: Sequence[Word], lexicon: NameLexicon) -> frozenset[int]:
    """Return the indices of the words of places that a noun for them leads to: «villages de Kelem et Tabora».

    Args:
        words: of the text.
        lexicon: classes of words.
    """
    found: set[int] = set()
    for index in lexicon.find_class(words, "place_head"):
        position = _first_place(words, index, lexicon)
        for _ in range(_MOST):
            end = _place_end(words, position, lexicon)
            if end == position:
                break
            found.update(range(position, end))
            position = _next_place(words, end, lexicon)
    return frozenset(found)


def _first_place(words: Sequence[Word], noun: int, lexicon: NameLexicon) -> int:
    """Index behind «de» that follows a noun, or the adjective of it; past the end of the text for none."""
    link = noun + 1
    if link < len(words) and lexicon.has_adjective_ending(words[link].lower):
        link += 1  # «communes rurales de»
    if link >= len(words) or words[link].lower not in lexicon.words("of"):
        return len(words)
    return link + 1 + (link + 1 < len(words) and words[link + 1].lower in lexicon.words("article"))


def _place_end(words: Sequence[Word], position: int, lexicon: NameLexicon) -> int:
    """Index behind the capitalised words that begin at a word, in small letters but for the first; ``position`` for none."""
    end = position
    while end < len(words) and end - position < _LONGEST and _is_of_place(words[end], lexicon):
        end += 1
        while is_hyphen(words, end):
            end += 2
        if end < len(words) and words[end].start - words[end - 1].end != 1:
            break
    return end


def _is_of_place(word: Word, lexicon: NameLexicon) -> bool:
    return word.is_word and word.is_capitalised and not word.text.isupper() and not lexicon.is_head(word.folded)


def _next_place(words: Sequence[Word], position: int, lexicon: NameLexicon) -> int:
    """Index behind what separates one place from the next: a comma, «et», with «de» behind or not; past the end for none."""
    begin = position
    for kind in ("comma", "and", "of"):
        if position >= len(words) or (kind == "of" and position == begin):
            break
        is_there = words[position].text == "," if kind == "comma" else words[position].lower in lexicon.words(kind)
        position += is_there
    return position if position > begin else len(words)
