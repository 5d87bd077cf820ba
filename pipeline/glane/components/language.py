"""Which language a text is in, as far as a warning needs it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from runpy import run_path

import spacy

LANGUAGES = ("fr", "en", "de", "es", "it", "nl", "pt")
SAMPLE = 20_000
"""How many code points are looked at."""

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


def guess_language(text: str) -> str | None:
    """Guess the language by its function words.

    Args:
        text: any text; its first 20,000 code points are looked at.

    Returns:
        An ISO 639-1 code of one of seven European languages; ``None`` for a text too short or too strange to tell.
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    total = len(words)
    if total < 8:
        return None
    scores = dict.fromkeys(LANGUAGES, 0)
    for languages, count in Counter(map(_languages_by_word().get, words)).items():
        for language in (languages or "").split():
            scores[language] += count
    best = max(LANGUAGES, key=lambda language: scores[language])
    return best if scores[best] >= 0.12 * total else None
