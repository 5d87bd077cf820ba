"""Names that a gloss explains: «« Eau pour demain », une association de …», «le KVRM (organisme qui gère …)»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.context import opens_sentence
from glane.text.words import CLOSING_QUOTES, QUOTES, find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST = 8
_FEWEST = 2
"""Words of a quoted name."""
_SPELT = 3
_NO_NAME = frozenset({"government", "fund"})


def find_glossed(words: Sequence[Word], lexicon: NameLexicon, known: Collection[int]) -> Iterator[Candidate]:
    """Find quoted names that an apposition explains, and acronyms that brackets with a relative or a remit do.

    Args:
        words: of the text.
        lexicon: heads and classes of words.
        known: offsets of words that are, or begin, names already, countries among them.

    Yields:
        Candidates; the head of the gloss says of which kind.
    """
    for closing in find_texts(words, CLOSING_QUOTES):
        head = _apposed_head(words, closing + 1, lexicon)
        first = _quoted_from(words, closing) if head is not None else closing
        if head is not None and first < closing and words[first].start not in known:
            yield _candidate(words, first, closing, head)
    for bracket in find_texts(words, ("(",)):
        if _is_acronym_with_article(words, bracket - 1, lexicon, known):
            head = _bracketed_head(words, bracket + 1, lexicon)
            if head is not None:
                yield _candidate(words, bracket - 1, bracket, head)


def _candidate(words: Sequence[Word], first: int, end: int, head: HeadRow) -> Candidate:
    start, stop = words[first].start, words[end - 1].end
    return Candidate(start, stop, head.kind, "context:gloss", tier=EVIDENCE, subtype=head.subtype)


def _head_at(words: Sequence[Word], index: int, lexicon: NameLexicon) -> tuple[int, HeadRow] | None:
    """The end and the row of a head of what is recorded, in small letters and in the singular."""
    found = lexicon.head_at(words, index) if index < len(words) and words[index].text.islower() else None
    if found is None or found[1].kind == "other" or found[1].subtype in _NO_NAME:
        return None
    return None if found[1].is_plural(words[index].lower) else found


def _apposed_head(words: Sequence[Word], comma: int, lexicon: NameLexicon) -> HeadRow | None:
    """The head that «un» leads to behind a comma: «, une vaste association de Dakar»."""
    noun = comma + 2
    if noun >= len(words) or words[comma].text != "," or words[comma + 1].lower not in lexicon.words("explaining"):
        return None
    found = _head_at(words, noun + (words[noun].lower in lexicon.words("front_adjective")), lexicon)
    return None if found is None else found[1]


def _quoted_from(words: Sequence[Word], closing: int) -> int:
    """Index of the first word of a quotation that opens a sentence; that of the closing mark where it is none, or no name."""
    for index in range(closing - 1, max(-1, closing - _LONGEST - 2), -1):
        if words[index].is_break or words[index].text in CLOSING_QUOTES:
            return closing
        if QUOTES.get(words[index].text) == words[closing].text:
            first = index + 1
            named = closing - first >= _FEWEST and words[first].is_capitalised
            return first if named and opens_sentence(words, index) else closing
    return closing


def _is_acronym_with_article(words: Sequence[Word], index: int, lexicon: NameLexicon, known: Collection[int]) -> bool:
    """Whether an acronym that nobody knows yet stands behind a definite article, contracted or not."""
    if index < 1 or not words[index].text.isupper() or len(words[index].text) < _SPELT:
        return False
    named = words[index].text in lexicon.stops or words[index].start in known or lexicon.is_head(words[index].folded)
    return not named and words[index - 1].lower in lexicon.words("one_definite")


def _bracketed_head(words: Sequence[Word], first: int, lexicon: NameLexicon) -> HeadRow | None:
    """The head of bodies that opens a bracket before a relative or a remit: «(l'organisme chargé des mines)»."""
    if first >= len(words):
        return None
    led = words[first].lower in lexicon.words("explaining") | lexicon.words("article")
    found = _head_at(words, first + led, lexicon)
    if found is None or found[1].kind != "organisation" or found[0] >= len(words):
        return None
    behind = found[0]
    told = words[behind].lower in lexicon.words("subject_relative") or lexicon.phrase_end(words, behind, "remit")
    return found[1] if told else None
