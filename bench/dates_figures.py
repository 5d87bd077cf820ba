"""Words per second of glane's dates and figures alone, beside other libraries on the same texts in the same run.

Usage: python bench/dates_figures.py [TEXTS…] [--rounds N] [--peer-python PYTHON]

Each contestant has a process of its own (`peers.py`); they take turns. Peers may need other versions than glane does:
put them into an environment outside the repository and name its interpreter with ``--peer-python``::

    python -m venv ELSEWHERE
    ELSEWHERE/bin/pip install edsnlp dateparser recognizers-text-suite==1.0.2a2 emoji==1.7.0 pyduckling-native-phihos

A peer that is not installed is left out, and named. Slow ones read a slice, as long as ``--slice`` says.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from itertools import accumulate
from pathlib import Path
from typing import IO, Any

from common import DOCUMENTS, Timing, count_words, paired_ratio, read_texts, table

BAR = 5.0
CONTESTANTS = {
    "glane": "glane: find_dates, find_figures",
    "edsnlp": "edsnlp: dates, quantities",
    "edsnlp-pipes": "the same without its tokenizer",
    "dateparser": "dateparser: search_dates (dates only)",
    "recognizers": "Recognizers-Text: date-time, number, units",
    "duckling": "Duckling (native binding): time, number, money, quantity, duration",
}
SLICED = {"dateparser", "recognizers", "duckling"}


class Contestant:
    """A process that reads the texts once each time it is told to."""

    def __init__(self, name: str, python: str, texts: list[str]) -> None:
        self.name = name
        self.words = count_words(texts)
        self.seconds: list[float] = []
        self.last: dict[str, Any] = {}
        self._process = subprocess.Popen(
            [python, str(Path(__file__).with_name("peers.py")), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.ready = self._ask(json.dumps(texts))

    def run(self) -> None:
        self.last = self._ask("go")
        self.seconds.append(self.last["seconds"] / self.words)

    def stop(self) -> None:
        self._stream(self._process.stdin).close()
        self._process.wait()
        self._stream(self._process.stdout).close()

    @property
    def timing(self) -> Timing:
        """Seconds for a word, round by round."""
        return Timing(tuple(self.seconds))

    def _ask(self, line: str) -> dict[str, Any]:
        question = self._stream(self._process.stdin)
        question.write(line + "\n")
        question.flush()
        reply = self._stream(self._process.stdout).readline()
        return json.loads(reply) if reply else {"error": "the process ended"}

    @staticmethod
    def _stream(stream: IO[str] | None) -> IO[str]:
        assert stream is not None
        return stream


def cut(texts: list[str], words: int) -> list[str]:
    """Take the first texts that have together at least so many words."""
    totals = accumulate(count_words([text]) for text in texts)
    needed = next((number for number, total in enumerate(totals, start=1) if total >= words), len(texts))
    return texts[:needed]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path, default=[DOCUMENTS], help="files and folders of .txt")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slice", type=int, default=1500, help="words for the slow ones")
    parser.add_argument("--peer-python", default=sys.executable, help="interpreter of the environment with the peers")
    arguments = parser.parse_args()
    texts = read_texts(arguments.texts or [DOCUMENTS])
    few = cut(texts, arguments.slice)
    contestants: list[Contestant] = []
    for name in CONTESTANTS:
        python = sys.executable if name == "glane" else arguments.peer_python
        contestant = Contestant(name, python, few if name in SLICED else texts)
        if "error" in contestant.ready:
            print(f"left out: {name}: {contestant.ready['error']}")
            contestant.stop()
        else:
            contestants.append(contestant)
    for number in range(arguments.rounds):
        shift = number % len(contestants)
        for contestant in contestants[shift:] + contestants[:shift]:
            contestant.run()
    print(f"{len(texts)} texts, {count_words(texts):,} words, {arguments.rounds} rounds in turns, medians\n")
    ours = contestants[0]
    head = ["", "version", "words/s", "time, glane = 1", "found", "in words", "spread of rounds"]
    print(table(head, [_row(contestant, ours) for contestant in contestants]))
    for contestant in contestants:
        contestant.stop()
        if contestant.name.startswith("edsnlp"):
            ratio = paired_ratio(ours.timing, contestant.timing)
            verdict = "met" if ratio >= BAR else "MISSED"
            print(f"bar: {BAR:g} times as fast as {CONTESTANTS[contestant.name]}: {verdict} ({ratio:.1f})")


def _row(contestant: Contestant, ours: Contestant) -> list[str]:
    timing = contestant.timing
    return [
        CONTESTANTS[contestant.name],
        contestant.ready["version"],
        f"{1 / timing.median:,.0f}",
        f"{paired_ratio(ours.timing, timing):.1f}",
        f"{contestant.last['dates']} dates, {contestant.last['figures']} figures",
        f"{contestant.words:,}",
        f"{timing.spread:.0%}",
    ]


if __name__ == "__main__":
    main()
