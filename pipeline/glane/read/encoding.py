"""Bytes to text, by plain rules, without changing anything in the text.

In this order: a byte order mark decides; else UTF-8; else UTF-8 with a few damaged places, where more of it
is sound; else Windows-1252 (Latin-1 where that has no character for a byte). All but UTF-8 earn a remark.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from glane.read.document import ErrorCode, InputError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document", "name it .pdf"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "name it .docx if it is one of Word, else convert it"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as .docx"),
    (b"{\\rtf", "an RTF document", "save it as .docx"),
    (b"\x1f\x8b", "a gzip file", "unpack it, or name it .gz"),
    (b"\x28\xb5\x2f\xfd", "a zstd file", "unpack it, or name it .zst"),
    (b"\x89PNG", "an image", "it needs text recognition (OCR) first"),
    (b"\xff\xd8\xff", "an image", "it needs text recognition (OCR) first"),
    (b"GIF8", "an image", "it needs text recognition (OCR) first"),
    (b"\x7fELF", "a program", "there is none in it"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b") + b"\x7f"
# More control characters than this share, and the bytes are no text; a handful is forgiven in any length.
_MAX_CONTROL_SHARE = 0.05
_MAX_CONTROLS = 3
_WIDE_SHARE = 0.4  # zeros among all bytes, of which they are half in plain ASCII

_BINARY: ErrorCode = "binary"
_ENCODING: ErrorCode = "encoding"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was had.

    Attributes:
        text: the text, its line ends untouched, without a byte order mark.
        encoding: name of the encoding.
        remarks: what its reader should know, each in a few words.
    """

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode a file's bytes.

    Raises:
        InputError: the bytes are no text (``binary``), or not in the encoding of their mark (``encoding``).
    """
    for mark, encoding in _MARKS:
        # A UTF-32 mark on a length that is none of UTF-32 is a UTF-16 mark before a NUL.
        if data.startswith(mark) and not (encoding.startswith("utf-32") and len(data) % 4):
            return _decode_marked(data[len(mark) :], encoding)
    _check_signature(data)
    try:
        decoded = Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        decoded = _decode_other(data)
    _check_controls(data)
    return _note_nuls(decoded)


def _decode_marked(body: bytes, encoding: str) -> Decoded:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper()
        message = f"has the byte order mark of {name} but is not {name}: {error.reason}"
        raise InputError(_ENCODING, message) from error
    if encoding == "utf-8":
        _check_controls(body)
        return _note_nuls(Decoded(text, encoding))
    return _note_nuls(Decoded(text, encoding, (f"decoded as {encoding.upper()}",)))


def _decode_other(data: bytes) -> Decoded:
    if b"\0" in data:
        _check_wide(data)
        raise InputError(_BINARY, "is binary data, not text")
    mended = data.decode("utf-8", errors="replace")
    damaged = mended.count("\ufffd")
    sound = len(mended) - damaged - len(data.translate(None, bytes(range(128, 256))))
    if sound > damaged:
        remark = f"is damaged UTF-8: {damaged} unreadable place(s) replaced by U+FFFD"
        return Decoded(mended, "utf-8", (remark,))
    try:
        return Decoded(data.decode("cp1252"), "windows-1252", ("is not UTF-8: decoded as Windows-1252",))
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1", ("is not UTF-8: decoded as Latin-1",))


def _check_signature(data: bytes) -> None:
    if other := tell_other(data, "text"):
        raise other


def tell_other(data: bytes, wanted: str, own: bytes = b"\0") -> InputError | None:
    """Make the error about a file that is another than its name says, as its first bytes tell; nothing where they do not.

    Args:
        data: its bytes.
        wanted: what its name says it is.
        own: what such a file begins with.
    """
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature) and not signature.startswith(own):
            return InputError(_BINARY, f"is {what}, not {wanted}: {advice}")
    return None


def _check_controls(data: bytes) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MAX_CONTROLS and controls > len(data) * _MAX_CONTROL_SHARE:
        _check_wide(data)
        raise InputError(_BINARY, "is binary data, or UTF-16 without a byte order mark")


def _check_wide(data: bytes) -> None:
    """Tell two bytes a character from other data: every second byte of most European text is zero."""
    zeros = sorted((data[::2].count(0), data[1::2].count(0)))
    if zeros[1] > len(data) * _WIDE_SHARE and zeros[0] < zeros[1] * _MAX_CONTROL_SHARE:
        raise InputError(_BINARY, "seems to be UTF-16 without a byte order mark: save it as UTF-8")


def _note_nuls(decoded: Decoded) -> Decoded:
    nuls = decoded.text.count("\0")
    if not nuls:
        return decoded
    remark = f"holds {nuls} NUL character(s), kept as they are"
    return Decoded(decoded.text, decoded.encoding, (*decoded.remarks, remark))
