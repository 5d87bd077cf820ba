"""Kill runs at random moments, go on with --resume, and compare the bytes with those of an undisturbed run.

Usage: python bench/faults.py [TEXTS…] [--kills 20] [--jobs 2] [--words 100000] [--seed N] [--block N]

Each round begins an output anew and kills until it is whole; rounds take turns between .jsonl and .jsonl.gz. The whole
process group, or the first process alone, gets SIGKILL.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from common import DOCUMENTS, count_words, read_texts, repeat_texts

from glane.write.resumable import BLOCK_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

GLANE = """
import glane.write.resumable as resumable
resumable.BLOCK_CHARACTERS = {block}
from glane.cli import main; main()
"""
SUFFIXES = (".jsonl", ".jsonl.gz")


def write_inputs(texts: Sequence[str], folder: Path) -> Path:
    """Write the texts as one file of JSON lines."""
    path = folder / "texts.jsonl"
    lines = (json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(texts))
    path.write_text("".join(lines), encoding="utf-8")
    return path


def start(source: Path, out: Path, options: Sequence[str], *more: str) -> subprocess.Popen[bytes]:
    command = [*options, str(source), "-o", str(out), "--quiet", *more]
    return subprocess.Popen(command, start_new_session=True)


def kill(process: subprocess.Popen[bytes], chance: random.Random) -> bool:
    """Kill a run; false where it has ended before."""
    if process.poll() is not None:
        return False
    if chance.random() < 0.5:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    return process.wait() == -signal.SIGKILL


def break_off(
    source: Path, out: Path, options: Sequence[str], seconds: float, chance: random.Random, wanted: int
) -> int:
    """Kill runs on one output until it is whole, at most so many; return how many were killed."""
    kills = 0
    while kills < wanted and not out.exists():
        process = start(source, out, options, "--resume")
        time.sleep(chance.uniform(0.2, 0.8) * seconds)
        kills += kill(process, chance)
    if not out.exists():
        code = start(source, out, options, "--resume").wait()
        if code:
            message = f"the last run ended with {code}"
            raise SystemExit(message)
    return kills


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path, help="files and folders of .txt")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--words", type=int, default=100_000, help="texts are repeated until there are as many")
    parser.add_argument("--block", type=int, default=BLOCK_CHARACTERS, help="characters that a kill can cost")
    parser.add_argument("--seed", type=int, default=6)
    arguments = parser.parse_args()
    texts = repeat_texts(read_texts(arguments.texts or [DOCUMENTS]), arguments.words)
    code = GLANE.format(block=arguments.block)
    options = [sys.executable, "-c", code, "extract", "-j", str(arguments.jobs)]
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = write_inputs(texts, folder)
        expected = {}
        for suffix in SUFFIXES:
            began = time.monotonic()
            assert start(source, folder / f"whole{suffix}", options).wait() == 0
            seconds = time.monotonic() - began
            expected[suffix] = (folder / f"whole{suffix}").read_bytes()
        print(f"{len(texts)} texts, {count_words(texts):,} words, {seconds:.0f} s undisturbed, seed {arguments.seed}")
        kills = rounds = 0
        while kills < arguments.kills:
            suffix = SUFFIXES[rounds % len(SUFFIXES)]
            out = folder / f"round{rounds}{suffix}"
            killed = break_off(source, out, options, seconds, chance, arguments.kills - kills)
            same = out.read_bytes() == expected[suffix]
            left = [path.name for path in folder.glob(f"{out.name}.*")]
            print(
                f"{out.name}: {killed} kills, {'the same bytes' if same else 'OTHER BYTES'}, left over: {left or 'nothing'}"
            )
            kills += killed
            rounds += 1
            if not same or left:
                raise SystemExit(1)
    print(f"bar: {kills} kills, the same bytes each time: met")


if __name__ == "__main__":
    main()
