"""One contestant of `dates_figures.py` in a process of its own, under the interpreter that has it installed.

Usage: PYTHON bench/peers.py NAME, where NAME is one of `PEERS`.

Standard input: one line of JSON, the list of texts; then a line for each round. Standard output, a line of JSON each:
``{"version": …}`` once all is loaded and warm, or ``{"error": …}``; then for each round
``{"seconds": …, "dates": …, "figures": …}``: how long it took, and how many it found.

This file imports nothing of glane at the top: peers have environments of their own.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from importlib.metadata import version

Round = Callable[[list[str]], tuple[float, int, int]]
"""Reads texts; returns seconds, dates and figures."""


def make_glane() -> tuple[str, Round]:
    from glane.rules.load import load_rules
    from glane.text.dates.find import find_dates
    from glane.text.figures.find import find_figures
    from glane.text.shadow import make_shadow

    rules = load_rules()

    def read(text: str) -> tuple[int, int]:
        shadow = make_shadow(text).text
        dates = find_dates(shadow, rules.dates)
        figures = find_figures(shadow, rules.figures, [(match.start, match.end) for match in dates])
        return len(dates), len(figures)

    return version("glane"), _timed(read)


def make_edsnlp() -> tuple[str, Round]:
    nlp = _edsnlp()

    def read(text: str) -> tuple[int, int]:
        return _count_spans(nlp(text))

    return version("edsnlp"), _timed(read)


def make_edsnlp_pipes() -> tuple[str, Round]:
    """Make edsnlp's two pipes alone, on texts that are tokenised already."""
    nlp = _edsnlp()

    def run(texts: list[str]) -> tuple[float, int, int]:
        docs = [nlp.make_doc(text) for text in texts]
        began = time.process_time()
        for doc in docs:
            for _, pipe in nlp.pipeline:
                pipe(doc)
        seconds = time.process_time() - began
        counts = [_count_spans(doc) for doc in docs]
        return seconds, sum(dates for dates, _ in counts), sum(figures for _, figures in counts)

    return version("edsnlp"), run


def make_dateparser() -> tuple[str, Round]:
    from dateparser.search import search_dates

    return version("dateparser"), _timed(lambda text: (len(search_dates(text, languages=["fr"]) or ()), 0))


def make_recognizers() -> tuple[str, Round]:
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    dates = DateTimeRecognizer(Culture.French).get_datetime_model()
    numbers = NumberRecognizer(Culture.French).get_number_model()
    units = NumberWithUnitRecognizer(Culture.French)
    models = [numbers, units.get_currency_model(), units.get_dimension_model(), units.get_age_model()]

    def read(text: str) -> tuple[int, int]:
        return len(dates.parse(text)), sum(len(model.parse(text)) for model in models)

    return version("recognizers-text-suite"), _timed(read)


def make_duckling() -> tuple[str, Round]:
    import duckling

    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    now = duckling.parse_ref_time(zones, "Europe/Paris", 1_600_000_000)
    french = duckling.default_locale_lang(duckling.parse_lang("FR"))
    context = duckling.Context(now, french)
    wanted = duckling.parse_dimensions(["time", "number", "amount-of-money", "quantity", "duration"])

    def read(text: str) -> tuple[int, int]:
        found = duckling.parse(text, context, wanted, False)
        dates = sum(item["dim"] == "time" for item in found)
        return dates, len(found) - dates

    return version("pyduckling-native-phihos"), _timed(read)


PEERS: dict[str, Callable[[], tuple[str, Round]]] = {
    "glane": make_glane,
    "edsnlp": make_edsnlp,
    "edsnlp-pipes": make_edsnlp_pipes,
    "dateparser": make_dateparser,
    "recognizers": make_recognizers,
    "duckling": make_duckling,
}


def _edsnlp():  # type: ignore[no-untyped-def]
    import edsnlp

    nlp = edsnlp.blank("eds")
    nlp.add_pipe("eds.dates")
    nlp.add_pipe("eds.quantities", config={"quantities": "all", "use_tables": False})
    return nlp


def _count_spans(doc) -> tuple[int, int]:  # type: ignore[no-untyped-def]
    return len(doc.spans.get("dates", ())), len(doc.spans.get("quantities", ()))


def _timed(read: Callable[[str], tuple[int, int]]) -> Round:
    def run(texts: list[str]) -> tuple[float, int, int]:
        began = time.process_time()
        counts = [read(text) for text in texts]
        seconds = time.process_time() - began
        return seconds, sum(dates for dates, _ in counts), sum(figures for _, figures in counts)

    return run


def main() -> None:
    answers, sys.stdout = sys.stdout, sys.stderr  # what a library prints is no answer

    def answer(**values: object) -> None:
        answers.write(json.dumps(values) + "\n")
        answers.flush()

    texts = json.loads(sys.stdin.readline())
    try:
        found, run = PEERS[sys.argv[1]]()
        run(texts)  # what is built at first use is no reading
    except Exception as error:  # whatever a peer stumbles over, the others go on
        answer(error=f"{type(error).__name__}: {error}")
        return
    answer(version=found)
    for _ in sys.stdin:
        seconds, dates, figures = run(texts)
        answer(seconds=seconds, dates=dates, figures=figures)


if __name__ == "__main__":
    main()
