"""Where the long form of an acronym begins: at the head noun of its name."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.names.defined.long_forms import begun_at
from glane.text.words import VERBS, beginning_at, ending_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glane.text.acronyms.find import Definition
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_FARTHEST = 6
"""Words before a capitalised head: «construction du siège du Centre»."""
_OPERATION = "operation"
_UNSURE = ("order", "head")
"""Ends of the rules of definitions whose letters do not spell the long form."""


def complete(
    definition: Definition,
    words: Sequence[Word],
    by_end: Mapping[int, int],
    lexicon: NameLexicon,
) -> Definition:
    """Move the left edge of a long form to where the name that holds it begins.

    Letters alone can match the tail of a name («service de la paix et de la sécurité», SPS, of «programme … pour la science
    au service de la paix et de la sécurité»); and a body inside a description is not what is defined («force … dirigée par
    l'OTAN au Kosovo»): there the head noun to its left opens the name.
    """
    start = by_end.get(definition.long_end, definition.long_start)
    first = beginning_at(words, definition.long_start)
    if first is not None and lexicon.is_function(words[first].lower) and words[first].text.endswith("'"):
        elided = words[first].end - words[first].start
        return replace(definition, long_start=words[first].end, long=definition.long[elided:])
    if first is not None and (inner := _inner_head(words, first, definition, lexicon)) is not None:
        skipped = words[inner].start - definition.long_start
        return replace(definition, long_start=words[inner].start, long=definition.long[skipped:])
    sender = None if first is None else _operation_of(words, first, definition, lexicon)
    if sender is not None:
        return begun_at(definition, sender, words)
    if first is not None and words[first].is_capitalised:
        led = lexicon.is_head(words[first].folded) or words[first].lower in lexicon.words("post_holders")
        if led or words[first].lower in lexicon.words("feast"):
            return definition  # «comité de pilotage du [Mois de la lecture (ML)]»
        if _is_foreign_name(words, first, definition, lexicon):
            return definition
    if start >= definition.long_start and first is not None and words[first].is_acronym:
        start = _head_before(words, first, lexicon) or definition.long_start
    if start >= definition.long_start or _is_owner(words, first, start, definition, lexicon):
        return definition
    return begun_at(definition, start, words)


def _is_owner(
    words: Sequence[Word], first: int | None, start: int, definition: Definition, lexicon: NameLexicon
) -> bool:
    """Whether an acronym spells a body alone, whose undertaking stands before it: «l'action de la [direction des ports] (DP)»."""
    opened = beginning_at(words, start)
    head = None if first is None else lexicon.head_at(words, first)
    if first is None or opened is None or head is None or head[1].kind != "organisation":
        return False
    links = [word.lower for word in words[opened + 1 : first]]
    definite = bool(links) and links[-1] not in lexicon.words("bare_of")
    linked = all(link in lexicon.words("of") | lexicon.words("article") for link in links)
    return definite and linked and fold(definition.short[0]) == words[first].folded[:1] != words[opened].folded[:1]


def around_body(
    definition: Definition,
    words: Sequence[Word],
    by_end: Mapping[int, int],
    lexicon: NameLexicon,
) -> Definition | None:
    """Give the definition of the undertaking of a body and where it is: «[mission conduite par] l'Union européenne en Géorgie».

    Args:
        definition: its long form is the body with the place.
        words: of the document.
        by_end: for the offsets at which names end, where the longest begins.
        lexicon: heads and classes of words.

    Returns:
        The definition with the undertaking's head in front; ``None`` where no undertaking stands there.
    """
    first = beginning_at(words, definition.long_start)
    start = by_end.get(definition.long_end, definition.long_start)
    if start >= definition.long_start and first is not None:
        start = _head_before(words, first, lexicon) or definition.long_start
    return None if start >= definition.long_start else begun_at(definition, start, words)


def _inner_head(words: Sequence[Word], first: int, definition: Definition, lexicon: NameLexicon) -> int | None:
    """Where the name begins that a common noun in lower case has as its complement, unless the acronym has the noun.

    «réseau des [centres de coordination …]», «commandement de la [mission européenne …] (EUTM)», but «cellule de
    coordination régionale (CCR)».
    """
    head = lexicon.head_at(words, first)
    if head is None:
        return _capitalised_head(words, first, definition, lexicon)
    if words[first].is_capitalised or fold(definition.short[0]) == words[first].folded[0]:
        return None
    definite = lexicon.words("definite") | lexicon.words("article")
    for index in range(head[0], min(len(words) - 1, head[0] + 4)):
        word = words[index]
        if word.start >= definition.long_end or word.lower not in lexicon.words("of") | definite:
            break
        if (word.lower in definite or head[1].lower == "never") and lexicon.head_at(words, index + 1) is not None:
            return index + 1
    return None


def _capitalised_head(words: Sequence[Word], first: int, definition: Definition, lexicon: NameLexicon) -> int | None:
    """Where a name begins whose letter the acronym has too, behind common nouns: «construction du siège du [Centre …] (CDC)»."""
    if words[first].is_capitalised:
        return None
    for index in range(first + 1, min(len(words), first + _FARTHEST)):
        word = words[index]
        if word.start >= definition.long_end or not word.is_word:
            return None
        if word.is_capitalised:
            opens = lexicon.is_head(word.folded) and word.folded[0] == fold(definition.short[0])
            return (
                index if opens and words[index - 1].lower in lexicon.words("definite") | lexicon.words("of") else None
            )
    return None


def _is_foreign_name(words: Sequence[Word], first: int, definition: Definition, lexicon: NameLexicon) -> bool:
    """Whether a long form is a name in English with its noun last, behind an article: «un projet de l'[… Initiative]»."""
    if first < 1 or words[first - 1].lower not in lexicon.words("definite") | lexicon.words("article"):
        return False
    end = bisect_left(words, definition.long_end, key=lambda word: word.start)
    inside = words[first:end]
    if not all(word.is_capitalised for word in inside) or len(inside) < len(definition.short):
        return False
    last = inside[-1].lower
    return last in lexicon.words("foreign_organisation") or last in lexicon.words("foreign_programme")


def _operation_of(words: Sequence[Word], first: int, definition: Definition, lexicon: NameLexicon) -> int | None:
    """Where the operation begins whose sender letters in any order have taken for its name.

    «[mission de l'Union européenne de surveillance des lagunes (EUSURV)]», not «mission de l'Union africaine (UA)».
    """
    if not definition.rule.endswith(_UNSURE) or not words[first].is_capitalised:
        return None
    link = first - 1
    link -= (
        link > 0 and words[link].lower in lexicon.words("one_definite") and words[link].lower not in lexicon.words("of")
    )
    if link < 1 or words[link].lower not in lexicon.words("of"):
        return None
    head = lexicon.head_at(words, link - 1)
    last = ending_at(words, definition.long_end)
    inner = words[first + 1 : last] if last is not None else ()
    sent = (
        head is not None
        and head[1].subtype == _OPERATION
        and any(word.lower in lexicon.words("bare_of") for word in inner)
    )
    return words[link - 1].start if sent else None


def _head_before(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int | None:
    """Where a description begins of which the body at ``first`` is the agent: «… dirigée par l'OTAN»."""
    index = first - 1
    while index >= 0 and words[index].lower in lexicon.words("article"):
        index -= 1
    if index < 0 or words[index].lower not in lexicon.words("by"):
        return None
    for position in range(index - 1, max(-1, index - 16), -1):
        word = words[position]
        if not word.is_word or word.pos in VERBS:
            return None
        if lexicon.is_head(word.folded):
            return word.start
    return None
