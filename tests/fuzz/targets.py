"""What is fuzzed, and what must hold of it; each target takes one input and raises where something does not."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from blank_pipeline import COMPONENTS
from components.extracting import extract
from glane.components.build import records_of
from glane.components.state import resources_for
from glane.components.tokenizer import ComposingTokenizer
from glane.read import FORMATS, Document, Failure, find_inputs
from glane.read.opening import PACKED_SUFFIXES
from glane.rules.errors import RuleError
from growth import is_linear
from soundness import assert_sound

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date as day

    from spacy.language import Language

SUFFIXES = (*(suffix for one in FORMATS for suffix in one.suffixes), *(f".txt{packed}" for packed in PACKED_SUFFIXES))
SAMPLE = "Le 3 mai 2004, l’Agence des balises (ADB) a versé 12,5 millions d’euros au Niger et à l’OTAN.\n"
_WHOLE_FILE = ("cannot be read: ", "has no header line")
"""Problems that stand in no line."""


def check_text(text: str, date: day | None = None) -> None:
    """The components of glane, without the statistical model."""
    records = extract(text, date)
    assert_sound(text, records)
    assert extract(text, date) == records


def check_extract(nlp: Language, text: str, date: day | None = None) -> None:
    """The whole pipeline."""
    first, second = (records_of(nlp, text, document_id="text", source="text", date=date) for _ in range(2))
    assert_sound(text, first)
    assert first == second


def check_growth(unit: str) -> None:
    """The time that a text takes which says one thing over and over."""
    assert is_linear(extract, unit), unit


def check_reader(suffix: str, data: bytes) -> None:
    """The reader of a suffix: documents that records can quote, or failures of one line, the same every time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        items = list(find_inputs([path]))
        assert list(find_inputs([path])) == items
        assert path.read_bytes() == data
        assert [one.name for one in Path(folder).iterdir()] == [path.name]
    for item in items:
        assert item.source.startswith(str(path))
        if isinstance(item, Document):
            assert item.id
            for text in (item.id, item.text, item.title or ""):
                text.encode("utf-8")
        else:
            assert isinstance(item, Failure)
            assert item.message
            assert item.message.splitlines() == [item.message]
            item.message.encode("utf-8")


def check_pack(files: Mapping[str, bytes]) -> bool:
    """A pack of rules: refused with its file and line, or loaded and fit to read a text with.

    Returns:
        Whether it was loaded.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        try:
            resources_for([folder])
        except RuleError as error:
            _check_refusal(error, Path(folder), files)
            return False
        nlp = spacy.blank("fr")
        nlp.tokenizer = ComposingTokenizer(nlp.tokenizer)
        for name in COMPONENTS:
            nlp.add_pipe(f"glane_{name}", config={} if name == "mentions" else {"packs": [folder]})
        nlp.meta["glane_rules"] = "pack"
        assert_sound(SAMPLE, records_of(nlp, SAMPLE, document_id="d", source="d"))
    return True


def _check_refusal(error: RuleError, folder: Path, files: Mapping[str, bytes]) -> None:
    place = f"{error.path}:{error.line}: " if error.line is not None else f"{error.path}: "
    assert str(error) == f"{place}{error.problem}"
    assert len(str(error).splitlines()) == 1
    data = files[error.path.relative_to(folder).as_posix()]
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert error.problem.startswith(_WHOLE_FILE) if error.line is None else 1 <= error.line <= lines
