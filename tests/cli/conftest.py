"""Fixtures for the tests of the command."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest

import fake_pipeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start the command in a process of its own; whatever still runs at the end of the test is killed."""
    processes: list[subprocess.Popen[bytes]] = []

    def run(*arguments: object, code: str = fake_pipeline.GLANE, **options: Any) -> subprocess.Popen[bytes]:
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        command, environment = fake_pipeline.command(*arguments, code=code), fake_pipeline.environment()
        processes.append(subprocess.Popen(command, env=environment, **options))
        return processes[-1]

    yield run
    for process in processes:
        with process:
            process.kill()
