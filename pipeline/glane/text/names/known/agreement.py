"""Articles before acronyms, against the gender and number of what the acronyms stand for: «la PPE» is no «Parti …»."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.text.words import surface_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.knowledge import EntityMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST = 4
"""Letters of the acronyms that are told: longer ones mean one thing, and have often the gender of a foreign word."""
_CLASSES = {
    "masculine": ("masculine_head", "masculine_heads"),
    "feminine": ("feminine_head", "feminine_heads"),
    "several_definite": ("masculine_heads", "feminine_heads"),
}
"""By the class of an article: the classes of the nouns that it can stand before, in their short forms too."""


def find_disagreeing(
    words: Sequence[Word], found: Iterable[EntityMatch], lexicon: NameLexicon
) -> dict[str, frozenset[str]]:
    """Find the entities that short acronyms do not mean in a document, by the articles that stand before them.

    An entity is out of the question where more articles speak against the head noun of its name than for it.

    Args:
        words: of the document.
        found: the acronyms of the knowledge base, among other names.
        lexicon: classes of words.

    Returns:
        By acronym, the ids of the entities that are not meant.
    """
    counts: dict[str, Counter[str]] = {}
    for match in found:
        article = _article_before(words, match, lexicon)
        if not article:
            continue
        surface = surface_of(words[match.first : match.end])
        for row in match.rows:
            fits = _fits(row, surface, article, lexicon)
            if fits is not None:
                counts.setdefault(surface, Counter())[row.id] += 1 if fits else -1
    return {
        surface: frozenset(row for row, count in rows.items() if count < 0)
        for surface, rows in counts.items()
        if min(rows.values()) < 0
    }


def _article_before(words: Sequence[Word], match: EntityMatch, lexicon: NameLexicon) -> str:
    """The class of the article right before a short acronym; nothing where it tells nothing."""
    if match.form != "acronym" or not match.first or match.end - match.first > 1:
        return ""
    if len(words[match.first].text) > _LONGEST:
        return ""
    before = words[match.first - 1].lower
    article = next((name for name in _CLASSES if before in lexicon.words(name)), "")
    listed = match.end < len(words) and words[match.end].lower in lexicon.words("and") | {",", "/"}
    own = match.end + 1 < len(words) and words[match.end + 1].lower in lexicon.words("definite")
    listed = listed and not own  # «les AFD et BAD», but «les AED, les AP»
    return "" if article == "several_definite" and listed else article


def _fits(row: EntityRow, acronym: str, article: str, lexicon: NameLexicon) -> bool | None:
    """Whether an article can stand before what an acronym stands for; ``None`` where no name of the entity tells.

    Only names tell that the acronym begins like: that of another language keeps the gender that it has there.
    """
    heads = {name.partition(" ")[0].partition("'")[0].lower() for name in (row.name, *row.aliases)}
    heads = {head for head in heads if head[:1] == acronym[0].lower()}
    if article == "several_definite" and row.country:
        return None  # «les SDIS»: each part of the country has its own
    known = [head for head in heads if any(head in lexicon.words(name) for one in _CLASSES.values() for name in one)]
    if not known:
        return None
    return any(head in lexicon.words(name) for head in known for name in _CLASSES[article])
