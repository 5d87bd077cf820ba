"""What a statistical model says of a document, as far as it has been asked."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, Protocol

from glane.components.windows import make_windows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from glane.components.windows import Window
    from glane.text.words import Word

_AHEAD = 1
"""How many words behind a wanted one are tagged with it: a phrase that goes on asks for them next."""

_SUPPOSED = "ADJ"
"""What a reading without tags is told: behind an adjective phrases go on, so that it asks for what comes next too."""

_AROUND = 4
"""Words around a wanted one that the recogniser reads for certain, since names have several."""


class Span(NamedTuple):
    """An entity of the model: offsets in the shadow, and its label."""

    start: int
    end: int
    label: str


class Reader(Protocol):
    """A statistical model, as `glane.components.model.StatisticalModel`."""

    def tag(self, texts: Sequence[Sequence[Word]]) -> Iterator[list[str]]:
        """Give the part of speech of each word of some texts."""

    def recognise(self, texts: Sequence[Sequence[Word]]) -> Iterator[list[tuple[int, int, str]]]:
        """Find first index, end index and label of the entities of some texts."""


class Evidence:
    """Asks a model about words, many at once, and keeps what it said.

    Tags are got when a word is first asked for its own (`Word.pos`). One call for a few words is dear; so those who
    know what they will ask have it read before (`tag`, `rehearse`), those who know it early with what is asked next
    (`foresee`). What is said does not depend on that.
    """

    def __init__(self, words: Sequence[Word], model: Reader | None = None) -> None:
        """Have ``model`` asked about ``words``; without one, tags and entities are what somebody else put there."""
        self._words = words
        self._model = model
        self._starts: list[int] = []
        self._noted: set[int] | None = None
        self._foreseen: set[int] = set()
        self._recognised: set[int] = set()
        self.entities: list[Span] = []
        if model is not None:
            self._starts = [word.start for word in words]
            for word in words:
                word.tag, word.tagger = None, self._give_tag

    def _give_tag(self, word: Word) -> str:
        index = bisect_left(self._starts, word.start)
        if self._noted is not None:
            self._noted.add(index)
            return _SUPPOSED
        self.tag([index])
        return word.tag or ""

    def foresee(self, reading: Callable[[], object]) -> None:
        """Go through a reading without tags; the words that it asks for are tagged in the next call of the model."""
        if self._model is None:
            return
        self._noted = set()
        try:
            reading()
        finally:
            self._foreseen |= self._noted
            self._noted = None

    def rehearse(self, reading: Callable[[], object]) -> None:
        """Go through a reading without tags, and tag at once the words that it asks for."""
        self.foresee(reading)
        self.tag(())

    def tag(self, indices: Iterable[int]) -> None:
        """Tag words, with what stands right behind them, and the words foreseen."""
        self._foreseen.update(indices)
        tag_foreseen([self])

    def _ask(self) -> tuple[list[int], list[Window]]:
        """Say which of the words foreseen have no tag yet, and the stretches in which they are to be read."""
        wanted = [index for index in self._foreseen if self._words[index].tag is None]
        self._foreseen.clear()
        return wanted, list(make_windows(self._words, wanted, after=_AHEAD))

    def _note(self, wanted: Sequence[int], windows: Sequence[Window], answers: Iterator[list[str]]) -> None:
        for window in windows:
            tags = next(answers)
            for index in range(window.sure_first, window.sure_end):
                self._words[index].tag = tags[index - window.first]
        for index in wanted:
            if self._words[index].tag is None:  # no tagger, or a line end
                self._words[index].tag = ""

    def recognise(self, indices: Iterable[int]) -> None:
        """Find the entities that stand at some words, and add them to `entities`."""
        if self._model is None:
            return
        wanted = [index for index in indices if index not in self._recognised]
        windows = list(make_windows(self._words, wanted, _AROUND, _AROUND))
        found = set(self.entities)
        for window, spans in zip(windows, self._model.recognise([self._cut(w) for w in windows]), strict=True):
            self._recognised.update(range(window.sure_first, window.sure_end))
            for first, end, label in spans:
                start, stop = self._words[window.first + first].start, self._words[window.first + end - 1].end
                found.add(Span(start, stop, label))
        self.entities = sorted(found)

    def _cut(self, window: Window) -> Sequence[Word]:
        return self._words[window.first : window.end]


def tag_foreseen(several: Iterable[Evidence]) -> None:
    """Tag the words foreseen in several documents in one call of their model.

    Args:
        several: the evidence of each document; that without a model is passed over.
    """
    asking = [(one, one._model, *one._ask()) for one in several if one._model is not None]
    if not asking:
        return
    model = asking[0][1]
    answers = model.tag([one._cut(window) for one, _, _, windows in asking for window in windows])
    for one, _, wanted, windows in asking:
        one._note(wanted, windows, answers)
