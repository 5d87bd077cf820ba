"""Whether two spell one name, if a little otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.rules.knowledge import EntityRow
    from glane.text.acronyms.find import Definition
    from glane.text.names.lexicon import NameLexicon

_ALIKE = 0.6
"""Share of the content words that two spellings of one name have in common."""


def agrees(definition: Definition, rows: Iterable[EntityRow], lexicon: NameLexicon) -> bool:
    """Whether a definition's long form is a name of an entity with that acronym, or spells one a little otherwise.

    Two that have but «agence nationale» in common are not alike; nor, where the letters stand in order, two
    with one word of several, as «office municipal de tourisme» and «ONU Tourisme».

    Args:
        definition: the pair.
        rows: the entities.
        lexicon: heads and classes of words.
    """
    given = _content_words(definition.long)
    in_order = not definition.rule.endswith("order")
    own = {word for word in given if not lexicon.is_head(word) and word not in lexicon.words("level")}
    for name in (_content_words(name) for row in rows for name in (row.name, *row.aliases)):
        shared = given & name
        if not shared or len(shared) < _ALIKE * min(len(given), len(name)):
            continue
        if len(shared) == 1 and shared < given and in_order:
            continue
        if shared in (given, name) or shared & own:
            return True
    return False


def _content_words(name: str) -> frozenset[str]:
    """The words of a name that tell, without the plurals that spellings of it differ in («Géologique et Minière»)."""
    words = (part for word in fold(name).replace("'", " ").split() for part in word.split("-"))
    return frozenset(word.rstrip("s") for word in words if len(word) > 3)
