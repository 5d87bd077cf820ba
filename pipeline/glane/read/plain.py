"""Plain text: one file, one document."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from glane.read.document import Document, Failure, InputError, Source, reason
from glane.read.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".txt", ".text", ".md")

logger = logging.getLogger(__name__)


def read_plain(source: Source) -> Iterator[Document | Failure]:
    """Read a plain text file, or standard input, as one document."""
    try:
        data = sys.stdin.buffer.read() if source.path is None else source.path.read_bytes()
        decoded = decode(data)
    except OSError as error:
        yield source.fail("unreadable", f"cannot be read: {reason(error)}")
        return
    except InputError as error:
        yield source.fail(error.code, str(error))
        return
    for remark in decoded.remarks:
        logger.warning("%s: %s", source.name, remark)
    yield Document(id=source.id, text=decoded.text, source=source.name)
