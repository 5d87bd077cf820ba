"""Titles that no head noun opens, where only undertakings stand: «dans le cadre du Grand Transfert d'eau»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.rules.names import HeadRow
from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.extent.phrase import read_phrase
from glane.text.names.extent.reading import Reading
from glane.text.names.foreign import is_foreign_thing
from glane.text.words import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Known
    from glane.text.words import Word

_TITLE = HeadRow(id="context:title", forms=("title",), kind="programme", subtype="programme", lower="never")
"""What a title is read as: the noun that opens it is in no table."""

_PEOPLE = ("title", "personal", "first_name", "person")
_PLACES = ("known_city", "direction", "geo", "place", "level")
_NO_TITLE = (*_PEOPLE, *_PLACES, "document", "event", "portfolio", "product")
_FEWEST = 2
_SPELT = 4
"""Letters of one word that may be an undertaking's name."""
_PROPER = "PROPN"


def find_titles(words: Sequence[Word], lexicon: NameLexicon, known: Mapping[int, Known]) -> Iterator[Candidate]:
    """Find titles behind what is said of undertakings: two capitalised words, or one with a complement.

    Args:
        words: of the text.
        lexicon: classes of words.
        known: names of the knowledge base, countries, and blockers, by index of their first word.

    Yields:
        Candidates of undertakings.
    """
    reading = Reading(words, lexicon, known)
    for index in lexicon.find_class(words, "carried_out"):
        first = _title_after(words, index, lexicon)
        noun = first + (first < len(words) and words[first].lower in lexicon.words("front_adjective"))
        if not first or noun >= len(words) or not _opens_title(words[noun], lexicon) or noun in known:
            continue
        phrase = read_phrase(reading, noun, noun + 1, _TITLE, capital=True)
        capitals = sum(word.is_capitalised for word in words[first : phrase.end])
        titled = phrase.end > noun + 1 and (phrase.complements or capitals >= _FEWEST)
        single = phrase.end == noun + 1 and (
            _is_of_stage(words, index, noun, lexicon) or _is_framed(words, index, noun, lexicon)
        )
        if (titled or single) and not is_foreign_thing(words[first : phrase.end], lexicon):
            start, end = words[first].start, words[phrase.end - 1].end
            yield Candidate(start, end, "programme", _TITLE.id, tier=EVIDENCE, subtype=_TITLE.subtype)


def _is_of_stage(words: Sequence[Word], stage: int, name: int, lexicon: NameLexicon) -> bool:
    """Whether one proper word is what has a phase, of which a verb says something: «la première phase de Salama a»."""
    ranked = (
        stage > 0
        and words[stage - 1].lower in lexicon.words("rank_word")
        and words[stage].lower in lexicon.words("stage")
    )
    if not ranked or name + 1 >= len(words) or words[name].pos != _PROPER:
        return False
    return words[name + 1].pos in VERBS and words[name - 1].lower in lexicon.words("bare_of")


def _is_framed(words: Sequence[Word], index: int, name: int, lexicon: NameLexicon) -> bool:
    """Whether one proper word without an article has what undertakings alone have: «dans le cadre de Kalimo,»."""
    word, after = words[name], words[name + 1] if name + 1 < len(words) else None
    if words[index].lower not in lexicon.words("framework") or name != index + _FEWEST or word.pos != _PROPER:
        return False
    if after is None or len(word.text) < _SPELT or word.text.isupper():
        return False
    return after.is_break or after.pos in VERBS or after.text == "("


def _title_after(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Index of the capitalised word behind «du», «de la», «de»; 0 where none stands."""
    position = index + 1
    if position >= len(words) or words[position].lower not in lexicon.words("one_of"):
        return 0
    if words[index].lower in lexicon.words("plaza") and words[index - 1].lower not in lexicon.words("in"):
        return 0  # «la place du Château d'Eau», but «la mise en place du Grand Transfert»
    position += 1
    if position < len(words) and words[position].lower in lexicon.words("one_definite"):
        position += 1
    return position if position < len(words) and words[position].is_capitalised else 0


def _opens_title(word: Word, lexicon: NameLexicon) -> bool:
    """Whether a word can open a title: a capitalised noun that is no head, nor a document, a person or a place."""
    if not word.is_word or not word.is_capitalised or word.text.isupper() or lexicon.is_function(word.lower):
        return False
    if lexicon.is_head(word.folded) or lexicon.is_other(word.folded) or lexicon.is_weak(word.folded):
        return False
    return not any(word.lower in lexicon.words(name) for name in _NO_TITLE)
