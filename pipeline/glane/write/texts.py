"""The texts that offsets count in, as files: ``--keep-text``."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import quote

from glane.write.atomic import OutputError, open_atomic, output_errors

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".txt"

_FILES = (SUFFIX, ".ann", ".conf")
"""Ends of the names of files, here or beside annotations: no folder's name may be one of theirs."""

_MAX_PART = 200
_MAX_NAME = 1_000
"""Bytes; file systems allow 255 and some 4,000."""


def text_name(document: str) -> str:
    """Return the name, without ``.txt``, under which a document's text is kept: its id where that names a file.

    No two ids have one name, and none leads out of a folder. What is no part of a path (``..``, an empty part, a
    control character, a hidden name, ``%``) has the whole id written as in a URL; what is too long, its digest.
    """
    parts = document.split("/")
    if all(_is_plain(part) for part in parts) and not any(part.endswith(_FILES) for part in parts[:-1]):
        name = document
    else:
        # What a URL leaves as it is are letters, digits and _.-~; a point in front would hide the file.
        name = quote(document, safe="", errors="replace")
        name = f"%2E{name[1:]}" if name.startswith(".") else name
    if len(name.encode()) <= _MAX_NAME and all(len(part.encode()) <= _MAX_PART for part in name.split("/")):
        return name
    return f"%-{hashlib.sha256(document.encode()).hexdigest()}"


def _is_plain(part: str) -> bool:
    return bool(part) and part[0] != "." and part.isprintable() and not any(char in part for char in '%\\:*?"<>|')


def keep_text(folder: Path, document: str, text: str) -> None:
    """Write a document's text to its place in a folder: UTF-8, nothing changed, whole or not at all.

    Raises:
        OutputError: it cannot be written, or its place is outside the folder (by a symbolic link in it).
    """
    path = folder / f"{text_name(document)}{SUFFIX}"
    with output_errors(str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.resolve().is_relative_to(folder.resolve()):
            message = f"{path}: cannot be written: it leads out of {folder}"
            raise OutputError(message)
        with open_atomic(path) as stream:
            stream.write(text.encode("utf-8"))
