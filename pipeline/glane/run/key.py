"""Whether an input is the one that an earlier run has read."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import TYPE_CHECKING

from glane.read import Document

if TYPE_CHECKING:
    from glane.read import Failure


def key_of(item: Document | Failure) -> str:
    """Return a digest of an input: of all that is known of it, its text and its source included."""
    digest = hashlib.blake2b(type(item).__name__.encode(), digest_size=16)
    for field in dataclasses.fields(item):
        value = getattr(item, field.name)
        data = value if isinstance(value, str) else repr(value)
        # Lone surrogates pass: what is wrong with a text is told by the extraction.
        digest.update(f"\0{field.name}\0{type(value).__name__}\0{len(data)}\0".encode())
        digest.update(data.encode("utf-8", errors="surrogatepass"))
    return digest.hexdigest()


def characters_of(item: Document | Failure) -> int:
    """Return the length of an input's text in code points."""
    return len(item.text) if isinstance(item, Document) else 0
