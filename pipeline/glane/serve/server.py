"""The server: opens the port, runs the application, ends when it is told to."""

from __future__ import annotations

import contextlib
import math
import signal
import socket
from typing import TYPE_CHECKING

import uvicorn

from glane.serve.app import create_app
from glane.serve.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from spacy.language import Language

    from glane.serve.settings import Settings

CONNECTIONS = 500
"""Connections at once, idle ones too; beyond, the server refuses by itself."""


class ServeError(RuntimeError):
    """The service cannot start; the message says why in one line."""


def serve(
    load: Callable[[], Language], settings: Settings, host: str, port: int, on_listening: Callable[[str], None]
) -> None:
    """Serve until SIGTERM or SIGINT, then finish what is in flight.

    Args:
        load: gives a pipeline; it is sent to each process.
        settings: the bounds.
        host: name or address to listen at.
        port: to listen at; 0 for any that is free.
        on_listening: told the address, once connections are taken.

    Raises:
        ServeError: the port cannot be had, or the pipeline cannot be loaded.
    """
    failures: list[str] = []

    def fail(reason: str) -> None:
        failures.append(f"the pipeline cannot be loaded: {reason}")
        server.should_exit = True

    app = create_app(settings, Pool(load, settings.jobs, fail))
    config = uvicorn.Config(
        app,
        http="h11",  # so that what runs does not hang on what else is installed
        loop="asyncio",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,  # it would hold the whole address; `guard` has one of its own
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=math.ceil(settings.longest),
    )
    server = uvicorn.Server(config)
    with _listen(host, port) as listener, _ended_by_signals(server):
        shown, number = listener.getsockname()[:2]
        on_listening(f"http://[{shown}]:{number}" if ":" in shown else f"http://{shown}:{number}")
        server.run(sockets=[listener])
    if failures:
        raise ServeError(failures[0])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(CONNECTIONS)  # from here on, who connects is served as soon as the application runs
        except OSError:
            listener.close()
            raise
    except OSError as error:
        message = f"cannot listen at {host}, port {port}: {error.strerror or error}"
        raise ServeError(message) from error
    return listener


@contextlib.contextmanager
def _ended_by_signals(server: uvicorn.Server) -> Iterator[None]:
    """Let a signal end the service, not the process.

    The server has handlers of its own while it runs. When it has ended, it sends itself the signal again, which
    would end the process as if it had done nothing.
    """

    def end(_number: int, _frame: FrameType | None) -> None:
        server.should_exit = True

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, end) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
