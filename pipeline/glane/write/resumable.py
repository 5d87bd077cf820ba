"""An output that appears whole or not at all, and that another run can go on with.

Until it is whole it is called ``OUT.part``, and ``OUT.part.journal`` says which inputs are in it. Both grow a block at a
time: the block reaches the disk before its line in the journal, so that what the journal says is true whenever the
process, or the machine, dies. Blocks end by what is in them, not by the clock: a run that goes on writes the same bytes.
"""

from __future__ import annotations

import contextlib
import logging
import os
import zlib
from typing import IO, TYPE_CHECKING

from glane.write import journal
from glane.write.atomic import OutputError, output_errors, sync_folder
from glane.write.failures import failures_path, write_failures
from glane.write.journal import Block, Entry
from glane.write.locked import LOCKS, LockedError, open_locked
from glane.write.packing import packing_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from glane.read import Failure

logger = logging.getLogger(__name__)

BLOCK_BYTES = 500_000
"""A block ends behind the input with which its lines reach this size …"""
BLOCK_CHARACTERS = 200_000
"""… or its texts this length, a few seconds of work: what a crash can cost."""


class SettingsError(Exception):
    """An earlier run was done with other settings: the message says which."""


def part_path(output: Path) -> Path:
    """Return the name of an output that is not yet whole."""
    return output.with_name(f"{output.name}.part")


def journal_path(output: Path) -> Path:
    """Return the name of the journal of an output that is not yet whole."""
    return output.with_name(f"{output.name}.part.journal")


def files_of(output: Path) -> set[Path]:
    """Return all files that a run with this output writes, with links followed."""
    target = output.resolve()
    return {target, failures_path(target), part_path(target), journal_path(target)}


class ResumableOutput:
    """Writes what came of the inputs, in their order; made by ``open_resumable``.

    Attributes:
        worth_keeping: whether a later run can go on with what is written.
        untouched: whether what an earlier run has left is as it was.
        finished: whether the output has its name.
    """

    def __init__(self, target: Path, name: str, settings: Mapping[str, str], part: IO[bytes], notes: IO[bytes]) -> None:
        """Write to open files: the part of the output, and its journal. ``name`` stands in errors."""
        self._target = target
        self._name = name
        self._settings = settings
        self._part = part
        self._journal = notes
        self._packing = packing_for(target)
        self._pending: list[Entry] = []
        self._pending_bytes = 0
        self._pending_characters = 0
        self._checksum = 0
        self.worth_keeping = False
        self.untouched = True
        self.finished = False

    def recorded(self) -> Iterator[Block]:
        """Read what an earlier run has written, block by block, up to the first that is not whole."""
        self._part.seek(0)
        end = checksum = 0
        for block in journal.read_blocks(self._journal):
            checksum = zlib.crc32(self._part.read(block.end - end), checksum)
            end = block.end
            if checksum != block.checksum or self._part.tell() != end:
                logger.warning("%s.part: not as its journal says: done anew from there on", self._name)
                return
            yield block

    def go_on(self, last: Block | None) -> None:
        """Go on behind a block, and cut off what lies behind it; ``None`` for the beginning."""
        if last is None:
            self.begin()
            return
        self.untouched = False
        self._packing = packing_for(self._target, last.packing)
        self._checksum = last.checksum
        self.worth_keeping = True
        with output_errors(self._name):
            _cut(self._journal, last.journal_end)  # first, since it must never speak of what is not there
            _cut(self._part, last.end)

    def begin(self) -> None:
        """Begin anew: nothing of an earlier run is kept."""
        self._packing = packing_for(self._target)
        self._checksum = 0
        self.worth_keeping = self.untouched = False
        with output_errors(self._name):
            _cut(self._journal, 0)
            _cut(self._part, 0)
            journal.write_header(self._journal, self._settings)
            self._journal.flush()
            self._append(self._packing.head)

    def would_lose(self) -> bool:
        """Whether finishing it without a record would put nothing in the place of something."""
        empty = packing_for(self._target)
        with output_errors(self._name):
            return self._target.is_file() and self._target.stat().st_size > len(empty.head + empty.tail())

    def write(self, entry: Entry) -> None:
        """Write what came of one input.

        Raises:
            OutputError: the disk takes no more.
        """
        self._pending.append(entry)
        self._pending_bytes += len(entry.lines)
        self._pending_characters += entry.characters
        if self._pending_bytes >= BLOCK_BYTES or self._pending_characters >= BLOCK_CHARACTERS:
            self._end_block()

    def finish(self, failures: Sequence[Failure]) -> None:
        """Give the output its name, and write the list of failures beside it.

        Raises:
            OutputError: the disk takes no more.
        """
        if self._pending:
            self._end_block()
        with output_errors(self._name):
            self._append(self._packing.tail())
            os.fsync(self._part.fileno())
        write_failures(self._target, failures)
        with output_errors(self._name), _let_go(self._journal, self._part):
            part_path(self._target).replace(self._target)
        with output_errors(self._name):
            journal_path(self._target).unlink(missing_ok=True)
        self.finished = True
        sync_folder(self._target.parent)

    def abandon(self, *, keep: bool) -> None:
        """Leave off: keep what is written for a later run, or remove it."""
        with _let_go(self._journal, self._part):
            for path in () if keep else (journal_path(self._target), part_path(self._target)):
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)

    def _end_block(self) -> None:
        packed = self._packing.pack(b"".join(entry.lines for entry in self._pending))
        with output_errors(self._name):
            self._append(packed)
            os.fsync(self._part.fileno())
            block = Block(self._part.tell(), self._checksum, self._packing.state, self._pending)
            journal.write_block(self._journal, block)
            self._journal.flush()
            os.fsync(self._journal.fileno())
        self.worth_keeping = True
        self._pending = []
        self._pending_bytes = self._pending_characters = 0

    def _append(self, data: bytes) -> None:
        self._part.write(data)
        self._part.flush()
        self._checksum = zlib.crc32(data, self._checksum)


