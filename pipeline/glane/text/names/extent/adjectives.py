"""Reading the adjectives behind a noun inside an institutional name, and telling them from verbs and from predicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.reading import MAX_WORDS
from glane.text.words import PARTICIPLE, VERBS, is_joint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

DASHES = frozenset("-–")

NOT_NOUN = frozenset({"VERB", "AUX", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "ADV"})
_ADVERB = "ADV"
_STOPS = frozenset(".;!?:\n")
_CLAUSE_ENDS = _STOPS | {","}
_PAIR = 4
"""Words before an adjective among which an «et» may join two nouns in the singular, which take it in the plural."""


def read_adjectives(reading: Reading, phrase: Phrase, position: int, limit: int, *, participles: bool = True) -> int:
    """Read adjectives, «et» between two of them included; note level and country on the way.

    A participle right behind a head is no part of the name («la Commission saisie au fond»).
    """
    begin = position
    while position < limit:
        if _is_denied(reading, phrase, position, limit):
            position += 2
            continue
        if not is_adjective(reading, position):
            break
        may_be = participles or reading.is_in(position, "settled_participle")
        if _is_participle(reading, position) and not (may_be and _modifies(reading, position, limit)):
            break
        if _is_loose_participle(reading, position, behind_adjective=position > begin):
            break
        fixed = reading.is_in(position, "level") or reading.words[position].is_capitalised
        if (
            phrase.state
            and not fixed
            and not (reading.words[position].pos == "ADJ" and reading.is_in(position + 1, "of"))
        ):
            break  # «les forces armées burkinabè stationnées dans …», but «Conseil canadien provisoire de …»
        _note_adjective(reading, phrase, position)
        position += 1
        if position + 1 < limit and reading.is_in(position, "and") and _joins(reading, position + 1, limit):
            _note_adjective(reading, phrase, position + 1)
            position += 2
    return position


def _is_participle(reading: Reading, position: int) -> bool:
    """Whether a word is a participle, and no adjective of a country that the tagger took for one: «l'armée surinamaise»."""
    word = reading.words[position]
    return word.pos == PARTICIPLE and word.folded not in reading.lexicon.country_adjectives


def _is_denied(reading: Reading, phrase: Phrase, position: int, limit: int) -> bool:
    """Whether «non» with an adjective stands behind a noun of a name: «pour l'éducation non formelle»."""
    adjective = position + 1
    if adjective >= limit or phrase.begin or not reading.is_in(position, "denial") or adjective in reading.known:
        return False
    word = reading.words[adjective]
    alike = reading.lexicon.may_be_plural(word.lower) >= reading.lexicon.may_be_plural(
        reading.words[position - 1].lower
    )
    return word.pos == "ADJ" and word.text.islower() and alike


def _joins(reading: Reading, position: int, limit: int) -> bool:
    """Whether an adjective behind «et» belongs to the name, and is neither a person nor what was done to the body.

    «l'Union européenne et mis en œuvre par …», «les Archives nationales et connus sous …».
    """
    if not is_adjective(reading, position) or any(
        reading.is_in(index, "person") for index in range(position, limit)[:2]
    ):
        return False
    word = reading.words[position]
    if _is_participle(reading, position) and not word.is_capitalised:
        if not _modifies(reading, position, limit):
            return False
        after = reading.words[position + 1].lower if position + 1 < limit else ""
        if reading.lexicon.is_function(after) and after not in reading.lexicon.words("of"):
            return False
    return not (word.is_capitalised and reading.lexicon.is_head(word.folded))


def _is_loose_participle(reading: Reading, position: int, *, behind_adjective: bool) -> bool:
    """Whether a participle that names do not have stands behind a capital or another adjective, said of something else.

    «les agents du Service des Routes formés en mai», «des affaires étrangères émus».
    """
    word = reading.words[position]
    settled = reading.is_in(position, "name_participle") or reading.is_in(position, "settled_participle")
    if not _is_participle(reading, position) or word.is_capitalised or settled:
        return False
    return behind_adjective or reading.words[position - 1].is_capitalised


def is_joined(reading: Reading, position: int) -> bool:
    """Whether a dash joins a word to the next one: «Nouvelle-Aquitaine» is no adjective."""
    following = position + 1
    return is_joint(reading.words, following) and reading.words[following].text in DASHES


