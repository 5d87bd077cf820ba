"""Defined acronyms that no noun makes bodies, by what they do: «le Carrefour des jeunes (CDJ) a organisé», «la CDJ salue»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.used.bare import does_alone
from glane.text.names.used.predicates import is_led_to
from glane.text.words import beginning_at, find_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.acronyms.find import Definition
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_MOST_PLACES = 20
_LONGEST = 14
"""Words of a second name with its acronym: «et le Relais des pêcheurs du lac (RPL)»."""
_OTHERS = (
    "document",
    "law",
    "product",
    "thing",
    "work",
    "event",
    "post",
    "person",
    "post_holders",
    "title",
    "undertakings",
)
"""Nouns of what acts as bodies do, or is told of as they are, and is none."""


def acts_as_body(definition: Definition, words: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether what a document defines does, once at least, what only bodies do, or has what only they have.

    Args:
        definition: a capitalised long form, with a definite article, whose noun tells nothing, and its acronym.
        words: of the document.
        lexicon: classes of words.
    """
    first = beginning_at(words, definition.long_start)
    if not first or words[first - 1].lower not in lexicon.words("one_definite") or not _may_be(words[first], lexicon):
        return False
    return any(_acts(words, index, lexicon) for index in find_texts(words, (definition.short,))[:_MOST_PLACES])


def _may_be(noun: Word, lexicon: NameLexicon) -> bool:
    """Whether a capitalised noun may be that of a body, which none of the tables has."""
    if not noun.is_capitalised or noun.is_acronym or lexicon.is_head(noun.folded) or lexicon.is_other(noun.folded):
        return False
    return not any(noun.lower in lexicon.words(name) for name in _OTHERS)


def _acts(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym with its article, or with its long form before it, is the subject of what bodies do."""
    after = index + 1
    if after < len(words) and words[after].text == ")":
        return does_alone(words, _subject_end(words, after + 1, lexicon), lexicon)
    if index == 0 or words[index - 1].lower not in lexicon.words("one_definite"):
        return False
    return does_alone(words, after, lexicon) or is_led_to(words, index, lexicon)


def _subject_end(words: Sequence[Word], position: int, lexicon: NameLexicon) -> int:
    """Index behind a second subject with its acronym, that «et» joins: «(RFR) et le Relais des pêcheurs du lac (RPL)»."""
    if position >= len(words) or words[position].lower not in lexicon.words("along"):
        return position
    for closing in range(position + 1, min(len(words), position + _LONGEST)):
        if words[closing].text == ")" and words[closing - 2].text == "(":
            return closing + 1
        if words[closing].is_break and words[closing].text not in "()":
            break
    return position
