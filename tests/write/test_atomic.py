from __future__ import annotations

import errno
import os
import stat

import pytest

from glane.write.atomic import open_atomic


def test_the_name_appears_at_the_end(tmp_path):
    path = tmp_path / "out.jsonl"
    with open_atomic(path) as stream:
        stream.write(b"x")
        stream.flush()
        assert not path.exists()
    assert path.read_bytes() == b"x"
    assert list(tmp_path.iterdir()) == [path]


def fail_halfway(path, exception):
    with open_atomic(path) as stream:
        stream.write(b"half")
        raise exception


@pytest.mark.parametrize("exception", [ValueError, KeyboardInterrupt, SystemExit])
def test_nothing_is_left_of_what_failed(tmp_path, exception):
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"before")
    with pytest.raises(exception):
        fail_halfway(path, exception)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_nothing(tmp_path, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"), open_atomic(tmp_path / "out.jsonl") as stream:
        stream.write(b"x")
    assert list(tmp_path.iterdir()) == []


def test_permissions_are_those_of_any_new_file_or_of_the_old_one(tmp_path):
    path, plain = tmp_path / "out", tmp_path / "plain"
    plain.touch()
    for expected in (stat.S_IMODE(plain.stat().st_mode), 0o640):
        if path.exists():
            path.chmod(expected)
        with open_atomic(path):
            pass
        assert stat.S_IMODE(path.stat().st_mode) == expected


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with open_atomic(tmp_path / "link") as stream:
        stream.write(b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"x"


def test_a_device_is_written_directly(tmp_path):
    (tmp_path / "null").symlink_to("/dev/null")
    with open_atomic(tmp_path / "null") as stream:
        stream.write(b"x")
    assert (tmp_path / "null").is_symlink()


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(IsADirectoryError), open_atomic(tmp_path):
        pass
