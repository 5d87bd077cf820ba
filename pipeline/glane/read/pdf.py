"""PDF, by pdfium: the text page by page; nothing in the file is run."""

from __future__ import annotations

import ctypes
import datetime
import re
from typing import TYPE_CHECKING, Any

from glane.read.dates import plausible
from glane.read.document import Content, ErrorCode, InputError
from glane.read.encoding import tell_other
from glane.read.pdf_lines import Char, join_lines, mend_hyphens, split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue

SUFFIXES = (".pdf",)

MAX_PAGES = 20_000
MAX_CHARACTERS = 50_000_000
"""Of text in a file: a small file can hold very much of it."""

_DAMAGED: ErrorCode = "damaged"
_ENCRYPTED: ErrorCode = "encrypted"
_NO_TEXT: ErrorCode = "no-text"
_TOO_LARGE: ErrorCode = "too-large"

_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read_pdf(data: bytes) -> Content:
    """Read a PDF: a paragraph a line, and where each page begins.

    Raises:
        InputError: it is damaged, encrypted, too large, or without text (scanned).
        ImportError: pypdfium2 is not installed.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _explain(error, data) from error
    try:
        return _read(document)
    finally:
        document.close()


def _explain(error: Exception, data: bytes) -> InputError:
    if "password" in str(error).lower():
        return InputError(_ENCRYPTED, "is encrypted: save it without a password first")
    damaged = InputError(_DAMAGED, "cannot be read as PDF: it is damaged, or none")
    return tell_other(data, "PDF", b"%PDF-") or damaged


def _read(document: Any) -> Content:
    count = len(document)
    if count > MAX_PAGES:
        raise InputError(_TOO_LARGE, f"has {count:,} pages, more than {MAX_PAGES:,}")
    pages: list[str] = []
    unread = size = 0
    for index in range(count):
        page = _read_page(document, index)
        unread += page is None
        pages.append(page or "")
        size += len(pages[-1])
        if size > MAX_CHARACTERS:
            raise InputError(_TOO_LARGE, f"has more than {MAX_CHARACTERS:,} characters of text")
    if not size:
        if unread or not count:
            raise InputError(_DAMAGED, "cannot be read as PDF: none of its pages can")
        what = "its page holds" if count == 1 else f"its {count:,} pages hold"
        raise InputError(_NO_TEXT, f"{what} no text, only pictures: scanned, it needs text recognition (OCR) first")
    starts: list[int] = []
    texts = mend_hyphens(pages)
    end = 0
    for text in texts:
        starts.append(end)
        end += len(text)
    title, date, metadata = _read_metadata(document)
    return Content("".join(texts), date, title, metadata, tuple(starts), tuple(_remarks(pages, unread)))


def _remarks(pages: list[str], unread: int) -> Iterator[str]:
    if unread:
        yield f"{unread:,} of its {len(pages):,} pages cannot be read"
    empty = sum(not page for page in pages) - unread
    if empty:
        yield f"{empty:,} of its {len(pages):,} pages hold no text: blank or scanned"


def _read_page(document: Any, index: int) -> str | None:
    """The text of a page, its paragraphs apart by blank lines; ``None`` if it cannot be read."""
    import pypdfium2

    try:
        page = document[index]
        try:
            text = page.get_textpage()
            if text.count_chars() > MAX_CHARACTERS:
                raise InputError(_TOO_LARGE, f"has more than {MAX_CHARACTERS:,} characters of text")
            paragraphs = join_lines(split_lines(_chars(text)))
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return None
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs)


def _chars(text: Any) -> Iterator[Char]:
    """The characters of a page in the order of pdfium, which is that of the file."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if not raw.FPDFText_GetLooseCharBox(text, index, place):
            box.left = box.right = box.bottom = box.top = 0.0
        # NUL: a glyph whose meaning the file does not say. Half a character has none either.
        if code and not 0xD800 <= code <= 0xDFFF:
            yield Char(chr(code), box.left, box.right, box.bottom, box.top)


def _read_metadata(document: Any) -> tuple[str | None, datetime.date | None, dict[str, JsonValue]]:
    found = {name: _clean(value) for name, value in document.get_metadata_dict().items()}
    metadata: dict[str, JsonValue] = {
        name.lower(): found[name] for name in ("Author", "Subject", "Keywords") if found.get(name)
    }
    return found.get("Title") or None, _date(found.get("CreationDate", "")), metadata


def _clean(text: str) -> str:
    return " ".join(text.encode("utf-8", errors="replace").decode("utf-8").replace("\0", " ").split())


def _date(value: str) -> datetime.date | None:
    match = _DATE.match(value)
    if match is None:
        return None
    try:
        return plausible(datetime.date(int(match[1]), int(match[2]), int(match[3])))
    except ValueError:
        return None
