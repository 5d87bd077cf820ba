"""What stands around an acronym that goes with bodies, or with undertakings, and not with laws, diseases or software."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import is_name_word, is_titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_MOST_FILLERS = 5
_MOST_ADJECTIVES = 2
_LONGEST_LEAD = 5
_LONGEST_COUNT = 3
_LONGEST_PERSON = 4
_SHORTEST_SURNAME = 3


def does_as_body(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether what follows is done by bodies, or says that they are one.

    «a signé», «est présidé par», «s'est réuni», «vient de publier», «comprend quatre directions», «est un acteur de».

    Args:
        words: of the text.
        end: index behind the acronym.
        lexicon: classes of words.
    """
    position = skip_fillers(words, end, lexicon)
    if position >= len(words):
        return False
    passive = position + 1 < len(words) and words[position + 1].lower in lexicon.words("by")
    if words[position].lower in lexicon.words("act") and not (passive and position == end):
        return True  # not «le SIM organisé par …»
    if _opens_frame(words, end, position, lexicon, "body_frame"):
        return True
    if _has_parts(words, position, lexicon) or _is_called_body(words, end, lexicon):
        return True
    return words[end].text == "," and words[end + 1 : end + 2] != [] and _is_apposed(words, end + 1, lexicon)


def is_framed(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether a whole phrase follows that is said of bodies only: «est présidé par», «s'est réuni», «a pour mission»."""
    return _opens_frame(words, end, skip_fillers(words, end, lexicon), lexicon, "body_frame")


def speaks(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether what follows is done by bodies alone, and never by undertakings: «salue», «a condamné», «emploie»."""
    position = skip_fillers(words, end, lexicon)
    return position < len(words) and words[position].lower in lexicon.words("speaking")


def goes_on_as_undertaking(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether what follows is said of undertakings, if also of laws and rights: «cible», «prend fin», «a permis de»."""
    return _opens_frame(words, end, skip_fillers(words, end, lexicon), lexicon, "course_frame")


def has_level(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether a number says which level or version of a norm is meant: «ETCS niveau 2», «LTE version 10»."""
    return end + 1 < len(words) and words[end].lower in lexicon.words("norm_level") and words[end + 1].is_number


def is_led_to(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether what stands before an acronym with its article has bodies only as its complement.

    «la directrice générale de la», «le conseil d'administration du», «à la demande de l'», «enseigne au».

    Args:
        words: of the text.
        index: of the acronym.
        lexicon: classes of words.
    """
    if index < 1 or words[index - 1].lower not in lexicon.words("one_definite"):
        return False
    if index > 1 and words[index - 2].lower in lexicon.words("joining"):
        return True  # «elle rejoint la CALUMA»
    to = _governor_end(words, index, lexicon, "to")
    if to and words[to - 1].lower in lexicon.words("posted_at"):
        return True
    noun = _governor_end(words, index, lexicon, "of")
    if not noun:
        return False
    if any(
        lexicon.phrase_end(words, first, "body_lead") == noun for first in range(max(0, noun - _LONGEST_LEAD), noun)
    ):
        return True
    for _ in range(_MOST_ADJECTIVES):
        if words[noun - 1].lower in lexicon.words("belonging") or noun < 2:
            break
        if not (words[noun - 1].text.islower() and lexicon.is_tagged_adjective(words[noun - 1].lower)):
            return False
        noun -= 1
    return words[noun - 1].lower in lexicon.words("belonging")


def is_of_person(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym is the body that a person with a name is of: «M. Diarra du», «Awa BAMBA de la», «Mme Kone, de».

    Args:
        words: of the text.
        index: of the acronym; «de» may stand before it without an article.
        lexicon: classes of words.
    """
    article = index > 0 and words[index - 1].lower in lexicon.words("article")
    link = index - 2 if article else index - 1
    if link < 1 or words[link].lower not in lexicon.words("one_of"):
        return False
    bare = not article and words[link].lower in lexicon.words("bare_of")
    end = link - (words[link - 1].text == ",")
    first = end
    while first > 0 and end - first < _LONGEST_PERSON and is_name_word(words[first - 1], lexicon):
        first -= 1
    if first == end or (bare and words[index].lower in lexicon.words("known_city")):
        return False
    given = words[index + 1] if bare and end == link and index + 1 < len(words) else None
    if given is not None and given.is_capitalised and given.lower in lexicon.words("first_name"):
        return False  # «Pr SAUVEL de TRORE Philippe»
    if words[first].lower in lexicon.words("personal") or is_titled(words, first, lexicon):
        if bare and end == link and not words[end - 1].text.isupper():
            return False  # «M. Dupont de NEMOURS»
        return first < end - 1 or words[first].lower not in lexicon.words("personal")
    return end - first > 1 and _is_person(words, first, end, lexicon)


def _is_person(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether capitalised words are a person's by the given name, or by a surname alone in capitals: «Prisca KOUMBA»."""
    given, surname, before = words[first], words[end - 1], words[first - 1].lower if first else ""
    if given.lower in lexicon.words("first_name"):
        return True
    if any(before in lexicon.words(name) for name in ("article", "thing", "product", "document")):
        return False  # «la loi Alpha DALO», «le logiciel Hexa TURBO»
    if given.text.isupper() or lexicon.is_head(given.folded) or surname.text in lexicon.stops:
        return False
    return surname.text.isupper() and surname.text.isalpha() and len(surname.text) > _SHORTEST_SURNAME


def _governor_end(words: Sequence[Word], index: int, lexicon: NameLexicon, link: str) -> int:
    """Index behind what has an acronym with its article as its complement by a link, contracted or not; 0 for none."""
    if words[index - 1].lower in lexicon.words(link):
        return index - 1
    return index - 2 if index > 2 and words[index - 2].lower in lexicon.words(link) else 0


def skip_fillers(words: Sequence[Word], position: int, lexicon: NameLexicon, most: int = _MOST_FILLERS) -> int:
    """Index behind what may stand between a subject and its verb: adverbs, auxiliaries, at most so many."""
    last = position + most
    while position < min(len(words), last) and _fills(words[position], lexicon):
        position += 1
    return position


def _fills(word: Word, lexicon: NameLexicon) -> bool:
    return word.lower in lexicon.words("filler") or word.lower in lexicon.words("have")


def _opens_frame(words: Sequence[Word], first: int, last: int, lexicon: NameLexicon, word_class: str) -> bool:
    """Whether a phrase of a class begins at one of some words, which are fillers but for the last one."""
    return any(lexicon.phrase_end(words, position, word_class) for position in range(first, last + 1))


def _has_parts(words: Sequence[Word], verb: int, lexicon: NameLexicon) -> bool:
    """Whether a verb counts the parts of a body: «comprend quatre directions», «se compose de deux chambres»."""
    if words[verb].lower not in lexicon.words("comprising"):
        return False
    return any(word.lower in lexicon.words("body_part") for word in words[verb + 1 : verb + 2 + _LONGEST_COUNT])


def _is_apposed(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a noun for bodies in the singular opens an apposition: «, structure partenaire du projet,»."""
    noun = index + (words[index].lower in lexicon.words("explaining"))
    return noun + 1 < len(words) and words[noun].text.islower() and words[noun].lower in lexicon.words("body_noun")


def _is_called_body(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether a predicate with a noun for bodies follows: «est l'opérateur public», «est devenue un acteur majeur»."""
    position = end
    while position < len(words) and words[position].lower in lexicon.words("becoming"):
        position += 1
    being = position > end or (end < len(words) and words[end].lower in lexicon.words("being"))
    position += position == end
    if not being or position + 1 >= len(words):
        return False
    if words[position].lower not in lexicon.words("explaining") | lexicon.words("article"):
        return False
    for word in words[position + 1 : position + 2 + _MOST_ADJECTIVES]:
        if word.lower in lexicon.words("body_noun"):
            return True
        if not (word.lower in lexicon.words("front_adjective") or lexicon.is_tagged_adjective(word.lower)):
            return False
    return False
