"""Items of lists in a sentence: runs of capitalised words, told apart from persons and cities."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from glane.text.forms import is_row_of_letters
from glane.text.names.context import is_titled, opens_sentence, skip_bracket
from glane.text.words import SENTENCE_ENDS, is_hyphen, surface_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST = 5
_SHORTEST = 3
_FEWEST_NAMES = 2
_LONGEST_REMIT = 20
_INTRODUCING = frozenset(",(")
_SEPARATORS = frozenset(",/")
_BEHIND = frozenset(",.;()\n")


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


def read_list(
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
        if items and not item.kind and not words[item.first].text.isupper() and _is_several(words, items[0], lexicon):
            item = item._replace(kind="other")
        items.append(item)
        position = _skip_separator(words, _skip_place(words, skip_bracket(words, item.end), lexicon), lexicon)
        if not position:
            break
    return items


def _is_several(words: Sequence[Word], item: Item, lexicon: NameLexicon) -> bool:
    """Whether a name is that of several in as many towns, which then follow it: «tribunaux de Marseille, Annecy et Blois»."""
    if item.end - item.first < _SHORTEST or words[item.end - 2].lower not in lexicon.words("of"):
        return False
    head = lexicon.head_at(words, item.first)
    return head is not None and head[1].is_plural(words[item.first].lower)


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
    if position < len(words) and words[position].lower in lexicon.words("address_way"):
        return None  # «Ministère du Plan, Avenue Kaunda, Conakry»
    if _is_own_article(words, position, lexicon) and position + 1 not in known:
        end = _run_end(words, position + 1, lexicon, known)  # «avec La Réserve»
        city = surface_of(words[position:end]).lower() in lexicon.words("known_city")
        other = city or end == position + 1 or _is_other(words, position + 1, end, lexicon, people)
        return Item(position, end, "other" if other else "")
    if position + 1 < len(words) and words[position].lower in lexicon.words("one_definite"):
        word = words[position + 1]
        capitals = word.text.isupper() and word.text.isalpha() and len(word.text) >= _SHORTEST
        return Item(position + 1, position + 2, "") if capitals else None
    end = _run_end(words, position, lexicon, known)
    if end == position:
        return None
    return Item(position, end, "other" if _is_other(words, position, end, lexicon, people) else "")


def _is_own_article(words: Sequence[Word], position: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised article within a sentence opens a name: «avec La Réserve»."""
    if position + 1 >= len(words) or words[position].lower not in lexicon.words("one_definite"):
        return False
    article, noun = words[position], words[position + 1]
    beside = noun.start - article.end == 1 and noun.is_capitalised and not noun.text.isupper()
    return article.is_capitalised and article.text[1:].islower() and beside and not opens_sentence(words, position)


def _run_end(words: Sequence[Word], position: int, lexicon: NameLexicon, known: Mapping[int, tuple[int, str]]) -> int:
    """Index behind the capitalised words that begin at a word, with what foreign connectors or «du» add to them."""
    end = position
    while (
        end < len(words) and end - position < _LONGEST and end not in known and _is_part(words, position, end, lexicon)
    ):
        end += 1
        if is_hyphen(words, end) and words[end + 1].is_capitalised:
            end += 2  # «ENSA-Tanger»
        if end + 1 < len(words) and words[end].lower in lexicon.words("foreign_only") and words[end + 1].is_capitalised:
            end += 1  # «Gemeinsam für Afrika»
            while end < len(words) and words[end].lower in lexicon.words("foreign_only"):
                end += 1
    return _complement_end(words, end, lexicon) if end == position + 1 else end


def _complement_end(words: Sequence[Word], position: int, lexicon: NameLexicon) -> int:
    """Index behind what a capitalised noun is of, where that begins at a word; else the word's own.

    «Médecins du Fleuve», «Enfants du Nord», «Coup de Pouce».
    """
    noun = words[position - 1]
    index = position
    if noun.text.isupper() or index >= len(words) or words[index].text not in lexicon.words("of"):
        return position
    bare = words[index].text in lexicon.words("bare_of")
    several = noun.lower.endswith(lexicon.affixes("plain_plural_ending"))
    if not (bare or several):
        return position
    index += 1
    if index < len(words) and words[index].lower in lexicon.words("article"):
        bare = False
        index += 1
    if index >= len(words) or not (several or bare):
        return position
    word = words[index]
    if bare and word.lower in lexicon.words("known_city") and not several:
        return position  # «Michelin de Clermont»
    way = word.is_capitalised and word.lower in lexicon.words("direction") and not bare
    return index + 1 if way or _is_part(words, index, index, lexicon) else position


