"""Names of undertakings that say what is done: «projet Appui aux filières», «initiative Alliance pour des lacs vivants»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.belonging import BelongingReader

if TYPE_CHECKING:
    from glane.text.names.parts import Nominal

_TAKEN = (("to", "to_noun"), ("against", "against_noun"), ("for", "for_noun"))
"""Classes of prepositions, and of the nouns that take them."""
_DETERMINERS = ("explaining", "possessive", "plural_indefinite")
_READ = frozenset({"noun", "organisation", "body", "acronym"})


class ActionTitleReader(BelongingReader):
    """Reads on behind the noun of an action with which a name in common words begins."""

    def _taken_end(self, noun: int, limit: int) -> int:
        """Index behind what a capitalised noun takes with its preposition; the index behind the noun where there is nothing.

        Args:
            noun: index of the last capitalised word of a name so far.
            limit: index that the name does not reach beyond.
        """
        link = noun + 1
        if link + 1 >= limit or not self._words[noun].is_capitalised:
            return link
        if not any(self._in(link, preposition) and self._in(noun, nouns) for preposition, nouns in _TAKEN):
            return link
        if self._is_period(link + 1):
            return link  # «le programme Alliance pour la période 2020-2025»
        begin = link + 1 + any(self._in(link + 1, name) for name in _DETERMINERS)
        nominal = self._read_nominal(begin, limit)
        return link if nominal is None or self._is_where(link, begin, nominal) else nominal.end

    def _is_where(self, link: int, begin: int, nominal: Nominal) -> bool:
        """Whether a place follows «à», where the undertaking is, or what is no part of a title."""
        if nominal.kind not in _READ:
            return True
        if not self._in(link, "to"):
            return False
        return nominal.proper and nominal.kind == "noun" and begin == link + 1 and not nominal.determiner

    def _inner_end(self, position: int, limit: int) -> int:
        """Index behind a common noun with a capital that «en» or «au» leads to: «l'association Femmes en Action»."""
        noun = position + 1
        if noun >= limit or not (self._in(position, "in") or self._in(position, "contracted")):
            return position
        word = self._words[noun]
        if not self._is_capitalised(noun, limit) or word.is_acronym or noun in self._known:
            return position
        common = self._in(noun, "title_noun") or self._in(noun, "settled") or self._lexicon.is_head(word.folded)
        return noun + 1 if common or self._lexicon.has_field_ending(word.lower) else position

    def _opened_end(self, position: int, limit: int, *, alone: bool) -> int:
        """Index behind a complement of what opens a title: «Nos quartiers d'été», and alone «Tous à vélo», «Tous en scène»."""
        if position + 1 >= limit:
            return position
        links = ("to_alone", "in") if alone else ("bare_of",)
        if not any(self._in(position, name) for name in links) or self._in(position + 1, "article"):
            return position
        nominal = self._read_nominal(position + 1, limit)
        return position if nominal is None or nominal.proper else position + 2

    def _opened_at(self, position: int, limit: int) -> int:
        """Index behind a preposition and a possessive that follow what opens a title: «Ensemble pour nos forêts»."""
        if position + 2 < limit and (self._in(position, "for") or self._in(position, "against")):
            position += 1
        return position + (position + 1 < limit and self._in(position, "possessive"))
