"""The service as a process of its own, over a real port: load, signals, clients that leave."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("httpx", reason="needs httpx (the dev extra)")

import httpx

import glane
from glane_records import SCHEMA_VERSION, record_adapter
from serve.making import running, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serve.making import Running

PLAIN = {"content-type": "text/plain"}


@pytest.fixture(scope="module")
def service() -> Iterator[Running]:
    """One process that extracts, two requests that may wait."""
    with serving("load_fake", jobs=1, queue=2) as started:
        started.wait_ready()
        yield started


def texts(number: int) -> list[str]:
    return [f"En {1950 + n % 70}, l’OTAN a formé {n + 2} juges au Niger." for n in range(number)]


async def ask(address: str, bodies: list[str], at_once: int) -> list[httpx.Response]:
    """Post texts, so many at a time."""
    room = asyncio.Semaphore(at_once)
    limits = httpx.Limits(max_connections=at_once)
    async with httpx.AsyncClient(base_url=address, timeout=120, limits=limits) as client:

        async def post(body: str) -> httpx.Response:
            async with room:
                return await client.post("/extract", content=body.encode(), headers=PLAIN)

        return await asyncio.gather(*map(post, bodies))


def test_beyond_the_limit_requests_are_sent_away_and_come_through_later(service):
    left = [f"NAP Niger {n}" for n in range(12)]
    first = asyncio.run(ask(service.address, left, at_once=12))
    counts = Counter(answer.status_code for answer in first)
    assert counts.keys() == {200, 503}
    assert 3 <= counts[200] < 12  # one at work, two that wait
    for answer in first:
        if answer.status_code == 503:
            assert answer.headers["retry-after"] == "1"
            assert answer.json()["detail"] == "3 requests are in flight, and no more are taken: try again"
    again = asyncio.run(ask(service.address, ["Niger"] * 3, at_once=3))
    assert [answer.status_code for answer in again] == [200] * 3


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_what_is_in_flight_finish(number):
    with serving("load_fake", jobs=1) as service:
        service.wait_ready()

        async def ask_and_end() -> httpx.Response:
            asked = asyncio.create_task(ask(service.address, ["NAP Niger secret"], 1))
            await asyncio.sleep(0.5)
            os.killpg(service.process.pid, number)  # to the whole group, as a terminal or a service manager does
            return (await asked)[0]

        answer = asyncio.run(ask_and_end())
        assert (answer.status_code, answer.content.count(b"\n")) == (200, 2)
        code, log = service.wait_ended()
    assert code == 0
    assert "Traceback" not in log
    assert "secret" not in log
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{service.address}/health")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_the_end_is_bounded_whatever_is_in_flight(monkeypatch):
    with serving("load_fake", jobs=1, timeout=1) as service:
        service.wait_ready()

        async def ask_and_end() -> httpx.Response:
            asked = asyncio.create_task(ask(service.address, ["SLEEP"], 1))
            await asyncio.sleep(0.5)
            service.process.terminate()
            return (await asked)[0]

        answer = asyncio.run(ask_and_end())
        assert (answer.status_code, answer.json()["detail"]) == (504, "was not done within 1 seconds")
        code, _ = service.wait_ended()
    assert code == 0


def test_a_client_that_leaves_makes_room(service):
    host, port = service.address.removeprefix("http://").split(":")
    body = b"\n".join(b'{"id": "%d", "text": "NAP"}' % n for n in range(30))
    head = f"POST /extract HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: {len(body)}\r\n\r\n"
    with contextlib.ExitStack() as stack:
        for _ in range(3):
            leaving = stack.enter_context(socket.create_connection((host, int(port))))
            leaving.sendall(head.encode() + body)
        time.sleep(0.5)
        assert httpx.post(f"{service.address}/extract", content=b"x", headers=PLAIN).status_code == 503
    # Each would take half a minute more, if nobody had noticed.
    deadline = time.monotonic() + 10
    while {answer.status_code for answer in asyncio.run(ask(service.address, ["Niger"] * 3, at_once=3))} != {200}:
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_lines_stream_as_documents_are_done(service):
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(["Niger", "DIE", "NAP", "2014"])]
    arrived: list[tuple[float, str]] = []
    began = time.monotonic()
    headers = {"content-type": "application/x-ndjson"}
    with httpx.stream(
        "POST", f"{service.address}/extract", content="\n".join(lines), headers=headers, timeout=60
    ) as answer:
        arrived.extend((time.monotonic() - began, line) for line in answer.iter_lines())
    found = [json.loads(line) for _, line in arrived]
    assert [(line.get("kind"), line.get("error")) for line in found] == [
        ("document", None),
        ("country", None),
        (None, "extraction"),
        ("document", None),
        ("document", None),
        ("date", None),
    ]
    assert found[2]["message"] == "its process died"
    assert arrived[3][0] - arrived[0][0] > 0.9  # the first did not wait for the third


def test_a_body_much_too_large_is_answered_all_the_same(service):

    def chunks():
        for _ in range(300):
            yield b"x" * 100_000

    for content in (b"x" * 30_000_000, chunks()):
        answer = httpx.post(f"{service.address}/extract", content=content, headers=PLAIN, timeout=60)
        assert answer.status_code == 413


def test_a_pipeline_that_cannot_be_loaded_ends_the_service():
    with serving("load_nothing") as service:
        code, log = service.wait_ended()
    assert code == 1
    assert log.strip().splitlines()[-1].endswith("ServeError: the pipeline cannot be loaded: OSError: no such model")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_the_command_under_load_gives_each_what_glane_extracts(nlp):
    bodies = texts(200)
    command = [sys.executable, "-m", "glane.cli", "serve", "--port", "0", "--queue", "16"]
    with running(command) as service:
        assert service.wait_ready() == {
            "status": "ready",
            "version": glane.__version__,
            "rules_version": nlp.meta["glane_rules"],
            "schema_version": SCHEMA_VERSION,
        }
        answers = asyncio.run(ask(service.address, bodies, at_once=16))
        service.process.terminate()
        code, log = service.wait_ended()
    for body, answer in zip(bodies, answers, strict=True):
        assert answer.status_code == 200
        found = [record_adapter.validate_json(line) for line in answer.content.splitlines()]
        assert found == glane.extract(body, nlp=nlp)
    assert code == 0
    assert "glane: info: a process is ready (1 of 1)\n" in log
    assert log.count("POST /extract 200") == 200
    assert log.splitlines()[-1] == "glane: ended"
    assert "OTAN" not in log
