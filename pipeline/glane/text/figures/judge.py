"""Whether a number counts or measures something: the decision on one candidate, and the rule it rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.bounds import modifier_before
from glane.text.figures.context import (
    WORD_NEAR,
    has_after,
    has_before,
    is_announced,
    is_between,
    is_plural_verb,
    is_town_code,
    noun_behind,
    opens_clause,
    opens_sentence,
    skip_repetition,
    strip_left,
    words_before,
)
from glane.text.figures.elision import is_level_behind_label, is_level_in_time
from glane.text.figures.exclusion import is_alone, is_in_a_row
from glane.text.figures.judge_fractions import judge_fraction, judge_noun
from glane.text.figures.labelled import is_count_behind_label
from glane.text.figures.tiles import skip_plus
from glane.text.figures.votes import is_side_of_vote
from glane.text.postcodes import is_short_code, opens_place

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.candidate import FigureCandidate

_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_NEXT_NUMBER = re.compile(r" (\d{1,6})(?!\d|[,.]\d)")
_SHARE = re.compile(r" ([^\W\d_]{2,6}) \d")
_CLEARLY_A_QUANTITY = frozenset(("blank", "dot", "apostrophe", "decimal", "and", "and-half"))
_LARGE = 10
_PAIR = 2
_FAR = 6
_NEAR = 4
_FEWEST = 2
_LINES = 100
_LINE_MARK = 4
"""Characters that may stand before what numbers a line: a dash and blanks."""
_MILLION = 1_000_000


def judge(item: FigureCandidate, rules: FigureRules) -> str | None:
    """Name the rule by which a candidate is a figure; ``None`` where it is none.

    Numbering, gluing and clock times are asked before; here it is asked what is counted or measured.
    """
    number, folded = item.first.number, item.folded
    if number.form in ("words", "noun", "fraction") and _is_part_of_name(item):
        return None
    if number.form == "words" and not item.is_range and _is_definite(item, rules):
        return None
    if number.form == "fraction" and not item.is_range:
        return judge_fraction(item, rules)
    if item.last.unit is not None:
        return None if number.value == 0 and number.form == "words" else item.last.unit.id
    if number.form == "noun":
        return judge_noun(item, rules)
    if number.value == 0 and number.form == "words":
        return None
    return _judge_count(item, folded, rules)


def is_yearlike(item: FigureCandidate) -> bool:
    """Whether a number may be a year."""
    return item.is_plain and _YEARLIKE.fullmatch(item.text, item.start, item.end) is not None


def _judge_count(item: FigureCandidate, folded: str, rules: FigureRules) -> str | None:
    text, last = item.text, item.last
    end = skip_plus(text, skip_repetition(text, item.end))
    noun = noun_behind(text, folded, end, rules)
    if noun and _numbers_a_line(item, noun, rules):
        return None
    if (noun and not _is_misleading(item, noun, rules)) or _is_one_in(item, rules):
        return "figure.range" if item.is_range else "figure.count"
    if is_in_a_row(item):
        return None
    if is_alone(item) and not is_yearlike(item):
        return "figure.bare"
    if last.multiplier >= _MILLION or (last.multiplier > 1 and last.number.form == "digits"):
        return "figure.count" if has_after(folded, end, "from", rules) else "figure.bare"
    if has_after(folded, end, "elective", rules) or _is_subject(item, rules) or _is_part_of(item, end, rules):
        return "figure.part"
    if is_announced(folded, item.start, rules) or has_after(folded, end, "number_behind", rules):
        return "figure.announced"
    announces = (_is_summed_up, is_level_in_time, is_level_behind_label, is_count_behind_label, is_side_of_vote)
    if not is_yearlike(item) and any(is_amount(item, rules) for is_amount in announces):
        return "figure.announced"
    if _is_factor(item, rules):
        return "figure.factor"
    return _judge_bare(item, folded, rules)


def _is_part_of(item: FigureCandidate, end: int, rules: FigureRules) -> bool:
    """Whether a number takes a part of a larger one that counts: «30 sur les 32 projets»."""
    if item.first.number.form not in ("digits", "words") or is_yearlike(item) or not item.text.startswith(" ", end):
        return False
    if any(has_before(item.folded, item.start, name, rules) for name in ("definite_single", "fraction_definite")):
        # «le 3 sur les 5 jours»
        return False
    link = rules.context("part_of").after(item.folded, end + 1)
    whole = None if link is None else _NEXT_NUMBER.match(item.text, link[0])
    if whole is None or int(whole[1]) <= item.last.value:
        return False
    return bool(noun_behind(item.text, item.folded, whole.end(), rules))


def _is_one_in(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a digit one counts one of several: «1 personne sur 24»."""
    if not item.is_plain or item.last.value != 1:
        return False
    noun = _NEXT_WORD.match(item.folded, item.end)
    share = None if noun is None else _SHARE.match(item.text, noun.end())
    return share is not None and rules.context("share").has_word(share[1])


