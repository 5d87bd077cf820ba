"""Where an institutional name ends: the phrase behind a head noun, read word by word.

A name is a head («Conseil»), adjectives and names set against it («CROSS Étel»), and complements («de sécurité», «pour la
paix»), joined by commas and «et» where the parts are alike. It ends at a finite verb, a relative, a bracket, a line end, a
date, or a complement that says whose body it is rather than which («de l'OTAN», «du Mali» behind a full name).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.addresses import name_limit
from glane.text.names.extent.attributes import field_end, read_attributes
from glane.text.names.extent.belonging import PORTFOLIO, belongs, is_programme_of
from glane.text.names.extent.belonging_places import is_territory
from glane.text.names.extent.clauses import opens_undertaking
from glane.text.names.extent.conjunct import read_conjuncts, second_work_end
from glane.text.names.extent.endings import (
    bracketed_end,
    century_end,
    horizon_end,
    read_naming_day,
    read_resolution,
    read_site,
    read_sitting,
    stage_end,
)
from glane.text.names.extent.formulas import is_informed, without_session
from glane.text.names.extent.governed import is_given, is_outer
from glane.text.names.extent.holders import eponym_end
from glane.text.names.extent.nominal import read_link, read_nominal
from glane.text.names.extent.placed import is_local
from glane.text.names.extent.posts import read_envoy
from glane.text.names.extent.quotations import is_loosely_quoted, is_of_sort
from glane.text.names.extent.reading import MAX_WORDS
from glane.text.names.extent.runs import find_closing
from glane.text.names.extent.tails import paired_end, read_beyond, topic_end, twin_end
from glane.text.names.extent.titled import quotes_acronym, read_title, with_own_name
from glane.text.names.extent.worded import everybody_end
from glane.text.names.foreign import spells_foreign_name
from glane.text.names.parts import Nominal, Phrase
from glane.text.words import QUOTES, ROMAN

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading

_LOCAL = frozenset({"court", "council", "school", "centre", "government"})
_NUMBERED = frozenset({"university"})
_STATE = frozenset({"government", "ministry"})
_POST_BEFORE = 4


def read_phrase(reading: Reading, first: int, begin: int, head: HeadRow, *, capital: bool) -> Phrase:
    """Read the phrase that begins at word ``begin``, behind the head.

    Args:
        reading: the text.
        first: index of the head's first word.
        begin: index of the word behind the head.
        head: the head's row.
        capital: whether the head is capitalised.

    Returns:
        The phrase; its ``end`` is ``begin`` where nothing belongs to the name.
    """
    level = not reading.lexicon.words("level").isdisjoint(head.forms[0].split())
    known = reading.known.get(first)
    whole = 0 if known is None else known.end
    told = first > 1 and reading.is_in(first - 2, "telling") and reading.is_in(first - 1, "one_definite")
    local = head.subtype in _LOCAL or head.is_one_of(reading.lexicon.words("local_head"))
    phrase = Phrase(end=begin, begin=begin, capital=capital, local=local, level=level)
    phrase.whole, phrase.told, phrase.given = whole, told, is_given(reading, first)
    phrase.outer = is_outer(reading, first)
    phrase.several = head.is_plural(reading.words[first].lower)
    phrase.led = _is_led(reading, first)
    phrase.informed = told or is_informed(reading, first)
    phrase.again = capital and first > 0 and reading.is_in(first - 1, "demonstrative")
    phrase.supranational = known is not None and known.subtype == "international"
    limit = name_limit(
        reading.words,
        begin - (head.subtype in _STATE),
        min(len(reading.words), begin + MAX_WORDS),
        reading.lexicon,
        reading.limits,
    )
    read_attributes(reading, phrase, head, limit)
    phrase.has_attribute = phrase.end > begin
    while phrase.end < limit and (
        _read_complement(reading, phrase, head, limit) or _read_aim(reading, phrase, head, limit)
    ):
        pass
    if head.kind == "organisation" and phrase.whole > phrase.end:
        read_beyond(reading, phrase, first, limit)
    if head.subtype in _NUMBERED:
        read_site(reading, phrase, begin, limit)
    if head.subtype == "government" and phrase.end > begin and phrase.end < limit:
        phrase.end += set(reading.words[phrase.end].text) <= ROMAN  # «commune de Douala IV»
    phrase.end = twin_end(reading, phrase, head, first, limit)
    if head.kind == "organisation" and (phrase.capital or head.lower == "apposed") and phrase.end > begin:
        phrase.end = everybody_end(reading, phrase.end, limit)
    if phrase.capital and phrase.end == begin:
        read_naming_day(reading, phrase, head, limit)
        read_sitting(reading, phrase, head, limit)
    if phrase.capital and phrase.end > begin:
        phrase.end = century_end(reading, phrase.end, limit)
    if head.kind == "programme" and phrase.complements:
        phrase.end = stage_end(reading, phrase.end, limit)
        phrase.end = horizon_end(reading, phrase, limit)
    if head.kind == "programme":
        phrase.end = topic_end(reading, phrase, head, limit)
    read_resolution(reading, phrase, head, limit)
    phrase.end = bracketed_end(reading, phrase, first, limit)
    return phrase


def _is_led(reading: Reading, first: int) -> bool:
    """Whether a post stands before a head: «le directeur de l'Agence»."""
    before = [word.lower for word in reading.words[max(0, first - _POST_BEFORE) : first]]
    return any(not reading.lexicon.words(name).isdisjoint(before) for name in ("person", "post"))


