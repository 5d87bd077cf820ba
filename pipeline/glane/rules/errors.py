"""What goes wrong in a rule file, said so that its author finds the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class RuleError(ValueError):
    """A rule file that cannot be used: the message is ``file:line: what is wrong``."""

    def __init__(self, path: Path, line: int | None, problem: str) -> None:
        """Name the file, the line (1-based; ``None`` for the whole file) and the problem."""
        self.path = path
        self.line = line
        self.problem = problem
        place = f"{path}:{line}" if line is not None else str(path)
        super().__init__(f"{place}: {problem}")
