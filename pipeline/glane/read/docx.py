"""DOCX: paragraphs, headings, list items, tables in reading order, then notes; macros and links are let be."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from glane.read.dates import plausible
from glane.read.document import Content, ErrorCode, InputError
from glane.read.encoding import tell_other
from glane.read.lines import CELLS, Lines, squeeze

if TYPE_CHECKING:
    from pydantic import JsonValue

SUFFIXES = (".docx",)

MAX_UNPACKED = 400_000_000
"""Bytes of all parts together, pictures too."""
MAX_XML = 50_000_000
"""Bytes of one part that is parsed: that takes some ten times as much memory."""
MAX_PARTS = 10_000

_DAMAGED: ErrorCode = "damaged"
_ENCRYPTED: ErrorCode = "encrypted"
_TOO_LARGE: ErrorCode = "too-large"

_OLE = b"\xd0\xcf\x11\xe0"
_TEMPLATE = datetime.datetime(2013, 12, 23, 23, 15)
"""When the template of python-docx was made: what is written with it says so, whenever it was."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = ("footnotes", "endnotes")
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

_SKIPPED = frozenset(
    (*(f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr")), _FALLBACK)
)
_LABEL = re.compile(r"(\(?\w{1,3}[.)°]|[^\w\s])\t")


def read_docx(data: bytes) -> Content:
    """Read a document of Word; of tracked changes, the new text.

    Raises:
        InputError: it is damaged, encrypted or too large.
        ImportError: python-docx is not installed.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    _check(data)
    try:
        document = docx.Document(io.BytesIO(data))
        lines = Lines()
        _Reader(document).blocks(document.element.body, lines)
        for notes in _notes(document):
            _Reader(document).blocks(notes, lines)
        title, date, metadata = _read_metadata(document)
    except (
        OpcError,
        LxmlError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        NotImplementedError,
    ) as error:
        raise InputError(_DAMAGED, f"cannot be read as DOCX: {' '.join(str(error).split())[:200]}") from error
    return Content(lines.text(), date, title, metadata)


def _check(data: bytes) -> None:
    """Look at what the archive says it holds: no more than that is ever unpacked of it."""
    if data.startswith(_OLE):
        raise InputError(_ENCRYPTED, "is encrypted, or an old .doc: save it as .docx without a password first")
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        damaged = InputError(_DAMAGED, f"cannot be read as DOCX: {error}")
        raise tell_other(data, "DOCX", b"PK\x03\x04") or damaged from error
    if len(parts) > MAX_PARTS:
        raise InputError(_TOO_LARGE, f"has {len(parts):,} parts, more than {MAX_PARTS:,}")
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(_ENCRYPTED, "is encrypted: save it without a password first")
    xml = max((part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels"))), default=0)
    if xml > MAX_XML or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise InputError(
            _TOO_LARGE, f"unpacks to more than {MAX_XML // 10**6} MB of text or {MAX_UNPACKED // 10**6} MB"
        )


class _Reader:
    """Walks through the elements of a part, with the styles of its document."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.style_id: style.element for style in document.styles}

    def blocks(self, element: Any, lines: Lines) -> None:
        """Add the blocks in an element: paragraphs, tables, and what holds them."""
        for child in element:
            if child.tag == f"{_W}p":
                self._paragraph(child, lines)
            elif child.tag == f"{_W}tbl":
                self._table(child, lines)
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
                self.blocks(child, lines)

    def _paragraph(self, paragraph: Any, lines: Lines) -> None:
        parts: list[str] = []
        boxes: list[Any] = []
        _collect(paragraph, parts, boxes)
        is_item = self._is_item(paragraph)
        if is_item:
            lines.item()
        else:
            lines.end(block=True)
        for text in "".join(parts).split("\n"):
            lines.add(_write_tabs(text))
            lines.end()
        if is_item:
            lines.end_item()
        else:
            lines.end(block=True)
        for box in boxes:
            self.blocks(box, lines)

    def _is_item(self, paragraph: Any) -> bool:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return False
        style = properties.find(f"{_W}pStyle")
        chain = self._chain(None if style is None else style.get(f"{_W}val"))
        if any(_is_heading(one) for one in chain):
            return False  # headings may be numbered: they are no items
        for one in (paragraph, *chain):
            number = one.find(f"{_W}pPr/{_W}numPr/{_W}numId")
            if number is not None:
                return bool(number.get(f"{_W}val") != "0")
        return False

    def _chain(self, name: str | None) -> list[Any]:
        """A style and those that it is based on, as far as they do not go round."""
        chain: list[Any] = []
        while name is not None and (style := self._styles.get(name)) is not None and style not in chain:
            chain.append(style)
            base = style.find(f"{_W}basedOn")
            name = None if base is None else base.get(f"{_W}val")
        return chain

    def _table(self, table: Any, lines: Lines) -> None:
        lines.end(block=True)
        for row in table.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is not table:
                continue  # of a table in a cell
            cells = [cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]
            if len(cells) == 1 or row.find(f".//{_W}tbl") is not None:
                for cell in cells:  # it frames text, or lays out the page
                    self.blocks(cell, lines)
            else:
                lines.row([self._cell(cell) for cell in cells])
        lines.end(block=True)

    def _cell(self, cell: Any) -> str:
        merged = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merged is not None and merged.get(f"{_W}val") != "restart":
            return ""  # its text stands in the row above
        inner = Lines()
        self.blocks(cell, inner)
        return squeeze(inner.text())


def _is_heading(style: Any) -> bool:
    name = style.find(f"{_W}name")
    named = name is not None and (name.get(f"{_W}val") or "").lower().startswith(("heading", "title"))
    return named or style.find(f"{_W}pPr/{_W}outlineLvl") is not None


def _collect(element: Any, parts: list[str], boxes: list[Any]) -> None:
    """Collect the text of a paragraph, and the text boxes anchored in it."""
    for child in element:
        tag = child.tag
        if tag in (f"{_W}t", _MATH_TEXT):
            parts.append(child.text or "")
        elif tag in (f"{_W}tab", f"{_W}ptab"):
            parts.append("\t")
        elif tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif tag == f"{_W}noBreakHyphen":
            parts.append("\u2011")
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif isinstance(tag, str) and tag not in _SKIPPED:
            _collect(child, parts, boxes)


def _write_tabs(text: str) -> str:
    """Tabs set text in columns, but for one behind a label such as «1.»."""
    text = text.strip(" \t")
    if label := _LABEL.match(text):
        text = f"{label[1]} {text[label.end() :]}"
    return CELLS.join(part for part in text.split("\t") if part.strip())


def _notes(document: Any) -> list[Any]:
    """The notes, without the lines that part them from the text."""
    from docx.oxml.parser import parse_xml

    found: list[Any] = []
    for name in _NOTES:
        relations = (one for one in document.part.rels.values() if one.reltype == _RELATION + name)
        for relation in relations:
            if not relation.is_external:
                root = parse_xml(relation.target_part.blob)
                found += [note for note in root if note.get(f"{_W}type") in (None, "normal")]
    return found


def _read_metadata(document: Any) -> tuple[str | None, datetime.date | None, dict[str, JsonValue]]:
    from docx.opc.constants import RELATIONSHIP_TYPE

    package = document.part.package
    if not any(one.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for one in package.rels.values()):
        return None, None, {}  # python-docx would make some up, of today
    properties = document.core_properties
    created = properties.created
    if created is not None and created.replace(tzinfo=None) == _TEMPLATE:
        created = None
    metadata: dict[str, JsonValue] = {
        name: value for name in ("author", "subject", "keywords") if (value := getattr(properties, name))
    }
    return properties.title or None, plausible(created), metadata
