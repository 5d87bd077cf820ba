"""Reading runs of capitalised words, inside an institutional name, and quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.adjectives import DASHES, is_adjective
from glane.text.words import QUOTES, is_joint

if TYPE_CHECKING:
    from glane.text.names.extent.reading import Reading
    from glane.text.words import Word

_LONGEST_QUOTE = 30
_LETTERS = frozenset("VX")
_SHORTEST_COINED = 2
_SOUNDING = frozenset("24")
_CONNECTORS = 2
"""Words of another language between two of a name."""


def read_run(reading: Reading, position: int, limit: int) -> int:
    """Read a run of capitalised words and acronyms («Resolute Support», «OTAN-Géorgie»)."""
    end = position
    while end < limit:
        word = reading.words[end]
        known = reading.known.get(end)
        if known and known.kind == "blocked":
            break
        joins = word.text in DASHES or word.text == "&" or (word.text == "/" and _is_code(reading, end, limit))
        if joins and end > position and end + 1 < limit and is_joint(reading.words, end):
            if not (
                reading.words[end + 1].is_capitalised or reading.words[end + 1].is_number or _is_coined(reading, end)
            ):
                break
            behind = reading.known.get(end + 1)
            end = behind.end if behind is not None and behind.kind == "country" else end + 2
            continue  # «Commission mixte Gabon-Côte d'Ivoire»
        if (
            end > position
            and word.text == "."
            and is_joint(reading.words, end)
            and reading.words[end + 1].text.islower()
        ):
            end += 2  # «IA.rbre»
            continue
        linked = linked_end(reading, end, limit) if end > position else end
        if linked > end:
            end = linked
            continue
        if not (word.is_word and word.is_capitalised and len(word.text) > 1) or _is_titling(reading, end):
            break
        if _is_number_sign(reading, end):
            break
        if end > position and (opens_name(reading, end, limit) or _leaves_name(reading, end, limit)):
            break
        end += 1
    return end


def _is_coined(reading: Reading, mark: int) -> bool:
    """Whether a hyphen joins a word in small letters to the acronym before it: «SIG-éco21», but not «PAM-ci»."""
    after = reading.words[mark + 1]
    coined = reading.words[mark].text == "-" and reading.words[mark - 1].is_acronym and after.is_word
    return coined and not reading.lexicon.is_function(after.lower) and len(after.text) > _SHORTEST_COINED


def _is_edition(reading: Reading, position: int, limit: int) -> bool:
    """Whether a Roman numeral of one letter stands between an acronym and a capitalised word: «INTERREG V Caraïbes»."""
    number, after = reading.words[position], position + 1
    if number.text not in _LETTERS or not reading.is_capitalised(after, limit):
        return False
    known = reading.known.get(position - 1)
    if not reading.words[position - 1].is_acronym and (known is None or known.kind != "programme"):
        return False  # «Mohammed V»
    apart = number.start - reading.words[position - 1].end == 1 == reading.words[after].start - number.end
    return apart and not reading.lexicon.is_function(reading.words[after].lower)


def _is_preposition(reading: Reading, position: int, limit: int) -> bool:
    """Whether a number stands for the English word that sounds like it between two capitalised ones: «Skills 4 Delta»."""
    number, after = reading.words[position], position + 1
    if number.text not in _SOUNDING or not reading.is_capitalised(after, limit):
        return False
    before, behind = reading.words[position - 1], reading.words[after]
    apart = number.start - before.end == 1 == behind.start - number.end
    other = (
        after in reading.known or reading.lexicon.is_function(behind.lower) or reading.lexicon.is_head(behind.folded)
    )
    return apart and before.is_word and not (before.is_acronym or other)


def _is_titling(reading: Reading, position: int) -> bool:
    """Whether a word is a title before a person's name: «Dr», and «Prof.» with its full stop."""
    after = position + 1
    if _names_house(reading, position):
        return False
    dotted = reading.is_in(position, "dotted_title") and after < len(reading.words) and reading.words[after].text == "."
    return dotted or reading.is_in(position, "title")


