"""The list of inputs that gave no records, beside the output."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from glane.write.atomic import open_atomic, output_errors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from glane.read import Failure


def failures_path(output: Path) -> Path:
    """Return the path of the list of failures that belongs to an output: its name and ``.errors.jsonl``."""
    return output.with_name(f"{output.name}.errors.jsonl")


def write_failures(output: Path, failures: Sequence[Failure]) -> None:
    """Write the list of failures, or remove that of an earlier run where there are none.

    Each line is an object with ``document`` (its id, or null), ``source``, ``error`` and ``message``.

    Raises:
        OutputError: it cannot be written.
    """
    path = failures_path(output)
    with output_errors(str(path)):
        if not failures:
            path.unlink(missing_ok=True)
            return
        with open_atomic(path) as stream:
            stream.writelines(failure_line(failure).encode("utf-8") for failure in failures)


def failure_line(failure: Failure) -> str:
    """Return a failure as a line of JSON."""
    fields = dataclasses.asdict(failure)
    return json.dumps({"document": fields.pop("id"), **fields}, ensure_ascii=False) + "\n"
