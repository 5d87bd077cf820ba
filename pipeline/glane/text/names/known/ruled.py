"""Whose body a name is that each state has, by who acts in its sentence: «le gouvernement sénégalais … l'Assemblée nationale»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import SENTENCE_ENDS

if TYPE_CHECKING:
    from glane.text.knowledge import EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base

_REACH = 30
"""Words of a sentence before a name."""


def ruler_before(document: Document, base: Base, match: EntityMatch) -> str:
    """The country of the government, the president or the members of parliament before a name, in its sentence.

    Args:
        document: with its words.
        base: the knowledge base and the lexicon.
        match: a name.

    Returns:
        Its ISO code; empty where the name is no state's, none of them stands there, or those of two countries do, or the
        country has no body of that name: «à la demande du gouvernement ukrainien, le Conseil fédéral …».
    """
    if match.form != "name" or not base.namesakes.is_of_state(match.rows[0]):
        return ""
    countries: set[str] = set()
    for index in range(match.first - 1, max(0, match.first - _REACH), -1):
        word = document.words[index]
        if word.text in SENTENCE_ENDS:
            break
        country = base.namesakes.adjectives.get(word.folded) if word.text.islower() else None
        if country is not None and document.words[index - 1].lower in base.lexicon.words("ruler"):
            countries.add(country)
    country = countries.pop() if len(countries) == 1 else ""
    return country if country and base.namesakes.of_country(match.rows[0], country) is not None else ""
