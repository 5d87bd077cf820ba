"""Names that others lead to, beside the short forms and the other places of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.derived.branches import find_branches, find_series, find_subsidiaries
from glane.text.names.derived.editions import find_behind_brackets, find_editions, find_quoted_offshoots
from glane.text.names.derived.joined import find_joined
from glane.text.names.derived.numbered import find_levels, find_numbered, find_units
from glane.text.names.derived.regions import find_listed_regions
from glane.text.names.derived.states import find_namesakes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.candidate import Candidate
    from glane.text.dates.find import DateMatch
    from glane.text.knowledge import KnowledgeBase
    from glane.text.names.lexicon import NameLexicon
    from glane.text.trie import NameTrie
    from glane.text.words import Word


def find_derived(
    words: Sequence[Word],
    found: Sequence[Candidate],
    dates: Sequence[DateMatch],
    country_spans: Sequence[tuple[int, int]],
    country_at: Mapping[int, str],
    knowledge: KnowledgeBase,
    regions: NameTrie[EntityRow],
    lexicon: NameLexicon,
) -> list[Candidate]:
    """Find editions, branches, parts and namesakes of what has been found, each of which may lead to the next.

    Args:
        words: of the text.
        found: candidates so far.
        dates: of the text.
        country_spans: first index, and the one behind the last, of the names of countries.
        country_at: codes of the states, by index of the first words of their names.
        knowledge: the knowledge base.
        regions: names of regions.
        lexicon: heads and classes of words.

    Returns:
        The candidates that are new.
    """
    known = list(found)
    known += list(find_levels(words, known, lexicon))
    known += list(find_editions(words, known, dates, lexicon))
    known += list(find_behind_brackets(words, known, lexicon))
    known += list(find_quoted_offshoots(words, known))
    known += list(find_units(words, lexicon))
    known += list(find_numbered(words, knowledge, lexicon))
    known += list(find_branches(words, known, country_spans, lexicon, regions))
    known += list(find_subsidiaries(words, known, lexicon))
    known += list(find_namesakes(words, known, country_spans, country_at, lexicon))
    known += list(find_series(words, known, lexicon, regions))
    known += list(find_listed_regions(words, lexicon, regions))
    known += list(find_joined(words, known, lexicon))
    return known[len(found) :]
