"""PDF files made by hand: text set in Helvetica at given places."""

from __future__ import annotations

from typing import TypeAlias

Text: TypeAlias = tuple[float, float, float, str]
"""Left edge, baseline, size, and what is written there (Windows-1252; «ﬁ», «ﬂ» and «ﬀ» as ligatures)."""

_LIGATURES = {"ﬁ": "\x01", "ﬂ": "\x02", "ﬀ": "\x03"}


def make_pdf(*pages: list[Text], info: dict[str, str] | None = None, **changes: bytes) -> bytes:
    """Make a PDF of some pages.

    Args:
        pages: what is written on each.
        info: entries of the document's information, such as ``Title``.
        changes: ``trailer``, bytes added to it; ``pages``, the dictionary of the page tree.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding "
        b"/Differences [1 /fi /fl /ff] >> >>"
    )
    kids = []
    for page in pages:
        content = b"BT " + b" ".join(_show(*text) for text in page) + b" ET"
        kids.append(f"{len(objects) + 2} 0 R".encode())
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = changes.get("pages") or b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    trailer = changes.get("trailer", b"")
    if info:
        objects.append(b"<< " + b" ".join(f"/{k} ".encode() + _string(v) for k, v in info.items()) + b" >>")
        trailer += b" /Info %d 0 R" % len(objects)
    return assemble(objects, trailer)


def assemble(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Put numbered objects together, with the table of where they are; the first is the catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj %s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def column(*lines: str, left: float = 72, top: float = 760, size: float = 11, pitch: float = 14) -> list[Text]:
    """Set lines one below the other."""
    return [(left, top - number * pitch, size, line) for number, line in enumerate(lines)]


def _show(left: float, baseline: float, size: float, text: str) -> bytes:
    for ligature, code in _LIGATURES.items():
        text = text.replace(ligature, code)
    data = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"/F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj" % (size, left, baseline, data)


def _string(text: str) -> bytes:
    return b"<FEFF" + text.encode("utf-16-be").hex().encode() + b">"
