"""Agencies that report what happens, and so are media: «selon l'agence norgue Velix», «rapporte l'agence Velix»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import beginning_at, ending_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.candidate import Candidate
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_AGENCY = "agency"
_LONGEST = 5
"""Words of «agence norgue Velix», hyphens included."""


def is_reporter(words: Sequence[Word], candidate: Candidate, lexicon: NameLexicon) -> bool:
    """Whether a name is that of an agency by itself, which reports, or is quoted and told by its country alone.

    Args:
        words: of the document.
        candidate: a name.
        lexicon: classes of words.
    """
    first = beginning_at(words, candidate.start) if candidate.subtype == _AGENCY else None
    if first is None or words[first].lower not in lexicon.words("reporting_head"):
        return False
    last = ending_at(words, candidate.end)
    name = first + 1
    if last is None or last - first >= _LONGEST or name > last:
        return False
    national = words[name].folded in lexicon.country_adjectives
    name += national
    if name > last or not words[name].is_capitalised or not all(word.is_capitalised for word in words[name : last + 1]):
        return False
    behind = words[last + 1 : last + 3]
    if any(word.lower in lexicon.words("reporting") for word in behind):
        return True
    before = first - 1
    if before > 0 and words[before].lower in lexicon.words("article"):
        before -= 1
    lead = words[before].lower if before >= 0 else ""
    return lead in lexicon.words("reporting") or (national and lead in lexicon.words("source_lead"))
