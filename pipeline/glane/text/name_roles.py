"""Names without a noun that says what they are, where only bodies stand: agents, partners, lists of bodies."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from glane.text.candidate import EVIDENCE, GUESS, Candidate
from glane.text.name_context import is_titled, opens_sentence
from glane.text.words import find_texts, texts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glane.text.name_lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST = 5
_LONGEST_BRACKET = 8
_MOST_LEADING, _MOST_ADJECTIVES = 4, 3
_SEPARATORS = frozenset(",/")
_INTRODUCING = frozenset(":(")
_MANY = 2
_SHORTEST = 3
_PROPER = "PROPN"
_BODY, _UNDERTAKING = "organisation", "programme"


class Item(NamedTuple):
    """One of the things that a list names.

    Attributes:
        first: index of its first word.
        end: index behind its last one.
        kind: of the name that is found there already; ``other`` for persons and places, empty for what is not known.
    """

    first: int
    end: int
    kind: str


def find_role_names(
    words: Sequence[Word], lexicon: NameLexicon, known: Mapping[int, tuple[int, str]], refused: Collection[str]
) -> Iterator[Candidate]:
    """Find capitalised names that their role, or the bodies that they are listed with, makes names of bodies.

    «mis en œuvre par Ekolis», «avec l'appui de Santé Plus», «des partenaires comme Sylex et Kobani», «l'AFD, Nexial et
    la BOAD». A name that an article stands before is left to others.

    Args:
        words: of the text.
        lexicon: classes of words.
        known: by the index of a first word, the index behind the last one and the kind of what is found already.
        refused: acronyms that the document defines, as whatever.

    Yields:
        Candidates of organisations.
    """
    capitals = find_texts(words, (text for text in texts_of(words) if text[0].isupper()))
    people = find_surnames(words, capitals, lexicon)
    reached = 0
    for index in sorted({*capitals, *known}):
        if index < reached:
            continue
        items = _read_list(words, index, lexicon, known, people)
        if items:
            role, kind = _role_of(words, items[0].first, lexicon)
            kind = kind or ("" if role or _is_governed(words, items, lexicon) else _kind_of_list(words, items, lexicon))
            certain = sum(bool(item.kind) for item in items)
            alone = len(items) == 1 and words[max(0, items[0].first - 1)].text in _INTRODUCING
            for item in items if kind else ():
                strict = (not role or alone) and certain <= _MANY
                if _is_meant(words, item, lexicon, strict=strict, several=bool(role) or certain >= _MANY) and (
                    words[item.first].text not in refused
                ):
                    start, end = words[item.first].start, words[item.end - 1].end
                    yield Candidate(start, end, kind, f"context:{role or 'list'}", tier=EVIDENCE if role else GUESS)
            reached = items[-1].end


def _is_governed(words: Sequence[Word], items: Sequence[Item], lexicon: NameLexicon) -> bool:
    """Whether what is not known is the complement of something before the list: «la ville de Rochebrune et le Département»."""
    item = items[0]
    before = words[item.first - 1].lower if item.first else ""
    named = item.first > 1 and words[item.first - 2].is_capitalised  # «l'État de Vaud, l'État français et …»
    if item.kind or (len(items) > _MANY and not named):
        return False
    return any(before in lexicon.words(name) for name in ("of", "to", "in", "inside", "for"))


def _kind_of_list(words: Sequence[Word], items: Sequence[Item], lexicon: NameLexicon) -> str:
    """The kind of all that is known in a list, if it is one kind and the list is a list rather than an apposition."""
    kinds = [item.kind for item in items if item.kind]
    between = range(items[0].end, items[-1].first)
    joined = len(items) > 2 or any(words[index].lower in lexicon.words("along") for index in between)
    if not joined or len(set(kinds)) != 1 or (kinds[0] == _UNDERTAKING and len(kinds) < _MANY):
        return ""
    return kinds[0] if kinds[0] in {_BODY, _UNDERTAKING} else ""


def _is_meant(words: Sequence[Word], item: Item, lexicon: NameLexicon, *, strict: bool, several: bool) -> bool:
    """Whether an item of a list that is about bodies is a name that nobody knows yet.

    Where few bodies are sure, it is so by its letters or tags only, and several words are rather a person («la Région et
    Ambroise Delorme»).
    """
    span = words[item.first : item.end]
    if item.kind or span[0].text in lexicon.stops:
        return False
    return (several or len(span) == 1) and is_proper(span, strict=strict)


def is_proper(span: Sequence[Word], *, strict: bool) -> bool:
    """Whether words are a proper name by their letters or their tags; where they have a role, capitals do."""
    return not strict or any(word.is_acronym or word.pos == _PROPER for word in span)


def _read_list(
    words: Sequence[Word],
    index: int,
    lexicon: NameLexicon,
    known: Mapping[int, tuple[int, str]],
    people: Collection[str],
) -> list[Item]:
    """Read the list that begins at a word; it may have one item only, or none."""
    items: list[Item] = []
    position = index
    while (item := read_item(words, position, lexicon, known, people)) is not None:
        items.append(item)
        position = _skip_separator(words, _skip_place(words, _skip_bracket(words, item.end), lexicon), lexicon)
        if not position:
            break
    return items


def read_item(
    words: Sequence[Word],
    position: int,
    lexicon: NameLexicon,
    known: Mapping[int, tuple[int, str]],
    people: Collection[str],
) -> Item | None:
    """Read a name that is known, a run of capitalised words without article, or an acronym with one.

    Args:
        words: of the text.
        position: index of the first word, which may be a preposition or an article.
        lexicon: classes of words.
        known: by the index of a first word, the index behind the last one and the kind of what is found already.
        people: words of persons' names, in lower case.

    Returns:
        The item; nothing where none begins.
    """
    if position < len(words) and words[position].lower in lexicon.words("of"):
        position += 1
    if position + 1 < len(words) and words[position].lower in lexicon.words("article") and position + 1 in known:
        position += 1
    if position in known:
        return Item(position, *known[position])
    if position + 1 < len(words) and words[position].lower in lexicon.words("one_definite"):
        word = words[position + 1]
        capitals = word.text.isupper() and word.text.isalpha() and len(word.text) >= _SHORTEST
        return Item(position + 1, position + 2, "") if capitals else None
    end = position
    while (
        end < len(words) and end - position < _LONGEST and end not in known and _is_part(words, position, end, lexicon)
    ):
        end += 1
        if end + 1 < len(words) and words[end].lower in lexicon.words("foreign_only") and words[end + 1].is_capitalised:
            end += 1  # «Gemeinsam für Afrika»
            while end < len(words) and words[end].lower in lexicon.words("foreign_only"):
                end += 1
    if end == position:
        return None
    return Item(position, end, "other" if _is_other(words, position, end, lexicon, people) else "")


def _is_part(words: Sequence[Word], first: int, index: int, lexicon: NameLexicon) -> bool:
    """Whether a word belongs to a run: capitalised, one blank behind the one before, no noun that other rules read."""
    word = words[index]
    if not word.is_word or not word.is_capitalised or len(word.text) < 2 or lexicon.is_function(word.lower):
        return False
    if index > first and word.start - words[index - 1].end != 1:
        return False
    if index > first and words[index - 1].lower in lexicon.words("foreign_only"):
        return True
    if word.lower in lexicon.words("direction") or word.lower in lexicon.words("legal_form"):
        return False
    return not (lexicon.is_head(word.folded) or lexicon.is_weak(word.folded) or _is_title(word, lexicon))


def _is_title(word: Word, lexicon: NameLexicon) -> bool:
    return word.lower in lexicon.words("title") or word.lower in lexicon.words("personal")


def _is_other(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon, people: Collection[str]) -> bool:
    """Whether a run of capitalised words is a person or a city, or goes on as no name does."""
    span = words[first:end]
    if span[0].lower in lexicon.words("first_name") or (len(span) == 1 and span[0].lower in people):
        return True
    if not span[0].is_acronym and len(span) > 1 and span[1].text.isupper():
        return True  # «Boureima DIALLO»
    if " ".join(word.lower for word in span) in lexicon.words("known_city") or is_titled(words, first, lexicon):
        return True
    if _is_introduced(words, end, lexicon):
        return True
    after = words[end] if end < len(words) else None
    if after is None or after.lower in lexicon.words("and"):
        return False
    return after.text in "'-" or (after.is_word and after.is_capitalised)


def _is_introduced(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether a post follows behind a comma, so that what stands before it is a person: «X, vice-président de …»."""
    if end + 1 >= len(words) or words[end].text != ",":
        return False
    return any(words[end + 1].lower in lexicon.words(name) for name in ("person", "post", "title"))


def find_surnames(words: Sequence[Word], capitals: Sequence[int], lexicon: NameLexicon) -> frozenset[str]:
    """Words of persons' names in the text, in lower case: behind a title or a given name, or before another such word."""
    people: set[str] = set()
    for index, following in pairwise(capitals):
        word, after = words[index], words[following]
        if following == index + 1 and after.is_word and after.start - word.end == 1:
            if word.lower in lexicon.words("first_name") or word.lower in lexicon.words("personal"):
                people.add(after.lower)
            elif not after.text.isupper() and not lexicon.is_head(after.folded):
                people.add(word.lower)
    return frozenset(people)


def _skip_bracket(words: Sequence[Word], position: int) -> int:
    """The index behind a short bracket that stands at a word, such as an acronym or a share; else the word's own."""
    if position < len(words) and words[position].text == "(":
        for end in range(position + 1, min(len(words), position + _LONGEST_BRACKET)):
            if words[end].text == ")":
                return end + 1
    return position


def _skip_place(words: Sequence[Word], position: int, lexicon: NameLexicon) -> int:
    """The index behind «à» and a capitalised word, where an item of a list is; else the same."""
    if position + 1 < len(words) and words[position].lower in lexicon.words("to_alone"):
        return position + 2 if words[position + 1].is_capitalised else position
    return position


