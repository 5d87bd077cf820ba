"""HTML: the main text of a page, found by trafilatura; nothing in it is run, nothing is fetched."""

from __future__ import annotations

import datetime
import logging
import re
from typing import TYPE_CHECKING, Any

from glane.read.dates import EARLIEST, LATEST, plausible
from glane.read.document import Content, ErrorCode, InputError
from glane.read.encoding import decode
from glane.read.markup import render

if TYPE_CHECKING:
    from pydantic import JsonValue

SUFFIXES = (".html", ".htm", ".xhtml")

MAX_MAIN_TEXT = 1_000_000
"""Bytes of a page in which the main text is looked for: that takes 1 to 5 s, and the time grows faster than the size.
In a longer page navigation is a small part: it is taken whole."""

_DAMAGED: ErrorCode = "damaged"

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.I
)
_HEAD_BYTES = 4096
_FORMATTING = re.compile(r"</?(?:a|abbr|b|big|center|em|font|i|small|span|strong|u)\b[^<>]*>", re.IGNORECASE)
# Blanks that tell in French: trafilatura would make ordinary ones of them, and so each has a stand-in on the way
# through it, a letter that it leaves alone (Linear B, which has not been written for 3,200 years).
_STAND_INS = {0xA0: 0x10080, 0x202F: 0x10081, 0x2009: 0x10082, 0x2007: 0x10083}
_BACK = {stand_in: blank for blank, stand_in in _STAND_INS.items()}
# What the library says of each page it gives up is for its own developers.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_html(data: bytes) -> Content:
    """Read a page: its main text, and what its metadata say.

    Raises:
        InputError: it is no text, or cannot be parsed.
        ImportError: trafilatura is not installed.
    """
    text, remarks = _decode(data)
    root = _parse(text)
    if root is None:
        return Content("", remarks=remarks)
    for call in root.xpath("//sup[a]"):  # calls of notes: «2019» must not become «20191»
        call.drop_tree()
    title, date, metadata = _read_metadata(root)
    found = _main_text(root) if len(data) <= MAX_MAIN_TEXT else ""
    if not found:
        found = render(root).translate(_BACK)
        if found and len(data) <= MAX_MAIN_TEXT:
            remarks = (*remarks, "has no main text that stands out: read whole")
    return Content(found, date=date, title=title, metadata=metadata, remarks=remarks)


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a page: as plain text is, but that what it declares comes before the guess of Windows-1252."""
    declared = _DECLARED.search(data, 0, _HEAD_BYTES)
    if declared:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode(declared[1].decode("ascii")), ()
            except (LookupError, ValueError):  # ValueError: an undecodable byte, or a codec that gives no text
                pass
    decoded = decode(data)
    return decoded.text, decoded.remarks


def _parse(text: str) -> Any:
    """Parse a page; ``None`` for an empty one.

    The parser of libxml2 stops at 256 levels, and so no later step meets more. Tags of formatting that are never
    closed are what brings real pages there: they are left out, and the page tried again.
    """
    for source in (text, _FORMATTING):
        markup = source if isinstance(source, str) else source.sub("", text)
        root, problem = _parse_once(markup)
        if problem is None:
            return root
    raise InputError(_DAMAGED, f"cannot be read as HTML: {problem}")


def _parse_once(markup: str) -> tuple[Any, str | None]:
    import trafilatura  # noqa: F401 (without it there is no use in parsing)
    from lxml import etree, html

    # Surrogates are none after decoding; NUL would end the text for the parser.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(markup.replace("\0", "").encode("utf-8"), parser=parser)
    except etree.ParserError:
        return None, None  # nothing in it
    except etree.LxmlError as error:
        return None, str(error)
    limits = [entry.message for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"]
    return root, limits[0].strip() if limits else None


def _main_text(root: Any) -> str:
    import trafilatura

    for element in root.iter():
        if element.text:
            element.text = element.text.translate(_STAND_INS)
        if element.tail:
            element.tail = element.tail.translate(_STAND_INS)
    # It works on a copy. Recall: without it, headings and lists of plain pages are lost, and facts with them.
    found: Any = trafilatura.bare_extraction(root, include_comments=False, favor_recall=True)
    return render(found.body).translate(_BACK) if found is not None and found.body is not None else ""


def _read_metadata(root: Any) -> tuple[str | None, datetime.date | None, dict[str, JsonValue]]:
    """Read title, date, and author, url … from the metadata alone: guesses from the page's text are none."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(
        _head(root),
        date_config={
            "extensive_search": False,
            "original_date": True,
            "min_date": EARLIEST.isoformat(),
            "max_date": LATEST.isoformat(),
        },
    )
    names = ("author", "url", "sitename", "description")
    metadata: dict[str, JsonValue] = {name: value for name in names if (value := getattr(found, name))}
    try:
        date = plausible(datetime.date.fromisoformat(found.date)) if found.date else None
    except ValueError:
        date = None
    return found.title or None, date, metadata


def _head(root: Any) -> Any:
    """Make a page of nothing but another one's metadata."""
    from lxml import etree, html

    head = etree.SubElement(page := html.Element("html"), "head")
    etree.SubElement(page, "body")
    wanted = (
        "//meta | //title | //link[@rel='canonical'] | //script[@type='application/ld+json']"
        " | //time[@pubdate or @itemprop='datePublished']"
    )
    for element in root.xpath(wanted):
        copy = etree.SubElement(head, element.tag, dict(element.attrib))
        copy.text = element.text
    return page
