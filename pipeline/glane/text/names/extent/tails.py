"""What goes on a name of some kinds behind what would end others: sites, paired regions, topics of dated plans, members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import DASHES
from glane.text.names.extent.nominal import read_link, read_nominal
from glane.text.names.extent.runs import opens_person, read_run
from glane.text.words import ROMAN, is_joint

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal, Phrase

_MOST_SITES = 3
_LABELLING = frozenset(":-–—/")


def read_beyond(reading: Reading, phrase: Phrase, first: int, limit: int) -> None:
    """Read what makes another body of a known one: the portfolio behind it, or the part of a country it is one of.

    «l'inspection générale de l'Administration de la Justice», «l'Office régional de mise en valeur du Souss-Massa».
    """
    link, start = read_link(reading, phrase.whole, limit)
    nominal = read_nominal(reading, start, limit) if link == "of" else None
    if nominal is None or nominal.kind != "noun" or reading.is_in(start - 1, "bare_of") > bool(nominal.determiner):
        return
    noun = start + reading.is_in(start, "article")
    field = reading.lexicon.is_portfolio(nominal.lead) and reading.words[noun].is_capitalised
    parted = any(reading.is_in(index, "part_level") for index in range(first, phrase.whole))
    if field or (parted and nominal.proper):
        phrase.end = read_run(reading, noun, limit) if field else nominal.end
        phrase.proper, phrase.complements = True, phrase.complements + 1


def site_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind the sites that follow a university's number: «Paris VIII – Vincennes - Saint-Denis»."""
    number = reading.words[position - 1]
    if not (number.is_number or set(number.text) <= ROMAN):
        return position
    end = position
    for _ in range(_MOST_SITES):
        site = end + 1
        dashed = end < limit and reading.words[end].text in DASHES and reading.is_capitalised(site, limit)
        if (
            not dashed
            or site in reading.known
            or reading.lexicon.is_head(reading.words[site].folded)
            or opens_person(reading, site, limit)
        ):
            break
        end = read_run(reading, site, limit)
    return end


def paired_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind the second of two regions that share a court: «d'Aquitaine, Poitou-Charentes»."""
    region = position + 1
    if region >= limit or reading.words[position].text != "," or not reading.is_capitalised(region, limit):
        return position
    end = read_run(reading, region, limit)
    written = "".join(word.lower for word in reading.words[region:end])
    return end if written in reading.lexicon.words("paired_region") else position


def twin_end(reading: Reading, phrase: Phrase, head: HeadRow, first: int, limit: int) -> int:
    """Index behind the second of two countrysides whose towns have joined: «Communauté de communes Cap Ourse - Val d'Ar»."""
    dash, land = phrase.end, phrase.end + 1
    spaced = land < limit and reading.words[dash].text in DASHES and not is_joint(reading.words, dash)
    if not spaced or not phrase.proper or not head.is_one_of(reading.lexicon.words("joining_towns")):
        return phrase.end
    if first == 0 or not reading.is_in(first - 1, "one_definite"):
        return phrase.end  # a heading: «Communauté de communes Cap Ourse - Rapport annuel»
    if not _is_land(reading, land, limit):
        return phrase.end
    nominal = read_nominal(reading, land, limit)
    end = land + 1 if nominal is None else nominal.end
    if (
        end + 1 < limit
        and reading.is_in(end, "of")
        and reading.is_capitalised(end + 1 + reading.is_in(end + 1, "article"), limit)
    ):
        place = read_nominal(reading, end + 1, limit)
        end = end if place is None or place.kind != "noun" else place.end
    labels = end < len(reading.words) and reading.words[end].text in _LABELLING
    return phrase.end if labels else end


def _is_land(reading: Reading, position: int, limit: int) -> bool:
    """Whether a capitalised word may be a place: no head, document, post or person."""
    if not reading.is_capitalised(position, limit) or position in reading.known or reading.words[position].is_acronym:
        return False
    word = reading.words[position]
    if (
        reading.lexicon.is_head(word.folded)
        or reading.lexicon.is_function(word.lower)
        or opens_person(reading, position, limit)
    ):
        return False
    return not any(reading.is_in(position, name) for name in ("document", "person", "post", "title", "product"))


