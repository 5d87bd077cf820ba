"""A file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class OutputError(Exception):
    """An output that cannot be written: the message is one line, ``file: why``."""


@contextlib.contextmanager
def output_errors(name: str) -> Iterator[None]:
    """Turn an ``OSError`` about an output into an ``OutputError``; a closed pipe stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"{name}: cannot be written: {error.strerror or error}"
        raise OutputError(message) from error


@contextlib.contextmanager
def open_atomic(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing under a temporary name beside it; give it its name at the end.

    If the block is left by an exception (``KeyboardInterrupt`` too), the temporary file is removed, and what
    stood under the name before stands there still. A target that is no regular file (a device, a pipe) is
    written directly.

    Raises:
        OSError: it cannot be written.
    """
    target = path.resolve()  # replaces what a symbolic link points to, not the link
    if target.exists() and not target.is_file():
        with _closing(target.open("wb")) as stream:  # a folder is refused here
            yield stream
        return
    temporary = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.tmp")
    try:
        with _closing(temporary.open("xb")) as stream:  # honours the umask, which tempfile does not
            if target.exists():
                temporary.chmod(target.stat().st_mode & 0o7777)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


@contextlib.contextmanager
def open_target(path: Path | None) -> Iterator[IO[bytes]]:
    """Open what a command writes as a whole: a file as `open_atomic` does, or for ``None`` standard output.

    Raises:
        OutputError: it cannot be written; an ``OSError`` that the block raises becomes one too.
        BrokenPipeError: the reader of standard output has gone.
    """
    if path is None:
        with output_errors("standard output"):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    with output_errors(str(path)), open_atomic(path) as stream:
        yield stream


@contextlib.contextmanager
def _closing(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Close a stream at the end. After an error, closing may fail too (full disk): the first error stands."""
    try:
        yield stream
    except BaseException:
        with contextlib.suppress(OSError):
            stream.close()
        raise
    stream.close()


def sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the file system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
