from __future__ import annotations

import gzip
import os
import sys
import zlib
from pathlib import Path

import pytest

from glane.read import Failure
from glane.write import OutputError, SettingsError, failures_path, files_of, open_output, resumable
from glane.write.journal import Entry
from glane.write.packing import Gzip, packing_for

NAMES = ["out.jsonl", "out.jsonl.gz"]
SETTINGS = {"glane": "1", "--ner": "yes"}
FAILED = Entry("f", failure=Failure("f", "f.txt", "binary", "é"))


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch):
    monkeypatch.setattr(resumable, "BLOCK_BYTES", 25)


def entry(number):
    return Entry(str(number), 5, f"line {number:03}\n".encode(), {"date": number})


ENTRIES = [*(entry(number) for number in range(7)), FAILED]  # blocks of three


def break_off(path, entries, *, resume=False, error=KeyboardInterrupt):
    """Write some entries, then die as by SIGKILL: what is on the disk stays as it is."""
    before = {}
    with pytest.raises(error), open_output(path, SETTINGS, resume=resume) as output:  # noqa: PT012
        take_up(output)
        for one in entries:
            output.write(one)
        before = {file: file.read_bytes() for file in files_of(path) if file.exists()}
        raise error
    for file, data in before.items():
        file.write_bytes(data)


def take_up(output):
    """Go on behind all that is there; return the keys of it."""
    blocks = list(output.recorded())
    output.go_on(blocks[-1] if blocks else None)
    return [one.key for block in blocks for one in block.entries]


def finish(path, *, resume=True):
    """Write the rest; return the keys that were there."""
    with open_output(path, SETTINGS, resume=resume) as output:
        done = take_up(output)
        for one in ENTRIES[len(done) :]:
            output.write(one)
        output.finish([FAILED.failure])
    return done


