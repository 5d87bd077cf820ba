"""The name that stands before an explanation of it: «La Sorvane, association de …», «X est un …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import governing_noun, is_person, is_undertaking, opens_sentence, owner_link
from glane.text.words import VERBS, is_hyphen

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST_NAME = 5
_LONGEST_SUBJECT = 8
_LONGEST_INSERTION = 10
_PROPER = "PROPN"
_LONE = frozenset({"NOUN", "X", "VERB"})
"""Tags of coined words where they stand alone: no article before a noun, no subject before a verb."""


def name_before(words: Sequence[Word], end: int, lexicon: NameLexicon, known: Collection[int]) -> tuple[int, int]:
    """First and end index of the capitalised words that end at a word; nothing where it has a place's preposition."""
    first = _run_before(words, end, lexicon, known)
    name = " ".join(word.lower for word in words[first:end])
    if first == end or name in lexicon.words("known_city") or is_person(words, first, end, lexicon):
        return end, end
    if (words[end].text != "," and not words[end - 1].is_acronym) or words[end - 1].text in lexicon.stops:
        return end, end  # a dash may set apart anything; «appel à projets R&I, un programme …»
    alone = end - first == 1 and opens_sentence(words, first) and not words[first].is_acronym
    if alone and words[first].pos not in {_PROPER, ""}:
        return end, end  # «Concrètement, un groupe …»
    if _is_of_post(words, first, lexicon):
        return end, end
    governing = governing_noun(words, first, lexicon)
    if governing < first and words[governing].start not in known:
        return governing, end
    where = lexicon.words("in") | lexicon.words("to") | lexicon.words("of") | lexicon.words("agent") | {","}
    if first and words[first - 1].lower in where and not is_undertaking(words, first, lexicon):
        return end, end
    if first and words[first - 1].lower in lexicon.words("explaining") and not words[first].is_acronym:
        return end, end  # «pour un Canton, un groupement ou une personne»
    behind_name = first > 1 and words[first - 2].is_capitalised
    if behind_name and words[first - 1].lower in lexicon.words("for"):
        return end, end  # «Espace sur Mesure, une plateforme …»
    joined = behind_name and words[first - 1].lower in lexicon.words("and")
    if joined and not words[end - 1].is_acronym:
        return end, end  # «à Sédhiou et Kolda, un comité …»
    return first, end


def _is_of_post(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised post is that of a place: «le Préfet de la Lorvaine, une association et …»."""
    link = owner_link(words, first, lexicon)
    post = words[link - 1] if link else None
    return (
        post is not None
        and post.is_capitalised
        and any(post.lower in lexicon.words(name) for name in ("person", "post"))
        and not words[first].is_acronym
    )


def subject_before(words: Sequence[Word], verb: int, lexicon: NameLexicon, known: Collection[int]) -> tuple[int, int]:
    """First and end index of the name that is the subject of a verb, passing over a bracket or an insertion."""
    end = skip_bracket_back(words, _skip_insertion(words, verb, lexicon))
    first = _run_before(words, end, lexicon, known)
    first -= _has_plural_head(words, first, end, lexicon)
    before = words[first - 1].lower if first else ""
    opens = opens_sentence(words, first) or before == ","  # «Créée en 2009, Struktura est une entreprise»
    article = before in lexicon.words("one_definite") and (
        opens_sentence(words, first - 1) or words[first - 2].text == ","
    )
    if first == end or not (opens or article or before in lexicon.words("naming")):
        first = _opening_before(words, end, lexicon, known)
    elif opens and end - first == 1 and not _is_lone_name(words[first], lexicon):
        return end, end  # «Investir est un projet»
    name = " ".join(word.lower for word in words[first:end])
    if (
        first == end
        or name in lexicon.words("known_city")
        or words[first].text.partition("-")[0].upper() in lexicon.stops
    ):
        return end, end
    return (end, end) if is_person(words, first, end, lexicon) else (first, end)


def _has_plural_head(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether the plural of a head opens the sentence before the rest of a name: «Radios Rurales est une organisation»."""
    if not 0 < first < end or not opens_sentence(words, first - 1):
        return False
    found = lexicon.head_at(words, first - 1)
    return found is not None and words[first - 1].is_capitalised and found[1].is_plural(words[first - 1].lower)


def _is_lone_name(word: Word, lexicon: NameLexicon) -> bool:
    """Whether a capitalised word at the start of a sentence is a name, since it is nothing else that stands there alone."""
    if word.is_acronym or word.pos == _PROPER:
        return True
    return word.pos in _LONE and not lexicon.has_infinitive_ending(word.lower)


def _run_before(words: Sequence[Word], end: int, lexicon: NameLexicon, known: Collection[int]) -> int:
    """Where the capitalised words that end at a word begin; the word itself where there are none."""
    first = end
    while first > 0 and end - first < _LONGEST_NAME and _is_part(words, first - 1, lexicon, known):
        first -= 1
        if first > 1 and words[first - 1].text == "&" and _is_part(words, first - 2, lexicon, known):
            first -= 1  # «Ondes & Cie»
    if 2 <= first < end and is_hyphen(words, first - 1):
        joined = words[first - 2]  # «Agropole-Centre»
        if joined.is_capitalised and joined.start not in known:
            first -= 2
    return first


def _opening_before(words: Sequence[Word], end: int, lexicon: NameLexicon, known: Collection[int]) -> int:
    """Where the sentence begins that ends at a word so far, if it is a name as a whole: «Jeunes en action»."""
    for first in range(end - 1, max(-1, end - _LONGEST_SUBJECT - 1), -1):
        word = words[first]
        if not word.is_word or word.pos in VERBS or word.start in known or word.lower in lexicon.words("relative"):
            break
        if opens_sentence(words, first):
            return first if first < end - 1 and _is_part(words, first, lexicon, known) else end
    return end


def skip_bracket_back(words: Sequence[Word], end: int) -> int:
    """Index of the bracket that is closed right before a word; the word itself where none is."""
    if not end or words[end - 1].text != ")":
        return end
    for index in range(end - 2, max(-1, end - _LONGEST_INSERTION), -1):
        if words[index].text == "(":
            return index
    return end


def _skip_insertion(words: Sequence[Word], end: int, lexicon: NameLexicon) -> int:
    """Index of the comma that opens the insertion before a verb; of the one that closes it where another name is in it."""
    if words[end - 1].text != ",":
        return end
    for index in range(end - 2, max(-1, end - _LONGEST_INSERTION), -1):
        if words[index].lower in lexicon.words("naming"):
            return end - 1
        if words[index].text == ",":
            return index
    return end


def _is_part(words: Sequence[Word], index: int, lexicon: NameLexicon, known: Collection[int]) -> bool:
    word = words[index]
    if (
        word.start in known
        or not word.is_word
        or lexicon.is_function(word.lower)
        or word.lower in lexicon.words("title")
    ):
        return False
    if index and words[index - 1].text == "-" and words[index - 1].end == word.start:
        return word.is_capitalised
    place = word.lower in lexicon.words("direction") | lexicon.words("place")
    return word.is_capitalised and not place and not lexicon.is_head(word.folded)
