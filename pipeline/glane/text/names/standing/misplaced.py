"""Names that are none where they stand: in an address on the web, in a symbol, at the end of a treaty's title."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from glane.text.names.standing.symbols import find_symbols, stands_within
from glane.text.names.standing.treaties import find_titled
from glane.text.words import find_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from glane.text.candidate import Candidate
    from glane.text.names.document import Document
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_ADDRESS_SIGNS = ".", "@"
_CLOSING = '.,;:!?)»”"'
"""What may close a sentence right behind an address."""


def without_misplaced(document: Document, found: Sequence[Candidate], lexicon: NameLexicon) -> list[Candidate]:
    """Leave out candidates that are no names where they stand.

    Args:
        document: with its words.
        found: candidates.
        lexicon: classes of words.
    """
    text = document.text
    addresses, symbols = list(_find_addresses(document.words, lexicon)), list(find_symbols(text))
    titled = set(find_titled(document.words, lexicon))
    filling = {(one.start, one.end) for one in found if one.is_known} if addresses else set()
    return [
        candidate
        for candidate in found
        if not _is_in_address(text, candidate, addresses, filling)
        and not stands_within(candidate.start, candidate.end, symbols)
        and not (candidate.start in titled and candidate.kind == "organisation")
    ]


def _is_in_address(
    text: str, candidate: Candidate, addresses: list[tuple[int, int]], known: AbstractSet[tuple[int, int]]
) -> bool:
    """Whether a candidate stands in one of some addresses, which are in order, and is not a known name that fills it.

    Nor one that ends in such a name, of those in ``known``: «le programme velmora.gouv.fr».

    Args:
        text: of the document.
        candidate: what may be a name.
        addresses: where they begin and end.
        known: begins and ends of the names of the knowledge base.
    """
    index = bisect_right(addresses, (candidate.end, 0)) - 1
    if index < 0 or addresses[index][1] <= candidate.start:
        return False
    start, end = addresses[index]
    if candidate.start < start and (start, candidate.end) in known:
        return bool(text[candidate.end : end].strip(_CLOSING))
    return not (candidate.is_known and candidate.start == start and not text[candidate.end : end].strip(_CLOSING))


def _find_addresses(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[tuple[int, int]]:
    """Find internet and mail addresses, in which no name stands: spans in the text, in order."""
    reached = 0
    for sign in find_texts(words, _ADDRESS_SIGNS):
        following = words[sign + 1] if sign + 1 < len(words) else None
        ends = following is None or following.start != words[sign].end or following.text == "\n"
        if sign < reached or ends:  # most full stops
            continue
        first, end = sign, sign + 1
        while first > reached and words[first].start == words[first - 1].end and words[first - 1].text != "\n":
            first -= 1
        while end < len(words) and words[end].start == words[end - 1].end and words[end].text != "\n":
            end += 1
        run = words[first:end]
        dotted = [i for i in range(1, len(run) - 1) if run[i].text == "."]
        is_domain = any(run[i + 1].lower in lexicon.words("domain") and run[i + 1].text.islower() for i in dotted)
        if is_domain or any(run[i].text == "@" for i in range(1, len(run) - 1)):
            yield run[0].start, run[-1].end
        reached = end
