"""Names in quotation marks right behind a head noun: «projet clé « Gestion des données »»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.holders import HolderReader
from glane.text.words import QUOTES

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.parts import Phrase


class QuotationReader(HolderReader):
    """Reads what is quoted behind heads in one text."""

    def _read_quoted(self, phrase: Phrase, head: HeadRow, position: int, limit: int) -> bool:
        """Read a name in quotation marks, behind a number or a noun that says of which sort the undertaking is."""
        begin = position
        numbered = head.kind == "programme" and self._words[begin].is_number and begin + 1 < limit
        if numbered and self._words[begin + 1].text in QUOTES:
            begin += 1  # «programme 146 « Équipement des forces »»
        elif head.kind == "programme" and self._is_apposed_noun(begin, limit):
            begin, phrase.adjectives = begin + 1, phrase.adjectives + 1  # «projet clé « Gestion des données »»
        quotable = head.kind == "programme" or self._is_capitalised(begin + 1, limit)
        if self._words[begin].text not in QUOTES or not quotable or self._is_asserted(begin + 1):
            return False
        closing = self._find_closing(begin, limit)
        if closing and phrase.several and self._is_of_sort(begin, closing):
            return False
        if head.kind == "organisation" and head.lower != "apposed" and self._is_loosely_quoted(begin):
            return False  # «le rapport de la Confédération " Bilan des aides "»
        if closing:
            phrase.end, phrase.proper, phrase.named, phrase.quoted = closing, True, True, True
        return bool(closing)

    def _is_loosely_quoted(self, opening: int) -> bool:
        """Whether a straight mark has a blank behind it, as around titles: a name that it quotes touches it."""
        inner = opening + 1
        straight = self._words[opening].text == '"' and inner < len(self._words)
        return straight and self._words[inner].start > self._words[opening].end

    def _is_of_sort(self, opening: int, closing: int) -> bool:
        """Whether a quotation tells what several undertakings are like, «des projets « pilotes »», «« type II »».

        It begins with a noun for sorts, or has no capital nor number.
        """
        return self._in(opening + 1, "sort") or not any(
            word.is_capitalised or word.is_number for word in self._words[opening + 1 : closing - 1]
        )

    def _is_asserted(self, position: int) -> bool:
        """Whether a finite verb in small letters opens a quotation: what is said of an undertaking, not its name."""
        return (
            position < len(self._words)
            and not self._words[position].is_capitalised
            and self._in(position, "quoted_verb")
        )

    def _is_apposed_noun(self, position: int, limit: int) -> bool:
        """Whether a common noun says of which sort an undertaking is, before its name in quotation marks."""
        word = self._words[position]
        if (
            position + 1 >= limit
            or not word.is_word
            or word.is_capitalised
            or self._words[position + 1].text not in QUOTES
        ):
            return False
        if self._in(position, "key_noun"):  # which taggers take for all sorts of things
            return True
        return word.pos in {"NOUN", "ADJ"} and not self._is_barred(position)
