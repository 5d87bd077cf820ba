"""Reading nouns with their determiners and adjectives, and links, inside an institutional name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import NOT_NOUN, is_inverted, is_joined, read_adjectives
from glane.text.names.extent.purposed import purposed_end
from glane.text.names.extent.runs import read_run
from glane.text.names.parts import Nominal, Phrase
from glane.text.words import PARTICIPLE, VERBS

if TYPE_CHECKING:
    from glane.text.names.extent.reading import Reading
    from glane.text.words import Word

_QUALITIES = frozenset({"ADJ", "NOUN", PARTICIPLE})
_SIDES = frozenset({"NOUN", "PROPN", "ADJ"})
_SHORTEST_SIDE = 4
_ADVERB = "ADV"
_DIGITS = "0123456789"
_ROMAN = frozenset("ivx")


def read_nominal(reading: Reading, position: int, limit: int) -> Nominal | None:
    """Read a noun with its determiner and adjectives; ``None`` where no such thing begins here."""
    determiner = ""
    if position < limit and reading.is_in(position, "article"):
        determiner = reading.words[position].lower
        position += 1
    if position >= limit:
        return None
    fixed = _read_fixed(reading, position, determiner, limit)
    if fixed is not None:
        return fixed
    known = reading.known.get(position)
    if known is not None:
        if known.kind == "blocked":
            return None
        end = read_adjectives(reading, Phrase(end=0), known.end, limit) if known.kind != "country" else known.end
        return Nominal(end, True, known.kind, lead=reading.words[position].lower, determiner=determiner)
    begin = position
    position = skip_front(reading, begin, limit)
    if position > begin and reading.is_in(position, "title"):
        return Nominal(position + 1, False, "noun", lead=reading.words[begin].lower, determiner=determiner)
    if not can_lead(reading, position, limit):
        return None
    lead = reading.words[position]
    inner = Phrase(end=0)
    begins = position if lead.is_capitalised else position + 1
    runs = lead.is_capitalised or (reading.is_in(position, "geo") and reading.is_capitalised(position + 1, limit))
    end = _pair_end(reading, read_run(reading, begins, limit), position, limit) if runs else position + 1
    end = _covered_end(reading, _putting_end(reading, position, max(end, position + 1), limit), limit)
    end = _developing_end(reading, read_adjectives(reading, inner, end, limit), position)
    end = reading.lexicon.phrase_end(reading.words, end, "noun_tail") or _abroad_end(reading, end, position, limit)
    end = _purposed_end(reading, position, end, limit)
    ruled = _ruled_end(reading, end, position, limit)
    end, inner.state = max(end, ruled), inner.state or bool(ruled)
    proper = any(word.is_capitalised and not reading.lexicon.is_weak(word.folded) for word in reading.words[begin:end])
    kind = "noun"
    if lead.is_acronym and end == position + 1:
        several = position > 0 and (reading.is_in(position - 1, "several") or reading.is_in(position - 1, "of_several"))
        common = several and lead.text in reading.lexicon.stops  # «Fonds pour les PMA», not «Bureau de l'ONG»
        kind, proper = ("noun", False) if common else ("acronym", proper)
    elif lead.is_capitalised and reading.lexicon.is_head(lead.folded) and not _is_no_body(reading, position):
        kind = "body"
    return Nominal(end, proper, kind, inner.state, reading.words[begin].lower, determiner)


def _purposed_end(reading: Reading, lead: int, end: int, limit: int) -> int:
    """Index behind «à» and what makes one noun with a plural; or ``end``."""
    if end >= limit or not reading.is_in(end, "to_alone"):
        return end
    return purposed_end(reading, lead, end, skip_front(reading, end + 1, limit), limit)


def _is_no_body(reading: Reading, position: int) -> bool:
    """Whether a head noun opens the name of no body here: joined by a hyphen, or «Société Civile»."""
    return reading.lexicon.is_civil(reading.words, position) or is_joined(reading, position)


def _read_fixed(reading: Reading, position: int, determiner: str, limit: int) -> Nominal | None:
    """Read what has no noun to lead it, or one behind an ordinal: «du 5e arrondissement», «des plus démunis»."""
    ranked = _ranked_end(reading, position, limit)
    if ranked:
        return Nominal(ranked, True, "noun", lead=reading.words[ranked - 1].lower, determiner=determiner)
    if _is_superlative(reading, position, limit):
        return Nominal(position + 2, False, "noun", lead=reading.words[position + 1].lower, determiner=determiner)
    return None


def _is_superlative(reading: Reading, position: int, limit: int) -> bool:
    """Whether those who are most something stand behind an article or a contraction: «des plus démunis»."""
    if position + 1 >= limit or not reading.is_in(position, "superlative"):
        return False
    word = reading.words[position + 1]
    led = (
        reading.is_in(position - 1, "contracted")
        or reading.is_in(position - 1, "of_several")
        or reading.is_in(position - 1, "article")
    )
    return led and word.text.islower() and reading.lexicon.may_be_plural(word.lower) and word.pos in _QUALITIES


def _ranked_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind a part of a town that an ordinal names: «5e arrondissement», «XIIe arrondissement»; 0 for none."""
    if position + 1 >= limit or not reading.is_in(position + 1, "ranked_noun"):
        return 0
    lower = reading.words[position].lower
    digits = lower[:1].isdigit() and lower.lstrip(_DIGITS) in reading.lexicon.words("rank")
    endings = (end for end in reading.lexicon.words("roman_ending") if lower.endswith(end))
    roman = any(set(lower.removesuffix(end)) <= _ROMAN for end in endings)
    return position + 2 if digits or roman or reading.is_in(position, "rank_word") else 0


