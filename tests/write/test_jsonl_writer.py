from __future__ import annotations

import pytest

import fake_pipeline
from glane.read import Failure
from glane.write import OutputError, failures_path, open_jsonl, record_lines, write_failures
from glane_records import read


def records(text="Le Niger, «été» 2014\n"):
    return fake_pipeline.records_of(None, text, document_id="a", source="a.txt", title=None, date=None)


LINES = record_lines(records())


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_what_is_written_is_read_back(tmp_path, name):
    with open_jsonl(tmp_path / name) as writer:
        writer.write_lines(LINES)
        writer.write_lines(LINES)
    assert list(read(tmp_path / name)) == records() * 2


def test_lines_are_utf8_with_the_kind_first(tmp_path):
    with open_jsonl(tmp_path / "out.jsonl") as writer:
        writer.write_lines(LINES)
    document, mention, _ = (tmp_path / "out.jsonl").read_bytes().splitlines()
    assert document.startswith(b'{"kind":"document","id":"a","source":"a.txt","title":null,')
    assert mention.startswith(b'{"kind":"country","id":"a#3-8","document":"a","start":3,"end":8,"text":"Niger",')
    assert "«été»".encode() in mention


def test_packed_bytes_depend_on_the_records_alone(tmp_path):
    for name in ("one.jsonl.gz", "two.jsonl.gz"):
        with open_jsonl(tmp_path / name) as writer:
            writer.write_lines(LINES)
    one, two = (path.read_bytes() for path in sorted(tmp_path.iterdir()))
    assert one == two
    assert one[4:8] == b"\0\0\0\0"  # the time in the header


def test_an_error_of_the_caller_is_not_one_of_the_output(tmp_path):
    def fail(name):
        with open_jsonl(tmp_path / name) as writer:
            writer.write_lines(LINES)
            raise FileNotFoundError

    for name in ("out.jsonl", "out.jsonl.gz"):
        with pytest.raises(FileNotFoundError):
            fail(name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_a_full_disk_is_told(tmp_path, name):
    def fill():
        with open_jsonl(tmp_path / name) as writer:
            for _ in range(1000):
                writer.write_lines(LINES)

    (tmp_path / name).symlink_to("/dev/full")
    with pytest.raises(OutputError, match=r"cannot be written: No space left on device$"):
        fill()


def test_a_missing_folder_is_told(tmp_path):
    path = tmp_path / "no" / "out.jsonl"
    with pytest.raises(OutputError) as caught, open_jsonl(path):
        pass
    assert str(caught.value) == f"{path}: cannot be written: No such file or directory"


def test_failures_are_listed_beside_the_output(tmp_path):
    output = tmp_path / "out.jsonl.gz"
    write_failures(output, [Failure("é", "é.txt", "binary", "is binary"), Failure(None, "x:3", "bad-line", "{")])
    assert failures_path(output) == tmp_path / "out.jsonl.gz.errors.jsonl"
    assert failures_path(output).read_text(encoding="utf-8") == (
        '{"document": "é", "source": "é.txt", "error": "binary", "message": "is binary"}\n'
        '{"document": null, "source": "x:3", "error": "bad-line", "message": "{"}\n'
    )
    write_failures(output, [])
    assert list(tmp_path.iterdir()) == []
