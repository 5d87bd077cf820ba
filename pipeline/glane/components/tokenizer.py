"""A tokenizer that composes decomposed accents before the model reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glane.text.shadow import make_shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from spacy.tokens import Doc


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
            return self._inner(text)
        doc = self._inner(shadow.text)
        doc.user_data["glane_shadow"] = shadow
        return doc

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
