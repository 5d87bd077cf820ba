"""Parts of an administration in small letters that are set up: «ont été créées la direction de …, la délégation à …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import behind_article
from glane.text.words import SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

_LONGEST_LIST = 30
_MOST_FILLERS = 4


def is_created(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a part of an administration, with its field, is said to have been set up: no description has an article then.

    Args:
        words: of the text.
        first: index of the head's first word.
        head: the head's row.
        phrase: what belongs to it.
        lexicon: classes of words.
    """
    if not head.is_one_of(lexicon.words("created_head")) or words[first].is_capitalised or not phrase.complements:
        return False
    if first < 1 or words[first - 1].lower not in lexicon.words("one_definite"):
        return False
    if not _has_field(words, phrase, lexicon):
        return False
    return _is_set_up(words, phrase.end, lexicon) or _is_listed(words, first - 1, lexicon)


def _has_field(words: Sequence[Word], phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a field with its article follows a head: «de la planification», «à la stratégie», not «de projet», «du projet»."""
    link = phrase.begin + phrase.adjectives
    if link + 1 >= phrase.end:
        return False
    alone = words[link].lower in lexicon.words("bare_of") or words[link].lower in lexicon.words("to_alone")
    noun = behind_article(words, link + 1, lexicon)
    determined = noun > link + 1 or not alone
    return determined and noun < phrase.end and not lexicon.is_head(words[noun].folded)


def _is_set_up(words: Sequence[Word], position: int, lexicon: NameLexicon) -> bool:
    """Whether a passive of setting up or doing away with follows: «a été créée», «est ensuite supprimée»."""
    passive = False
    for word in words[position : position + _MOST_FILLERS]:
        if word.lower in lexicon.words("set_up"):
            return passive
        passive = passive or word.lower in lexicon.words("passive")
        if not any(word.lower in lexicon.words(name) for name in ("passive", "have", "filler")):
            return False
    return False


def _is_listed(words: Sequence[Word], article: int, lexicon: NameLexicon) -> bool:
    """Whether what an article begins is one of those that a passive before its subjects tells of: «ont été créées la …, la …»."""
    before = words[article - 1].lower if article else ""
    if not (before in {","} | lexicon.words("and") | lexicon.words("that") or before in lexicon.words("set_up")):
        return False
    for index in range(article - 1, max(0, article - _LONGEST_LIST), -1):
        if words[index].text in SENTENCE_ENDS:
            return False
        if words[index].lower in lexicon.words("set_up"):
            inverted = words[index + 1].lower in lexicon.words("one_definite")
            return inverted and words[index - 1].lower in lexicon.words("passive")
    return False