def _skip_separator(words: Sequence[Word], position: int, lexicon: NameLexicon) -> int:
    """The index behind what separates two items; 0 where nothing does."""
    end = position
    if end < len(words) and words[end].text in _SEPARATORS:
        end += 1
    if end < len(words) and words[end].lower in lexicon.words("and"):
        end += 1
    return end if end > position else 0


def _role_of(words: Sequence[Word], first: int, lexicon: NameLexicon) -> tuple[str, str]:
    """What stands before a name says of it: its role (``agent``, ``partner``, ``listed`` …) and its kind, or nothing."""
    if first and words[first - 1].lower in lexicon.words("one_definite") - lexicon.words("of"):
        first -= 1
    if first == 0 or (opens_sentence(words, first) and words[first - 1].text != ":"):
        return "", ""
    link, index = words[first - 1], first - 2
    if index >= 0 and link.lower in lexicon.words("by"):
        return ("agent", _BODY) if _is_deed(words, index, lexicon) else ("", "")
    before = [words[i].lower for i in range(index, max(-1, index - 2), -1)]
    if link.lower in lexicon.words("with"):
        return ("partner", _BODY) if any(word in lexicon.words("joint") for word in before) else ("", "")
    if link.lower in lexicon.words("bare_of"):
        if any(word in lexicon.words("support") for word in before):
            return "support", _BODY
        return ("belonging", _BODY) if any(word in lexicon.words("owned") for word in before) else ("", "")
    return _introduced_as(words, first, lexicon)


def _is_deed(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a participle that bodies are the agents of stands at a word, or before «en» and a noun («mis en œuvre»)."""
    if index >= 2 and words[index - 1].lower in lexicon.words("in"):
        index -= 2
    return _stem(words[index].lower) in {_stem(form) for form in lexicon.words("deed")}


def _stem(participle: str) -> str:
    return participle.rstrip("es").rstrip("é")


def _introduced_as(words: Sequence[Word], first: int, lexicon: NameLexicon) -> tuple[str, str]:
    """The role and the kind that a noun for several gives the names it leads to: «des acteurs comme …», «Partenaires : …»."""
    index, least = first - 1, max(-1, first - 1 - _MOST_LEADING)
    while index > least and (words[index].lower in lexicon.words("such_as") or words[index].text in _INTRODUCING):
        index -= 1
    if index < first - 1 and words[index].lower in lexicon.words("to_alone"):
        index -= 1  # «à savoir»
    direct = index == first - 1
    if direct and (not words[index].text.islower() or lexicon.is_function(words[index].lower)):
        return "", ""
    if index > 0 and words[index].text == ",":
        index -= 1  # «des prestataires, notamment …»
    for word in reversed(words[max(0, index - _MOST_ADJECTIVES) : index + 1]):
        if not word.is_word:
            break
        if word.lower in lexicon.words("actors"):
            return "listed", _BODY
        if word.lower in lexicon.words("undertakings"):
            return "listed", _UNDERTAKING
        if word.is_capitalised:
            break
    return "", ""
