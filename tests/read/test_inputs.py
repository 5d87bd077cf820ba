from __future__ import annotations

import errno
import io
import logging
import os
import sys
from pathlib import Path

import pytest

from glane.read import Document, Failure, count_documents, find_inputs, find_sources, inputs


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_txt", ".txt").replace("_jsonl", ".jsonl")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def ids(items) -> list[str | None]:
    return [item.id for item in items]


def errors(items) -> list[tuple[str | None, str]]:
    return [(item.id, item.error) for item in items if isinstance(item, Failure)]


def test_one_file_is_named_by_its_stem(tmp_path):
    put(tmp_path, otan__azerbaïdjan_txt="Un\r\ndeux\rtrois\n")
    path = tmp_path / "otan" / "azerbaïdjan.txt"
    [document] = find_inputs([path])
    assert document == Document("azerbaïdjan", "Un\r\ndeux\rtrois\n", None, None, str(path))


def test_a_folder_is_read_in_order_with_relative_ids(tmp_path):
    put(tmp_path, b_txt="b", a__z_txt="z", a__b__c_txt="c", B_txt="B", a_txt="a")
    documents = list(find_inputs([str(tmp_path)]))
    assert ids(documents) == ["B", "a/b/c", "a/z", "a", "b"]
    assert documents[1].source == str(tmp_path / "a" / "b" / "c.txt")


def test_inputs_stay_in_the_order_given(tmp_path):
    put(tmp_path, a_txt="a", b_txt="b")
    assert ids(find_inputs([tmp_path / "b.txt", tmp_path / "a.txt"])) == ["b", "a"]


@pytest.mark.parametrize("name", ["note", "note.TXT", "note.text"])
def test_plain_text_has_several_names(tmp_path, name):
    (tmp_path / name).write_text("Niger")
    [document] = find_inputs([tmp_path / name])
    assert (document.id, document.text) == ("note", "Niger")


def test_dots_in_a_name_belong_to_it(tmp_path):
    put(tmp_path, **{"rapport.v2_txt": "x"})
    assert ids(find_inputs([tmp_path])) == ["rapport.v2"]


def test_unknown_types_in_a_folder_are_skipped_and_counted(tmp_path, caplog):
    put(tmp_path, a_txt="a", **{"b.doc": "b", "Makefile": "c", ".hidden_txt": "d", ".git__e_txt": "e"})
    assert ids(find_inputs([tmp_path])) == ["a"]
    assert caplog.messages == [f"{tmp_path}: 2 file(s) of other types skipped"]


def test_an_unknown_type_named_outright_is_a_failure(tmp_path):
    put(tmp_path, **{"b.doc": "b", "c.tar.gz": "c"})
    first, second = find_inputs([tmp_path / "b.doc", tmp_path / "c.tar.gz"])
    assert (first.id, first.error) == ("b", "unknown-format")
    assert first.message == (
        "unknown file type '.doc' (known: .txt, .text, .md, .markdown, .html, .htm, .xhtml, .pdf, .docx, .jsonl, "
        ".ndjson; each also packed: .gz, .zst); to read it as plain text, use '-'"
    )
    assert (second.id, second.error) == ("c", "unknown-format")
    assert second.message.startswith("unknown file type '.tar.gz'")


def test_an_empty_folder_is_worth_a_warning(tmp_path, caplog):
    assert list(find_inputs([tmp_path])) == []
    assert "no documents found" in caplog.text


