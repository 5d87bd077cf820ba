"""Several processes, and runs that are broken off and taken up: with real processes, and a pipeline that is quick."""

from __future__ import annotations

import gzip
import json
import random
import signal
import subprocess
import time
from functools import partial

import pytest

import fake_pipeline
from glane.cli import app
from glane.run.groups import CHARACTERS, MOST
from helpers import invoke

COUNT = 40
# Small blocks, so that short runs have many of them.
FAKE_GLANE = """
import fake_pipeline; fake_pipeline.install(); fake_pipeline.hear_signals()
import glane.write.resumable as resumable; resumable.BLOCK_BYTES = 2_000
from glane.cli import main; main()
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("jobs") / "corpus"
    folder.mkdir()
    for number in range(COUNT):
        (folder / f"{number:03}.txt").write_text(f"Le Niger en 2014, {number}. WAIT", encoding="utf-8")
    (folder / "005.txt").write_text("BOOM")
    (folder / "011.txt").write_text("EXIT")
    (folder / "012.txt").write_text("")
    (folder / "013.txt").write_bytes(b"\0" * 99)
    (folder / "014.txt").write_text("KILL")
    (folder / "015.txt").write_text("In the Niger")
    lines = [json.dumps({"id": f"l{number}", "text": "Le Niger"}) for number in range(5)]
    (folder / "lines.jsonl").write_text("\n".join([*lines, "{", lines[0]]))
    return folder


def glane(*arguments: object, code: str = FAKE_GLANE) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        fake_pipeline.command(*arguments, code=code),
        env=fake_pipeline.environment(),
        capture_output=True,
        timeout=120,
    )


@pytest.fixture
def here(fake):
    """The command in this process, which starts much sooner: for runs that nothing happens to."""
    return partial(invoke, app, "extract")


@pytest.fixture
def start(start):
    return partial(start, code=FAKE_GLANE)


@pytest.fixture(scope="module")
def whole(corpus, tmp_path_factory):
    """What an undisturbed run with two processes writes, packed and not, and its list of failures."""
    folder = tmp_path_factory.mktemp("whole")
    found = {}
    for name in ("out.jsonl", "out.jsonl.gz"):
        result = glane(corpus, "-o", folder / name, "-j", 2)
        assert result.returncode == 1
        found[name] = (folder / name).read_bytes()
    found["errors"] = (folder / "out.jsonl.errors.jsonl").read_bytes()
    found["stderr"] = result.stderr
    assert len(list(folder.iterdir())) == 4
    return found


def test_failures_of_workers_are_named_and_the_rest_is_done(whole, corpus):
    records = [json.loads(line) for line in whole["out.jsonl"].splitlines()]
    done = [record["id"] for record in records if record["kind"] == "document"]
    assert done == [
        *(f"{number:03}" for number in range(COUNT) if number not in {5, 11, 13, 14}),
        *(f"l{number}" for number in range(5)),
    ]
    assert gzip.decompress(whole["out.jsonl.gz"]) == whole["out.jsonl"]
    failures = [json.loads(line) for line in whole["errors"].splitlines()]
    assert [(failure["document"], failure["error"]) for failure in failures] == [
        ("005", "extraction"),
        ("011", "worker-died"),
        ("013", "binary"),
        ("014", "worker-died"),
        (None, "bad-line"),
        ("l0", "duplicate-id"),
    ]
    assert failures[1]["message"] == "its process died (exit code 3)"
    assert failures[3]["message"] == "its process died (SIGKILL, perhaps for want of memory)"
    messages = [line for line in whole["stderr"].decode().splitlines() if line.startswith("glane: warning")]
    assert messages == [
        f"glane: warning: {corpus}/012.txt: is empty: no mentions",
        f"glane: warning: {corpus}/015.txt: its language seems to be 'en': glane reads French",
    ]


def test_any_number_of_processes_gives_the_same_bytes(corpus, tmp_path, whole, here):
    three = glane(corpus, "-o", tmp_path / "out.jsonl", "-j", 3)
    assert (tmp_path / "out.jsonl").read_bytes() == whole["out.jsonl"]
    assert (tmp_path / "out.jsonl.errors.jsonl").read_bytes() == whole["errors"]
    assert three.stderr.splitlines()[:-1] == whole["stderr"].splitlines()[:-1]
    # One worker, since in a single process the documents that end it would end all.
    assert glane(corpus, "-j", 1, "--timeout", 30).stdout == whole["out.jsonl"]
    alone = [path for path in sorted(corpus.iterdir()) if path.stem not in {"011", "014"}]
    one, two = here(*alone, "-j", 1), glane(*alone, "-j", 2)
    assert one.stdout_bytes == two.stdout != b""
    assert one.stderr.splitlines()[:-1] == two.stderr.decode().splitlines()[:-1]


def test_a_document_that_takes_too_long_is_named(tmp_path):
    for name, text in {"a": "Niger", "b": "SLEEP", "c": "2014"}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    began = time.monotonic()
    result = glane(*(tmp_path / f"{name}.txt" for name in "abc"), "--timeout", "0.5")
    assert time.monotonic() - began < 30
    assert result.returncode == 1
    assert [json.loads(line)["kind"] for line in result.stdout.splitlines()] == [
        "document",
        "country",
        "document",
        "date",
    ]
    assert f"glane: error: {tmp_path}/b.txt: took more than 0.5 s\n" in result.stderr.decode()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_the_workers_and_leaves_nothing(tmp_path, start, number):
    for name in "ab":  # too long for a group: one for each worker
        (tmp_path / f"{name}.txt").write_text("SLEEP".ljust(CHARACTERS + 1))
    out = tmp_path / "out" / "out.jsonl"
    out.parent.mkdir()
    process = start(tmp_path / "a.txt", tmp_path / "b.txt", "-o", out, "-j", 2)
    assert [process.stderr.readline() for _ in "ab"] == [b"asleep\n"] * 2
    process.send_signal(number)
    _, stderr = process.communicate(timeout=30)  # ends only when the workers have closed the pipe too
    assert (process.returncode, stderr) == (128 + number, b"glane: interrupted: nothing was written\n")
    assert list(out.parent.iterdir()) == []


def test_workers_end_with_a_run_that_is_killed(tmp_path, start):
    (tmp_path / "a.txt").write_text("SLEEP")
    process = start(tmp_path / "a.txt", "-j", 3)
    assert process.stderr.readline() == b"asleep\n"
    process.kill()
    began = time.monotonic()
    process.communicate(timeout=30)
    assert time.monotonic() - began < 10


def kill_at_some_moments(start, arguments, moments, out):
    """Kill runs that take each other up, some moments after each began to write; returns how often one was killed."""
    killed = 0
    journal = out.with_name(f"{out.name}.part.journal")
    for moment in moments:
        process = start(*arguments)
        while process.poll() is None and not journal.exists():
            time.sleep(0.01)
        time.sleep(moment)
        process.kill()
        process.communicate(timeout=30)
        killed += process.returncode == -signal.SIGKILL
        if out.exists():
            break
    return killed


@pytest.mark.parametrize(("name", "jobs", "seed"), [("out.jsonl", 2, 1), ("out.jsonl.gz", 2, 2)])
def test_a_killed_run_is_taken_up_with_the_same_bytes(corpus, tmp_path, whole, start, name, jobs, seed):
    out = tmp_path / name
    arguments = (corpus, "-o", out, "-j", jobs, "--resume")
    moments = random.Random(seed)
    assert kill_at_some_moments(start, arguments, [moments.uniform(0.0, 0.4) for _ in range(3)], out)
    result = glane(*arguments)
    assert result.returncode == 1
    assert out.read_bytes() == whole[name]
    assert (tmp_path / f"{name}.errors.jsonl").read_bytes() == whole["errors"]
    assert len(list(tmp_path.iterdir())) == 2


def leave_unfinished(corpus, out, start, *options):
    """Kill a run when the first blocks are written."""
    process = start(corpus, "-o", out, "-j", 1, *options)
    journal = out.with_name(f"{out.name}.part.journal")
    while not journal.exists() or journal.read_bytes().count(b"\n") < 3:
        assert process.poll() is None
        time.sleep(0.02)
    process.kill()
    process.wait(timeout=30)


@pytest.fixture
def small(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    for number in range(MOST + 4):  # the first group is written while the second sleeps
        text = "SLEEP" if number == MOST + 3 else f"Le Niger en 2014, {number}."
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_changed_input_is_noticed(small, tmp_path, start, here):
    out = tmp_path / "out.jsonl"
    leave_unfinished(small, out, start)
    (small / f"{MOST + 3}.txt").write_text("Le Niger")
    (small / "04.txt").write_text("Le Niger en 2014, autrement.")
    result = here(small, "-o", out, "--resume")
    assert result.exit_code == 0
    assert f"glane: warning: {small}/04.txt: not as it was: done anew from there on\n" in result.stderr
    assert " of them done before" in result.stderr
    assert out.read_bytes() == here(small).stdout_bytes


def test_what_failed_before_is_named_again(small, tmp_path, start, here):
    (small / "00.txt").write_text("BOOM")
    out = tmp_path / "out.jsonl"
    leave_unfinished(small, out, start)
    result = here(small, "-o", out, "--resume")
    assert result.exit_code == 1
    assert f"glane: error: {small}/00.txt: " in result.stderr
    assert " of them done before, 1 failure" in result.stderr


def test_other_options_rules_and_an_input_that_is_gone_are_noticed(small, tmp_path, start, here):
    out = tmp_path / "out.jsonl"
    rules = tmp_path / "rules"
    (rules / "names").mkdir(parents=True)
    leave_unfinished(small, out, start, "--rules", rules)
    part = tmp_path / "out.jsonl.part"
    before = part.read_bytes()
    for options, said in {
        ("--rules", rules, "--kinds", "date"): "(--kinds: all then, date now)",
        ("--rules", rules, "--no-ner"): "(--ner: default then, no now)",
        (): "(rules: 1.0+",
    }.items():
        result = here(small, "-o", out, "--resume", *options)
        assert result.exit_code == 2
        assert said in result.stderr
        assert part.read_bytes() == before
    (small / "00.txt").unlink()
    (small / f"{MOST + 3}.txt").unlink()
    result = here(small, "-o", out, "--resume", "--rules", rules)
    assert f"{small}/01.txt: not as it was" in result.stderr
    assert out.read_bytes() == here(small).stdout_bytes


def test_two_runs_on_one_output_do_not_mix(small, tmp_path, start, here):
    out = tmp_path / "out.jsonl"
    first = start(small, "-o", out)
    assert first.stderr.readline() == b"asleep\n"
    second = here(small, "-o", out)
    assert second.exit_code == 1
    assert second.stderr == f"glane: error: {out}: another run is writing it\n"
    assert (tmp_path / "out.jsonl.part").exists()
    first.send_signal(signal.SIGINT)
    first.communicate(timeout=30)
    assert sorted(tmp_path.iterdir()) == [small]


def test_an_interrupt_with_resume_keeps_what_is_done(small, tmp_path, start, here):
    out = tmp_path / "out.jsonl"
    process = start(small, "-o", out, "--resume")
    assert process.stderr.readline() == b"asleep\n"
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=30)
    kept = b"glane: interrupted: what is done is kept in out.jsonl.part, and --resume goes on with it\n"
    assert (process.returncode, stderr) == (130, kept)
    (small / f"{MOST + 3}.txt").write_text("Le Niger")
    assert "done before" in here(small, "-o", out, "--resume").stderr
    assert out.read_bytes() == here(small).stdout_bytes


def test_an_empty_folder_with_resume_leaves_what_is_done(small, tmp_path, start, here):
    out = tmp_path / "out.jsonl"
    leave_unfinished(small, out, start)
    (tmp_path / "empty").mkdir()
    before = {path: path.read_bytes() for path in tmp_path.glob("out*")}
    result = here(tmp_path / "empty", "-o", out, "--resume")
    assert result.exit_code == 1
    assert result.stderr.endswith(f"glane: error: there is no document to write: {out} is not written\n")
    assert {path: path.read_bytes() for path in tmp_path.glob("out*")} == before
    (small / f"{MOST + 3}.txt").write_text("Le Niger")
    assert "done before" in here(small, "-o", out, "--resume").stderr


def test_a_full_disk_keeps_what_is_done(small, tmp_path, here):
    out = tmp_path / "out.jsonl"
    (small / f"{MOST + 3}.txt").write_text("Le Niger")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))\n"
    result = glane(small, "-o", out, code=limit + FAKE_GLANE)
    assert result.returncode == 1
    assert result.stderr.decode() == (
        f"glane: error: {out}: cannot be written: File too large; "
        "what is done is kept in out.jsonl.part, and --resume goes on with it\n"
    )
    assert "done before" in here(small, "-o", out, "--resume").stderr
    assert out.read_bytes() == here(small).stdout_bytes


def test_an_unfinished_output_in_the_folder_that_is_read_is_no_input(small, start, here):
    out = small / "out.jsonl"
    leave_unfinished(small, out, start)
    (small / f"{MOST + 3}.txt").write_text("Le Niger")
    result = here(small, "-o", out, "--resume")
    assert result.exit_code == 0
    assert "skipped" not in result.stderr