def _is_subject(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a number stands for those it counts: «Parmi les lauréats, six sont des femmes»."""
    if not _precedes_its_verb(item, rules):
        return False
    return opens_sentence(item.text, item.start) or has_before(item.folded, item.start, "elective_start", rules)


def is_further_subject(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a bare number is the subject of a clause behind «et»: «101 lieux étaient nouveaux et 212 figuraient déjà»."""
    if item.has_unit or item.is_range or item.first.number.form not in ("digits", "words") or is_in_a_row(item):
        return False
    return _precedes_its_verb(item, rules) and opens_clause(item.folded, item.start, rules)


def _precedes_its_verb(item: FigureCandidate, rules: FigureRules) -> bool:
    if item.last.value < _FEWEST or is_yearlike(item):
        return False
    return has_after(item.folded, item.end, "elective_verb", rules) or _precedes_plural_verb(item, rules)


def _precedes_plural_verb(item: FigureCandidate, rules: FigureRules) -> bool:
    word = _NEXT_WORD.match(item.folded, item.end)
    return word is not None and is_plural_verb(word[1], rules)


def _is_summed_up(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether what follows makes an amount of a number («98 au total»), or a restriction does («il n'en reste que 12»)."""
    text, folded = item.text, item.folded
    if item.last.value < _FEWEST or not (item.is_plain or item.last.number.style == "blank"):
        return False
    if has_after(folded, item.end, "amount_behind", rules):
        return True
    that = rules.context("restriction").before(folded, strip_left(folded, item.start))
    if that is None or WORD_NEAR.match(text, item.end):
        return False
    negation = rules.context("restriction_not")
    return any(negation.has_word(word) for word in words_before(folded, that[0], _FAR))


def _is_factor(item: FigureCandidate, rules: FigureRules) -> bool:
    """«multiplié par trois», «diviser ses coûts par 2,5»."""
    by = rules.context("factor").before(item.folded, strip_left(item.folded, item.start))
    if by is None or (item.last.value < _FEWEST and item.last.number.style != "decimal"):
        return False
    return any(rules.context("factor_verb").has_word(word) for word in words_before(item.folded, by[0], _NEAR))


def _judge_bare(item: FigureCandidate, folded: str, rules: FigureRules) -> str | None:
    """A number with neither unit nor noun: what makes it a quantity all the same."""
    last, number = item.last, item.last.number
    if item.is_plain and _YEARLIKE.fullmatch(item.text, number.start, number.end):
        return None
    if has_before(folded, item.start, "factor", rules):
        return None
    if number.style in _CLEARLY_A_QUANTITY or number.form == "mixed":
        return "figure.bare"
    if item.is_range:
        return "figure.range" if is_between(folded, item.start, rules) else None
    if number.form == "words":
        if last.value < _LARGE or has_before(folded, item.start, "bare_stop", rules):
            return None
        return "figure.bare"
    is_round = item.is_plain and last.value >= 10_000 and last.value % 1000 == 0
    if is_round or (item.is_plain and modifier_before(folded, item.start, rules)):
        return "figure.bare"
    return None


def _is_misleading(item: FigureCandidate, noun: str, rules: FigureRules) -> bool:
    """Whether the word behind only looks like a thing counted."""
    text, number = item.text, item.last.number
    if number.form == "words":
        # «un bâtiment neuf», «trois Sèvres»: only a small letter is a noun behind a small numeral.
        return False
    if number.style == "point":
        return noun[0].isupper()
    if not item.is_plain:
        return False
    if noun[0].isupper():
        is_year = _YEARLIKE.fullmatch(text, number.start, number.end) is not None
        is_postcode = opens_place(text, number.start) or is_town_code(text, number.start, rules)
        return is_year or is_postcode or _names_a_town(text, number.start, noun, rules)
    return False


def _numbers_a_line(item: FigureCandidate, noun: str, rules: FigureRules) -> bool:
    """Whether a number that begins a line has a singular with a capital behind it: «2 Cabinet militaire», «1 Il est créé».

    Behind a dash, a one may count: «- 1 Président».
    """
    opened = item.text[max(0, item.start - _LINE_MARK) : item.start].rpartition("\n")
    begins = (bool(opened[1]) or item.start <= _LINE_MARK) and opened[2].strip(" ") in {"", "-", "–", "•"}
    low, bare = item.first.value, item.is_plain and item.first.number.form == "digits"
    if not begins or not bare or not 0 < low < _LINES or (low == 1 and opened[2].strip(" ")):
        return False
    singular = not rules.context("plural_ending").has_word(noun[-1].lower())
    return singular and noun[0].isupper() and noun[1:].islower()


def _names_a_town(text: str, start: int, noun: str, rules: FigureRules) -> bool:
    """Whether four digits are the postcode of a town: what is counted would stand in the plural («1211 Valsec»)."""
    plural = rules.context("plural_ending").has_word(noun[-1].lower())
    return not plural and noun[1:].islower() and is_short_code(text, start)


def _is_part_of_name(item: FigureCandidate) -> bool:
    """Whether number words are inside a name or a compound: «Groupe des Sept», «Deux-Sèvres»."""
    text, start, end = item.text, item.start, item.end
    if start and text[start - 1] == "-":
        return True
    if item.last.unit is None and text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return True
    word = text[start : item.first.number.end]
    if word.endswith(")"):
        # «Neuf (09) membres»: what is written twice is a number, with a capital or not.
        return False
    return word[0].isupper() and not word.isupper() and not opens_sentence(text, start)


def _is_definite(item: FigureCandidate, rules: FigureRules) -> bool:
    """«les deux parties», «nos deux pays»: two to nine behind a definite or demonstrative determiner, a pair behind «nos»."""
    number = item.first.number
    if not 1 < number.value < _LARGE or number.multiplier > 1:
        return False
    if number.value == _PAIR and has_before(item.folded, item.start, "definite_pair", rules):
        return True
    return has_before(item.folded, item.start, "definite", rules)
