"""What a job writes to: a file that another run can go on with, or a stream."""

from __future__ import annotations

import contextlib
import stat
from typing import TYPE_CHECKING

from glane.write.failures import write_failures
from glane.write.jsonl import open_jsonl
from glane.write.resumable import open_resumable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from glane.read import Failure
    from glane.write.journal import Entry
    from glane.write.jsonl import JsonlWriter
    from glane.write.resumable import ResumableOutput


class StreamOutput:
    """Writes what came of the inputs to standard output or to a device, at once."""

    def __init__(self, writer: JsonlWriter, target: Path | None) -> None:
        """Write to an open stream; ``target`` is its name, ``None`` for standard output."""
        self._writer = writer
        self._target = target

    def write(self, entry: Entry) -> None:
        """Write what came of one input; errors as for `JsonlWriter.write_lines`."""
        self._writer.write_lines(entry.lines)

    def finish(self, failures: Sequence[Failure]) -> None:
        """Write the list of failures, where there is a name to put it beside."""
        if self._target is not None:
            write_failures(self._target, failures)


@contextlib.contextmanager
def open_output(
    path: Path | None, settings: Mapping[str, str], *, resume: bool = False
) -> Iterator[ResumableOutput | StreamOutput]:
    """Open what a job writes to.

    Args:
        path: a file that ends in ``.jsonl`` or ``.jsonl.gz``, or a device; ``None`` for standard output.
        settings: what the records depend on besides the inputs.
        resume: whether to go on with what an earlier run has left; for files only.

    Raises:
        OutputError: it cannot be written, or another run is writing it.
        SettingsError: what is to be resumed was begun with other settings.
        BrokenPipeError: the reader of standard output has gone.
    """
    if path is None or not can_resume(path):
        with open_jsonl(path) as writer:
            yield StreamOutput(writer, path)
    else:
        with open_resumable(path, settings, resume=resume) as output:
            yield output


def can_resume(path: Path) -> bool:
    """Whether an output is a file, or can become one: a device or a pipe keeps nothing."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return True  # where it cannot become one, opening it says why
    return stat.S_ISREG(mode)
