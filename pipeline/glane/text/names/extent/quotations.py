"""Names in quotation marks right behind a head noun: «projet clé « Gestion des données »»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import is_no_adjective
from glane.text.names.extent.runs import find_closing
from glane.text.words import QUOTES, VERBS

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Phrase


def read_quoted(reading: Reading, phrase: Phrase, head: HeadRow, position: int, limit: int) -> bool:
    """Read a name in quotation marks, behind a number or a noun that says of which sort the undertaking is."""
    begin = position
    numbered = head.kind == "programme" and reading.words[begin].is_number and begin + 1 < limit
    if numbered and reading.words[begin + 1].text in QUOTES:
        begin += 1  # «programme 146 « Équipement des forces »»
    elif head.kind == "programme" and _is_apposed_noun(reading, begin, limit):
        begin, phrase.adjectives = begin + 1, phrase.adjectives + 1  # «projet clé « Gestion des données »»
    quotable = head.kind == "programme" or reading.is_capitalised(begin + 1, limit)
    if reading.words[begin].text not in QUOTES or not quotable or _is_asserted(reading, begin + 1):
        return False
    closing = find_closing(reading, begin, limit)
    if closing and phrase.several and is_of_sort(reading, begin, closing):
        return False
    if head.kind == "organisation" and head.lower != "apposed" and is_loosely_quoted(reading, begin):
        return False  # «le rapport de la Confédération " Bilan des aides "»
    if closing:
        phrase.end, phrase.proper, phrase.named, phrase.quoted = closing, True, True, True
    return bool(closing)


def is_loosely_quoted(reading: Reading, opening: int) -> bool:
    """Whether a straight mark has a blank behind it, as around titles: a name that it quotes touches it."""
    inner = opening + 1
    straight = reading.words[opening].text == '"' and inner < len(reading.words)
    return straight and reading.words[inner].start > reading.words[opening].end


def is_of_sort(reading: Reading, opening: int, closing: int) -> bool:
    """Whether a quotation tells what several undertakings are like, «des projets « pilotes »», «« type II »».

    It begins with a noun for sorts, or has no capital nor number.
    """
    return reading.is_in(opening + 1, "sort") or not any(
        word.is_capitalised or word.is_number for word in reading.words[opening + 1 : closing - 1]
    )


def _is_asserted(reading: Reading, position: int) -> bool:
    """Whether a verb in small letters opens a quotation: what is said of an undertaking, not its name.

    «le projet « vise à … »», «ils ont pour mission « de mener des opérations »».
    """
    if position + 1 >= len(reading.words) or reading.words[position].is_capitalised:
        return False
    if reading.is_in(position, "quoted_verb"):
        return True
    after = reading.words[position + 1]
    return (
        reading.is_in(position, "bare_of") and after.pos in VERBS and reading.lexicon.has_infinitive_ending(after.lower)
    )


def _is_apposed_noun(reading: Reading, position: int, limit: int) -> bool:
    """Whether a common noun says of which sort an undertaking is, before its name in quotation marks."""
    word = reading.words[position]
    if (
        position + 1 >= limit
        or not word.is_word
        or word.is_capitalised
        or reading.words[position + 1].text not in QUOTES
    ):
        return False
    if reading.is_in(position, "key_noun"):  # which taggers take for all sorts of things
        return True
    return word.pos in {"NOUN", "ADJ"} and not is_no_adjective(reading, position)
