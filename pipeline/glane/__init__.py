"""glane: French institutional text in, validated records out.

>>> import glane
>>> for record in glane.extract("L'OTAN compte 32 pays depuis 2024."):
...     print(record.kind)
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date as day
    from pathlib import Path

    from spacy.language import Language
    from spacy.vocab import Vocab

    from glane.read import Document
    from glane_records.models import Record

__version__ = version("glane")
__all__ = ["__version__", "extract", "extract_documents", "load"]


def load(
    rules: Sequence[str | Path] = (),
    *,
    ner: bool | None = None,
    vocab: Vocab | bool = True,
    disable: str | Iterable[str] = (),
    enable: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    config: Mapping[str, Any] | None = None,
) -> Language:
    """Load the pipeline: a spaCy `Language` whose documents hold mentions in ``doc.spans["glane"]`` and ``doc.ents``.

    ``spacy.load("glane")`` does the same.

    Args:
        rules: folders of rules laid over the built-in ones.
        ner: ``None``: a statistical model tells parts of speech, of the words on which something depends; ``True``: its
            entities are evidence for names too; ``False``: no statistical model is loaded at all.
        vocab: as for `spacy.load`; so are the next three.
        disable: names of components that are there but not run.
        enable: names of those that are run; all others are not.
        exclude: names of components that are left out.
        config: nothing, as `spacy.load` gives it where it was given nothing: the pipeline takes no settings that way.

    Returns:
        The pipeline.

    Raises:
        ValueError: there are settings in ``config``.
        glane.rules.RuleError: a rule file cannot be used; the message names file and line.
    """
    if config:
        message = (
            f"glane takes no config ({', '.join(map(str, config))}): rules and ner of glane.load() change what it does"
        )
        raise ValueError(message)
    from glane.components.build import build_pipeline

    nlp = build_pipeline(rules, ner=ner, vocab=vocab)
    for name in _names(exclude):
        if name in nlp.pipe_names:
            nlp.remove_pipe(name)
    idle = _names(disable)
    if wanted := _names(enable):
        idle |= set(nlp.pipe_names) - wanted
    for name in idle & set(nlp.pipe_names):
        nlp.disable_pipe(name)
    return nlp


def _names(given: str | Iterable[str]) -> set[str]:
    """One name or several, as spaCy takes them."""
    return {given} if isinstance(given, str) else set(given)


@cache
def _default() -> Language:
    return load()


def extract(text: str, *, nlp: Language | None = None, date: day | None = None) -> list[Record]:
    """Extract the records of one text.

    Args:
        text: any French text; offsets in the records count its code points.
        nlp: a pipeline from `load`; without it, one is loaded and kept.
        date: the text's date, or a time of that day; relative expressions such as «l'an dernier» resolve against it.

    Returns:
        The document's record (its id is ``text``), then its mentions in the order of the text.

    Raises:
        TypeError: the text is no string, or the date no `datetime.date`.
    """
    import datetime

    _check_type("text", text, str)
    _check_type("date", date, datetime.date | None)
    from glane.components.build import records_of
    from glane.read.dates import day_of

    return records_of(nlp or _default(), text, document_id="text", source="text", date=day_of(date))


def _check_type(name: str, value: object, wanted: Any) -> None:
    if not isinstance(value, wanted):
        message = f"{name} must be {getattr(wanted, '__name__', wanted)}, not {type(value).__name__}"
        raise TypeError(message)


def extract_documents(
    documents: Iterable[Document], *, nlp: Language | None = None, jobs: int = 1, timeout: float | None = None
) -> Iterator[list[Record]]:
    """Extract the records of documents, lazily, in their order; see `glane.run.extract_documents`.

    Args:
        documents: what to extract from.
        nlp: a pipeline from `load`; without it, one is loaded and kept.
        jobs: number of processes. Where they cannot be forked (not Linux, or threads run), leave ``nlp`` out.
        timeout: seconds that a document may take, in a process of its own; ``None`` for any time.

    Raises:
        ValueError: a document failed in another process. In this one, its exception is raised as it is.
    """
    from glane.run import extract_documents as run

    return run(documents, nlp or _default(), jobs=jobs, timeout=timeout, load=None if nlp else load)
