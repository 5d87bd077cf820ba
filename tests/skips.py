"""Skipped tests that fail: where all that they need is said to be there, one that is skipped hides a fault."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

REQUIRED = "GLANE_REQUIRE"
"""Variable of the environment: ``packages``, ``browser``, or both with a blank between them; `.ci/run` sets it."""

_MAY_LACK = re.compile(r"shared (?:data|corpora)|label_studio_sdk|no jq|needs (?:fork|signals)|/proc|the file system")
"""What no package and no browser gives."""
_BROWSER = "needs Chromium"

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def fail_skipped(report: Report) -> Report:
    """Make a failure of a report that something was skipped, if that is there to be had."""
    required = os.environ.get(REQUIRED, "").split()
    if not required or not report.skipped or hasattr(report, "wasxfail") or not isinstance(report.longrepr, tuple):
        return report
    reason = report.longrepr[2]
    if not _MAY_LACK.search(reason) and ("browser" if _BROWSER in reason else "packages") in required:
        report.outcome = "failed"
        report.longrepr = f"{report.longrepr[0]}:{report.longrepr[1]}: {reason} ({REQUIRED}={' '.join(required)})"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Look at what became of a test."""
    return fail_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Look at what became of a module, which may skip all that it holds."""
    return fail_skipped((yield))
