"""Whether a capitalised generic means the one entity that its row names, whatever body was named last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import find_texts, is_joint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.names import GenericRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SMALL = 2
"""Words at most between a conjunction and a generic: «et de l'»."""

_LONGEST_NUMBER = 5
"""Words of «no 1234/2008» up to the bracket, at most."""


def _numbers_act(words: Sequence[Word], index: int) -> bool:
    """Whether an acronym stands in the number of a legal act: «(UE) 2019/1754», «(CE) no 1/2003», «2003/71/CE».

    Args:
        words: of the text.
        index: of the acronym.
    """
    if _ends_number(words, index):
        return True
    if index == 0 or words[index - 1].text not in {"(", ","} or index + 1 >= len(words):
        return False
    behind = words[index + 1 : index + 4]
    return behind[0].text == ")" and any(word.is_number for word in behind[1:])


def _ends_number(words: Sequence[Word], index: int) -> bool:
    """Whether a word is the last part of a number with bars: «2003/71/CE»."""
    return index > 1 and words[index - 1].text == "/" and words[index - 2].is_number and is_joint(words, index - 1)


def is_spoken_of(words: Sequence[Word], row: GenericRow, named: AbstractSet[str]) -> bool:
    """Whether a text names the entity of a row, or what goes with it, or numbers an act of theirs.

    Args:
        words: of the text.
        row: of a generic.
        named: the ids of the entities that the text names.
    """
    if not named.isdisjoint((row.entity, *row.evidence)):
        return True
    return any(_numbers_act(words, index) for index in find_texts(words, row.acts))


def is_usual(
    words: Sequence[Word],
    first: int,
    row: GenericRow,
    named: Mapping[int, str],
    acts: Sequence[str],
    lexicon: NameLexicon,
) -> bool:
    """Whether a body that goes with the entity of a row is joined to a generic, or an act of theirs has it as its author.

    «le Parlement européen et le [Conseil]», «la directive 96/61/CE du [Conseil]», in a text on a town's council.

    Args:
        words: of the text.
        first: index of the generic.
        row: of the generic.
        named: the ids of the entities that are named, by the offsets at which their names end.
        acts: the acronyms in the numbers of acts of the organisation.
        lexicon: classes of words.
    """
    small = lexicon.words("article") | lexicon.words("of") | lexicon.words("definite")
    index = first - 1
    while index > first - 1 - _SMALL and index > 0 and words[index].text in small:
        index -= 1
    if index < 1 or index == first - 1:
        return False
    if words[index].lower in lexicon.words("and"):
        return named.get(words[index - 1].end) in row.evidence
    return (words[index].text in acts and _ends_number(words, index)) or _ends_bracketed_number(words, index, acts)


def _ends_bracketed_number(words: Sequence[Word], index: int, acts: Sequence[str]) -> bool:
    """Whether a number is that of an act whose acronym stands in brackets before it: «(UE) 2017/593», «(CE) no 1234/2008»."""
    if not words[index].is_number:
        return False
    for closing in range(index - 1, max(1, index - 1 - _LONGEST_NUMBER), -1):
        if words[closing].text == ")":
            return words[closing - 1].text in acts and words[closing - 2].text == "("
        if words[closing].is_break:
            return False
    return False
