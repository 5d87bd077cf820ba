"""Names behind what describes a body: «l'association bénévole « X »», «une société indienne, Velmora Pharma, qui …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.context import is_name_word, is_person
from glane.text.names.extent.edges import has_definite
from glane.text.names.unheaded.quoted import name_at
from glane.text.words import QUOTES, VERBS, find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_VAGUE = "other"
"""The subtype of nouns that name what is done too."""
_INTRODUCED = frozenset({"company", "ngo", "association", "party"})
"""Subtypes of bodies whose names commas set apart."""
_OTHERS = ("personal", "title", "first_name", "known_city", "month")
"""Classes of what else commas set apart there."""
_POST_BEFORE = 5
"""Words before the noun among which a post may stand: «le directeur général d'une société»."""
_LONGEST = 5
"""Words of a name in commas."""
_FARTHEST = 4
"""Words between the noun and the mark: «le laboratoire d'analyses médicales « Vitalab »»."""


def find_quoted_bodies(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find quotations that a noun for one body leads to, over what describes the body.

    Args:
        words: of the text.
        lexicon: heads and classes of words.

    Yields:
        Candidates of the names alone.
    """
    for index in find_texts(words, QUOTES):
        if index < 3 or index + 2 >= len(words) or not words[index + 1].is_capitalised:
            continue
        head = _described_head(words, index, lexicon)
        first, end = name_at(words, index, lexicon) if head is not None else (index, index)
        if head is not None and end > first:
            start, stop = words[first].start, words[end - 1].end
            yield Candidate(start, stop, "organisation", head.id, tier=EVIDENCE, subtype=head.subtype)


def find_introduced(words: Sequence[Word], lexicon: NameLexicon, known: Collection[int]) -> Iterator[Candidate]:
    """Find names in commas behind one body of a sort: «une société indienne, Velmora Pharma, qui …».

    Args:
        words: of the text.
        lexicon: classes of words.
        known: offsets of words that are, or begin, names already, countries among them.

    Yields:
        Candidates of the names alone.
    """
    for comma in find_texts(words, (",",)):
        if not 2 <= comma < len(words) - 2 or not is_name_word(words[comma + 1], lexicon):
            continue
        end = _run_end(words, comma + 1, lexicon) if words[comma - 1].is_word else 0
        head = _described_head(words, comma, lexicon, definite=False) if end else None
        if head is None or head.subtype not in _INTRODUCED or words[comma + 1].start in known:
            continue
        if not _is_other(words, comma + 1, end, lexicon):
            start, stop = words[comma + 1].start, words[end - 1].end
            yield Candidate(start, stop, "organisation", head.id, tier=EVIDENCE, subtype=head.subtype)


def _is_other(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a person, a town or a month stands in commas."""
    if is_person(words, first, end, lexicon):
        return True
    return any(words[first].lower in lexicon.words(name) for name in _OTHERS)


def _run_end(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    """Index behind capitalised words that a comma or a relative closes, with no others listed behind; 0 for none."""
    end = first
    while end < len(words) and end - first < _LONGEST and is_name_word(words[end], lexicon):
        end += 1
    if end >= len(words):
        return 0
    closed = words[end].text == "," or words[end].lower in lexicon.words("relative")
    listed = end + 1 < len(words) and words[end].text == "," and words[end + 1].is_capitalised
    return end if closed and not listed else 0


def _described_head(
    words: Sequence[Word], opening: int, lexicon: NameLexicon, *, definite: bool = True
) -> HeadRow | None:
    """The row of the noun, in small letters and behind an article, with nothing but its description before a mark."""
    members = words[opening - 1].lower in lexicon.words("of_several")
    nearest = opening - 2 if members else opening - 1
    farthest = nearest if members else max(1, nearest - _FARTHEST)
    for position in range(nearest, farthest - 1, -1):
        spelt = words[position].text.islower() or words[position].text.isupper()  # «une ONG locale»
        found = lexicon.head_at(words, position) if spelt else None
        if found is not None:
            one = _is_one_body(words, position, found[1], lexicon, definite=definite)
            return found[1] if one else None
        if not _describes(words, position, lexicon):
            return None
    return None


def _is_one_body(words: Sequence[Word], noun: int, head: HeadRow, lexicon: NameLexicon, *, definite: bool) -> bool:
    """Whether a noun is in the singular, and one that a name is set against.

    Behind a definite article, or a post, commas set apart a person: «le président du syndicat, Luc Morel, a dit …».
    """
    one = head.kind == "organisation" and head.lower == "apposed" and not head.is_plural(words[noun].lower)
    acts = head.subtype == _VAGUE  # «l'organisation de journées « Portes ouvertes »», «le mouvement de grève « Tout »»
    if acts and words[noun + 1].lower in lexicon.words("bare_of"):
        return False
    before = words[noun - 1].lower
    led = before in lexicon.words("explaining") or before in lexicon.words("possessive")
    if definite:
        return one and (led or has_definite(words, noun, lexicon))
    posts = (word.lower for word in words[max(0, noun - _POST_BEFORE) : noun])
    return one and led and not any(word in lexicon.words(name) for word in posts for name in ("post", "person"))


def _describes(words: Sequence[Word], position: int, lexicon: NameLexicon) -> bool:
    word = words[position]
    if not word.text.islower() or word.pos in VERBS:
        return False
    return not lexicon.is_function(word.lower) or word.lower in lexicon.words("bare_of")
