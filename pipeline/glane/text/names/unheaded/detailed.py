"""Undertakings that a sentence counts and then tells of one by one: «deux programmes : Kalimo, qui …, et Tarvin, qui …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.context import skip_bracket
from glane.text.names.unheaded.items import read_item
from glane.text.words import SENTENCE_ENDS, find_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST_LEAD = 12
"""Words from a colon back to the noun for several undertakings."""
_LONGEST_CLAUSES = 80
_ADJECTIVES = 2


def announces_undertakings(words: Sequence[Word], colon: int, lexicon: NameLexicon) -> bool:
    """Whether a counted noun for undertakings leads to a colon: «deux programmes selon les besoins de chacun :».

    Args:
        words: of the text.
        colon: index of the colon.
        lexicon: classes of words.
    """
    for index in range(colon - 1, max(0, colon - _LONGEST_LEAD), -1):
        word = words[index]
        if word.text in SENTENCE_ENDS or word.lower in lexicon.words("relative"):
            return False
        if word.lower in lexicon.words("undertakings"):
            return _is_counted(words, index, lexicon)
    return False


def _is_counted(words: Sequence[Word], noun: int, lexicon: NameLexicon) -> bool:
    before = words[max(0, noun - _ADJECTIVES) : noun]
    return any(word.is_number or word.pos == "NUM" or word.lower in lexicon.words("counting") for word in before)


def find_detailed(
    words: Sequence[Word], lexicon: NameLexicon, known: Mapping[int, tuple[int, str]]
) -> Iterator[Candidate]:
    """Find the undertakings behind a colon of which each has a relative clause, so that they make no plain list.

    Args:
        words: of the text.
        lexicon: classes of words.
        known: by the index of a first word, the index behind the last one and the kind of what is found already.

    Yields:
        Candidates of undertakings.
    """
    for colon in find_texts(words, ":"):
        if colon + 1 >= len(words) or not announces_undertakings(words, colon, lexicon):
            continue
        position, last = colon + 1, min(len(words), colon + _LONGEST_CLAUSES)
        while 0 < position < last:
            item = read_item(words, position, lexicon, known, ())
            if item is None or item.kind or not _has_clause(words, item.end, lexicon):
                break
            start, end = words[item.first].start, words[item.end - 1].end
            yield Candidate(start, end, "programme", "context:listed", tier=EVIDENCE, subtype="programme")
            position = _next_item(words, item.end, last, lexicon)


def _has_clause(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether a relative clause follows a name, behind a bracket, a comma or neither."""
    end = skip_bracket(words, end)
    end += end < len(words) and words[end].text == ","
    return end < len(words) and words[end].lower in lexicon.words("relative")


def _next_item(words: Sequence[Word], position: int, last: int, lexicon: NameLexicon) -> int:
    """Index of the capitalised word behind the «et» or the semicolon with which the next clause begins; 0 for none."""
    for index in range(position, last - 1):
        if words[index].text in SENTENCE_ENDS - {";"}:
            return 0
        joins = words[index].text == ";" or words[index].lower in lexicon.words("and")
        if joins and words[index + 1].is_word and words[index + 1].is_capitalised:
            return index + 1
    return 0
