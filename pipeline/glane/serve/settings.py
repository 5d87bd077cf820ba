"""What the service is started with, and its bounds."""

from __future__ import annotations

from dataclasses import dataclass

READ_SECONDS = 15
"""How long a client may take to send a request's body."""
SEND_SECONDS = 30
"""How long a client may take to read the answer, beyond the time its extraction may take."""
LINES = 10_000
"""How many lines the body of a request may have: each is answered by one at least, longer than it may be itself."""
ANSWER_BYTES = 64 * 2**20
"""The largest answer to one document: a text can be made to repeat long sentences in thousands of records."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The bounds of the service.

    Attributes:
        jobs: processes that extract, each with a pipeline of its own.
        queue: requests that may wait for one of them.
        max_size: bytes of a request's body.
        max_characters: code points of one document.
        timeout: seconds that a request may wait and extract, after its body has been read.
    """

    jobs: int = 1
    queue: int = 16
    max_size: int = 2_000_000
    max_characters: int = 200_000
    timeout: float = 60

    @property
    def in_flight(self) -> int:
        """How many requests are worked on or wait; the next one is sent away."""
        return self.jobs + self.queue

    @property
    def longest(self) -> float:
        """Seconds after which a request is cut off, whatever it is at."""
        return READ_SECONDS + self.timeout + SEND_SECONDS
