"""Bodies that towns have joined in, named after a land and a town: «Baie d'Ourse – Carnelle agglomération»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.context import run_before
from glane.text.names.extent.adjectives import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def find_lands(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find those whose last noun is in small letters: «Golfe d'Orme – Carnelle agglomération».

    Args:
        words: of the text.
        lexicon: classes of words.

    Yields:
        Candidates of organisations.
    """
    for index in lexicon.find_class(words, "land_tail"):
        if not index or words[index].is_capitalised:
            continue
        town = run_before(words, index, lexicon)
        first = land_before(words, town, lexicon) if town < index else town
        if first < town:
            start = words[first].start
            yield Candidate(start, words[index].end, "organisation", "company:tail", tier=EVIDENCE, subtype="local")


def land_before(words: Sequence[Word], town: int, lexicon: NameLexicon) -> int:
    """Index of the capitalised noun of a land that stands, with its name, before a town; the town's own where none does."""
    index = town - 1
    if index > 0 and words[index].text in DASHES:
        index = run_before(words, index, lexicon) - 1
    if index > 0 and words[index].lower in lexicon.words("article"):
        index -= 1
    if index < 1 or words[index].lower not in lexicon.words("of") or not words[index - 1].is_capitalised:
        return town
    land = words[index - 1].lower
    return index - 1 if land in lexicon.words("geo") or land in lexicon.words("land") else town
