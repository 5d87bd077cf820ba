"""Which language a text is in, as far as a warning needs it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import compress, filterfalse
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING

import spacy

from glane.text.memory import Memory

if TYPE_CHECKING:
    from glane.text.words import Words

LANGUAGES = ("fr", "en", "de", "es", "it", "nl", "pt")
SAMPLE = 20_000
"""How many code points are looked at."""
_LEAST_OWN = 3
"""Different function words of its own that a text in another language has: a date in May has one of Italian («mai»)."""

_WORD = re.compile(r"[^\W\d_]+")


def _stop_words(language: str) -> frozenset[str]:
    """SpaCy's list of the language's function words, without those of one letter.

    The file is run by itself: to import it is to import the language, which takes seconds for French.
    """
    words: set[str] = run_path(str(Path(spacy.__file__).parent / "lang" / language / "stop_words.py"))["STOP_WORDS"]
    return frozenset(word for word in words if len(word) > 1)


@cache
def _languages_by_word() -> dict[str, str]:
    """The languages that have each function word, with blanks between them."""
    languages: dict[str, str] = {}
    for language in LANGUAGES:
        for word in _stop_words(language):
            languages[word] = f"{languages.get(word, '')} {language}"
    return languages


def _words_of(form: str) -> list[str]:
    return [form.lower()] if form.isalpha() else _WORD.findall(form.lower())


_NUMBERS = Memory(lambda form: len(_words_of(form)))
"""How many words a form has that is more than letters: «peut-être» has two, a comma none."""
_LANGUAGES = Memory(lambda form: "".join([_languages_by_word().get(word, "") for word in _words_of(form)]))
"""The languages that have the words of a form, with blanks between them."""


def _count(text: str, words: Words | None) -> tuple[int, Counter[str]]:
    """Count words, and how often those of each set of languages stand."""
    if words is None or len(text) > SAMPLE or words.joined or "İ" in text:  # two characters in lower case
        found = _WORD.findall(text[:SAMPLE].lower())
        return len(found), Counter(_languages_by_word().get(word, "") for word in found)
    counts = Counter[str]()
    small = words.places.keys() & _languages_by_word().keys()
    for form in filter(_LANGUAGES.__getitem__, small.union(words.irregular)):
        counts[_LANGUAGES[form]] += len(words.places[form])
    plain = sum(compress(map(len, words.places.values()), map(str.isalpha, words.places)))
    others = sum(_NUMBERS[form] * len(words.places[form]) for form in filterfalse(str.isalpha, words.places))
    return plain + others, counts


def _own_words(text: str, language: str) -> int:
    """How many different function words a text has that are of a language and not of French."""
    found = (_languages_by_word().get(word, "").split() for word in set(_WORD.findall(text[:SAMPLE].lower())))
    return sum(language in languages and LANGUAGES[0] not in languages for languages in found)


def guess_language(text: str, words: Words | None = None) -> str | None:
    """Guess the language by its function words.

    Args:
        text: any text; its first 20,000 code points are looked at.
        words: of the text, if it is a shadow's, as they were split; with them it takes less time.

    Returns:
        An ISO 639-1 code of one of seven European languages; ``None`` for a text too short or too strange to tell.
    """
    total, counts = _count(text, words)
    if total < 8:
        return None
    scores = dict.fromkeys(LANGUAGES, 0)
    for languages, count in counts.items():
        for language in languages.split():
            scores[language] += count
    best = max(LANGUAGES, key=lambda language: scores[language])
    if best != LANGUAGES[0] and _own_words(text, best) < _LEAST_OWN:
        return None
    return best if scores[best] >= 0.12 * total else None
