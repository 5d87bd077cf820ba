"""The texts that records speak of, found again and checked."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from glane.read.document import Document, Failure
from glane.read.inputs import find_inputs

if TYPE_CHECKING:
    from pathlib import Path


class TextError(ValueError):
    """A text that is missing, or is not the one the records were made from: the message is one line."""


class Texts:
    """Texts by document id, read as ``glane extract`` reads them."""

    def __init__(self, path: Path) -> None:
        """Read a folder, or one file (of JSON lines too)."""
        self.name = str(path)
        self._texts: dict[str, str] = {}
        self._by_digest: dict[str, str] = {}
        self._failures: dict[str, str] = {}
        for found in find_inputs([path]):
            if isinstance(found, Document):
                self._texts[found.id] = found.text
                self._by_digest.setdefault(digest_of(found.text), found.text)
            elif isinstance(found, Failure) and found.id is not None:
                self._failures.setdefault(found.id, found.message)

    def get(self, document: str) -> str | None:
        """Return the text with an id, whatever records say of it; nothing where there is none."""
        return self._texts.get(document)

    def find(self, document: str, sha256: str | None = None) -> str:
        """Return the text of a document.

        Args:
            document: its id. Where the records were made from a folder above or below this one, ids differ:
                a text with the right digest is taken whatever its id.
            sha256: digest that its text must have, from the document record; ``None``: it is not known.

        Raises:
            TextError: there is no such text, or it has changed since the records were made.
        """
        if sha256 is not None and sha256 in self._by_digest:
            return self._by_digest[sha256]
        text = self._texts.get(document)
        if text is None:
            why = self._failures.get(document)
            reason = f"cannot be read: {why}" if why else "is missing"
            msg = f"{self.name}: the text of {document!r} {reason}"
            raise TextError(msg)
        if sha256 is not None:
            msg = (
                f"{self.name}: the text of {document!r} is not the one the records were made from "
                f"(sha256 {digest_of(text)[:12]}…, the records say {sha256[:12]}…)"
            )
            raise TextError(msg)
        return text


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text as UTF-8, as document records hold it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
