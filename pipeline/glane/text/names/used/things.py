"""What an acronym that nothing explains is by its uses: a thing («l'accès à la NDQ»), or a body («le budget de la NDQ»)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glane.text.words import find_capitals, is_hyphen, is_joint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST_PHRASE = 4
"""Words between the noun for a thing and its name: «base de données publique ABC»."""
_MOST_ADJECTIVES = 2
_MOST_FILLERS = 3
_SHORTEST = 3
_LONGEST_PART = 2
"""Digits of a part of a version's number."""
_LONGEST_TITLE = 10


def count_things(words: Sequence[Word], lexicon: NameLexicon) -> Counter[str]:
    """Count how often each acronym is what a noun for a thing is called, or is used as bodies are not.

    «la plateforme NDQ», «base de données NDQ»; «les utilisateurs de la NDQ», «connecté à la NDQ».

    Args:
        words: of the document.
        lexicon: classes of words.

    Returns:
        The acronyms that are so at least once.
    """
    found: Counter[str] = Counter()
    for index in find_capitals(words):
        if index and is_acronym(words[index]):
            uses = _is_thing(words, index, lexicon) + _is_used(words, index, lexicon)
            if uses:
                found[words[index].text] += uses
    return found


def find_spelt_things(words: Sequence[Word], lexicon: NameLexicon) -> frozenset[str]:
    """Find the acronyms of which a title that a noun for a thing opens gives the letters: «Base Adresse Nationale», «la BAN».

    Args:
        words: of the document.
        lexicon: classes of words.
    """
    titles = [index for index in lexicon.find_class(words, "thing") if words[index].is_capitalised]
    if not titles:
        return frozenset()
    acronyms = {words[index].text for index in find_capitals(words) if is_acronym(words[index])}
    return frozenset(letters for index in titles for letters in _initials(words, index, lexicon) if letters in acronyms)


def find_called_things(words: Sequence[Word], lexicon: NameLexicon) -> frozenset[str]:
    """Find the acronyms that a predicate calls a thing: «la NDQ est un référentiel», «le CI-SIS est un ensemble de règles».

    Args:
        words: of the document.
        lexicon: classes of words.
    """
    found: set[str] = set()
    for noun in lexicon.find_class(words, "called_thing"):
        article = noun - 1 - (words[noun - 1].lower in lexicon.words("front_adjective"))
        last = article - 2
        if last < 0 or words[article].lower not in lexicon.words("explaining"):
            continue
        if words[last + 1].lower in lexicon.words("being") and is_acronym(words[last]):
            first = last - 2 if is_hyphen(words, last - 1) else last
            found.add("".join(word.text for word in words[first : last + 1]))
    return frozenset(found)


def find_versioned(words: Sequence[Word]) -> frozenset[str]:
    """Find the names of programs: what the number of a version follows, «Velpress 3.9», with its point.

    Args:
        words: of the document.
    """
    found: set[str] = set()
    for index in find_capitals(words):
        major = index + 1
        if major >= len(words) or not words[major].is_number or words[major].start - words[index].end != 1:
            continue
        whole, point, minor = words[major].text.partition(".")
        if not point and major + 2 < len(words) and words[major + 1].text == "." and is_joint(words, major + 1):
            minor = words[major + 2].text
        if whole.isdigit() and minor.isdigit() and max(len(whole), len(minor)) <= _LONGEST_PART:
            found.add(words[index].text)
    return frozenset(found)


def _initials(words: Sequence[Word], first: int, lexicon: NameLexicon) -> Iterator[str]:
    """The initials of a title and of its beginnings, but for function words."""
    letters = ""
    for word in words[first : first + _LONGEST_TITLE]:
        if not word.is_word:
            return
        if not lexicon.is_function(word.lower):
            letters += word.folded[0].upper()
            yield letters


def is_body(
    words: Sequence[Word], index: int, end: int, lexicon: NameLexicon, starts: Collection[int], ends: Collection[int]
) -> bool:
    """Whether what stands around an acronym with an article makes a body of it, where several of its uses do not.

    «le budget annuel de la NDQ», «versé à la NDQ», «Awa Diop, de la NDQ», «le Sénat, la NDQ», «la NDQ est société mère».

    Args:
        words: of the document.
        index: of the acronym.
        end: index behind it.
        lexicon: classes of words.
        starts: offsets where bodies begin.
        ends: offsets where bodies end.
    """
    if index < 1 or words[index - 1].lower not in lexicon.words("one_definite"):
        return False
    return (
        _is_had(words, index - 1, lexicon)
        or _is_beside(words, index - 1, end, lexicon, starts, ends)
        or _does(words, end, lexicon)
    )