def _modifies(reading: Reading, position: int, limit: int) -> bool:
    """Whether a participle belongs to the noun before it, in number, and governs no complement as a verb does.

    «forces armées», but not «publiée au Journal officiel», «dirigée par l'OTAN», «des guides devenue trop petite».
    """
    governs = position + 1 < limit and reading.is_in(position + 1, "verbal")
    if governs and (reading.is_in(position + 1, "by") or not reading.is_in(position, "settled_participle")):
        return False
    noun, participle = reading.words[position - 1].lower, reading.words[position].lower
    return reading.lexicon.may_be_plural(noun) == reading.lexicon.may_be_plural(participle)


def _note_adjective(reading: Reading, phrase: Phrase, position: int) -> None:
    word = reading.words[position]
    phrase.adjectives += 1
    if reading.is_in(position, "level") or reading.lexicon.is_of_two_countries(word):
        phrase.level = True
    if word.folded in reading.lexicon.country_adjectives or reading.is_in(position, "governed_adjective"):
        phrase.state = True
    if reading.is_in(position, "supranational"):
        phrase.supranational = True
    if word.is_capitalised and not reading.is_in(position, "region_adjective"):
        phrase.proper = True  # not «l'agence Onusienne»


def is_adjective(reading: Reading, position: int) -> bool:
    """Whether a word is an adjective of the noun before it, which taggers often take for a noun or a verb."""
    word = reading.words[position]
    if not word.is_word or word.is_acronym or position in reading.known or is_joined(reading, position):
        return False
    if reading.lexicon.phrase_end(reading.words, position) or reading.lexicon.phrase_end(
        reading.words, position, "noun_tail"
    ):
        return False  # «relatif à», «haut débit»
    if reading.is_in(position, "level") or reading.is_in(position, "region_adjective"):
        return True
    if reading.lexicon.has_adjective_prefix(word.lower):
        return True
    if word.folded in reading.lexicon.country_adjectives or reading.is_in(position, "governed_adjective"):
        return True
    if _is_course(reading, position):
        return True
    if is_no_adjective(reading, position) or (not word.is_capitalised and _is_predicate(reading, position)):
        return False
    if word.pos in {"ADJ", PARTICIPLE}:
        if word.is_capitalised:
            return _looks_adjective(reading, word) or (
                word.pos == "ADJ" and reading.lexicon.is_tagged_adjective(word.lower)
            )
        return reading.lexicon.is_tagged_adjective(word.lower) or not _is_verb(reading, position)
    # A noun right behind a noun is an adjective that the tagger took for one («forces armées»), but without a model
    # nothing tells that «l'Union africaine appelle à …» has a verb.
    untagged_act = not word.pos and not word.is_capitalised and reading.is_in(position, "act")
    return word.pos not in NOT_NOUN and not untagged_act and _looks_adjective(reading, word)


def _is_before_object(reading: Reading, position: int) -> bool:
    """Whether an article of its own follows what a tagger takes for an adjective and that does not end as one."""
    following = reading.words[position + 1] if position + 1 < len(reading.words) else None
    led = following is not None and following.pos == "DET" and following.text.islower()
    tagged = led and reading.words[position].pos == "ADJ"
    return tagged and not reading.lexicon.has_adjective_ending(reading.words[position].lower)


def _is_before_adverb(reading: Reading, position: int) -> bool:
    """Whether an adverb and an object follow what ends as a verb does, not as an adjective: «pilote également le projet»."""
    word, object_ = reading.words[position], position + 2
    if (
        not word.lower.endswith(reading.lexicon.affixes("third_person_ending"))
        or object_ >= len(reading.words)
        or reading.words[position + 1].pos != _ADVERB
    ):
        return False
    led = _has_object(reading, object_) or reading.is_in(object_, "inside")
    return led and not reading.lexicon.has_adjective_ending(word.lower)


def _is_course(reading: Reading, position: int) -> bool:
    """Whether «continue» is no verb, by what stands around it: «formation professionnelle continue»."""
    if (
        not reading.is_in(position, "course_adjective")
        or reading.is_in(position + 1, "to")
        or _has_object(reading, position + 1)
    ):
        return False
    return any(reading.is_in(index, "course") for index in range(max(0, position - 2), position))


