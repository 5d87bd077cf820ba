"""Reading a noun phrase from left to right: the noun with its adjectives, participles and «de» complements.

A grammar over tokens and their Universal POS tags; no parser. The tags come from a statistical tagger and may
be wrong: words of closed classes are known by their form first, and by their tag only then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from glane.text.figures.context import is_plural_verb
from glane.text.figures.participles import is_done
from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.figures import FigureRules

VERBS = frozenset(("VERB", PARTICIPLE))
NOUNS = frozenset(("NOUN", "PROPN", "X", "SYM"))
_LONGEST = 16


class Tagged(Protocol):
    """A token with its tag, as a word of `glane.text.words` is one."""

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


class NounReader:
    """Reads noun phrases among the tokens of a text."""

    __slots__ = ("dates", "rules", "tokens")

    def __init__(self, tokens: Sequence[Tagged], rules: FigureRules, dates: AbstractSet[int] = frozenset()) -> None:
        """Take tokens in order, the classes of words, and where dates begin, which no phrase goes on with."""
        self.tokens = tokens
        self.rules = rules
        self.dates = dates

    def _at(self, index: int) -> Tagged | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def _is(self, token: Tagged | None, word_class: str) -> bool:
        return token is not None and self.rules.word_class(word_class).has_word(token.lower)

    def is_of(self, index: int) -> bool:
        """Whether a token is «de» or one of its forms."""
        return self._is(self._at(index), "of")

    def takes_of(self, index: int) -> bool:
        """Whether «de» behind a count opens what it counts: «trois de ces …», not «27 de l'Union»."""
        if self.names_source(index):
            return False
        last = self._at(index - 1)
        word = "" if last is None else last.lower
        number = self.rules.numbers.get(word)
        if word in self.rules.nouns or (number is not None and number.kind in ("scale", "half")):
            return True
        return any(self._ends(token, "plural") for token in self.tokens[index : index + 2])

    def names_source(self, index: int) -> bool:
        """Whether «de» with a definite article behind millions says out of what they come: «5 millions de la réserve»."""
        if not self._follows_scale(index):
            return False
        return self._is(self._at(index), "contracted") or self._is(self._at(index + 1), "definite")

    def _follows_scale(self, index: int) -> bool:
        last = self._at(index - 1)
        number = None if last is None else self.rules.numbers.get(last.lower)
        return number is not None and number.kind == "scale"

    def says_no_noun(self, index: int) -> bool:
        """Whether a verb, a participle or another number stands right behind: «les 10 concernent», «9 un an plus tôt»."""
        token = self._at(index)
        if token is None:
            return False
        if token.lower in self.rules.numbers or is_plural_verb(token.lower, self.rules):
            return True
        if self._follows_scale(index):
            # What millions count stands behind «de».
            return True
        return self._is_participle(token, index)

    def is_state(self, index: int) -> bool:
        """Whether an adjective says alone in what state cases are: «dont 14 confirmés», not «12 graves incidents»."""
        following = self._at(index + 1)
        is_alone = following is None or following.pos not in ("ADJ", *NOUNS)
        return self._is(self._at(index), "state") and is_alone

    def is_done(self, index: int) -> bool:
        """Whether a participle says alone what was done with what is counted: «dont 3 000 bitumées»."""
        token, following = self._at(index), self._at(index + 1)
        is_alone = following is None or following.pos not in ("ADJ", *NOUNS)
        return token is not None and is_alone and not self.is_of(index + 1) and is_done(token.lower, self.rules)

    def _is_participle(self, token: Tagged, index: int) -> bool:
        """Whether a past participle stands right behind a number: «45 dépensés», but not «12 blessés»."""
        if not self._ends(token, "participle_plural") or self._ends(token, "present"):
            return False
        return token.pos == PARTICIPLE and not self._is(token, "nominal") and not self._is_deed(index)

    def _is_deed(self, index: int) -> bool:
        """Whether the feminine of a participle has a bare «de» complement, as a noun has: «9 000 saisies de drogue»."""
        token, noun = self.tokens[index], self._at(index + 2)
        if not self._ends(token, "participle_feminine") or self._is(token, "headless"):
            return False
        link = self._at(index + 1)
        return self._is(link, "of_bare") and noun is not None and noun.pos == "NOUN"

    def skip_determiners(self, index: int) -> int:
        """Skip determiners, which are left out of the phrase."""
        while self._is(self._at(index), "determiner"):
            index += 1
        return index

    def phrase(self, begin: int) -> tuple[int, int] | None:
        """Read the noun phrase that begins at a token."""
        head = self._compared(begin) or self._head(begin)
        if head is None or self._is(self.tokens[head], "headless"):
            return None
        last = self._modifiers(self._behind_locution(head), plural=self._ends(self.tokens[head], "plural"))
        while last - begin < _LONGEST:
            complement = self._complement(last)
            if complement is None:
                break
            last = complement
        return self.tokens[begin].start, self.tokens[last].end

    def _compared(self, begin: int) -> int | None:
        """Find the noun behind adjectives that are compared: «5 des plus vieilles usines», but not «les 10 plus âgés»."""
        if not (self._is(self._at(begin), "degree") and self._is_plural_adjective(begin + 1)):
            return None
        head = self._head(begin + 1)
        return head if head is not None and head > begin + 1 and self.tokens[head].pos == "NOUN" else None

    def _behind_locution(self, head: int) -> int:
        """Where a noun ends that a preposition and a bare noun complete: «12 mises en demeure», «40 prises en charge»."""
        noun = self._at(head + 2)
        if noun is None or noun.pos != "NOUN" or self._ends_phrase(noun):
            return head
        is_completed = self._is(self.tokens[head], "locution") and self._is(self._at(head + 1), "locution_in")
        return head + 2 if is_completed else head

    def _head(self, begin: int) -> int | None:
        """Find the noun, behind adjectives and quotation marks."""
        joined = self._joined(begin)
        if joined is not None:
            return joined
        for index in range(begin, min(begin + 4, len(self.tokens))):
            token = self.tokens[index]
            if token.lower in self.rules.numbers or token.lower in self.rules.nouns:
                return None
            if not token.is_alphabetic or self._is(token, "of") or token.pos == "NUM" or self._ends_phrase(token):
                return index - 1 if index > begin and self._may_head(self.tokens[index - 1]) else None
            if index > begin and self._is(token, "definite"):
                # «12 clés différentes l'empreinte change»
                return self._first_noun(begin, index)
            if token.pos in NOUNS and not self._is(token, "adjective"):
                return index
            if token.pos in ("ADJ", "DET", "ADV") or self._is(token, "adjective"):
                continue
            if index > begin and token.pos in VERBS and self._is(self.tokens[index - 1], "adjective"):
                # «les nouveaux déplacés»
                return index if self._ends(token, "participle_plural") else None
            if index > begin and token.pos in (*VERBS, "AUX", "CCONJ", "PRON", "ADP"):
                return index - 1 if self._may_head(self.tokens[index - 1]) else None
            return index if token.pos not in ("ADP", "CCONJ", "SCONJ", "PRON", "PUNCT", "AUX") else None
        index = min(begin + 4, len(self.tokens)) - 1
        return index if index >= begin and self._may_head(self.tokens[index]) else None

    def _first_noun(self, begin: int, end: int) -> int | None:
        """Find what may be the noun among words that are tagged as adjectives."""
        heads = (at for at in range(begin, end) if self._may_head(self.tokens[at]))
        return next((at for at in heads if len(self.tokens[at].text) > 1), None)

    def _joined(self, begin: int) -> int | None:
        """Find the noun behind two adjectives that are joined: «petites et moyennes entreprises»."""
        index = self._behind_adverb(begin)
        if not (self._is_plural_adjective(index) and self._is(self._at(index + 1), "and")):
            return None
        index = self._behind_adverb(index + 2)
        noun = self._at(index + 1)
        if noun is None or not self._is_plural_adjective(index) or self._ends_phrase(noun):
            return None
        following = self._at(index + 2)
        # The tagger takes some nouns for adjectives.
        is_last = noun.pos == "ADJ" and (following is None or following.pos not in NOUNS)
        is_noun = self._ends(noun, "plural") and not self._is(noun, "adjective")
        return index + 1 if is_noun and (noun.pos == "NOUN" or is_last) else None

    def _behind_adverb(self, index: int) -> int:
        return index + 1 if self._is(self._at(index), "not") else index

    def _is_plural_adjective(self, index: int) -> bool:
        token = self._at(index)
        if token is None or not self._ends(token, "plural"):
            return False
        return token.pos == "ADJ" or self._is(token, "adjective")

    def _ends_phrase(self, token: Tagged) -> bool:
        return self._is(token, "stop") or token.start in self.dates

    def _may_head(self, token: Tagged) -> bool:
        return token.pos in ("ADJ", *VERBS, *NOUNS) and token.is_alphabetic and not self._is(token, "adjective")

    def _ends(self, token: Tagged, word_class: str) -> bool:
        endings = tuple(form for forms in self.rules.word_class(word_class).by_last.values() for form, _ in forms)
        return token.lower.endswith(endings)

    def _modifiers(self, head: int, *, plural: bool) -> int:
        """Where adjectives, participles and apposed nouns behind a noun end."""
        last = head
        index = head + 1
        while (token := self._at(index)) is not None and index - head < _LONGEST:
            if self._modifies(token, plural=plural) and not self._takes_object(index):
                last = index
            elif not self._leads_on(index, plural=plural):
                break
            index += 1
        return last

    def _modifies(self, token: Tagged, *, plural: bool) -> bool:
        if not token.is_alphabetic or any(self._is(token, name) for name in ("of", "determiner")):
            return False
        if self._ends_phrase(token):
            return False
        if token.pos in ("ADJ", *NOUNS):
            # The tagger takes some verbs for nouns: behind a plural only plurals and names agree.
            return not plural or token.text[0].isupper() or self._ends(token, "plural")
        # Behind a complement a plural participle may agree with the head: «obus de mortier désamorcés».
        agrees = self._ends(token, "participle_plural") or (not plural and self._ends(token, "participle"))
        return token.pos in VERBS and agrees

    def _takes_object(self, index: int) -> bool:
        """Whether a present participle has an object behind it: «un plan d'action intéressant les communes»."""
        is_present = self._ends(self.tokens[index], "present_participle")
        return is_present and self._is(self._at(index + 1), "definite")

    def _leads_on(self, index: int, *, plural: bool) -> bool:
        """«non» and «très» before an adjective, «et» between two, a hyphen inside a word."""
        token, following = self.tokens[index], self._at(index + 1)
        if following is None or not self._modifies(following, plural=plural):
            return False
        if self._is(token, "not"):
            return following.pos in ("ADJ", "NOUN", *VERBS)
        before = self.tokens[index - 1]
        if self._is(token, "and"):
            return following.pos in ("ADJ", *VERBS) and before.pos in ("ADJ", *VERBS)
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