def is_acronym(word: Word) -> bool:
    """Whether a word is all capital letters, three at least."""
    return len(word.text) >= _SHORTEST and word.text.isupper() and word.text.isalpha()


def _is_thing(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether the words in small letters right before an acronym are a noun for a thing with its adjectives."""
    for position in range(index - 1, max(-1, index - 1 - _LONGEST_PHRASE), -1):
        word = words[position]
        if not word.text.islower() or word.lower in lexicon.words("article"):
            return False
        if word.lower in lexicon.words("thing"):
            return not (position and words[position - 1].text == "-")
        bare = word.lower in lexicon.words("bare_of") | lexicon.words("in")
        if position == index - 1 and bare:
            return False  # «une étude de NDQ»: whose
        if lexicon.is_function(word.lower) and not bare:
            return False
    return False


def _is_used(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether what stands before an acronym with its article, or behind it, says that it is used, had or repaired."""
    if words[index - 1].lower not in lexicon.words("one_definite"):
        return False
    return (index > 1 and _is_object(words, index - 1, lexicon)) or _undergoes(words, index + 1, lexicon, "installed")


def _is_object(words: Sequence[Word], article: int, lexicon: NameLexicon) -> bool:
    """Whether a verb of use governs what an article begins, or a noun of use has it as its complement."""
    if words[article - 1].lower in lexicon.words("using"):
        return True
    return _governs(words, article, lexicon, "of", "used") or _governs(words, article, lexicon, "to", "used_to")


def _governs(words: Sequence[Word], article: int, lexicon: NameLexicon, link: str, nouns: str) -> bool:
    """Whether a word of a class, perhaps with adjectives, has as its complement what an article begins."""
    contracted = words[article].lower in lexicon.words(link)
    if article == 0 or not (contracted or words[article - 1].lower in lexicon.words(link)):
        return False
    before = article - 1 if contracted else article - 2
    for position in range(before, max(-1, before - 1 - _MOST_ADJECTIVES), -1):
        word = words[position]
        if word.lower in lexicon.words(nouns):
            return True
        if not (word.text.islower() and lexicon.is_tagged_adjective(word.lower)):
            return False  # a tag is not worth its price here
    return False


def _is_had(words: Sequence[Word], article: int, lexicon: NameLexicon) -> bool:
    """Whether something that bodies have, get or are told governs what an article begins, or a person that is of it."""
    if article > 0 and words[article - 1].lower in lexicon.words("telling"):
        return True
    if any(_governs(words, article, lexicon, "of", nouns) for nouns in ("bodily", "belonging")):
        return True
    if _governs(words, article, lexicon, "to", "received"):
        return True
    name = article - 1 if words[article].lower in lexicon.words("of") else article - 2
    person = words[max(0, name - 1) : name + 1]
    named = bool(person) and person[0].lower in lexicon.words("first_name")
    return named and all(word.is_capitalised for word in person)


def _is_beside(
    words: Sequence[Word], article: int, end: int, lexicon: NameLexicon, starts: Collection[int], ends: Collection[int]
) -> bool:
    """Whether a body stands right before or behind, with a comma, «et» or a hyphen between."""
    links = lexicon.words("along") | {","}
    if article > 1 and words[article - 1].lower in links and words[article - 2].end in ends:
        return True
    if end + 2 >= len(words):
        return False
    if words[end].text == "-":
        return words[end + 1].start in starts  # «l'UNEL-Habitat solidaire»
    if words[end].lower not in links:
        return False
    after = end + 2 if words[end + 1].lower in lexicon.words("one_definite") else end + 1
    return words[after].start in starts


def _does(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether what follows is done by bodies or to them more than to things, or says that it is a body."""
    if end + 1 >= len(words):
        return False
    if words[end].lower in lexicon.words("goes_on") or _undergoes(words, end, lexicon, "headed"):
        return True
    head = lexicon.head_at(words, end + 1) if words[end].lower in lexicon.words("being") else None
    return head is not None and head[1].kind == "organisation"


def _undergoes(words: Sequence[Word], position: int, lexicon: NameLexicon, participles: str) -> bool:
    """Whether a passive with a participle of a class follows: «la NDQ a été installée»."""
    passive = False
    for index in range(position, min(len(words), position + _MOST_FILLERS + 1)):
        word = words[index].lower
        if passive and word in lexicon.words(participles):
            return True
        passive = passive or word in lexicon.words("passive")
        if word not in lexicon.words("passive") and word not in lexicon.words("filler") | lexicon.words("have"):
            return False
    return False
