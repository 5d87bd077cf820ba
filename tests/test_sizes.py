"""A file has one job, and fits a screenful or a few."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST = 300
"""Lines."""
FILES = sorted(path for room in ("pipeline", "models", "bench", "scripts") for path in (ROOT / room).rglob("*.py"))


def test_no_file_is_longer_than_a_few_screens() -> None:
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert len(lengths) > 300
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
