r"""Words of a text, as the grammars of names read them.

A light tokenisation of its own keeps these grammars free of spaCy: an elided word keeps its apostrophe (``l'``), a
hyphenated word is one word unless it joins names, a line end is a word (``\n``), so is each punctuation mark.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+(?:[-&][^\W_]+)*(?:\+(?!\w))?'?|\n|[^\w\s]|_")
_PART = re.compile(r"[^\W_]+|[-&]|[+']")

PARTICIPLE = "PART"
"""Our tag for a past participle, which may stand in a name; ``VERB`` is left for the other forms."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word.

    Attributes:
        start: offset of its first code point in the shadow text.
        end: offset behind its last one.
        text: the word as it stands there.
        lower: in lower case, for function words («a» is not «à»).
        folded: in lower case and without accents, for names.
        pos: Universal POS tag (`PARTICIPLE` for participles); empty where nothing tagged it.
    """

    start: int
    end: int
    text: str
    lower: str
    folded: str
    pos: str = ""

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it has at least two capitals and begins with one."""
        return self.text[0].isupper() and sum(c.isupper() for c in self.text) >= 2 and "-" not in self.text

    @property
    def is_word(self) -> bool:
        """Whether it has letters."""
        return self.text[0].isalnum() and any(c.isalpha() for c in self.text)

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit."""
        return self.text[0].isdigit()


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Fold a string for comparing: lower case, no accents, ligatures opened."""
    lowered = text.lower().replace("œ", "oe").replace("æ", "ae")
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def split_words(text: str) -> list[Word]:
    """Split a shadow text into words, in linear time."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        token = match[0]
        start = match.start()
        if ("-" in token or "&" in token) and _joins_names(token):
            words += [_word(start + part.start(), part[0]) for part in _PART.finditer(token)]
        else:
            words.append(_word(start, token))
    return words


def _word(start: int, text: str) -> Word:
    return Word(start, start + len(text), text, text.lower(), fold(text))


def lower_case(word: Word) -> Word:
    """A word of a line of capitals as it would stand in a sentence: in lower case, without its tag."""
    return Word(word.start, word.end, word.lower, word.lower, word.folded)


def _joins_names(token: str) -> bool:
    """Whether a hyphen joins a name to another («OTAN-Géorgie», «Ivoire-Ouganda»), not «A-320» nor «R&D»."""
    parts = re.split(r"[-&]", token)
    acronym = any(sum(c.isupper() for c in part) >= 2 and len(part) >= 3 for part in parts)
    return "-" in token and (acronym or all(len(part) > 2 and part[0].isupper() for part in parts))


def tag_words(words: Sequence[Word], tags: Iterable[tuple[int, int, str]]) -> list[Word]:
    """Give words the tag of the token that begins in them, else of the one that covers them.

    Args:
        words: from `split_words`.
        tags: ``(start, end, pos)`` of the tagger's tokens, in order, offsets in the same text.

    Returns:
        The words with their ``pos``.
    """
    tagged: list[Word] = []
    tokens = iter(tags)
    current = next(tokens, None)
    for word in words:
        while current is not None and current[1] <= word.start:
            current = next(tokens, None)
        if current is None or current[0] >= word.end:
            tagged.append(word)
        else:
            tagged.append(Word(word.start, word.end, word.text, word.lower, word.folded, current[2]))
    return tagged