def _read_complement(reading: Reading, phrase: Phrase, head: HeadRow, limit: int) -> bool:
    """Read one complement with the parts joined to it; say whether there was one."""
    link, start = read_link(reading, phrase.end, limit)
    numbered = phrase.named and reading.words[phrase.end - 1].is_number
    if not link or (phrase.quoted and link == "of") or numbered:
        return False
    nominal = _read_linked(reading, phrase, head, link, start, limit)
    if nominal is None:
        return False
    spelt = (
        link == "of" and not nominal.bare and spells_foreign_name(reading.words, start, nominal.end, reading.lexicon)
    )
    if spelt or not belongs(reading, phrase, head, link, nominal):
        phrase.possessor = nominal.kind if link == "of" else ""
        return False
    _note_nominal(reading, phrase, head, link, nominal, start)
    phrase.end = nominal.end
    short = head.kind == "organisation" and (phrase.end == phrase.whole or quotes_acronym(reading, phrase.end))
    touching = phrase.capital and phrase.end < limit and not is_loosely_quoted(reading, phrase.end)
    quotable = (head.kind == "programme" or touching) and not short
    if quotable and phrase.end < limit and reading.words[phrase.end].text in QUOTES:
        closing = find_closing(reading, phrase.end, limit)
        if closing and not ((phrase.several or phrase.proper) and is_of_sort(reading, phrase.end, closing)):
            phrase.end, phrase.proper, phrase.named, phrase.quoted = closing, True, True, True
    phrase.complements += 1
    phrase.loose = link == "of" and nominal.bare and nominal.kind == "noun" and not nominal.proper
    phrase.determined = not nominal.bare
    phrase.ended = nominal.kind == "country"
    phrase.links.append(link)
    acting = nominal.kind == "body" and nominal.bare and nominal.length == 1 and reading.is_in(start, "acting_head")
    if nominal.kind == "noun" or acting or head.subtype in PORTFOLIO or reading.lexicon.is_portfolio(nominal.lead):
        read_conjuncts(reading, phrase, head, link, nominal, limit)
    phrase.end = second_work_end(reading, phrase, link, limit)
    if head.subtype == "court" and nominal.proper:
        phrase.end = paired_end(reading, phrase.end, limit)
    if head.subtype == "ministry" and nominal.proper:
        phrase.end = field_end(reading, phrase.end, limit)
    read_title(reading, phrase, head, nominal, limit)
    phrase.end = eponym_end(reading, phrase, head, nominal, limit)
    read_envoy(reading, phrase, head, nominal, limit)
    return True


