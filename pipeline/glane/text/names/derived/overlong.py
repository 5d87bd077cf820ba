"""Heads that a document uses alone for one body, where the grammar reads on: «la Commission pour la proposition»."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.text.names.runs import QUOTES
from glane.text.words import VERBS, surface_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_OFTEN = 5
"""Times that a head stands alone, for one that goes on once to be the same body."""


def cut_generics(
    words: Sequence[Word],
    matches: Sequence[NameMatch],
    heads: Collection[str],
    usual: Collection[str],
    lexicon: NameLexicon,
) -> Iterator[NameMatch]:
    """Cut «l'Union pour les affaires étrangères» to its head, where that is the name of one body in the document.

    Args:
        words: of the document.
        matches: what the grammar read.
        heads: first words of the international bodies that the document names.
        usual: heads that stand for one body in the document by themselves. Such a one is so where what follows is what
            it writes about («la communication de la Commission sur le lait»), and where it often stands alone and what
            follows comes but once («remercier la Commission pour la proposition»).
        lexicon: classes of words.

    Yields:
        The matches; those that were cut are generics.
    """
    alone = Counter(words[match.first].text for match in matches if match.strength == "generic")
    often = {head for head in usual if alone[head] >= _OFTEN}
    times = Counter(_surface(words, match) for match in matches if words[match.first].text in often)
    for match in matches:
        once = words[match.first].text in often and times[_surface(words, match)] == 1 and _is_grown(match)
        overlong = once and _goes_on_in_sentence(words, match, lexicon)
        if overlong or _is_for_something(words, match, heads, usual, lexicon):
            yield match._replace(end=match.head_end, strength="generic")
        else:
            yield match


def _is_grown(match: NameMatch) -> bool:
    """Whether the grammar read more than a head."""
    return match.strength in {"name", "weak"} and match.head_end < match.end


def _surface(words: Sequence[Word], match: NameMatch) -> str:
    return surface_of(words[match.first : match.end])


def _is_for_something(
    words: Sequence[Word], match: NameMatch, heads: Collection[str], usual: Collection[str], lexicon: NameLexicon
) -> bool:
    """Whether a link to what is done for something, or written about, follows the head of a body that is named."""
    if not _is_grown(match) or words[match.head_end].lower not in lexicon.words("for"):
        return False
    head = words[match.first].text
    return head in heads or (head in usual and _writes(words, match.first, lexicon))


def _goes_on_in_sentence(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a quoted title, or a word that links, or a verb, follows a head, the latter two without a capital."""
    inner = words[match.head_end : match.end]
    if inner[0].text in QUOTES:
        return True
    if any(word.is_capitalised for word in inner):
        return False
    links = any(inner[0].lower in lexicon.words(link) for link in ("of", "for", "in"))
    return links or inner[0].pos in VERBS


def _writes(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether «de» leads from the noun of a document to a body: «la proposition de la Commission»."""
    link = first - 1 - (words[first - 1].lower in lexicon.words("article"))
    return link > 0 and words[link].lower in lexicon.words("of") and words[link - 1].lower in lexicon.words("issued")
