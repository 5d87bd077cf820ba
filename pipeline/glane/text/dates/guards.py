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
in              a cue or an article stands in front; monthcue: a cue, no article
open            a cue that opens the date on one side stands in front
between         a cue of intervals with two ends stands in front
weekday         the pattern captured a weekday; undated: no day, month or year follows
end, stop       a punctuation mark, or a full stop, or the end of the line follows
and             a word that joins two dates follows
tail            no further digits follow behind a mark, as in ``2004/17/CE``
uncounted       neither a unit or what is counted follows, nor what joins it to a further number
countless       neither a unit nor what is counted follows
zeroed          a day or month has a zero in front
nofraction      a day and a month that cannot be a fraction, as «3/4» may be
adjunct         a word follows that goes on behind a bare day
free            its last word is no preposition of what follows: «le 1er mars suivant la clôture»
unranked        a day that is not, or need not be, a rank, as «le premier» is
setoff          commas stand on both sides, and no other weekday beyond them
isolated        no numbers around; unnumbered: none in front; unlettered: no acronym in front, as in «RFS 2001-01»
unserialised    no letter of a series of articles in front: «L. 2010-5-3»
number          a number that is a year, rather than numbering or counting something
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
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from glane.text.dates import conditions as near
from glane.text.dates.words import fold
from glane.text.postcodes import is_addressed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from glane.rules.dates import DateRules
    from glane.text.dates.words import Words

_TOKEN = re.compile(r"\w+'?|[^\w\s]")
_WINDOW: Final = 80
_MOST_FILLERS: Final = 5
_SHORTEST_PLURAL: Final = 4
_LONGEST_CUE: Final = 5
_OPENING = ("since", "until", "about", "between")
_FOLLOWING_DIGITS = re.compile(r"[-/.,:]\d|[-/]\w")
_ENDS = re.compile(r"[ ]{0,3}(?:[.,;:!?)\]»…\n]|$)")
_STOPS = re.compile(r"[ ]{0,3}(?:[.\n]|$)")
_NEXT_YEARS = re.compile(r"(?:(?: ?[-–,] ?| [^\W\d]{1,2} )(?:1\d|2[01])\d\d(?!\d)){0,3}")
_NEXT_NUMBERS = re.compile(r"(?:(?: ?[-–,] ?| [^\W\d]{1,2} )\d{4}(?!\d)){0,3}")
_LARGER = re.compile(r" [^\W\d]{1,2} (?:\d{1,3}(?:[ .]\d{3}){1,3}|\d{5,9})(?!\d)")
"""The other bound of a range that no year bounds: «(entre 2000) et 10 000 francs»."""
_IN_BRACKETS = re.compile(r" ?\(\d{4}\)")
_NEXT_WORD = re.compile(r" {0,3}(?:([^\W\d_]+'?|[^\w\s.,;:!?()\[\]«»\"'–—/-])|$)")
_COMPOUND = re.compile(r"(?:-[^\W\d_]+)+")
_CHAIN = frozenset({",", ";", "-", "–", "(", ")", "/"})
_CLAUSE_ENDS = frozenset(";:!?")
_BULLETS = frozenset("-•*#|·–—")


class Place(NamedTuple):
    """A candidate in its text.

    Attributes:
        text: the whole text.
        start: where the candidate begins.
        end: behind its last character.
        groups: what its pattern captured.
        reference: the document's date.
    """

    text: str
    start: int
    end: int
    groups: Mapping[str, str | None]
    reference: date | None


class Left(NamedTuple):
    """What stands in front of a candidate.

    Attributes:
        tokens: the tokens before it, of its line, in lower case.
        cue: the kind of cue, if there is one.
    """

    tokens: tuple[str, ...]
    cue: str | None


@lru_cache(maxsize=1 << 10)
def _folded_tokens(phrase: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(fold(phrase)))


