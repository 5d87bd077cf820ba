"""The thing counted: the noun phrase that a figure counts or is a share of, behind the figure or before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.figures.counted_label import LabelReader
from glane.text.figures.counted_phrase import NOUNS, VERBS
from glane.text.figures.token_places import first_behind, last_before, skip_brackets
from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.figures import FigureRules
    from glane.text.figures.counted_phrase import Tagged
    from glane_records.models import Quantity

_BACK = 12
_FROM = 5
_SUBJECT = 24
_LABEL = ":"


def counted_noun(
    tokens: Sequence[Tagged],
    start: int,
    end: int,
    quantity: Quantity,
    rules: FigureRules,
    dates: AbstractSet[int] = frozenset(),
) -> tuple[int, int] | None:
    """Find the phrase that names what a figure counts.

    Args:
        tokens: the tokens of the figure's sentence, or of the whole text, in order.
        start: where the figure begins, an offset as in the tokens.
        end: where it ends.
        quantity: what sort of number it is.
        rules: classes of words.
        dates: where dates begin; what is counted ends before them («12 mesures de fin 2024»).

    Returns:
        Start and end offset of the noun with its adjectives, participles and «de» complements; ``None`` where
        the sentence does not say.
    """
    first = first_behind(tokens, end)
    first = skip_brackets(tokens, first)
    reader = _Reader(tokens, rules, dates)
    if quantity == "ratio" and (shared := reader.shared_noun(start, end)) is not None:
        return shared
    linked = reader.is_of(first)
    if linked and (reader.names_source(first) or (quantity == "count" and not reader.takes_of(first))):
        return None
    if linked and quantity in ("measure", "duration") and reader.is_distance(first, start):
        return None
    if linked and quantity == "duration" and (reader.opens_object(first, start) or reader.is_named(first)):
        return None
    if quantity == "count" and (whole := reader.whole_behind(first) or reader.number_of(first)) is not None:
        return whole
    if quantity == "count" and reader.is_part_of_cases(first, start):
        return reader.noun_before(start)
    if linked or (quantity == "count" and not reader.says_no_noun(first)):
        begin = reader.skip_determiners(first + 1 if linked else first)
        begin += linked and begin < len(tokens) and tokens[begin].pos == "NUM"
        phrase = reader.phrase(begin)
        if phrase is not None:
            return phrase
    if quantity != "count" or linked:
        return None
    return reader.noun_before(start)


def counted_by_level(tokens: Sequence[Tagged], start: int, rules: FigureRules) -> tuple[int, int] | None:
    """Find what is counted by the noun whose level changes: «le nombre des juges de la cour de 10 à 12».

    Args:
        tokens: as for `counted_noun`.
        start: where the first of the two figures begins.
        rules: classes of words.
    """
    return _Reader(tokens, rules).group_before(last_before(tokens, start), "level")


class _Reader(LabelReader):
    """Reads what stands before a figure too."""

    __slots__ = ()

    def noun_before(self, start: int) -> tuple[int, int] | None:
        """Find what is counted in front of a figure."""
        last = last_before(self.tokens, start)
        if self._is_other_side(last):
            return None
        if last > 0 and self.tokens[last].text == _LABEL:
            return self.labelled(last)
        return self.subject_before(last) or self.group_before(last, "among") or self._whole_before(last)

    def is_part_of_cases(self, first: int, start: int) -> bool:
        """Whether a figure opens or goes on a list of states: «dont 14 confirmés», «20 probables et 21 suspects».

        Participles are taken where it opens it: «dont 3 000 bitumées».
        """
        last = last_before(self.tokens, start)
        if not self.is_state(first):
            return self._is(self._at(last), "part") and self.is_done(first)
        is_listed = self._is(self._at(last), "and") or (last >= 0 and self.tokens[last].text == ",")
        return self._is(self._at(last), "part") or (is_listed and self.is_state(last - 1))

    def _whole_before(self, last: int) -> tuple[int, int] | None:
        """Find what the whole counts of which «dont» sets parts off: «45 cas, dont 14 confirmés et 20 probables»."""
        low = max(0, last - _SUBJECT)
        at = last
        while at > low and self._is_listed_part(at):
            at -= 1
        if not self._is(self._at(at), "part"):
            return None
        for number in range(at - 1, max(-1, at - _BACK), -1):
            token = self.tokens[number]
            if token.is_break and token.text != ",":
                return None
            if self._is_number(token) or token.text.isdigit():
                noun = self._at(number + 1)
                is_unit = noun is not None and self.rules.unit_words.after(noun.lower, 0) is not None
                # «15 missions dans 12 pays, dont 3 longues»
                is_unsure = is_unit or self.is_state(number + 1) or self._is(self.tokens[number - 1], "inside")
                phrase = None if is_unsure else self.phrase(number + 1)
                return phrase if phrase is not None and phrase[1] <= self.tokens[at].start else None
        return None

    def _is_listed_part(self, index: int) -> bool:
        token = self.tokens[index]
        return token.text == "," or token.text.isdigit() or self._is(token, "and") or self.is_state(index)

    def _is_other_side(self, index: int) -> bool:
        """Whether the votes of the other side follow, of which nothing further before is counted: «par 17 voix contre 9»."""
        side = index > 0 and self.rules.context("vote_side").has_word(self.tokens[index].lower)
        return side and self.rules.context("vote").has_word(self.tokens[index - 1].lower)

    def shared_noun(self, start: int, end: int) -> tuple[int, int] | None:
        """Find what stands inside a share: «une commune rurale sur trois»."""
        first = first_behind(self.tokens, start)
        inside = self.tokens[first : first + _BACK]
        is_share = any(self.rules.context("share").has_word(token.lower) for token in inside if token.end <= end)
        return self.phrase(first + 1) if is_share and not self._is(self._at(first + 1), "stop") else None

    def is_distance(self, index: int, start: int) -> bool:
        """Whether a measure says how far something is from what «de» opens: «à 12 km de la ville», «à deux heures de Vélin»."""
        following = self._at(index + 1)
        is_place = self._is(following, "determiner") or (following is not None and following.text[0].isupper())
        if not is_place and not self._is(self.tokens[index], "contracted"):
            return False
        at = last_before(self.tokens, start)
        low = max(-1, at - _FROM)
        while at > low and self._is(self.tokens[at], "far"):
            at -= 1
        return at > low and self._is(self.tokens[at], "distance")

    def opens_object(self, index: int, start: int) -> bool:
        """Whether a plural behind a length of time is what a verb before it has: «il mène depuis dix ans des travaux».

        Behind a determiner it is what has the length: «les vingt ans des accords».
        """
        several = index < len(self.tokens) and self._is(self.tokens[index], "of_several")
        last = last_before(self.tokens, start)
        return several and not (last >= 0 and self._is(self.tokens[last], "determiner"))

    def is_named(self, index: int) -> bool:
        """Whether a name behind a bare «de» is whose time it was: «cinq ans de Mélan Dorval»."""
        name, behind = self._at(index + 1), self._at(index + 2)
        if name is None or not self._is(self.tokens[index], "of_bare") or not _is_name(name):
            return False
        return name.pos == "PROPN" or (behind is not None and _is_name(behind))

    def whole_behind(self, index: int) -> tuple[int, int] | None:
        """Find what the whole counts of which a number is a part, or the other number: «119 sur 140 relevés», «4 ou 6 lits»."""
        link = token.lower if (token := self._at(index)) else ""
        if not (self.rules.context("share").has_word(link) or self.rules.links.get(link) == "or"):
            return None
        number = self.skip_determiners(index + 1)
        last = number
        while (token := self._at(last)) is not None and self._is_number(token):
            last += 1
        noun = self._at(last)
        is_unit = noun is not None and self.rules.unit_words.after(noun.lower, 0) is not None
        return None if last == number or is_unit or self.is_of(last) else self.phrase(last)

    def subject_before(self, index: int) -> tuple[int, int] | None:
        """Find the subject of a verb of amount before the figure: «les effectifs s'élèvent à 3 200»."""
        low = max(-1, index - _BACK)
        verb = index
        while verb > low and not self._is(self.tokens[verb], "subject"):
            if self.tokens[verb].pos in NOUNS or self.tokens[verb].is_break:
                return None
            verb -= 1
        if verb <= low:
            return None
        at = verb - 1
        while at > low and (self.tokens[at].pos in ("AUX", "ADV", "PRON", *VERBS) or not self.tokens[at].is_alphabetic):
            if self.tokens[at].is_break:
                return None
            at -= 1
        at = self._before_infinitive(at, low)
        counted = self._number_of(at)
        if counted is not None:
            return counted
        subject = self._subject_span(at, low)
        if subject is None:
            return None
        begin, at = self.skip_number_noun(self.skip_determiners(subject[0])), subject[1]
        if begin > at or self.tokens[begin].pos not in ("NOUN", "ADJ", "PROPN") or self._is_inside_another(begin):
            return None
        head = self.tokens[begin]
        if self._is(head, "index") or (len(head.text) > 1 and head.text.isupper()):
            # «l'IPC atteint 290»
            return None
        phrase = self.phrase(begin)
        return phrase if phrase is not None and phrase[1] <= self.tokens[verb].start else None

    def _subject_span(self, at: int, low: int) -> tuple[int, int] | None:
        """First and last token of a subject, before what says where it is: «les ventes en Belgique sont passées de …»."""
        begin, last = self._phrase_begin(at, low), at
        while begin - 2 > low and self._is(self.tokens[begin - 1], "where"):
            if not self._is_inside_phrase(self.tokens[begin - 2]):
                return (begin, last) if last == at else None
            last = begin - 2
            begin = self._phrase_begin(last, low)
        return begin, last

    def _phrase_begin(self, at: int, low: int) -> int:
        """Index of the first token of the phrase that ends at a token."""
        while at > low and self._is_inside_phrase(self.tokens[at]):
            at -= 1
        return at + 1

    def _is_inside_another(self, begin: int) -> bool:
        """Whether a phrase is the complement of another one: «la parité entre les sexes passe de 0,87 à 1,1»."""
        at = begin - 1
        while at >= 0 and self._is(self.tokens[at], "determiner"):
            at -= 1
        return at > 0 and self._is(self.tokens[at], "inside") and self.tokens[at - 1].pos in ("ADJ", PARTICIPLE, *NOUNS)

    def _number_of(self, at: int) -> tuple[int, int] | None:
        """Find what a subject is the number of, behind which more may stand: «le nombre de lits ouverts depuis deux ans».

        Args:
            at: the last token of the subject.
        """
        for noun in range(at, max(0, at - _SUBJECT), -1):
            token = self.tokens[noun]
            is_plain_verb = token.pos == "VERB" and not self._ends(token, "participle_plural")
            if token.is_break or token.pos in ("AUX", "CCONJ") or is_plain_verb:
                return None
            if self._is(token, "number_noun") and self._is(self.tokens[noun - 1], "determiner"):
                # «le nombre total de …»
                link = self.link_behind(noun)
                phrase = self.phrase(self.skip_determiners(link + 1)) if self.is_of(link) else None
                return phrase if phrase is not None and phrase[1] <= self.tokens[at].end else None
        return None

    def group_before(self, index: int, opener: str) -> tuple[int, int] | None:
        """Find the group that a word in front names: «parmi les élus, six», «le nombre des élus de 5 à 6»."""
        for at in range(index, max(-1, index - _BACK), -1):
            token = self.tokens[at]
            if token.is_break and token.text != ",":
                return None
            if not self._is(token, opener) or (opener == "level" and not self.is_of(at + 1)):
                continue
            begin = self.skip_number_noun(self.skip_determiners(at + 2 if opener == "level" else at + 1))
            while begin <= index and self._is_number(self.tokens[begin]):
                begin += 1
            if begin <= index and self.rules.unit_words.after(self.tokens[begin].lower, 0) is not None:
                # «170 milliards sur 5 ans, dont 15 milliards en 2018»
                continue
            phrase = self.phrase(begin) if begin <= index else None
            return phrase if phrase is not None and phrase[1] <= self.tokens[index].end else None
        return None

    def _is_number(self, token: Tagged) -> bool:
        return token.lower in self.rules.numbers or token.pos == "NUM"

    def _before_infinitive(self, at: int, low: int) -> int:
        """Skip «à fermer» in «le nombre de réacteurs à fermer est compris …»."""
        is_to = at - 1 > low and self._is(self.tokens[at], "to") and self.tokens[at + 1].pos in VERBS
        return at - 1 if is_to else at

    def _is_inside_phrase(self, token: Tagged) -> bool:
        if token.pos in ("ADJ", "DET", *NOUNS) or self._is(token, "of") or self._is(token, "determiner"):
            return True
        return token.pos in VERBS and self._ends(token, "participle_plural")


def _is_name(token: Tagged) -> bool:
    """Whether a word has a capital of its own: «Dorval», but not «OTAN»."""
    return token.text[0].isupper() and token.text[1:].islower()
