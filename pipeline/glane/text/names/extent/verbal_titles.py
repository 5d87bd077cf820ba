"""Where a name ends that is a clause: «programme Mieux vivre», «opération Sauver la Venne»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.nominal import read_nominal

if TYPE_CHECKING:
    from glane.text.names.extent.reading import Reading

_MOST_PARTS = 3


def is_verbal(reading: Reading, position: int, limit: int) -> bool:
    """Whether an infinitive begins at a word, perhaps behind «bien» or «mieux»."""
    following = position + 1
    if reading.is_in(position, "before_verb"):
        return following < limit and _is_infinitive(reading, following)
    return _is_infinitive(reading, position)


def _is_infinitive(reading: Reading, position: int) -> bool:
    word = reading.words[position]
    if reading.is_in(position, "title_verb"):
        return True
    return word.pos == "VERB" and len(word.lower) > 4 and reading.lexicon.has_infinitive_ending(word.lower)


def clause_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind an infinitive with its adverbs, its object, and what is joined to it: «Lire et faire lire»."""
    end = position + 1 + reading.is_in(position, "before_verb")
    for _ in range(_MOST_PARTS):
        part = _clause_part(reading, end, limit)
        if part == end:
            break
        end = part
    return end


def _clause_part(reading: Reading, position: int, limit: int) -> int:
    """Index behind one part of a clause; ``position`` for none."""
    if position >= limit:
        return position
    if reading.is_in(position, "title_adverb"):
        return position + 1
    if reading.is_in(position, "and") and position + 1 < limit and _is_infinitive(reading, position + 1):
        causes = position + 2 < limit and _is_infinitive(reading, position + 2)
        return position + 2 + causes
    linked = reading.is_in(position, "title_link") or reading.is_in(position, "possessive")  # «Réussir sa rentrée»
    nominal = read_nominal(reading, position + linked, limit)
    if nominal is None or nominal.kind != "noun" or (nominal.proper and not is_title_noun(reading, nominal.end - 1)):
        return position
    if not (linked or nominal.determiner) or (linked and stands_apart_at(reading, position + 1)):
        return position
    return nominal.end


def stands_apart_at(reading: Reading, position: int) -> bool:
    """Whether a noun without an article makes an adverb with the preposition before it: «en faveur», «à terme»."""
    return any(reading.is_in(position, name) for name in ("adverbial", "possessor", "settled"))


def is_title_noun(reading: Reading, position: int) -> bool:
    """Whether a word is a noun that titles are made of."""
    return reading.is_in(position, "title_noun")
