"""A pipeline without models, to test what stands around it: «Niger» is a country, «2014» a date.

A text that holds ``BOOM`` fails, one that holds ``SLEEP`` says so on standard error and takes a minute. ``EXIT`` and
``KILL`` end the process, without and with a signal; ``WAIT`` takes 50 ms.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import signal
import sys
import time
import types
from bisect import bisect_right
from collections import Counter

from glane_records import CountryRecord, DateRecord, DocumentRecord
from glane_records.models import Counts

GLANE = (
    "import fake_pipeline; fake_pipeline.install(); fake_pipeline.hear_signals(); from glane.cli import main; main()"
)
"""Code of a process that is the command with this pipeline."""

calls: list[dict[str, object]] = []


def command(*arguments: object, code: str = GLANE) -> list[str]:
    """What starts ``glane extract`` in a process of its own."""
    return [sys.executable, "-c", code, "extract", *map(str, arguments)]


def environment() -> dict[str, str]:
    """The environment in which such a process finds this module."""
    here = os.path.dirname(__file__)  # noqa: PTH120 (pathlib is slow to import)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([here, os.environ.get("PYTHONPATH", "")])}


class Pipeline:
    """As much of a pipeline as is asked for."""

    vocab = ()

    def memory_zone(self):
        return contextlib.nullcontext()


def load(rules=(), ner=None):
    calls.append({"rules": list(rules), "ner": ner})
    return Pipeline()


def records_of(nlp, text, *, document_id, source, title, date, metadata=None, pages=(), state=None):
    if "BOOM" in text:
        message = "two\nlines"
        raise RuntimeError(message)
    if "SLEEP" in text:
        sys.stderr.write("asleep\n")
        sys.stderr.flush()
        time.sleep(60)
    if "EXIT" in text:
        os._exit(3)
    if "KILL" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "WAIT" in text:
        time.sleep(0.05)
    mentions = [
        _mention(document_id, text, match, date, pages) for match in re.finditer("Niger|2014|l’an dernier", text)
    ]
    counts = Counter(mention.kind for mention in mentions)
    document = DocumentRecord(
        id=document_id,
        source=source,
        title=title,
        language="en" if " the " in text else "fr" if text.strip() else None,
        date=date.isoformat() if date else None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        characters=len(text),
        schema_version="1.1",
        glane_version="0",
        rules_version="0",
        mentions=Counts(**{kind: counts[kind] for kind in Counts.model_fields}),
        metadata=dict(metadata or {}),
    )
    return [document, *mentions]


def _mention(document_id, text, match, date, pages):
    place = {
        "id": f"{document_id}#{match.start()}-{match.end()}",
        "document": document_id,
        "start": match.start(),
        "end": match.end(),
        "text": match[0],
        "sentence": text,
        "section": None,
        "page": bisect_right(pages, match.start()) or None,
        "rule": "fake",
    }
    if match[0] == "Niger":
        return CountryRecord(**place, name="Niger", code="NE")
    year = "2014" if match[0] == "2014" else str(date.year - 1) if date else None
    edges = {"earliest": f"{year}-01-01", "latest": f"{year}-12-31"} if year else {"earliest": None, "latest": None}
    return DateRecord(**place, **edges, edtf=year, precision="year", modifier=None)


def modules() -> types.ModuleType:
    """Make the module that stands in for the real components."""
    build = types.ModuleType("glane.components.build")
    build.records_of = records_of
    build.read_together = lambda _, texts: [None] * len(texts)
    return build


def install() -> None:
    """Put the fake in the place of the pipeline, for good: for a process of its own."""
    import glane

    vars(glane)["load"] = load
    sys.modules["glane.components.build"] = modules()


def hear_signals() -> None:
    """Have the process of a command hear what a test sends, though a shell may run the tests with signals ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def patch(monkeypatch) -> None:
    """Put the fake in the place of the pipeline for one test."""
    import glane

    calls.clear()
    monkeypatch.setitem(vars(glane), "load", load)
    monkeypatch.setitem(sys.modules, "glane.components.build", modules())
