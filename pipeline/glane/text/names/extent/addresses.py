"""What stands behind a name and is no part of it: its address, a partner behind «&», the number of a heading."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from glane.text.words import ROMAN, indexed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_DASHES = frozenset("–—-")
_AND = "&"
_LONGEST_PARTNER = 4


def find_limits(words: Sequence[Word], lexicon: NameLexicon) -> list[int]:
    """Return the indices of the words that `name_limit` looks at, in order: few of a text, and asked for behind each head."""
    ways = lexicon.words("address_way")
    known = indexed(words)
    capitals = [index for index in known.capitals if words[index].text[0] in ROMAN or words[index].lower in ways]
    return sorted({*capitals, *known.places.get(_AND, ())})


def name_limit(words: Sequence[Word], begin: int, limit: int, lexicon: NameLexicon, limits: Sequence[int]) -> int:
    """Where a name must have ended: before an address, or before «&» and a company.

    Args:
        words: the words of the text.
        begin: index of the word behind the head.
        limit: index that the name does not go beyond anyhow.
        lexicon: classes of words.
        limits: from `find_limits`.

    Returns:
        The index; ``limit`` where nothing of the kind follows.
    """
    if begin < limit and _numbers_heading(words, begin):
        return begin
    for index in limits[bisect_right(limits, begin) : bisect_left(limits, limit)]:
        if _opens_address(words, index, limit, lexicon):
            return index - (words[index - 1].text == ",")
        if _numbers_heading(words, index):
            return index
        if words[index].text == _AND and _is_partner(words, begin, index, limit, lexicon):
            return index
    return limit


def _opens_address(words: Sequence[Word], index: int, limit: int, lexicon: NameLexicon) -> bool:
    """Whether a way with a capital and its name stand right behind a name: «, Avenue Kaunda», «Rue du Marché»."""
    way, before = words[index], words[index - 1]
    if not way.is_capitalised or way.lower not in lexicon.words("address_way"):
        return False
    apart = before.text == ","
    if not apart and (not before.is_word or lexicon.is_function(before.lower)):
        return False
    name = index + 1
    while name < limit and (words[name].lower in lexicon.words("of") or words[name].lower in lexicon.words("article")):
        name += 1
    named = name < limit and words[name].is_capitalised
    sure = apart or name > index + 1 or way.lower not in lexicon.words("doubtful_way")
    return named and sure


def _numbers_heading(words: Sequence[Word], index: int) -> bool:
    """Whether a Roman number belongs to the next heading: «I. – Comité exécutif II. – Direction»."""
    if words[index].text[0] not in ROMAN:
        return False
    dash = index + 1 + (index + 1 < len(words) and words[index + 1].text == ".")
    numeral = words[index].text.rstrip(".")
    dotted = dash > index + 1 or words[index].text.endswith(".")
    return dotted and dash < len(words) and words[dash].text in _DASHES and bool(numeral) and set(numeral) <= ROMAN


def _is_partner(words: Sequence[Word], begin: int, index: int, limit: int, lexicon: NameLexicon) -> bool:
    """Whether a company of its own follows «&» behind a name with a complement: «Ministère des Sports & Agora Consulting»."""
    if not any(word.lower in lexicon.words("of") for word in words[begin:index]):
        return False
    end = index + 1
    while end < min(limit, index + 1 + _LONGEST_PARTNER) and words[end].is_word and words[end].is_capitalised:
        end += 1
    last = words[end - 1].lower
    return end > index + 2 and (last in lexicon.words("partner_tail") or last in lexicon.words("legal_form"))
