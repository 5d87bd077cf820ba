"""Capitalised generics that are joined to each other: «le Parlement, le Conseil et la Commission» are of one organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.rules.names import GenericRow
    from glane.text.candidate import Candidate
    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST_JOINT = 5
"""Words between two that a conjunction joins: «et de la»."""


def is_accompanied(
    words: Sequence[Word],
    match: NameMatch,
    row: GenericRow | None,
    plain: Collection[int],
    lexicon: NameLexicon,
    *,
    abroad: bool,
) -> bool:
    """Whether one of the generics that a row asks for is joined to a generic: «le Parlement et le Conseil», «…, le Conseil».

    Where no body of a state is spoken of, it may stand anywhere: «la Commission attend. Le Parlement a voté».

    Args:
        words: of the text.
        match: the generic.
        row: its row, if there is one.
        plain: indices of the first words of all generics.
        lexicon: classes of words.
        abroad: whether the text speaks of no body of a state.
    """
    if row is None or not row.beside:
        return True
    others = plain if abroad else _joined_to(words, match, plain, lexicon)
    return any(words[index].lower in row.beside for index in others)


def is_among_siblings(
    words: Sequence[Word],
    match: NameMatch,
    plain: Collection[int],
    standing: Mapping[str, EntityRow],
    last: Mapping[str, Candidate],
    rows: Mapping[int, EntityRow],
    lexicon: NameLexicon,
) -> bool:
    """Whether a generic is joined to one that means a body of the organisation whose body it means by default itself.

    «la Commission et le Conseil», behind «le Conseil de sécurité», in a text on the Union.

    Args:
        words: of the text.
        match: the generic; it has a default.
        plain: indices of the first words of all generics.
        standing: what each generic means by default in the text.
        last: the last name before it that each noun opens.
        rows: the entities that are named, by the offsets at which their names end.
        lexicon: classes of words.
    """
    own = words[match.first].folded
    parent = standing[own].parent if own in standing else None
    if parent is None or match.end != match.first + 1:
        return False
    for index in _joined_to(words, match, plain, lexicon):
        other = words[index].folded
        named = last.get(other)
        meant = standing.get(other) if named is None else (named.entities or (rows.get(named.end),))[0]
        if other != own and meant is not None and meant.parent == parent:
            return True
    return False


def _joined_to(words: Sequence[Word], match: NameMatch, plain: Collection[int], lexicon: NameLexicon) -> Iterator[int]:
    """The generics that commas and conjunctions join to one on either side."""
    joints = lexicon.words("and") | {","}
    small = lexicon.words("article") | lexicon.words("of") | lexicon.words("definite")
    for step, index in ((1, match.end), (-1, match.first - 1)):
        joined = False
        for _ in range(_LONGEST_JOINT):
            if not 0 <= index < len(words) or words[index].lower not in joints | small:
                break
            joined = joined or words[index].lower in joints
            index += step
        if joined and index in plain:
            yield index
