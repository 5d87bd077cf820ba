"""Parts of the world behind a name, which tell a branch of a body: «UICN Afrique centrale», «Afrique de l'Ouest et du Centre»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import behind_article
from glane.text.words import is_hyphen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def world_end(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    """Index behind the part of the world that begins at a word; 0 where none does.

    Args:
        words: of the text.
        first: index of the word.
        lexicon: classes of words.
    """
    end = _part_end(words, first, lexicon)
    joined = end + 1 if end and _is_and(words, end, lexicon) else 0
    return (_part_end(words, joined, lexicon) if joined else 0) or end  # «Amérique latine et Caraïbes»


def _part_end(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    """Index behind one part of the world, with the direction that tells which part of it; 0 where none begins."""
    if first >= len(words) or not words[first].is_capitalised:
        return 0
    end = first + 1 + 2 * is_hyphen(words, first + 1)  # «Moyen-Orient»
    part = "".join(word.lower for word in words[first:end])
    if part not in lexicon.words("place") and part not in lexicon.words("world_region"):
        return 0
    if end < len(words) and words[end].lower in lexicon.words("region_part"):
        return end + 1
    direction = _direction_end(words, end, lexicon)
    if not direction:
        return end
    second = _direction_end(words, direction + 1, lexicon) if _is_and(words, direction, lexicon) else 0
    return second or direction


def _is_and(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    return index < len(words) and words[index].lower in lexicon.words("and")


def _direction_end(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Index behind «de l'Ouest», «du Sud-Est»; 0 where none stands at an index."""
    if index >= len(words) or words[index].lower not in lexicon.words("of"):
        return 0
    part = index + 1
    part = behind_article(words, part, lexicon)
    if part >= len(words) or not _is_direction(words[part].lower, lexicon):
        return 0
    end = part + 1
    return end + 2 if is_hyphen(words, end) and _is_direction(words[end + 1].lower, lexicon) else end


def _is_direction(lower: str, lexicon: NameLexicon) -> bool:
    """Whether a word is a direction, or two that a hyphen joins."""
    return all(part in lexicon.words("direction") for part in lower.split("-"))
