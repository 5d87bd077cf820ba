"""Long forms that are more than a name: a sentence about a body, a body and what is said of it, or two bodies."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.words import VERBS, beginning_at, ending_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.acronyms.find import Definition
    from glane.text.candidate import Candidate
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


_PARTED = 3
"""Words of a noun, its participle and an article at least."""
_LOOSE = "head"
"""End of the rules of definitions whose short form has no letter of the long one."""
_UNORDERED = "order"
_OF_STATES = frozenset({"international", "bank"})


def is_clause(inside: Sequence[Word], definition: Definition, lexicon: NameLexicon) -> bool:
    """Whether a long form is a sentence about a body, or people: «La Marine dispose de … (MDE)», «Directeurs de … (DCS)».

    Args:
        inside: the words of the long form.
        definition: the definition.
        lexicon: classes of words.
    """
    if inside and inside[0].lower in lexicon.words("post_holders"):
        return True
    if definition.rule.endswith(_LOOSE) and _says_what_is_done(inside, lexicon):
        return True
    return any(word.lower in lexicon.words("act") and word.text.islower() and word.pos in VERBS for word in inside[1:])


def is_sign_of_other(definition: Definition, row: EntityRow | None) -> bool:
    """Whether an acronym with no letter of an organisation of states is another thing's: «… dans l'Union européenne (VELMOR)».

    Args:
        definition: the definition.
        row: the entity that its long form names.
    """
    if row is None or row.subtype not in _OF_STATES or row.country is not None:
        return False
    return definition.rule.endswith(_LOOSE) and definition.short not in row.acronyms


def goes_on_to(known: Candidate | None, definition: Definition, words: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether a long form is a known body with what its post is for, or what is said of another thing behind a comma.

    «le commissaire de la Commission européenne à la pêche», «Soutenue par l'Union africaine, la démarche dite DUO».

    Args:
        known: the known name that begins where the long form does.
        definition: the definition.
        words: of the document.
        lexicon: classes of words.
    """
    if known is None or known.end >= definition.long_end or not definition.rule.endswith(_UNORDERED):
        return False
    last = ending_at(words, known.end)
    if last is None or last + 1 >= len(words):
        return False
    return words[last + 1].lower in lexicon.words("to") or words[last + 1].text == ","


def second_body(definition: Definition, words: Sequence[Word], lexicon: NameLexicon) -> Definition:
    """Begin a long form at the second of two bodies, whose letter the short form begins with.

    «le ministère des Ports et l'[Agence de la lagune] (ALAG)».

    Args:
        definition: the definition.
        words: of the document.
        lexicon: heads and classes of words.
    """
    first = beginning_at(words, definition.long_start)
    letter = fold(definition.short[0])
    if first is None or not definition.rule.endswith(_UNORDERED) or words[first].folded[:1] == letter:
        return definition
    end = bisect_left(words, definition.long_end, key=lambda word: word.start)
    for index in range(first + 1, end - 2):
        article, noun = words[index + 1], words[index + 2]
        if words[index].lower not in lexicon.words("and") or article.lower not in lexicon.words("article"):
            continue
        if noun.is_capitalised and noun.folded[0] == letter and lexicon.head_at(words, index + 2) is not None:
            skipped = noun.start - definition.long_start
            return replace(definition, long_start=noun.start, long=definition.long[skipped:])
    return definition


def _says_what_is_done(inside: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether a verb or a present participle makes a long form a sentence: «société filtrant des eaux»."""
    if len(inside) < _PARTED:
        return False
    doing = inside[1].text.islower() and inside[1].lower.endswith(lexicon.affixes("doing_ending"))
    acted = inside[2].lower in lexicon.words("explaining") | lexicon.words("of_several") | lexicon.words("article")
    return (doing and acted) or any(word.pos in VERBS and word.text.islower() for word in inside[1:])
