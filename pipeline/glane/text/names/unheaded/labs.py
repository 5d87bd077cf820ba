"""Units with a name in one word whose ending says what they are, with «de» and whose they are: «l'Ecolab du CGDD»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.context import owner_link
from glane.text.words import beginning_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def find_labs(words: Sequence[Word], found: Sequence[Candidate], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find capitalised words with the ending of a unit, an article before them and a found body behind «de».

    Args:
        words: of the text.
        found: what is found already.
        lexicon: classes of words.

    Yields:
        Candidates of organisations.
    """
    endings = lexicon.affixes("unit_ending")
    for owner in found:
        first = beginning_at(words, owner.start) if owner.kind == "organisation" else None
        link = None if first is None else owner_link(words, first, lexicon)
        if link is None or link < 2:
            continue
        last = unit = link - 1
        if unit > 1 and words[unit].is_acronym and words[unit - 1].lower in endings:
            unit -= 1  # «le Lab IA d'Etalab»
        word, end = words[unit], words[last].end
        ends = unit < last or (word.lower.endswith(endings) and word.lower not in endings)
        led = words[unit - 1].lower in lexicon.words("one_definite")
        if ends and led and word.is_capitalised and not word.text.isupper():
            yield Candidate(word.start, end, "organisation", "context:unit", tier=EVIDENCE, subtype="research")
