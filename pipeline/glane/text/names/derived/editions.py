"""What stands right behind the name of an undertaking: a number, years or a stage; a coined name behind its acronym."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, TRUSTED, Candidate
from glane.text.forms import fold
from glane.text.words import QUOTES, VERBS, beginning_at, ending_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.text.dates.find import DateMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_ROMAN = re.compile(r"[IVX]{1,5}")
_YEARS = re.compile(r"\d{4}(?:/\d{4})?")
_MOST_DIGITS = 2
_SHORTEST = 3
_MOST_BEHIND = 3
"""Words behind an acronym in a quotation."""
_CLOSINGS = frozenset(",;:)?!»”\n")


def find_editions(
    words: Sequence[Word], found: Sequence[Candidate], dates: Sequence[DateMatch], lexicon: NameLexicon
) -> Iterator[Candidate]:
    """Find programmes with the number, the stage or the years of their edition: «EIG 2», «EIG phase II», «PND 2022-2026».

    Args:
        words: of the document.
        found: candidates so far.
        dates: of the document.
        lexicon: classes of words.

    Yields:
        Candidates of undertakings.
    """
    years = {date.start: date for date in dates if _YEARS.fullmatch(date.edtf or "")}
    for candidate in found:
        if candidate.kind != "programme" or candidate.subtype == "fund":
            continue
        index = ending_at(words, candidate.end)
        if index is None or index + 1 >= len(words) or words[index + 1].start - words[index].end != 1:
            continue
        last = _edition_end(words, index, lexicon)
        # «la stratégie Rives 2019 – 2023», which the name has the first year of
        period = years.get(words[index].start) or years.get(words[index + 1].start)
        end = words[last].end if last > index else period.end if period is not None else 0
        if end > candidate.end:
            key = fold(words[index].text) if words[index].is_acronym else ""
            yield Candidate(
                candidate.start,
                end,
                candidate.kind,
                "edition:number",
                subtype=candidate.subtype,
                key=candidate.key or key,
            )


def find_quoted_offshoots(words: Sequence[Word], found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Find what a quotation makes of the acronym of an undertaking: «PAPB» and then «« PAPB Durable »».

    Args:
        words: of the document.
        found: candidates so far.

    Yields:
        Candidates of undertakings of their own.
    """
    for candidate in found:
        index = ending_at(words, candidate.end) if candidate.kind == "programme" else None
        if index is None or index == 0 or words[index].start != candidate.start or not words[index].is_acronym:
            continue
        closing = QUOTES.get(words[index - 1].text)
        end = index + 1
        while closing and end < len(words) and end - index <= _MOST_BEHIND and words[end].is_capitalised:
            end += 1
        if closing and end > index + 1 and end < len(words) and words[end].text == closing:
            start, stop = candidate.start, words[end - 1].end
            yield Candidate(start, stop, candidate.kind, "edition:quoted", tier=TRUSTED, subtype=candidate.subtype)


def _edition_end(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Index of the number, or of that of the stage, behind the last word of a name; ``index`` where there is none."""
    number = words[index + 1]
    if number.lower in lexicon.words("stage"):
        follows = index + 2 < len(words) and words[index].is_acronym and _is_edition(words, index + 2, roman=1)
        return index + 2 if follows else index
    if words[index].is_acronym:
        return index + _is_edition(words, index + 1, roman=1)
    named = words[index].is_capitalised and words[index].is_word and _is_edition(words, index + 1, roman=2)
    counted = number.is_number and not _counts_nothing(words, index + 2, lexicon)
    return index + (named and not counted)


def _is_edition(words: Sequence[Word], index: int, *, roman: int) -> bool:
    """Whether a word is a number of at most two digits, or a Roman one of so many letters at least."""
    text = words[index].text
    return (text.isdigit() and len(text) <= _MOST_DIGITS) or (len(text) >= roman and bool(_ROMAN.fullmatch(text)))


def _counts_nothing(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a verb, a mark or a function word follows a number, not what it counts: «Inga 3 produit», «Inga 3 et»."""
    if index >= len(words):
        return True
    word = words[index]
    return word.text in _CLOSINGS or word.pos in VERBS or lexicon.is_function(word.lower)


def find_behind_brackets(
    words: Sequence[Word], found: Sequence[Candidate], lexicon: NameLexicon
) -> Iterator[Candidate]:
    """Find the coined name of an undertaking behind the acronym in brackets of its programme: «le plan (PAPB) LAGUNE+».

    A word in capitals alone may be that of a body that takes part: only an acronym of the knowledge base, which calls for
    a name («Programme … (PEPR) SOLENE»), makes it an undertaking.

    Args:
        words: of the document.
        found: candidates so far.
        lexicon: classes of words.

    Yields:
        Candidates of the coined names.
    """
    taken: dict[int, int] = {}
    for candidate in found:
        taken[candidate.start] = max(candidate.end, taken.get(candidate.start, 0))
    for candidate in found:
        index = ending_at(words, candidate.end) if candidate.kind == "programme" else None
        if index is None or index + 2 >= len(words) or words[index + 1].text != ")" or not words[index].is_acronym:
            continue
        first, name = beginning_at(words, candidate.start), words[index + 2]
        enclosed = first is not None and first > 1 and words[first - 1].text == "("
        if not enclosed or name.start - words[index + 1].end != 1 or taken.get(name.start, 0) >= name.end:
            continue
        if first is not None and words[first - 2].text.isupper():
            continue  # in a line of capitals any word has them
        calls = candidate.is_known and words[index].lower in lexicon.words("coded_head")
        if _is_coined(words, index + 2, lexicon, plain=calls):
            yield Candidate(
                name.start, name.end, "programme", "edition:coined", tier=EVIDENCE, subtype=candidate.subtype
            )


def _is_coined(words: Sequence[Word], index: int, lexicon: NameLexicon, *, plain: bool) -> bool:
    """Whether a word is a coined name, by its sign, its digits or its capitals inside; ``plain``: or by its capitals."""
    word = words[index]
    text = word.text
    if not word.is_capitalised or text in lexicon.stops or lexicon.is_function(word.lower) or _ROMAN.fullmatch(text):
        return False
    digits = sum(map(str.isdigit, text))
    if digits > _MOST_DIGITS or len(text) < _SHORTEST or not text[0].isalpha():
        return False
    marked = text.endswith("+") or digits > 0 or (text[1:] != text[1:].lower() and not text.isupper())
    return marked or (plain and text.isupper())
