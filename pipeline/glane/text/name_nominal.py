"""Reading nouns and runs of capitalised words, inside an institutional name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.name_adjectives import DASHES, NOT_NOUN, PLURAL, AdjectiveReader
from glane.text.name_parts import Nominal, Phrase
from glane.text.words import PARTICIPLE, is_joint

if TYPE_CHECKING:
    from glane.text.words import Word

QUOTES = {"«": "»", "“": "”", '"': '"'}

_LONGEST_QUOTE = 30
_QUALITIES = frozenset({"ADJ", "NOUN", PARTICIPLE})
_DIGITS = "0123456789"
_ROMAN = frozenset("ivx")
_LETTERS = frozenset("VX")
_CONNECTORS = 2
"""Words of another language between two of a name."""


class NominalReader(AdjectiveReader):
    """Reads nominals in one text."""

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
                if not (self._words[end + 1].is_capitalised or self._words[end + 1].is_number):
                    break
                end += 2
                continue
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

    def _is_titling(self, position: int) -> bool:
        """Whether a word is a title before a person's name: «Dr», and «Prof.» with its full stop."""
        after = position + 1
        dotted = self._in(position, "dotted_title") and after < len(self._words) and self._words[after].text == "."
        return dotted or self._in(position, "title")

    def _is_number_sign(self, position: int) -> bool:
        """Whether a number follows what announces one: «Ministère de la Mer et des Ports No 12», «No. 12»."""
        number = position + 1
        if not self._in(position, "number_sign") or number >= len(self._words):
            return False
        number += self._words[number].text == "."
        return number < len(self._words) and self._words[number].is_number

    def _linked_end(self, position: int, limit: int) -> int:
        """Index behind what joins a capitalised word to a name, and that word; ``position`` where nothing does.

        «Feed the Future», «Skills in the Delta», «Food & Trade», «INTERREG V Caraïbes».
        """
        if self._is_edition(position, limit):
            return position + 1
        noun = position
        while noun < min(limit, position + _CONNECTORS) and (
            self._in(noun, "foreign_connector") or (noun == position and self._in(noun, "and"))
        ):
            noun += 1
        if not self._is_capitalised(noun, limit) or noun in self._known:
            return position
        links = range(position, noun)
        strange = any(self._in(index, "foreign_only") for index in links)
        joined = len(links) == 1 and self._words[position].text == "&" and not self._opens_name(noun, limit)
        partner = len(links) == 1 and self._in(position, "and") and self._in(noun, "partner")  # «Mirabaud et Cie»
        return noun + 1 if strange or joined or partner else position

    def _opens_name(self, position: int, limit: int) -> bool:
        """Whether a head noun with a complement of its own stands here: another name than the one before it."""
        word = self._words[position]
        if word.is_acronym or not self._lexicon.is_head(word.folded) or position + 1 >= limit:
            return False
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

    def _read_nominal(self, position: int, limit: int) -> Nominal | None:
        """Read a noun with its determiner and adjectives; ``None`` where no such thing begins here."""
        determiner = ""
        if position < limit and self._in(position, "article"):
            determiner = self._words[position].lower
            position += 1
        if position >= limit:
            return None
        fixed = self._read_fixed(position, determiner, limit)
        if fixed is not None:
            return fixed
        known = self._known.get(position)
        if known is not None:
            if known.kind == "blocked":
                return None
            end = self._read_adjectives(Phrase(end=0), known.end, limit) if known.kind != "country" else known.end
            return Nominal(end, True, known.kind, lead=self._words[position].lower, determiner=determiner)
        begin = position
        position = self._skip_front(begin, limit)
        if position > begin and self._in(position, "title"):
            return Nominal(position + 1, False, "noun", lead=self._words[begin].lower, determiner=determiner)
        if not self._can_lead(position, limit):
            return None
        lead = self._words[position]
        inner = Phrase(end=0)
        begins = position if lead.is_capitalised else position + 1
        runs = lead.is_capitalised or (self._in(position, "geo") and self._is_capitalised(position + 1, limit))
        end = self._pair_end(self._read_run(begins, limit), position, limit) if runs else position + 1
        end = self._covered_end(self._putting_end(position, max(end, position + 1), limit), limit)
        end = self._developing_end(self._read_adjectives(inner, end, limit), position)
        end = self._lexicon.phrase_end(self._words, end, "noun_tail") or self._abroad_end(end, position, limit)
        ruled = self._ruled_end(end, position, limit)
        end, inner.state = max(end, ruled), inner.state or bool(ruled)
        proper = any(word.is_capitalised and not self._lexicon.is_weak(word.folded) for word in self._words[begin:end])
        kind = "noun"
        if lead.is_acronym and end == position + 1:
            several = position > 0 and (self._in(position - 1, "several") or self._in(position - 1, "of_several"))
            common = several and lead.text in self._lexicon.stops  # «Fonds pour les PMA», not «Bureau de l'ONG»
            kind, proper = ("noun", False) if common else ("acronym", proper)
        elif lead.is_capitalised and self._lexicon.is_head(lead.folded) and not self._is_no_body(position):
            kind = "body"
        return Nominal(end, proper, kind, inner.state, self._words[begin].lower, determiner)

    def _is_no_body(self, position: int) -> bool:
        """Whether a head noun opens the name of no body here: joined by a hyphen, or «Société Civile»."""
        after = position + 1
        civil = self._in(position, "civil_head") and after < len(self._words) and self._in(after, "civil_adjective")
        return civil or self._is_joined(position)

    def _read_fixed(self, position: int, determiner: str, limit: int) -> Nominal | None:
        """Read what has no noun to lead it, or one behind an ordinal: «du 5e arrondissement», «des plus démunis»."""
        ranked = self._ranked_end(position, limit)
        if ranked:
            return Nominal(ranked, True, "noun", lead=self._words[ranked - 1].lower, determiner=determiner)
        if self._is_superlative(position, limit):
            return Nominal(position + 2, False, "noun", lead=self._words[position + 1].lower, determiner=determiner)
        return None

    def _is_superlative(self, position: int, limit: int) -> bool:
        """Whether those who are most something stand behind an article or a contraction: «des plus démunis»."""
        if position + 1 >= limit or not self._in(position, "superlative"):
            return False
        word = self._words[position + 1]
        led = (
            self._in(position - 1, "contracted")
            or self._in(position - 1, "of_several")
            or self._in(position - 1, "article")
        )
        return led and word.text.islower() and word.lower.endswith(PLURAL) and word.pos in _QUALITIES

    def _ranked_end(self, position: int, limit: int) -> int:
        """Index behind a part of a town that an ordinal names: «5e arrondissement», «XIIe arrondissement»; 0 for none."""
        if position + 1 >= limit or not self._in(position + 1, "ranked_noun"):
            return 0
        lower = self._words[position].lower
        digits = lower[:1].isdigit() and lower.lstrip(_DIGITS) in self._lexicon.words("rank")
        endings = (end for end in self._lexicon.words("roman_ending") if lower.endswith(end))
        roman = any(set(lower.removesuffix(end)) <= _ROMAN for end in endings)
        return position + 2 if digits or roman or self._in(position, "rank_word") else 0

    def _covered_end(self, end: int, limit: int) -> int:
        """Index behind what one is covered against: «de la Couverture maladie universelle»."""
        return end + 1 if end < limit and self._in(end - 1, "cover") and self._in(end, "covered") else end

    def _developing_end(self, end: int, lead: int) -> int:
        """Index behind what one cooperates in or has relations with, one field of ministries.

        «de la coopération au développement», «des Relations avec le Parlement».
        """
        for noun, tail in (("cooperating", "cooperating_tail"), ("dealing_noun", "dealing_tail")):
            if self._in(lead, noun):
                return self._lexicon.phrase_end(self._words, end, tail) or end
        return self._tied_end(end)

    def _tied_end(self, end: int) -> int:
        """Index behind what questions, risks or illnesses have to do with: «des maladies liées à l'eau»; ``end`` for none."""
        noun = end + 2
        if noun >= len(self._words) or not (self._in(end, "tied") and self._in(end - 1, "tied_noun")):
            return end
        several = [self._words[index].lower.endswith(PLURAL) for index in (end - 1, end)]
        noun += self._in(noun, "article")
        if (
            several[0] != several[1]
            or not self._in(end + 1, "to")
            or not self._can_lead(noun, len(self._words))
            or noun in self._known
        ):
            return end
        run = self._read_run(noun, len(self._words)) if self._words[noun].is_capitalised else noun
        return self._read_adjectives(Phrase(end=0), max(run, noun + 1), len(self._words))

    def _ruled_end(self, end: int, begin: int, limit: int) -> int:
        """Index behind the ruler of a country, with his style before: «Sa Majesté la Reine des Pays-Bas»; 0 for none."""
        title, country = end + 1, end + 3
        if country >= limit or not any(self._in(index, "ruler_style") for index in range(begin, end)):
            return 0
        titled = self._in(end, "article") and self._in(title, "ruler") and self._in(title + 1, "of")
        country += titled and self._in(country, "article")
        known = self._known.get(country) if titled else None
        return known.end if known is not None and known.kind == "country" else 0

    def _abroad_end(self, end: int, lead: int, limit: int) -> int:
        """Index behind where nationals live: «des Béninois résidant à l'étranger», «de la Communauté nationale à l'étranger»."""
        national = self._words[end - 1].folded in self._lexicon.country_adjectives or self._in(end - 1, "level")
        link = end + (end < limit and self._in(end, "residing"))
        noun = link + 1 + (link + 1 < limit and self._in(link + 1, "article"))
        abroad = noun < limit and self._in(link, "to_alone") and self._in(noun, "living_abroad")
        return noun + 1 if national and abroad and self._words[lead].is_capitalised else end

    def _putting_end(self, lead: int, end: int, limit: int) -> int:
        """Index behind what makes one noun with «Mise en»: «Mise en Valeur», «de mise en valeur»; ``end`` for other nouns."""
        named = self._words[lead].is_capitalised or self._in(lead - 1, "bare_of")
        put = end == lead + 1 and named and self._in(lead, "putting")
        return end + 2 if put and end + 1 < limit and self._in(end, "in") and self._can_lead(end + 1, limit) else end

    def _skip_front(self, position: int, limit: int) -> int:
        """Index behind the adjectives that stand before a noun: «des petites et moyennes entreprises», «du Premier ministre»."""
        while position + 1 < limit and self._in(position, "front_adjective"):
            joined = (
                position + 2 < limit and self._in(position + 1, "and") and self._in(position + 2, "front_adjective")
            )
            leads = self._can_lead(position + 1, limit) or self._in(position + 1, "title")
            if not joined and not leads:
                break
            position += 2 if joined else 1
        return position

    def _pair_end(self, end: int, first: int, limit: int) -> int:
        """Index behind a second capitalised adjective: «de la Coopération Économique et Financière»."""
        if end - first < 2 or end + 1 >= limit or not self._in(end, "and") or not self._is_capitalised(end + 1, limit):
            return end
        one, other = self._words[end - 1], self._words[end + 1]
        alike = (
            all(self._lexicon.is_tagged_adjective(word.lower) for word in (one, other))
            and one.lower[-1] == other.lower[-1]
        )
        return end if not alike or self._lexicon.is_head(other.folded) else end + 2

    def _can_lead(self, position: int, limit: int) -> bool:
        """Whether a word can be the noun of a complement."""
        if position >= limit:
            return False
        word = self._words[position]
        known = self._known.get(position)
        if len(word.text) == 1 and position + 1 < limit and self._words[position + 1].text == ".":
            return False  # «sous la direction de S. Delorme»
        if not word.is_word or (known is not None and known.kind == "blocked") or self._is_inverted(word):
            return False  # «Quelles conclusions le Conseil fédéral en tire-t-il»
        if self._in(position, "title") or (self._lexicon.is_function(word.lower) and not word.is_capitalised):
            return False
        if word.pos == "NUM" and word.text.islower() and self._in(position - 1, "bare_of"):
            return False  # «un Conseil de onze membres»
        return word.is_capitalised or word.pos not in NOT_NOUN

    def _read_link(self, position: int, limit: int) -> tuple[str, int]:
        """Read the words that open a complement: the class of link and the index behind them."""
        phrase_end = self._lexicon.phrase_end(self._words, position)
        if phrase_end and phrase_end < limit:
            regarding = any(self._in(index, "towards_noun") for index in range(position, phrase_end))
            if not regarding or self._in(position - 1, "conduct"):
                return "phrase", phrase_end  # «discrimination à l'égard des femmes», not «Agence à l'égard des centres»
        if position < limit and self._in(position, "inside"):
            return "inside", position + 1
        link = self._lexicon.link(self._words[position].lower) if position < limit else ""
        return link, position + bool(link)


def _is_part_of_code(word: Word) -> bool:
    """Whether a word is a number or one capital."""
    return word.is_number or (len(word.text) == 1 and word.text.isupper())
