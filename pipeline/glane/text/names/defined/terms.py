"""Long forms that are terms rather than names: kinds, several of a kind, meetings, legal statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.standing.meetings import is_held
from glane.text.names.standing.sorts import is_indefinite
from glane.text.words import first_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.acronyms.find import Definition
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LOOSE = "head"
"""End of the rules of definitions whose short form has no letter of the long one."""


def opens_term(
    words: Sequence[Word], first: int, head: HeadRow, definition: Definition, lexicon: NameLexicon, *, named: bool
) -> bool:
    """Whether a head opens a term rather than a name.

    A treaty or a function; several bodies of a kind («les Entreprises du numérique (EN)», «créer des Unités d'accueil
    (UA)»); a common noun in lower case whose letters are not even in order («service distribué (DDoS)»).
    """
    if definition.rule.endswith("head") and _is_status(words, first, definition, head, lexicon):
        return True
    granted = head.is_one_of(lexicon.words("of_country_head"))
    if granted and first + 1 < len(words) and words[first + 1].lower in lexicon.words("of"):
        return True  # «crédit d'impôt recherche (CIR)», but «Credit Suisse (CS)»
    if head.kind == "other" or (head.subtype == "forum" and is_meeting(words, first, definition, lexicon)):
        return True
    word = words[first]
    common = not _has_proper(definition, word)
    vague = common and not word.is_capitalised and head.is_one_of(lexicon.words("loose_head"))
    if vague and (head.is_plural(word.lower) or (first > 0 and words[first - 1].lower in lexicon.words("explaining"))):
        return True  # «un établissement d'importance régionale (EIR)»
    if head.is_plural(word.lower):
        created = head.kind == "organisation" and is_indefinite(words, first, lexicon)
        if head.lower == "apposed" or (common and not named and (created or not word.is_capitalised)):
            return True
    loose = head.lower == "never" and not word.is_capitalised and definition.rule.endswith(("order", "bracket-head"))
    return loose and not _is_the_one(words, first, head, definition, lexicon)


def _is_the_one(words: Sequence[Word], first: int, head: HeadRow, definition: Definition, lexicon: NameLexicon) -> bool:
    """Whether an article and an adjective of level make a body of a common noun: «le réseau européen des ports (EU-POrt)»."""
    body = head.kind == "organisation" and not definition.rule.endswith(_LOOSE)
    if not body or first == 0 or first + 1 >= len(words):
        return False
    return words[first - 1].lower in lexicon.words("one_definite") and words[first + 1].lower in lexicon.words("level")


def _is_status(words: Sequence[Word], first: int, definition: Definition, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a legal status is told before a name: «établissement public à caractère administratif dénommé «…»»."""
    if head.is_one_of(lexicon.words("only_state")):
        return True
    inside = words[first : first_from(words, definition.long_end)] if words[first].text.islower() else ()
    return any(word.lower in lexicon.words("status_noun") for word in inside)


def is_meeting(words: Sequence[Word], first: int, definition: Definition, lexicon: NameLexicon) -> bool:
    """Whether a long form with its acronym names a meeting that takes place."""
    end = first_from(words, max(definition.long_end, definition.short_end))
    return is_held(words, first, end, lexicon)


def _has_proper(definition: Definition, head: Word) -> bool:
    """Whether a long form has a capitalised word behind its head: «Hôpitaux universitaires de Genève»."""
    rest = definition.long[len(head.text) :]
    return any(part[:1].isupper() for part in rest.replace("'", " ").split())
