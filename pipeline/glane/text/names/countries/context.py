"""Whether the name of a country is the country: it may be a person's, a city's, or part of another place's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import is_person, opens_sentence
from glane.text.words import QUOTES, is_hyphen, is_joint

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_VERSUS = 3
"""Words from a party to a case to the next: «Osborne c.»."""
_LONGEST_TITLE = 5
"""Words of a title behind the country that it begins with."""
_MOST_PARTS = 3
"""Hyphens in a town's name."""
_VERSUS_MARKS = frozenset("./")
_DATELINE = frozenset({",", "—", "–", "("})


def is_located(
    words: Sequence[Word], first: int, end: int, country_edges: Collection[int], lexicon: NameLexicon
) -> bool:
    """Whether the name of a country that is also a person's or a common noun is the country here.

    A preposition or an article stands before it and no further name behind («à Maurice», not «Maurice Duval»), or it
    stands in a list of countries.

    Args:
        words: of the text.
        first: index of the first word of the name.
        end: index behind its last one.
        country_edges: indices of the first and last words of all names of countries.
        lexicon: classes of words.
    """
    links = lexicon.words("and") | {",", "(", "/"}
    left = first >= 2 and words[first - 1].text in links and first - 2 in country_edges
    right = end + 1 < len(words) and words[end].text in links and end + 1 in country_edges
    if left or right or _explains_place(words, first, end, lexicon):
        return True
    if words[first].lower in lexicon.words("common_place"):
        return _is_island(words, first, end, lexicon)
    if opens_sentence(words, first) or is_person(words, first, end, lexicon):
        return False
    before = words[first - 1].lower
    return before in lexicon.words("in") | lexicon.words("to") | lexicon.words("of") | lexicon.words("article")


