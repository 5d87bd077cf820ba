"""Reading the adjectives behind a noun inside an institutional name, and telling them from verbs and from predicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import PARTICIPLE, VERBS, is_joint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Known, Phrase
    from glane.text.words import Word

MAX_WORDS = 40
"""No name is longer: this bounds the work at each head."""
PLURAL = ("s", "x")
DASHES = frozenset("-–")

NOT_NOUN = frozenset({"VERB", "AUX", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "ADV"})
_THIRD_PERSON = ("e", "ent")
_STOPS = frozenset(".;!?:\n")
_CLAUSE_ENDS = _STOPS | {","}
_PAIR = 4
"""Words before an adjective among which an «et» may join two nouns in the singular, which take it in the plural."""


class AdjectiveReader:
    """Reads adjectives in one text."""

    def __init__(self, words: Sequence[Word], lexicon: NameLexicon, known: Mapping[int, Known]) -> None:
        """Read over ``words``; ``known`` gives, by index of the first word, what is known there."""
        self._words = words
        self._lexicon = lexicon
        self._known = known
        self._ordinal = lexicon.affixes("ordinal_ending")

    def _is_capitalised(self, position: int, limit: int) -> bool:
        return position < limit and self._words[position].is_word and self._words[position].is_capitalised

    def _read_adjectives(self, phrase: Phrase, position: int, limit: int, *, participles: bool = True) -> int:
        """Read adjectives, «et» between two of them included; note level and country on the way.

        A participle right behind a head is no part of the name («la Commission saisie au fond»).
        """
        begin = position
        while position < limit:
            if self._is_denied(phrase, position, limit):
                position += 2
                continue
            if not self._is_adjective(position):
                break
            may_be = participles or self._in(position, "settled_participle")
            if self._words[position].pos == PARTICIPLE and not (may_be and self._modifies(position, limit)):
                break
            if self._is_loose_participle(position, behind_adjective=position > begin):
                break
            fixed = self._in(position, "level") or self._words[position].is_capitalised
            if phrase.state and not fixed and not (self._words[position].pos == "ADJ" and self._in(position + 1, "of")):
                break  # «les forces armées burkinabè stationnées dans …», but «Conseil canadien provisoire de …»
            self._note_adjective(phrase, position)
            position += 1
            if position + 1 < limit and self._in(position, "and") and self._joins(position + 1, limit):
                self._note_adjective(phrase, position + 1)
                position += 2
        return position

    def _is_denied(self, phrase: Phrase, position: int, limit: int) -> bool:
        """Whether «non» with an adjective stands behind a noun of a name: «pour l'éducation non formelle»."""
        adjective = position + 1
        if adjective >= limit or phrase.begin or not self._in(position, "denial") or adjective in self._known:
            return False
        word = self._words[adjective]
        alike = word.lower.endswith(PLURAL) >= self._words[position - 1].lower.endswith(PLURAL)
        return word.pos == "ADJ" and word.text.islower() and alike

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

    def _is_loose_participle(self, position: int, *, behind_adjective: bool) -> bool:
        """Whether a participle that names do not have stands behind a capital or another adjective, said of something else.

        «les agents du Service des Routes formés en mai», «des affaires étrangères émus».
        """
        word = self._words[position]
        settled = self._in(position, "name_participle") or self._in(position, "settled_participle")
        if word.pos != PARTICIPLE or word.is_capitalised or settled:
            return False
        return behind_adjective or self._words[position - 1].is_capitalised

    def _is_joined(self, position: int) -> bool:
        """Whether a dash joins a word to the next one: «Nouvelle-Aquitaine» is no adjective."""
        following = position + 1
        return is_joint(self._words, following) and self._words[following].text in DASHES

    def _modifies(self, position: int, limit: int) -> bool:
        """Whether a participle belongs to the noun before it, in number, and governs no complement as a verb does.

        «forces armées», but not «publiée au Journal officiel», «dirigée par l'OTAN», «des guides devenue trop petite».
        """
        governs = position + 1 < limit and self._in(position + 1, "verbal")
        if governs and (self._in(position + 1, "by") or not self._in(position, "settled_participle")):
            return False
        noun, participle = self._words[position - 1].lower, self._words[position].lower
        return noun.endswith(PLURAL) == participle.endswith(PLURAL)

    def _note_adjective(self, phrase: Phrase, position: int) -> None:
        word = self._words[position]
        phrase.adjectives += 1
        if self._in(position, "level") or self._lexicon.is_of_two_countries(word):
            phrase.level = True
        if word.folded in self._lexicon.country_adjectives or self._in(position, "governed_adjective"):
            phrase.state = True
        if self._in(position, "supranational"):
            phrase.supranational = True
        if word.is_capitalised and not self._in(position, "region_adjective"):
            phrase.proper = True  # not «l'agence Onusienne»

    def _is_adjective(self, position: int) -> bool:
        word = self._words[position]
        if not word.is_word or word.is_acronym or position in self._known or self._is_joined(position):
            return False
        if self._lexicon.phrase_end(self._words, position) or self._lexicon.phrase_end(
            self._words, position, "noun_tail"
        ):
            return False  # «relatif à», «haut débit»
        if self._in(position, "level") or self._in(position, "region_adjective"):
            return True
        if self._lexicon.has_adjective_prefix(word.lower):
            return True
        if word.folded in self._lexicon.country_adjectives:
            return True
        if self._is_course(position):
            return True
        if self._is_barred(position) or (not word.is_capitalised and self._is_predicate(position)):
            return False
        if word.pos in {"ADJ", PARTICIPLE}:
            if word.is_capitalised:
                return self._looks_adjective(word) or (
                    word.pos == "ADJ" and self._lexicon.is_tagged_adjective(word.lower)
                )
            return self._lexicon.is_tagged_adjective(word.lower) or not self._is_verb(position)
        # A noun right behind a noun is an adjective that the tagger took for one («forces armées»).
        return word.pos not in NOT_NOUN and self._looks_adjective(word)

    def _is_before_object(self, position: int) -> bool:
        """Whether an article of its own follows what a tagger takes for an adjective and that does not end as one."""
        following = self._words[position + 1] if position + 1 < len(self._words) else None
        led = following is not None and following.pos == "DET" and following.text.islower()
        tagged = led and self._words[position].pos == "ADJ"
        return tagged and not self._lexicon.has_adjective_ending(self._words[position].lower)

    def _is_course(self, position: int) -> bool:
        """Whether «continue» is no verb, by what stands around it: «formation professionnelle continue»."""
        if not self._in(position, "course_adjective") or self._in(position + 1, "to") or self._has_object(position + 1):
            return False
        return any(self._in(index, "course") for index in range(max(0, position - 2), position))

    def _is_predicate(self, position: int) -> bool:
        """Whether an adjective says how the body is rather than which: «compétente», «favorable à», in another number."""
        if self._in(position, "qualifying") or self._is_plural_verb(position) or self._is_before_object(position):
            return True
        if self._words[position].lower.endswith(self._lexicon.affixes("verbal_ending")):
            return True  # «approvisionne»
        if self._in(position, "act") and self._has_object(position + 1):
            return True  # «la Chambre charge le gouvernement», «l'Agence valide la liste»
        joined = any(self._in(index, "and") for index in range(max(0, position - _PAIR), position))
        noun = self._words[position - 1].lower if position else ""
        return not (joined or noun.endswith((*PLURAL, "z"))) and self._lexicon.is_plural_adjective(
            self._words[position].lower
        )

    def _has_object(self, position: int) -> bool:
        """Whether an article, a possessive, a demonstrative or a number stands at a word, as before an object."""
        if position >= len(self._words):
            return False
        pointed = any(self._in(position, name) for name in ("article", "possessive", "demonstrative"))
        return pointed or self._words[position].pos == "NUM"

    def _is_plural_verb(self, position: int) -> bool:
        """Whether a word is what bodies do, in the third person of the plural: «financent»."""
        lower, acts = self._words[position].lower, self._lexicon.words("act")
        endings = self._lexicon.words("plural_verb")
        return any(lower.endswith(ending) and lower.removesuffix(ending) in acts for ending in endings)

    def _is_barred(self, position: int) -> bool:
        """Whether a word is no adjective, whatever it ends in: a function word, «dénommé», «asbl», a given name, «entend-il»."""
        word = self._words[position]
        if self._lexicon.is_function(word.lower) or self._in(position, "naming") or self._in(position, "goes_on"):
            return True
        small = word.text.islower()
        if small and (self._in(position, "event_participle") or self._in(position, "number_sign")):
            return True  # «le rapport du ministère de l'Agriculture publié hier», «… n° 12»
        if self._in(position, "small_form"):
            return True  # «l'Association des jardins d'hiver asbl»
        if word.is_capitalised and self._in(position, "first_name"):
            return True
        return self._is_inverted(word)

    def _is_inverted(self, word: Word) -> bool:
        """Whether a word is a verb with its subject behind it: «entend-il», «donne-t-elle», not «rendez-vous»."""
        ends = "-" in word.lower and word.lower.endswith(self._lexicon.affixes("inverted_ending"))
        return ends and word.lower not in self._lexicon.words("not_inverted")

    def _is_verb(self, position: int) -> bool:
        """Whether what the tagger takes for an adjective is the sentence's only verb: «L'Institut recrute des agents».

        A verb in the third person ends in «-e» or «-ent», and an object, a complement or a full stop follows it.
        """
        word = self._words[position]
        if not word.lower.endswith(_THIRD_PERSON) or position + 1 >= len(self._words):
            return False
        if self._in(position, "act") and self._words[position - 1].is_capitalised:
            return True  # «le programme Horizon Europe finance Velnora»
        after = self._words[position + 1]
        acts = self._in(position, "act") and after.is_capitalised  # «le Fonds pour l'innovation finance Velnora»
        follows = acts or after.text in _CLAUSE_ENDS or self._lexicon.is_function(after.lower)
        return follows and not any(other.pos in VERBS for other in self._sentence(position))

    def _sentence(self, position: int) -> Iterator[Word]:
        """The other words of a word's sentence, as far as they are near."""
        for step in (-1, 1):
            for index in range(position + step, position + step * MAX_WORDS, step):
                if not 0 <= index < len(self._words) or self._words[index].text in _STOPS:
                    break
                yield self._words[index]

    def _looks_adjective(self, word: Word) -> bool:
        small = word.text.islower() and self._lexicon.has_small_ending(word.lower)
        return small or self._lexicon.has_adjective_ending(word.lower)

    def _in(self, position: int, word_class: str) -> bool:
        """Whether a word is of a class; what stands beyond the end of the text is of none."""
        return position < len(self._words) and self._words[position].lower in self._lexicon.words(word_class)
