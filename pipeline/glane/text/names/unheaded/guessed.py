"""Organisations that a statistical model finds: evidence, to be cut and doubted."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from glane.text.candidate import GUESS, Candidate
from glane.text.forms import fold
from glane.text.names.context import opens_sentence
from glane.text.names.unheaded.variants import is_reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from glane.text.names.document import Document
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_INSIDE = "-&'./"
"""Marks that may stand inside a name; any other ends it."""


def guess_organisations(
    document: Document, spans: Iterable[tuple[int, int]], established: AbstractSet[str], lexicon: NameLexicon
) -> list[Candidate]:
    """Cut what a model takes for organisations to where a name can begin and end, without those that cannot be names.

    Args:
        document: with its words and definitions.
        spans: where the model's organisations begin and end.
        established: the acronyms whose definitions name something.
        lexicon: classes of words.

    Returns:
        Candidates of the lowest tier of trust.
    """
    words = document.words
    starts = [word.start for word in words]
    refused = {definition.short for definition in document.definitions} - established
    found: list[Candidate] = []
    for start, stop in spans:
        first, end = _trim(words, bisect_left(starts, start), bisect_left(starts, stop), lexicon)
        if first < end and _can_be_name(document, first, end, lexicon, refused):
            begin, close = words[first].start, words[end - 1].end
            name = fold(document.text[begin:close])
            found.append(Candidate(begin, close, "organisation", "ner:org", tier=GUESS, key=name))
    return found


def _trim(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> tuple[int, int]:
    """Leave out function words in front, cut at the first mark, then leave out function words at the end."""
    while first < end and (lexicon.is_function(words[first].lower) or not words[first].is_word):
        first += 1
    end = next((i for i in range(first, end) if not words[i].is_word and words[i].text not in _INSIDE), end)
    while first < end and (lexicon.is_function(words[end - 1].lower) or not words[end - 1].is_word):
        end -= 1
    return first, end


def _can_be_name(document: Document, first: int, end: int, lexicon: NameLexicon, refused: AbstractSet[str]) -> bool:
    """Whether what the model takes for an organisation can be one, by what is known of French texts."""
    words = document.words[first:end]
    if not words[0].is_capitalised or words[-1].end - words[0].start < 2 or document.is_shouted(words[0].start):
        return False
    if any(word.lower in lexicon.words("document") for word in (words[0], words[-1])):
        return False
    if lexicon.is_other(words[0].folded) or words[0].lower in lexicon.words("title"):
        return False
    if _follows_other(document.words, first, lexicon):
        return False
    head = lexicon.head_at(document.words, first)
    if head is not None and head[1].kind == "programme":
        return False
    opens = opens_sentence(document.words, first)
    if len(words) == 1:
        return _can_be_word(document.words, first, lexicon, refused, opens=opens)
    judged = opens and lexicon.is_head(words[0].folded)  # the grammar has seen it, and did not take it
    return not judged and (not opens or any(word.is_capitalised for word in words[1:]))


def _follows_other(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether what stands before says that it is a person's function («ministre des …») or a product («logiciel …»)."""
    before = [word.lower for word in words[max(0, first - 3) : first]]
    if not before:
        return False
    linked = before[-1] in lexicon.words("of") | lexicon.words("article")
    return before[-1] in lexicon.words("product") | lexicon.words("document") or (
        linked and not lexicon.words("title").isdisjoint(before)
    )


def _can_be_word(
    words: Sequence[Word], index: int, lexicon: NameLexicon, refused: AbstractSet[str], *, opens: bool
) -> bool:
    """Whether a single word can be a name: acronyms sooner than words that open a sentence."""
    word = words[index]
    if word.text in lexicon.stops or word.text.removesuffix("s") in lexicon.stops or word.text in refused:
        return False
    if any(c.isdigit() for c in word.text):
        return False
    if word.is_acronym:
        if is_reference(words, index, index + 1, lexicon):
            return False  # «règlement (UE) 2021/1060»
        before = words[index - 1].text if index else ""
        return not (before.isupper() and len(before) > 1)
    return word.pos in {"PROPN", "X"} and not opens
