"""Banks with their subsidiaries, which are the bank: «le Groupe BAD»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import beginning_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.candidate import Candidate
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_BANK = "bank"


def find_groups(
    words: Sequence[Word], mentions: Sequence[Candidate], candidates: Iterable[Candidate], lexicon: NameLexicon
) -> Iterator[tuple[tuple[int, int], EntityRow]]:
    """Find the mentions that are the noun for a group with a known bank right behind, and nothing else.

    Args:
        words: of the text.
        mentions: that stand.
        candidates: all of the document, those of the knowledge base among them.
        lexicon: classes of words.

    Yields:
        Where each stands, with the bank.
    """
    groups: dict[tuple[int, int], tuple[int, int]] = {}
    for mention in mentions:
        if mention.entities or mention.key or mention.kind != "organisation":
            continue
        first = beginning_at(words, mention.start)
        if first is not None and words[first].lower in lexicon.words("bank_group") and first + 1 < len(words):
            groups[words[first + 1].start, mention.end] = mention.start, mention.end
    for candidate in candidates if groups else ():
        place = groups.get((candidate.start, candidate.end))
        if place is not None and candidate.entities and candidate.entities[0].subtype == _BANK:
            yield place, candidate.entities[0]
