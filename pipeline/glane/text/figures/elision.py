"""Bare numbers whose noun was said before: «24 dossiers à Paris et 12 à Lyon», «76 voix pour, 10 contre»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.context import before_adverbs, counts_people, has_after, has_before, strip_left, words_before

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.candidate import FigureCandidate

TAKEN = "\x01"
"""What dates are blotted out with."""
_NEAR = 80
_MILLION = 1_000_000
_FEWEST = 2
_LARGE = 20
_MOST_WRITTEN = 1000
_ENDS = frozenset("\n.!?:")
_LABEL_WORDS = 6
_NOUN_BEFORE = 2
_AMOUNT_ENDS = re.compile(r" ?(?:[;)\n]|[.,](?!\d)|\Z)")
_LABEL = re.compile(r" \([^\W\d_a-z][^()\n]{1,40}\)")


def is_elliptic(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a bare number counts what a figure before it in the sentence counts.

    Args:
        left: a figure that counts, the last one before the number.
        right: the number.
        rules: classes of words.
    """
    text, folded = right.text, right.folded
    between = text[left.end : right.start]
    if len(between) > _NEAR:
        return False
    if _is_itemised(left, right, rules):
        return True
    if not _ENDS.isdisjoint(between) or _outlasts(left, right):
        return False
    cue = rules.cues_before.before(folded, strip_left(folded, right.start))
    start = before_adverbs(folded, right.start if cue is None else cue[0], rules)
    if _is_of_it(left, start, rules):
        return True
    if not any(has_before(folded, start, name, rules) for name in ("elided_before", "amount")):
        return False
    if any(has_after(folded, right.end, name, rules) for name in ("elective_verb", "elided_state")):
        return True
    if _is_vote(left, right, rules) or has_owner_behind(right) or _is_share_of_sum(left, right, start, rules):
        return True
    return _is_money(left, right, rules) or is_part(left, right, rules) or _is_placed(right, rules)


