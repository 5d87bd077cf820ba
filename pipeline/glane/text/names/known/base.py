"""The knowledge base, with what its names are judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from glane.text.knowledge import KnowledgeBase
    from glane.text.names.known.namesakes import Namesakes
    from glane.text.names.lexicon import NameLexicon


class Base(NamedTuple):
    """What is the same for all documents.

    Attributes:
        knowledge: entities and countries by their names.
        namesakes: which of the entities share a name, and in which countries.
        lexicon: heads and classes of words.
    """

    knowledge: KnowledgeBase
    namesakes: Namesakes
    lexicon: NameLexicon
