"""Names that open the items of a list in lines which a noun for several bodies announces: «Partenaires :»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.unheaded.items import find_surnames, read_item
from glane.text.names.unheaded.members import is_proper
from glane.text.words import BULLETS, SENTENCE_ENDS, find_capitals, find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_MOST_ITEMS = 100
_LONGEST_LINE = 40


def find_announced_names(
    words: Sequence[Word], lexicon: NameLexicon, known: Mapping[int, tuple[int, str]], refused: Collection[str]
) -> Iterator[Candidate]:
    """Find the names that open the items of a list in lines: «Partenaires :», then «- Ekolis», «- Sylex (Dakar)».

    The line before the list ends in a colon and has a noun for several bodies. An item is a name if it is no person and no
    city, and nothing but a mark, a preposition or the end of the line follows it.

    Args:
        words: of the text.
        lexicon: classes of words.
        known: by the index of a first word, the index behind the last one and the kind of what is found already.
        refused: acronyms that the document defines, as whatever.

    Yields:
        Candidates of organisations.
    """
    colons = [index for index in find_texts(words, ":") if _ends_line(words, index)]
    starts = [index for index in colons if _announces(words, index, lexicon)]
    if not starts:
        return
    capitals = find_capitals(words)
    people = find_surnames(words, capitals, lexicon)
    for colon in starts:
        for first in _items(words, colon + 1):
            item = read_item(words, first, lexicon, known, people)
            if item is None or item.kind or not _is_closed(words, item.end, lexicon):
                continue
            span = words[item.first : item.end]
            if _opens_part(words, item.first, item.end, lexicon):
                continue
            if is_proper(span, strict=True) and span[0].text not in lexicon.stops and span[0].text not in refused:
                yield Candidate(span[0].start, span[-1].end, "organisation", "context:listed", tier=EVIDENCE)


def _ends_line(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].text == "\n"


def _announces(words: Sequence[Word], colon: int, lexicon: NameLexicon) -> bool:
    """Whether the sentence that a colon at the end of a line closes has a noun for several bodies."""
    for index in range(colon - 1, max(-1, colon - _LONGEST_LINE), -1):
        if words[index].text in SENTENCE_ENDS:
            return False
        if words[index].lower in lexicon.words("actors"):
            return True
    return False


def _items(words: Sequence[Word], position: int) -> Iterator[int]:
    """The index of the first word of each line with a bullet, from a line end on, blank lines passed over."""
    for _ in range(_MOST_ITEMS):
        while position < len(words) and words[position].text == "\n":
            position += 1
        if position + 1 >= len(words) or words[position].text not in BULLETS:
            return
        yield position + 1
        while position < len(words) and words[position].text != "\n":
            position += 1


def _opens_part(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an item is a noun for several bodies that leads to some of them: «- Institutions Bilatérales : Ekolis, Sylex»."""
    return end < len(words) and words[end].text == ":" and words[first].lower in lexicon.words("actors")


def _is_closed(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether what stands behind a name lets it be one: a mark, a line end or a function word."""
    return end >= len(words) or not words[end].is_word or lexicon.is_function(words[end].lower)
