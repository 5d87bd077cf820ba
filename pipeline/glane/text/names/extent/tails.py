"""What goes on a name of some kinds behind what would end others: sites, paired regions, topics of dated plans, members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import DASHES
from glane.text.names.extent.formulas import FormulaReader
from glane.text.words import ROMAN, is_joint

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.parts import Nominal, Phrase

_MOST_SITES = 3
_LABELLING = frozenset(":-–—/")


class TailReader(FormulaReader):
    """Reads tails of names in one text."""

    def _read_beyond(self, phrase: Phrase, first: int, limit: int) -> None:
        """Read what makes another body of a known one: the portfolio behind it, or the part of a country it is one of.

        «l'inspection générale de l'Administration de la Justice», «l'Office régional de mise en valeur du Souss-Massa».
        """
        link, start = self._read_link(phrase.whole, limit)
        nominal = self._read_nominal(start, limit) if link == "of" else None
        if nominal is None or nominal.kind != "noun" or self._in(start - 1, "bare_of") > bool(nominal.determiner):
            return
        noun = start + self._in(start, "article")
        field = self._lexicon.is_portfolio(nominal.lead) and self._words[noun].is_capitalised
        parted = any(self._in(index, "part_level") for index in range(first, phrase.whole))
        if field or (parted and nominal.proper):
            phrase.end = self._read_run(noun, limit) if field else nominal.end
            phrase.proper, phrase.complements = True, phrase.complements + 1

    def _site_end(self, position: int, limit: int) -> int:
        """Index behind the sites that follow a university's number: «Paris VIII – Vincennes - Saint-Denis»."""
        number = self._words[position - 1]
        if not (number.is_number or set(number.text) <= ROMAN):
            return position
        end = position
        for _ in range(_MOST_SITES):
            site = end + 1
            dashed = end < limit and self._words[end].text in DASHES and self._is_capitalised(site, limit)
            if (
                not dashed
                or site in self._known
                or self._lexicon.is_head(self._words[site].folded)
                or self._is_person(site, limit)
            ):
                break
            end = self._read_run(site, limit)
        return end

    def _paired_end(self, position: int, limit: int) -> int:
        """Index behind the second of two regions that share a court: «d'Aquitaine, Poitou-Charentes»."""
        region = position + 1
        if region >= limit or self._words[position].text != "," or not self._is_capitalised(region, limit):
            return position
        end = self._read_run(region, limit)
        written = "".join(word.lower for word in self._words[region:end])
        return end if written in self._lexicon.words("paired_region") else position

    def _twin_end(self, phrase: Phrase, head: HeadRow, first: int, limit: int) -> int:
        """Index behind the second of two countrysides whose towns have joined: «Communauté de communes Cap Ourse - Val d'Ar»."""
        dash, land = phrase.end, phrase.end + 1
        spaced = land < limit and self._words[dash].text in DASHES and not is_joint(self._words, dash)
        if not spaced or not phrase.proper or not head.is_one_of(self._lexicon.words("joining_towns")):
            return phrase.end
        if first == 0 or not self._in(first - 1, "one_definite"):
            return phrase.end  # a heading: «Communauté de communes Cap Ourse - Rapport annuel»
        if not self._is_land(land, limit):
            return phrase.end
        nominal = self._read_nominal(land, limit)
        end = land + 1 if nominal is None else nominal.end
        if (
            end + 1 < limit
            and self._in(end, "of")
            and self._is_capitalised(end + 1 + self._in(end + 1, "article"), limit)
        ):
            place = self._read_nominal(end + 1, limit)
            end = end if place is None or place.kind != "noun" else place.end
        labels = end < len(self._words) and self._words[end].text in _LABELLING
        return phrase.end if labels else end

    def _is_land(self, position: int, limit: int) -> bool:
        """Whether a capitalised word may be a place: no head, document, post or person."""
        if not self._is_capitalised(position, limit) or position in self._known or self._words[position].is_acronym:
            return False
        word = self._words[position]
        if (
            self._lexicon.is_head(word.folded)
            or self._lexicon.is_function(word.lower)
            or self._is_person(position, limit)
        ):
            return False
        return not any(self._in(position, name) for name in ("document", "person", "post", "title", "product"))

    def _topic_end(self, phrase: Phrase, head: HeadRow, limit: int) -> int:
        """Index behind what a plan is about, behind its years: «Plan national 2018-2023 sur le loup et les activités …»."""
        years, link = phrase.end, phrase.end + 1
        if phrase.named and self._words[years - 1].is_number:
            years, link = years - 1, years
        dated = phrase.capital and head.is_one_of(self._lexicon.words("dated_head"))
        if not dated or link + 1 >= limit or not self._spans_years(years):
            return phrase.end
        kind, start = self._read_link(link, limit)
        if kind != "phrase" and not (kind == "for" and self._in(start, "article")):
            return phrase.end
        nominal = self._read_nominal(start, limit)
        if nominal is None or nominal.kind != "noun" or self._is_setting(nominal):
            return phrase.end
        joined = nominal.end + 1
        other = self._in(nominal.end, "and") and self._in(joined, "article")
        second = self._read_nominal(joined, limit) if other else None
        if second is None or second.kind != "noun" or second.proper:
            return nominal.end
        of = second.end < limit and self._in(second.end, "bare_of")
        third = self._read_nominal(second.end + 1, limit) if of else None
        return second.end if third is None or third.kind != "noun" else third.end

    def _spans_years(self, position: int) -> bool:
        """Whether two years with a hyphen stand at a word."""
        years = self._words[position].text.split("-")
        return len(years) > 1 and all(len(year) > 1 and year.isdigit() for year in years)

    def _is_setting(self, nominal: Nominal) -> bool:
        """Whether a noun says where or when a plan holds or is found: «sur la période», «sur le site», «pour le compte»."""
        names = ("possessor", "adverbial", "not_topic", "performed")
        return any(nominal.lead in self._lexicon.words(name) for name in names)

    def _has_owned(self, phrase: Phrase, link: str, nominal: Nominal) -> bool:
        """Whether a body behind «de» is whose members a name is of, or one of a kind."""
        owned = self._has_towns(phrase, nominal) or self._has_staff(phrase)
        return link == "of" and (owned or self._is_of_several(phrase, nominal))

    def _has_towns(self, phrase: Phrase, nominal: Nominal) -> bool:
        """Whether a territory tells whose towns have joined: «Communauté des communes de la Région de …»."""
        towns = phrase.capital and phrase.complements == 1 and self._in(phrase.end - 1, "town_noun")
        return towns and nominal.lead in self._lexicon.words("territory")

    def _has_staff(self, phrase: Phrase) -> bool:
        """Whether a name ends with people that are somebody's: «Mutuelle des Fonctionnaires et Agents du Ministère …»."""
        return phrase.capital and phrase.complements > 0 and self._in(phrase.end - 1, "staff")

    def _joins_staff(self, first: Nominal, part: Nominal) -> bool:
        """Whether two nouns are people that serve alike: «des Fonctionnaires et Agents»."""
        staff = self._lexicon.words("staff")
        return first.lead in staff and part.lead in staff and not part.determiner

    def _is_of_several(self, phrase: Phrase, nominal: Nominal) -> bool:
        """Whether an acronym in the plural says what a body is for: «Commission de recours interne des EPF»."""
        begin = nominal.end - nominal.length
        lone = nominal.length == 1 and self._words[begin].is_acronym
        return lone and phrase.capital and self._in(begin - 1, "of_several")

    def _is_abroad(self, phrase: Phrase, link: str, nominal: Nominal) -> bool:
        """Whether «à l'étranger» says which people or schools a body is for, not where it acts."""
        if link != "to" or nominal.lead not in self._lexicon.words("abroad") or not phrase.capital:
            return False
        before = phrase.end - 1
        national = self._words[before].folded in self._lexicon.country_adjectives
        return phrase.complements > 0 and (national or self._in(before, "abroad_noun"))

    def _series_end(self, position: int, limit: int) -> int:
        """Index behind the further nouns of a title of three: «Alimentation, environnement et santé»."""
        end, commas = position, 0
        while self._words[end - 1].is_word and end + 1 < limit and self._words[end].text == ",":
            if not self._is_theme(end + 1, limit):
                return position
            end, commas = end + 2, commas + 1
        closes = commas > 0 and end + 1 < limit and self._in(end, "and") and self._is_theme(end + 1, limit)
        return end + 2 if closes else position

    def _is_theme(self, position: int, limit: int) -> bool:
        """Whether a noun that titles are made of stands at a word."""
        return position < limit and position not in self._known and self._in(position, "title_noun")
