"""Real processes that extract: what happens to a document too long, to one that kills, and when all ends."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from glane.read import Document
from glane.serve import pool as pool_module
from glane.serve.pool import NoWorkerError, Pool, WorkerDiedError
from glane.serve.worker import Job
from serve.making import TESTS
from serve.pipelines import load_fake, load_nothing


def job(text: str) -> Job:
    return Job(Document("d", text, source="s"))


def soon(seconds: float) -> float:
    return asyncio.get_running_loop().time() + seconds


async def until(condition) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "never"
        await asyncio.sleep(0.02)


def with_pool(test, jobs: int = 1, load=load_fake):
    """Run a test with processes that are ready; none may be left when they are closed."""

    async def run():
        failures: list[str] = []
        pool = Pool(load, jobs, failures.append)
        await pool.start()
        try:
            await until(lambda: pool.ready or failures)
            return await test(pool, failures)
        finally:
            workers = list(pool._workers)
            await pool.close()
            for one in workers:
                one._process.join(10)
                assert not one.alive

    return asyncio.run(run())


def test_documents_are_extracted_by_all_processes():
    async def test(pool, _):
        await until(lambda: len(pool._loaded) == 2)
        began = time.monotonic()
        answers = await asyncio.gather(*(pool.run(job(f"NAP Niger {n}"), soon(60)) for n in range(2)))
        assert time.monotonic() - began < 1.9
        assert pool.rules_version == "fake"
        return answers

    for answer in with_pool(test, jobs=2):
        assert answer.error is None
        assert answer.content.count(b'"kind":"country"') == 1


def test_a_process_that_the_machine_has_no_room_for_is_started_later(monkeypatch):
    monkeypatch.setattr(pool_module, "RETRY_SECONDS", 0.01)
    made: list[object] = []

    class Refusing(pool_module._Worker):
        def __init__(self, load):
            made.append(load)
            if len(made) == 2:
                raise BlockingIOError(11, "Resource temporarily unavailable")
            super().__init__(load)

    monkeypatch.setattr(pool_module, "_Worker", Refusing)

    async def test(pool, _):
        with pytest.raises(WorkerDiedError):
            await pool.run(job("DIE"), soon(30))
        return await pool.run(job("Niger"), soon(60))

    assert with_pool(test).error is None
    assert len(made) == 3


def test_the_first_process_that_the_machine_has_no_room_for_is_told(monkeypatch):
    def refuse(_):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(pool_module, "_Worker", refuse)

    async def test(_, failures):
        return failures

    assert with_pool(test) == ["[Errno 11] Resource temporarily unavailable"]


def test_a_failure_is_an_answer():
    async def test(pool, _):
        return await pool.run(job("BOOM"), soon(60))

    answer = with_pool(test)
    assert (answer.content, answer.error, answer.message) == (b"", "extraction", "glane failed on it (RuntimeError)")


@pytest.mark.parametrize(("text", "error"), [("SLEEP", TimeoutError), ("DIE", WorkerDiedError)])
def test_a_document_takes_no_other_with_it(text, error):
    async def test(pool, _):
        (before,) = pool._workers
        with pytest.raises(error) as raised:
            await pool.run(job(text), soon(0.5 if text == "SLEEP" else 30))
        assert not isinstance(raised.value, NoWorkerError)
        answer = await pool.run(job("Niger"), soon(60))
        assert answer.content.count(b"\n") == 2
        assert before not in pool._workers
        assert not before.alive

    with_pool(test)


def test_who_waits_too_long_is_told_that_all_are_busy():
    async def test(pool, _):
        working = asyncio.create_task(pool.run(job("NAP"), soon(60)))
        await until(pool._idle.empty)
        with pytest.raises(NoWorkerError):
            await pool.run(job("Niger"), soon(0.1))
        with pytest.raises(NoWorkerError):
            await pool.run(job("Niger"), soon(-1))
        assert (await working).error is None

    with_pool(test)


def test_who_leaves_the_queue_costs_nothing_and_who_leaves_later_a_document():
    async def test(pool, _):
        (process,) = pool._workers
        working = asyncio.create_task(pool.run(job("NAP"), soon(60)))
        waiting = asyncio.create_task(pool.run(job("SLEEP"), soon(60)))
        await until(pool._idle.empty)
        for task in (waiting, working):
            task.cancel()
        await asyncio.wait({waiting, working})
        assert (await pool.run(job("Niger"), soon(30))).error is None
        assert {process} == pool._workers  # the same one, which finished its nap first

    with_pool(test)


def test_a_process_that_died_at_rest_is_replaced():
    async def test(pool, _):
        (idle,) = pool._workers
        os.kill(idle._process.pid, signal.SIGKILL)
        await until(lambda: not idle.alive)
        assert not pool.ready
        assert (await pool.run(job("Niger"), soon(60))).error is None
        assert pool.ready

    with_pool(test)


def test_signals_to_the_whole_group_leave_the_work_alone():
    async def test(pool, _):
        (one,) = pool._workers
        working = asyncio.create_task(pool.run(job("NAP"), soon(60)))
        await until(pool._idle.empty)
        for number in (signal.SIGTERM, signal.SIGINT):
            os.kill(one._process.pid, number)
        assert (await working).error is None

    with_pool(test)


def test_a_pipeline_that_cannot_be_loaded_is_told_once():
    async def test(pool, failures):
        assert not pool.ready
        assert failures == ["OSError: no such model"]

    with_pool(test, load=load_nothing)


def test_a_page_is_made_where_the_records_are():
    async def test(pool, _):
        return await pool.run(replace(job("Niger"), page=True), soon(60))

    assert with_pool(test).content.startswith(b"<!DOCTYPE html>")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_no_process_outlives_the_one_that_listens():
    code = (
        "import asyncio; from serve.pipelines import load_fake; from glane.serve.pool import Pool\n"
        "async def main():\n"
        "    pool = Pool(load_fake, 1); await pool.start()\n"
        "    while not pool.ready: await asyncio.sleep(0.05)\n"
        "    print(*(one._process.pid for one in pool._workers), flush=True); await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    path = os.pathsep.join([str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": path}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        parent.kill()
    deadline = time.monotonic() + 20
    while _runs(pid):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return not state.strip().startswith("Z") and bool(state.strip())