def _read_linked(reading: Reading, phrase: Phrase, head: HeadRow, link: str, start: int, limit: int) -> Nominal | None:
    """Read what stands behind the link of a complement."""
    titled = phrase.capital and (head.kind == "programme" or not phrase.complements)
    one = link == "for" and titled and start < limit and reading.is_in(start, "explaining")
    if one and start + 1 < limit and reading.is_in(start + 1, "sum_noun"):
        return None  # «le Projet de quai neuf pour un montant de 3 millions»
    nominal = read_nominal(reading, start + one, limit)
    if nominal is None:
        return None
    if link == "of" and phrase.capital and not phrase.complements and head.kind == "organisation":
        nominal = with_own_name(reading, nominal, start, limit)
    if one:  # «Pacte pour un enseignement d'excellence»
        nominal = nominal._replace(determiner=reading.words[start].lower)
    nominal = without_session(reading, head, nominal)
    nominal = nominal._replace(
        length=nominal.end - start,
        determined=bool(nominal.determiner) or not reading.is_in(start - 1, "to_alone"),
        on=reading.is_in(start - 1, "on"),
        bare=not nominal.determiner and reading.is_in(start - 1, "bare_of"),
    )
    return nominal._replace(kind="noun") if is_local(reading, phrase, head, link, nominal) else nominal


def _read_aim(reading: Reading, phrase: Phrase, head: HeadRow, limit: int) -> bool:
    """Read a second aim behind the complement of the first: «pour la prévention des crues et l'étude des sols»."""
    noun = phrase.end + 2
    aimed = phrase.aim and phrase.capital and head.kind == "organisation" and phrase.end != phrase.whole
    if (
        not aimed
        or noun >= limit
        or not (reading.is_in(phrase.end, "and") and reading.is_in(phrase.end + 1, "article"))
    ):
        return False
    if not reading.is_in(noun, "aim") or reading.words[noun].is_capitalised or noun in reading.known:
        return False
    nominal = read_nominal(reading, noun, limit)
    if nominal is None or not (nominal.end > noun + 1 or _has_object_of_aim(reading, nominal.end)):
        return False
    phrase.end = nominal.end
    return True


def _has_object_of_aim(reading: Reading, position: int) -> bool:
    """Whether what an action acts on follows, not whose action it is («et l'action du maire»)."""
    what = position + 1 + reading.is_in(position + 1, "article")
    owned = reading.is_in(what, "possessor") or reading.is_in(what, "person")
    return reading.is_in(position, "on") or (reading.is_in(position, "of") and not owned)


def _note_nominal(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal, start: int) -> None:
    if phrase.complements == 0 or phrase.capital or (phrase.complements == 1 and link == "of" and phrase.local):
        phrase.proper = phrase.proper or (nominal.proper and nominal.kind not in {"body", "country"})
    if phrase.complements == 0 and nominal.kind == "programme":
        # «l'initiative des Nouvelles routes de la soie», «le projet de canal Seine-Nord Europe»
        own = nominal.proper and opens_undertaking(reading, nominal)  # «l'initiative du Fonds Vert pour …»
        phrase.named |= (head.subtype == "initiative" and not own) or (head.subtype == "project" and nominal.bare)
    country = nominal.kind == "country" and link == "of"
    phrase.state = phrase.state or nominal.state or country or is_territory(reading, head, nominal)
    titling = nominal.kind == "noun" or (nominal.kind == "body" and is_programme_of(reading, phrase, head, nominal))
    if phrase.complements == 0 and link == "of" and titling:
        phrase.titled = nominal.proper and (not nominal.determiner or nominal.length > 2)
    if link == "for" and nominal.determiner and not nominal.on:
        phrase.aim = nominal.lead in reading.lexicon.words("aim") and not nominal.proper
    if phrase.complements == 0 and link in {"of", "phrase", "to"}:
        phrase.portfolio = any(
            reading.lexicon.is_portfolio(" ".join(w.lower for w in reading.words[s : nominal.end]))
            or reading.lexicon.is_portfolio(reading.words[s].lower)
            for s in range(start, min(start + 2, nominal.end))
        )
