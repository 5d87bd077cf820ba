"""What stands around a candidate: cues in front of it, and signs that it is no date.

Conditions of the table of patterns (``needs``):

==============  ====================================================================================
reference       the document's date is known
anchored        the value could be reckoned from the context or the document's date
yearly          always: it is one of every year, which no other date lends its own
line            alone on its line; labelled: behind a label and a colon; bracketed: alone in brackets
headed          at the head of a line that goes on behind a dash: «27.02.17 - Le conseil …»
lower           it begins with a lower-case letter
common          its last word has no capital of its own, as the name of a feast has: «cette Semaine»
unambiguous     it is no namesake (a capitalised «Mars» is)
event           «de» joins it to what takes place on a day: «la réunion d'hier»
in              a cue or an article stands in front; monthcue: a cue, no article
open            a cue that opens the date on one side stands in front
between         a cue of intervals with two ends stands in front
weekday         the pattern captured a weekday; undated: no day, month or year follows
end, stop       a punctuation mark, or a full stop, or the end of the line follows
and             a word that joins two dates follows
tail            no further digits follow behind a mark, as in ``2004/17/CE``, unless a part of a period is joined to it
uncounted       neither a unit or what is counted follows, nor what joins it to a further number
countless       neither a unit nor what is counted follows
zeroed          a day or month has a zero in front
nofraction      a day and a month that cannot be a fraction, as «3/4» may be
adjunct         a word follows that goes on behind a bare day
free            its last word is no preposition of what follows: «le 1er mars suivant la clôture»
unranked        a day that is not, or need not be, a rank, as «le premier» is
setoff          commas stand on both sides, and no other weekday beyond them
isolated        no numbers around; unnumbered: none in front; unlettered: no acronym in front, as in «RFS 2001-01»
unmarked        no word in front that it would be the number of: «note No 27, le 3 avril»
unserialised    no letter of a series of articles in front: «L. 2010-5-3»
number          a number that is a year of our era, rather than numbering or counting something
cited           the word for a legal text stands directly in front: «Loi 05/12/16»
shortyear       two digits that are a year
years notyears  two numbers that are consecutive years; that are not
close           two years at most fifty apart
paired          two quarters that follow each other
consecutive     all years that the pattern captured follow each other
day             a day in words is joined to its month by a blank, where the month may be a number too
alone           a decade that no single year is joined to, as in «les années 2020 et 2021»
modern          a century in Roman numerals, 15th to 21st
long            more than one word
==============  ====================================================================================
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from glane.text.dates import conditions as near
from glane.text.dates.cues import TOKEN, WINDOW, Cues
from glane.text.dates.guard_words import GuardWords
from glane.text.dates.moves import is_moved
from glane.text.dates.numbers import CHAIN, counts_something, is_marked, is_year
from glane.text.dates.places import Left, Place, next_word, precedes
from glane.text.dates.words import lower_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glane.rules.dates import DateRules
    from glane.text.dates.values import Point
    from glane.text.dates.words import DateWords

_FOLLOWING_DIGITS = re.compile(r"[-/.,:]\d|[-/]\w")
_ENDS = re.compile(r"[ ]{0,3}(?:[.,;:!?)\]»…\n]|$)")
_STOPS = re.compile(r"[ ]{0,3}(?:[.\n]|$)")
_CLAUSE_ENDS = frozenset(";:!?")
_BULLETS = frozenset("-•*#|·–—")


@lru_cache(maxsize=1 << 10)
def _folded_tokens(phrase: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(lower_plain(phrase)))


class Guards:
    """The cues and guards of the rules, ready for use."""

    def __init__(self, rules: DateRules, words: DateWords) -> None:
        """Index the rows."""
        self._guards = guards = GuardWords(rules.guards)
        self.words = guards
        self._cues = Cues(rules.cues, guards)
        skipped = self._guards["filler"] | self._guards["numbering"] | CHAIN
        self._citing = (skipped | self._guards["citing"]) - self._guards["citation"]
        self._comparisons = {_folded_tokens(phrase) for phrase in self._guards["comparison"]}
        self._comparing = {tokens[-1] for tokens in self._comparisons}
        self._joins = words.tokens("and") | words.tokens("to")
        both, to = (words.categories[name].regex for name in ("and", "to"))
        self._other_year = re.compile(rf"{both}[12]\d\d[1-9](?!\d)|{to}[12]\d{{3}}(?!\d)", re.IGNORECASE)
        date_behind = near.full_date(words)
        self._other_era = near.other_era(words)
        self._part_behind = near.part_behind(words)
        self._conditions: dict[str, Callable[[Place, Left], bool]] = {
            "reference": lambda place, _: place.reference is not None,
            "anchored": lambda _place, _left: True,
            "yearly": lambda _place, _left: True,
            "line": self._is_line,
            "labelled": lambda place, left: near.is_labelled(place, left, self._guards["numbering"]),
            "headed": lambda place, left: not left.tokens and near.is_headed(place),
            "zeroed": lambda place, _: near.is_zeroed(place),
            "bracketed": lambda place, _: near.is_bracketed(place),
            "undated": lambda place, _: date_behind.match(place.text, place.end) is None,
            "common": lambda place, _: near.is_common(place),
            "lower": lambda place, _: place.text[place.start].islower(),
            "unambiguous": lambda place, _: not self._guards.is_a("namesake", place.text[place.start : place.end]),
            "in": lambda _, left: left.cue is not None,
            "event": lambda _, left: self._is_of_event(left),
            "monthcue": lambda _, left: left.cue not in (None, "article"),
            "open": lambda _, left: left.cue in ("since", "until"),
            "between": lambda _, left: left.cue == "between",
            "weekday": lambda place, _: place.groups.get("weekday") is not None,
            "end": lambda place, _: _ENDS.match(place.text, place.end) is not None,
            "stop": lambda place, _: _STOPS.match(place.text, place.end) is not None,
            "and": lambda place, _: next_word(place) in self._joins,
            "tail": lambda place, _: self._ends_number(place),
            "uncounted": lambda place, _: (
                not counts_something(place, guards, strong=False) and not self._goes_on(place)
            ),
            "countless": lambda place, _: not counts_something(place, guards, strong=False),
            "nofraction": lambda place, _: not near.is_fraction(place),
            "adjunct": lambda place, _: self._guards.is_a("adjunct", next_word(place)),
            "free": lambda place, _: not self._governs(place),
            "unranked": lambda place, _: near.is_unranked(place, words),
            "setoff": lambda place, _: near.is_set_off(place, words),
            "isolated": lambda place, _: near.is_isolated(place),
            "unnumbered": lambda place, _: near.is_unnumbered(place),
            "unmarked": lambda _, left: not is_marked(left, guards),
            "unserialised": lambda place, _: near.is_unserialised(place),
            "unlettered": lambda place, _: near.is_unlettered(place),
            "number": lambda place, left: (
                is_year(place, left, guards, self._joins) and not self._is_of_other_era(place)
            ),
            "cited": lambda _, left: bool(left.tokens) and left.tokens[-1] in self._guards["citation"],
            "shortyear": lambda place, _: int((place.groups["yy"] or "0").lstrip("'")) > 31,
            "years": lambda place, left: near.is_consecutive_pair(place, is_said=self._is_said(left)),
            "consecutive": lambda place, _: near.is_consecutive(place),
            "close": lambda place, _: near.is_close(place),
            "paired": lambda place, _: near.is_paired(place, words),
            "day": lambda place, left: near.is_day(place, left, words),
            "notyears": lambda place, left: (
                not near.is_consecutive_pair(place, is_said=self._is_said(left), other="mm")
            ),
            "alone": lambda place, _: self._other_year.match(place.text, place.end) is None,
            "modern": lambda place, _: near.is_modern(place, words),
            "long": lambda place, _: " " in place.text[place.start : place.end],
        }

    def check_names(self, needs: Sequence[str]) -> str | None:
        """Return the first condition that does not exist, if any."""
        names = (name for need in needs for name in need.split("/"))
        return next((name for name in names if name not in self._conditions), None)

    def look_left(self, text: str, start: int) -> Left:
        """Read what stands in front of an offset, on its line, and find the cue in it."""
        return self._cues.look_left(text, start)

    def allows(self, needs: Sequence[str], place: Place, left: Left) -> bool:
        """Whether all conditions of a pattern hold."""
        return all(any(self._conditions[name](place, left) for name in need.split("/")) for need in needs)

    def stands_behind(self, phrases: Sequence[str], left: Left) -> bool:
        """Whether one of the phrases stands directly in front."""
        for phrase in phrases:
            tokens = _folded_tokens(phrase)
            if tuple(map(lower_plain, left.tokens[-len(tokens) :])) == tokens:
                return True
        return False

    def stands_before(self, phrases: Sequence[str], place: Place) -> bool:
        """Whether one of the words or phrases follows directly."""
        following = next_word(place)
        return bool(following) and any(precedes(place, following, lower_plain(phrase)) for phrase in phrases)

    def is_citation(self, left: Left) -> bool:
        """Whether the date belongs to the reference of a legal text: «la loi n° 2013-1168 du …», «l'arrêté royal du …»."""
        for token in reversed(left.tokens[-12:]):
            if token in self._guards["citation"]:
                return True
            if token not in self._citing and not token.isdigit():
                break
        return False

    def is_compared(self, left: Left) -> bool:
        """Whether what stands in front makes a date that of an amount compared: «contre 9 % en 2020», «comparé à 2020»."""
        tokens = tuple(map(lower_plain, left.tokens))
        for end in range(len(tokens), 0, -1):
            ends = tokens[end - 1] in self._comparing  # few
            if ends and any(tokens[max(0, end - len(phrase)) : end] == phrase for phrase in self._comparisons):
                rest = left.tokens[end:]
                return any(map(str.isdigit, rest)) or self._guards["filler"].issuperset(rest)
            if tokens[end - 1] in _CLAUSE_ENDS:
                return False
        return False

    def is_moved(self, left: Left, first: Point, *, whole: bool) -> bool:
        """Whether something is moved from a date to the next, which are then no interval; see `moves.is_moved`."""
        return is_moved(left.tokens, self._guards, whole=whole, is_year=first.unit == "year")

    def _governs(self, place: Place) -> bool:
        """Whether the last word is a preposition of what follows: «le 1er mars suivant la clôture»."""
        last = place.text[place.start : place.end].rpartition(" ")[2].lower()
        return self._guards.is_a("governing", last) and self._guards.is_a("governed", next_word(place))

    def _is_of_event(self, left: Left) -> bool:
        """Whether a preposition joins the day to what takes place on it: «la réunion d'hier», not «les métiers d'hier»."""
        return (
            len(left.tokens) > 1
            and self._guards.is_a("event", left.tokens[-2])
            and left.tokens[-1] in self._guards["filler"]
        )

    def _ends_number(self, place: Place) -> bool:
        """Whether no further digits or letters are joined to it, unless they are another date: «fin 2024-début 2025»."""
        goes_on = _FOLLOWING_DIGITS.match(place.text, place.end) is not None
        return not goes_on or self._part_behind.match(place.text, place.end) is not None

    def _is_of_other_era(self, place: Place) -> bool:
        """Whether years are counted from another event: «1350 av. J.-C.», «l'an 1445 de l'hégire»."""
        return self._other_era.match(place.text, place.end) is not None

    def _goes_on(self, place: Place) -> bool:
        """Whether a link or a preposition follows: «en mai 60 à 80 agents», «en mai 60 des agents»."""
        word = next_word(place)
        return word in self._joins or self._guards.is_a("filler", word)

    def _is_said(self, left: Left) -> bool:
        """Whether a cue or a preposition stands in front."""
        return left.cue is not None or (bool(left.tokens) and left.tokens[-1] in self._guards["filler"])

    def _is_line(self, place: Place, left: Left) -> bool:
        if place.start - place.text.rfind("\n", max(0, place.start - WINDOW), place.start) > WINDOW:
            return False
        rest = place.text[place.end : place.end + 8].partition("\n")
        if rest[0].strip(" .:|"):
            return False
        fillers = self._guards["filler"] | _BULLETS
        return all(token in fillers or self._cues.is_cue(token) for token in left.tokens)
