"""What stands around a capitalised word and tells what it names: a body, a person, a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import ROMAN, SENTENCE_ENDS, is_hyphen, is_joint, surface_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_BEFORE_OPENING = SENTENCE_ENDS | frozenset(':•-–—*·»"')
_DASHES = frozenset("–—")
_ELIDED = 2
"""Letters of an elided article with its apostrophe."""
_LONGEST_CHAIN = 16
_MOST_FILLERS = 5
_LONGEST_NUMBER = 2
_LONGEST_RUN = 4
"""Capitalised words before what ends a name."""
_ARTICLED = 2
"""Words of a noun with its article."""
_LONGEST_BRACKET = 8
_LONGEST_UNIT = 7
"""Words of «unité nationale de coordination et de gestion»."""
_LONGEST_CLAUSE = 20


def opens_sentence(words: Sequence[Word], first: int) -> bool:
    """Whether a word opens a sentence, a line or a list item: its capital then says little."""
    if first == 0 or words[first - 1].text in _BEFORE_OPENING:
        return first == 0 or not (_opens_quotation(words, first - 1) or _is_prefixed(words, first))
    # «(iii) Organisation du travail»: what numbers an item of a list within a sentence
    return words[first - 1].text == ")" and first >= 3 and words[first - 3].text == "(" and _numbers(words[first - 2])


def _opens_quotation(words: Sequence[Word], mark: int) -> bool:
    """Whether a straight mark opens a quotation, as it touches the word behind it alone: «le "Programme des crues"»."""
    behind = mark + 1 < len(words) and words[mark].end == words[mark + 1].start
    apart = mark == 0 or words[mark - 1].end < words[mark].start or not words[mark - 1].text[-1].isalnum()
    return words[mark].text == '"' and behind and apart


def _numbers(word: Word) -> bool:
    return word.is_number or len(word.text) == 1 or set(word.lower) <= set("ivx")


def _is_prefixed(words: Sequence[Word], first: int) -> bool:
    """Whether a hyphen joins a word to one in small letters before it: «l'ex-Office des sels»."""
    return is_hyphen(words, first - 1) and words[first - 2].text.islower()


def years_at(words: Sequence[Word], index: int) -> str:
    """Return the word at an index, or the two years there with the dash that stands between them: «2022–2026»."""
    if index >= len(words):
        return ""
    if words[index].is_number and is_joint(words, index + 1) and words[index + 1].text in _DASHES:
        return surface_of(words[index : index + 3])
    return words[index].text


def is_among_capitals(words: Sequence[Word], index: int) -> bool:
    """Whether the word before one, or what an elided one stands behind, is in capitals too: «PORTÉ PAR LA VILLE»."""
    before = list(words[max(0, index - 2) : index])
    if before and len(before[-1].text) == _ELIDED and not before[-1].text.isalpha():
        before.pop()
    return bool(before) and len(before[-1].text) > 1 and before[-1].text.isupper() and before[-1].text.isalpha()


