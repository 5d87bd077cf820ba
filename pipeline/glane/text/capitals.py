"""Words in capitals, read as they would be written in a sentence.

In a line of capitals the letters say nothing, so that its words are read as small ones. Capitals in the midst of small
letters set a name apart: «le MINISTÈRE DES CANAUX a signé» is read as «le Ministère des Canaux a signé».
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from glane.text.forms import form_of
from glane.text.words import QUOTES, Word, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon

_SHORTEST = 4
"""Letters; shorter words in capitals are acronyms rather than nouns."""


def read_capitals(words: Words, shouted: Sequence[tuple[int, int]], lexicon: NameLexicon) -> Words:
    """Read words in capitals as they would be written in a sentence.

    Args:
        words: of a text.
        shouted: start and end offset of its lines of capitals, in order.
        lexicon: classes of words.

    Returns:
        The same words, those in capitals in small letters or, in a name amid small letters, with one capital.
    """
    read: dict[int, Word] = {}
    for start, end in shouted:
        first, stop = (bisect_left(words, offset, key=lambda word: word.start) for offset in (start, end))
        read.update((index, _rewrite(words[index], words[index].lower)) for index in range(first, stop))
    for first, stop in _find_names(words, lexicon):
        if first not in read:
            for index in range(first, stop):
                read[index] = _in_title_case(words[index], lexicon)
    return Words(read.get(index, word) for index, word in enumerate(words)) if read else words


def _find_names(words: Words, lexicon: NameLexicon) -> Iterator[tuple[int, int]]:
    """The runs of words in capitals that begin with the head of a name: first index and end index."""
    done = 0
    for first in words.capitals:
        if first < done or not _is_noun_in_capitals(words[first], lexicon):
            continue
        end = first + 1
        while end < len(words) and (words[end].text.isupper() or _goes_on(words, end, lexicon)):
            end += 1
        done = end
        if (end > first + 1 or _is_quoting(words, end)) and not _is_running(words, first, lexicon):
            yield first, end


def _is_noun_in_capitals(word: Word, lexicon: NameLexicon) -> bool:
    """Whether a word in capitals is the head of a name, and no acronym («SIVOM»)."""
    noun = len(word.text) >= _SHORTEST and word.text.isupper() and lexicon.is_head(word.folded)
    return noun and word.lower not in lexicon.words("acronym_head")


def _is_quoting(words: Words, index: int) -> bool:
    """Whether a quotation opens: «le PROJET « Marémoule »»."""
    return index < len(words) and words[index].text in QUOTES


def _is_running(words: Words, first: int, lexicon: NameLexicon) -> bool:
    """Whether other words in capitals lead to a head, so that they set nothing apart: «LOI RELATIVE AU CONSEIL DES PORTS»."""
    before = first - 1
    while before >= 0 and words[before].text.isupper() and lexicon.is_function(words[before].lower):
        before -= 1
    return before >= 0 and len(words[before].text) >= _SHORTEST and words[before].text.isupper()


def _goes_on(words: Words, mark: int, lexicon: NameLexicon) -> bool:
    """Whether a name goes on behind a mark: «MINISTÈRE DE LA PÊCHE, DES PORTS», «CENTRE DE VALSEC-LOURME»."""
    after = words[mark + 1] if mark + 1 < len(words) else None
    if after is None or not after.text.isupper():
        return False
    joined = words[mark].text == "-" and words[mark - 1].end == words[mark].start and words[mark].end == after.start
    return joined or (words[mark].text == "," and lexicon.is_function(after.lower))


def _in_title_case(word: Word, lexicon: NameLexicon) -> Word:
    if lexicon.is_function(word.lower):
        return _rewrite(word, word.lower)
    if len(word.text) < _SHORTEST and word.lower not in lexicon.words("short_noun"):
        return word
    return _rewrite(word, word.text.capitalize())


def _rewrite(word: Word, text: str) -> Word:
    """A word written otherwise, at its place, not tagged yet."""
    written = Word(word.start, form_of(text))
    written.end = word.end
    return written
