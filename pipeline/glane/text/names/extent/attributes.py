"""What stands right behind a head noun: adjectives, a name set against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.action_titles import behind_possessive, inner_end, opened_end
from glane.text.names.extent.adjectives import is_joined, is_no_adjective, read_adjectives
from glane.text.names.extent.apposed import (
    disagrees_in_number,
    is_amount,
    is_name_like,
    may_be_set_against,
    opens_next_sentence,
)
from glane.text.names.extent.factions import read_faction
from glane.text.names.extent.nominal import read_nominal
from glane.text.names.extent.quotations import read_quoted
from glane.text.names.extent.runs import find_closing, read_run
from glane.text.names.extent.signs import (
    coined_end,
    counted_end,
    firm_end,
    has_own_number,
    is_item_number,
    is_version,
    none_end,
    number_end,
    numbers_line,
)
from glane.text.names.extent.verbal_titles import is_title_noun
from glane.text.names.extent.worded import fields_end, plurals_end, second_theme_end, worded_end
from glane.text.names.parts import SERVICES
from glane.text.words import QUOTES, is_hyphen

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Phrase

_PLAN = "plan"
_MOST_SECTORS = 3
"""Fields of «eau, hygiène et assainissement»."""
_FEW_FIELDS = 2
"""Nouns of «santé environnement»."""
_FIRM = "company"
_ADVERB = "ADV"
_FIELDED = SERVICES | {"commission", "ministry", "research"}


def read_attributes(reading: Reading, phrase: Phrase, head: HeadRow, limit: int) -> None:
    """Read what stands right behind the head: adjectives, then a name set against it."""
    read_faction(reading, phrase, head, limit)
    _read_kind(reading, phrase, head, limit)
    position = phrase.end
    numbered = position < limit and is_item_number(reading, head, position, limit)
    if (
        position >= limit
        or numbered
        or _is_whole(reading, phrase, head, position)
        or is_amount(reading, head, position)
    ):
        return
    if head.subtype in _FIELDED and position > 0 and reading.words[position - 1].is_capitalised:
        joined = field_end(reading, position, limit)
        if joined > position:  # «commission Politique, Administrative et Juridique»
            phrase.end, phrase.proper, phrase.named = joined, True, True
            return
    if read_quoted(reading, phrase, head, position, limit) or _read_bare_field(reading, phrase, head, position, limit):
        return
    word = reading.words[position]
    if head.kind == "programme" and phrase.capital and word.is_number and not numbers_line(reading, position, limit):
        phrase.end, phrase.proper, phrase.named = position + 1, True, True  # «Agenda 2063»
        return
    counted = counted_end(reading, phrase, head, position, limit)
    own = max(counted, firm_end(reading, phrase, head, position, limit), coined_end(reading, head, position))
    if own > position:
        phrase.end, phrase.proper, phrase.named = own, True, True
        return
    if opens_next_sentence(reading, position, limit) or not may_be_set_against(reading, phrase, head, position, limit):
        return
    known = reading.known.get(position)
    begin = position + (
        is_hyphen(reading.words, position) and reading.words[position - 1].is_acronym
    )  # «CHU-Ibn Rochd»
    whole = known is not None and (head.kind == known.kind or (phrase.capital and known.kind == "programme"))
    run = max(read_run(reading, begin, limit), known.end if known is not None and whole else 0)
    if run > begin:
        _set_against(reading, phrase, head, position, run, limit)


def _read_kind(reading: Reading, phrase: Phrase, head: HeadRow, limit: int) -> None:
    """Read the adjectives right behind the head, unless its name begins there, and a fixed phrase behind them."""
    named = head.kind == "programme" and reading.is_capitalised(phrase.end, limit)
    one = (head.lower == "apposed" or head.subtype == _FIRM) and not head.is_plural(reading.words[phrase.end - 1].lower)
    firm = head.subtype == _FIRM
    called = one and (
        disagrees_in_number(reading, phrase.end, limit)
        or (not phrase.capital and is_name_like(reading, phrase.end, limit, firm=firm))
    )
    if not called and (not named or (phrase.capital and not reading.is_in(phrase.end, "leading_adjective"))):
        phrase.end = read_adjectives(reading, phrase, phrase.end, limit, participles=False)
    small = phrase.end < limit and reading.words[phrase.end].text.islower() and not is_joined(reading, phrase.end)
    # «Office moldave anti-fraude», but «l'Office national anticipe»
    body = phrase.capital and head.kind == "organisation" and small and len(reading.words[phrase.end].parts) > 1
    fighting = body or (small and head.is_one_of(reading.lexicon.words("part_head")))
    if fighting and reading.words[phrase.end].lower.startswith(reading.lexicon.affixes("fighting_prefix")):
        phrase.end, phrase.adjectives = phrase.end + 1, phrase.adjectives + 1  # «unité anti-fraude ABC»
    tail = reading.lexicon.phrase_end(reading.words, phrase.end, "noun_tail") if phrase.adjectives else 0
    if tail:  # «plan national haut débit»
        phrase.end, phrase.adjectives = tail, phrase.adjectives + 1


def _is_whole(reading: Reading, phrase: Phrase, head: HeadRow, position: int) -> bool:
    """Whether a known body ends before what is quoted or an acronym: its undertaking («l'Union européenne « Sentier »»)."""
    known = head.kind == "organisation" and position == phrase.whole and phrase.adjectives > 0
    return known and (reading.words[position].text in QUOTES or reading.words[position].is_acronym)


def _read_bare_field(reading: Reading, phrase: Phrase, head: HeadRow, position: int, limit: int) -> bool:
    """Read what a service is for without a preposition: «Service communication», «Pôle enfance et famille»."""
    sitting = head.subtype == "commission" and _is_of_the(reading, position + 1, limit)
    served = head.subtype in SERVICES or sitting  # «Commission climat du bassin de …»
    if head.subtype == _PLAN and phrase.capital and phrase.adjectives and reading.is_in(position - 1, "level"):
        return _read_plan_field(reading, phrase, position, limit)
    if not _is_bare_noun(reading, position, limit):
        return False
    if head.is_one_of(reading.lexicon.words("sector_head")):
        return _read_sectors(reading, phrase, head, position, limit)
    if not (phrase.capital and served):
        return False
    second = position + 2
    pair = second < limit and reading.is_in(position + 1, "and") and _is_bare_noun(reading, second, limit)
    field = reading.lexicon.is_portfolio(reading.words[position].lower) or reading.is_in(position, "bare_field")
    acts = not pair and position + 1 < limit and reading.words[position + 1].pos == _ADVERB
    if acts or not (pair or field):
        return False  # «L'Agence recherche activement des partenaires»
    phrase.end, phrase.proper, phrase.named = position + 1 + 2 * pair, True, True
    return True


def _read_sectors(reading: Reading, phrase: Phrase, head: HeadRow, position: int, limit: int) -> bool:
    """Read the fields in which those help whom a group brings together: «le cluster eau, hygiène et assainissement»."""
    first = reading.words[phrase.begin - 1].lower
    if head.is_plural(first) or not reading.is_in(phrase.begin - 2, "one_definite"):
        return False
    end = position
    for _ in range(_MOST_SECTORS):
        nominal = read_nominal(reading, end, limit)
        if nominal is None or not _is_bare_noun(reading, end, limit):
            break
        end = phrase.end = nominal.end
        if end >= limit or not (reading.words[end].text == "," or reading.is_in(end, "and")):
            break
        end += 1
    if phrase.end > position:
        phrase.proper = phrase.named = True
    return phrase.named


def _read_plan_field(reading: Reading, phrase: Phrase, position: int, limit: int) -> bool:
    """Read what a plan of a level is for without a preposition: «Plan national vélo», «Plan régional santé environnement»."""
    end = position
    while end < limit and end - position < _FEW_FIELDS and _is_bare_noun(reading, end, limit):
        end += 1
    if end > position:
        phrase.end, phrase.proper, phrase.named = end, True, True
    return end > position


def _is_of_the(reading: Reading, position: int, limit: int) -> bool:
    """Whether «de» with an article stands at a word."""
    if position + 1 >= limit or not reading.is_in(position, "of"):
        return False
    return not reading.is_in(position, "bare_of") or reading.is_in(position + 1, "article")


def _is_bare_noun(reading: Reading, position: int, limit: int) -> bool:
    """Whether a common noun stands at a word, right behind the one before."""
    if position >= limit or position in reading.known or not reading.words[position].text.islower():
        return False
    word = reading.words[position]
    if word.start - reading.words[position - 1].end != 1 or reading.lexicon.is_function(word.lower):
        return False
    return word.pos == "NOUN" and not is_no_adjective(reading, position)


def _set_against(reading: Reading, phrase: Phrase, head: HeadRow, position: int, run: int, limit: int) -> None:
    """Take the name set against a head into the phrase, with what may stand behind it: a number, a quoted title."""
    phrase.end, phrase.proper, phrase.named = run, True, True
    known = reading.known.get(position)
    phrase.owned = known is not None and run <= known.end  # «programme OTAN pour la science»
    if reading.is_in(position, "title_opener"):
        opened = behind_possessive(reading, run, limit)
        title = read_nominal(reading, opened + (opened < limit and reading.is_in(opened, "explaining")), limit)
        phrase.end = run if title is None else title.end  # «plan d'action Par-delà la frontière»
        phrase.end = opened_end(reading, phrase.end, limit, alone=title is None)
    if head.kind == "programme" and (phrase.whole < run or is_title_noun(reading, run - 1)):
        phrase.end = max(phrase.end, worded_end(reading, position, run, limit))
    phrase.end += has_own_number(reading, phrase, head, position, limit)
    if head.kind == "organisation" and phrase.end == run:
        firm = head.subtype == _FIRM and phrase.capital
        phrase.end = max(
            fields_end(reading, position, run, limit), plurals_end(reading, position, run, limit, firm=firm)
        )
        if phrase.end == run and not phrase.capital:
            inner = inner_end(reading, run, limit)
            phrase.end = inner if inner > run else worded_end(reading, position, run, limit)
    phrase.end = none_end(reading, phrase.end, limit) if head.kind == "programme" else phrase.end
    phrase.end = read_adjectives(reading, phrase, phrase.end, limit, participles=False)
    if head.kind == "programme" and not phrase.several:
        phrase.end = second_theme_end(reading, position, phrase.end, limit)
    if head.subtype in _FIELDED:
        phrase.end = field_end(reading, phrase.end, limit)
    if phrase.end < limit and reading.words[phrase.end].is_number and head.kind == "programme":
        phrase.end = number_end(reading, phrase.end, limit)
    if phrase.end < limit and head.kind == "programme" and is_version(reading, phrase.end):
        phrase.end += 1
    if phrase.end < limit and reading.words[phrase.end].text in QUOTES:
        phrase.end = find_closing(reading, phrase.end, limit) or phrase.end


def field_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind the fields joined to the first: «département Finances agricoles et Routes», «Division Eau, Air, Sol»."""
    end, commas = position, 0
    while end + 1 < limit and reading.words[end].text == "," and _is_field(reading, end + 1, limit):
        end, commas = read_run(reading, end + 1, limit), commas + 1
    noun = end + 1
    if noun < limit and reading.is_in(end, "and") and _is_field(reading, noun, limit):
        nominal = read_nominal(reading, noun, limit)
        return position if nominal is None else nominal.end
    return end if commas > 1 and reading.words[position - 1].is_capitalised else position


def _is_field(reading: Reading, position: int, limit: int) -> bool:
    """Whether a capitalised common noun or adjective stands at a word, no name of its own."""
    if not reading.is_capitalised(position, limit) or position in reading.known:
        return False
    word = reading.words[position]
    if word.is_acronym or reading.lexicon.is_head(word.folded):
        return False
    return not any(reading.is_in(position, name) for name in ("first_name", "post", "person"))
