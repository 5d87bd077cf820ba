"""What is read on from a generic that stands for one body: «confère à la Commission | des pouvoirs», of the Union's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.names.derived.usual import numbers_act
from glane.text.words import find_texts, surface_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from glane.rules.names import GenericRow
    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Known
    from glane.text.words import Word

_FEWEST = 2
"""How often the generic stands alone in the text, or with various things behind it, besides the place in question, at least."""
_READ = frozenset({"name", "weak"})
_PEOPLE = ("ministers", "person", "post", "post_holders")


def without_overread(
    words: Sequence[Word],
    matches: Sequence[NameMatch],
    generics: Sequence[GenericRow],
    named: Collection[str],
    known: Mapping[int, Known],
    lexicon: NameLexicon,
) -> list[NameMatch]:
    """Cut names to the generic that opens them, where it is the usual one and what follows is said of something else.

    That is a complement in small letters with an article of its own, which the text has but once.

    Args:
        words: of the text.
        matches: names and what may be some.
        generics: rows that give a generic to one entity.
        named: ids of the entities that the text names.
        known: what the knowledge base has, by the indices of first words.
        lexicon: classes of words.

    Returns:
        The matches, in the same order.
    """
    matches = _as_generics(words, matches, generics, named, lexicon)
    forms = {row.form.capitalize(): row for row in generics if row.evidence}
    grown = [match for match in matches if _is_grown(words, match, forms, known, lexicon)]
    if not grown:
        return list(matches)
    alone = Counter(words[match.first].text for match in matches if match.strength == "generic")
    surfaces = Counter(surface_of(words[match.first : match.end]) for match in matches)
    various = Counter(words[match.first].text for match in grown)
    cut = {
        match.first
        for match in grown
        if alone[words[match.first].text] + (various[words[match.first].text] - 1) >= _FEWEST
        and alone[words[match.first].text] > 0
        and surfaces[surface_of(words[match.first : match.end])] == 1
        and _is_spoken_of(words, forms[words[match.first].text], named)
    }
    return [
        match._replace(end=match.head_end, strength="generic") if match.first in cut else match for match in matches
    ]


def _as_generics(
    words: Sequence[Word],
    matches: Sequence[NameMatch],
    generics: Sequence[GenericRow],
    named: Collection[str],
    lexicon: NameLexicon,
) -> Sequence[NameMatch]:
    """Take names of several words that are generics too for those, where they are the usual ones: «la Cour de justice»."""
    long = {fold(row.form): row for row in generics if " " in row.form}
    openings = {form.split()[0] for form in long}
    usual: dict[int, NameMatch] = {}
    for match in matches:
        if (
            match.strength != "name"
            or words[match.first].folded not in openings
            or not words[match.first].is_capitalised
        ):
            continue
        row = long.get(" ".join(word.folded for word in words[match.first : match.end]))
        owned = match.end < len(words) and words[match.end].lower in lexicon.words("of")
        if row is not None and not owned and _is_spoken_of(words, row, named):
            usual[match.first] = match._replace(strength="generic")
    return [usual.get(match.first, match) for match in matches] if usual else matches


def _is_spoken_of(words: Sequence[Word], row: GenericRow, named: Collection[str]) -> bool:
    if row.entity in named or not set(row.evidence).isdisjoint(named):
        return True
    return any(numbers_act(words, index) for index in find_texts(words, row.acts))


def _is_grown(
    words: Sequence[Word],
    match: NameMatch,
    forms: Mapping[str, GenericRow],
    known: Mapping[int, Known],
    lexicon: NameLexicon,
) -> bool:
    """Whether a name is a generic with a complement in small letters that has its article: «la Commission des pouvoirs»."""
    if match.strength not in _READ or match.head.kind != "organisation" or words[match.first].text not in forms:
        return False
    if match.end <= match.head_end:
        return False
    own = known.get(match.first)
    if (own is not None and own.end > match.head_end) or any(
        word.is_capitalised for word in words[match.head_end : match.end]
    ):
        return False
    link, noun = words[match.head_end].lower, words[match.head_end + 1].lower
    if link in lexicon.words("for"):
        return True
    people = any(noun in lexicon.words(name) for name in _PEOPLE)
    if link not in lexicon.words("of") or people:
        return False
    return link not in lexicon.words("bare_of") or noun in lexicon.words("article")
