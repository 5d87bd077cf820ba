"""The bytes of a file, unpacked, and never more of them than a bound."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import stat
import sys
import zlib
from typing import IO, TYPE_CHECKING, cast

from glane.read.document import ErrorCode, InputError, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEFAULT_MAX_SIZE = 20_000_000
"""Bytes of a document's text, unpacked, beyond which it is not read: extraction takes some 150 times as much memory."""
PACKED_SUFFIXES = (".gz", ".zst")

MAX_RATIO = 200
"""Text packs to a tenth, seldom to a fiftieth: what unpacks to more is made to fill the memory or the time."""
_FREE = 10_000_000
"""Bytes that may be unpacked before the ratio counts."""

_CHUNK = 1 << 20
_BUFFER = 1 << 16
_ZSTD_CHUNK = 1 << 10
"""Four bytes of zstd may stand for 128 KiB: this much for 32 MiB."""

_DAMAGED: ErrorCode = "damaged"
_TOO_LARGE: ErrorCode = "too-large"
_UNREADABLE: ErrorCode = "unreadable"
_MISSING: ErrorCode = "missing-extra"


def read_bytes(source: Source, max_size: int, why: str = "") -> bytes:
    """Read a whole file, or standard input, unpacked.

    Args:
        source: the file.
        max_size: how many bytes it may have.
        why: what the message about a larger one adds to that number.

    Raises:
        InputError: it is larger, is no regular file, or its packing is damaged.
        OSError: it cannot be read.
    """
    with open_source(source) as stream:
        data = bytearray()
        # One more than allowed tells that there is more.
        while chunk := stream.read(min(_CHUNK, max_size + 1 - len(data))):
            data += chunk
            if len(data) > max_size:
                raise too_large(max_size, why)
    return bytes(data)


def too_large(max_size: int, why: str = "") -> InputError:
    """Make the error about a document larger than allowed."""
    return InputError(_TOO_LARGE, f"is larger than {write_size(max_size)}{why}: raise --max-size to have it read")


def write_size(size: int) -> str:
    """Write a number of bytes as people do: ``100 MB``."""
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= unit:
            return f"{size / unit:.4g} {name}"
    return f"{size} bytes"


@contextlib.contextmanager
def open_source(source: Source) -> Iterator[IO[bytes]]:
    """Open a file, unpacked if its name says that it is packed, or standard input.

    Raises:
        InputError: it is no regular file, or what is read of it shows that its packing is damaged.
        OSError: it cannot be opened, or read.
    """
    if source.path is None:
        yield sys.stdin.buffer
        return
    with _open_regular(source.path) as file, _unpacking_errors():
        snapshot = _Snapshot(file, os.fstat(file.fileno()).st_size)
        raw = _buffered(snapshot)
        match source.path.suffix.lower():
            case ".gz":
                yield _buffered(_Unpacked(gzip.GzipFile(fileobj=raw, mode="rb"), snapshot))
            case ".zst":
                yield _buffered(_Unpacked(_Zstd(raw), snapshot))
            case _:
                yield raw


def _buffered(raw: io.RawIOBase) -> IO[bytes]:
    return cast("IO[bytes]", io.BufferedReader(raw, _BUFFER))


def _open_regular(path: Path) -> IO[bytes]:
    """Open a regular file, unbuffered; a pipe is not waited for, a device not read."""
    # The flags are those of Unix: elsewhere there is nothing to wait for.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
    stream = os.fdopen(os.open(path, flags), "rb", buffering=0)
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise InputError(_UNREADABLE, "is a pipe, a device or the like, not a file: to read from a pipe, use '-'")
    return stream


@contextlib.contextmanager
def _unpacking_errors() -> Iterator[None]:
    try:
        yield
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(_DAMAGED, f"is a damaged gzip file: {error}") from error


class _Snapshot(io.RawIOBase):
    """A file as long as it was when it was opened: one that grows faster than it is read comes to an end."""

    def __init__(self, file: IO[bytes], size: int) -> None:
        super().__init__()
        self._file = cast("io.RawIOBase", file)
        self._left = size
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed: any buffer
        found = self._file.readinto(buffer[: self._left]) or 0
        self._left -= found
        self.count += found
        return found


class _Unpacked(io.RawIOBase):
    """Passes on what is unpacked, as long as it is not absurdly more than what was packed."""

    def __init__(self, stream: io.BufferedIOBase | io.RawIOBase, packed: _Snapshot) -> None:
        super().__init__()
        self._stream = stream
        self._packed = packed
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        found = self._stream.readinto(buffer) or 0
        self._count += found
        if self._count > _FREE and self._count > MAX_RATIO * self._packed.count:
            raise InputError(_TOO_LARGE, f"unpacks to more than {MAX_RATIO} times its size: refused as a bomb")
        return found


class _Zstd(io.RawIOBase):
    """Unpacks zstd, and notices where the last frame ends early, which the library's own stream does not."""

    def __init__(self, raw: IO[bytes]) -> None:
        super().__init__()
        try:
            import zstandard
        except ImportError as error:
            raise InputError(_MISSING, "needs zstandard: pip install 'glane[zstd]'") from error
        self._error = zstandard.ZstdError
        self._decompressor = zstandard.ZstdDecompressor()
        self._frame = self._decompressor.decompressobj()
        self._raw = raw
        self._inside = False
        self._packed = b""
        self._waiting = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._waiting:
            data = self._packed or self._raw.read(_ZSTD_CHUNK)
            if not data:
                if self._inside:
                    raise InputError(_DAMAGED, "is a damaged zstd file: it ends early")
                return 0
            self._unpack(data)
        count = min(len(buffer), len(self._waiting))
        buffer[:count] = self._waiting[:count]
        self._waiting = self._waiting[count:]
        return count

    def _unpack(self, data: bytes) -> None:
        try:
            self._waiting = memoryview(self._frame.decompress(data))
        except self._error as error:
            raise InputError(_DAMAGED, f"is a damaged zstd file: {error}") from error
        self._inside = not self._frame.eof
        self._packed = self._frame.unused_data if self._frame.eof else b""
        if self._frame.eof:
            self._frame = self._decompressor.decompressobj()
