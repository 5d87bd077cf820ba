"""Undertakings in catalogues and reports by lines: «Fonds d'aide à la création — CNC», «du programme suivant : Programme …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.words import BULLETS, SENTENCE_ENDS, VERBS, find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

_DASHES = ("—", "–")
_MARKS = frozenset(":/–—")
_LONGEST_LEAD = 8
_LONGEST_LIST = 60
_LEAST = 4
"""Words behind the head of a title that a body's name closes."""


def is_announced_undertaking(
    words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon
) -> bool:
    """Whether a colon, or what is listed behind it, announces an undertaking: «du programme suivant : Programme pour …».

    «L'initiative Dunes vives : Programme de stages» says of which initiative it is.
    """
    if head.kind != "programme" or not phrase.complements or head.is_plural(words[first].lower) or first < 3:
        return False
    if words[first - 1].text == ":":
        return words[first - 2].lower in lexicon.words("following") or _is_of_named(words, first - 1, lexicon)
    if words[first - 1].text != ";":
        return False
    for index in range(first - 2, max(0, first - _LONGEST_LIST), -1):
        if words[index].text == ":":
            return words[index - 1].lower in lexicon.words("following")
        if words[index].text in SENTENCE_ENDS:
            return False
    return False


def is_labelled_body(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a label of bodies, with its colon, stands before a body: «Source : Direction des statistiques»."""
    if head.kind != "organisation" or first < 2 or words[first - 1].text != ":":
        return False
    return words[first - 2].lower in lexicon.words("body_label") and not head.is_plural(words[first].lower)


def _is_of_named(words: Sequence[Word], colon: int, lexicon: NameLexicon) -> bool:
    """Whether an undertaking with a name of its own stands right before a colon: «L'initiative Dunes vives :»."""
    for index in range(colon - 2, max(0, colon - _LONGEST_LEAD), -1):
        if not words[index].is_word:
            return False
        found = lexicon.head_at(words, index)
        if found is not None and found[1].kind == "programme":
            named = words[found[0]].is_capitalised and words[index].text.islower()
            return named and words[index - 1].lower in lexicon.words("one_definite")
    return False


def is_entitled(words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase) -> bool:
    """Whether a head opens a line with one capitalised word, as a name has it: «Programme Diaphonique soutient»."""
    if head.kind != "programme" or phrase.end != head_end + 1 or not words[head_end].is_capitalised:
        return False
    if phrase.level or phrase.state or not _begins_line(words, first) or phrase.end >= len(words):
        return False
    return words[phrase.end].text in _MARKS or words[phrase.end].pos in VERBS


def is_catalogued(words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase) -> bool:
    """Whether a line is what an undertaking is for and, behind a dash, whose it is: «Fonds d'aide à la création — CNC»."""
    if head.kind != "programme" or head.is_plural(words[first].lower) or not _begins_line(words, first):
        return False
    if phrase.end - head_end < _LEAST or not phrase.complements or phrase.end + 1 >= len(words):
        return False
    owner = phrase.end + 1
    closed = owner + 1 >= len(words) or words[owner + 1].text == "\n"
    return words[phrase.end].text in _DASHES and words[owner].is_acronym and closed


def find_catalogued(words: Sequence[Word], lexicon: NameLexicon, known: Collection[int]) -> Iterator[Candidate]:
    """Find the acronyms that open a line which says behind a dash what they are: «AQUAREL — Programme d'appui à la pêche».

    Args:
        words: of the text.
        lexicon: heads and classes of words.
        known: offsets of words that are, or begin, names already, countries among them.

    Yields:
        Candidates of undertakings.
    """
    for dash in find_texts(words, _DASHES):
        name = dash - 1
        if name < 0 or dash + 2 >= len(words) or not words[name].is_acronym or not _begins_line(words, name):
            continue
        found = lexicon.head_at(words, dash + 1)
        if found is None or found[1].kind != "programme" or found[0] >= len(words):
            continue
        single = not found[1].is_plural(words[dash + 1].lower) and found[1].lower != "never"
        linked = words[found[0]].lower in lexicon.words("of") | lexicon.words("for") | lexicon.words("level")
        spaced = words[dash].start > words[name].end
        if single and linked and spaced and words[name].start not in known and words[name].text not in lexicon.stops:
            span = words[name]
            yield Candidate(span.start, span.end, "programme", "context:line", tier=EVIDENCE, subtype=found[1].subtype)


def _begins_line(words: Sequence[Word], first: int) -> bool:
    begin = first - (first > 0 and words[first - 1].text in BULLETS)
    return begin == 0 or words[begin - 1].text == "\n"
