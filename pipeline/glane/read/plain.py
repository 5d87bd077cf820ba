"""Plain text: one file, one document, the text as it stands there."""

from __future__ import annotations

from glane.read.document import Content
from glane.read.encoding import decode

SUFFIXES = (".txt", ".text")


def read_plain(data: bytes) -> Content:
    """Read plain text.

    Raises:
        InputError: the bytes are no text.
    """
    decoded = decode(data)
    return Content(decoded.text, remarks=decoded.remarks)
