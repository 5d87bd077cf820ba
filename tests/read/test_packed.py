from __future__ import annotations

import gzip
import json
import os
import sys
import tracemalloc

import pytest

from glane.read import Document, find_inputs, opening
from hostile_files import gzip_bomb, make_docx, paragraph, write_all

try:
    import zstandard
except ImportError:
    zstandard = None

needs_zstd = pytest.mark.skipif(zstandard is None, reason="zstandard is not installed")


def pack(name: str, data: bytes) -> bytes:
    return gzip.compress(data) if name.endswith(".gz") else zstandard.compress(data)


@pytest.mark.parametrize("suffix", [".gz", pytest.param(".zst", marks=needs_zstd)])
def test_packed_files_are_read_as_what_is_in_them(tmp_path, suffix):
    lines = b'{"id": "n/1", "text": "Le Niger"}\n{"id": "n/2", "text": "Le Mali"}\n'
    files = {"a.b.txt": "Été\r\n".encode(), "c.jsonl": lines, "d.md": b"# Titre"}
    write_all(tmp_path, {name + suffix: pack(suffix, data) for name, data in files.items()})
    found = {one.id: one.text for one in find_inputs([tmp_path])}
    assert found == {"a.b": "Été\r\n", "n/1": "Le Niger", "n/2": "Le Mali", "d": "Titre\n"}
    [named] = find_inputs([tmp_path / f"a.b.txt{suffix}"])
    assert (named.id, named.source) == ("a.b", str(tmp_path / f"a.b.txt{suffix}"))


def test_a_packed_file_without_another_extension_is_plain_text_if_named(tmp_path):
    write_all(tmp_path, {"note.gz": gzip.compress(b"Le Niger"), "x.tar.gz": b""})
    assert list(find_inputs([tmp_path])) == []
    [note] = find_inputs([tmp_path / "note.gz"])
    assert (note.id, note.text) == ("note", "Le Niger")


@pytest.mark.parametrize("suffix", [".gz", pytest.param(".zst", marks=needs_zstd)])
@pytest.mark.parametrize(
    "data", [lambda whole: whole[:-9], lambda whole: b"x" + whole, lambda _: b"Le Niger, en clair"]
)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_damaged_packing_is_told(tmp_path, suffix, data, name):
    line = json.dumps({"id": "1", "text": "Le Niger " * 1000}).encode()
    write_all(tmp_path, {name + suffix: data(pack(suffix, line))})
    [failure] = find_inputs([tmp_path])
    kind = "gzip" if suffix == ".gz" else "zstd"
    assert (failure.error, failure.message.startswith(f"is a damaged {kind} file: ")) == ("damaged", True)


@needs_zstd
def test_several_frames_are_one_file(tmp_path):
    write_all(tmp_path, {"a.txt.zst": b"".join(zstandard.compress(part) for part in (b"Le ", b"", b"Niger" * 10_000))})
    [document] = find_inputs([tmp_path])
    assert document.text == "Le " + "Niger" * 10_000


def test_zstd_without_its_extra_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "zstandard", None)
    write_all(tmp_path, {"a.txt.zst": b"x"})
    [failure] = find_inputs([tmp_path])
    assert (failure.error, failure.message) == ("missing-extra", "needs zstandard: pip install 'glane[zstd]'")


def peak(run) -> int:
    tracemalloc.start()
    try:
        run()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz"])
def test_a_gzip_bomb_is_refused_early(tmp_path, name):
    write_all(tmp_path, {name: gzip_bomb(100_000_000)})
    found = []
    assert peak(lambda: found.extend(find_inputs([tmp_path]))) < 60_000_000
    assert [(one.error, "bomb" in one.message) for one in found] == [("too-large", True)]


@needs_zstd
def test_a_zstd_bomb_is_refused_early(tmp_path):
    write_all(tmp_path, {"bomb.txt.zst": zstandard.compress(bytes(300_000_000))})
    found = []
    assert peak(lambda: found.extend(find_inputs([tmp_path]))) < 120_000_000
    assert [(one.error, "bomb" in one.message) for one in found] == [("too-large", True)]


def test_blank_lines_do_not_hide_a_bomb(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "_FREE", 1_000_000)
    write_all(tmp_path, {"a.jsonl.gz": gzip.compress(b"\n" * 5_000_000)})
    [failure] = find_inputs([tmp_path])
    assert failure.error == "too-large"


