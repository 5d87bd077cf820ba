"""What the processes of a service load in tests; what takes long to import is imported where it is wanted."""

from __future__ import annotations

import os
import sys
import time
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import fake_pipeline

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def load_blank() -> Language:
    """The real components without a model."""
    from blank_pipeline import blank_pipeline

    nlp = blank_pipeline()
    nlp.meta["glane_rules"] = "test"
    return nlp


def load_fake() -> Any:
    """For a process of its own: «Niger» and «2014»; DIE kills the process, NAP takes a second, SLEEP a minute."""
    fake_pipeline.install()
    build = sys.modules["glane.components.build"]
    records_of = build.records_of

    def risky(nlp: Any, text: str, **known: Any) -> Any:
        if "DIE" in text:
            os._exit(9)
        if "NAP" in text:
            time.sleep(1)
        return records_of(nlp, text, **known)

    build.records_of = risky  # type: ignore[attr-defined]
    return SimpleNamespace(meta={"glane_rules": "fake"})


def load_nothing() -> Any:
    message = "no such\nmodel"
    raise OSError(message)
