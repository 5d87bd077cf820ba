"""Nouns that a statute gives a meaning, and that stand for no body elsewhere: «- Conférence : la Conférence des syndics»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, NAMED, Candidate
from glane.text.names.derived.evidenced import names_of
from glane.text.words import QUOTES, beginning_at, find_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_RULE = "document:alias"
_SIGNS = frozenset({":", ","})
_BULLETS = frozenset("-–—•*")


def find_entries(words: Sequence[Word], found: Sequence[Candidate], lexicon: NameLexicon) -> list[Candidate]:
    """Find nouns alone that an entry of the text gives to a body, wherever they have a definite article.

    Only those that are something else by themselves, a meeting: «la Conférence siège», not «la Conférence de Zoma».

    Args:
        words: of the text.
        found: candidates so far.
        lexicon: classes of words.

    Returns:
        Candidates whose ``key`` is the name they stand for.
    """
    result: list[Candidate] = []
    seen: set[str] = set()
    for candidate in found:
        entry = _entry_of(words, candidate, lexicon) if candidate.kind in NAMED else None
        if entry is None or words[entry].text in seen:
            continue
        seen.add(words[entry].text)
        places = [index for index in find_texts(words, [words[entry].text]) if _is_meant(words, index, lexicon)]
        result += [_candidate(words[index], candidate) for index in sorted({entry, *places})]
    return result


def _entry_of(words: Sequence[Word], candidate: Candidate, lexicon: NameLexicon) -> int | None:
    """Index of the noun that a name explains at the start of a line or in quotation marks; ``None`` where none is."""
    first = beginning_at(words, candidate.start)
    if first is None or first < 1:
        return None
    sign = first - 1
    sign -= sign > 0 and words[sign].lower in lexicon.words("article")
    if sign < 1 or words[sign].text not in _SIGNS or (words[sign].text == "," and sign == first - 1):
        return None
    noun = sign - 1 - (words[sign - 1].text in QUOTES.values())
    if noun < 0 or not words[noun].is_capitalised or words[noun].folded not in names_of(candidate, words):
        return None
    if not lexicon.is_other(words[noun].folded):
        return None  # «Commission» is a body anyway, «Zoma» a place
    return noun if _opens(words, noun, quoted=noun < sign - 1) else None


def _opens(words: Sequence[Word], noun: int, *, quoted: bool) -> bool:
    """Whether a noun begins its line, behind a bullet or not, or a quotation."""
    before = noun - 1
    if quoted:
        return before >= 0 and words[before].text in QUOTES
    before -= before >= 0 and words[before].text in _BULLETS
    return before < 0 or words[before].is_break


def _is_meant(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a noun has a definite article in front, and neither a complement nor a capital behind."""
    if index < 1 or words[index - 1].lower not in lexicon.words("one_definite"):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    return after is None or not (after.is_capitalised or after.lower in lexicon.words("of"))


def _candidate(word: Word, model: Candidate) -> Candidate:
    return Candidate(
        word.start,
        word.end,
        model.kind,
        _RULE,
        tier=EVIDENCE,
        subtype=model.subtype,
        entities=model.entities,
        key=model.key or f"@{model.start}:{model.end}",
    )