def _covered_end(reading: Reading, end: int, limit: int) -> int:
    """Index behind what one is covered against: «de la Couverture maladie universelle»."""
    return end + 1 if end < limit and reading.is_in(end - 1, "cover") and reading.is_in(end, "covered") else end


def _developing_end(reading: Reading, end: int, lead: int) -> int:
    """Index behind what one cooperates in or has relations with, one field of ministries.

    «de la coopération au développement», «des Relations avec le Parlement».
    """
    for noun, tail in (("cooperating", "cooperating_tail"), ("dealing_noun", "dealing_tail")):
        if reading.is_in(lead, noun):
            return reading.lexicon.phrase_end(reading.words, end, tail) or end
    return _tied_end(reading, _two_sided_end(reading, end))


def _two_sided_end(reading: Reading, end: int) -> int:
    """Index behind the two sides that a hyphen joins, of what has two: «l'adéquation formation-emploi»; or ``end``."""
    word = reading.words[end] if end < len(reading.words) else None
    if word is None or "-" not in word.text or not word.text.islower() or word.pos not in _SIDES:
        return end
    sides = word.text.split("-")
    alike = len(sides) == 2 and all(side.isalpha() and len(side) >= _SHORTEST_SIDE for side in sides)
    return end + 1 if alike and reading.words[end - 1].text.islower() else end


def _tied_end(reading: Reading, end: int) -> int:
    """Index behind what questions, risks or illnesses have to do with: «des maladies liées à l'eau»; ``end`` for none."""
    noun = end + 2
    if noun >= len(reading.words) or not (reading.is_in(end, "tied") and reading.is_in(end - 1, "tied_noun")):
        return end
    several = [reading.lexicon.may_be_plural(reading.words[index].lower) for index in (end - 1, end)]
    noun += reading.is_in(noun, "article")
    if (
        several[0] != several[1]
        or not reading.is_in(end + 1, "to")
        or not can_lead(reading, noun, len(reading.words))
        or noun in reading.known
    ):
        return end
    run = read_run(reading, noun, len(reading.words)) if reading.words[noun].is_capitalised else noun
    return read_adjectives(reading, Phrase(end=0), max(run, noun + 1), len(reading.words))


def _ruled_end(reading: Reading, end: int, begin: int, limit: int) -> int:
    """Index behind the ruler of a country, with his style before: «Sa Majesté la Reine des Pays-Bas»; 0 for none."""
    title, country = end + 1, end + 3
    if country >= limit or not any(reading.is_in(index, "ruler_style") for index in range(begin, end)):
        return 0
    titled = reading.is_in(end, "article") and reading.is_in(title, "ruler") and reading.is_in(title + 1, "of")
    country += titled and reading.is_in(country, "article")
    known = reading.known.get(country) if titled else None
    return known.end if known is not None and known.kind == "country" else 0


def _abroad_end(reading: Reading, end: int, lead: int, limit: int) -> int:
    """Index behind where nationals live: «des Béninois résidant à l'étranger», «de la Communauté nationale à l'étranger»."""
    if not reading.words[lead].is_capitalised:
        return end
    national = reading.words[end - 1].folded in reading.lexicon.country_adjectives or reading.is_in(end - 1, "level")
    link = end + (end < limit and reading.is_in(end, "residing"))
    noun = link + 1 + (link + 1 < limit and reading.is_in(link + 1, "article"))
    abroad = noun < limit and reading.is_in(link, "to_alone") and reading.is_in(noun, "living_abroad")
    return noun + 1 if national and abroad else end


def _putting_end(reading: Reading, lead: int, end: int, limit: int) -> int:
    """Index behind what makes one noun with «Mise»: «Mise en Valeur», «de mise en valeur», «de Mise à Niveau»; or ``end``."""
    named = reading.words[lead].is_capitalised or reading.is_in(lead - 1, "bare_of")
    if end != lead + 1 or not named or end + 1 >= limit or not reading.is_in(lead, "putting"):
        return end
    into = reading.is_in(end, "in") and can_lead(reading, end + 1, limit)
    return end + 2 if into or (reading.is_in(end, "to_alone") and reading.is_in(end + 1, "put_to")) else end