def undisturbed(folder, name):
    folder.mkdir()
    finish(folder / name)
    return (folder / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("written", range(9))
def test_what_is_taken_up_ends_with_the_same_bytes(tmp_path, name, written):
    expected = undisturbed(tmp_path / "whole", name)
    path = tmp_path / name
    break_off(path, ENTRIES[:written])
    assert not path.exists()
    assert len(finish(path)) == written // 3 * 3
    assert path.read_bytes() == expected
    assert sorted(tmp_path.iterdir()) == sorted([tmp_path / "whole", path, failures_path(path)])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("cut", [1, 5, 20, 10_000])
@pytest.mark.parametrize("which", ["part", "part.journal"])
def test_torn_ends_are_cut(tmp_path, name, cut, which):
    expected = undisturbed(tmp_path / "whole", name)
    path = tmp_path / name
    break_off(path, ENTRIES[:6])
    torn = tmp_path / f"{name}.{which}"
    torn.write_bytes(torn.read_bytes()[:-cut])
    assert len(finish(path)) == (0 if cut == 10_000 else 3)
    assert path.read_bytes() == expected


@pytest.mark.parametrize("garbage", [b'{"end": 1', b"\0" * 20 + b"\n", b'{"end": 1}\n', b"[]\n"])
def test_garbage_at_the_end_is_cut(tmp_path, garbage):
    expected = undisturbed(tmp_path / "whole", "out.jsonl")
    path = tmp_path / "out.jsonl"
    break_off(path, ENTRIES[:6])
    for suffix in (".part", ".part.journal"):
        with (tmp_path / f"out.jsonl{suffix}").open("ab") as stream:
            stream.write(garbage)
    assert len(finish(path)) == 6
    assert path.read_bytes() == expected


def test_a_part_that_was_changed_is_not_trusted(tmp_path):
    path = tmp_path / "out.jsonl"
    break_off(path, ENTRIES[:6])
    part = tmp_path / "out.jsonl.part"
    part.write_bytes(part.read_bytes().replace(b"004", b"040"))
    assert len(finish(path)) == 3


def test_packed_lines_are_one_member_that_any_tool_reads(tmp_path):
    data = undisturbed(tmp_path / "whole", "out.jsonl.gz")
    lines = b"".join(one.lines for one in ENTRIES)
    assert gzip.decompress(data) == lines
    one = zlib.decompressobj(wbits=31)
    assert one.decompress(data) == lines
    assert (one.eof, one.unused_data) == (True, b"")
    assert isinstance(packing_for(tmp_path / "out.jsonl.gz"), Gzip)


def test_an_interrupt_keeps_what_is_worth_it_with_resume_only(tmp_path):
    path = tmp_path / "out.jsonl"

    def interrupt(entries, **options):
        with pytest.raises(KeyboardInterrupt) as caught, open_output(path, SETTINGS, **options) as output:  # noqa: PT012
            take_up(output)
            for one in entries:
                output.write(one)
            raise KeyboardInterrupt
        return getattr(caught.value, "__notes__", [])

    assert interrupt(ENTRIES) == []
    assert interrupt(ENTRIES[:2], resume=True) == []
    assert list(tmp_path.iterdir()) == []
    assert interrupt(ENTRIES[:4], resume=True) == [
        "what is done is kept in out.jsonl.part, and --resume goes on with it"
    ]
    assert interrupt([], resume=True) != []
    assert finish(path) == ["0", "1", "2"]


def test_a_full_disk_keeps_what_is_worth_it(tmp_path):
    path = tmp_path / "out.jsonl"
    with pytest.raises(OutputError) as caught, open_output(path, SETTINGS) as output:  # noqa: PT012
        for one in ENTRIES:
            output.write(one)
        raise OutputError
    assert caught.value.__notes__ == ["what is done is kept in out.jsonl.part, and --resume goes on with it"]
    assert finish(path) == ["0", "1", "2", "3", "4", "5"]


def test_without_resume_a_run_begins_anew_and_says_so(tmp_path, caplog):
    path = tmp_path / "out.jsonl"
    break_off(path, ENTRIES[:6])
    assert finish(path, resume=False) == []
    assert caplog.messages == [f"{path}: begun anew; what a run before left unfinished is dropped (see --resume)"]


@pytest.mark.parametrize(("journal", "why"), [(None, "is missing"), (b"{", "cannot be used")])
def test_a_part_without_a_journal_is_dropped_with_a_warning(tmp_path, caplog, journal, why):
    path = tmp_path / "out.jsonl"
    break_off(path, ENTRIES[:6])
    if journal is None:
        resumable.journal_path(path).unlink()
    else:
        resumable.journal_path(path).write_bytes(journal)
    assert finish(path) == []
    assert caplog.messages == [f"{path}: begun anew; what {path}.part holds is dropped: its journal {why}"]


def test_a_part_that_is_not_as_its_journal_says_is_cut_with_a_warning(tmp_path, caplog):
    path = tmp_path / "out.jsonl"
    break_off(path, ENTRIES[:6])
    part = resumable.part_path(path)
    part.write_bytes(part.read_bytes().replace(b"004", b"---"))
    assert finish(path) == ["0", "1", "2"]
    assert caplog.messages == [f"{path}.part: not as its journal says: done anew from there on"]


def test_nothing_to_go_on_with_is_no_warning(tmp_path, caplog):
    assert finish(tmp_path / "out.jsonl") == []
    assert caplog.messages == []


def test_other_settings_are_refused_and_nothing_is_lost(tmp_path):
    path = tmp_path / "out.jsonl"
    break_off(path, ENTRIES[:6])
    changed = {**SETTINGS, "--ner": "no", "rules": "1"}
    message = (
        f"{path}: cannot be resumed, it was begun with other settings "
        "(--ner: yes then, no now; rules: none then, 1 now): "
        "take those of then, or leave out --resume to begin anew"
    )
    with pytest.raises(SettingsError) as caught, open_output(path, changed, resume=True):
        pass
    assert str(caught.value) == message
    assert len(finish(path)) == 6


def test_permissions_are_those_of_the_old_file_and_a_link_stays_a_link(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("before")
    path.chmod(0o640)
    link = tmp_path / "link.jsonl"
    link.symlink_to(path)
    finish(link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_bytes().startswith(b"line 000")


def test_an_output_that_is_not_finished_is_not_left(tmp_path):
    path = tmp_path / "out.jsonl"
    with open_output(path, SETTINGS) as output:
        output.write(entry(1))
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_in_the_middle(tmp_path, monkeypatch):
    path = tmp_path / "out.jsonl"
    calls = []

    def full(_descriptor):
        calls.append(1)
        if len(calls) > 2:
            raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="No space left on device"):
            finish(path)
    assert finish(path) == ["0", "1", "2"]


of_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a process's open files stand in /proc")


def open_files():
    return {str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.exists()}


@of_linux
@pytest.mark.parametrize("before", [None, b"line 000\n"])
def test_a_journal_that_cannot_be_opened_leaves_the_part_as_it_was_and_unlocked(tmp_path, before):
    path = tmp_path / "out.jsonl"
    part, journal = resumable.part_path(path), resumable.journal_path(path)
    if before:
        part.write_bytes(before)
    journal.mkdir()
    with pytest.raises(OutputError, match="Is a directory") as caught:
        finish(path)
    assert (part.read_bytes() if part.exists() else None) == before
    assert str(part) not in open_files()
    assert caught.value.__cause__ is not None  # whose frames would have held the file open
    journal.rmdir()
    assert finish(path) == []


@of_linux
def test_no_open_file_is_renamed_or_removed_where_the_system_has_no_locks(tmp_path, monkeypatch):
    """As Windows refuses to; where there are locks, they are held until then."""
    opened_when_moved = []

    def watched(move):
        def moved(path, *arguments, **options):
            opened_when_moved.append(str(path) in open_files())
            return move(path, *arguments, **options)

        return moved

    for name in ("replace", "unlink"):
        monkeypatch.setattr(Path, name, watched(getattr(Path, name)))
    for locks in (True, False):
        monkeypatch.setattr(resumable, "LOCKS", locks)
        opened_when_moved.clear()
        finish(tmp_path / "out.jsonl")
        break_off(tmp_path / "other.jsonl", [])
        assert any(opened_when_moved) is locks
