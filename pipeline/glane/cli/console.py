"""What goes to standard error: warnings, errors, progress. Standard output is for records."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from rich.console import Console

logger = logging.getLogger(__name__)

_ESCAPES = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}

EXIT_FAILURES = 1
EXIT_USAGE = 2
EXIT_PIPE = 128 + 13
"""The reader of standard output has gone: as shells tell of SIGPIPE, for which not every system has a name."""
_REDRAW = 0.1
"""Seconds between two states of the progress bar."""


class Terminated(KeyboardInterrupt):
    """The process was asked to end by a signal other than Ctrl-C."""

    def __init__(self, number: int) -> None:
        """Keep the signal's number."""
        super().__init__(number)
        self.number = number


def make_console() -> Console:
    """Make a console on standard error that leaves lines as they are."""
    from rich.console import Console

    return Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)


def say(console: Console, message: str) -> None:
    """Write one line; control characters, as names of files may hold them, are written as escapes."""
    console.out(f"glane: {message.translate(_ESCAPES)}", highlight=False)


def count(number: int, what: str) -> str:
    """A number of things, as «1 document» or «1,200 documents»."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


class ConsoleHandler(logging.Handler):
    """Shows the messages of the package as lines, above a progress bar where there is one."""

    def __init__(self, console: Console) -> None:
        """Show them on a console."""
        super().__init__()
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        """Show one message."""
        try:
            say(self._console, f"{record.levelname.lower()}: {self.format(record)}")
        except BrokenPipeError:
            return


@contextlib.contextmanager
def logging_to(console: Console, *, quiet: bool, debug: bool) -> Iterator[None]:
    """Show the package's warnings on a console; with ``debug`` tracebacks too, with ``quiet`` errors only."""
    logger = logging.getLogger("glane")
    handler = ConsoleHandler(console)
    before = logger.level, logger.propagate
    logger.setLevel(logging.DEBUG if debug else logging.ERROR if quiet else logging.WARNING)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.level, logger.propagate = before
        logger.setLevel(logger.level)


@contextlib.contextmanager
def progress_bar(console: Console, total: int | None, *, shown: bool) -> Iterator[Callable[[], None]]:
    """Show a progress bar (``total`` may be unknown); gives the function that moves it on by one."""
    if not shown:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    # It is drawn when it moves on, not by a thread: a process with threads cannot safely be forked.
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as progress:
        task = progress.add_task("", total=total)
        drawn = 0.0

        def advance() -> None:
            nonlocal drawn
            progress.advance(task)
            if time.monotonic() - drawn > _REDRAW or progress.finished:
                drawn = time.monotonic()
                progress.refresh()

        progress.refresh()
        yield advance


@contextlib.contextmanager
def signals_as_interrupts() -> Iterator[None]:
    """Let SIGTERM and SIGHUP unwind the stack as Ctrl-C does, so that nothing half-written is left."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, _frame: FrameType | None) -> None:
        raise Terminated(number)

    names = ("SIGTERM", "SIGHUP")  # Windows has no SIGHUP
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    # One that is ignored (nohup) stays ignored.
    wanted = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in wanted:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in wanted:
            signal.signal(number, signal.SIG_DFL)


@contextlib.contextmanager
def ends_told(
    console: Console,
    *,
    usage: tuple[type[Exception], ...],
    failures: tuple[type[Exception], ...],
    interrupted: str = "",
) -> Iterator[None]:
    """Say in one line what ends a command early, a signal too, and have it exit with the code for that.

    Args:
        console: where it is said.
        usage: errors of what the command was given.
        failures: errors of what it does.
        interrupted: what an interrupt leaves, where the interrupt's notes do not say it.

    Raises:
        typer.Exit: something ended it.
    """
    try:
        with signals_as_interrupts():
            yield
    except BrokenPipeError as error:
        abandon_stdout()
        raise typer.Exit(EXIT_PIPE) from error
    except failures as error:
        logger.debug("traceback", exc_info=True)
        say(console, f"error: {'; '.join([str(error), *_notes(error)])}")
        abandon_stdout()
        raise typer.Exit(EXIT_FAILURES) from error
    except usage as error:
        logger.debug("traceback", exc_info=True)
        say(console, f"error: {error}")
        raise typer.Exit(EXIT_USAGE) from error
    except KeyboardInterrupt as error:
        number = error.number if isinstance(error, Terminated) else signal.SIGINT
        said = "; ".join(_notes(error)) or interrupted
        say(console, f"interrupted: {said}" if said else "interrupted")
        raise typer.Exit(128 + number) from error


def _notes(error: BaseException) -> list[str]:
    return getattr(error, "__notes__", [])


def prepare_streams() -> None:
    """Let standard streams fail in ways that are told: closed ones, and an output in an encoding that lacks characters."""
    # In this order each takes the number that is free, so that no file that is opened later gets it. Reading and writing
    # them fails as it does for other programs, with an error of the system.
    for name, flags, mode in (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def say_stdout_failed(error: OSError) -> None:
    """Say why standard output takes no more, and drop what it still buffers."""
    abandon_stdout()
    say(make_console(), f"error: standard output: cannot be written: {error.strerror or error}")


def abandon_stdout() -> None:
    """Drop what standard output still buffers: its reader has gone, and Python would complain at exit."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
