"""Dates of what had happened before a text's own story, and so lend their year to their sentence alone.

«En janvier 2016, l'agence avait fermé le pont. Le 3 mai, …» does not go on in 2016.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from glane.text.dates.cues import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glane.text.dates.guard_words import GuardWords

_AHEAD: Final = 120
_NEAR: Final = 3
_SENTENCE_ENDS: Final = frozenset(".!?…")
_SENTENCE_END: Final = re.compile(r"[.!?…] |\n")


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two offsets."""
    return _SENTENCE_END.search(text, start, end) is not None


def is_past(text: str, end: int, before: Sequence[str], guards: GuardWords) -> bool:
    """Whether the sentence of a date tells what had happened.

    Args:
        text: the whole text.
        end: behind the last character of the date.
        before: tokens in front of it, of its line.
        guards: words that say so.
    """
    behind = TOKEN.findall(text[end : end + _AHEAD].partition("\n")[0].lower())
    left = list(_sentence(reversed(before)))[::-1]
    tokens = [*left, *_sentence(behind)]
    endings = tuple(guards["participle_ending"])
    return any(
        token in guards["had"] and any(word.endswith(endings) for word in tokens[index + 1 : index + _NEAR])
        for index, token in enumerate(tokens)
    )


def _sentence(tokens: Iterable[str]) -> Iterable[str]:
    return takewhile(lambda token: token not in _SENTENCE_ENDS, tokens)
