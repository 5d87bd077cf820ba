"""Bytes to read as documents: sound files of several formats, damaged, and arbitrary ones.

Any of them is read under any suffix: a new format in `FORMATS` is fuzzed without being named here.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from fuzz.texts import texts

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "latin-1"]
_TAGS = ["html", "head", "title", "meta", "body", "article", "main", "p", "div", "table", "tr", "td", "script", "style",
         "a", "h1", "br", "ul", "li", "svg", "template", "textarea", "!--", "![CDATA["]  # fmt: skip
_ATTRIBUTES = [
    "",
    " lang=fr",
    ' name="date" content="2021-03-18"',
    " charset=utf-16",
    " hidden",
    ' href="javascript:"',
    "/",
]
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts(5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_DATES = st.dates().map(str) | st.datetimes().map(str) | st.text(max_size=12)


def _plain(draw: Callable[[st.SearchStrategy[T]], T]) -> bytes:
    text, encoding = draw(texts()), draw(st.sampled_from(_ENCODINGS))
    return text.encode(encoding, errors="replace")


def _json_lines(draw: Callable[[st.SearchStrategy[T]], T]) -> bytes:
    sound = st.fixed_dictionaries(
        {"id": st.text(min_size=1, max_size=5), "text": texts(10)}, optional={"date": _DATES, "title": texts(3)}
    )
    odd = st.dictionaries(st.sampled_from(["id", "text", "date", "title", "kind", "document", "x"]), _VALUES)
    lines = draw(st.lists(sound | odd, max_size=4))
    ascii_only = draw(st.booleans())
    return "\n".join(json.dumps(line, ensure_ascii=ascii_only) for line in lines).encode("utf-8", "surrogatepass")


def _markup(draw: Callable[[st.SearchStrategy[T]], T]) -> bytes:
    tag = st.builds("<{}{}{}>".format, st.sampled_from(["", "/"]), st.sampled_from(_TAGS), st.sampled_from(_ATTRIBUTES))
    body = "".join(draw(st.lists(tag | texts(8), max_size=20)))
    head = draw(st.sampled_from(["", "<!doctype html><html><body><p>", '<?xml version="1.0"?><html>']))
    return (head + body).encode("utf-8", "replace")


def _office(draw: Callable[[st.SearchStrategy[T]], T]) -> bytes:
    names = st.sampled_from(["word/document.xml", "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "a", ""])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in draw(st.dictionaries(names, texts(8), max_size=4)).items():
            archive.writestr(name or "x", content.encode("utf-8", "replace"))
    return packed.getvalue()


def _pdf(draw: Callable[[st.SearchStrategy[T]], T]) -> bytes:
    text = draw(texts(5)).encode("latin-1", "replace").replace(b"(", b"").replace(b")", b"")
    stream = b"BT /F1 12 Tf 9 9 Td (" + text + b") Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % draw(st.integers(1, 6)),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%b endobj\n" % (i, one) for i, one in enumerate(objects, 1))
    return body + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


def _rule_table(draw: Callable[[st.SearchStrategy[T]], T]) -> bytes:
    return draw(st.binary(max_size=200))


@st.composite
def damaged(draw: Callable[[st.SearchStrategy[bytes]], bytes], data: bytes) -> bytes:
    """The same bytes, cut, or with a few others put in."""
    for _ in range(draw(st.integers(0, 3))):  # type: ignore[arg-type]
        first, last = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))  # type: ignore[arg-type]
        data = data[:first] + draw(st.binary(max_size=8)) + data[last if draw(st.booleans()) else first :]  # type: ignore[arg-type]
    return data


@st.composite
def contents(draw: Callable[[st.SearchStrategy[T]], T]) -> bytes:
    """A file's bytes: of any format, sound or not, maybe packed."""
    make = draw(st.sampled_from([_plain, _json_lines, _markup, _office, _pdf, _rule_table]))
    data = make(draw)
    if draw(st.booleans()):
        data = draw(damaged(data))
    if draw(st.integers(0, 4)) == 0:
        data = gzip.compress(data, mtime=0)
        if draw(st.booleans()):
            data = draw(damaged(data))
    return data
