"""Numbers of notes that touch the word before them, as text taken out of a PDF has them: «la Cour des comptes2».

Raised ones («comptes²») are out of the shadow already.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from glane.text.forms import fold, form_of
from glane.text.words import Word, Words, is_hyphen

if TYPE_CHECKING:
    from glane.text.knowledge import KnowledgeBase

_WORD = re.compile(r"([^\W\d_]*[^\W\d_A-Z]{3})([1-9]\d{0,2})")
_ACRONYM = re.compile(r"([A-Z]{3,})([1-9]\d?)")
_LONGEST_NAME = 8
# Letters of an acronym that is hardly numbered.
_LONG_ACRONYM = 5
_FEWEST = 2


def without_notes(words: Words, knowledge: KnowledgeBase) -> Words:
    """Leave out the numbers of notes that touch a word.

    A word in small letters ends in no number. A name may («Africa50»): there the name without it has to be known, or stand
    elsewhere in the text, or the text has to have such notes elsewhere.

    Args:
        words: of a text.
        knowledge: names that are known.

    Returns:
        The words, those with a note shorter by it; the same ones where there is no note.
    """
    numbered = {
        text: match for text in words.places if (match := _read(text)) and text.lower() not in knowledge.numbered
    }
    if not numbered:
        return words
    stems = Counter(match[1] for match in numbered.values())
    plain = {text for text in numbered if text.islower()}
    has_notes = len(plain) >= _FEWEST
    found: dict[int, str] = {}
    for text, match in numbered.items():
        for index in words.places[text]:
            if (text in plain and not _is_coined(words, index)) or (
                _is_noted_acronym(words, match[1], stems, knowledge)
                if match.re is _ACRONYM
                else _is_noted_name(words, index, match[1], knowledge, has_notes=has_notes)
            ):
                found[index] = match[1]
    if not found:
        return words
    return Words(
        Word(word.start, form_of(found[index])) if index in found else word for index, word in enumerate(words)
    )


def _read(text: str) -> re.Match[str] | None:
    """Cut a word into what it is without a number behind, and the number."""
    return _WORD.fullmatch(text) or _ACRONYM.fullmatch(text) if text[0].isalpha() and not text[-1].isalpha() else None


def _is_coined(words: Words, index: int) -> bool:
    """Whether a hyphen joins a word to the acronym before it, as in the name of an undertaking: «SIG-éco21»."""
    return is_hyphen(words, index - 1) and words[index - 2].is_acronym


def _is_noted_acronym(words: Words, stem: str, stems: Counter[str], knowledge: KnowledgeBase) -> bool:
    """Whether an acronym with a number is a known body's with a note: «l'OMS3», not the stations «RTI1» and «RTI2»."""
    rows = knowledge.by_acronym.get(stem, ())
    # Programmes have editions: «le PIA3».
    is_body = bool(rows) and all(row.kind == "organisation" for row in rows) and stems[stem] == 1
    return is_body and (stem in words.places or len(stem) >= _LONG_ACRONYM)


def _is_noted_name(words: Words, index: int, stem: str, knowledge: KnowledgeBase, *, has_notes: bool) -> bool:
    """Whether a name ends before a number that touches its last word."""
    before = words[index - 1] if index else None
    if before is None:
        return False
    if any(_stands_behind(words, at, before.text) for at in words.places.get(stem, ())):
        return True
    if has_notes and before.text.islower() and before.is_word:
        return True
    name = stem
    for word in reversed(words[max(0, index - _LONGEST_NAME) : index]):
        if word.is_break:
            return False
        # An elided word touches the next one.
        name = f"{word.text}{name}" if word.text.endswith("'") else f"{word.text} {name}"
        if fold(name) in knowledge.by_name:
            return True
    return False


def _stands_behind(words: Words, index: int, before: str) -> bool:
    """Whether a word stands behind another one, and no number behind it: not the one of «l'université Lyon 2»."""
    is_numbered = index + 1 < len(words) and words[index + 1].is_number
    return index > 0 and words[index - 1].text == before and not is_numbered
