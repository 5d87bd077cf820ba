"""The journal of an output that is being written: which block of it holds which documents."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import IO, TYPE_CHECKING, Any

from glane.read import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

JOURNAL_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Entry:
    """What came of one input.

    Attributes:
        key: digest of the input, to see whether it has changed.
        characters: length of its text in code points.
        lines: its records, a line each; empty where it failed, and where they are in the output already.
        mentions: number of mentions written, by kind.
        failure: why it gave no records, or ``None``.
    """

    key: str
    characters: int = 0
    lines: bytes = b""
    mentions: Mapping[str, int] | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive inputs whose records were written at once.

    Attributes:
        end: offset behind it in the output.
        checksum: CRC-32 of the output up to there.
        packing: state of the packing there.
        entries: of the inputs, without their lines.
        journal_end: offset behind its line in the journal.
    """

    end: int
    checksum: int
    packing: list[int]
    entries: Sequence[Entry]
    journal_end: int = 0


def write_header(journal: IO[bytes], settings: Mapping[str, str]) -> None:
    """Write the first line: what the output depends on besides its inputs."""
    journal.write(_line({"journal": JOURNAL_VERSION, **settings}))


def write_block(journal: IO[bytes], block: Block) -> None:
    """Write the line of a block."""
    entries = [
        [entry.key, entry.mentions, None if entry.failure is None else asdict(entry.failure)] for entry in block.entries
    ]
    journal.write(_line({"end": block.end, "checksum": block.checksum, "packing": block.packing, "entries": entries}))


def read_header(journal: IO[bytes]) -> dict[str, str] | None:
    """Read the first line; ``None`` where there is none, or not a whole one."""
    fields = _parse(journal.readline())
    return None if fields is None or fields.pop("journal", None) != JOURNAL_VERSION else fields


def read_blocks(journal: IO[bytes]) -> Iterator[Block]:
    """Read the blocks behind the header, up to the first line that a crash has left torn."""
    while (fields := _parse(journal.readline())) is not None:
        try:
            yield Block(
                fields["end"],
                fields["checksum"],
                fields["packing"],
                [
                    Entry(key, mentions=mentions, failure=None if failure is None else Failure(**failure))
                    for key, mentions, failure in fields["entries"]
                ],
                journal.tell(),
            )
        except (KeyError, TypeError, ValueError):
            return


def _line(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def _parse(line: bytes) -> dict[str, Any] | None:
    if not line.endswith(b"\n"):
        return None
    try:
        fields = json.loads(line)
    except ValueError:
        return None
    return fields if isinstance(fields, dict) else None
