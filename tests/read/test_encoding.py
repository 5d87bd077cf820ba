from __future__ import annotations

import pytest

from glane.read import InputError
from glane.read.encoding import decode

FRENCH = "L’État a versé 640\u202f000 € à l’Œuvre\r\nle 3 août.\r"
CP1252 = "L’État a versé 640 000 € à l’Œuvre.\r\n"


def test_utf8_is_taken_as_it_is():
    decoded = decode(FRENCH.encode())
    assert (decoded.text, decoded.encoding, decoded.remarks) == (FRENCH, "utf-8", ())


def test_byte_order_mark_is_not_part_of_the_text():
    decoded = decode(b"\xef\xbb\xbf" + FRENCH.encode())
    assert (decoded.text, decoded.remarks) == (FRENCH, ())


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_told_by_their_mark(name):
    decoded = decode(("\ufeff" + FRENCH).encode(name))
    assert decoded.text == FRENCH
    assert decoded.remarks == (f"decoded as {name.upper()}",)


def test_utf16_mark_before_a_nul_is_not_utf32():
    decoded = decode(b"\xff\xfe\0\0e\0")
    assert (decoded.text, decoded.encoding) == ("\0e", "utf-16-le")


def test_windows_1252_is_decoded_with_a_remark():
    decoded = decode(CP1252.encode("cp1252"))
    assert decoded.text == CP1252
    assert decoded.remarks == ("is not UTF-8: decoded as Windows-1252",)


def test_latin1_takes_what_windows_1252_has_no_character_for():
    decoded = decode("été\x81".encode("latin-1"))
    assert (decoded.text, decoded.encoding) == ("été\x81", "latin-1")


def test_a_cut_utf8_file_stays_utf8():
    decoded = decode("Études à l’École européenne".encode() + "é".encode()[:1])
    assert decoded.text == "Études à l’École européenne\ufffd"
    assert decoded.remarks == ("is damaged UTF-8: 1 unreadable place(s) replaced by U+FFFD",)


def test_replacement_characters_of_the_text_itself_are_no_damage():
    assert decode("\ufffd\ufffd".encode()).remarks == ()


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_a_few_nuls_stay_where_they_are(bom):
    decoded = decode(bom + b"Niger\0 et Mali\0.")
    assert decoded.text == "Niger\0 et Mali\0."
    assert decoded.remarks == ("holds 2 NUL character(s), kept as they are",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (bytes(range(256)) * 4, "is binary data, not text"),
        (b"abc\0\0\0\0\x01\x02def", "is binary data, or UTF-16 without a byte order mark"),
        (FRENCH.replace("’", "'").replace("\u202f", "").encode("utf-16-le"), "seems to be UTF-16 without"),
        (FRENCH.encode("utf-16-be"), "seems to be UTF-16 without a byte order mark: save it as UTF-8"),
        ("Le Niger".encode("utf-16-le"), "seems to be UTF-16 without"),
        (b"\xef\xbb\xbf" + b"\0" * 50, "is binary data"),
        (b"%PDF-1.7\n", "is a PDF document, not text: name it .pdf"),
        (b"PK\x03\x04....", "is a ZIP archive or an office document"),
        (b"{\\rtf1 Niger}", "is an RTF document"),
        (b"\x1f\x8b\x08", "is a gzip file, not text: unpack it, or name it .gz"),
        (b"\x28\xb5\x2f\xfd", "is a zstd file, not text: unpack it, or name it .zst"),
    ],
)
def test_what_is_no_text_is_refused(data, message):
    with pytest.raises(InputError, match="^" + message) as caught:
        decode(data)
    assert caught.value.code == "binary"


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xfe\xff\xd8\x00\x00a", b"\xef\xbb\xbf\xe9t\xe9"])
def test_a_mark_that_lies_is_an_error(data):
    with pytest.raises(InputError, match="has the byte order mark of UTF-") as caught:
        decode(data)
    assert caught.value.code == "encoding"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_is_an_empty_text(data):
    assert decode(data).text == ""


def test_control_characters_of_old_texts_are_text():
    assert decode(b"Page 1\f\nPage 2\x1a").text == "Page 1\f\nPage 2\x1a"
