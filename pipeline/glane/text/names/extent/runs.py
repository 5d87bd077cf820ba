"""Reading runs of capitalised words, inside an institutional name, and quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import DASHES, AdjectiveReader
from glane.text.words import QUOTES, is_joint

if TYPE_CHECKING:
    from glane.text.words import Word

_LONGEST_QUOTE = 30
_LETTERS = frozenset("VX")
_SHORTEST_COINED = 2
_SOUNDING = frozenset("24")
_CONNECTORS = 2
"""Words of another language between two of a name."""


class RunReader(AdjectiveReader):
    """Reads runs of capitalised words in one text."""

    def _read_run(self, position: int, limit: int) -> int:
        """Read a run of capitalised words and acronyms («Resolute Support», «OTAN-Géorgie»)."""
        end = position
        while end < limit:
            word = self._words[end]
            known = self._known.get(end)
            if known and known.kind == "blocked":
                break
            joins = word.text in DASHES or word.text == "&" or (word.text == "/" and self._is_code(end, limit))
            if joins and end > position and end + 1 < limit and is_joint(self._words, end):
                if not (self._words[end + 1].is_capitalised or self._words[end + 1].is_number or self._is_coined(end)):
                    break
                behind = self._known.get(end + 1)
                end = behind.end if behind is not None and behind.kind == "country" else end + 2
                continue  # «Commission mixte Gabon-Côte d'Ivoire»
            if (
                end > position
                and word.text == "."
                and is_joint(self._words, end)
                and self._words[end + 1].text.islower()
            ):
                end += 2  # «IA.rbre»
                continue
            linked = self._linked_end(end, limit) if end > position else end
            if linked > end:
                end = linked
                continue
            if not (word.is_word and word.is_capitalised and len(word.text) > 1) or self._is_titling(end):
                break
            if self._is_number_sign(end):
                break
            if end > position and (self._opens_name(end, limit) or self._leaves_name(end, limit)):
                break
            end += 1
        return end

    def _is_coined(self, mark: int) -> bool:
        """Whether a hyphen joins a word in small letters to the acronym before it: «SIG-éco21», but not «PAM-ci»."""
        after = self._words[mark + 1]
        coined = self._words[mark].text == "-" and self._words[mark - 1].is_acronym and after.is_word
        return coined and not self._lexicon.is_function(after.lower) and len(after.text) > _SHORTEST_COINED

    def _is_edition(self, position: int, limit: int) -> bool:
        """Whether a Roman numeral of one letter stands between an acronym and a capitalised word: «INTERREG V Caraïbes»."""
        number, after = self._words[position], position + 1
        if number.text not in _LETTERS or not self._is_capitalised(after, limit):
            return False
        known = self._known.get(position - 1)
        if not self._words[position - 1].is_acronym and (known is None or known.kind != "programme"):
            return False  # «Mohammed V»
        apart = number.start - self._words[position - 1].end == 1 == self._words[after].start - number.end
        return apart and not self._lexicon.is_function(self._words[after].lower)

    def _is_preposition(self, position: int, limit: int) -> bool:
        """Whether a number stands for the English word that sounds like it between two capitalised ones: «Skills 4 Delta»."""
        number, after = self._words[position], position + 1
        if number.text not in _SOUNDING or not self._is_capitalised(after, limit):
            return False
        before, behind = self._words[position - 1], self._words[after]
        apart = number.start - before.end == 1 == behind.start - number.end
        other = after in self._known or self._lexicon.is_function(behind.lower) or self._lexicon.is_head(behind.folded)
        return apart and before.is_word and not (before.is_acronym or other)

    def _is_titling(self, position: int) -> bool:
        """Whether a word is a title before a person's name: «Dr», and «Prof.» with its full stop."""
        after = position + 1
        dotted = self._in(position, "dotted_title") and after < len(self._words) and self._words[after].text == "."
        return dotted or self._in(position, "title")

    def _is_number_sign(self, position: int) -> bool:
        """Whether a number follows what announces one: «Ministère de la Mer et des Ports No 12», «No. 12», «En 1921»."""
        number = position + 1
        if not (self._in(position, "number_sign") or self._in(position, "in")) or number >= len(self._words):
            return False
        number += self._words[number].text == "."
        return number < len(self._words) and self._words[number].is_number

    def _linked_end(self, position: int, limit: int) -> int:
        """Index behind what joins a capitalised word to a name, and that word; ``position`` where nothing does.

        «Feed the Future», «Skills in the Delta», «Food & Trade», «INTERREG V Caraïbes».
        """
        if self._is_edition(position, limit) or self._is_preposition(position, limit):
            return position + 1
        if self._words[position].text == "." and self._in(position - 1, "short_saint"):
            return position + 2 if self._is_capitalised(position + 1, limit) else position  # «l'hôpital St. Brendan»
        if self._in(position, "foreign_open_tail") and self._in(position - 1, "foreign_open_lead"):
            return position + 1  # «la division Open data»
        if self._are_relatives(position, limit):
            return position + 2  # «la Fondation Anne et Paul Morel»
        noun = position
        while noun < min(limit, position + _CONNECTORS) and (
            self._in(noun, "foreign_connector") or (noun == position and self._in(noun, "and"))
        ):
            noun += 1
        if not self._is_capitalised(noun, limit):
            return position
        links = range(position, noun)
        strange = any(self._in(index, "foreign_only") for index in links)
        known = self._known.get(noun)
        if known is not None:
            return known.end if strange and known.kind == "country" else position  # «Women Growers of Canada»
        joined = len(links) == 1 and self._words[position].text == "&" and not self._opens_name(noun, limit)
        partner = len(links) == 1 and self._in(position, "and") and self._in(noun, "partner")  # «Mirabaud et Cie»
        return noun + 1 if strange or joined or partner else position

    def _are_relatives(self, position: int, limit: int) -> bool:
        """Whether «et» joins two first names, behind which their surname stands; the second may be in no list."""
        if not (self._in(position, "and") and self._in(position - 1, "first_name")):
            return False
        names = (position + 1, position + 2)
        return all(self._is_capitalised(index, limit) and not self._is_other(index) for index in names)

    def _is_other(self, position: int) -> bool:
        """Whether a capitalised word is no part of a person's name: known, an acronym, a head or a word of grammar."""
        word = self._words[position]
        grammar = self._lexicon.is_function(word.lower) or self._in(position, "of") or self._in(position, "article")
        return position in self._known or word.is_acronym or self._lexicon.is_head(word.folded) or grammar

    def _opens_name(self, position: int, limit: int) -> bool:
        """Whether a head noun with a complement of its own stands here: another name than the one before it."""
        word, before = self._words[position], position - 1
        if word.is_acronym or not self._lexicon.is_head(word.folded) or position + 1 >= limit:
            return False
        if self._words[before].is_capitalised and self._in(before, "article"):
            return False  # «la société Les Forges de Sorve»
        return self._in(position + 1, "of") or self._in(position + 1, "level")

    def _is_code(self, position: int, limit: int) -> bool:
        """Whether a stroke stands between an acronym and a number or another acronym, or goes on with a number.

        «BKF/023», «AVS/AI», «KEN/97/012/B/01».
        """
        if not 0 < position < limit - 1:
            return False
        before, after = self._words[position - 1], self._words[position + 1]
        goes_on = position > 1 and self._words[position - 2].text == "/"
        if not (before.is_acronym or (goes_on and _is_part_of_code(before))):
            return False
        return after.is_acronym or _is_part_of_code(after)

    def _leaves_name(self, position: int, limit: int) -> bool:
        """Whether a capitalised word behind a name is no part of it: a person, a body known by itself, or beyond a gap.

        «Université de Bordeaux Manuel Castaing», «l'Agence belge de développement Enabel».
        """
        word = self._words[position]
        if word.start - self._words[position - 1].end > 1 or word.lower.endswith(self._ordinal):
            return True
        known = self._known.get(position)
        if known is not None and known.kind == "organisation" and word.start > self._words[position - 1].end:
            return True
        if self._opens_clause(position):
            return True
        if self._in(position, "elided") and not self._is_capitalised(position + 1, limit):
            return True  # «… de l'Environnement L'activité»
        if self._in(position, "article") and position + 1 < limit:
            after = self._words[position + 1]
            return (
                self._lexicon.is_head(after.folded) or after.text.islower()
            )  # «… des Eaux et Forêts La mise en œuvre»
        stated = self._in(position - 1, "republic") and self._are_unknown(position, limit)
        if position > 1 and self._in(position - 2, "named_after") and not self._in(position - 1, "known_city"):
            return False  # «l'université Akli Mohand Oulhadj»
        return stated or self._is_person(position, limit)

    def _opens_clause(self, position: int) -> bool:
        """Whether a word with a capital begins the next sentence, before one in small letters: «… de la Mer Lorsque le vent»."""
        after = position + 1
        if after >= len(self._words) or not self._words[after].text.islower() or self._words[position].text.isupper():
            return False
        if self._in(position, "clause_opener"):
            return True
        asks = self._words[position].lower.endswith(self._lexicon.affixes("imperative_ending"))
        return asks and (self._in(after, "possessive") or self._in(after, "article") or self._in(after, "several"))

    def _are_unknown(self, position: int, limit: int) -> bool:
        """Whether two capitalised words stand at an index that are no adjectives, heads or acronyms, as a person's name."""
        for index in (position, position + 1):
            if not self._is_capitalised(index, limit) or index in self._known:
                return False
            word = self._words[index]
            common = self._lexicon.is_head(word.folded) or self._lexicon.is_function(word.lower)
            if common or word.is_acronym or self._is_adjective(index) or self._lexicon.has_adjective_ending(word.lower):
                return False
        return True

    def _is_person(self, position: int, limit: int) -> bool:
        """Whether a given name with a capitalised word behind it, or behind a second given name, begins at a word."""
        if not self._in(position, "first_name"):
            return False
        after = position + 1
        if after + 1 < limit and self._words[after].text == "-" and self._in(after + 1, "first_name"):
            after += 2
        return self._is_capitalised(after, limit)

    def _find_closing(self, position: int, limit: int) -> int:
        """Index behind the closing quotation mark, 0 where there is none within a few words."""
        closing = QUOTES[self._words[position].text]
        if closing == self._words[position].text and self._words[position - 1].end == self._words[position].start:
            return 0  # a straight mark that touches the word before it closes
        for end in range(position + 1, min(limit, position + _LONGEST_QUOTE)):
            if self._words[end].text == closing:
                return end + 1 if end > position + 1 else 0
            if self._words[end].text == "\n":
                return 0
        return 0


def _is_part_of_code(word: Word) -> bool:
    """Whether a word is a number or one capital."""
    return word.is_number or (len(word.text) == 1 and word.text.isupper())