def is_person(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether words are a person's name by what stands around: a title, perhaps before others in a list, or a first name.

    «M. Dassault», «messieurs Lejeune, Michelin et Renault», «Vincent Bolloré», «Cisco Otero».

    Args:
        words: of the text.
        first: index of the first word.
        end: index behind the last one.
        lexicon: classes of words.
    """
    if is_titled(words, first, lexicon):
        return True
    before = words[first - 1] if first else None
    if before is not None and is_name_word(before, lexicon) and not before.is_acronym and _touch(words, first - 1):
        return not opens_sentence(words, first - 1) or before.lower in lexicon.words("title")
    return goes_on(words, end, lexicon)


def goes_on(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether a further capitalised word follows a name, which is then part of another one: «Cisco Otero»."""
    after = words[end] if end < len(words) else None
    return after is not None and is_name_word(after, lexicon) and not after.is_acronym and _touch(words, end - 1)


def is_titled(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a person's title stands before a word, or before the names that it is listed with."""
    for index in range(first - 1, max(-1, first - _LONGEST_CHAIN), -1):
        word = words[index]
        if word.lower in lexicon.words("personal"):
            return True
        if not (word.text in {",", ".", "-"} or word.lower in lexicon.words("and") or is_name_word(word, lexicon)):
            return False
    return False


def is_place(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a word is a place by what stands before it: «à Douma», «la place du Louvre»."""
    index = first - 1
    if index >= 0 and words[index].lower in lexicon.words("in") | lexicon.words("to_alone"):
        return True
    while index >= max(0, first - 2) and words[index].lower in lexicon.words("of") | lexicon.words("article"):
        index -= 1
    if index >= 0 and words[index].lower in lexicon.words("inside"):
        return True
    return index >= 0 and words[index].lower in lexicon.words("geo")


def is_undertaking(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether something is said of a word that only undertakings have: «dans le cadre du X», «le volet agricole de la X»."""
    before = index - 1
    if before >= 0 and words[before].lower in lexicon.words("article"):
        before -= 1
    if before < 1 or words[before].lower not in lexicon.words("of") - lexicon.words("of_several"):
        return False  # «au titre des CEE»: a kind
    if _is_managed(words, before, lexicon):
        return True
    nouns = words[before - 2 : before] if before > 1 and words[before - 1].pos == "ADJ" else words[before - 1 : before]
    return any(word.lower in lexicon.words("undertaking") for word in nouns)


def _is_managed(words: Sequence[Word], link: int, lexicon: NameLexicon) -> bool:
    """Whether «du» leads from the unit that an undertaking is run by: «l'unité de gestion du X», «la cellule technique du X»."""
    index = link - 1
    if words[index].lower not in lexicon.words("managing") or words[link].lower not in lexicon.words("masculine"):
        return False
    least = max(0, link - _LONGEST_UNIT)
    while index > least and (
        words[index].lower in lexicon.words("managing")
        or words[index].lower in lexicon.words("bare_of")
        or words[index].lower in lexicon.words("and")
    ):
        index -= 1
    return words[index].lower in lexicon.words("managing_unit")


def is_carried_out(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether a name is the subject of what happens to undertakings only: «le X a démarré», «le X est financé par …».

    Args:
        words: of the text.
        end: index behind the name.
        lexicon: classes of words.
    """
    passive = False
    fillers = lexicon.words("filler") | lexicon.words("have")
    for index in range(end, min(len(words), end + _MOST_FILLERS)):
        word = words[index].lower
        if word in lexicon.words("happens") or (passive and word in lexicon.words("undergone")):
            own = index + 1 < len(words) and words[index + 1].lower in lexicon.words("possessive")
            return not own  # «la DTA a démarré ses travaux»
        passive = passive or word in lexicon.words("passive")
        if not (word in fillers or word in lexicon.words("passive")):
            return False
    return False


def skip_funding(words: Sequence[Word], end: int, lexicon: NameLexicon) -> int:
    """The index behind a clause that says by whom a name is carried out: «le X, mis en œuvre par la GIZ, …».

    Args:
        words: of the text.
        end: index behind the name.
        lexicon: classes of words.

    Returns:
        ``end`` where no such clause follows.
    """
    if end + 2 >= len(words) or words[end].text != "," or words[end + 1].lower not in lexicon.words("funded"):
        return end
    agent = False
    for index in range(end + 2, min(len(words), end + _LONGEST_CLAUSE)):
        agent = agent or words[index].lower in lexicon.words("by")
        if words[index].text == "," and agent:
            return index + 1
    return end


def read_numbered_acronym(words: Sequence[Word], opening: int) -> tuple[int, int] | None:
    """First and end index of the acronym with a number that a bracket begins with: «(PGEP II, 2021-2026)», «(3 FPT)».

    Args:
        words: of the text.
        opening: index of the opening bracket.

    Returns:
        The indices; nothing where something else stands there. A year numbers no acronym («MPD 2020» is a source).
    """
    first = opening + 1
    if first + 2 >= len(words) or words[opening].text != "(":
        return None
    name, number = words[first], words[first + 1]
    if name.is_number:
        name, number = number, name
    small = (number.text.isdigit() and len(number.text) <= _LONGEST_NUMBER) or set(number.text) <= ROMAN
    apart = words[first + 1].start - words[first].end <= 1
    return (first, first + 2) if name.is_acronym and small and apart and words[first + 2].text in ",)" else None


def behind_article(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Index of a word, or of the one behind it where it is an article.

    Args:
        words: of the text.
        index: of the word; may be that behind the last.
        lexicon: classes of words.
    """
    return index + (index < len(words) and words[index].lower in lexicon.words("article"))


def skip_bracket(words: Sequence[Word], position: int) -> int:
    """The index behind a short bracket that stands at a word, such as an acronym or a share; else the word's own."""
    if position < len(words) and words[position].text == "(":
        for end in range(position + 1, min(len(words), position + _LONGEST_BRACKET)):
            if words[end].text == ")":
                return end + 1
    return position


def owner_link(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int | None:
    """Index of the «de» that leads to an owner, an article between them or not: «le fonds de la Banque mondiale».

    Args:
        words: of the text.
        first: index of the owner's first word.
        lexicon: classes of words.

    Returns:
        The index, never that of the text's first word; ``None`` where something else stands before the owner.
    """
    if first < 2:
        return None
    link = first - 1 - (words[first - 1].lower in lexicon.words("article"))
    return link if link and words[link].lower in lexicon.words("of") else None


def governing_noun(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    """Index of the capitalised noun that a name is the definite complement of: «les Amis de la Terre», «Écho des Mornes».

    Args:
        words: of the text.
        first: index of the first word of what is known to end a name.
        lexicon: heads and classes of words.

    Returns:
        The index; ``first`` where none stands there, but a post («le Directeur de la Velmora SA») or another head.
    """
    link = owner_link(words, first, lexicon)
    if link is None or link < _ARTICLED or (link == first - 1 and words[link].lower in lexicon.words("bare_of")):
        return first
    noun = words[link - 1]
    known = any(noun.lower in lexicon.words(name) for name in ("person", "post", "document"))
    if known or lexicon.is_head(noun.folded) or noun.is_acronym or not is_name_word(noun, lexicon):
        return first
    return link - 1 if words[link - 2].lower in lexicon.words("definite") else first


def run_before(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Index of the first of the capitalised words right before a word, one blank between each two.

    Args:
        words: of the text.
        index: of the word that they stand before.
        lexicon: classes of words.

    Returns:
        The index; the word's own where no such word stands before it.
    """
    first = index
    while first > 0 and index - first < _LONGEST_RUN and is_name_word(words[first - 1], lexicon):
        if words[first].start - words[first - 1].end != 1:
            break
        first -= 1
    return first


def is_name_word(word: Word, lexicon: NameLexicon) -> bool:
    """Whether a word can be part of a person's or a company's name."""
    return word.is_word and word.is_capitalised and len(word.text) > 1 and not lexicon.is_function(word.lower)


def _touch(words: Sequence[Word], index: int) -> bool:
    """Whether one blank stands between a word and the next."""
    return words[index + 1].start - words[index].end == 1