def _names_house(reading: Reading, position: int) -> bool:
    """Whether a title is that of the person after whom a house is named: «Lycée Reine Aldina»."""
    if not (reading.is_in(position, "eponym_title") and reading.is_capitalised(position + 1, len(reading.words))):
        return False
    return any(reading.is_in(before, "named_after") for before in (position - 1, position - 2))


def _is_number_sign(reading: Reading, position: int) -> bool:
    """Whether a number follows what announces one: «Ministère de la Mer et des Ports No 12», «No. 12», «En 1921»."""
    number = position + 1
    if not (reading.is_in(position, "number_sign") or reading.is_in(position, "in")) or number >= len(reading.words):
        return False
    number += reading.words[number].text == "."
    return number < len(reading.words) and reading.words[number].is_number


def linked_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind what joins a capitalised word to a name, and that word; ``position`` where nothing does.

    «Feed the Future», «Skills in the Delta», «Food & Trade», «INTERREG V Caraïbes».
    """
    if _is_edition(reading, position, limit) or _is_preposition(reading, position, limit):
        return position + 1
    if reading.words[position].text == "." and reading.is_in(position - 1, "short_saint"):
        return position + 2 if reading.is_capitalised(position + 1, limit) else position  # «l'hôpital St. Brendan»
    if reading.is_in(position, "foreign_open_tail") and reading.is_in(position - 1, "foreign_open_lead"):
        return position + 1  # «la division Open data»
    if _are_relatives(reading, position, limit):
        return position + 2  # «la Fondation Anne et Paul Morel»
    noun = position
    while noun < min(limit, position + _CONNECTORS) and (
        reading.is_in(noun, "foreign_connector") or (noun == position and reading.is_in(noun, "and"))
    ):
        noun += 1
    if not reading.is_capitalised(noun, limit):
        return position
    links = range(position, noun)
    strange = any(reading.is_in(index, "foreign_only") for index in links)
    known = reading.known.get(noun)
    if known is not None:
        return known.end if strange and known.kind == "country" else position  # «Women Growers of Canada»
    joined = len(links) == 1 and reading.words[position].text == "&" and not opens_name(reading, noun, limit)
    partner = len(links) == 1 and reading.is_in(position, "and") and reading.is_in(noun, "partner")  # «Mirabaud et Cie»
    return noun + 1 if strange or joined or partner else position


def _are_relatives(reading: Reading, position: int, limit: int) -> bool:
    """Whether «et» joins two first names, behind which their surname stands; the second may be in no list."""
    if not (reading.is_in(position, "and") and reading.is_in(position - 1, "first_name")):
        return False
    names = (position + 1, position + 2)
    return all(reading.is_capitalised(index, limit) and not _is_other(reading, index) for index in names)


def _is_other(reading: Reading, position: int) -> bool:
    """Whether a capitalised word is no part of a person's name: known, an acronym, a head or a word of grammar."""
    word = reading.words[position]
    grammar = (
        reading.lexicon.is_function(word.lower) or reading.is_in(position, "of") or reading.is_in(position, "article")
    )
    return position in reading.known or word.is_acronym or reading.lexicon.is_head(word.folded) or grammar


def opens_name(reading: Reading, position: int, limit: int) -> bool:
    """Whether a head noun with a complement of its own stands here: another name than the one before it."""
    word, before = reading.words[position], position - 1
    if word.is_acronym or not reading.lexicon.is_head(word.folded) or position + 1 >= limit:
        return False
    if reading.words[before].is_capitalised and reading.is_in(before, "article"):
        return False  # «la société Les Forges de Sorve»
    return reading.is_in(position + 1, "of") or reading.is_in(position + 1, "level")


