"""A file that one process at a time may write."""

from __future__ import annotations

import contextlib
import os
from importlib.util import find_spec
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


LOCKS = find_spec("fcntl") is not None
"""Whether the system has such locks: Windows has none."""


class LockedError(Exception):
    """Another process holds the file."""


def open_locked(path: Path) -> IO[bytes]:
    """Open a file for reading and writing, made empty if there is none, and lock it until it is closed.

    The lock ends with the process, however that ends, and child processes do not inherit it. Where the system has no
    such locks (``LOCKS``, and some network drives), there is none.

    Raises:
        LockedError: another process has it locked.
        OSError: it cannot be opened.
    """
    while True:
        stream = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
        try:
            _lock(stream)
            # Whoever held it before may have given it its final name in the meantime: then it is no longer ours.
            if _is_at(stream, path):
                return stream
        except BaseException:
            stream.close()
            raise
        stream.close()


def _lock(stream: IO[bytes]) -> None:
    if not LOCKS:
        return
    import fcntl

    try:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        raise LockedError from error
    except OSError:
        return


def _is_at(stream: IO[bytes], path: Path) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(stream.fileno()), path.stat())
    return False
