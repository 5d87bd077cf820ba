"""One worker process, seen from both sides of the pipe to it."""

from __future__ import annotations

import contextlib
import gc
import logging
import logging.handlers
import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing import connection as pipes
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from glane.read.contained import leave_inherited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection

    from glane.read import Document

_LOGGER = "glane"
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_PATIENCE = 2.0
"""Seconds that an idle worker has to end by itself."""


def start_method() -> str:
    """Choose how worker processes come into being.

    Forked ones share the loaded pipeline and are there at once. But a fork copies one thread only, with the locks that
    others hold; and macOS forbids to fork a process that has used its system libraries. Then they load their own.
    """
    return "fork" if sys.platform.startswith("linux") and threading.active_count() == 1 else "spawn"


class Worker:
    """A process that does the documents which it is given.

    Attributes:
        connection: gives an empty list when the worker is ready, then a list of results with their log records for the
            documents that it was given together.
        ready: whether it has said so.
    """

    def __init__(self, work: Callable[[Sequence[Document]], Iterable[object]], others: Sequence[Worker]) -> None:
        """Start a process; ``others`` are those that run."""
        context: Any = multiprocessing.get_context(start_method())
        self.connection, theirs = multiprocessing.Pipe()
        self.ready = False
        # A forked process inherits our ends of all pipes: open in it, they would keep others from seeing us end.
        ours = [self.connection, *(other.connection for other in others)]
        foreign = ours if context.get_start_method() == "fork" else []
        level = logging.getLogger(_LOGGER).getEffectiveLevel()
        self._process = context.Process(target=_serve, args=(work, theirs, foreign, level), daemon=True)
        with _signals_held():
            self._process.start()
        theirs.close()

    def send(self, documents: Sequence[Document]) -> bool:
        """Give it documents; false where it has died."""
        try:
            self.connection.send(documents)
        except OSError:
            return False
        return True

    def receive(self) -> list[tuple[Any, list[logging.LogRecord]]] | None:
        """Take what it sent; ``None`` where it has died."""
        try:
            found: list[tuple[Any, list[logging.LogRecord]]] = self.connection.recv()
        except (EOFError, OSError):
            return None
        return found

    def end(self, *, at_once: bool) -> str:
        """End it, and say how it ended."""
        self.connection.close()  # which ends an idle one
        if not at_once:
            self._process.join(_PATIENCE)
        if self._process.exitcode is None:
            self._process.kill()
        self._process.join()
        return _describe(self._process.exitcode)

    def post_mortem(self) -> str:
        """Say how a worker that hung up has ended."""
        self._process.join(_PATIENCE)
        return self.end(at_once=True)


def _describe(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit code {code}"
    with contextlib.suppress(ValueError):
        name = signal.Signals(-code).name
        return f"{name}, perhaps for want of memory" if name == "SIGKILL" else name
    return f"signal {-code}"


@contextlib.contextmanager
def _signals_held() -> Iterator[None]:
    """Let no signal reach a new process before it has chosen what to do about them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    work: Callable[[Sequence[Document]], Iterable[object]],
    connection: Connection,
    foreign: Sequence[Connection],
    level: int,
) -> None:
    """Be a worker: do documents until the pipe is closed."""
    for other in foreign:
        other.close()
    leave_inherited()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the first of them decides
    for number in _SIGNALS[1:]:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()  # what is shared with the parent stays shared
    messages = _collect_messages(level)
    with contextlib.suppress(EOFError, OSError):
        connection.send([])
        while True:
            done = [(result, [messages.get() for _ in range(messages.qsize())]) for result in work(connection.recv())]
            connection.send(done)


def _end_with_parent() -> None:
    """End at once when the parent has ended, however it did."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        pipes.wait([parent.sentinel])
        os._exit(1)


def _collect_messages(level: int) -> SimpleQueue[logging.LogRecord]:
    """Keep what is logged, for the parent to show in its order."""
    queue: SimpleQueue[logging.LogRecord] = SimpleQueue()
    logger = logging.getLogger(_LOGGER)
    logger.handlers = [logging.handlers.QueueHandler(queue)]
    logger.propagate = False
    logger.setLevel(level)
    return queue
