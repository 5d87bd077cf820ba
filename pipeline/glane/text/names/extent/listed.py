"""The names that a plural head announces: «opérations X, Y et Z», «les programmes Petites rives, Bourgs fertiles et …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.nominal import read_nominal
from glane.text.names.extent.quotations import is_of_sort
from glane.text.names.extent.reading import MAX_WORDS
from glane.text.names.extent.runs import find_closing, read_run
from glane.text.names.extent.worded import closes
from glane.text.words import QUOTES

if TYPE_CHECKING:
    from glane.text.names.extent.reading import Reading

_ONE_QUOTED = 3
"""Index behind a quotation of one word, counted from its opening."""
_MOST_PARTS = 4
"""Words or complements in small letters behind the capitalised ones of a name."""
_NOUNS = frozenset({"NOUN", "ADJ"})


def read_listed(reading: Reading, begin: int) -> list[tuple[int, int]]:
    """Read the names that a plural head announces: «opérations X, Y et Z», «défis (X et Y)».

    Args:
        reading: the text.
        begin: index of the word behind the head.

    Returns:
        First and end index of each name; none where fewer than two names follow.
    """
    limit = min(len(reading.words), begin + MAX_WORDS)
    position = begin + 1 if begin < limit and reading.words[begin].text == "(" else begin
    names: list[tuple[int, int]] = []
    while position < limit:
        closing = find_closing(reading, position, limit) if reading.words[position].text in QUOTES else 0
        end = closing or _item_end(reading, position, limit)
        if end == position or _is_cut(reading, position, end, limit):
            break
        if closing == position + _ONE_QUOTED and is_of_sort(reading, position, closing):
            return []  # «des projets « pilotes » et « structurants »»
        names.append((position + 1, closing - 1) if closing else (position, end))
        position = end
        if not _separates(reading, position, limit):
            break
        position += 1
    return names if len(names) > 1 else []


def _separates(reading: Reading, position: int, limit: int) -> bool:
    return position < limit and (reading.words[position].text == "," or reading.is_in(position, "and"))


def _item_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind one name: its capitalised words, and those in small letters up to what separates it from the next."""
    run = read_run(reading, position, limit)
    known = reading.known.get(position)
    if known is not None and known.kind == "programme":
        return max(run, known.end)
    if run == position or _ends_item(reading, run, limit):
        return run
    end = _worded_item_end(reading, position, run, limit)
    return end if end > run and _ends_item(reading, end, limit) else run


def _ends_item(reading: Reading, position: int, limit: int) -> bool:
    return position >= limit or _separates(reading, position, limit) or closes(reading, position)


def _worded_item_end(reading: Reading, position: int, run: int, limit: int) -> int:
    """Index behind the words in small letters of a name: «Petites rives d'avenir», «Action montagne», «Mieux vivre»."""
    end = run
    for _ in range(_MOST_PARTS):
        part = _item_part(reading, position, end, limit)
        if part == end or _ends_item(reading, part, limit):
            return part
        end = part
    return end


def _item_part(reading: Reading, first: int, position: int, limit: int) -> int:
    """Index behind one more word, or a complement, of a name that begins at ``first``; ``position`` for none."""
    if position >= limit or position in reading.known:
        return position
    word = reading.words[position]
    if reading.is_in(position, "title_adverb"):
        return position + reading.lexicon.has_infinitive_ending(reading.words[first].lower)
    if reading.is_in(position, "of"):
        return _item_complement_end(reading, first, position, limit)
    if not word.is_word or word.is_capitalised or reading.lexicon.is_function(word.lower):
        return position
    if word.pos == "ADJ":
        agrees = not reading.lexicon.may_be_plural(word.lower) or reading.lexicon.may_be_plural(
            reading.words[position - 1].lower
        )
        return position + agrees
    leads = reading.is_in(position - 1, "leading_adjective") or reading.is_in(position - 1, "possessive")
    apposed = reading.words[position - 1].pos == "NOUN" and position - 1 == first
    return position + (word.pos == "NOUN" and (leads or apposed))


def _item_complement_end(reading: Reading, first: int, position: int, limit: int) -> int:
    """Index behind «de» with what a common noun is of; ``position`` for whose it is («Eau et Santé de la commune»)."""
    if reading.words[first].pos not in _NOUNS:
        return position
    nominal = read_nominal(reading, position + 1, limit)
    if nominal is None or nominal.kind != "noun":
        return position
    bare = reading.is_in(position, "bare_of") and not nominal.determiner
    several = reading.lexicon.may_be_plural(reading.words[first].lower)
    return nominal.end if bare or several or _separates(reading, nominal.end, limit) else position


def _is_cut(reading: Reading, position: int, end: int, limit: int) -> bool:
    """Whether but the adjective that opens a name was read, and its noun follows."""
    lone = end == position + 1 and reading.is_in(position, "leading_adjective")
    return lone and not _ends_item(reading, end, limit)
