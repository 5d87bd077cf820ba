"""Short names in brackets behind a name that their letters do not spell: «Agence de coopération (RoAid)»."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, NAMED, TRUSTED, Candidate
from glane.text.forms import fold
from glane.text.names.context import read_numbered_acronym
from glane.text.words import CLOSING_QUOTES, ending_at, surface_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SHORTEST = 3
_BRACKETS = frozenset({("(", ")"), ("«", "»"), ("“", "”"), ('"', '"')})
_OPENINGS = frozenset(opening for opening, _ in _BRACKETS)


def find_bracketed(
    words: Sequence[Word], found: Sequence[Candidate], lexicon: NameLexicon, explained: Collection[str]
) -> Iterator[Candidate]:
    """Find the short name in brackets behind a name that its letters do not spell.

    Where the name has its own short name in front, the brackets hold whose it is: «RDL Régie des lacs (MINEAU)».

    Args:
        words: of the document.
        found: candidates of names.
        lexicon: classes of words.
        explained: acronyms that the document defines by their letters.

    Yields:
        Candidates that are the same entity as the name, or its owner.
    """
    for candidate in found:
        index = ending_at(words, candidate.end)
        if candidate.kind not in NAMED or index is None or index + 3 >= len(words):
            continue
        end = index + 1
        index += words[index + 1].text in CLOSING_QUOTES and index + 4 < len(words)  # «X» (XYZ)
        opening, word, closing = words[index + 1 : index + 4]
        last, numbered = word, read_numbered_acronym(words, index + 1)
        if numbered:
            last, closing = closing, words[numbered[1]]
            word = last if word.is_number else word
        known = any(word.text.upper() == acronym.upper() for row in candidate.entities for acronym in row.acronyms)
        short = known or (word.is_acronym and len(word.text) >= _SHORTEST)
        enclosed = numbered or (opening.text, closing.text) in _BRACKETS
        if opening.text not in _OPENINGS or not enclosed or not short:
            continue
        first = bisect_left(words, candidate.start, key=lambda word: word.start)
        name = surface_of(words[first:end])
        quoted = words[end - 1].text in CLOSING_QUOTES
        if (word.text in explained and not quoted) or word.text in lexicon.stops or " " not in name:
            continue
        start = words[index + 2].start
        if candidate.kind == "organisation" and first and words[first - 1].text in explained:
            yield Candidate(start, last.end, candidate.kind, "bracket:name", tier=EVIDENCE, key=fold(word.text))
            continue
        yield Candidate(
            start,
            last.end,
            candidate.kind,
            "bracket:name",
            tier=TRUSTED if words[index + 2].is_number else EVIDENCE,  # «(3 FPT)», where «3» counts nothing
            subtype=candidate.subtype,
            entities=candidate.entities,
            key=candidate.key or fold(name),
        )
