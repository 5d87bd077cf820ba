"""The bytes of an output, made a block at a time, so that another process can go on behind any block."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Packing(Protocol):
    """How lines become the bytes of a file.

    Attributes:
        head: what the file begins with.
        state: what must be known to go on behind the last block, in JSON's types.
    """

    @property
    def head(self) -> bytes: ...  # noqa: D102
    @property
    def state(self) -> list[int]: ...  # noqa: D102

    def pack(self, lines: bytes) -> bytes:
        """Make the next block."""

    def tail(self) -> bytes:
        """Make what the file ends with."""


class Plain:
    """Lines as they are."""

    head = b""

    def __init__(self, state: Sequence[int] = ()) -> None:
        """Begin; there is no state to go on from."""
        self.state = list(state)

    def pack(self, lines: bytes) -> bytes:
        """Return them."""
        return lines

    def tail(self) -> bytes:
        """Return nothing."""
        return b""


class Gzip:
    """One gzip member (RFC 1952). Each block is flushed to a whole byte and looks back at no other block."""

    # Deflate, no flags, no time, no extra flags, unknown system: the same records give the same bytes.
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"

    def __init__(self, state: Sequence[int] = (0, 0)) -> None:
        """Begin, or go on from the checksum and the length of what was packed before."""
        self._checksum, self._length = state

    @property
    def state(self) -> list[int]:
        """Checksum and length of the lines so far: the member ends with them."""
        return [self._checksum, self._length]

    def pack(self, lines: bytes) -> bytes:
        """Compress some lines by themselves."""
        self._checksum = zlib.crc32(lines, self._checksum)
        self._length += len(lines)
        deflate = _deflate()
        return deflate.compress(lines) + deflate.flush(zlib.Z_FULL_FLUSH)

    def tail(self) -> bytes:
        """End the stream with an empty last block."""
        return _deflate().flush() + struct.pack("<II", self._checksum, self._length & 0xFFFF_FFFF)


def packing_for(path: Path, state: Sequence[int] | None = None) -> Packing:
    """Return the packing that a file's name asks for, at its beginning or behind a block."""
    kind = Gzip if path.suffix == ".gz" else Plain
    return kind() if state is None else kind(state)


def _deflate() -> zlib._Compress:
    return zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