def _is_part(words: Sequence[Word], first: int, index: int, lexicon: NameLexicon) -> bool:
    """Whether a word belongs to a run: capitalised, one blank behind the one before, no noun that other rules read."""
    word = words[index]
    if not word.is_word or not word.is_capitalised or len(word.text) < 2 or lexicon.is_function(word.lower):
        return False
    if (index > first and word.start - words[index - 1].end != 1) or is_row_of_letters(word.text):
        return False
    if index > first and words[index - 1].lower in lexicon.words("foreign_only"):
        return True
    if word.lower in lexicon.words("direction") or word.lower in lexicon.words("legal_form"):
        return False
    if index > first and lexicon.is_head(word.folded) and _ends_run(words, index, lexicon):
        return True
    if index > first and word.lower in lexicon.words("title_noun"):
        return True  # «Horizons Femmes»
    return not (lexicon.is_head(word.folded) or lexicon.is_weak(word.folded) or _is_title(word, lexicon))


def _ends_run(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a mark or «et» stands behind a head with a capital, which then ends a name: «Terre Action, Eau Réseau et …»."""
    if words[index].lower in lexicon.words("tool"):
        return False  # «Discussion Forum, Multimedia Application»
    if words[index].is_acronym or index + 1 >= len(words):
        return not words[index].is_acronym
    return words[index + 1].text in _BEHIND or words[index + 1].lower in lexicon.words("and")


def _is_title(word: Word, lexicon: NameLexicon) -> bool:
    return any(word.lower in lexicon.words(name) for name in ("title", "personal", "person"))


def _is_other(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon, people: Collection[str]) -> bool:
    """Whether a run of capitalised words is a person or a city, or goes on as no name does."""
    span = words[first:end]
    if span[0].lower in lexicon.words("first_name") or (len(span) == 1 and span[0].lower in people):
        return True
    if len(span) == 1 and span[0].lower in lexicon.words("leading_adjective") and not span[0].text.isupper():
        return True  # «les programmes Petites rives»
    if not span[0].is_acronym and len(span) > 1 and span[1].text.isupper():
        return True  # «Boureima DIALLO»
    if " ".join(word.lower for word in span) in lexicon.words("known_city") or is_titled(words, first, lexicon):
        return True
    if is_introduced(words, first, end, lexicon) or _holds_office(words, first, end, lexicon):
        return True
    after = words[end] if end < len(words) else None
    if after is None or after.lower in lexicon.words("and"):
        return False
    return after.text in "'-" or (after.is_word and after.is_capitalised)


def is_introduced(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a post follows, so that what stands before it is a person: «X, vice-président de …», «X Y (Directeur de …)».

    Args:
        words: of the text.
        first: index of the first word of a name.
        end: index behind the last one.
        lexicon: classes of words.
    """
    if end + 1 >= len(words) or words[end].text not in _INTRODUCING:
        return False
    full = end - first >= _FEWEST_NAMES and not any(word.is_acronym for word in words[first:end])
    if words[end].text != "," and not full:
        return False  # «Nexial (gestionnaire du port)»
    return any(words[end + 1].lower in lexicon.words(name) for name in ("person", "post", "title"))


def _holds_office(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a name in small letters follows the remit of a person: «le ministre chargé du budget, Awa Ndour»."""
    if end - first < _FEWEST_NAMES or first < 1 or words[first - 1].text != ",":
        return False
    if any(word.is_acronym for word in words[first:end]):
        return False
    charged = False
    for word in reversed(words[max(0, first - _LONGEST_REMIT) : first - 1]):
        if word.text == "," or word.text in SENTENCE_ENDS:
            return False
        if charged and word.lower in lexicon.words("person"):
            return True
        charged = charged or word.lower in lexicon.words("charged")
    return False


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
        end += end < len(words) and words[end].lower in lexicon.words("also")
    return end if end > position else 0
