"""Names of bodies that are what they stand for, of two nouns or more without an article: «Mer Vivante», «Action Rivoles».

No French phrase begins so: what acts without an article, or is headed by somebody, is a body or a person, and no person is
called by such a noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.context import opens_sentence
from glane.text.names.used.predicates import does_as_body
from glane.text.words import find_capitals

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_FEWEST, _LONGEST = 2, 4
_OPENING = frozenset("\n.!?")
_NOT_FIRST = (
    "course",
    "document",
    "event",
    "product",
    "month",
    "direction",
    "geo",
    "place",
    "first_name",
    "title",
    "personal",
)
_NOT_IN = ("title", "personal", "person", "post", "document", "month")


def find_mottoes(words: Sequence[Word], lexicon: NameLexicon, known: Collection[int]) -> Iterator[Candidate]:
    """Find bodies that such a name is of: the subject of a sentence, or what somebody is at the head of.

    Args:
        words: of the text.
        lexicon: classes of words.
        known: offsets of words that are, or begin, names already, countries among them.

    Yields:
        Candidates of organisations.
    """
    for first in find_capitals(words):
        if not _opens_motto(words, first, lexicon):
            continue
        headed = first > 0 and (_is_headed(words, first, lexicon) or _is_quoted(words, first, lexicon))
        if not (headed or (opens_sentence(words, first) and (first == 0 or words[first - 1].text in _OPENING))):
            continue
        end = _run_end(words, first, lexicon, known)
        if end - first < _FEWEST or end >= len(words):
            continue
        if headed or (words[end].text.islower() and does_as_body(words, end, lexicon)):
            yield Candidate(words[first].start, words[end - 1].end, "organisation", "context:motto", tier=EVIDENCE)


def _opens_motto(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a common noun that bodies are called by stands at a word, with another capitalised word right behind it."""
    word, after = words[first], first + 1
    if after >= len(words) or not (words[after].is_capitalised and words[after].is_word and word.text[1:].islower()):
        return False
    if words[after].start - word.end != 1 or lexicon.is_other(word.folded):
        return False
    if lexicon.is_head(word.folded) and word.lower not in lexicon.words("motto_head"):
        return False
    if not (word.lower in lexicon.words("title_noun") or word.lower.endswith(lexicon.affixes("motto_ending"))):
        return False
    return not any(word.lower in lexicon.words(name) for name in _NOT_FIRST)


def _is_headed(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether «de» leads from a noun in small letters for who heads a body: «la directrice de», «le chef d'»."""
    if first < _FEWEST or words[first - 1].lower not in lexicon.words("bare_of"):
        return False
    noun = words[first - 2]
    return noun.text.islower() and (noun.lower in lexicon.words("heading") or noun.lower in lexicon.words("leader"))


def _is_quoted(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether what stands before a name makes it who says something: «selon Mer Vivante»."""
    before = words[first - 1].lower
    return before in lexicon.words("agent") and before not in lexicon.words("by")


def _run_end(words: Sequence[Word], first: int, lexicon: NameLexicon, known: Collection[int]) -> int:
    """Index behind the capitalised words that begin at a word, one blank apart; ``first`` where they make no name."""
    end = first
    while end < len(words) and words[end].is_word and words[end].is_capitalised and words[end].start not in known:
        if end > first and words[end].start - words[end - 1].end != 1:
            break
        if lexicon.is_function(words[end].lower) or any(words[end].lower in lexicon.words(name) for name in _NOT_IN):
            return first
        end += 1
        if end - first > _LONGEST:
            return first
    joined = end < len(words) and (words[end].text in "-'&" or words[end].is_capitalised)
    return first if joined else end
