"""The thing counted: the noun phrase that a figure counts or is a share of.

A grammar over tokens and their Universal POS tags; no parser. The tags come from a statistical tagger and may
be wrong: words of closed classes are known by their form first, and by their tag only then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from glane.text.figure_context import is_plural_verb
from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.figures import FigureRules, Quantity

_VERBS = frozenset(("VERB", PARTICIPLE))
_NOUNS = frozenset(("NOUN", "PROPN", "X", "SYM"))
_LONGEST = 16
_BACK = 12
_FROM = 5
_BREAKS = frozenset(",;:().!?…")
_QUOTES = ("«", '"', "“")
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")


@dataclass(frozen=True, slots=True)
class Tok:
    """A token: offsets, text, Universal POS tag."""

    start: int
    end: int
    text: str
    pos: str

    @property
    def lower(self) -> str:
        """Its text in lower case, with the plain apostrophe."""
        return self.text.lower().translate(_APOSTROPHES)

    @property
    def is_break(self) -> bool:
        """Whether it ends a clause, a sentence or a line."""
        return self.text in _BREAKS or "\n" in self.text

    @property
    def is_alphabetic(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[:1].isalpha()


class Tagged(Protocol):
    """A `Tok`, or a word of `glane.text.words`, which has the same."""

    @property
    def start(self) -> int:
        """Offset of its first code point."""

    @property
    def end(self) -> int:
        """Offset behind its last one."""

    @property
    def text(self) -> str:
        """The token as it stands."""

    @property
    def lower(self) -> str:
        """Its text in lower case, with the plain apostrophe."""

    @property
    def pos(self) -> str:
        """Its Universal POS tag."""

    @property
    def is_break(self) -> bool:
        """Whether it ends a clause, a sentence or a line."""

    @property
    def is_alphabetic(self) -> bool:
        """Whether it begins with a letter."""


def counted_noun(
    tokens: Sequence[Tagged], start: int, end: int, quantity: Quantity, rules: FigureRules
) -> tuple[int, int] | None:
    """Find the phrase that names what a figure counts.

    Args:
        tokens: the tokens of the figure's sentence, or of the whole text, in order.
        start: where the figure begins, an offset as in the tokens.
        end: where it ends.
        quantity: what sort of number it is.
        rules: classes of words.

    Returns:
        Start and end offset of the noun with its adjectives, participles and «de» complements; ``None`` where
        the sentence does not say.
    """
    first = _first_behind(tokens, end)
    first = _skip_brackets(tokens, first)
    reader = _Reader(tokens, rules)
    linked = reader.is_of(first)
    if linked and quantity == "count" and not reader.takes_of(first):
        return None
    if linked and quantity == "measure" and reader.is_distance(first, start):
        return None
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
    return _Reader(tokens, rules).group_before(_last_before(tokens, start), "level")


def _first_behind(tokens: Sequence[Tagged], end: int) -> int:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < end:
            low = middle + 1
        else:
            high = middle
    while low < len(tokens) and tokens[low].text.isspace() and "\n" not in tokens[low].text:
        low += 1
    return low


def _last_before(tokens: Sequence[Tagged], start: int) -> int:
    return _first_behind(tokens, start) - 1


def _skip_brackets(tokens: Sequence[Tagged], first: int) -> int:
    """Skip a numeral repeated in brackets («six (6) points»), and a quotation mark."""
    if first + 2 < len(tokens) and tokens[first].text == "(" and tokens[first + 2].text == ")":
        first += 3
    return first + 1 if first < len(tokens) and tokens[first].text in _QUOTES else first


class _Reader:
    """Reads a noun phrase from left to right."""

    __slots__ = ("rules", "tokens")

    def __init__(self, tokens: Sequence[Tagged], rules: FigureRules) -> None:
        self.tokens = tokens
        self.rules = rules

    def _at(self, index: int) -> Tagged | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def _is(self, token: Tagged | None, word_class: str) -> bool:
        return token is not None and self.rules.word_class(word_class).has_word(token.lower)

    def is_of(self, index: int) -> bool:
        """Whether a token is «de» or one of its forms."""
        return self._is(self._at(index), "of")

    def takes_of(self, index: int) -> bool:
        """Whether «de» behind a count opens what it counts: «trois de ces …», not «27 de l'Union»."""
        last = self._at(index - 1)
        word = "" if last is None else last.lower
        number = self.rules.numbers.get(word)
        if word in self.rules.nouns or (number is not None and number.kind in ("scale", "half")):
            return True
        return any(self._ends(token, "plural") for token in self.tokens[index : index + 2])

    def says_no_noun(self, index: int) -> bool:
        """Whether a verb or another number stands right behind: «les 10 concernent», «9 un an plus tôt»."""
        token = self._at(index)
        if token is None:
            return False
        return token.lower in self.rules.numbers or is_plural_verb(token.lower, self.rules)

    def noun_before(self, start: int) -> tuple[int, int] | None:
        """Find what is counted in front of a figure."""
        last = _last_before(self.tokens, start)
        return self.subject_before(last) or self.group_before(last, "among")

    def is_distance(self, index: int, start: int) -> bool:
        """Whether a measure says how far something is from what «de» opens: «à 12 km de la ville»."""
        following = self._at(index + 1)
        is_place = self._is(following, "determiner") or (following is not None and following.text[0].isupper())
        if not is_place and not self._is(self.tokens[index], "contracted"):
            return False
        at = _last_before(self.tokens, start)
        low = max(-1, at - _FROM)
        while at > low and self._is(self.tokens[at], "far"):
            at -= 1
        return at > low and self._is(self.tokens[at], "distance")

    def skip_determiners(self, index: int) -> int:
        """Skip determiners, which are left out of the phrase."""
        while self._is(self._at(index), "determiner"):
            index += 1
        return index

    def phrase(self, begin: int) -> tuple[int, int] | None:
        """Read the noun phrase that begins at a token."""
        head = self._head(begin)
        if head is None or self._is(self.tokens[head], "headless"):
            return None
        last = self._modifiers(head, plural=self._ends(self.tokens[head], "plural"))
        while last - begin < _LONGEST:
            complement = self._complement(last)
            if complement is None:
                break
            last = complement
        return self.tokens[begin].start, self.tokens[last].end

    def _head(self, begin: int) -> int | None:
        """Find the noun, behind adjectives and quotation marks."""
        for index in range(begin, min(begin + 4, len(self.tokens))):
            token = self.tokens[index]
            if token.lower in self.rules.numbers or token.lower in self.rules.nouns:
                return None
            if not token.is_alphabetic or self._is(token, "stop") or self._is(token, "of") or token.pos == "NUM":
                return index - 1 if index > begin and self._may_head(self.tokens[index - 1]) else None
            if token.pos in _NOUNS and not self._is(token, "adjective"):
                return index
            if token.pos in ("ADJ", "DET", "ADV") or self._is(token, "adjective"):
                continue
            if index > begin and token.pos in _VERBS and self._is(self.tokens[index - 1], "adjective"):
                # «les nouveaux déplacés»
                return index if self._ends(token, "participle_plural") else None
            if index > begin and token.pos in (*_VERBS, "AUX", "CCONJ", "PRON", "ADP"):
                return index - 1 if self._may_head(self.tokens[index - 1]) else None
            return index if token.pos not in ("ADP", "CCONJ", "SCONJ", "PRON", "PUNCT", "AUX") else None
        index = min(begin + 4, len(self.tokens)) - 1
        return index if index >= begin and self._may_head(self.tokens[index]) else None

    def _may_head(self, token: Tagged) -> bool:
        return token.pos in ("ADJ", *_VERBS, *_NOUNS) and token.is_alphabetic and not self._is(token, "adjective")

    def _ends(self, token: Tagged, word_class: str) -> bool:
        endings = tuple(form for forms in self.rules.word_class(word_class).by_last.values() for form, _ in forms)
        return token.lower.endswith(endings)

    def _modifiers(self, head: int, *, plural: bool) -> int:
        """Where adjectives, participles and apposed nouns behind a noun end."""
        last = head
        index = head + 1
        while (token := self._at(index)) is not None and index - head < _LONGEST:
            if self._modifies(token, plural=plural):
                last = index
            elif not self._leads_on(index, plural=plural):
                break
            index += 1
        return last

    def _modifies(self, token: Tagged, *, plural: bool) -> bool:
        if not token.is_alphabetic or any(self._is(token, name) for name in ("stop", "of", "determiner")):
            return False
        if token.pos in ("ADJ", *_NOUNS):
            # The tagger takes some verbs for nouns: behind a plural only plurals and names agree.
            return not plural or token.text[0].isupper() or self._ends(token, "plural")
        # Behind a complement a plural participle may agree with the head: «obus de mortier désamorcés».
        agrees = self._ends(token, "participle_plural") or (not plural and self._ends(token, "participle"))
        return token.pos in _VERBS and agrees

    def _leads_on(self, index: int, *, plural: bool) -> bool:
        """«non» and «très» before an adjective, «et» between two, a hyphen inside a word."""
        token, following = self.tokens[index], self._at(index + 1)
        if following is None or not self._modifies(following, plural=plural):
            return False
        if self._is(token, "not"):
            return following.pos in ("ADJ", "NOUN", *_VERBS)
        before = self.tokens[index - 1]
        if self._is(token, "and"):
            return following.pos in ("ADJ", *_VERBS) and before.pos in ("ADJ", *_VERBS)
        return token.text == "-" and before.end == token.start and token.end == following.start

    def _complement(self, last: int) -> int | None:
        """Where the «de» complement behind a token ends."""
        if not self.is_of(last + 1):
            return None
        begin = self.skip_determiners(last + 2)
        head = self._head(begin)
        if head is None or self.tokens[head].pos not in ("NOUN", "PROPN", "X", "ADJ"):
            return None
        return self._modifiers(head, plural=self._ends(self.tokens[head], "plural"))

    def subject_before(self, index: int) -> tuple[int, int] | None:
        """Find the subject of a verb of amount before the figure: «les effectifs s'élèvent à 3 200»."""
        low = max(-1, index - _BACK)
        verb = index
        while verb > low and not self._is(self.tokens[verb], "subject"):
            if self.tokens[verb].pos in _NOUNS or self.tokens[verb].is_break:
                return None
            verb -= 1
        if verb <= low:
            return None
        at = verb - 1
        while at > low and (
            self.tokens[at].pos in ("AUX", "ADV", "PRON", *_VERBS) or not self.tokens[at].is_alphabetic
        ):
            if self.tokens[at].is_break:
                return None
            at -= 1
        at = self._before_infinitive(at, low)
        begin = at
        while begin > low and self._is_inside_phrase(self.tokens[begin]):
            begin -= 1
        begin = self.skip_determiners(begin + 1)
        if self._is(self.tokens[begin], "number_noun") and self.is_of(begin + 1):
            begin = self.skip_determiners(begin + 2)
        if begin > at or self.tokens[begin].pos not in ("NOUN", "ADJ", "PROPN"):
            return None
        phrase = self.phrase(begin)
        return phrase if phrase is not None and phrase[1] <= self.tokens[verb].start else None

    def group_before(self, index: int, opener: str) -> tuple[int, int] | None:
        """Find the group that a word in front names: «parmi les élus, six», «le nombre des élus de 5 à 6»."""
        for at in range(index, max(-1, index - _BACK), -1):
            token = self.tokens[at]
            if token.is_break and token.text != ",":
                return None
            if not self._is(token, opener) or (opener == "level" and not self.is_of(at + 1)):
                continue
            begin = self.skip_determiners(at + 2 if opener == "level" else at + 1)
            while begin <= index and self._is_number(self.tokens[begin]):
                begin += 1
            phrase = self.phrase(begin) if begin <= index else None
            return phrase if phrase is not None and phrase[1] <= self.tokens[index].end else None
        return None

    def _is_number(self, token: Tagged) -> bool:
        return token.lower in self.rules.numbers or token.pos == "NUM"

    def _before_infinitive(self, at: int, low: int) -> int:
        """Skip «à fermer» in «le nombre de réacteurs à fermer est compris …»."""
        is_to = at - 1 > low and self._is(self.tokens[at], "to") and self.tokens[at + 1].pos in _VERBS
        return at - 1 if is_to else at

    def _is_inside_phrase(self, token: Tagged) -> bool:
        if token.pos in ("ADJ", "DET", *_NOUNS) or self._is(token, "of") or self._is(token, "determiner"):
            return True
        return token.pos in _VERBS and self._ends(token, "participle_plural")
