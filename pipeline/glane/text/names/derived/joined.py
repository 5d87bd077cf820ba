"""Names of two that a hyphen or a bar joins to one body: «l'URPL-Action Habitat», «l'ACRM|Maladies tropicales»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import Candidate
from glane.text.words import beginning_at, find_texts, is_joint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_JOINTS = ("-", "|")


def find_joined(words: Sequence[Word], found: Sequence[Candidate], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find bodies whose name is that of a body with another's, or with an acronym, joined to it.

    Two that the knowledge base knows are two («le dialogue OTAN-UE»), and so are two behind a noun («le texte PX-MR»).

    Args:
        words: of the document.
        found: candidates so far.
        lexicon: classes of words.

    Yields:
        Candidates that span both.
    """
    joints = [index for index in find_texts(words, _JOINTS) if is_joint(words, index)]
    if not joints:
        return
    bodies = sorted((candidate for candidate in found if candidate.kind == "organisation"), key=_length)
    ends = {candidate.end: candidate for candidate in bodies}  # of those that end there, the longest
    starts = {candidate.start: candidate for candidate in bodies}
    for index in joints:
        left, right = ends.get(words[index - 1].end), starts.get(words[index + 1].start)
        if (left or right) is None or (left and right and left.entities and right.entities):
            continue
        if (left is None and not words[index - 1].is_acronym) or (right is None and not words[index + 1].is_acronym):
            continue
        first = beginning_at(words, left.start) if left else index - 1
        if first is not None and _stands_free(words, first, lexicon):
            end = right.end if right else words[index + 1].end
            yield Candidate(words[first].start, end, "organisation", "joined:name")


def find_cut(
    words: Sequence[Word], found: Sequence[Candidate], frail: Collection[int], lexicon: NameLexicon
) -> frozenset[tuple[int, int]]:
    """Find the acronyms of the knowledge base that are but a part of a compound: «AU-PANVAC», «ARC-Replica».

    They are no part of it where the other part is a name, a country or a place («PNUD-Mali»), or stands behind an acronym
    that can be told by itself («l'ENS-Tétouan»).

    Args:
        words: of the document.
        found: candidates so far.
        frail: indices of short acronyms that may be something else.
        lexicon: classes of words.

    Returns:
        Starts and ends of such acronyms.
    """
    joints = [index for index in find_texts(words, "-") if is_joint(words, index)]
    if not joints:
        return frozenset()
    starts, ends = {candidate.start for candidate in found}, {candidate.end for candidate in found}
    known = {(c.start, c.end) for c in found if c.entities and c.is_known}
    cut: set[tuple[int, int]] = set()
    for index in joints:
        left, right = words[index - 1], words[index + 1]
        if (right.start, right.end) in known and left.end not in ends and _is_opaque(left, lexicon):
            cut.add((right.start, right.end))
        beside = right.start not in starts and right.is_capitalised and not _is_place(right, lexicon)
        if (left.start, left.end) in known and index - 1 in frail and beside:
            cut.add((left.start, left.end))
    return frozenset(cut)


def _is_opaque(word: Word, lexicon: NameLexicon) -> bool:
    """Whether a word before a hyphen is an acronym that nobody knows."""
    return word.is_acronym and word.text.isupper() and word.text not in lexicon.stops


def _is_place(word: Word, lexicon: NameLexicon) -> bool:
    return word.lower in lexicon.words("place") or word.lower in lexicon.words("known_city")


def _length(candidate: Candidate) -> int:
    return candidate.end - candidate.start


def _stands_free(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether no noun stands before a name, to which the two would say between whom it is."""
    return first == 0 or not words[first - 1].is_word or lexicon.is_function(words[first - 1].lower)
