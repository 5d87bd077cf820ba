"""What is read on from a generic that stands for one body: «confère à la Commission | des pouvoirs», of the Union's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.names.derived.usual import is_spoken_of
from glane.text.words import QUOTES, VERBS, surface_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.names import GenericRow
    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Known
    from glane.text.words import Word

_FEWEST = 2
"""How often the generic stands alone in the text, or with various things behind it, besides the place in question, at least."""
_LEAST = 2
"""Words of a complement with its link."""
_SETTLED = 3
"""Times that a head has stood alone, for one with «contre» or «sur» behind it not to be introduced as another body."""
_OFTEN = 5
"""Times that a head stands alone, for one that goes on once in any way to be the same body."""
_PEOPLE = ("ministers", "person", "post", "post_holders")


def without_overread(
    words: Sequence[Word],
    matches: Sequence[NameMatch],
    generics: Sequence[GenericRow],
    heads: Collection[str],
    named: AbstractSet[str],
    known: Mapping[int, Known],
    lexicon: NameLexicon,
) -> list[NameMatch]:
    """Cut names to the generic that opens them, where that stands for one body and what follows is said of something else.

    Args:
        words: of the text.
        matches: names and what may be some.
        generics: rows that give a generic to one entity.
        heads: first words of the international bodies that the text names.
        named: ids of the entities that the text names.
        known: what the knowledge base has, by the indices of first words.
        lexicon: classes of words.

    Returns:
        The matches, in the same order.
    """
    matches = _as_generics(words, matches, generics, named, lexicon)
    grown = [match for match in matches if _is_grown(match)]
    if not grown:
        return list(matches)
    openings = {words[match.first].text for match in grown}
    asked = [row for row in generics if row.form.capitalize() in openings]
    usual = {row.form.capitalize() for row in asked if is_spoken_of(words, row, named)}
    alone = Counter(words[match.first].text for match in matches if match.strength == "generic")
    surfaces = Counter(_surface(words, match) for match in grown)
    loose = {match.first for match in grown if _has_common_complement(words, match, known, lexicon)}
    various = Counter(words[match.first].text for match in grown if match.first in loose)
    settled = _settled(words, matches)
    cut: set[int] = set()
    for match in grown:
        head = words[match.first].text
        sole = surfaces[_surface(words, match)] == 1
        once = head in usual and sole
        often = once and alone[head] >= _OFTEN and _goes_on_in_sentence(words, match, lexicon)
        about = words[match.head_end].lower in lexicon.words("for")
        again = once and (about or (alone[head] > 0 and alone[head] + various[head] > _FEWEST))
        late = sole and about and match.first in loose and match.first > settled.get(head, match.first)
        if often or late or (again and match.first in loose) or _is_for_something(words, match, heads, usual, lexicon):
            cut.add(match.first)
    return [
        match._replace(end=match.head_end, strength="generic") if match.first in cut else match for match in matches
    ]


def _settled(words: Sequence[Word], matches: Sequence[NameMatch]) -> dict[str, int]:
    """From which word on a head is known to be one body: where it has stood alone a few times."""
    times: Counter[str] = Counter()
    settled: dict[str, int] = {}
    for match in matches:
        head = words[match.first].text
        times[head] += match.strength == "generic"
        if times[head] == _SETTLED:
            settled.setdefault(head, match.first)
    return settled


def _surface(words: Sequence[Word], match: NameMatch) -> str:
    return surface_of(words[match.first : match.end])


def _is_grown(match: NameMatch) -> bool:
    """Whether the grammar read more than a head of one word."""
    return match.is_read and match.first + 1 == match.head_end < match.end


def _is_for_something(
    words: Sequence[Word], match: NameMatch, heads: Collection[str], usual: Collection[str], lexicon: NameLexicon
) -> bool:
    """Whether a link to what is done for something, or written about, follows the head of a body that is named.

    «l'Union pour les affaires étrangères», «la communication de la Commission sur le lait».
    """
    if words[match.head_end].lower not in lexicon.words("for"):
        return False
    head = words[match.first].text
    return head in heads or (head in usual and _writes(words, match.first, lexicon))


def _goes_on_in_sentence(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a quoted title, or a word that links, or a verb, follows a head, the latter two without a capital.

    «la Commission "Des quais pour tous"», «remercier la Commission pour la proposition».
    """
    inner = words[match.head_end : match.end]
    if inner[0].text in QUOTES:
        return True
    if any(word.is_capitalised for word in inner):
        return False
    links = any(inner[0].lower in lexicon.words(link) for link in ("of", "for", "in"))
    return links or inner[0].pos in VERBS


def _writes(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether «de» leads from the noun of a document to a body: «la proposition de la Commission»."""
    link = first - 1 - (words[first - 1].lower in lexicon.words("article"))
    return link > 0 and words[link].lower in lexicon.words("of") and words[link - 1].lower in lexicon.words("issued")


def _as_generics(
    words: Sequence[Word],
    matches: Sequence[NameMatch],
    generics: Sequence[GenericRow],
    named: AbstractSet[str],
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
        if row is not None and not owned and is_spoken_of(words, row, named):
            usual[match.first] = match._replace(strength="generic")
    return [usual.get(match.first, match) for match in matches] if usual else matches


def _has_common_complement(
    words: Sequence[Word], match: NameMatch, known: Mapping[int, Known], lexicon: NameLexicon
) -> bool:
    """Whether a complement in small letters that has its article follows a body's head: «la Commission des pouvoirs»."""
    if match.head.kind != "organisation" or match.end < match.head_end + _LEAST:
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
