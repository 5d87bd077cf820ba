"""Which language a text is in, as far as a warning needs it."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

LANGUAGES = ("fr", "en", "de", "es", "it", "nl", "pt")
SAMPLE = 20_000
"""How many code points are looked at."""

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _stop_words(language: str) -> frozenset[str]:
    """SpaCy's list of the language's function words, without those of one letter."""
    words: set[str] = import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    return frozenset(word for word in words if len(word) > 1)


def guess_language(text: str) -> str | None:
    """Guess the language by its function words.

    Args:
        text: any text; its first 20,000 code points are looked at.

    Returns:
        An ISO 639-1 code of one of seven European languages; ``None`` for a text too short or too strange to tell.
    """
    words = [word.lower() for word in _WORD.findall(text[:SAMPLE])]
    if len(words) < 8:
        return None
    scores = {language: sum(word in _stop_words(language) for word in words) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: scores[language])
    return best if scores[best] >= 0.12 * len(words) else None
