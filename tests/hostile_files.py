"""Files made to fill the memory, to take for ever or to crash a parser, made when they are needed."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from pdf_files import assemble, column, make_pdf

if TYPE_CHECKING:
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def make_docx(body: str, *, head: str = "", **parts: bytes) -> bytes:
    """Make a document of Word of the XML of its body; ``head`` stands before its root."""
    document = f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def paragraph(text: str) -> str:
    """A paragraph of Word."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


LAUGHS = "<!DOCTYPE w [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9)) + "]>"


def looping_pdf() -> bytes:
    """Pages that are their own parents, an object that is its own length, a table of objects that refers to itself."""
    data = assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 /Parent 2 0 R >>",
            b"<< /Type /Page /Parent 3 0 R /Contents 4 0 R /Resources 3 0 R >>",
            b"<< /Length 4 0 R >> stream\nBT (x) Tj ET\nendstream",
        ]
    )
    start = data.rindex(b"startxref") + len(b"startxref\n")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %s" % data[start:].split()[0])


def encrypted_pdf() -> bytes:
    """A PDF that asks for a password."""
    key = b"<%s>" % (b"5A" * 32)
    entry = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >> /ID [<00> <00>]" % (key, key)
    return make_pdf(column("Le Niger"), trailer=b" " + entry)


def bomb_pdf() -> bytes:
    """A page whose content unpacks to a hundred megabytes, through two filters."""
    inner = zlib.compress(b"BT (Niger) Tj ET " * 6_000_000, 1)
    packed = zlib.compress(inner, 1)
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >> stream\n%s\nendstream" % (len(packed), packed),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>",
        ]
    )


def gzip_bomb(size: int) -> bytes:
    """So many zeros, packed a thousandfold."""
    data = io.BytesIO()
    with gzip.GzipFile(fileobj=data, mode="wb", compresslevel=9, mtime=0) as packed:
        for _ in range(size // 1_000_000):
            packed.write(b"0" * 1_000_000)
    return data.getvalue()


def write_all(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files by their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder
