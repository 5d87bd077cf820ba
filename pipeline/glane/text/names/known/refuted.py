"""Definitions that the knowledge base refutes: the short form is that of another than the long one names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.names.known.alike import agrees
from glane.text.names.standing.barred import is_lead
from glane.text.words import beginning_at

if TYPE_CHECKING:
    from glane.text.acronyms.find import Definition
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base

_UNSPELT = ("head", "order")
"""Ends of the rules of definitions whose short form has not the initials of its long one in order."""


def without_others(document: Document, base: Base) -> list[Definition]:
    """Leave out the definitions that give a body the acronym of what it pays with: «l'Union européenne (FEDER)».

    Args:
        document: with its words and definitions.
        base: the knowledge base and the lexicon.

    Returns:
        The definitions that stay.
    """
    return [
        given
        for given in document.definitions
        if not (_is_anothers(given, document, base) or _is_of_leader(given, document, base))
    ]


def _is_of_leader(given: Definition, document: Document, base: Base) -> bool:
    """Whether a short form is that of whose member leads: «sous la direction d'Anne Sorel (CNRS)»."""
    first = beginning_at(document.words, given.long_start) if given.rule.endswith(_UNSPELT) else None
    if first is None or not document.words[first].text.islower():
        return False
    head = base.lexicon.head_at(document.words, first)
    return head is not None and is_lead(document.words, first, head[1], base.lexicon)


def _is_anothers(given: Definition, document: Document, base: Base) -> bool:
    """Whether a short form is known as that of an undertaking or a part of the body in front, which does not spell it."""
    rows = base.knowledge.by_acronym.get(given.short, [])
    if given.alias or not rows or not given.rule.endswith(_UNSPELT) or agrees(given, rows, base.lexicon):
        return False
    body = base.knowledge.by_name.get(fold(given.long))
    if body is not None:
        return body not in rows and all(row.kind == "programme" or row.parent == body.id for row in rows)
    first = beginning_at(document.words, given.long_start)
    head = None if first is None else base.lexicon.head_at(document.words, first)
    if head is None:
        return False
    if head[1].kind == "programme":
        return _is_beside_stroke(given, document) and all(row.kind == "organisation" for row in rows)
    return given.rule.endswith(_UNSPELT[0]) and all(row.kind == "programme" for row in rows)


def _is_beside_stroke(given: Definition, document: Document) -> bool:
    """Whether a stroke joins a short form to another one: «(PADIG/PNUD)», of an undertaking and of who carries it out."""
    text = document.text
    return "/" in (text[given.short_start - 1], text[given.short_end : given.short_end + 1])
