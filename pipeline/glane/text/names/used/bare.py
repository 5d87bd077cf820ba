"""Acronyms without an article that are bodies by what they do at the start of a clause: «PLANAR a organisé un atelier»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import opens_sentence
from glane.text.names.used.predicates import is_framed, speaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SHORTEST = 4
"""Letters: shorter ones are as often things."""


def is_bare_actor(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym is the subject of what bodies alone do, or of what they have done.

    «PLANAR salue l'accord», «PLANAR a organisé un atelier», «afin que PLANAR soit membre de l'union»; software and
    diseases have no such verbs, but «QGIS propose», «COVID a touché».

    Args:
        words: of the text.
        index: of the acronym, which has no article.
        end: index behind it.
        lexicon: classes of words.
    """
    if lexicon.is_head(words[index].folded):
        return False
    if not (opens_sentence(words, index) or _opens_clause(words, index, lexicon)):
        return False
    if _is_one_of_bodies(words, end, lexicon):
        return True
    return words[end - 1].end - words[index].start >= _SHORTEST and does_alone(words, end, lexicon)


def does_alone(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether what follows at an index is what bodies alone do, or have done: «salue», «s'est réuni», «a organisé»."""
    return speaks(words, end, lexicon) or is_framed(words, end, lexicon) or _has_done(words, end, lexicon)


def _is_one_of_bodies(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether it is said to be one of several bodies: «fait partie des ONG», «est membre des associations»."""
    last = lexicon.phrase_end(words, end, "one_among")
    return 0 < last < len(words) and words[last].lower in lexicon.words("actors")


def _opens_clause(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a conjunction, or the comma behind what a sentence begins with, stands before a word: «qu'», «En 2020,»."""
    before = words[index - 1]
    return before.text == "," or before.lower in lexicon.words("that")


def _has_done(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether «a» and a participle of what bodies do follow."""
    if end + 1 >= len(words) or words[end].lower not in lexicon.words("have"):
        return False
    position = end + 1 + (words[end + 1].lower in lexicon.words("filler"))
    return position < len(words) and words[position].lower in lexicon.words("done")


def is_cofinanced(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym without an article is financed by several, as undertakings are: «VELTRA est cofinancé par l'UE».

    Args:
        words: of the text.
        index: of the acronym, which opens a sentence.
        end: index behind it.
        lexicon: classes of words.
    """
    if end + 2 >= len(words) or words[end].lower not in lexicon.words("passive") | lexicon.words("have"):
        return False
    participle = end + 1 + (words[end + 1].lower in lexicon.words("passive"))
    shared = words[participle].lower in lexicon.words("cofinanced")
    return shared and words[end - 1].end - words[index].start >= _SHORTEST and opens_sentence(words, index)
