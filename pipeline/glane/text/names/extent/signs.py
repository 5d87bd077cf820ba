"""What a head is told from others by right behind it, other than a name: a number, a letter, an acronym, a coined word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import DASHES
from glane.text.names.extent.nominal import can_lead, read_nominal
from glane.text.names.extent.runs import opens_person
from glane.text.words import PARTICIPLE, VERBS, is_joint

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Phrase

_NUMBER_BEFORE = 3
_BRIEF = 3
"""Letters of the shortest word for a span of time."""
_LONGEST_FIRM = 2
"""Capitalised words behind the acronym of a firm."""
_MOST_DIGITS = 2
"""Digits of the number of an item."""
_VERSION = frozenset("vV")
_SAID = frozenset({PARTICIPLE, "ADJ", "VERB", "AUX"})


def firm_end(reading: Reading, phrase: Phrase, head: HeadRow, position: int, limit: int) -> int:
    """Index behind an acronym and the capitalised words of a firm's name: «cabinet VRK Paul Delorme»; ``position`` for none.

    Behind the acronym of a known body a given name opens a person's.
    """
    firm = not phrase.capital and head.is_one_of(reading.lexicon.words("firm_head"))
    own = position + 1
    if (
        not firm
        or not reading.words[position].is_acronym
        or (position in reading.known and opens_person(reading, own, limit))
    ):
        return position
    end = own
    while end - own < _LONGEST_FIRM and _goes_with_firm(reading, end, limit):
        end += 1
    return end if end > own and not _goes_with_firm(reading, end, limit) else position


def coined_end(reading: Reading, head: HeadRow, position: int) -> int:
    """Index behind a coined name in small letters: «le projet e-conseil»; ``position`` for none."""
    word = reading.words[position]
    coined = head.kind == "programme" and word.text.islower() and position - 1 > 0
    coined = coined and reading.is_in(position - 2, "one_definite")
    return position + (coined and word.lower.startswith(reading.lexicon.affixes("coined_prefix")))


def _goes_with_firm(reading: Reading, position: int, limit: int) -> bool:
    """Whether a capitalised word of its own, one blank behind the one before, stands at an index."""
    if position >= limit or position in reading.known or not reading.is_capitalised(position, limit):
        return False
    word = reading.words[position]
    if word.is_acronym or reading.lexicon.is_function(word.lower) or reading.lexicon.is_head(word.folded):
        return False
    return len(word.text) > 1 and word.start - reading.words[position - 1].end == 1


def counted_end(reading: Reading, phrase: Phrase, head: HeadRow, position: int, limit: int) -> int:
    """Index behind the letter of a committee, or a number with what it counts as the name of an undertaking.

    «Commission D», «programme 50 millions d'arbres»; ``position`` for none.
    """
    if head.subtype == "commission" and phrase.capital and _is_letter(reading, position, limit):
        return position + 1
    undertaking = head.is_one_of(reading.lexicon.words("counted_head"))
    counted = undertaking and position > 1
    determined = counted and (reading.is_in(position - 2, "one_definite") or reading.is_in(position - 2, "possessive"))
    end = position
    while determined and end < limit and reading.words[end].is_number and end not in reading.known:
        end += 1
    if end == position:
        return position
    if reading.is_in(end, "number_noun") and end + 1 < limit and reading.is_in(end + 1, "bare_of"):
        end += 2
    nominal = read_nominal(reading, end, limit)
    if nominal is None or nominal.kind != "noun" or nominal.determiner or reading.is_in(end, "time_noun"):
        return position
    counts = reading.lexicon.may_be_plural(nominal.lead) and len(nominal.lead) > _BRIEF
    said = nominal.lead.endswith(reading.lexicon.affixes("participles_ending"))
    counts = counts and not said and reading.words[end].pos not in _SAID  # «le programme 147 financées»
    return nominal.end if counts else position


def _is_letter(reading: Reading, position: int, limit: int) -> bool:
    """Whether a capital stands alone, as the letter of a committee: no initial of a person, and no «a», which is a verb."""
    word = reading.words[position]
    if not (len(word.text) == 1 and word.text.isupper() and word.start - reading.words[position - 1].end == 1):
        return False
    after = position + 1
    initial = after < limit and reading.words[after].text in ".'" and reading.is_capitalised(after + 1, limit)
    return not initial and not reading.lexicon.is_function(word.lower) and not reading.is_in(position, "have")


def none_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind what a place is to have none of: «Dakar zéro déchet», «Kinshasa zéro-trou»."""
    if position >= limit:
        return position
    none, _, joined = reading.words[position].lower.partition("-")
    if none not in reading.lexicon.words("none_of"):
        return position
    noun = position + 1
    if joined:
        return noun
    return (
        noun + 1 if noun < limit and reading.words[noun].text.islower() and can_lead(reading, noun, limit) else position
    )


def has_own_number(reading: Reading, phrase: Phrase, head: HeadRow, first: int, limit: int) -> bool:
    """Whether a number belongs to a name of one word before it: «l'association Trisomie 21», «la coopérative Rayon 9»."""
    position = phrase.end
    named = head.lower == "apposed" and not phrase.capital and position == first + 1
    if not named or position >= limit or not reading.words[position].is_number:
        return False
    before, number, after = reading.words[first], reading.words[position], position + 1
    if before.is_acronym or number.start - before.end != 1 or len(number.text) > _MOST_DIGITS:
        return False
    if after >= len(reading.words) or reading.is_in(after, "of"):
        return True
    word = reading.words[after]
    joined = word.start == number.end and is_joint(reading.words, after)  # «Velmar 3,5»
    return not joined and (not word.is_word or word.pos in VERBS or reading.is_in(after, "and"))


def is_version(reading: Reading, position: int) -> bool:
    """Whether a word is the number of a version: «projet Cadastre v3»."""
    text = reading.words[position].text
    return text[:1] in _VERSION and text[1:].isdigit()


def number_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind a number with its decimals: «exercice NEMO 15.3»."""
    point = position + 1
    decimals = point + 1 < limit and reading.words[point].text == "." and reading.words[point + 1].is_number
    return point + 2 if decimals and is_joint(reading.words, point) else point


def is_item_number(reading: Reading, head: HeadRow, position: int, limit: int) -> bool:
    """Whether a short number behind a head numbers an item of a list, whose title a mark opens: «Chantier 7 – Doctrine»."""
    number, mark = reading.words[position], position + 1
    if not number.is_number or len(number.text) > _MOST_DIGITS or mark >= limit:
        return False
    marked = reading.words[mark].text in DASHES or reading.words[mark].text == ":"
    return marked and not is_joint(reading.words, mark) and head.is_one_of(reading.lexicon.words("numbering_head"))


def numbers_line(reading: Reading, position: int, limit: int) -> bool:
    """Whether a number with a full stop numbers what follows, as one did the head: «3. Partenariat 4. Financement»."""
    before = position - _NUMBER_BEFORE
    if before < 0 or not reading.is_capitalised(position + 2, limit):
        return False
    stopped = reading.words[position + 1].text == reading.words[before + 1].text == "."
    return stopped and reading.words[before].is_number
