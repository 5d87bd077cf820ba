"""Reading in a process of its own: what is hit there hurts nobody here."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from glane.read import Content, Document, InputError, contained, find_inputs
from glane.read.formats import FORMATS, Format, parse
from hostile_files import bomb_pdf, write_all
from pdf_files import column, make_pdf

PDF = next(one for one in FORMATS if one.name == "PDF")
MARKDOWN = next(one for one in FORMATS if one.name == "Markdown")


def test_it_gives_what_reading_here_gives():
    text = "---\ntitle: Été\ndate: 2021-03-18\ntags: [a]\n---\n# Le Niger\u2028\n"
    assert contained.read_contained(MARKDOWN, text.encode()) == parse(MARKDOWN, text.encode())
    pytest.importorskip("pypdfium2")
    data = make_pdf(column("Le Niger"), column("Le Mali"), info={"CreationDate": "D:20210318"})
    assert contained.read_contained(PDF, data) == parse(PDF, data)


def test_what_takes_too_long_is_ended_and_the_next_file_read(tmp_path):
    pytest.importorskip("pypdfium2")
    write_all(tmp_path, {"a.pdf": bomb_pdf(), "b.pdf": make_pdf(column("Le Niger"))})
    began = time.process_time()
    first, second = find_inputs([tmp_path], seconds=0.3)
    assert time.process_time() - began < 1
    assert (first.error, first.message) == ("timeout", "takes more than 0.3 s to be read as PDF")
    assert second.text == "Le Niger\n\n"


READ = "from glane.read import find_inputs; print([one.text for one in find_inputs(['note.md'])])"


@pytest.mark.parametrize("call", [["-c", READ], ["-m", "glane.cli", "extract", "--no-ner", "note.md"]])
def test_nothing_in_the_working_directory_is_run(tmp_path, call):
    (tmp_path / "note.md").write_text("Le Niger", encoding="utf-8")
    for name in ("json", "multiprocessing", "datetime"):
        (tmp_path / f"{name}.py").write_text("from pathlib import Path\nPath('run').touch()\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-P", *call], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Niger" in done.stdout
    assert not (tmp_path / "run").exists()


BUSY = b"[" * 3_000_000
"""Markdown that takes a minute to read."""


def in_a_moment(do) -> threading.Timer:
    timer = threading.Timer(0.5, do)
    timer.start()
    return timer


def test_a_reader_that_crashes_is_replaced():
    before = contained.read_contained(MARKDOWN, b"Le Niger")
    pid = contained._current[0]._process.pid
    timer = in_a_moment(lambda: os.kill(pid, signal.SIGSEGV))
    with pytest.raises(InputError, match=r"cannot be read as Markdown: its reader crashed \(SIGSEGV\)"):
        contained.read_contained(MARKDOWN, BUSY)
    timer.join()
    assert contained.read_contained(MARKDOWN, b"Le Niger") == before


def test_a_reader_that_died_between_two_files_costs_none():
    before = contained.read_contained(MARKDOWN, b"Le Niger")
    os.kill(contained._current[0]._process.pid, signal.SIGKILL)
    time.sleep(0.2)
    assert contained.read_contained(MARKDOWN, b"Le Niger") == before


@pytest.fixture
def _interruptible():
    """A handler of Python's: that of polars, where a test has imported it, lets a read go on after an interrupt."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_after_an_interrupt_no_answer_is_taken_for_another_files():
    contained.read_contained(MARKDOWN, b"Le Niger")
    timer = in_a_moment(lambda: signal.pthread_kill(threading.main_thread().ident, signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        contained.read_contained(MARKDOWN, BUSY)
    timer.join()
    assert contained.read_contained(MARKDOWN, b"Le Mali").text == "Le Mali\n"


def test_memory_is_bounded_by_the_kernel():
    code = (
        "from glane.read import contained\n"
        "contained.MEMORY = 1_000_000_000\n"
        "contained._bound_memory()\n"
        "from glane.read.formats import Format\n"
        "print(contained._answer(Format('Odd', ('.odd',), lambda data: bytearray(2_000_000_000)), b''))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "'error': 'too-large'" in result.stdout


def test_a_reader_is_replaced_now_and_then(monkeypatch):
    monkeypatch.setattr(contained, "RECYCLE", 2)
    seen = set()
    for _ in range(4):
        contained.read_contained(MARKDOWN, b"x")
        seen.add(contained._current[0]._process.pid)
    assert len(seen) >= 2


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (MemoryError(), "too-large", "takes more than 4 GB of memory to be read"),
        (IndexError("a\nb"), "damaged", "cannot be read as Odd: IndexError: a b"),
        (RecursionError(), "damaged", "cannot be read as Odd: it is nested too deeply"),
        (ImportError(name="oddlib"), "missing-extra", "Odd needs oddlib: pip install 'glane[odd]'"),
        (InputError("no-text", "has none"), "no-text", "has none"),
    ],
)
def test_whatever_a_parser_raises_is_told(error, code, message):
    def read(data: bytes) -> Content:
        raise error

    assert contained._answer(Format("Odd", (".odd",), read, extra="odd"), b"") == {"error": code, "message": message}


def test_half_characters_and_odd_numbers_do_not_get_through():
    def read(data: bytes) -> Content:
        return Content("a\ud83d", title="\udc00", metadata={"\ud800": [float("nan"), "\ud83d"]})

    found = parse(Format("Odd", (".odd",), read), b"")
    assert (found.text, found.title, found.metadata) == ("a\ufffd", "\ufffd", {"\ufffd": [None, "\ufffd"]})


@pytest.mark.parametrize(("name", "extra"), [("a.html", "html"), ("a.pdf", "pdf"), ("a.docx", "docx")])
def test_a_missing_package_is_named_with_its_extra(tmp_path, monkeypatch, name, extra):
    library = {"html": "trafilatura", "pdf": "pypdfium2", "docx": "docx"}[extra]
    (tmp_path / "none" / library).mkdir(parents=True)
    (tmp_path / "none" / library / "__init__.py").write_text(f"raise ImportError(name={library!r})")
    contained._end()
    monkeypatch.syspath_prepend(tmp_path / "none")  # where the reader looks first
    (tmp_path / name).write_bytes(b"x")
    [failure] = find_inputs([tmp_path / name])
    contained._end()
    assert failure.error == "missing-extra"
    assert failure.message.endswith(f" needs {library}: pip install 'glane[{extra}]'")


def test_a_process_that_was_forked_has_a_reader_of_its_own(tmp_path):
    (tmp_path / "a.md").write_text("Le Niger")
    list(find_inputs([tmp_path]))
    pid = contained._current[0]._process.pid
    contained._current[0].owner = -1
    [document] = find_inputs([tmp_path])
    assert isinstance(document, Document)
    assert contained._current[0]._process.pid != pid
    os.waitpid(pid, 0)  # it has ended, for its pipe has: nobody waits for it
