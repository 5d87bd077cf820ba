"""What stands around every request: a bound on those in flight and on their time, headers, the log.

Plain ASGI, so that answers stream and a client that leaves is noticed.
"""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request

from glane.serve.problems import Problem, busy, respond

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from glane.serve.settings import Settings

logger = logging.getLogger(__name__)
access = logging.getLogger("glane.serve.access")

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Headers of every answer that does not set them itself."""


class Guard:
    """Lets requests through to an application, so many at a time."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Stand before an application."""
        self._app = app
        self._settings = settings
        self._in_flight = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.monotonic()
        sent: dict[str, Any] = {"status": None}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent["status"] = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            problem = await self._pass(scope, receive, send_with_headers)
            if problem and sent["status"] is None:
                await respond(problem, Request(scope))(scope, receive, send_with_headers)
        finally:
            _log(scope, sent["status"], time.monotonic() - began)

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> Problem | None:
        """Let a request through; return the problem if that cannot be done."""
        if scope["method"] != "POST":
            return await self._bound(scope, receive, send)
        if self._in_flight >= self._settings.in_flight:
            return busy(f"{self._in_flight} requests are in flight, and no more are taken: try again")
        self._in_flight += 1
        try:
            return await self._bound(scope, receive, send)
        finally:
            self._in_flight -= 1

    async def _bound(self, scope: Scope, receive: Receive, send: Send) -> Problem | None:
        try:
            async with asyncio.timeout(self._settings.longest):
                await self._app(scope, receive, send)
        except ClientDisconnect:
            logger.debug("the client has gone")
        except TimeoutError:
            return Problem(504, "the request took too long")
        except Exception as error:  # the last place where one can be told
            # Neither its message nor a traceback, which ends with it: they may quote the text.
            place = traceback.extract_tb(error.__traceback__)[-1]
            name = PurePath(place.filename).name
            logger.error("%s: %s at %s:%s", scope["method"], type(error).__name__, name, place.lineno)
            return Problem(500, "the service failed on this request")
        return None


def _log(scope: Scope, status: int | None, seconds: float) -> None:
    """Log a request: its route, never what the client wrote into its address."""
    route = getattr(scope.get("route"), "path", "-")
    access.info("%s %s %s %.3f s", scope["method"][:20], route, status or "gone", seconds)
