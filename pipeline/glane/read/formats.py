"""The formats of files that hold one document each, and JSON lines, by the ends of file names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from glane.read import jsonl
from glane.read.document import Content, ErrorCode, InputError
from glane.read.docx import SUFFIXES as DOCX_SUFFIXES
from glane.read.docx import read_docx
from glane.read.html import SUFFIXES as HTML_SUFFIXES
from glane.read.html import read_html
from glane.read.markdown import SUFFIXES as MARKDOWN_SUFFIXES
from glane.read.markdown import read_markdown
from glane.read.metadata import clean, clean_text
from glane.read.opening import PACKED_SUFFIXES
from glane.read.pdf import SUFFIXES as PDF_SUFFIXES
from glane.read.pdf import read_pdf
from glane.read.plain import SUFFIXES as PLAIN_SUFFIXES
from glane.read.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

_MISSING: ErrorCode = "missing-extra"
_DAMAGED: ErrorCode = "damaged"


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files.

    Attributes:
        name: what messages call it.
        suffixes: the ends of its files' names, in small letters.
        read: makes a document's content of the bytes of a file; ``None`` for files of many documents.
        extra: the optional dependency that it needs, as ``pip install 'glane[EXTRA]'`` names it.
        contained: whether it is read in a process of its own: its parser may crash, or take very long.
        share: how many bytes a file may have for each that a document's text may have: pictures in a file cost
            little, marks to be parsed much.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes], Content] | None
    extra: str | None = None
    contained: bool = True
    share: float = 1.0


FORMATS = (
    Format("plain text", PLAIN_SUFFIXES, read_plain, contained=False),
    Format("Markdown", MARKDOWN_SUFFIXES, read_markdown, share=0.5),
    Format("HTML", HTML_SUFFIXES, read_html, extra="html"),
    Format("PDF", PDF_SUFFIXES, read_pdf, extra="pdf", share=5),
    Format("DOCX", DOCX_SUFFIXES, read_docx, extra="docx", share=5),
    Format("JSON lines", jsonl.SUFFIXES, None, contained=False),
)
PLAIN = FORMATS[0]
"""How standard input and files without an extension are read."""

_BY_SUFFIX = {suffix: one for one in FORMATS for suffix in one.suffixes}
KNOWN = f"{', '.join(_BY_SUFFIX)}; each also packed: {', '.join(PACKED_SUFFIXES)}"
"""The known types, for messages."""


def parse(one: Format, data: bytes) -> Content:
    """Make a document's content of the bytes of a file, in this process.

    Raises:
        InputError: the file cannot be read, or the format's optional dependency is not installed.
    """
    assert one.read is not None
    try:
        content = one.read(data)
    except ImportError as error:
        if one.extra is None:
            raise
        message = f"{one.name} needs {error.name}: pip install 'glane[{one.extra}]'"
        raise InputError(_MISSING, message) from error
    except RecursionError as error:
        raise InputError(_DAMAGED, f"cannot be read as {one.name}: it is nested too deeply") from error
    return replace(
        content,
        text=clean_text(content.text),
        title=clean_text(content.title) if content.title else None,
        metadata={clean_text(name): clean(value) for name, value in content.metadata.items()},
    )


def split_name(path: PurePath) -> tuple[str, str]:
    """Split a file's name into what names the document and its suffixes: ``note`` and ``.txt.gz``."""
    packed = path.suffix if path.suffix.lower() in PACKED_SUFFIXES else ""
    inner = path.with_suffix("") if packed else path
    return inner.stem, inner.suffix + packed


def format_of(path: PurePath) -> Format | None:
    """Return the format of a file by its name; ``None`` where it is not known, or there is no suffix."""
    packed = path.suffix.lower() in PACKED_SUFFIXES
    return _BY_SUFFIX.get((path.with_suffix("") if packed else path).suffix.lower())


def has_suffix(path: PurePath) -> bool:
    """Whether a file's name says its type, right or wrong; ``.gz`` alone says nothing of it."""
    return bool(split_name(path)[1].lower().removesuffix(".gz").removesuffix(".zst"))
