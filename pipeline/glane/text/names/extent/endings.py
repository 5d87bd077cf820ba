"""What a name ends with behind all else: a day, a stage, the year it looks to, the number of a site."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from glane.text.names.context import read_numbered_acronym
from glane.text.names.extent.attributes import AttributeReader
from glane.text.words import ROMAN, is_hyphen

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.parts import Phrase

_APART = frozenset(",-–—")
_CENTURY = 3
"""Words of «au 21e siècle»."""
_LONGEST_SITTING = 10
"""Words of «Emploi, politique sociale, santé et consommateurs»."""
_COUNTED = frozenset({"NOUN", "ADJ", "PROPN", ""})


class EndingReader(AttributeReader):
    """Reads the ends of names in one text."""

    def _read_day(self, phrase: Phrase, head: HeadRow, limit: int) -> None:
        """Read the day that a body is named after: «Mouvement du 3 juin»; a committee meets on others, in small letters."""
        month = phrase.end + 2
        if month >= limit or not (self._in(phrase.end, "of") and self._words[month - 1].is_number):
            return
        dated = head.is_one_of(self._lexicon.words("day_head"))
        committee = head.is_one_of(self._lexicon.words("capital_day_head"))
        named = dated or (committee and self._words[month].is_capitalised)
        year = month + 1 < limit and self._words[month + 1].is_number
        if named and self._in(month, "month") and not year:
            phrase.end, phrase.proper, phrase.named = month + 1, True, True

    def _read_sitting(self, phrase: Phrase, head: HeadRow, limit: int) -> None:
        """Read what a council sits for, in brackets: «Conseil (Agriculture et pêche)»."""
        opening, field = phrase.end, phrase.end + 1
        if (
            field >= limit
            or self._words[opening].text != "("
            or head.forms[0] not in self._lexicon.words("sitting_head")
        ):
            return
        sits = self._lexicon.is_portfolio(self._words[field].lower) or self._in(field, "sitting_field")
        if not (sits and self._is_capitalised(field, limit)):
            return
        for closing in range(field + 1, min(limit, field + _LONGEST_SITTING)):
            if self._words[closing].text == ")":
                phrase.end, phrase.proper, phrase.named = closing + 1, True, True
                return

    def _bracketed_end(self, phrase: Phrase, first: int, limit: int) -> int:
        """Index of the bracket that ends what an acronym before it stands for: «ORCED (Office de … en Coopération)».

        The phrase's own end where more than words and hyphens stand before it, or something known by itself.
        """
        opening, position = first - 1, phrase.end
        if opening < 1 or self._words[opening].text != "(" or not self._words[opening - 1].is_acronym:
            return position
        if not (phrase.capital and phrase.complements):
            return position
        end = position
        while end < limit and self._words[end].text != ")":
            word = self._words[end]
            if end in self._known or not (word.is_word or is_hyphen(self._words, end)):
                return position
            end += 1
        return end if end < limit else position

    @cached_property
    def _resolutions(self) -> frozenset[str]:
        """The numbers of the resolutions that the text cites."""
        nouns = self._lexicon.find_class(self._words, "resolution")
        return frozenset(word.text for noun in nouns for word in self._words[noun + 1 : noun + 2] if word.is_number)

    def _read_resolution(self, phrase: Phrase, head: HeadRow, limit: int) -> None:
        """Read the number of the resolution that a body sees to: «Comité de la Résolution 1540», «Comité 1540»."""
        if head.kind != "organisation" or not phrase.capital or phrase.end >= limit:
            return
        number = self._words[phrase.end]
        if number.is_number and number.text in self._resolutions:
            phrase.end, phrase.proper, phrase.named = phrase.end + 1, True, True

    def _century_end(self, position: int, limit: int) -> int:
        """Index behind the century that the acronym in brackets has the number of: «Consortium … au 21e siècle (COS21)»."""
        bracket = position + _CENTURY
        if bracket + 1 >= limit or not (self._in(position, "to") and self._in(bracket - 1, "century")):
            return position
        acronym = self._words[bracket + 1]
        numbered = self._words[bracket].text == "(" and acronym.is_acronym and acronym.text[-1].isdigit()
        return bracket if numbered else position

    def _horizon_end(self, phrase: Phrase, limit: int) -> int:
        """Index behind the year that a plan looks to: «Stratégie … à l'horizon 2030»."""
        position = phrase.end
        while position < min(limit, phrase.end + 3) and not self._in(position, "horizon"):
            if not (self._in(position, "to") or self._in(position, "article")):
                return phrase.end
            position += 1
        year = position + 1
        follows = phrase.capital and year < limit and self._in(position, "horizon") and self._words[year].is_number
        return year + 1 if follows else phrase.end

    def _stage_end(self, position: int, limit: int) -> int:
        """Index behind the stage of an undertaking: «programme d'appui au secteur des transports phase II»."""
        apart = self._staged_acronym(position, limit)
        if apart or position + 1 >= limit or not self._in(position, "stage"):
            return apart or position
        number = self._words[position + 1]
        return position + 2 if number.is_number or set(number.text) <= ROMAN else position

    def _staged_acronym(self, position: int, limit: int) -> int:
        """Index of the bracket with a numbered acronym behind a stage set apart: «…, deuxième phase (PATE 2)»; 0 for none."""
        if position + 2 >= limit or self._words[position].text not in _APART:
            return 0
        stage = position + 1 + self._in(position + 1, "rank_word")
        bracket = stage + 1
        if bracket < limit and (self._words[bracket].is_number or set(self._words[bracket].text) <= ROMAN):
            bracket += 1
        staged = bracket < limit and self._in(stage, "stage") and self._words[bracket].text == "("
        return bracket if staged and read_numbered_acronym(self._words, bracket) else 0

    def _read_site(self, phrase: Phrase, begin: int, limit: int) -> None:
        """Read the number of a university, and its sites, behind its town or the name that is known."""
        reach = max(phrase.end, phrase.whole)
        if reach == begin:
            return
        end = self._site_end(self._branch_end(reach, limit), limit)
        if end > reach:
            phrase.end, phrase.proper, phrase.named = end, True, True

    def _branch_end(self, position: int, limit: int) -> int:
        """Index behind the number that tells a university from others in its town: «Université de Blida 2»."""
        if position >= limit or len(self._words[position].text) > 1 or not self._words[position].is_number:
            return position
        after = position + 1
        counts = (
            after < limit and self._words[after].is_word and not self._lexicon.is_function(self._words[after].lower)
        )
        return position if counts and self._words[after].pos in _COUNTED else after
