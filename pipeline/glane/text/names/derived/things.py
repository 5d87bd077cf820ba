"""Capitalised nouns that stand for no name, but for a part of the world, of another name, for a meeting or a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import behind_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_BEFORE = 2


def is_other_thing(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a capitalised generic stands for no body nor undertaking.

    «l'Afrique de l'Ouest et du Centre», «la Grande Région», «lors du Conseil du 26 mai», «depuis la Confédération».

    Args:
        words: of the text.
        match: the generic.
        lexicon: classes of words.
    """
    first = match.first
    if _is_direction(words, first, lexicon) or _is_part_of_name(words, first, lexicon):
        return True
    if _is_celebrated(words, first, lexicon) or _is_of_person(words, match.end, lexicon):
        return True
    return _sits_on(words, match, lexicon) or _is_epoch(words, first, lexicon)


def _is_direction(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a noun is a part of the world behind another one: «l'Afrique de l'Ouest et du Centre»."""
    before = words[max(0, first - 3) : first - 1]
    return (
        len(before) == 2 and before[0].lower in lexicon.words("direction") and before[1].lower in lexicon.words("and")
    )


def _is_part_of_name(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised adjective makes another name with a noun: «la Grande Région»."""
    before = words[first - 1] if first > 1 else None
    if before is None or not before.is_capitalised or before.lower not in lexicon.words("leading_adjective"):
        return False
    return words[first - 2].lower in lexicon.words("definite") and words[first - 2].text.islower()


def _sits_on(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a meeting is told with its day: «lors du Conseil du 26 mai», but «le règlement du Conseil du 6 mai»."""
    month, at = match.end + 2, match.first - 2
    if month >= len(words) or not words[month - 1].is_number or words[month].lower not in lexicon.words("month"):
        return False
    at -= words[match.first - 1].lower in lexicon.words("article")
    return at >= 0 and words[at].lower in lexicon.words("holding")


def _is_epoch(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a generic is the time when what it means was founded: «depuis la Confédération»."""
    if first < _BEFORE or words[first].lower not in lexicon.words("epoch_generic"):
        return False
    return words[first - 1].lower in lexicon.words("article") and words[first - 2].lower in lexicon.words("epoch")


def _is_celebrated(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a day of everybody's celebrates what a generic means: «la Journée mondiale de la Radio»."""
    level = first - 1 - (words[first - 1].lower in lexicon.words("article"))
    if level > 1 and words[level].lower in lexicon.words("of"):
        level -= 1
    if level < 1 or words[level].lower not in lexicon.words("level"):
        return False
    return words[level - 1].is_capitalised and words[level - 1].lower in lexicon.words("organised_event")


def _is_of_person(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether somebody's office is meant, not the body named before: «le Bureau du porte-parole»."""
    noun = behind_article(words, end + 1, lexicon)
    if noun >= len(words) or words[end].lower not in lexicon.words("one_of"):
        return False
    return words[noun].lower in lexicon.words("person")
