"""Documents through several worker processes, results in the order of the documents.

Each worker has one document at a time, or a group of short ones. A worker that dies, or that is killed because its document
takes too long, takes no other document with it: those of its group are done again, each by itself; so the
one that it dies of is named, and another worker takes its place. The documents are read when a worker is free, or may be
started for them, and no more of them than `WINDOW` are ahead of the one whose result is next.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from dataclasses import dataclass
from multiprocessing import connection as pipes
from typing import TYPE_CHECKING, Generic, TypeVar

from glane.read import Document, Failure
from glane.run.groups import group_short
from glane.run.settings import usable_processors
from glane.run.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from glane.read import ErrorCode

T = TypeVar("T")
Tag = TypeVar("Tag")

logger = logging.getLogger(__name__)

WINDOW = 8_000_000
"""Code points of the documents that may be done before the result of an earlier one."""
_OVERHEAD = 1_000
"""Code points that a document counts for even if it is empty."""
_LONGEST_WAIT = 86_400.0
"""Seconds: the system waits no longer than some days at once, whatever the time that a document may take."""
_MOST_WORKERS = 16
"""For each processor: more of them only take memory, and all of them have something to compute."""
_MAX_LOST = 5
"""Workers that may die one after the other without a document."""


class WorkerError(RuntimeError):
    """Worker processes end without having done anything."""


@dataclass(slots=True, eq=False)
class _Slot(Generic[T, Tag]):
    """A document whose turn to be given has not come: it is at work, or done."""

    tag: Tag
    weight: int
    result: T | Failure | None = None
    messages: list[logging.LogRecord] | None = None


@dataclass(slots=True, eq=False)
class _Turn(Generic[T, Tag]):
    """The documents in a worker, each with its slot."""

    pairs: Sequence[tuple[_Slot[T, Tag], Document]]
    began: float


def run_in_processes(
    work: Callable[[Sequence[Document]], Iterable[T | Failure]],
    inputs: Iterable[Document | Failure],
    tag: Callable[[Document | Failure], Tag],
    *,
    jobs: int,
    timeout: float | None = None,
    together: bool = False,
) -> Generator[tuple[Tag, T | Failure], None, None]:
    """Do some work on each document, in several processes.

    Args:
        work: gives what comes of each of some documents, one after the other; it must not raise. Workers inherit it, or,
            where processes cannot be forked, unpickle it.
        inputs: documents; failures pass through in their place.
        tag: makes what shall be given with an input's result.
        jobs: number of processes, at most; each is started when there is something for it.
        timeout: seconds that a document may take; ``None`` for any time.
        together: whether short documents go to a worker in groups; with a ``timeout``, none do.

    Yields:
        Tag and result of each input, in the order of the inputs. When the generator is closed, the workers end.

    Raises:
        WorkerError: no worker can be started.
    """
    pool: _Pool[T, Tag] = _Pool(work, timeout, _bound(jobs))
    try:
        yield from pool.run(group_short(inputs) if together and timeout is None else ([item] for item in inputs), tag)
    except BaseException:
        pool.close(at_once=True)
        raise
    pool.close(at_once=False)


def _bound(jobs: int) -> int:
    most = _MOST_WORKERS * usable_processors()
    if jobs > most:
        logger.warning("%d processes are more than this machine has a use for: %d are started at most", jobs, most)
    return min(jobs, most)


class _Pool(Generic[T, Tag]):
    def __init__(
        self, work: Callable[[Sequence[Document]], Iterable[T | Failure]], timeout: float | None, jobs: int
    ) -> None:
        self._work = work
        self._timeout = timeout
        self._jobs = jobs
        self._lost = 0
        self._waiting: deque[Sequence[tuple[_Slot[T, Tag], Document]]] = deque()
        """What is to be done next: by workers that are about to be ready, or again by itself."""
        self._turns: dict[Worker, _Turn[T, Tag] | None] = {}

    def run(
        self, groups: Iterator[list[Document | Failure]], tag: Callable[[Document | Failure], Tag]
    ) -> Generator[tuple[Tag, T | Failure], None, None]:
        open_slots: deque[_Slot[T, Tag]] = deque()
        held = 0
        more = True
        while True:
            while open_slots and (result := open_slots[0].result) is not None:
                slot = open_slots.popleft()
                held -= slot.weight
                _show(slot.messages)
                yield slot.tag, result
            if not more and not open_slots:
                return
            worker = self._idle_worker()
            if worker is not None and self._waiting:
                self._give(worker, self._waiting.popleft())
                continue
            is_room = worker is not None or len(self._turns) < self._jobs
            if not more or not is_room or (open_slots and held >= WINDOW):
                self._wait()
                continue
            group = next(groups, None)
            if group is None:
                more = False
                continue
            slots = [self._open(item, tag) for item in group]
            open_slots += slots
            held += sum(slot.weight for slot in slots)
            pairs = [(slot, item) for slot, item in zip(slots, group, strict=True) if isinstance(item, Document)]
            if pairs and worker is not None:
                self._give(worker, pairs)
            elif pairs:
                self._start()
                self._waiting.append(pairs)

    def _open(self, item: Document | Failure, tag: Callable[[Document | Failure], Tag]) -> _Slot[T, Tag]:
        if isinstance(item, Failure):
            return _Slot(tag(item), _OVERHEAD, result=item)
        return _Slot(tag(item), _OVERHEAD + len(item.text))

    def close(self, *, at_once: bool) -> None:
        for worker in self._turns:
            worker.end(at_once=at_once)
        self._turns = {}

    def _start(self) -> None:
        self._turns[Worker(self._work, list(self._turns))] = None

    def _idle_worker(self) -> Worker | None:
        return next((worker for worker, turn in self._turns.items() if worker.ready and turn is None), None)

    def _give(self, worker: Worker | None, pairs: Sequence[tuple[_Slot[T, Tag], Document]]) -> None:
        """Give documents to a worker; one that has died meanwhile had none, so another takes these."""
        documents = [document for _, document in pairs]
        while worker is None or not worker.send(documents):
            if worker is not None:
                self._replace(worker)
            self._wait()
            worker = self._idle_worker()
        self._turns[worker] = _Turn(pairs, time.monotonic())

    def _wait(self) -> None:
        """Wait until a worker has something to say, or time is up for a document."""
        by_connection: dict[object, Worker] = {worker.connection: worker for worker in self._turns}
        for connection in pipes.wait([worker.connection for worker in self._turns], self._time_left()):
            self._receive(by_connection[connection])
        for worker, turn in list(self._turns.items()):
            if turn is not None and self._timeout is not None and time.monotonic() - turn.began >= self._timeout:
                self._fail(worker, turn, "timeout", f"took more than {self._timeout:g} s")

    def _time_left(self) -> float | None:
        began = [turn.began for turn in self._turns.values() if turn is not None]
        if self._timeout is None or not began:
            return None
        return min(_LONGEST_WAIT, max(0.0, min(began) + self._timeout - time.monotonic()))

    def _receive(self, worker: Worker) -> None:
        turn = self._turns[worker]
        message = worker.receive()
        if message is None and turn is None:
            self._replace(worker)
        elif message is None and turn is not None:
            self._fail(worker, turn, "worker-died", f"its process died ({worker.post_mortem()})")
        elif message is not None and turn is not None:
            for (slot, _), (result, messages) in zip(turn.pairs, message, strict=True):
                slot.result, slot.messages = result, messages
            self._turns[worker] = None
            self._lost = 0
        else:
            worker.ready = True

    def _fail(self, worker: Worker, turn: _Turn[T, Tag], error: ErrorCode, message: str) -> None:
        if len(turn.pairs) > 1:
            self._waiting += ([pair] for pair in turn.pairs)
        else:
            slot, document = turn.pairs[0]
            slot.result = Failure(document.id, document.source, error, message)
        self._replace(worker)
        self._lost = 0

    def _replace(self, worker: Worker) -> None:
        del self._turns[worker]
        how = worker.end(at_once=True)
        self._lost += 1
        if self._lost > _MAX_LOST:
            message = f"worker processes end without having done anything ({how})"
            raise WorkerError(message)
        self._start()


def _show(messages: list[logging.LogRecord] | None) -> None:
    for record in messages or ():
        logging.getLogger(record.name).handle(record)