class Guards:
    """The cues and guards of the rules, ready for use."""

    def __init__(self, rules: DateRules, words: Words) -> None:
        """Index the rows."""
        self._guards: dict[str, set[str]] = defaultdict(set)
        for guard in rules.guards:
            for word in guard.words:
                self._guards[guard.kind].update((word.lower(), fold(word)))
        skipped = self._guards["filler"] | self._guards["numbering"] | _CHAIN
        self._citing = (skipped | self._guards["citing"]) - self._guards["citation"]
        self._cues = self._index_cues(rules)
        self._comparisons = {_folded_tokens(phrase) for phrase in self._guards["comparison"]}
        self._comparing = {tokens[-1] for tokens in self._comparisons}
        self._joins = words.tokens("and") | words.tokens("to")
        both, to = (words.categories[name].regex for name in ("and", "to"))
        self._other_year = re.compile(rf"{both}[12]\d\d[1-9](?!\d)|{to}[12]\d{{3}}(?!\d)", re.IGNORECASE)
        date_behind = near.full_date(words)
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
            "unambiguous": lambda place, _: not self.is_a("namesake", place.text[place.start : place.end]),
            "in": lambda _, left: left.cue is not None,
            "monthcue": lambda _, left: left.cue not in (None, "article"),
            "open": lambda _, left: left.cue in ("since", "until"),
            "between": lambda _, left: left.cue == "between",
            "weekday": lambda place, _: place.groups.get("weekday") is not None,
            "end": lambda place, _: _ENDS.match(place.text, place.end) is not None,
            "stop": lambda place, _: _STOPS.match(place.text, place.end) is not None,
            "and": lambda place, _: self._next_word(place) in self._joins,
            "tail": lambda place, _: _FOLLOWING_DIGITS.match(place.text, place.end) is None,
            "uncounted": lambda place, _: not self._counts_something(place, strong=False) and not self._goes_on(place),
            "countless": lambda place, _: not self._counts_something(place, strong=False),
            "nofraction": lambda place, _: not near.is_fraction(place),
            "adjunct": lambda place, _: self.is_a("adjunct", self._next_word(place)),
            "free": lambda place, _: not self._governs(place),
            "unranked": lambda place, _: near.is_unranked(place, words),
            "setoff": lambda place, _: near.is_set_off(place, words),
            "isolated": lambda place, _: near.is_isolated(place),
            "unnumbered": lambda place, _: near.is_unnumbered(place),
            "unmarked": lambda _, left: not self._is_marked(left),
            "unserialised": lambda place, _: near.is_unserialised(place),
            "unlettered": lambda place, _: near.is_unlettered(place),
            "number": self._is_year,
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

    def _index_cues(self, rules: DateRules) -> dict[tuple[str, ...], str]:
        """Index the cues by their tokens, with accents and without; «dès» is a cue, but «des» is none."""
        cues: dict[tuple[str, ...], str] = {}
        for row in rules.cues:
            for phrase in row.phrases:
                bare = tuple(_TOKEN.findall(fold(phrase)))
                if not self._guards["filler"].issuperset(bare) or bare == tuple(_TOKEN.findall(phrase)):
                    cues.setdefault(bare, row.kind)
        cues.update((tuple(_TOKEN.findall(phrase.lower())), row.kind) for row in rules.cues for phrase in row.phrases)
        return cues

    def check_names(self, needs: Sequence[str]) -> str | None:
        """Return the first condition that does not exist, if any."""
        names = (name for need in needs for name in need.split("/"))
        return next((name for name in names if name not in self._conditions), None)

    def is_a(self, kind: str, word: str) -> bool:
        """Whether a word is a guard of a kind."""
        return word.lower() in self._guards[kind] or fold(word) in self._guards[kind]

    def look_left(self, text: str, start: int) -> Left:
        """Read what stands in front of an offset, on its line, and find the cue in it."""
        line = text.rfind("\n", max(0, start - _WINDOW), start)
        window = text[max(line + 1, start - _WINDOW) : start]
        tokens = tuple(_TOKEN.findall(window.lower()))
        return Left(tokens, self._find_cue(tokens))

    def _find_cue(self, tokens: tuple[str, ...]) -> str | None:
        best: str | None = None
        end = len(tokens)
        for _ in range(_MOST_FILLERS + 1):
            if end <= 0:
                break
            kind, begin = self._cue_ending_at(tokens, end)
            if kind in _OPENING:
                # «Two months before …» is a distance, not an end.
                is_distance = begin and tokens[begin - 1] in self._guards["duration"]
                return "in" if is_distance and tokens[begin] not in self._guards["undistanced"] else kind
            if kind and best in (None, "article"):
                best = kind
            if tokens[end - 1] not in self._guards["filler"] and kind not in ("in", "article"):
                break
            end = begin if kind == "in" else end - 1
        return best

    def _cue_ending_at(self, tokens: tuple[str, ...], end: int) -> tuple[str | None, int]:
        for size in range(min(_LONGEST_CUE, end), 0, -1):
            kind = self._cues.get(tokens[end - size : end])
            if kind:
                return kind, end - size
        return None, end

    def allows(self, needs: Sequence[str], place: Place, left: Left) -> bool:
        """Whether all conditions of a pattern hold."""
        return all(any(self._conditions[name](place, left) for name in need.split("/")) for need in needs)

    def stands_behind(self, phrases: Sequence[str], left: Left) -> bool:
        """Whether one of the phrases stands directly in front."""
        for phrase in phrases:
            tokens = _folded_tokens(phrase)
            if tuple(map(fold, left.tokens[-len(tokens) :])) == tokens:
                return True
        return False

    def stands_before(self, phrases: Sequence[str], place: Place) -> bool:
        """Whether one of the words follows directly."""
        following = self._next_word(place)
        return bool(following) and any(fold(phrase) == following for phrase in phrases)

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
        tokens = tuple(map(fold, left.tokens))
        for end in range(len(tokens), 0, -1):
            ends = tokens[end - 1] in self._comparing  # few
            if ends and any(tokens[max(0, end - len(phrase)) : end] == phrase for phrase in self._comparisons):
                rest = left.tokens[end:]
                return any(map(str.isdigit, rest)) or self._guards["filler"].issuperset(rest)
            if tokens[end - 1] in _CLAUSE_ENDS:
                return False
        return False

    def _next_word(self, place: Place) -> str:
        match = _NEXT_WORD.match(place.text, place.end)
        return fold(match[1]) if match and match[1] else ""

    def _is_year(self, place: Place, left: Left) -> bool:
        strong = left.cue in ("since", "until", "in") or place.groups.get("mod") is not None
        first = int(place.groups.get("year") or "0")
        if first and not 1800 <= first <= 2100 and not strong and "year2" not in place.groups:
            return False
        if first and not 1000 <= first <= 2199:
            return False
        if left.cue == "between" and _LARGER.match(place.text, place.end):
            return False
        # «24 Md€ fin 2022»: what «fin» stands before is a year, whatever is in front.
        if place.groups.get("mod") is None and self._numbers_something(left):
            return False
        says_where, is_at = (self._guards[kind].__contains__ for kind in ("address", "address_at"))
        if is_addressed(place.text, place.start, says_where, is_at):
            return False
        return not self._counts_something(place, strong=left.cue == "in")

    def _is_marked(self, left: Left) -> bool:
        """Whether the number of something stands right in front: «note No 27, le 3 avril»."""
        tokens = _without_stop(left.tokens)
        if len(tokens) > 1 and tokens[-1] in self._guards["citing"] and tokens[-2] in self._guards["citation"]:
            tokens = tokens[:-1]  # «la loi organique 2012-23»
        return bool(tokens) and tokens[-1] in self._guards["numbering"]

    def _numbers_something(self, left: Left) -> bool:
        """Whether the number is the number of an article, a law … perhaps in a list of several."""
        if self._is_marked(left):
            return True
        tokens = _without_stop(left.tokens)
        if not tokens:
            return False
        chain = _CHAIN | self._joins
        index = len(tokens) - 1
        if tokens[-1] in self._guards["address_at"]:  # «les articles 1984 à 1990»
            index -= index > 0 and tokens[index - 1].isdigit()
        elif tokens[-1] not in chain or tokens[-1] == "(":
            return False
        numbers = 0
        while index >= 0 and (tokens[index] in chain or tokens[index].isdigit()):
            numbers += tokens[index].isdigit()
            index -= 1
        return numbers > 0 and index >= 0 and tokens[index] in self._guards["numbering"]

    def _counts_something(self, place: Place, *, strong: bool) -> bool:
        """Whether a unit or what is counted follows: «1500 soldats», «2000 m²»."""
        if _IN_BRACKETS.match(place.text, place.end):
            return True
        # «en 2020 et 6434 lits» has a year and a number, «2020 et 6434 lits» two numbers.
        chain = (_NEXT_YEARS if strong else _NEXT_NUMBERS).match(place.text, place.end)
        match = _NEXT_WORD.match(place.text, chain.end() if chain else place.end)
        if match is None or not match[1]:
            return False
        word = match[1]
        if self._is_plural(word) and self.is_a("unit", word.lower()):
            return True  # «2000 Watts»
        if self.is_a("unit", word) or self.is_a("unit", word + place.text[match.end() : match.end() + 1].strip()):
            return True
        if strong or not word.islower():
            return False
        compound = _COMPOUND.match(place.text, match.end())
        return self._is_plural(word) or (compound is not None and self._is_plural_compound(word + compound[0]))

    def _is_plural(self, word: str) -> bool:
        return len(word) >= _SHORTEST_PLURAL and word[-1] in "sx" and not self.is_a("function", word)

    def _is_plural_compound(self, word: str) -> bool:
        """Whether the last part of a word with hyphens is a plural: «2000 sous-traitants», but not «2012 ont-elles»."""
        return self._is_plural(word) and not self.is_a("function", word.rpartition("-")[2])

    def _governs(self, place: Place) -> bool:
        """Whether the last word is a preposition of what follows: «le 1er mars suivant la clôture»."""
        last = place.text[place.start : place.end].rpartition(" ")[2].lower()
        return self.is_a("governing", last) and self.is_a("governed", self._next_word(place))

    def _goes_on(self, place: Place) -> bool:
        """Whether a link or a preposition follows: «en mai 60 à 80 agents», «en mai 60 des agents»."""
        word = self._next_word(place)
        return word in self._joins or self.is_a("filler", word)

    def _is_said(self, left: Left) -> bool:
        """Whether a cue or a preposition stands in front."""
        return left.cue is not None or (bool(left.tokens) and left.tokens[-1] in self._guards["filler"])

    def _is_line(self, place: Place, left: Left) -> bool:
        if place.start - place.text.rfind("\n", max(0, place.start - _WINDOW), place.start) > _WINDOW:
            return False
        rest = place.text[place.end : place.end + 8].partition("\n")
        if rest[0].strip(" .:|"):
            return False
        fillers = self._guards["filler"] | _BULLETS
        return all(token in fillers or (token,) in self._cues for token in left.tokens)


def _without_stop(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Tokens without the full stop that ends the last one, as in «art.»."""
    return tokens[:-1] if tokens[-1:] == (".",) else tokens
