"""What is counted by a label («Emplois créés : 45»), or said to have a number («porter à 300 le nombre de lits»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.figures.counted_phrase import NounReader

if TYPE_CHECKING:
    from glane.text.figures.counted_phrase import Tagged

_LONGEST = 12
"""Tokens of a label."""
_LEVELS = ("level", "level_count", "level_money", "level_percent", "level_target")


class LabelReader(NounReader):
    """Reads the labels of figures, and what they are said to be the number of."""

    __slots__ = ()

    def number_of(self, index: int) -> tuple[int, int] | None:
        """Find what is counted where the number is told behind the figure: «porter à 300 le nombre de lits»."""
        if not (self._is(self._at(index), "determiner") and self._is(self._at(index + 1), "number_noun")):
            return None
        link = self.link_behind(index + 1)
        return self.phrase(self.skip_determiners(link + 1)) if self.is_of(link) else None

    def link_behind(self, noun: int) -> int:
        """Where «de» may stand behind a noun of number, perhaps behind an adjective: «le nombre total de …»."""
        adjective = self._at(noun + 1)
        return noun + 2 if not self.is_of(noun + 1) and adjective is not None and adjective.pos == "ADJ" else noun + 1

    def labelled(self, colon: int) -> tuple[int, int] | None:
        """Find what a label says is counted, if it says nothing else: «Nombre de lits : 450», «Emplois créés : 45»."""
        begin = colon
        low = max(0, colon - _LONGEST)
        while begin > low and not self.tokens[begin - 1].is_break:
            begin -= 1
        if begin == low > 0:
            return None
        begin = self.skip_determiners(begin)
        at = self.skip_number_noun(begin)
        head = self._at(at)
        is_counted = at > begin or (head is not None and self._ends(head, "plural") and not self._has_level(head))
        phrase = self.phrase(at) if is_counted and at < colon else None
        return phrase if phrase is not None and phrase[1] == self.tokens[colon - 1].end else None

    def skip_number_noun(self, begin: int) -> int:
        """Skip «total de» in «un total de 12 communes»."""
        if self._is(self._at(begin), "number_noun") and self.is_of(begin + 1):
            return self.skip_determiners(begin + 2)
        return begin

    def _has_level(self, token: Tagged) -> bool:
        """Whether a word is of what has an amount rather than a number: «budgets», «taux», «objectifs»."""
        return any(self.rules.context(name).has_word(token.lower) for name in _LEVELS)
