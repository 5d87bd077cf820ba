"""The processes that extract: so many of them, each with a pipeline loaded, one document at a time.

Processes, not threads: a pipeline computes under the interpreter's lock and changes its vocabulary while it reads,
so threads would be neither faster nor safe; and only a process can be ended in the middle of a document that takes
too long, or die of one without taking the others along. They are started afresh (``spawn``), never forked from a
process that runs an event loop. No pool of the standard library can end one process and keep the rest.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from glane.serve import worker

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from spacy.language import Language

    from glane.serve.worker import Answer, Job, Loaded

logger = logging.getLogger(__name__)
T = TypeVar("T")

RETRY_SECONDS = 5.0
"""How long to wait before a process that could not be started is started again."""


class WorkerDiedError(RuntimeError):
    """The process that worked on a document died: the document's fault, or that of a machine short of memory."""


class NoWorkerError(TimeoutError):
    """All processes were busy until the time was up."""


class Extractor(Protocol):
    """What the service needs of those who extract."""

    @property
    def rules_version(self) -> str | None:
        """Version of the rules; ``None`` until a pipeline is loaded."""

    @property
    def ready(self) -> bool:
        """Whether a pipeline is loaded."""

    async def start(self) -> None:
        """Begin to load; returns at once."""

    async def run(self, job: Job, deadline: float) -> Answer:
        """Extract one document.

        Args:
            job: what to do.
            deadline: when to give up, in the time of the event loop.

        Raises:
            NoWorkerError: it was not begun by then.
            TimeoutError: it was not done by then.
            WorkerDiedError: the process that worked on it died.
        """

    async def close(self) -> None:
        """End all processes, at once."""


class _Worker:
    """One process, and the connection to it. Its methods block."""

    def __init__(self, load: Callable[[], Language]) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        # A daemon ends with this process, also when it ends by an exception.
        self._process = context.Process(target=worker.main, args=(theirs, load), daemon=True)
        self._process.start()
        theirs.close()  # so that the death of the process is the end of the connection

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def wait(self) -> Loaded:
        """Wait until the pipeline is loaded."""
        loaded: Loaded = self._exchange(None)
        return loaded

    def work(self, job: Job) -> Answer:
        answer: Answer = self._exchange(job)
        return answer

    def end(self) -> None:
        """End the process, whatever it is doing: it has nothing to put away."""
        self._process.kill()

    def _exchange(self, job: Job | None) -> Any:
        # Its own sort of error: that of a connection is an OSError, and so is a time that has run out.
        try:
            if job is not None:
                self._connection.send(job)
            return self._connection.recv()
        except (EOFError, OSError) as error:
            message = "its process died"
            raise WorkerDiedError(message) from error


class Pool:
    """Processes that extract; an `Extractor`."""

    def __init__(
        self, load: Callable[[], Language], jobs: int, on_failure: Callable[[str], None] = lambda _: None
    ) -> None:
        """Describe the processes; `start` starts them.

        Args:
            load: gives a pipeline; it is sent to each process, so it must be importable there.
            jobs: how many processes.
            on_failure: told in one line why the first pipeline cannot be loaded.
        """
        self._load = load
        self._jobs = jobs
        self._on_failure = on_failure
        self._workers: set[_Worker] = set()
        self._loaded: set[_Worker] = set()
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._threads = ThreadPoolExecutor(2 * jobs)  # each waits for one process; some for one that was just ended
        self._closed = False
        self._rules_version: str | None = None

    @property
    def rules_version(self) -> str | None:
        """Version of the rules; ``None`` until a pipeline is loaded."""
        return self._rules_version

    @property
    def ready(self) -> bool:
        """Whether a pipeline is loaded."""
        return any(one.alive for one in self._loaded)

    async def start(self) -> None:
        """Begin to load; returns at once."""
        for _ in range(self._jobs):
            self._begin(self._hire())

    async def run(self, job: Job, deadline: float) -> Answer:
        """Extract one document; see `Extractor`.

        A caller that is cancelled while it waits for a process leaves the queue. Cancelled later, it leaves behind
        a process that finishes the document: to load another would cost more.
        """
        try:
            chosen = await self._choose(deadline)
        except TimeoutError as error:
            message = "all processes are busy"
            raise NoWorkerError(message) from error
        return await asyncio.shield(self._begin(self._work(chosen, job, deadline)))

    async def close(self) -> None:
        """End all processes, at once."""
        self._closed = True
        for one in self._workers:
            one.end()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._threads.shutdown()

    async def _choose(self, deadline: float) -> _Worker:
        if asyncio.get_running_loop().time() >= deadline:
            raise TimeoutError  # or a process would be given work, and ended at once
        async with asyncio.timeout_at(deadline):
            chosen = await self._idle.get()
            while not chosen.alive:  # died of something else than a document
                self._replace(chosen)
                chosen = await self._idle.get()
        return chosen

    async def _hire(self) -> None:
        """Start a process, again and again until one is ready."""
        while not self._closed:
            try:
                hired, loaded = await self._load_one()
            except (WorkerDiedError, OSError) as error:  # the latter where the machine has no process or memory left
                why = str(error)
            else:
                if loaded.error is None:
                    self._rules_version = loaded.rules_version
                    self._loaded.add(hired)
                    self._idle.put_nowait(hired)
                    logger.info("a process is ready (%d of %d)", len(self._loaded), self._jobs)
                    return
                why = loaded.error
            if self._rules_version is None:
                self._on_failure(why)
                return
            logger.error("a process could not be started again: %s", why)
            await asyncio.sleep(RETRY_SECONDS)

    async def _load_one(self) -> tuple[_Worker, Loaded]:
        """Start a process and wait until its pipeline is loaded, or cannot be."""
        hired = _Worker(self._load)
        self._workers.add(hired)
        try:
            loaded: Loaded = await self._in_thread(hired.wait)
        except WorkerDiedError:
            self._workers.discard(hired)
            raise
        if loaded.error is not None:
            self._workers.discard(hired)
        return hired, loaded

    async def _work(self, chosen: _Worker, job: Job, deadline: float) -> Answer:
        try:
            async with asyncio.timeout_at(deadline):
                answer: Answer = await self._in_thread(lambda: chosen.work(job))
        except BaseException:
            self._replace(chosen)
            raise
        self._idle.put_nowait(chosen)
        return answer

    def _replace(self, broken: _Worker) -> None:
        """End a process that is dead, or busy for nobody, and start another."""
        broken.end()
        self._workers.discard(broken)
        self._loaded.discard(broken)
        if not self._closed:
            self._begin(self._hire())

    async def _in_thread(self, call: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    def _begin(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin something that goes on though its caller may not."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._end)
        return task

    def _end(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # has been told to the caller, if there still is one
