"""What the measurements share: texts, interleaved rounds, tables.

A machine does other things too, and is faster in one minute than in the next. So contestants take turns, round by
round, in one run; the median of the rounds counts; and what is compared is a ratio of the same run, never a time.
Processor time is measured, which other processes disturb less than they do the clock; all contestants run in one thread.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ROOT / "corpus" / "documents"


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of one contestant, round by round.

    Attributes:
        rounds: seconds of each round.
        fastest: the least of them.
        median: the middle of them.
        spread: range between the quartiles, as a share of the median: how noisy the machine was.
    """

    rounds: tuple[float, ...]

    @property
    def fastest(self) -> float:
        return min(self.rounds)

    @property
    def median(self) -> float:
        return statistics.median(self.rounds)

    @property
    def spread(self) -> float:
        if len(self.rounds) < 2:
            return 0.0
        first, _, third = statistics.quantiles(self.rounds, n=4, method="inclusive")
        return (third - first) / self.median


SUFFIXES = (".txt", ".jsonl")


def read_texts(paths: Iterable[Path]) -> list[str]:
    """Read the texts of some files and folders: ``.txt``, and ``.jsonl`` with a ``text`` in each line."""
    files: list[Path] = []
    for path in paths:
        files += sorted(p for p in path.rglob("*") if p.suffix in SUFFIXES) if path.is_dir() else [path]
    texts = [text for file in files for text in _texts_of(file)]
    if not texts:
        message = "no texts there"
        raise SystemExit(message)
    return texts


def _texts_of(file: Path) -> list[str]:
    content = file.read_text(encoding="utf-8")
    if file.suffix != ".jsonl":
        return [content]
    return [json.loads(line)["text"] for line in content.splitlines() if line.strip()]


def first_words(texts: Iterable[str], most: int) -> list[str]:
    """Take texts, whole, until they have so many words."""
    taken: list[str] = []
    words = 0
    for text in texts:
        if words >= most:
            break
        taken.append(text)
        words += len(text.split())
    return taken


def count_words(texts: Iterable[str]) -> int:
    """Count what stands between blanks."""
    return sum(len(text.split()) for text in texts)


def take_turns(contestants: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Timing]:
    """Time contestants in turns, after one round each that does not count.

    The order is turned round by round, so that none always comes behind the same one.
    """
    for run in contestants.values():
        run()
    names = list(contestants)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:
            began = time.process_time()
            contestants[name]()
            seconds[name].append(time.process_time() - began)
    return {name: Timing(tuple(found)) for name, found in seconds.items()}


def run_python(arguments: Sequence[str]) -> tuple[float, float]:
    """Run Python with some arguments in a process of its own; its time by the clock, and its processor time."""
    before, began = os.times(), time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    ended, after = time.perf_counter(), os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return ended - began, processor


def paired_ratio(one: Timing, other: Timing) -> float:
    """Median over the rounds of how many times longer the other took than the one in the same round."""
    return statistics.median(b / a for a, b in zip(one.rounds, other.rounds, strict=True))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def repeat_texts(texts: Sequence[str], words: int) -> list[str]:
    """Repeat texts, and cut the last one, until they have so many words."""
    found: list[str] = []
    left = words
    while left > 0:
        for text in texts:
            count = len(text.split())
            if count >= left:
                found.append(cut_text(text, left))
                return found
            found.append(text)
            left -= count
    return found


def cut_text(text: str, words: int) -> str:
    """Return a text's beginning of so many words."""
    end = 0
    for number, match in enumerate(re.finditer(r"\S+", text), start=1):
        end = match.end()
        if number == words:
            break
    return text[:end]
