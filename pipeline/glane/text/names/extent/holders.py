"""Who has the post that stands before a body, named right behind it: «la présidente de la Commission européenne Ida Kelm»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import PLURAL
from glane.text.names.extent.worded import WordedReader

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.parts import Nominal, Phrase


class HolderReader(WordedReader):
    """Tells persons behind bodies from what bodies are named after."""

    def _names_holder(self, phrase: Phrase, head: HeadRow, position: int, limit: int) -> bool:
        """Whether a person stands at a word, behind a body with a post before it.

        The body is known, or its head is never named after a person («conseil régional», but «lycée Jean Moulin»).
        """
        if head.kind != "organisation" or not phrase.led:
            return False
        seated = head.is_one_of(self._lexicon.words("seated_head"))
        if not seated and (position != phrase.whole or head.is_one_of(self._lexicon.words("eponymous"))):
            return False
        return self._is_person(position, limit) or self._has_two_names(position, limit)

    def _eponym_end(self, phrase: Phrase, head: HeadRow, nominal: Nominal, limit: int) -> int:
        """Index behind the person after whom a body with a field is named: «Institut de cardiologie Jean Morel».

        Whoever is named behind a post is its holder («le directeur de l'Institut de cardiologie Jean Morel»).
        """
        position = phrase.end
        if (
            not phrase.capital
            or phrase.led
            or phrase.complements != 1
            or head.is_plural(self._words[phrase.begin - 1].lower)
        ):
            return position
        field = nominal.kind == "noun" and nominal.bare and nominal.length == 1
        if not field or not head.is_one_of(self._lexicon.words("named_after")) or not self._is_person(position, limit):
            return position
        noun = self._words[position - 1]
        if not self._lexicon.has_field_ending(noun.lower) or self._words[position].start - noun.end != 1:
            return position
        return self._read_run(position, limit)

    def _is_bearer(self, head: HeadRow, position: int, limit: int) -> bool:
        """Whether who has a post in a body without a name of its own is named behind it: «à la Primature Amadou Sow»."""
        if not head.is_one_of(self._lexicon.words("unnamed_head")) or position in self._known:
            return False
        return self._is_person(position, limit) or self._has_two_names(position, limit)

    def _has_two_names(self, position: int, limit: int) -> bool:
        """Whether a given name that no list has and a surname may stand at a word: «Loïg Kermo», «Ursa von der Lane»."""
        surname = position + 1
        if not self._may_be_given(position, limit) or surname >= limit or surname in self._known:
            return False
        if self._in(surname, "foreign_connector"):
            return self._linked_end(surname, limit) > surname
        word = self._words[surname]
        if not self._is_capitalised(surname, limit) or word.start - self._words[position].end != 1:
            return False
        adjective = self._in(surname, "short_adjective") or self._lexicon.has_adjective_ending(word.lower)
        return not (adjective or self._lexicon.is_head(word.folded))

    def _may_be_given(self, position: int, limit: int) -> bool:
        """Whether a capitalised word is no place, noun or adjective that the tables know, nor a plural."""
        word = self._words[position]
        if not self._is_capitalised(position, limit) or word.is_acronym or position in self._known:
            return False
        if self._lexicon.is_function(word.lower) or self._lexicon.is_head(word.folded) or word.lower.endswith(PLURAL):
            return False
        classes = ("front_adjective", "known_city", "title_noun", "geo", "level", "region_adjective")
        return not (any(self._in(position, name) for name in classes) or self._lexicon.is_portfolio(word.lower))
