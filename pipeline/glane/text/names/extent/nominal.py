"""Reading nouns with their determiners and adjectives, and links, inside an institutional name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import NOT_NOUN, PLURAL
from glane.text.names.extent.runs import RunReader
from glane.text.names.parts import Nominal, Phrase
from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from glane.text.words import Word

_QUALITIES = frozenset({"ADJ", "NOUN", PARTICIPLE})
_SIDES = frozenset({"NOUN", "PROPN", "ADJ"})
_SHORTEST_SIDE = 4
_DIGITS = "0123456789"
_ROMAN = frozenset("ivx")


class NominalReader(RunReader):
    """Reads nominals in one text."""

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
        return self._lexicon.is_civil(self._words, position) or self._is_joined(position)

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
        return self._tied_end(self._two_sided_end(end))

    def _two_sided_end(self, end: int) -> int:
        """Index behind the two sides that a hyphen joins, of what has two: «l'adéquation formation-emploi»; or ``end``."""
        word = self._words[end] if end < len(self._words) else None
        if word is None or "-" not in word.text or not word.text.islower() or word.pos not in _SIDES:
            return end
        sides = word.text.split("-")
        alike = len(sides) == 2 and all(side.isalpha() and len(side) >= _SHORTEST_SIDE for side in sides)
        return end + 1 if alike and self._words[end - 1].text.islower() else end

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
        if not self._words[lead].is_capitalised:
            return end
        national = self._words[end - 1].folded in self._lexicon.country_adjectives or self._in(end - 1, "level")
        link = end + (end < limit and self._in(end, "residing"))
        noun = link + 1 + (link + 1 < limit and self._in(link + 1, "article"))
        abroad = noun < limit and self._in(link, "to_alone") and self._in(noun, "living_abroad")
        return noun + 1 if national and abroad else end

    def _putting_end(self, lead: int, end: int, limit: int) -> int:
        """Index behind what makes one noun with «Mise»: «Mise en Valeur», «de mise en valeur», «de Mise à Niveau»; or ``end``."""
        named = self._words[lead].is_capitalised or self._in(lead - 1, "bare_of")
        if end != lead + 1 or not named or end + 1 >= limit or not self._in(lead, "putting"):
            return end
        into = self._in(end, "in") and self._can_lead(end + 1, limit)
        return end + 2 if into or (self._in(end, "to_alone") and self._in(end + 1, "put_to")) else end

    def _is_putting(self, nominal: Nominal, start: int) -> bool:
        """Whether a nominal that begins at a word is «mise» with what makes one noun with it."""
        return self._in(start, "putting") and nominal.end > start + 1

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
        if self._numbers_meeting(word, position + 1, limit):
            return False
        return word.is_capitalised or word.pos not in NOT_NOUN

    def _numbers_meeting(self, word: Word, position: int, limit: int) -> bool:
        """Whether an ordinal numbers the noun behind it, which a body is not of: «le Comité du 5e Forum»."""
        digits = word.text[0].isdigit() and word.lower.lstrip(_DIGITS) in self._lexicon.words("rank")
        if not (digits or (word.text.islower() and word.lower.endswith(self._ordinal))) or position >= limit:
            return False
        return self._words[position].is_capitalised or self._in(position, "series")

    def _opens_heading(self, position: int, limit: int) -> bool:
        """Whether a preposition with a capital begins a sentence behind a word in small letters: «le Comité de crise En cas»."""
        if not 0 < position < limit or not self._words[position].is_capitalised or self._words[position].text.isupper():
            return False
        return self._words[position - 1].text.islower() and (self._in(position, "in") or self._in(position, "to"))

    def _read_link(self, position: int, limit: int) -> tuple[str, int]:
        """Read the words that open a complement: the class of link and the index behind them."""
        if self._opens_heading(position, limit):
            return "", position
        phrase_end = self._lexicon.phrase_end(self._words, position)
        if phrase_end and phrase_end < limit:
            regarding = any(self._in(index, "towards_noun") for index in range(position, phrase_end))
            if not regarding or self._in(position - 1, "conduct"):
                return "phrase", phrase_end  # «discrimination à l'égard des femmes», not «Agence à l'égard des centres»
        if position < limit and self._in(position, "inside"):
            return "inside", position + 1
        link = self._lexicon.link(self._words[position].lower) if position < limit else ""
        return link, position + bool(link)
