"""Generics that mean no body that the text has only under another name, nor what a parliament's committees are not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from glane.text.names.derived.openers import written_form
from glane.text.words import beginning_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.candidate import Candidate
    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def without_unwritten(
    words: Sequence[Word], openers: Sequence[tuple[int, str, Candidate]]
) -> list[tuple[int, str, Candidate]]:
    """Leave out bodies written without the noun where the noun opens but the name of one that only the text knows.

    «les Nations unies» are no «Organisation» beside the «Organisation malouine du travail», whatever is named last. Acronyms
    have their nouns.

    Args:
        words: of the document.
        openers: where each name stands, the words that open it, and the name.
    """
    places: dict[str, dict[int, str]] = defaultdict(dict)
    for start, opener, one in openers:
        if _is_written(words, start, opener):
            name = "" if one.entities else written_form(words, one)
            places[opener][start] = name and max(name, places[opener].get(start, name), key=len)
    written = {opener for opener, names in places.items() if len({*names.values()}) == 1 and all(names.values())}
    return [
        (start, opener, candidate)
        for start, opener, candidate in openers
        if opener not in written or _is_written(words, start, opener) or _is_acronym(words, start)
    ]


def _is_written(words: Sequence[Word], start: int, opener: str) -> bool:
    """Whether a name begins with the first of the words that open it."""
    index = beginning_at(words, start)
    return index is not None and words[index].folded == opener.split(" ", 1)[0]


def _is_acronym(words: Sequence[Word], start: int) -> bool:
    index = beginning_at(words, start)
    return index is not None and words[index].is_acronym


def is_referred_to(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a bill was referred to a generic, which is then a committee at home: «la Commission saisie au fond».

    Args:
        words: of the document.
        match: the generic.
        lexicon: classes of words.
    """
    return lexicon.phrase_end(words, match.end, "referred_to") > 0