def _explains_place(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether brackets say where a town is: «à Grand-Baie (Maurice)», not «M. Duval (Maurice)»."""
    town = first - 2
    if town < 1 or words[first - 1].text != "(" or end >= len(words) or words[end].text != ")":
        return False
    for _ in range(_MOST_PARTS):
        if town > 2 and is_hyphen(words, town - 1):
            town -= 2
    return words[town].is_capitalised and words[town - 1].lower in lexicon.words("to")


def find_common_places(words: Sequence[Word], lexicon: NameLexicon) -> frozenset[str]:
    """The names of places, in lower case, that a text uses as common nouns with a capital: «la Réunion des directeurs»."""
    return frozenset(
        words[index].lower
        for index in lexicon.find_class(words, "common_place")
        if words[index].is_capitalised and _is_qualified(words, index + 1, lexicon)
    )


def _is_island(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a common noun with a capital is the place: «à la Réunion», with nothing behind that it has a part in."""
    if first < 2 or words[first - 1].lower not in lexicon.words("article"):
        return False
    place = (
        lexicon.words("to_alone") | lexicon.words("bare_of") | lexicon.words("island") | lexicon.words("and") | {","}
    )
    return words[first - 2].lower in place and not _is_qualified(words, end, lexicon)


def _is_qualified(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a complement, an adjective or a number stands at a word."""
    if index >= len(words) or not (words[index].is_word or words[index].is_number):
        return False
    word = words[index]
    links = ("of", "for", "with")
    return (
        word.is_number
        or any(word.lower in lexicon.words(name) for name in links)
        or lexicon.has_adjective_ending(word.lower)
        or word.pos == "ADJ"
    )


def is_elsewhere(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a country's name is a city's, or part of another place's or of a person's.

    «à Luxembourg», «golfe de Guinée», «rue du Maroc», «Suisse orientale», «M. Jean Niger», «Marie-France Cros».

    Args:
        words: of the text.
        first: index of the first word of the name.
        end: index behind its last one.
        lexicon: classes of words.
    """
    if (
        _is_city(words, first, end, lexicon)
        or _is_given_name(words, first, end, lexicon)
        or _is_surname(words, first, lexicon)
    ):
        return True
    if _ends_a_name(words, first, end, lexicon) or _is_owner(words, first, lexicon):
        return True
    if _is_region(words, first, end, lexicon) or _is_party(words, first, end, lexicon):
        return True
    if opens_title(words, first, end, lexicon) or _is_published(words, first, lexicon):
        return True
    index = first - 1
    if index >= 0 and words[index].lower in lexicon.words("of") | lexicon.words("article"):
        index -= 1
        if index >= 0 and words[index].lower in lexicon.words("of"):
            index -= 1
    waters = lexicon.words("geo") - lexicon.words("island")
    if index >= 0 and words[index].lower in waters:
        return True
    if index > 0 and words[index - 1].lower in waters and lexicon.has_adjective_ending(words[index].lower):
        return True  # «delta central du Niger»
    # «M. Jean Niger», «Mme France Delorme»
    before = words[max(0, first - 3) : first]
    titled = [i for i, word in enumerate(before) if word.lower in lexicon.words("title") or word.text == "."]
    return (
        bool(titled)
        and any(word.lower in lexicon.words("personal") for word in before)
        and all(
            word.is_capitalised or word.text == "."
            for word in before[titled[0] :]
            if word.lower not in lexicon.words("title")
        )
    )


def _is_owner(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a link ties the country to a capitalised word in one name: «Gîtes de France», «Code for Canada»."""
    if first <= 1 or not words[first - 2].is_capitalised:
        return False
    if words[first - 1].lower in lexicon.words("foreign_for"):
        return words[first - 1].text.islower()
    return words[first - 1].lower in lexicon.words("bare_of") and words[first - 2].lower in lexicon.words("of_country")


def _is_published(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether the country is part of the name of a gazette: «la Gazette du Canada», «Journal officiel du Bénin»."""
    index = governor(words, first, lexicon)
    if index > 0 and words[index].lower in lexicon.words("republic"):
        index = governor(words, index, lexicon)
    if index > 0 and words[index].lower in lexicon.words("official") and not words[index - 1].text.islower():
        return words[index - 1].lower in lexicon.words("official_paper")
    return index >= 0 and words[index].is_capitalised and words[index].lower in lexicon.words("paper")


def governor(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    """Index of the word that «de», with an article or without, leads from to a word; -1 where none does.

    Args:
        words: of the text.
        first: index of the word that «de» leads to.
        lexicon: classes of words.
    """
    index = first - 1
    if index >= 0 and words[index].lower in lexicon.words("article"):
        index -= 1
    return index - 1 if index >= 0 and words[index].lower in lexicon.words("of") else -1


def _is_region(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a part of a country is meant: «Suisse orientale», «Basse-Guinée», «Guinée Forestière»."""
    if first >= 2 and is_joint(words, first - 1) and words[first - 2].lower in lexicon.words("region_prefix"):
        return True
    if end >= len(words):
        return False
    after = words[end]
    if after.lower in lexicon.words("region_part"):
        return True
    if is_joint(words, end) and words[end + 1].is_capitalised:
        other = words[end + 1]
        if other.folded in lexicon.country_adjectives or other.lower in lexicon.words("region_part"):
            return True  # «Colombie-Britannique», «Ruanda-Urundi»
    part = end + 2 if end + 2 < len(words) and words[end + 1].lower in lexicon.words("article") else end + 1
    if after.lower in lexicon.words("of") and part < len(words) and words[part].lower in lexicon.words("direction"):
        return words[part].is_capitalised  # «Irlande du Nord»
    named = after.is_capitalised and lexicon.has_adjective_ending(after.lower) and after.start - words[end - 1].end == 1
    return named and after.lower not in lexicon.words("first_name")


def opens_title(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a title begins with a country without a link: «Congo Hold-up» in quotation marks, or «Panama Papers».

    Args:
        words: of the text.
        first: index of the first word of the country's name.
        end: index behind its last one.
        lexicon: classes of words.
    """
    if end >= len(words) or words[end].start - words[end - 1].end != 1 or not words[end].is_capitalised:
        return False
    if words[end].lower in lexicon.words("leak"):
        return True
    closing = QUOTES.get(words[first - 1].text) if first else None
    place = any(words[end].lower in lexicon.words(name) for name in ("known_city", "direction", "region_part"))
    if closing is None or place or words[end].is_acronym:
        return False
    stop = end
    while stop < min(len(words), end + _LONGEST_TITLE) and (words[stop].is_capitalised or is_hyphen(words, stop - 1)):
        stop += 1 + is_hyphen(words, stop + 1)
    return stop < len(words) and words[stop].text == closing


def _is_party(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a state is a party to a case, which its name is: «Osborne c. Canada», «Nicaragua c. États-Unis»."""
    before = words[max(0, first - 3) : first]
    if len(before) == _VERSUS and before[0].is_capitalised and _is_versus(before[1], before[2], lexicon):
        return True
    return end + 2 < len(words) and words[end + 2].is_capitalised and _is_versus(words[end], words[end + 1], lexicon)


def _is_versus(letter: Word, mark: Word, lexicon: NameLexicon) -> bool:
    return letter.text.islower() and letter.lower in lexicon.words("versus") and mark.text in _VERSUS_MARKS


def _is_city(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a city of the same name is meant: «à Luxembourg», «Panama City», or a dateline («Luxembourg, le 3 mai»)."""
    if end < len(words) and words[end].lower in lexicon.words("city_behind") and words[end].is_capitalised:
        return words[end].start - words[end - 1].end <= 1
    if words[first].folded in lexicon.words("city_namesake") and _is_of_a_city(words, first, lexicon):
        return end == first + 1
    if words[first].folded not in lexicon.words("city") or end != first + 1:
        return False
    if first and words[first - 1].lower in lexicon.words("to_alone"):
        return True
    if _is_beside_city(words, first, end, lexicon):
        return True
    dateline = first == 0 or words[first - 1].text == "\n"
    return dateline and end < len(words) and words[end].text in _DATELINE


def _is_of_a_city(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether «ville de» or the like stands before a word."""
    if first <= 1 or words[first - 1].lower not in lexicon.words("bare_of"):
        return False
    return words[first - 2].lower in lexicon.words("city_before")


def _is_given_name(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a hyphen makes a given name of it: «Marie-France», «France-Élaine Duranceau»."""
    if first >= 2 and words[first - 1].text == "-" and words[first - 2].end == words[first - 1].start:
        return words[first - 2].lower in lexicon.words("given_name")
    if end + 2 >= len(words) or words[end].text != "-" or words[end].start != words[end - 1].end:
        return False
    given, family = words[end + 1], words[end + 2]
    return given.is_capitalised and family.is_capitalised and family.is_word and given.end + 1 == family.start


def _is_surname(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a first name stands right before, at the beginning of a sentence too: «Anatole France», «Pierre Mauritanie»."""
    before = words[first - 1] if first else None
    if before is None or before.end + 1 != words[first].start:
        return False
    return before.is_capitalised and before.lower in lexicon.words("first_name")


def _ends_a_name(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a name goes on to the country without a preposition: «la société Vodacom Congo»."""
    if first > 1 and words[first - 1].text in lexicon.words("foreign_in") and words[first - 2].is_capitalised:
        return True  # «Work in France»
    if first < 1 or opens_sentence(words, first - 1) or (end < len(words) and words[end].text == "-"):
        return False
    before = words[first - 1]
    is_beside = before.end + 1 == words[first].start
    if any(before.lower in lexicon.words(name) for name in ("article", "of", "in", "to", "direction")):
        return False
    coined = before.text[0].islower() and before.text.rpartition("-")[2][:1].isupper()  # «e-Visa Togo»
    named = (before.is_capitalised or ("-" in before.text and coined)) and not before.text.isupper()
    return is_beside and before.is_word and named


def _is_beside_city(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a city is the other end of a line: «l'axe Metz-Luxembourg», «entre Luxembourg et Thionville»."""
    for link, city, outer in ((first - 1, first - 2, first - 3), (end, end + 1, first - 1)):
        if not (0 <= city < len(words) and words[city].lower in lexicon.words("known_city")):
            continue
        if is_hyphen(words, link):
            return True
        between = outer >= 0 and words[outer].lower in lexicon.words("between")
        if between and words[link].lower in lexicon.words("and"):
            return True
    return False
