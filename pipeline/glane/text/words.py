"""Words of a text, as the grammars of names read them, and where some of them stand; `glane.text.split` gives them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import chain, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, KeysView, Sequence

    from glane.text.forms import Form

_START, _END = attrgetter("start"), attrgetter("end")

BREAKS = frozenset(",;:().!?…\n")
SENTENCE_ENDS = frozenset(".;!?\n")
QUOTES = {"«": "»", "“": "”", '"': '"'}
"""Opening quotation marks and what closes them."""
CLOSING_QUOTES = frozenset(QUOTES.values())
BULLETS = frozenset("-–—•·*")
"""Signs that open the items of lists."""
ROMAN = frozenset("IVX")
"""Letters of the small numbers in Roman numerals."""

PARTICIPLE = "PART"
"""Our tag for a past participle, which may stand in a name; ``VERB`` is left for the other forms."""

VERBS = frozenset({"VERB", "AUX"})
"""Tags of verbs, but for past participles."""


class Word:
    """One word at its place.

    Attributes:
        start: offset of its first code point in the shadow text.
        end: offset behind its last one.
        tag: its Universal POS tag (`PARTICIPLE` for participles), empty where nothing tags it, ``None`` where
            ``tagger`` has not been asked yet; `pos` asks.
        tagger: what gives the tag.

    The other attributes are those of its `Form`, copied since they are read all the time.
    """

    __slots__ = (
        "end",
        "folded",
        "is_acronym",
        "is_capitalised",
        "is_number",
        "is_word",
        "lower",
        "parts",
        "start",
        "tag",
        "tagger",
        "text",
    )

    def __init__(self, start: int, form: Form) -> None:
        """Put a form at an offset, without a tag."""
        (
            self.text,
            self.lower,
            self.folded,
            self.parts,
            self.is_capitalised,
            self.is_acronym,
            self.is_word,
            self.is_number,
            _,
        ) = form
        self.start = start
        self.end = start + len(self.text)
        self.tag: str | None = ""
        self.tagger: Callable[[Word], str] | None = None

    @property
    def pos(self) -> str:
        """Universal POS tag (`PARTICIPLE` for participles); empty where nothing tags it."""
        if self.tag is None:
            return self.tagger(self) if self.tagger is not None else ""
        return self.tag

    @property
    def is_alphabetic(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()

    @property
    def is_break(self) -> bool:
        """Whether it ends a clause, a sentence or a line."""
        return self.text in BREAKS


def surface_of(words: Sequence[Word]) -> str:
    """Write words as they stand, one blank where there is any."""
    text = words[0].text
    for before, word in pairwise(words):
        text += (" " if word.start > before.end else "") + word.text
    return text


class Words(list[Word]):
    """The words of a text, in order.

    Most scans over a text ask for a few forms only: they look at each form once, rather than at each word.

    Attributes:
        places: the indices of the words of each form, by its text.
        openings: the texts of the forms, by the first of their folded parts.
        capitals: the indices of the words that begin with a capital letter.
        joined: whether some words have lost points, so that they stand otherwise in the text: «D.C.S.P.».
    """

    __slots__ = ("_ends", "_irregular", "_starts", "capitals", "joined", "openings", "places")

    def __init__(self, words: Iterable[Word] = ()) -> None:
        """Take words in the order of their text."""
        super().__init__(words)
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        self.capitals: list[int] = []
        for index, word in enumerate(self):
            self.places[word.text].append(index)
            if word.is_capitalised:
                self.capitals.append(index)
        self.openings: defaultdict[str, list[str]] = defaultdict(list)
        for text, indices in self.places.items():
            parts = self[indices[0]].parts
            if parts:
                self.openings[parts[0]].append(text)
        self.joined = False
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._irregular: list[str] = []

    @property
    def irregular(self) -> list[str]:
        """The texts of the forms that are not small letters only; noted when they are first asked for."""
        if not self._irregular:
            self._irregular = [text for text in self.places if not (text.islower() and text.isalpha())]
        return self._irregular

    @property
    def starts(self) -> list[int]:
        """The offset of each word, noted when it is first asked for: rules look up each candidate."""
        if not self._starts:
            self._starts = [word.start for word in self]
        return self._starts

    @property
    def ends(self) -> list[int]:
        """The offset behind each word, noted as well."""
        if not self._ends:
            self._ends = [word.end for word in self]
        return self._ends


def beginning_at(words: Sequence[Word], offset: int) -> int | None:
    """Return the index of the word that begins at an offset; ``None`` where none does."""
    index = first_from(words, offset)
    return index if index < len(words) and words[index].start == offset else None


def ending_at(words: Sequence[Word], offset: int) -> int | None:
    """Return the index of the word that ends at an offset; ``None`` where none does."""
    index = bisect_left(words.ends, offset) if isinstance(words, Words) else bisect_left(words, offset, key=_END)
    return index if index < len(words) and words[index].end == offset else None


def first_from(words: Sequence[Word], offset: int) -> int:
    """Return the index of the first word that begins at an offset or behind it; ``len(words)`` where none does."""
    return bisect_left(words.starts, offset) if isinstance(words, Words) else bisect_left(words, offset, key=_START)


def is_joint(words: Sequence[Word], index: int) -> bool:
    """Whether a mark touches the words on both sides, as a hyphen inside a name does."""
    if not 0 < index < len(words) - 1:
        return False
    return words[index - 1].end == words[index].start and words[index].end == words[index + 1].start


def is_hyphen(words: Sequence[Word], index: int) -> bool:
    """Whether a hyphen joins the words on both sides."""
    return is_joint(words, index) and words[index].text == "-"


def indexed(words: Sequence[Word]) -> Words:
    """Return words with their index, which those of a text have already."""
    return words if isinstance(words, Words) else Words(words)


def find_capitals(words: Sequence[Word]) -> list[int]:
    """Return the indices of the words that begin with a capital letter, in order."""
    return indexed(words).capitals


def find_texts(words: Sequence[Word], texts: Iterable[str]) -> list[int]:
    """Return the indices of the words that stand as one of some texts, in order."""
    places = indexed(words).places
    return sorted(chain.from_iterable(places.get(text, ()) for text in texts))


def find_openings(words: Sequence[Word], parts: KeysView[str]) -> list[int]:
    """Return the indices of the words whose first folded part is among some, in order."""
    known = indexed(words)
    found = [known.places[text] for part in known.openings.keys() & parts for text in known.openings[part]]
    return sorted(chain.from_iterable(found))


def tag_words(words: Sequence[Word], tags: Iterable[tuple[int, int, str]]) -> None:
    """Give words the tag of the token that begins in them, else of the one that covers them.

    Args:
        words: from `split_words`.
        tags: ``(start, end, pos)`` of a tagger's tokens, in order, offsets in the same text.
    """
    tokens = iter(tags)
    current = next(tokens, None)
    for word in words:
        while current is not None and current[1] <= word.start:
            current = next(tokens, None)
        if current is not None and current[0] < word.end:
            word.tag = current[2]