def _is_code(reading: Reading, position: int, limit: int) -> bool:
    """Whether a stroke stands between an acronym and a number or another acronym, or goes on with a number.

    «BKF/023», «AVS/AI», «KEN/97/012/B/01».
    """
    if not 0 < position < limit - 1:
        return False
    before, after = reading.words[position - 1], reading.words[position + 1]
    goes_on = position > 1 and reading.words[position - 2].text == "/"
    if not (before.is_acronym or (goes_on and _is_part_of_code(before))):
        return False
    return after.is_acronym or _is_part_of_code(after)


def _leaves_name(reading: Reading, position: int, limit: int) -> bool:
    """Whether a capitalised word behind a name is no part of it: a person, a body known by itself, or beyond a gap.

    «Université de Bordeaux Manuel Castaing», «l'Agence belge de développement Enabel».
    """
    word = reading.words[position]
    if word.start - reading.words[position - 1].end > 1 or word.lower.endswith(reading.ordinal):
        return True
    known = reading.known.get(position)
    if known is not None and known.kind == "organisation" and word.start > reading.words[position - 1].end:
        return True
    if _opens_clause(reading, position):
        return True
    if reading.is_in(position, "elided") and not reading.is_capitalised(position + 1, limit):
        return True  # «… de l'Environnement L'activité»
    if reading.is_in(position, "article") and position + 1 < limit:
        after = reading.words[position + 1]
        return reading.lexicon.is_head(after.folded) or after.text.islower()  # «… des Eaux et Forêts La mise en œuvre»
    stated = reading.is_in(position - 1, "republic") and _are_unknown(reading, position, limit)
    if position > 1 and reading.is_in(position - 2, "named_after") and not reading.is_in(position - 1, "known_city"):
        return False  # «l'université Akli Mohand Oulhadj»
    return stated or opens_person(reading, position, limit)


def _opens_clause(reading: Reading, position: int) -> bool:
    """Whether a word with a capital begins the next sentence, before one in small letters: «… de la Mer Lorsque le vent»."""
    after = position + 1
    if after >= len(reading.words) or not reading.words[after].text.islower() or reading.words[position].text.isupper():
        return False
    if reading.is_in(position, "clause_opener"):
        return True
    asks = reading.words[position].lower.endswith(reading.lexicon.affixes("imperative_ending"))
    return asks and (
        reading.is_in(after, "possessive") or reading.is_in(after, "article") or reading.is_in(after, "several")
    )


def _are_unknown(reading: Reading, position: int, limit: int) -> bool:
    """Whether two capitalised words stand at an index that are no adjectives, heads or acronyms, as a person's name."""
    for index in (position, position + 1):
        if not reading.is_capitalised(index, limit) or index in reading.known:
            return False
        word = reading.words[index]
        common = reading.lexicon.is_head(word.folded) or reading.lexicon.is_function(word.lower)
        if (
            common
            or word.is_acronym
            or is_adjective(reading, index)
            or reading.lexicon.has_adjective_ending(word.lower)
        ):
            return False
    return True


def opens_person(reading: Reading, position: int, limit: int) -> bool:
    """Whether a given name with a capitalised word behind it, or behind a second given name, begins at a word."""
    if not reading.is_in(position, "first_name"):
        return False
    after = position + 1
    if after + 1 < limit and reading.words[after].text == "-" and reading.is_in(after + 1, "first_name"):
        after += 2
    return reading.is_capitalised(after, limit)


def find_closing(reading: Reading, position: int, limit: int) -> int:
    """Index behind the closing quotation mark, 0 where there is none within a few words."""
    closing = QUOTES[reading.words[position].text]
    if closing == reading.words[position].text and reading.words[position - 1].end == reading.words[position].start:
        return 0  # a straight mark that touches the word before it closes
    for end in range(position + 1, min(limit, position + _LONGEST_QUOTE)):
        if reading.words[end].text == closing:
            return end + 1 if end > position + 1 else 0
        if reading.words[end].text == "\n":
            return 0
    return 0


def _is_part_of_code(word: Word) -> bool:
    """Whether a word is a number or one capital."""
    return word.is_number or (len(word.text) == 1 and word.text.isupper())