def is_putting(reading: Reading, nominal: Nominal, start: int) -> bool:
    """Whether a nominal that begins at a word is «mise» with what makes one noun with it."""
    return reading.is_in(start, "putting") and nominal.end > start + 1


def skip_front(reading: Reading, position: int, limit: int) -> int:
    """Index behind the adjectives that stand before a noun: «des petites et moyennes entreprises», «du Premier ministre»."""
    while position + 1 < limit and reading.is_in(position, "front_adjective"):
        joined = (
            position + 2 < limit
            and reading.is_in(position + 1, "and")
            and reading.is_in(position + 2, "front_adjective")
        )
        leads = can_lead(reading, position + 1, limit) or reading.is_in(position + 1, "title")
        if not joined and not leads:
            break
        position += 2 if joined else 1
    return position


def _pair_end(reading: Reading, end: int, first: int, limit: int) -> int:
    """Index behind a second capitalised adjective: «de la Coopération Économique et Financière»."""
    if (
        end - first < 2
        or end + 1 >= limit
        or not reading.is_in(end, "and")
        or not reading.is_capitalised(end + 1, limit)
    ):
        return end
    one, other = reading.words[end - 1], reading.words[end + 1]
    alike = (
        all(reading.lexicon.is_tagged_adjective(word.lower) for word in (one, other))
        and one.lower[-1] == other.lower[-1]
    )
    return end if not alike or reading.lexicon.is_head(other.folded) else end + 2


def can_lead(reading: Reading, position: int, limit: int) -> bool:
    """Whether a word can be the noun of a complement."""
    if position >= limit:
        return False
    word = reading.words[position]
    known = reading.known.get(position)
    if len(word.text) == 1 and position + 1 < limit and reading.words[position + 1].text == ".":
        return False  # «sous la direction de S. Delorme»
    if not word.is_word or (known is not None and known.kind == "blocked") or is_inverted(reading, word):
        return False  # «Quelles conclusions le Conseil fédéral en tire-t-il»
    if reading.is_in(position, "title") or (reading.lexicon.is_function(word.lower) and not word.is_capitalised):
        return False
    if word.pos == "NUM" and word.text.islower() and reading.is_in(position - 1, "bare_of"):
        return False  # «un Conseil de onze membres»
    if _numbers_meeting(reading, word, position + 1, limit):
        return False
    return word.is_capitalised or word.pos not in NOT_NOUN or _is_action(reading, position)


def _is_action(reading: Reading, position: int) -> bool:
    """Whether what was taken for an adverb stands behind «de» with no verb behind it: «Commission nationale d'agrément»."""
    word = reading.words[position]
    if word.pos != _ADVERB or not reading.is_in(position - 1, "bare_of"):
        return False
    verbal = position + 1 < len(reading.words) and reading.words[position + 1].pos in VERBS
    return not verbal and reading.lexicon.has_field_ending(word.lower)


def _numbers_meeting(reading: Reading, word: Word, position: int, limit: int) -> bool:
    """Whether an ordinal numbers the noun behind it, which a body is not of: «le Comité du 5e Forum»."""
    digits = word.text[0].isdigit() and word.lower.lstrip(_DIGITS) in reading.lexicon.words("rank")
    if not (digits or (word.text.islower() and word.lower.endswith(reading.ordinal))) or position >= limit:
        return False
    return reading.words[position].is_capitalised or reading.is_in(position, "series")


def _opens_heading(reading: Reading, position: int, limit: int) -> bool:
    """Whether a preposition with a capital begins a sentence behind a word in small letters: «le Comité de crise En cas»."""
    if not 0 < position < limit or not reading.words[position].is_capitalised or reading.words[position].text.isupper():
        return False
    return reading.words[position - 1].text.islower() and (
        reading.is_in(position, "in") or reading.is_in(position, "to")
    )


def read_link(reading: Reading, position: int, limit: int) -> tuple[str, int]:
    """Read the words that open a complement: the class of link and the index behind them."""
    if _opens_heading(reading, position, limit):
        return "", position
    phrase_end = reading.lexicon.phrase_end(reading.words, position)
    if phrase_end and phrase_end < limit:
        regarding = any(reading.is_in(index, "towards_noun") for index in range(position, phrase_end))
        if not regarding or reading.is_in(position - 1, "conduct"):
            return "phrase", phrase_end  # «discrimination à l'égard des femmes», not «Agence à l'égard des centres»
    if position < limit and reading.is_in(position, "inside"):
        return "inside", position + 1
    link = reading.lexicon.link(reading.words[position].lower) if position < limit else ""
    return link, position + bool(link)