def test_a_folder_that_may_not_be_read_is_not_called_empty(tmp_path, caplog, monkeypatch):
    def refuse(_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(inputs, "_visible", refuse)
    (failure,) = find_inputs([tmp_path])
    assert (failure.error, failure.message) == ("unreadable", "cannot be read: Permission denied")
    assert caplog.messages == []


@pytest.mark.parametrize("given", ["no/such/file.txt", ""])
def test_a_missing_path_is_a_failure(given):
    [failure] = find_inputs([given])
    assert (failure.source, failure.error) == (given, "not-found")
    assert failure.message == "No such file or directory"


def test_the_others_are_read(tmp_path):
    put(tmp_path, a_txt="a", b_txt="b")
    (tmp_path / "b.txt").write_bytes(b"\0" * 100)
    items = list(find_inputs([tmp_path / "missing.txt", tmp_path]))
    assert ids(items) == ["missing", "a", "b"]
    assert errors(items) == [("missing", "not-found"), ("b", "binary")]


def test_an_unreadable_file_is_a_failure(tmp_path, monkeypatch):
    put(tmp_path, a_txt="a", b_txt="b")
    real = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    first, second = find_inputs([tmp_path])
    monkeypatch.undo()
    assert first == Failure("a", str(tmp_path / "a.txt"), "unreadable", "cannot be read: Permission denied")
    assert second.text == "b"


def test_an_unreadable_folder_is_a_failure(tmp_path, monkeypatch):
    put(tmp_path, a__x_txt="x", b_txt="b")
    real = Path.iterdir

    def refuse(path: Path):
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert errors(find_inputs([tmp_path])) == [("a", "unreadable")]


def test_loops_of_links_come_to_an_end(tmp_path, caplog):
    put(tmp_path, a__b__c_txt="c")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    items = list(find_inputs([tmp_path]))
    assert ids(items) == ["a/b/c", "round"]
    assert errors(items) == [("round", "unreadable")]
    assert caplog.text.count("skipped, its folder is read already") == 2


def test_links_to_folders_are_followed(tmp_path):
    put(tmp_path, elsewhere__x_txt="x", corpus__y_txt="y")
    (tmp_path / "corpus" / "more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert ids(find_inputs([tmp_path / "corpus"])) == ["more/x", "y"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert list(find_inputs([tmp_path])) == []


def test_deep_folders_are_no_matter(tmp_path):
    folder = tmp_path
    for _ in range(300):
        folder /= "d"
    folder.mkdir(parents=True)
    (folder / "x.txt").write_text("x")
    assert ids(find_inputs([tmp_path])) == ["d/" * 300 + "x"]


def test_a_name_that_is_not_utf8_gives_an_id_that_is(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"\xe9t\xe9.txt")).write_text("x")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    [document] = find_inputs([tmp_path])
    assert document.id == "\ufffdt\ufffd"
    document.source.encode()


@pytest.mark.parametrize("second", ["a.md", "sub/a.txt"])
def test_of_two_documents_with_one_id_the_first_stands(tmp_path, second):
    put(tmp_path, a_txt="first", **{"a.md": "other", "sub__a_txt": "other"})
    document, failure = find_inputs([tmp_path / "a.txt", tmp_path / second])
    assert document.text == "first"
    message = f"its id 'a' is that of {tmp_path / 'a.txt'} already: give one of them another name"
    assert failure == Failure("a", str(tmp_path / second), "duplicate-id", message)


def test_outputs_are_left_out(tmp_path, caplog):
    put(tmp_path, a_txt="a", out_jsonl="{}")
    assert ids(find_inputs([tmp_path], exclude={(tmp_path / "out.jsonl").resolve()})) == ["a"]
    assert caplog.messages == []


def test_standard_input_is_one_document(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Le Niger\r\n")))
    document, failure = find_inputs(["-", "-"])
    assert document == Document("stdin", "Le Niger\r\n", None, None, "-")
    assert failure.error == "duplicate-id"


def test_remarks_of_the_decoder_are_warnings(tmp_path, caplog):
    (tmp_path / "a.txt").write_bytes("été".encode("cp1252"))
    [document] = find_inputs([tmp_path])
    assert document.text == "été"
    assert caplog.record_tuples == [
        ("glane.read.inputs", logging.WARNING, f"{tmp_path}/a.txt: is not UTF-8: decoded as Windows-1252")
    ]


def test_reading_is_lazy(tmp_path):
    put(tmp_path, a_txt="a", b_txt="b")
    items = find_inputs([tmp_path])
    assert next(items).text == "a"
    (tmp_path / "b.txt").unlink()
    assert next(items).error == "unreadable"


def test_documents_can_be_counted_before_they_are_read(tmp_path):
    put(tmp_path, a_txt="a", b_jsonl='{"id": "1"}\n\n{"id": "2"}\nx\n')
    sources = list(find_sources([tmp_path, "missing"]))
    assert count_documents(sources) == len(list(find_inputs([tmp_path, "missing"]))) == 5
