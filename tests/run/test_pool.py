"""Worker processes, which these tests fork: the work is then any function, and its messages can be looked at."""

from __future__ import annotations

import faulthandler
import logging
import math
import multiprocessing
import os
import pickle
import signal
import time
from contextlib import closing

import pytest

import fake_pipeline
from glane.read import Document, Failure, contained
from glane.read.formats import FORMATS
from glane.run import pool, worker
from glane.run.extraction import Extraction

logger = logging.getLogger("glane.run.test")


@pytest.fixture(autouse=True)
def _fork(monkeypatch):
    if not hasattr(os, "fork"):
        pytest.skip("needs fork")
    monkeypatch.setattr(worker, "start_method", lambda: "fork")


def work(documents):
    """Do what the texts say."""
    yield from map(do, documents)


def do(document):
    order, _, rest = document.text.partition(" ")
    if order == "exit":
        os._exit(int(rest))
    if order == "kill":
        faulthandler.disable()  # pytest's has nothing to say of a death that is wanted
        os.kill(os.getpid(), int(rest))
    if order == "sleep":
        time.sleep(float(rest))
    if order == "warn":
        logger.warning("%s: %s", document.id, rest)
    return f"{document.id} {os.getpid()}" if order == "who" else document.id


def documents(*texts):
    return [Document(str(number), text, source=f"{number}.txt") for number, text in enumerate(texts)]


def run(inputs, **options):
    options = {"jobs": 2, **options}
    with closing(pool.run_in_processes(work, inputs, lambda item: item.id, **options)) as results:
        return list(results)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_inputs(jobs):
    inputs = documents("sleep 0.2", "", "sleep 0.1", "", "", "x" * 300_000)
    inputs.insert(1, Failure("f", "f.txt", "binary", "is binary"))
    names = ["0", "f", "1", "2", "3", "4", "5"]
    results = run(inputs, jobs=jobs)
    assert [tag for tag, _ in results] == names
    assert [result for _, result in results] == [inputs[1] if name == "f" else name for name in names]


@pytest.mark.parametrize(
    ("order", "how"),
    [
        ("exit 3", "exit code 3"),
        ("exit 0", "exit code 0"),
        (f"kill {int(signal.SIGSEGV)}", "SIGSEGV"),
        (f"kill {int(signal.SIGKILL)}", "SIGKILL, perhaps for want of memory"),
        (f"kill {int(signal.SIGTERM)}", "SIGTERM"),
    ],
)
def test_a_worker_that_dies_takes_its_own_document_only(order, how):
    results = run(documents("", order, "", order, "", ""))
    assert [result for _, result in results] == [
        "0",
        Failure("1", "1.txt", "worker-died", f"its process died ({how})"),
        "2",
        Failure("3", "3.txt", "worker-died", f"its process died ({how})"),
        "4",
        "5",
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_a_group_the_document_that_kills_is_lost_only(jobs):
    inputs = documents("", "exit 3", "who", "exit 4", "", *["who"] * 30)
    inputs.insert(2, Failure("f", "f.txt", "binary", "is binary"))
    results = run(inputs, jobs=jobs, together=True)
    assert [tag for tag, _ in results] == [item.id for item in inputs]
    found = dict(results)
    died = [found[name].message for name in "13"]
    assert died == ["its process died (exit code 3)", "its process died (exit code 4)"]
    assert (found["0"], found["f"], found["4"]) == ("0", inputs[2], "4")
    assert [found[str(number)].split()[0] for number in range(5, 35)] == [str(number) for number in range(5, 35)]


def test_with_a_time_limit_each_document_has_its_own(caplog):
    results = run(documents("", "sleep 60", ""), timeout=0.3, together=True)
    assert [getattr(result, "error", result) for _, result in results] == ["0", "timeout", "2"]


@pytest.mark.parametrize("timeout", [1e9, math.inf])
def test_a_time_limit_may_be_longer_than_the_system_waits(timeout):
    assert [result for _, result in run(documents("", "sleep 0.1"), timeout=timeout)] == ["0", "1"]


def test_a_document_that_takes_too_long_is_ended():
    began = time.monotonic()
    results = run(documents("", "sleep 60", "", "sleep 60", ""), timeout=0.3)
    assert time.monotonic() - began < 10
    late = {name: Failure(name, f"{name}.txt", "timeout", "took more than 0.3 s") for name in "13"}
    assert [result for _, result in results] == ["0", late["1"], "2", late["3"], "4"]


def test_a_worker_that_dies_between_documents_takes_none():
    inputs = documents(*["who"] * 8)
    with closing(pool.run_in_processes(work, iter(inputs), lambda _: None, jobs=1)) as results:
        found = []
        for _, result in results:
            found.append(result.split())
            os.kill(int(found[-1][1]), signal.SIGKILL)
            while multiprocessing.active_children():
                time.sleep(0.01)
    assert [name for name, _ in found] == [document.id for document in inputs]
    assert len({process for _, process in found}) == 8


def test_workers_that_cannot_begin_are_told():
    def broken(monkeypatch_target):
        raise AssertionError

    original, worker._serve = worker._serve, lambda *_: os._exit(1)
    try:
        with pytest.raises(pool.WorkerError, match=r"without having done anything \(exit code 1\)"):
            run(documents(""))
    finally:
        worker._serve = original


def test_inputs_are_read_no_further_than_the_window(monkeypatch):
    monkeypatch.setattr(pool, "WINDOW", 10_000)
    read = 0

    def reading():
        nonlocal read
        for document in documents("sleep 0.5", *[""] * 200):
            read += 1
            yield document

    with closing(pool.run_in_processes(work, reading(), lambda _: None, jobs=2)) as results:
        next(results)
        assert 2 <= read <= 12


def test_nothing_is_read_while_results_wait():
    read = []
    inputs = (read.append(document.id) or document for document in documents(*[""] * 50))
    with closing(pool.run_in_processes(work, inputs, lambda _: None, jobs=2)) as results:
        next(results)
        seen = len(read)
        time.sleep(0.2)
        assert len(read) == seen < 10


def test_messages_come_in_the_order_of_the_inputs(caplog):
    caplog.set_level("WARNING", "glane")
    run(documents("sleep 0.2", "warn un", "", "warn deux"))
    assert caplog.messages == ["1: un", "3: deux"]


def test_workers_end_with_the_generator():
    results = pool.run_in_processes(work, documents("who", "sleep 60", "sleep 60"), lambda _: None, jobs=2)
    _, first = next(results)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(first.split()[1]), 0)


