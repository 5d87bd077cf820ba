"""A real cluster on this machine, some of whose workers are killed."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

import fake_pipeline
import glane
from glane.cli import app
from glane.read import find_inputs
from glane.rules.errors import RuleError
from glane.write import OutputError
from glane_records import read
from ray_cluster import KILLS_ALWAYS, KILLS_ONCE, cluster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "corpus" / "documents"
RECIPES = ROOT / "docs" / "recipes.md"

pytestmark = [
    pytest.mark.skipif(not importlib.util.find_spec("ray"), reason="no Ray"),
    # Ray's own context, when it copies itself.
    pytest.mark.filterwarnings("ignore:`use_.*` is deprecated:DeprecationWarning:ray.data.context"),
]


@pytest.fixture(scope="module")
def mark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    mark = tmp_path_factory.mktemp("cluster") / "killed"
    with cluster(mark):
        yield mark


def write_lines(path: Path, documents: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(one) + "\n" for one in documents), encoding="utf-8")


def joined(folder: Path, pattern: str) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob(pattern)))


def test_a_killed_worker_changes_nothing(mark: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from glane.run.ray import extract_dataset, read_documents, write_shards

    mark.unlink(missing_ok=True)
    inputs = tmp_path / "inputs"
    shutil.copytree(DOCUMENTS, inputs)
    (inputs / "scan.txt").write_bytes(b"%PDF-1.7")
    write_lines(
        inputs / "lines.jsonl",
        [
            {"id": "dated", "text": "L’an dernier, l’OTAN a formé 40 juges.", "date": "2021-03-18", "title": "T"},
            {"id": "no text"},
            {"id": "more", "text": "Rien.", "author": "É. Brun", "tags": ["eau", 3, None, {"a": 1.5}]},
            {"id": "killer", "text": f"{KILLS_ONCE} Le Niger a reçu 3 millions d’euros en août 2019."},
            {"id": "undated", "text": "L’an dernier, le Mali a formé 30 juges."},
        ],
    )
    paths = [inputs, tmp_path / "missing.txt"]
    rows = extract_dataset(read_documents(paths), date=date(2020, 1, 1), ner=False, concurrency=2, batch_size=2)
    written = write_shards(rows, tmp_path / "shards", documents_per_shard=5)
    assert len(mark.read_text(encoding="utf-8").split()) == 1

    fake_pipeline.patch(monkeypatch)
    local = tmp_path / "local.jsonl"
    result = CliRunner().invoke(app, ["extract", *map(str, paths), "--date", "2020-01-01", "-o", str(local)])
    assert result.exit_code == 1
    assert joined(tmp_path / "shards", "*[0-9].jsonl") == local.read_bytes()
    assert joined(tmp_path / "shards", "*.errors.jsonl") == Path(f"{local}.errors.jsonl").read_bytes()
    assert (written.documents, written.failures) == (17, 3)
    assert written.shards > 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "inputs",
        "local.jsonl",
        "local.jsonl.errors.jsonl",
        "shards",
    ]


def test_a_document_that_kills_its_workers_takes_no_other(mark: Path, tmp_path: Path) -> None:
    import pyarrow as pa
    import ray.data
    from pyarrow import parquet

    from glane.run.ray import extract_dataset, write_shards

    mark.unlink(missing_ok=True)
    texts = {f"d{i:02d}": f"{i}. Le Niger en 2014, et l’an dernier." for i in range(40)}
    texts["d17"] += KILLS_ALWAYS
    documents = pa.table({"id": list(texts), "text": list(texts.values()), "date": [date(2021, 3, 18), None] * 20})
    rows = extract_dataset(ray.data.from_arrow(documents), ner=False, concurrency=1, batch_size=8, attempts=2)
    written = write_shards(rows, tmp_path / "shards", format="parquet")
    assert (written.shards, written.documents, written.failures) == (1, 39, 1)
    assert len(mark.read_text(encoding="utf-8").split()) == 2
    (shard,) = (tmp_path / "shards").iterdir()
    found = parquet.read_table(shard).to_pylist()
    assert [row["id"] for row in found] == list(texts)
    assert [row for row in found if row["records"] is None] == [
        {"id": "d17", "source": "", "records": None, "error": "worker-died", "message": "its worker died 2 times"}
    ]
    for row in found:
        if row["id"] != "d17":
            head, *mentions = map(json.loads, row["records"].splitlines())
            assert (head["id"], head["kind"], len(mentions)) == (row["id"], "document", 3)
            assert mentions[2]["edtf"] == ("2020" if int(row["id"][1:]) % 2 == 0 else None)
    with pytest.raises(OutputError, match=r"shards: exists already$"):
        write_shards(rows, tmp_path / "shards")


def test_the_recipe_works(mark: Path, nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    """With the real pipeline, in one worker: it writes the bytes that extraction gives here."""
    import ray

    mark.unlink(missing_ok=True)
    (code,) = [
        block for block in re.findall(r"```py\n(.*?)```", RECIPES.read_text("utf-8"), re.DOTALL) if "ray" in block
    ]
    monkeypatch.setattr(ray, "init", lambda: None)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(DOCUMENTS / "otan", tmp_path / "documents")
    exec(code.replace("concurrency=2", "concurrency=1"), {"__name__": "recipe"})
    assert capsys.readouterr().out == "Written(shards=1, documents=1, failures=0)\n"
    ((head, *mentions),) = glane.extract_documents(find_inputs([Path("documents")]), nlp=nlp)
    assert list(read(tmp_path / "records" / "part-000000.jsonl")) == [head, *mentions]
    assert (head.id, head.source, len(mentions) > 80) == ("azerbaidjan", "documents/azerbaidjan.txt", True)


def test_no_documents_make_an_empty_folder(mark: Path, tmp_path: Path) -> None:
    from glane.run.ray import Written, read_documents, write_shards

    (tmp_path / "inputs").mkdir()
    assert write_shards(read_documents([tmp_path / "inputs"]), tmp_path / "shards") == Written(0, 0, 0)
    assert list((tmp_path / "shards").iterdir()) == []


def test_what_cannot_be_done_is_told_at_once(mark: Path, tmp_path: Path) -> None:
    from glane.run.ray import extract_dataset, read_documents

    with pytest.raises(ValueError, match="standard input"):
        read_documents(["-"])
    with pytest.raises(RuleError, match="is no folder of rules"):
        extract_dataset(read_documents([DOCUMENTS]), rules=[tmp_path / "no pack"])
