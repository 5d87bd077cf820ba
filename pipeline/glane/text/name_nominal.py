"""Reading nouns with their adjectives, and runs of capitalised words, inside an institutional name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.name_parts import Known, Nominal, Phrase
from glane.text.words import PARTICIPLE, is_joint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glane.text.name_lexicon import NameLexicon
    from glane.text.words import Word

MAX_WORDS = 40
"""No name is longer: this bounds the work at each head."""

QUOTES = {"«": "»", "“": "”", '"': '"'}

_LONGEST_QUOTE = 30

_NOT_NOUN = frozenset({"VERB", "AUX", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "ADV"})
_DASHES = frozenset("-–")
_THIRD_PERSON = ("e", "ent")
_STOPS = frozenset(".;!?:\n")
PLURAL = ("s", "x")


class NominalReader:
    """Reads nominals in one text."""

    def __init__(self, words: Sequence[Word], lexicon: NameLexicon, known: Mapping[int, Known]) -> None:
        """Read over ``words``; ``known`` gives, by index of the first word, what is known there."""
        self._words = words
        self._lexicon = lexicon
        self._known = known
        self._ordinal = tuple(lexicon.words("ordinal_ending"))

    def _is_capitalised(self, position: int, limit: int) -> bool:
        return position < limit and self._words[position].is_word and self._words[position].is_capitalised

    def _read_adjectives(self, phrase: Phrase, position: int, limit: int, *, participles: bool = True) -> int:
        """Read adjectives, «et» between two of them included; note level and country on the way.

        A participle right behind a head is no part of the name («la Commission saisie au fond»).
        """
        while position < limit and self._is_adjective(position):
            if self._words[position].pos == PARTICIPLE and not (participles and self._modifies(position, limit)):
                break
            if phrase.state and not (self._in(position, "level") or self._words[position].is_capitalised):
                break  # «les forces armées burkinabè stationnées dans …»
            self._note_adjective(phrase, position)
            position += 1
            if position + 1 < limit and self._in(position, "and") and self._joins(position + 1, limit):
                self._note_adjective(phrase, position + 1)
                position += 2
        return position

    def _joins(self, position: int, limit: int) -> bool:
        """Whether an adjective behind «et» belongs to the name, and is neither a person nor what was done to the body.

        «l'Union européenne et mis en œuvre par …», «les Archives nationales et connus sous …».
        """
        if not self._is_adjective(position) or any(self._in(index, "person") for index in range(position, limit)[:2]):
            return False
        word = self._words[position]
        if word.pos == PARTICIPLE and not word.is_capitalised:
            if not self._modifies(position, limit):
                return False
            after = self._words[position + 1].lower if position + 1 < limit else ""
            if self._lexicon.is_function(after) and after not in self._lexicon.words("of"):
                return False
        return not (word.is_capitalised and self._lexicon.is_head(word.folded))

    def _is_joined(self, position: int) -> bool:
        """Whether a dash joins a word to the next one: «Nouvelle-Aquitaine» is no adjective."""
        following = position + 1
        return is_joint(self._words, following) and self._words[following].text in _DASHES

    def _modifies(self, position: int, limit: int) -> bool:
        """Whether a participle belongs to the noun before it, in number, and governs no complement as a verb does.

        «forces armées», but not «publiée au Journal officiel», «dirigée par l'OTAN», «des guides devenue trop petite».
        """
        if position + 1 < limit and self._in(position + 1, "verbal"):
            return False
        noun, participle = self._words[position - 1].lower, self._words[position].lower
        return noun.endswith(PLURAL) == participle.endswith(PLURAL)

    def _note_adjective(self, phrase: Phrase, position: int) -> None:
        word = self._words[position]
        phrase.adjectives += 1
        if self._in(position, "level"):
            phrase.level = True
        if word.folded in self._lexicon.country_adjectives or self._in(position, "governed_adjective"):
            phrase.state = True
        if self._in(position, "supranational"):
            phrase.supranational = True
        if word.is_capitalised:
            phrase.proper = True

    def _is_adjective(self, position: int) -> bool:
        word = self._words[position]
        if not word.is_word or word.is_acronym or position in self._known or self._is_joined(position):
            return False
        if self._lexicon.phrase_end(self._words, position):
            return False  # «relatif à»
        if self._in(position, "level") or self._in(position, "region_adjective"):
            return True
        if self._lexicon.has_adjective_prefix(word.lower):
            return True
        if word.folded in self._lexicon.country_adjectives:
            return True
        if self._is_barred(position):
            return False
        if word.pos in {"ADJ", PARTICIPLE}:
            if word.is_capitalised:
                return self._looks_adjective(word)
            return self._lexicon.is_tagged_adjective(word.lower) or not self._is_verb(position)
        # A noun right behind a noun is an adjective that the tagger took for one («forces armées»).
        return word.pos not in _NOT_NOUN and self._looks_adjective(word)

    def _is_barred(self, position: int) -> bool:
        """Whether a word is no adjective, whatever it ends in: a function word, «dénommé», a given name, «entend-il»."""
        word = self._words[position]
        if self._lexicon.is_function(word.lower) or self._in(position, "naming"):
            return True
        if word.is_capitalised and self._in(position, "first_name"):
            return True
        return "-" in word.lower and word.lower.endswith(tuple(self._lexicon.words("inverted_ending")))

    def _is_verb(self, position: int) -> bool:
        """Whether what the tagger takes for an adjective is the sentence's only verb: «L'Institut recrute des agents».

        A verb in the third person ends in «-e» or «-ent», and an object, a complement or a full stop follows it.
        """
        word = self._words[position]
        if not word.lower.endswith(_THIRD_PERSON) or position + 1 >= len(self._words):
            return False
        after = self._words[position + 1]
        follows = after.text in _STOPS or self._lexicon.is_function(after.lower)
        return follows and not any(other.pos in {"VERB", "AUX"} for other in self._sentence(position))

    def _sentence(self, position: int) -> Iterator[Word]:
        """The other words of a word's sentence, as far as they are near."""
        for step in (-1, 1):
            for index in range(position + step, position + step * MAX_WORDS, step):
                if not 0 <= index < len(self._words) or self._words[index].text in _STOPS:
                    break
                yield self._words[index]

    def _looks_adjective(self, word: Word) -> bool:
        return self._lexicon.has_adjective_ending(word.lower)

    def _read_run(self, position: int, limit: int) -> int:
        """Read a run of capitalised words and acronyms («Resolute Support», «OTAN-Géorgie»)."""
        end = position
        while end < limit:
            word = self._words[end]
            known = self._known.get(end)
            if known and known.kind == "blocked":
                break
            joins = word.text in _DASHES or word.text == "&" or (word.text == "/" and self._is_code(end, limit))
            if joins and end > position and end + 1 < limit and is_joint(self._words, end):
                if not (self._words[end + 1].is_capitalised or self._words[end + 1].is_number):
                    break
                end += 2
                continue
            if end > position and self._in(end, "foreign_only") and self._is_capitalised(end + 1, limit):
                end += 2  # «Feed the Future»
                continue
            if not (word.is_word and word.is_capitalised and len(word.text) > 1) or self._in(end, "title"):
                break
            if end > position and (self._opens_name(end, limit) or self._leaves_name(end, limit)):
                break
            end += 1
        return end

    def _opens_name(self, position: int, limit: int) -> bool:
        """Whether a head noun with a complement of its own stands here: another name than the one before it."""
        word = self._words[position]
        if word.is_acronym or not self._lexicon.is_head(word.folded) or position + 1 >= limit:
            return False
        return self._in(position + 1, "of") or self._in(position + 1, "level")

    def _is_code(self, position: int, limit: int) -> bool:
        """Whether a stroke stands between an acronym and a number: «BKF/023»."""
        return (
            position > 0
            and position + 1 < limit
            and self._words[position - 1].is_acronym
            and (self._words[position + 1].is_number)
        )

    def _leaves_name(self, position: int, limit: int) -> bool:
        """Whether a capitalised word behind a name is no part of it: a person, a body known by itself, or beyond a gap.

        «Université de Bordeaux Manuel Castaing», «l'Agence belge de développement Enabel».
        """
        word = self._words[position]
        if word.start - self._words[position - 1].end > 1 or word.lower.endswith(self._ordinal):
            return True
        known = self._known.get(position)
        if known is not None and known.kind == "organisation" and word.start > self._words[position - 1].end:
            return True
        if self._in(position, "article") and position + 1 < limit:
            return self._lexicon.is_head(self._words[position + 1].folded)
        return self._is_person(position, limit)

    def _is_person(self, position: int, limit: int) -> bool:
        """Whether a given name with a capitalised word behind it, or behind a second given name, begins at a word."""
        if not self._in(position, "first_name"):
            return False
        after = position + 1
        if after + 1 < limit and self._words[after].text == "-" and self._in(after + 1, "first_name"):
            after += 2
        return self._is_capitalised(after, limit)

    def _find_closing(self, position: int, limit: int) -> int:
        """Index behind the closing quotation mark, 0 where there is none within a few words."""
        closing = QUOTES[self._words[position].text]
        if closing == self._words[position].text and self._words[position - 1].end == self._words[position].start:
            return 0  # a straight mark that touches the word before it closes
        for end in range(position + 1, min(limit, position + _LONGEST_QUOTE)):
            if self._words[end].text == closing:
                return end + 1 if end > position + 1 else 0
            if self._words[end].text == "\n":
                return 0
        return 0

    def _read_nominal(self, position: int, limit: int) -> Nominal | None:
        """Read a noun with its determiner and adjectives; ``None`` where no such thing begins here."""
        determiner = ""
        if position < limit and self._in(position, "article"):
            determiner = self._words[position].lower
            position += 1
        if position >= limit:
            return None
        known = self._known.get(position)
        if known is not None:
            if known.kind == "blocked":
                return None
            end = self._read_adjectives(Phrase(end=0), known.end, limit) if known.kind != "country" else known.end
            return Nominal(end, True, known.kind, lead=self._words[position].lower, determiner=determiner)
        begin = position
        while position < limit and self._in(position, "front_adjective"):
            joined = (
                position + 2 < limit and self._in(position + 1, "and") and self._in(position + 2, "front_adjective")
            )
            if not joined and not self._can_lead(position + 1, limit):
                break
            position += 2 if joined else 1  # «des petites et moyennes entreprises»
        if not self._can_lead(position, limit):
            return None
        lead = self._words[position]
        inner = Phrase(end=0)
        begins = position if lead.is_capitalised else position + 1
        runs = lead.is_capitalised or (self._in(position, "geo") and self._is_capitalised(position + 1, limit))
        end = self._read_run(begins, limit) if runs else position + 1
        end = self._read_adjectives(inner, max(end, position + 1), limit)
        proper = any(word.is_capitalised and not self._lexicon.is_weak(word.folded) for word in self._words[begin:end])
        kind = "noun"
        if lead.is_acronym and end == position + 1:
            kind = "acronym"
        elif lead.is_capitalised and self._lexicon.is_head(lead.folded):
            kind = "body"
        return Nominal(end, proper, kind, inner.state, self._words[begin].lower, determiner)

    def _can_lead(self, position: int, limit: int) -> bool:
        """Whether a word can be the noun of a complement."""
        if position >= limit:
            return False
        word = self._words[position]
        known = self._known.get(position)
        if not word.is_word or (known is not None and known.kind == "blocked"):
            return False
        if self._in(position, "title") or (self._lexicon.is_function(word.lower) and not word.is_capitalised):
            return False
        return word.is_capitalised or word.pos not in _NOT_NOUN

    def _in(self, position: int, word_class: str) -> bool:
        return self._words[position].lower in self._lexicon.words(word_class)

    def _read_link(self, position: int, limit: int) -> tuple[str, int]:
        """Read the words that open a complement: the class of link and the index behind them."""
        phrase_end = self._lexicon.phrase_end(self._words, position)
        if phrase_end and phrase_end < limit:
            return "phrase", phrase_end
        if position < limit and self._in(position, "inside"):
            return "inside", position + 1
        link = self._lexicon.link(self._words[position].lower) if position < limit else ""
        return link, position + bool(link)
