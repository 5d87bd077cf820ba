"""Defined titles of which no noun says what they name: their acronyms' uses tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glane.text.acronyms.find import Definition
    from glane.text.names.lexicon import NameLexicon

_FEWEST = 2
"""Words that a title has at least."""


def is_open_title(definition: Definition, lexicon: NameLexicon) -> bool:
    """Whether a long form is written as a title, and no noun says what it names: its acronym's use has to tell.

    «Système National d'Observation des Crues (SNOC)».
    """
    words = [word for word in definition.long.replace("'", "' ").split() if not lexicon.is_function(word.lower())]
    if len(words) < _FEWEST or not all(word[0].isupper() for word in words[:_FEWEST]):
        return False
    first = fold(words[0])
    link = next((index for index, word in enumerate(words) if word in lexicon.words("foreign_connector")), len(words))
    if words[link - 1].lower() in lexicon.words("foreign_thing"):
        return False  # «Marine Dumping Act of 1972 (MDA)»
    return not (lexicon.is_head(first) or lexicon.is_other(first) or words[0].lower() in lexicon.words("document"))


def from_open_titles(
    definitions: Iterable[Definition],
    found: Sequence[Candidate],
    text: str,
    lexicon: NameLexicon,
    called: Mapping[str, Candidate],
) -> Iterator[Candidate]:
    """The candidates of both sides of definitions whose acronym the document uses as a body's or an undertaking's name.

    Or, in ``called``, that it sets against the noun of one: «l'expédition NWE», for «Northern Walk Expedition (NWE)».

    Args:
        definitions: of the document.
        found: candidates found so far.
        text: of the document.
        lexicon: classes of words.
        called: the undertakings against whose noun the document sets a name, by that name.
    """
    used = {text[c.start : c.end]: c for c in found if c.rule.startswith(("context:", "acronym:recurrent"))}
    used = {**used, **called}
    for definition in definitions:
        model = used.get(definition.short)
        if model is None or not is_open_title(definition, lexicon):
            continue
        key = fold(definition.long)
        for start, end in (
            (definition.long_start, definition.long_end),
            (definition.short_start, definition.short_end),
        ):
            yield Candidate(start, end, model.kind, model.rule, tier=EVIDENCE, subtype=model.subtype, key=key)
