"""The words around a mention, for those who read what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from glane.evaluate.findings import Finding

WIDTH = 40
"""Code points shown on either side."""


def read_texts(path: Path, documents: Iterable[str]) -> dict[str, str]:
    """Read the texts of documents, as `glane extract` reads them.

    Args:
        path: a folder, or a file (of JSON lines too).
        documents: ids; a text goes by its document's id, or by the last component of that.

    Returns:
        The text of each document found.
    """
    from glane.read.annotations.texts import Texts

    texts = Texts(path)
    named = ((document, name) for document in documents for name in (document.rpartition("/")[2], document))
    return {document: text for document, name in named if (text := texts.get(name)) is not None}


def show_context(finding: Finding, texts: Mapping[str, str]) -> str:
    """The words around a finding on one line, the mention in square brackets.

    Taken from the document's text where it is given and agrees with the mention, else from the sentence of
    the predicted record, else empty.
    """
    place = finding.place
    text = texts.get(place.document, "")
    if text[place.start : place.end] == place.text:
        return _cut(text, place.start, place.end)
    predicted = finding.predicted
    if predicted is None or predicted.sentence is None:
        return ""
    start = predicted.sentence.find(predicted.text)
    return _cut(predicted.sentence, start, start + len(predicted.text)) if start >= 0 else ""


def _cut(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - WIDTH) : start], text[end : end + WIDTH]
    return flatten(f"{before}[{text[start:end]}]{after}")


def flatten(text: str) -> str:
    """The text on one line: each run of blanks and line ends is one blank."""
    return " ".join(text.split())