# Size


def test_a_document_larger_than_allowed_is_told(tmp_path):
    write_all(
        tmp_path,
        {
            "a.txt": b"x" * 1001,
            "b.txt": b"x" * 1000,
            "c.txt.gz": gzip.compress(b"x" * 1001),
            "d.md": b"x" * 501,
        },
    )
    a, b, c, d = find_inputs([tmp_path], max_size=1000)
    assert (a.error, a.message) == ("too-large", "is larger than 1 kB: raise --max-size to have it read")
    assert b.text == "x" * 1000
    assert c.error == "too-large"
    assert d.message == (
        "is larger than 500 bytes, the most for Markdown where --max-size is 1 kB: raise --max-size to have it read"
    )


def test_of_json_lines_a_line_is_bounded_and_the_file_is_not(tmp_path):
    lines = [json.dumps({"id": str(n), "text": "x" * (5_000 if n == 1 else 500)}) for n in range(10)]
    write_all(tmp_path, {"a.jsonl": "\n".join(lines).encode()})
    items = list(find_inputs([tmp_path], max_size=1000))
    assert [one.id for one in items if isinstance(one, Document)] == ["0", *"23456789"]
    assert (items[1].source, items[1].error) == (f"{tmp_path}/a.jsonl:2", "too-large")
    assert items[1].message == "this line is larger than 1 kB: raise --max-size to have it read"


def test_a_long_line_is_passed_over_without_being_held(tmp_path):
    write_all(tmp_path, {"a.jsonl": b'{"id": "1", "text": "' + b"x" * 50_000_000 + b'"}\n{"id": "2", "text": "y"}'})
    found = []
    assert peak(lambda: found.extend(find_inputs([tmp_path], max_size=1_000_000))) < 10_000_000
    assert [one.id for one in found] == [None, "2"]


@pytest.mark.parametrize("name", ["grows.txt", "grows.jsonl"])
def test_a_file_that_grows_faster_than_it_is_read_ends_where_it_ended(tmp_path, monkeypatch, name):
    line = b'{"id": "1", "text": "x"}\n'
    path = tmp_path / name
    path.write_bytes(line * 10_000)
    read = opening._Snapshot.readinto

    def grow(snapshot, buffer):
        with path.open("ab") as more:
            more.write(line * 20_000)
        return read(snapshot, buffer)

    monkeypatch.setattr(opening._Snapshot, "readinto", grow)
    found = list(find_inputs([tmp_path]))
    assert path.stat().st_size > 50_000 * len(line)  # it was read in several goes
    assert len(found) == (1 if name == "grows.txt" else 10_000)
    assert len(found[0].text) == (10_000 * len(line) if name == "grows.txt" else 1)


def test_a_file_that_vanishes_is_told(tmp_path):
    write_all(tmp_path, {"a.txt": b"x", "b.html": b"<p>x"})
    items = find_inputs([tmp_path])
    next(items)
    (tmp_path / "b.html").unlink()
    assert next(items).message == "cannot be read: No such file or directory"


# What is no file


@pytest.mark.parametrize("name", ["pipe", "pipe.txt", "pipe.pdf", "pipe.jsonl"])
def test_a_pipe_named_outright_is_not_waited_for(tmp_path, name):
    os.mkfifo(tmp_path / name)
    [failure] = find_inputs([tmp_path / name])
    assert failure.error == "unreadable"
    assert failure.message.endswith("not a file: to read from a pipe, use '-'")


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read(path):
    [failure] = find_inputs([path])
    assert failure.error == "unreadable"


def test_names_with_line_ends_and_other_bytes(tmp_path):
    names = ["a\nb.txt", "\x1b[31m.txt", "\u202eabc.txt", "é\u0301 .txt"]
    write_all(tmp_path, dict.fromkeys(names, b"Le Niger"))
    assert sorted(one.id for one in find_inputs([tmp_path])) == sorted(name.removesuffix(".txt") for name in names)


def test_the_text_of_a_file_is_bounded_too(tmp_path):
    pytest.importorskip("docx")
    write_all(tmp_path, {"a.docx": make_docx(paragraph("Le Niger " * 2_000))})
    [failure] = find_inputs([tmp_path], max_size=1_000)
    assert (tmp_path / "a.docx").stat().st_size < 5_000
    assert failure.message == "is larger than 1 kB in text: raise --max-size to have it read"
