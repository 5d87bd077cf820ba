"""Acronyms whose long form runs on behind them without any sign, as in lists of them: «QMB Quais du Monde Bleu RDL Rives …»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.rules.acronyms import fold_letters
from glane.text.acronyms.match import Match, match_after
from glane.text.acronyms.pairs import define
from glane.text.acronyms.words import words_after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.acronyms import AcronymRules
    from glane.text.acronyms.pairs import Definition
    from glane.text.acronyms.words import FormWord

_SHORTEST = 3
"""Letters of an acronym: two are the initials of many words."""
_REACH = 160
_LONGEST = 12
_TOKEN = re.compile(r"(?<!\w)(\w{2,10}) \Z")


def running_on(text: str, start: int, end: int, rules: AcronymRules) -> Definition | None:
    """The words right behind an acronym whose initials are its letters, each of them, in order.

    Args:
        text: the text of a shadow.
        start: of the acronym.
        end: behind it.
        rules: the acronym tables.

    Returns:
        The definition; ``None`` where the words are no long form of it.
    """
    token = text[start:end]
    first = text[end + 1 : end + 2]
    if (
        text[end : end + 1] != " " or not first.isupper() or fold_letters(first)[:1] != fold_letters(token[0])[:1]
    ):  # nearly all end here
        return None
    if end - start < _SHORTEST or not token.isupper() or not token.isalpha():
        return None
    line = text.find("\n", end, end + _REACH)
    words = words_after(text, end + 1, line if line >= 0 else min(len(text), end + _REACH), rules)
    last = _spelt_until(words, fold_letters(token))
    if last is None or not (words[0].capital and words[last].capital) or words[0].shouted:
        return None
    return define(text, (start, end), words, Match(0, last, "letters", 0.0, complete=True), "adjacent", rules)


def is_told_before(text: str, words: Sequence[FormWord], rules: AcronymRules) -> bool:
    """Whether an acronym stands right before the words that its letters are of: «RDL Régie des lacs».

    Args:
        text: the text of a shadow.
        words: a long form.
        rules: the acronym tables.
    """
    start = words[0].start
    token = _TOKEN.search(text, max(0, start - _LONGEST), start)
    if token is None or not token[1].isupper() or fold_letters(token[1])[:1] != fold_letters(text[start])[:1]:
        return False
    match = match_after(words, token[1], rules)
    return match is not None and match.evidence == "letters"


def _spelt_until(words: Sequence[FormWord], letters: str) -> int | None:
    """Index of the word that gives an acronym's last letter, where each word but function words gives one."""
    given = 0
    for index, word in enumerate(words):
        if word.folded[0] == letters[given] and not (word.function and not word.capital):
            given += 1
            if given == len(letters):
                return index
        elif not word.function:
            return None
    return None
