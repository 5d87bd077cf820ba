"""Services to test: in this process, without a model, and as processes of their own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glane.serve.pool import NoWorkerError, WorkerDiedError
from glane.serve.worker import extract
from serve.pipelines import load_blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glane.serve.worker import Answer, Job

TESTS = Path(__file__).parents[1]
TEXT = "Depuis mars 2019, l’OTAN a formé 1 200 juges au Niger.\nElle a versé 3 millions d’euros en 2021."


class Inline:
    """Extracts in this process, with the components that need no model."""

    def __init__(self) -> None:
        self.ready = True
        self.rules_version: str | None = "test"
        self.jobs: list[Job] = []
        self.cancelled = 0
        self.states: list[str] = []

    async def start(self) -> None:
        self.states.append("started")

    async def close(self) -> None:
        self.states.append("closed")

    async def run(self, job: Job, deadline: float) -> Answer:
        self.jobs.append(job)
        for word, error in (("LATE", TimeoutError), ("BUSY", NoWorkerError), ("DIE", WorkerDiedError)):
            if word in job.document.text:
                raise error(word)
        if "BUG" in job.document.text:
            message = f"cannot bear {job.document.text}"
            raise ValueError(message)
        if "SLEEP" in job.document.text:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                self.cancelled += 1
                raise
        return extract(job, load_blank())


@contextlib.contextmanager
def serving(load: str, **settings: Any) -> Iterator[Running]:
    """Run a service as a process; ``load`` names a function of `serve.pipelines`."""
    code = (
        "import logging, sys; logging.basicConfig(stream=sys.stderr, level=logging.INFO)\n"
        "from glane.serve.server import serve; from glane.serve.settings import Settings; from serve import pipelines\n"
        f"serve(pipelines.{load}, Settings(**{settings!r}), '127.0.0.1', 0,"
        " lambda address: print(address, file=sys.stderr, flush=True))\n"
    )
    with running([sys.executable, "-c", code]) as started:
        yield started


@contextlib.contextmanager
def running(command: list[str]) -> Iterator[Running]:
    """Run a service as a process, which tells its address on standard error."""
    path = os.pathsep.join([str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])])
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
        start_new_session=True,
    ) as process:
        assert process.stderr
        lines: list[str] = []
        try:
            for line in process.stderr:
                lines.append(line)
                if found := re.search(r"http://\S+", line):
                    yield Running(process, found[0])
                    break
            else:
                message = f"the service did not start: {''.join(lines)}"
                raise AssertionError(message)
        finally:
            process.kill()


class Running:
    """A service in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        self.address = address

    def wait_ready(self) -> dict[str, Any]:
        import httpx

        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            answer = httpx.get(f"{self.address}/health")
            if answer.status_code == 200:
                found: dict[str, Any] = answer.json()
                return found
            assert answer.status_code == 503
            assert answer.headers["retry-after"]
            time.sleep(0.1)
        message = "never ready"
        raise AssertionError(message)

    def wait_ended(self, seconds: float = 30) -> tuple[int, str]:
        """Wait for the end; returns the exit code and what stood in the log."""
        _, log = self.process.communicate(timeout=seconds)
        return self.process.returncode, log
