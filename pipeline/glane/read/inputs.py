"""From the paths a user names to documents, one at a time, in an order that does not change."""

from __future__ import annotations

import errno
import logging
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from glane.read import jsonl
from glane.read.contained import DEFAULT_SECONDS, read_contained
from glane.read.document import Document, ErrorCode, Failure, InputError, Source, as_unicode, reason
from glane.read.formats import KNOWN, PLAIN, Format, format_of, has_suffix, parse, split_name
from glane.read.opening import DEFAULT_MAX_SIZE, read_bytes, too_large, write_size

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

logger = logging.getLogger(__name__)

STDIN = "-"
STDIN_ID = "stdin"


def find_inputs(
    paths: Sequence[str | Path],
    *,
    exclude: Collection[Path] = (),
    max_size: int = DEFAULT_MAX_SIZE,
    seconds: float = DEFAULT_SECONDS,
) -> Iterator[Document | Failure]:
    """Read all documents of some files and folders, lazily.

    Args:
        paths: files, folders, or ``-`` for standard input (plain text). In a folder, the files of known types
            at any depth; a file named outright may also have no extension.
        exclude: files and folders to leave out, as absolute paths without symbolic links.
        max_size: how many bytes a document's text may have, unpacked.
        seconds: of processor time that reading a file may take, where it is more than decoding.

    Yields:
        Documents, and failures in the place of those that cannot be read: the paths in their order, the files
        of a folder sorted by name.
    """
    return read_sources(find_sources(paths, exclude=exclude), max_size=max_size, seconds=seconds)


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
        elif format_of(path) or not has_suffix(path):
            yield Source(as_unicode(split_name(path)[0]), name, path)
        else:
            stem, suffix = split_name(path)
            message = f"unknown file type {suffix!r} (known: {KNOWN}); to read it as plain text, use '-'"
            yield Failure(as_unicode(stem), name, "unknown-format", as_unicode(message))


def read_sources(
    sources: Iterable[Source | Failure], *, max_size: int = DEFAULT_MAX_SIZE, seconds: float = DEFAULT_SECONDS
) -> Iterator[Document | Failure]:
    """Read what ``find_sources`` listed; of several documents with one id, the first stands."""
    places: dict[str, str] = {}
    for source in sources:
        if isinstance(source, Failure):
            yield source
        elif source.path is None and STDIN_ID in places:
            yield source.fail("duplicate-id", "standard input can be read once only")
        else:
            for item in read_source(source, max_size=max_size, seconds=seconds):
                if isinstance(item, Document):
                    if item.id in places:
                        what = "id" if holds_many(source) else "name"
                        message = (
                            f"its id {item.id!r} is that of {places[item.id]} already: give one of them another {what}"
                        )
                        yield Failure(item.id, item.source, "duplicate-id", message)
                        continue
                    places[item.id] = item.source
                yield item


def read_source(
    source: Source, *, max_size: int = DEFAULT_MAX_SIZE, seconds: float = DEFAULT_SECONDS
) -> Iterator[Document | Failure]:
    """Read one file, or standard input: the documents in it, and a failure for each that cannot be read."""
    one = _format(source)
    if one.read is None:
        yield from jsonl.read_jsonl(source, max_size)
    else:
        yield _read_whole(source, one, max_size, seconds)


def holds_many(source: Source) -> bool:
    """Whether a source is a file of any number of documents, whose ids its name does not say."""
    return _format(source).read is None


def count_documents(sources: Iterable[Source | Failure]) -> int:
    """Count what ``read_sources`` will yield, for a progress bar.

    Files that cannot be read count as one, and so do files of JSON lines that are packed.
    """
    total = 0
    for source in sources:
        total += 1
        if isinstance(source, Source) and source.path and source.path.suffix.lower() in jsonl.SUFFIXES:
            try:
                total += jsonl.count_lines(source.path) - 1
            except OSError:
                continue
    return total


def _format(source: Source) -> Format:
    return (format_of(source.path) if source.path else None) or PLAIN


def _read_whole(source: Source, one: Format, max_size: int, seconds: float) -> Document | Failure:
    limit = int(max_size * one.share)
    most = f", the most for {one.name} where --max-size is {write_size(max_size)}" if limit != max_size else ""
    try:
        data = read_bytes(source, limit, most)
        content = read_contained(one, data, seconds=seconds) if one.contained else parse(one, data)
        if len(content.text) > max_size:
            raise too_large(max_size, " in text")
    except OSError as error:
        return source.fail("unreadable", f"cannot be read: {reason(error)}")
    except InputError as error:
        return source.fail(error.code, str(error))
    for remark in content.remarks:
        logger.warning("%s: %s", source.name, remark)
    return Document(
        id=source.id,
        text=content.text,
        date=content.date,
        title=content.title,
        source=source.name,
        metadata=content.metadata,
        pages=content.pages,
    )


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
            if exclude and path.resolve() in exclude:
                continue
            if not stat.S_ISDIR(status.st_mode):
                if not format_of(path) or not stat.S_ISREG(status.st_mode):
                    skipped += 1
                    continue
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
            if format_of(path) or path == folder or error.errno == errno.EACCES:
                source = Source(_id_within(folder, path), as_unicode(str(path)), path)
                found += 1  # as far as one can see
                yield source.fail("unreadable", f"cannot be read: {reason(error)}")
            else:
                skipped += 1
    if skipped:
        logger.warning("%s: %d file(s) of other types skipped", as_unicode(str(folder)), skipped)
    if not found:
        logger.warning("%s: no documents found (known types: %s)", as_unicode(str(folder)), KNOWN)


def _visible(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if not path.name.startswith(".")]


def _id_within(folder: Path, path: Path) -> str:
    if path == folder:
        return as_unicode(folder.name)
    return as_unicode(path.with_name(split_name(path)[0]).relative_to(folder).as_posix())
