"""What is done with a document, here or in a worker process."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from glane.run.documents import failure_of, try_extract, try_extract_together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language

    from glane.read import Document, Failure
    from glane_records.models import Record

T = TypeVar("T")

KEPT_WORDS = 20_000
"""New words that the pipeline may keep for good: some 8 MB. The common words of a language come early."""
ZONE = 1_000_000
"""Code points after which the words that came later are let go."""


class Extraction(Generic[T]):
    """Extracts from one document after the other, in memory that does not grow with their number.

    spaCy keeps every word it has seen. glane makes no `Doc` but those of the statistical model, which looks after its own
    words; this is for pipelines with a component that wants one. The first words are kept, since common words come early;
    what comes later lives in a memory zone. So nothing of the pipeline's may be kept from one document to the next but
    records.
    """

    def __init__(
        self,
        nlp: Language,
        render: Callable[[list[Record]], T],
        load: Callable[[], Language] | None = None,
    ) -> None:
        """Take the pipeline.

        Args:
            nlp: the pipeline, which nothing else uses in the meantime.
            render: makes of the records what is wanted.
            load: makes the pipeline again, in a process that cannot share it.
        """
        self._nlp = nlp
        self._render = render
        self._load = load
        self._zone = contextlib.ExitStack()
        self._known = _count_words(nlp)
        self._read = 0

    def __call__(self, document: Document) -> T | Failure:
        """Extract from a document; what goes wrong is a ``Failure``."""
        self._bound_memory(len(document.text))
        return self._rendered(document, try_extract(document, self._nlp))

    def together(self, documents: Sequence[Document]) -> Iterator[T | Failure]:
        """Extract from several short documents, which are read at once, in less time; what comes of each is the same."""
        self._bound_memory(sum(len(document.text) for document in documents))
        for document, found in zip(documents, try_extract_together(documents, self._nlp), strict=True):
            yield self._rendered(document, found)

    def close(self) -> None:
        """Let go of the words of the last documents."""
        self._zone.close()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle how the pipeline is made, not the pipeline."""
        if self._load is None:
            message = "a pipeline cannot be sent to another process: leave it out, and each process loads its own"
            raise TypeError(message)
        return partial(_load_again, self._render, self._load), ()

    def _rendered(self, document: Document, found: list[Record] | Failure) -> T | Failure:
        if not isinstance(found, list):
            return found
        try:
            return self._render(found)
        except Exception as error:
            return failure_of(document, error)

    def _bound_memory(self, characters: int) -> None:
        self._read += characters
        if self._read < ZONE:
            return
        self._read = 0
        self._zone.close()
        if _count_words(self._nlp) - self._known > KEPT_WORDS:
            self._zone.enter_context(self._nlp.memory_zone())


def _load_again(render: Callable[[list[Record]], T], load: Callable[[], Language]) -> Extraction[T]:
    return Extraction(load(), render, load)


def _count_words(nlp: Language) -> int:
    return len(nlp.vocab)
