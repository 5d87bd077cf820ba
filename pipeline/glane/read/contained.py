"""Reading in a process of its own, so that no file can bring down a run, hold it up or fill the memory.

Parsers in C (pdfium, libxml2) can crash, and any parser can be made to run for hours. The process that reads is bounded
by the kernel: processor time for each file, memory for all. Where a bound is hit, the process ends, the file is a
failure, and the next one gets a new process. What goes between the two is plain JSON.

Run as a program (``python -m glane.read.contained``), this module is that process.
"""

from __future__ import annotations

import atexit
import contextlib
import datetime
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import asdict, replace
from typing import IO, TYPE_CHECKING, Any

from glane.read.document import Content, ErrorCode, InputError
from glane.read.formats import FORMATS, parse

if TYPE_CHECKING:
    from glane.read.formats import Format

DEFAULT_SECONDS = 60.0
"""Of processor time that reading a file may take."""
MEMORY = 4_000_000_000
"""Bytes of memory that the process that reads may have."""
RECYCLE = 1_000
"""Files after which a new process takes over, so that what parsers leave behind does not add up."""

_DAMAGED: ErrorCode = "damaged"
_TIMEOUT: ErrorCode = "timeout"
_TOO_LARGE: ErrorCode = "too-large"


def read_contained(one: Format, data: bytes, *, seconds: float = DEFAULT_SECONDS) -> Content:
    """Read the bytes of a file in a process of its own.

    Args:
        one: the format.
        data: the bytes.
        seconds: of processor time that it may take.

    Raises:
        InputError: the file cannot be read; or reading it took too long, too much memory, or crashed.
    """
    with _lock:
        reader = _reader()
        try:
            answer = reader.ask({"format": one.name, "size": len(data), "seconds": seconds}, data)
        except BaseException:  # interrupted: what it answers later must not be taken for another file's
            reader.end(at_once=True)
            raise
        if answer is None:
            how = reader.end()
            if how == "SIGPROF":
                raise InputError(_TIMEOUT, f"takes more than {seconds:g} s to be read as {one.name}")
            raise InputError(_DAMAGED, f"cannot be read as {one.name}: its reader crashed ({how})")
    if "error" in answer:
        raise InputError(answer["error"], answer["message"])
    found = answer["content"]
    date = datetime.date.fromisoformat(found["date"]) if found["date"] else None
    return replace(Content(**found), date=date, pages=tuple(found["pages"]), remarks=tuple(found["remarks"]))


class _Reader:
    """The process, seen from ours."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.files = 0
        # It finds the package where we do, and is quiet: what it has to say it answers.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(  # noqa: S603 (this module, by our own interpreter)
            [sys.executable, "-P", "-m", __name__],  # -P: not from the folder we are called in, whatever lies there
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )

    def ask(self, question: dict[str, Any], data: bytes) -> dict[str, Any] | None:
        """Have some bytes read; ``None`` where the process ends meanwhile."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.files += 1
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(question).encode() + b"\n" + data)
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
            if answer.endswith(b"\n"):
                found: dict[str, Any] = json.loads(answer)
                return found
        return None

    def leave(self) -> None:
        """Let go of our ends of the pipes, and of the process, which may be that of another one to wait for."""
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                stream.close()  # type: ignore[union-attr]  # both are pipes
        if self.owner != os.getpid():
            self._process.returncode = 0

    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def end(self, *, at_once: bool = False) -> str:
        """End it; say by which signal it ended, or with which code."""
        if at_once:
            self._process.kill()
        self.leave()
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"


_lock = threading.Lock()
_current: list[_Reader] = []


def leave_inherited() -> None:
    """In a forked process: let go of the process that the one it was forked from reads in, and ends by hanging up."""
    if _current and _current[0].owner != os.getpid():
        _current.pop().leave()


def _reader() -> _Reader:
    """The process in use, or a new one; a forked process does not use that of the one it was forked from."""
    leave_inherited()
    if _current and (_current[0].files >= RECYCLE or not _current[0].alive()):
        _current.pop().end()
    if not _current:
        _current.append(_Reader())
    return _current[0]


@atexit.register
def _end() -> None:
    if _current and _current[0].owner == os.getpid():
        _current.pop().end()


def _serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Be the process: answer questions until there are none."""
    formats = {one.name: one for one in FORMATS}
    while line := questions.readline():
        question = json.loads(line)
        data = questions.read(question["size"])
        _allow(question["seconds"])
        answer = _answer(formats[question["format"]], data)
        _allow(0)
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def _answer(one: Format, data: bytes) -> dict[str, Any]:
    try:
        content = parse(one, data)
        return {"content": {**asdict(content), "date": content.date.isoformat() if content.date else None}}
    except InputError as error:
        return {"error": error.code, "message": str(error)}
    except MemoryError:
        return {"error": _TOO_LARGE, "message": f"takes more than {MEMORY // 10**9} GB of memory to be read"}
    except Exception as error:  # a fault of a parser on a file it was not made for: the other files are read
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return {"error": _DAMAGED, "message": f"cannot be read as {one.name}: {what}"}


def _allow(seconds: float) -> None:
    """Have the kernel end this process after so much processor time, wherever it is; 0 for no bound."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends when the process that asks does
    _bound_memory()
    _serve(sys.stdin.buffer, sys.stdout.buffer)
