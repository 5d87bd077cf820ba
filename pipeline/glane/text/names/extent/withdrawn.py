"""Complements that what stands before a name takes, not the name: whence forces are withdrawn, what an envoy is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.clause import clause_before

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Phrase

_REACH = 5
"""Words before those of a head among which a withdrawal is told: «le retrait immédiat de toutes les»."""


def is_withdrawn_from(reading: Reading, phrase: Phrase, head: HeadRow, link: str) -> bool:
    """Whether a place is where forces of a state leave, not where they are from: «retirer les forces russes | de Marvel».

    «le commandant des forces serbes de Bosnie» has no withdrawal before it.
    """
    if link != "of" or head.subtype != "armed-force" or not phrase.has_attribute or phrase.complements:
        return False
    reach = _REACH + len(head.forms[0].split())
    return any(reading.is_in(index, "withdrawing") for index in clause_before(reading.words, phrase.begin, reach))


def is_task_of_envoy(reading: Reading, phrase: Phrase, head: HeadRow, link: str) -> bool:
    """Whether a task is that of who represents a union: «le haut représentant de l'Union | pour les affaires étrangères»."""
    if link != "for" or phrase.has_attribute or phrase.complements or not phrase.led:
        return False
    if not head.is_one_of(reading.lexicon.words("sending_head")):
        return False
    post = phrase.begin - 2
    while post > 0 and (reading.is_in(post, "article") or reading.is_in(post, "of")):
        post -= 1
    return reading.is_in(post, "envoy")
