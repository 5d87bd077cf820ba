"""Acronyms that stand in a list of things rather than of bodies: «des normes comme ABC et DEF», «les aides (ABC, DEF)»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.used.things import is_acronym
from glane.text.words import find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST_LIST = 40
_LONGEST_BRACKET = 30
_MOST_BETWEEN = 4
"""Words between the noun of what a bracket lists and the bracket: «des allocations de France Travail (…)»."""
_MANY = 3
_OPENING = ":"
_SEPARATORS = frozenset(",/;")
_LEFT_OUT = frozenset(".…")
"""What may end a list that goes on: «(ABC, DEF, ..)»."""


def find_amounts(words: Sequence[Word], lexicon: NameLexicon) -> set[str]:
    """Find the acronyms of sums, which are gross or net somewhere in the text: «la CAF brute»."""
    gross = lexicon.find_class(words, "amount_adjective")
    return {words[index - 1].text for index in gross if index and words[index - 1].is_acronym}


def find_listed_things(words: Sequence[Word], lexicon: NameLexicon) -> frozenset[str]:
    """Find the acronyms in lists that a noun for several things leads to: «des normes comme ABC, DEF et GHI».

    Args:
        words: of the document.
        lexicon: classes of words.
    """
    found: set[str] = set()
    for noun in lexicon.find_class(words, "standards"):
        for index in _list_behind(words, noun + 1, lexicon):
            if is_acronym(words[index]):
                found.add(words[index].text)
    return frozenset(found)


def find_bracketed_things(
    words: Sequence[Word],
    known: Mapping[int, bool],
    defined: Collection[str],
    lexicon: NameLexicon,
) -> frozenset[int]:
    """Find known acronyms that something else than their bodies is listed by: «(XML, JSON, RDF)», «aides (APL, RSA)».

    A noun for things leads to the bracket; or none leads to it, and what is known of it is little and short. All of it
    known, it lists bodies.

    Args:
        words: of the document.
        known: by their index, the acronyms that the knowledge base has, and whether they may mean something else.
        defined: acronyms that the document defines.
        lexicon: classes of words.

    Returns:
        Indices of acronyms that are no bodies.
    """
    found: set[int] = set()
    for opening in find_texts(words, "("):
        items = _read_bracket(words, opening, lexicon)
        bodies = [index for index in items if index in known]
        if not 0 < len(bodies) < len(items) or any(words[index].text in defined for index in items):
            continue
        led = _lead_of(words, opening, lexicon)
        frail = all(known[index] for index in bodies) and len(bodies) * 2 <= len(items) >= _MANY
        if led == "standards" or (not led and frail):
            found.update(bodies)
    return frozenset(found)


def _read_bracket(words: Sequence[Word], opening: int, lexicon: NameLexicon) -> list[int]:
    """The indices of the acronyms in a bracket; none where it holds anything but acronyms and what separates them."""
    items: list[int] = []
    for index in range(opening + 1, min(len(words), opening + _LONGEST_BRACKET)):
        word = words[index]
        if word.text == ")":
            return items
        if word.is_acronym and word.text.isupper() and word.text.isalpha():
            items.append(index)
        elif word.text not in _SEPARATORS | _LEFT_OUT and word.lower not in lexicon.words("and"):
            return []
    return []


def _lead_of(words: Sequence[Word], opening: int, lexicon: NameLexicon) -> str:
    """The class of the nearest noun for several before a bracket: ``standards``, ``actors``; empty where none is near."""
    for index in range(opening - 1, max(-1, opening - 2 - _MOST_BETWEEN), -1):
        word = words[index]
        if not word.is_word:
            return ""
        for name in ("standards", "actors"):
            if word.lower in lexicon.words(name):
                return name
    return ""


def _list_behind(words: Sequence[Word], position: int, lexicon: NameLexicon) -> Iterator[int]:
    """The indices of the capitalised words of a list that is led to at a word; none where nothing leads to one."""
    start = position
    while position < len(words) and (
        words[position].lower in lexicon.words("such_as") or words[position].text == _OPENING
    ):
        position += 1
    if position == start:
        return
    for index in range(position, min(len(words), position + _LONGEST_LIST)):
        word = words[index]
        if word.is_word and word.is_capitalised:
            yield index
        elif word.text not in _SEPARATORS and word.lower not in lexicon.words("and") | lexicon.words("article"):
            return