def _is_predicate(reading: Reading, position: int) -> bool:
    """Whether an adjective says how the body is rather than which: «compétente», «favorable à», in another number."""
    if (
        reading.is_in(position, "qualifying")
        or _is_plural_verb(reading, position)
        or _is_before_object(reading, position)
        or _is_before_adverb(reading, position)
    ):
        return True
    if reading.words[position].lower.endswith(reading.lexicon.affixes("verbal_ending")):
        return True  # «approvisionne»
    if reading.is_in(position, "act") and _has_object(reading, position + 1):
        return True  # «la Chambre charge le gouvernement», «l'Agence valide la liste»
    joined = any(reading.is_in(index, "and") for index in range(max(0, position - _PAIR), position))
    noun = reading.words[position - 1].lower if position else ""
    return not (
        joined or noun.endswith(reading.lexicon.affixes("same_plural_ending"))
    ) and reading.lexicon.is_plural_adjective(reading.words[position].lower)


def _has_object(reading: Reading, position: int) -> bool:
    """Whether an article, a possessive, a demonstrative or a number stands at a word, as before an object."""
    if position >= len(reading.words):
        return False
    pointed = any(reading.is_in(position, name) for name in ("article", "possessive", "demonstrative"))
    return pointed or reading.words[position].pos == "NUM"


def _is_plural_verb(reading: Reading, position: int) -> bool:
    """Whether a word is what bodies do, in the third person of the plural: «financent»."""
    lower, acts = reading.words[position].lower, reading.lexicon.words("act")
    endings = reading.lexicon.words("plural_verb")
    return any(lower.endswith(ending) and lower.removesuffix(ending) in acts for ending in endings)


def is_no_adjective(reading: Reading, position: int) -> bool:
    """Whether a word is no adjective, whatever it ends in: a function word, «dénommé», «asbl», a given name, «entend-il»."""
    word = reading.words[position]
    if (
        reading.lexicon.is_function(word.lower)
        or reading.is_in(position, "naming")
        or reading.is_in(position, "goes_on")
    ):
        return True
    small = word.text.islower()
    if small and (reading.is_in(position, "event_participle") or reading.is_in(position, "number_sign")):
        return True  # «le rapport du ministère de l'Agriculture publié hier», «… n° 12»
    if reading.is_in(position, "small_form"):
        return True  # «l'Association des jardins d'hiver asbl»
    if word.is_capitalised and reading.is_in(position, "first_name"):
        return True
    return is_inverted(reading, word)


def is_inverted(reading: Reading, word: Word) -> bool:
    """Whether a word is a verb with its subject behind it: «entend-il», «donne-t-elle», not «rendez-vous»."""
    ends = "-" in word.lower and word.lower.endswith(reading.lexicon.affixes("inverted_ending"))
    return ends and word.lower not in reading.lexicon.words("not_inverted")


def _is_verb(reading: Reading, position: int) -> bool:
    """Whether what the tagger takes for an adjective is the sentence's only verb: «L'Institut recrute des agents».

    A verb in the third person ends in «-e» or «-ent», and an object, a complement or a full stop follows it.
    """
    word = reading.words[position]
    if not word.lower.endswith(reading.lexicon.affixes("third_person_ending")) or position + 1 >= len(reading.words):
        return False
    if reading.is_in(position, "act") and reading.words[position - 1].is_capitalised:
        return True  # «le programme Horizon Europe finance Velnora»
    after = reading.words[position + 1]
    acts = reading.is_in(position, "act") and after.is_capitalised  # «le Fonds pour l'innovation finance Velnora»
    follows = acts or after.text in _CLAUSE_ENDS or reading.lexicon.is_function(after.lower)
    return follows and not any(other.pos in VERBS for other in _sentence(reading, position))


def _sentence(reading: Reading, position: int) -> Iterator[Word]:
    """The other words of a word's sentence, as far as they are near."""
    for step in (-1, 1):
        for index in range(position + step, position + step * MAX_WORDS, step):
            if not 0 <= index < len(reading.words) or reading.words[index].text in _STOPS:
                break
            yield reading.words[index]


def _looks_adjective(reading: Reading, word: Word) -> bool:
    small = word.text.islower() and reading.lexicon.has_small_ending(word.lower)
    return small or reading.lexicon.has_adjective_ending(word.lower)