def count_starts(monkeypatch):
    started = []

    def start(*arguments):
        started.append(1)
        return worker.Worker(*arguments)

    monkeypatch.setattr(pool, "Worker", start)
    return started


@pytest.mark.parametrize(("count", "together", "wanted"), [(0, False, 0), (1, False, 1), (3, False, 3), (20, True, 2)])
def test_no_more_workers_are_started_than_there_is_something_for(monkeypatch, count, together, wanted):
    started = count_starts(monkeypatch)
    inputs = [Failure("f", "f.txt", "binary", "is binary"), *documents(*["sleep 0.1"] * count)]
    results = run(inputs, jobs=9, together=together)
    assert [tag for tag, _ in results] == [item.id for item in inputs]
    assert len(started) == wanted


def test_more_workers_than_the_machine_has_a_use_for_are_not_started(monkeypatch, caplog):
    started = count_starts(monkeypatch)
    monkeypatch.setattr(pool, "usable_processors", lambda: 1)
    monkeypatch.setattr(pool, "_MOST_WORKERS", 3)
    assert len(run(documents(*["sleep 0.05"] * 12), jobs=1000)) == 12
    assert len(started) == 3
    assert caplog.messages == ["1000 processes are more than this machine has a use for: 3 are started at most"]


def test_a_worker_keeps_no_reader_of_files_from_ending():
    markdown = next(one for one in FORMATS if one.name == "Markdown")
    contained.read_contained(markdown, b"Le Niger")
    (reader,) = contained._current
    forked = worker.Worker(work, [])
    try:
        assert forked.receive() == []
        contained._current.clear()
        began = time.monotonic()
        reader.end()
        assert time.monotonic() - began < 3  # it is killed after five
    finally:
        forked.end(at_once=True)


def load_slowly():
    return fake_pipeline.load()


def test_where_nothing_can_be_forked_each_worker_loads_its_own(monkeypatch):
    monkeypatch.setattr(worker, "start_method", lambda: "spawn")
    extraction = Extraction(fake_pipeline.load(), len, load_slowly)
    inputs = [Document("a", " "), Failure("f", "f.txt", "binary", "is binary")]
    with closing(pool.run_in_processes(extraction.together, inputs, lambda item: item.id, jobs=1)) as results:
        found = dict(results)
    # There it is the real pipeline that is asked, and the fake one is none.
    assert found["a"].error == "extraction"
    assert found["f"] == inputs[1]
    with pytest.raises(TypeError, match="cannot be sent to another process"):
        pickle.dumps(Extraction(fake_pipeline.load(), len))
