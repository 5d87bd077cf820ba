"""The sample that is committed is what the program writes. Mend with: make sample."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from glane_records import read

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def refresh_docs():
    folder = str(ROOT / "scripts")
    sys.path.insert(0, folder)
    import refresh_docs

    sys.path.remove(folder)
    return refresh_docs


def test_the_sample_is_what_extraction_gives(refresh_docs, tmp_path):
    target = tmp_path / "sample.jsonl"
    refresh_docs.make_sample(target)
    assert target.read_bytes() == (ROOT / refresh_docs.SAMPLE).read_bytes()


def test_the_sample_keeps_its_contract(refresh_docs):
    head, *mentions = read(ROOT / refresh_docs.SAMPLE)
    with (ROOT / "corpus/documents/otan/azerbaidjan.txt").open(encoding="utf-8", newline="") as lines:
        text = lines.read()
    assert (head.kind, head.characters) == ("document", len(text))
    assert sum(head.mentions.model_dump().values()) == len(mentions)
    assert all(text[one.start : one.end] == one.text for one in mentions)
    assert [one.start for one in mentions] == sorted(one.start for one in mentions)


def test_make_runs_the_same_command(refresh_docs):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    _, source, *_ = refresh_docs.SAMPLE_ARGUMENTS
    assert f"glane extract {source} -o {refresh_docs.SAMPLE.as_posix()} --quiet" in makefile