def topic_end(reading: Reading, phrase: Phrase, head: HeadRow, limit: int) -> int:
    """Index behind what a plan is about, behind its years: «Plan national 2018-2023 sur le loup et les activités …»."""
    years, link = phrase.end, phrase.end + 1
    if phrase.named and reading.words[years - 1].is_number:
        years, link = years - 1, years
    dated = phrase.capital and head.is_one_of(reading.lexicon.words("dated_head"))
    if not dated or link + 1 >= limit or not _spans_years(reading, years):
        return phrase.end
    kind, start = read_link(reading, link, limit)
    if kind != "phrase" and not (kind == "for" and reading.is_in(start, "article")):
        return phrase.end
    nominal = read_nominal(reading, start, limit)
    if nominal is None or nominal.kind != "noun" or _is_setting(reading, nominal):
        return phrase.end
    joined = nominal.end + 1
    other = reading.is_in(nominal.end, "and") and reading.is_in(joined, "article")
    second = read_nominal(reading, joined, limit) if other else None
    if second is None or second.kind != "noun" or second.proper:
        return nominal.end
    of = second.end < limit and reading.is_in(second.end, "bare_of")
    third = read_nominal(reading, second.end + 1, limit) if of else None
    return second.end if third is None or third.kind != "noun" else third.end


def _spans_years(reading: Reading, position: int) -> bool:
    """Whether two years with a hyphen stand at a word."""
    years = reading.words[position].text.split("-")
    return len(years) > 1 and all(len(year) > 1 and year.isdigit() for year in years)


def _is_setting(reading: Reading, nominal: Nominal) -> bool:
    """Whether a noun says where or when a plan holds or is found: «sur la période», «sur le site», «pour le compte»."""
    names = ("possessor", "adverbial", "not_topic", "performed")
    return any(nominal.lead in reading.lexicon.words(name) for name in names)


def has_owned(reading: Reading, phrase: Phrase, link: str, nominal: Nominal) -> bool:
    """Whether a body behind «de» is whose members a name is of, or one of a kind."""
    owned = _has_towns(reading, phrase, nominal) or _has_staff(reading, phrase)
    return link == "of" and (owned or _is_of_several(reading, phrase, nominal))


def _has_towns(reading: Reading, phrase: Phrase, nominal: Nominal) -> bool:
    """Whether a territory tells whose towns have joined: «Communauté des communes de la Région de …»."""
    towns = phrase.capital and phrase.complements == 1 and reading.is_in(phrase.end - 1, "town_noun")
    return towns and nominal.lead in reading.lexicon.words("territory")


def _has_staff(reading: Reading, phrase: Phrase) -> bool:
    """Whether a name ends with people that are somebody's: «Mutuelle des Fonctionnaires et Agents du Ministère …»."""
    return phrase.capital and phrase.complements > 0 and reading.is_in(phrase.end - 1, "staff")


def joins_staff(reading: Reading, first: Nominal, part: Nominal) -> bool:
    """Whether two nouns are people that serve alike: «des Fonctionnaires et Agents»."""
    staff = reading.lexicon.words("staff")
    return first.lead in staff and part.lead in staff and not part.determiner


def _is_of_several(reading: Reading, phrase: Phrase, nominal: Nominal) -> bool:
    """Whether an acronym in the plural says what a body is for: «Commission de recours interne des EPF»."""
    begin = nominal.end - nominal.length
    lone = nominal.length == 1 and reading.words[begin].is_acronym
    return lone and phrase.capital and reading.is_in(begin - 1, "of_several")


def is_abroad(reading: Reading, phrase: Phrase, link: str, nominal: Nominal) -> bool:
    """Whether «à l'étranger» says which people or schools a body is for, not where it acts."""
    if link != "to" or nominal.lead not in reading.lexicon.words("abroad") or not phrase.capital:
        return False
    before = phrase.end - 1
    national = reading.words[before].folded in reading.lexicon.country_adjectives
    return phrase.complements > 0 and (national or reading.is_in(before, "abroad_noun"))


def series_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind the further nouns of a title of three: «Alimentation, environnement et santé»."""
    end, commas = position, 0
    while reading.words[end - 1].is_word and end + 1 < limit and reading.words[end].text == ",":
        if not _is_theme(reading, end + 1, limit):
            return position
        end, commas = end + 2, commas + 1
    closes = commas > 0 and end + 1 < limit and reading.is_in(end, "and") and _is_theme(reading, end + 1, limit)
    return end + 2 if closes else position


def _is_theme(reading: Reading, position: int, limit: int) -> bool:
    """Whether a noun that titles are made of stands at a word."""
    return position < limit and position not in reading.known and reading.is_in(position, "title_noun")
