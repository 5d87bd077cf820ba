"""A tokenizer that composes decomposed accents before the model reads them."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import spacy
from spacy.tokens import Doc

from glane.text.shadow import make_shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from spacy.vocab import Vocab

LONGEST_RUN = 500
"""Code points; a longer run without a blank is cut into pieces of this length."""

_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


class ComposingTokenizer:
    """Wraps the model's tokenizer; a text without decomposed accents is tokenised as it is.

    A text with decomposed accents (NFD) gives a `Doc` of the composed text, since the model knows no other, and
    ``doc.user_data["glane_shadow"]`` leads back to the offsets of the text as it was read.
    """

    def __init__(self, inner: Callable[[str], Doc]) -> None:
        """Wrap ``inner``."""
        self._inner = inner

    def __call__(self, text: str) -> Doc:
        """Tokenise a text."""
        shadow = make_shadow(text)
        if not shadow.starts:
            return self._tokenise(text)
        doc = self._tokenise(shadow.text)
        doc.user_data["glane_shadow"] = shadow
        return doc

    def _tokenise(self, text: str) -> Doc:
        """Tokenise, cutting runs without blanks that are longer than any word.

        spaCy takes quadratic time in the length of such a run («(((((…»).
        """
        cuts = [
            cut for run in _LONG_RUN.finditer(text) for cut in range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN)
        ]
        if not cuts:
            return self._inner(text)
        pieces = [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]
        return Doc.from_docs([self._inner(piece) for piece in pieces], ensure_whitespace=False) or self._inner("")

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:  # noqa: ARG002
        """Tokenise texts one after the other."""
        return (self(text) for text in texts)

    def __getattr__(self, name: str) -> Any:
        """Leave everything else (serialisation, rules, exceptions) to the tokenizer inside."""
        if name == "_inner":
            raise AttributeError(name)
        return getattr(self._inner, name)

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Save the tokenizer inside."""
        self._inner.to_disk(path, **kwargs)  # type: ignore[attr-defined]


class FrenchTokenizer:
    """SpaCy's tokenizer for French, made when the first text comes."""

    def __init__(self, vocab: Vocab) -> None:
        """Make it for a vocabulary."""
        self._vocab = vocab

    @cached_property
    def _inner(self) -> Callable[[str], Doc]:
        return cast("Callable[[str], Doc]", spacy.blank("fr", vocab=self._vocab).tokenizer)

    def __call__(self, text: str) -> Doc:
        """Tokenise a text."""
        return self._inner(text)

    def __getattr__(self, name: str) -> Any:
        """Leave everything else to the tokenizer inside."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._inner, name)
