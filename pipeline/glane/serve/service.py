"""From documents to answers: waits for the processes, minds the clock and the client, tells what failed."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any, TypeVar

from starlette.requests import ClientDisconnect

from glane.serve.intake import Refused
from glane.serve.pool import NoWorkerError, WorkerDiedError
from glane.serve.problems import Problem, busy
from glane.serve.worker import Job

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Iterator

    from starlette.requests import Request

    from glane.read import Document
    from glane.serve.pool import Extractor
    from glane.serve.settings import Settings

T = TypeVar("T")

SLICE = 2**16
"""Bytes of an answer that are sent at once."""
LOADING_SECONDS = 5


class Service:
    """What the addresses of the application share."""

    def __init__(self, settings: Settings, extractor: Extractor) -> None:
        """Serve with some bounds, by someone who extracts."""
        self.settings = settings
        self.extractor = extractor

    def check_ready(self) -> None:
        """See that a pipeline is loaded.

        Raises:
            Problem: none is (503).
        """
        if not self.extractor.ready:
            detail = "the pipeline is being loaded"
            raise busy(detail, LOADING_SECONDS)

    def deadline(self) -> float:
        """When a request whose body has just been read must be done, in the time of the event loop."""
        return asyncio.get_running_loop().time() + self.settings.timeout

    async def extract(
        self, request: Request, found: Document | Refused, kinds: frozenset[str] | None = None, *, page: bool = False
    ) -> bytes:
        """Extract the only document of a request.

        Raises:
            Problem: that cannot be done.
            ClientDisconnect: the client has gone.
        """
        done = await self._extract(request, found, kinds, self.deadline(), page=page)
        if isinstance(done, Refused):
            raise Problem(done.status, done.message)
        return done

    async def extract_all(
        self, request: Request, documents: Iterator[Document | Refused], kinds: frozenset[str] | None
    ) -> AsyncIterator[bytes]:
        """Extract the documents of a request one after the other.

        Yields:
            The lines of each; of one that fails, a line that says so, as in a list of errors of ``glane extract``.
        """
        deadline = self.deadline()
        for found in documents:
            try:
                done = await self._extract(request, found, kinds, deadline)
            except ClientDisconnect:
                return  # raised from here, it would come out as something else
            if isinstance(done, Refused):
                await asyncio.sleep(0)  # nothing was waited for, and others want to be served
            async for piece in slices(_error_line(done) if isinstance(done, Refused) else done):
                yield piece

    async def _extract(
        self,
        request: Request,
        found: Document | Refused,
        kinds: frozenset[str] | None,
        deadline: float,
        *,
        page: bool = False,
    ) -> bytes | Refused:
        if isinstance(found, Refused):
            return found
        try:
            answer = await _unless_gone(request, self.extractor.run(Job(found, kinds, page), deadline))
        except NoWorkerError:
            return Refused(found.id, found.source, "timeout", "all processes are busy: try again", 503)
        except TimeoutError:
            message = f"was not done within {self.settings.timeout:g} seconds"
            return Refused(found.id, found.source, "timeout", message, 504)
        except WorkerDiedError as error:
            return Refused(found.id, found.source, "extraction", str(error), 500)
        if answer.error:
            status = 413 if answer.error == "too-large" else 500
            return Refused(found.id, found.source, answer.error, answer.message, status)
        return answer.content


async def slices(content: bytes) -> AsyncIterator[bytes]:
    """Cut an answer into pieces, so that a client that reads slowly slows down the sending."""
    for start in range(0, len(content), SLICE):
        yield content[start : start + SLICE]


def _error_line(refused: Refused) -> bytes:
    fields = {
        "document": refused.id,
        "source": refused.source,
        "error": refused.error,
        "message": refused.message,
    }
    return (json.dumps(fields, ensure_ascii=False) + "\n").encode("utf-8")


async def _unless_gone(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """Wait for some work as long as the client does; its body has been read."""
    task = asyncio.create_task(work)
    task.add_done_callback(lambda done: done.cancelled() or done.exception())  # seen, also where nobody waits any more
    gone = asyncio.create_task(_until_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise ClientDisconnect
        return task.result()
    finally:
        for one in (task, gone):
            one.cancel()
        await asyncio.wait({task, gone})


async def _until_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