def _is_vote(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a number is of the votes of one side: «76 voix pour, 10 contre»."""
    if not has_after(right.folded, right.end, "vote_side", rules):
        return False
    vote = rules.context("vote")
    return any(vote.has_word(word) for word in right.folded[left.end : right.start].replace(",", " ").split())


def is_framing(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a length of time only says over how long something is counted: «170 agents sur 5 ans»."""
    unit = item.last.unit
    if unit is None or unit.quantity != "duration":
        return False
    return any(has_before(item.folded, item.start, name, rules) for name in ("lasting", "share"))


def _outlasts(left: FigureCandidate, right: FigureCandidate) -> bool:
    """Whether a number is too large to be a part of a length of time: «sur 5 ans, dont 15 milliards en 2018»."""
    unit = left.last.unit
    if unit is None or unit.quantity != "duration":
        return False
    return right.last.multiplier > 1 or right.last.value * unit.factor >= left.last.value


def is_part(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether what follows a number sets a part off: «500 emplois dans la police et 700 dans la marine»."""
    unit = left.last.unit
    if unit is not None and unit.quantity != "money":
        return False
    if right.last.multiplier >= _MILLION > left.last.multiplier:
        # «27 projets, pour un montant de 26 millions dans les provinces»
        return False
    return right.last.value >= _FEWEST and has_after(right.folded, right.end, "elided_part", rules)


def _is_itemised(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a colon opens the parts of a whole: «9 juges : 3 par le roi, 6 par les chambres»."""
    colon = right.text.rfind(":", left.end, right.start)
    if colon < 0 or right.text[colon + 1 : right.start].strip() or not 0 < right.last.value < left.last.value:
        return False
    return _ENDS.isdisjoint(right.text[left.end : colon]) and is_part(left, right, rules)


def _is_money(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether millions without a noun are of the currency said before: «3 millions d'euros, dont 2 millions versés»."""
    unit = left.last.unit
    both = left.last.multiplier >= _MILLION and right.last.multiplier >= _MILLION
    if not both or unit is None or unit.quantity != "money":
        return False
    # «pour une population de 3 millions»
    near = words_before(right.folded, right.start, _NOUN_BEFORE)
    return not counts_people(near, rules)


def _is_of_it(left: FigureCandidate, start: int, rules: FigureRules) -> bool:
    """Whether a verb with «en» before a number stands for what was said: «… et 4 en dons, là où il en faudrait 18»."""
    unit = left.last.unit
    return (unit is None or unit.quantity == "money") and has_before(left.folded, start, "of_it", rules)


def _is_share_of_sum(left: FigureCandidate, right: FigureCandidate, start: int, rules: FigureRules) -> bool:
    """Whether a number is in the millions of a sum: «7,4 milliards de dollars, dont 3,5 en prêts et 3,9 en dons».

    Behind «et» it is where the number before it is one already.
    """
    last = left.last
    if last.unit is None or last.unit.quantity != "money" or last.multiplier < _MILLION or right.last.multiplier > 1:
        return False
    if not any(has_after(right.folded, right.end, name, rules) for name in ("elided_place", "elided_part")):
        return False
    if has_before(right.folded, start, "part_cue", rules):
        # «12 ports à 4 milliards d'euros, dont 3 en mer»
        before = left.text[max(0, left.start - _NEAR) : left.start].rpartition("\n")[2]
        is_sure = right.last.number.style == "decimal" or not any(map(str.isdigit, before))
        return is_sure and right.last.value * last.multiplier < last.value
    is_share = not any(map(str.isalpha, left.text[left.start : left.end]))
    return is_share and right.last.value < _MOST_WRITTEN


def has_owner_behind(item: FigureCandidate) -> bool:
    """Whether a name in brackets says of whom a number is: «40 agents (Paris), 12 (Lyon)»."""
    return _LABEL.match(item.text, item.end) is not None


def _is_placed(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a place or a date follows: «12 à Lyon», «31 en 2020»."""
    at = _behind_place(item, rules)
    return item.text[at : at + 1].isupper() or item.text.startswith(TAKEN, at)


def _behind_place(item: FigureCandidate, rules: FigureRules) -> int:
    """Where what stands behind a number and «à», «en» begins; the end of the number where they do not follow."""
    if not item.text.startswith(" ", item.end):
        return item.end
    place = rules.context("elided_place").after(item.folded, item.end + 1)
    if place is None:
        return item.end
    return place[0] + 1 if item.text.startswith(" ", place[0]) else place[0]


def is_level_in_time(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a bare number is the level at a date: «passé de 168 en 2008 à une seule attaque»."""
    origin = rules.context("from").before(item.folded, strip_left(item.folded, item.start))
    if origin is None or not item.text.startswith(TAKEN, _behind_place(item, rules)):
        return False
    change = rules.context("change")
    return any(change.has_word(word) for word in words_before(item.folded, origin[0], 2))


def is_level_behind_label(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a label and a colon stand before a bare number, as in tables: «Dons : 312 en 2018», «Nombre de lits : 450»."""
    text, folded = item.text, item.folded
    colon = strip_left(folded, item.start) - 1
    if not item.is_plain or item.last.value < _FEWEST or colon < 1 or text[colon] != ":":
        return False
    label = words_before(folded, strip_left(folded, colon), _LABEL_WORDS + 1)
    if not 0 < len(label) <= _LABEL_WORDS:
        return False
    is_target = item.last.value >= _LARGE and rules.context("level_target").has_word(label[-1])
    if not is_target and any(rules.context(name).has_word(label[0]) for name in ("label", "name")):
        # «page : 12»
        return False
    if item.text.startswith(TAKEN, _behind_place(item, rules)):
        return True
    levels = [rules.context(name) for name in ("level_count", "level_money")]
    is_level = is_target or any(level.has_word(label[-1]) for level in levels)
    return is_level and _AMOUNT_ENDS.match(text, item.end) is not None


def is_change_over_time(left: FigureCandidate, right: FigureCandidate, rules: FigureRules) -> bool:
    """Whether only a date and «à» stand between two numbers: «passer de 12 en 2015 à 18 en 2020»."""
    text, folded = right.text, right.folded
    to = rules.context("to").before(folded, strip_left(folded, right.start))
    if to is None or not left.end < to[0] <= left.end + _NEAR or TAKEN not in text[left.end : to[0]]:
        return False
    words = text[left.end : to[0]].replace(TAKEN, " ").split()
    return len(words) <= 1 and (not words or rules.context("elided_place").has_word(words[0].lower()))
