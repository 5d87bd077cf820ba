"""From the paths a user names to documents, one at a time, in an order that does not change."""

from __future__ import annotations

import errno
import logging
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from glane.read import jsonl, plain
from glane.read.document import Document, ErrorCode, Failure, Source, as_unicode, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

logger = logging.getLogger(__name__)

READERS: dict[str, Callable[[Source], Iterator[Document | Failure]]] = {
    **dict.fromkeys(plain.SUFFIXES, plain.read_plain),
    **dict.fromkeys(jsonl.SUFFIXES, jsonl.read_jsonl),
}
"""The reader for each file name extension."""

STDIN = "-"
STDIN_ID = "stdin"


def find_inputs(paths: Sequence[str | Path], *, exclude: Collection[Path] = ()) -> Iterator[Document | Failure]:
    """Read all documents of some files and folders, lazily.

    Args:
        paths: files, folders, or ``-`` for standard input (plain text). In a folder, the files of known types
            at any depth; a file named outright may also have no extension.
        exclude: files to leave out, as absolute paths without symbolic links.

    Yields:
        Documents, and failures in the place of those that cannot be read: the paths in their order, the files
        of a folder sorted by name.
    """
    return read_sources(find_sources(paths, exclude=exclude))


def find_sources(paths: Sequence[str | Path], *, exclude: Collection[Path] = ()) -> Iterator[Source | Failure]:
    """List the files of some paths without reading them; see ``find_inputs``."""
    for given in paths:
        name = as_unicode(str(given))
        if str(given) == STDIN:
            yield Source(STDIN_ID, STDIN, None)
            continue
        path = Path(given)
        try:
            if not str(given):
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            mode = path.stat().st_mode
        except OSError as error:
            code: ErrorCode = "not-found" if isinstance(error, FileNotFoundError) else "unreadable"
            yield Failure(as_unicode(path.stem) or None, name, code, reason(error))
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path, exclude)
        elif path.suffix.lower() in READERS or not path.suffix:
            yield Source(as_unicode(path.stem), name, path)
        else:
            known = ", ".join(READERS)
            message = f"unknown file type {path.suffix!r} (known: {known}); to read it as plain text, use '-'"
            yield Failure(as_unicode(path.stem), name, "unknown-format", as_unicode(message))


def read_sources(sources: Iterable[Source | Failure]) -> Iterator[Document | Failure]:
    """Read what ``find_sources`` listed; of several documents with one id, the first stands."""
    places: dict[str, str] = {}
    for source in sources:
        if isinstance(source, Failure):
            yield source
        elif source.path is None and STDIN_ID in places:
            yield source.fail("duplicate-id", "standard input can be read once only")
        else:
            for item in _reader(source)(source):
                if isinstance(item, Document):
                    if item.id in places:
                        message = f"its id {item.id!r} is that of {places[item.id]} already"
                        yield Failure(item.id, item.source, "duplicate-id", message)
                        continue
                    places[item.id] = item.source
                yield item


def count_documents(sources: Iterable[Source | Failure]) -> int:
    """Count what ``read_sources`` will yield, for a progress bar (files that cannot be read count as one)."""
    total = 0
    for source in sources:
        total += 1
        if isinstance(source, Source) and source.path and _reader(source) is jsonl.read_jsonl:
            try:
                total += jsonl.count_lines(source.path) - 1
            except OSError:
                continue
    return total


def _reader(source: Source) -> Callable[[Source], Iterator[Document | Failure]]:
    return READERS.get(source.path.suffix.lower() if source.path else "", plain.read_plain)


def _walk(folder: Path, exclude: Collection[Path]) -> Iterator[Source | Failure]:
    """List a folder's files, sorted by name at each level.

    Symbolic links are followed; each real folder is listed once, so that loops of links come to an end.
    """
    skipped = 0
    found = 0
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                if exclude and path.resolve() in exclude:
                    continue
                if path.suffix.lower() not in READERS or not stat.S_ISREG(status.st_mode):
                    skipped += 1
                else:
                    found += 1
                    yield Source(_id_within(folder, path), as_unicode(str(path)), path)
                continue
            if (status.st_dev, status.st_ino) in seen:
                logger.warning("%s: skipped, its folder is read already", as_unicode(str(path)))
                continue
            seen.add((status.st_dev, status.st_ino))
            # A stack: what shall come first is pushed last.
            waiting.extend(sorted(_visible(path), key=lambda entry: entry.name, reverse=True))
        except OSError as error:
            if path.suffix.lower() in READERS or path == folder or error.errno == errno.EACCES:
                source = Source(_id_within(folder, path), as_unicode(str(path)), path)
                yield source.fail("unreadable", f"cannot be read: {reason(error)}")
            else:
                skipped += 1
    if skipped:
        logger.warning("%s: %d file(s) of other types skipped", as_unicode(str(folder)), skipped)
    if not found:
        known = ", ".join(READERS)
        logger.warning("%s: no documents found (known types: %s)", as_unicode(str(folder)), known)


def _visible(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if not path.name.startswith(".")]


def _id_within(folder: Path, path: Path) -> str:
    if path == folder:
        return as_unicode(folder.name)
    return as_unicode(path.relative_to(folder).with_suffix("").as_posix())
