"""Shorter forms in small letters that a text gives an undertaking: «un plan européen pour la pêche (le « plan de pêche »)»."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from glane.text.acronyms.aliases import CLOSING, OPENING
from glane.text.acronyms.brackets import end_before
from glane.text.acronyms.pairs import Definition
from glane.text.acronyms.words import words_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glane.rules.acronyms import AcronymRules

_MOST_WORDS = 4
"""Words of a shorter form."""
_FEWEST = 2
"""Of them, those that say something: the noun and what tells it apart."""


@functools.lru_cache(maxsize=8)
def _short_pattern(rules: AcronymRules) -> re.Pattern[str]:
    """Compile what announces a shorter form in small letters: brackets, perhaps a cue, quotation marks."""
    cues = "|".join(map(re.escape, sorted(rules.cues_hereafter, key=len, reverse=True))) or "(?!)"
    quoted = rf"(?:{OPENING}) ?(?P<inner>\w{{1,3}}[ '])?(?P<quoted>[a-zà-öø-ÿœ][\w' -]{{5,50}}?) ?(?:{CLOSING})"
    return re.compile(rf"\((?:(?P<cue>{cues}),? ?)?(?P<article>\w{{1,3}}[ '] ?)?{quoted}\)")


def shorter_forms(text: str, rules: AcronymRules) -> Iterator[Definition]:
    """Find what a text calls a thing for short, by its noun and words of its name: «(le « plan de relance »)».

    Args:
        text: the text of a shadow.
        rules: the acronym tables.

    Yields:
        Definitions whose short form is in small letters.
    """
    rule = rules.forms.get(("cue", "letters"))
    for match in _short_pattern(rules).finditer(text) if rule else ():
        short = match["quoted"].lower().split()
        if not 2 <= len(short) <= _MOST_WORDS or short[0] not in rules.heads or not _has_one_article(match, rules):
            continue
        words = words_before(text, end_before(text, match.start()), rules)
        first = next((index for index in range(len(words) - 1, -1, -1) if words[index].lower == short[0]), -1)
        if first < 1 or words[first - 1].lower not in rules.determiners or len(words) - first <= len(short):
            continue
        own = {word for word in short if word not in rules.function}
        if len(own) < _FEWEST or not {word.lower for word in words[first:]}.issuperset(own):
            continue
        start, end = words[first].start, words[-1].end
        yield Definition(*match.span("quoted"), start, end, match["quoted"], text[start:end], rule or "", alias=True)


def _has_one_article(match: re.Match[str], rules: AcronymRules) -> bool:
    """Tell whether the articles around a shorter form, if any, are those of one thing."""
    articles = [article.strip(" '").lower() for article in (match["article"], match["inner"]) if article]
    return rules.singular.issuperset(articles)
