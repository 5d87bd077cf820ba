"""Acronyms that are used as common nouns, or that number a legal act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.derived.coded import is_sectioned
from glane.text.names.derived.recurrence import is_common_alias
from glane.text.names.unheaded.variants import is_reference
from glane.text.words import is_hyphen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.knowledge import EntityMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def is_common_or_act(words: Sequence[Word], match: EntityMatch, lexicon: NameLexicon) -> bool:
    """Whether an acronym is used as a common noun («les OMD»), or numbers a legal act («règlement (UE) 2021/1060»).

    Args:
        words: of the document.
        match: the acronym.
        lexicon: classes of words.
    """
    row = match.rows[0]
    if is_reference(words, match.first, match.end, lexicon) or is_sectioned(words, match.end):
        return True
    before = words[match.first - 1].lower if match.first else ""
    if row.subtype == "operation" and before in lexicon.words("bare_of"):
        return False  # «le mandat d'UNPROFOR»
    if row.subtype == "operation" and _acts_with_another(words, match.end):
        return False
    if row.kind == "programme" and not any(map(str.isdigit, words[match.first].text)):  # «le budget de H2020»
        return is_common_alias(words, match.first, lexicon) or _is_beside_term(words, match, lexicon)
    return row.subtype == "international" and before in lexicon.words("several")


def _acts_with_another(words: Sequence[Word], end: int) -> bool:
    """Whether a hyphen joins an acronym to that of who acts with it: «des patrouilles conjointes MONUSCO-FARDC»."""
    return end + 1 < len(words) and is_hyphen(words, end) and words[end + 1].is_acronym


def _is_beside_term(words: Sequence[Word], match: EntityMatch, lexicon: NameLexicon) -> bool:
    """Whether an acronym is one of two terms of a kind: «PME/PMI»."""
    first = match.first
    joined = first >= 2 and (words[first - 1].text in "/-" or words[first - 1].lower in lexicon.words("and"))
    return joined and {words[first].text, words[first - 2].text} <= lexicon.stops