@contextlib.contextmanager
def _let_go(*streams: IO[bytes]) -> Iterator[None]:
    """Close files: behind what gives them other names or none, so that no other run takes them up in between."""
    try:
        if not LOCKS:  # nobody is kept away anyhow, and Windows renames and removes no open file
            _close(streams)
        yield
    finally:
        _close(streams)


def _close(streams: Sequence[IO[bytes]]) -> None:
    for stream in streams:
        with contextlib.suppress(OSError):  # a full disk is told by what came before
            stream.close()


def _cut(stream: IO[bytes], end: int) -> None:
    stream.seek(end)
    stream.truncate()


@contextlib.contextmanager
def open_resumable(target: Path, settings: Mapping[str, str], *, resume: bool) -> Iterator[ResumableOutput]:
    """Open an output; the block must end with ``finish``, else the output is abandoned.

    What was written so far is then removed, but what an earlier run has left, and this one did not touch, stays. Where an
    exception ends the block, what was written is kept for a later run with ``resume``, or where the disk is full; the
    exception gets a note that says so.

    Args:
        target: the file to write, ``.jsonl`` or ``.jsonl.gz``.
        settings: what the records depend on besides the inputs.
        resume: whether to go on with what an earlier run has left; ``recorded`` then gives it.

    Raises:
        OutputError: it cannot be written, or another run is writing it.
        SettingsError: what is to be resumed was done with other settings.
    """
    name = str(target)
    target = target.resolve()  # replaces what a symbolic link points to, not the link
    with output_errors(name):
        try:
            part, notes = _open_files(target)
        except LockedError as error:
            message = f"{name}: another run is writing it"
            raise OutputError(message) from error
    output = ResumableOutput(target, name, settings, part, notes)
    try:
        output.worth_keeping = resume  # until it is known, nothing is thrown away
        if not _can_go_on(part, notes, name, settings, resume=resume):
            output.begin()
        yield output
    except BaseException as error:
        keep = output.worth_keeping and (resume or isinstance(error, OutputError))
        output.abandon(keep=keep)
        if keep:
            error.add_note(f"what is done is kept in {part_path(target).name}, and --resume goes on with it")
        raise
    if not output.finished:
        output.abandon(keep=output.untouched)


def _open_files(target: Path) -> tuple[IO[bytes], IO[bytes]]:
    """Open the part, locked, and its journal; where that fails, nothing is left of what was not there before."""
    part = open_locked(part_path(target))
    try:
        if target.exists():
            part_path(target).chmod(target.stat().st_mode & 0o7777)
        return part, os.fdopen(os.open(journal_path(target), os.O_RDWR | os.O_CREAT, 0o666), "r+b")
    except BaseException:
        empty = not os.fstat(part.fileno()).st_size
        with _let_go(part), contextlib.suppress(OSError):
            if empty:
                part_path(target).unlink()
        raise


def _can_go_on(part: IO[bytes], notes: IO[bytes], name: str, settings: Mapping[str, str], *, resume: bool) -> bool:
    """Whether there is something to go on with; the journal is left at its first block."""
    before = journal.read_header(notes)
    if before is None:
        if os.fstat(part.fileno()).st_size:
            lack = "cannot be used" if os.fstat(notes.fileno()).st_size else "is missing"
            logger.warning("%s: begun anew; what %s.part holds is dropped: its journal %s", name, name, lack)
        return False
    if not resume:
        if next(journal.read_blocks(notes), None) is not None:
            logger.warning("%s: begun anew; what a run before left unfinished is dropped (see --resume)", name)
        return False
    changes = [
        f"{setting}: {before.get(setting, 'none')} then, {settings.get(setting, 'none')} now"
        for setting in {**before, **settings}
        if before.get(setting) != settings.get(setting)
    ]
    if changes:
        message = (
            f"{name}: cannot be resumed, it was begun with other settings ({'; '.join(changes)}): "
            "take those of then, or leave out --resume to begin anew"
        )
        raise SettingsError(message)
    return True
