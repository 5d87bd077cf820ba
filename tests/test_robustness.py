"""Hostile, broken and foreign input, through the pipeline and through the command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

import glane
from components.extracting import extract
from glane.cli import app
from glane.components.build import records_of
from growth import is_linear, repeat
from hostile_texts import HOSTILE, MEGA

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "corpus" / "documents" / "otan" / "azerbaidjan.txt"

UNITS = [
    "conseil de conseil de ",
    "Mexique Panama Guatemala ",
    "écoles : Tagaya, Dila, ",
    "selon Mer Vivante, ",
    "EDF PEI ",
    "deux programmes : Kiwa qui aide et Tolu qui ",
    "A.B.C.D. ",
    "les Amis de la Lune asbl, ",
    "Ministère des Ministère de la ",
    "Le Conseil de la Commission du Comité des ",
    "ministères de ",
    "Conseil ",
    "et des ",
    "de la ",
    "OTAN, ",
    "« OTAN » ",
    "Le Programme « ",
    "Mali et ",
    "(A) (A) ",
    "AAA (BBB) ",
    "Aa Bb (AB) ",
    "A-B-",
    "A. ",
    "M. ",
    "le 3 mai 2004 et ",
    "du 1 au ",
    "cent mille ",
    "1234567890",
    "1 ",
    "1,",
    "l'",
    "x",
    "e\u0301",
    "\u0301",
    "\u202e abc ",
    "(((((",
    ") ",
    "«",
    "\n",
    "\r",
    "- ",
    "\t",
    "\0",
    "🇫🇷",
    "https://a.b/",
    "A B C (ABC) ",
    "A",
    "ABC DEF ",
    "« ",
    '"a ',
    "([{«",
    "\r\n",
    "\u200f\u2067a\u2069 ",
]


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_time_grows_with_the_length(unit: str) -> None:
    assert is_linear(extract, unit)


@pytest.mark.parametrize("unit", [".", "…", "!?"])
def test_runs_of_points_take_time_that_grows_with_their_length(unit: str) -> None:
    assert is_linear(extract, unit)


@pytest.mark.parametrize("name", HOSTILE)
def test_long_hostile_texts_are_borne(name: str) -> None:
    """A twentieth of what `bench/hostile.py` reads, since growth is linear as above; a minute is ten times enough."""
    make, full = HOSTILE[name]
    size = full // 20
    text = make(size)
    began = time.process_time()
    head, *mentions = extract(text)
    assert time.process_time() - began < 60
    assert head.characters == len(text) == size
    assert all(text[one.start : one.end] == one.text for one in mentions)


def test_half_a_character_is_refused() -> None:
    """Records are UTF-8, which cannot hold one; a reader of files never gives one."""
    for text in ("a\ud83d", "\udcff" * MEGA, "\ud83d\ude00 Niger"):
        with pytest.raises(ValueError, match=r"^the text holds a lone surrogate at offset \d$"):
            extract(text)


@pytest.mark.parametrize(
    "text", ["Le comité de pilotage du port (\u0301) siège.", "l'action de la direction des ports \u0301\u0301 "]
)
def test_a_mark_without_a_letter_stands_behind_a_name(text: str) -> None:
    head, *mentions = extract(text)
    assert (head.characters, mentions) == (len(text), [])


def test_the_statistical_model_bears_hostile_texts(nlp: Language) -> None:
    for unit in (
        "(((((",
        "1234567890",
        "OTAN, ",
        "e\u0301",
        "Ministère des Ministère de la ",
        "\u202e abc ",
        "\n",
        "A-B-",
    ):
        text = repeat(unit, 20_000)
        began = time.process_time()
        head, *mentions = records_of(nlp, text, document_id="d", source="d")
        assert time.process_time() - began < 120
        assert head.characters == len(text)
        assert all(text[one.start : one.end] == one.text for one in mentions)


@pytest.fixture
def command(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """The command in this process, with the pipeline that is loaded already."""
    monkeypatch.setitem(vars(glane), "load", lambda rules=(), *, ner=None: nlp)

    def run(*arguments: object, stdin: bytes | None = None) -> object:
        return CliRunner().invoke(app, ["extract", *map(str, arguments)], input=stdin)

    return run


def test_a_file_and_standard_input_give_the_same_records(command, tmp_path: Path) -> None:
    path = tmp_path / "stdin.txt"
    path.write_bytes(SOURCE.read_bytes())
    file, stdin = command(path), command("-", stdin=SOURCE.read_bytes())
    assert (file.exit_code, stdin.exit_code) == (0, 0)
    assert file.stdout_bytes.splitlines()[1:] == stdin.stdout_bytes.splitlines()[1:]
    heads = [json.loads(result.stdout_bytes.splitlines()[0]) for result in (file, stdin)]
    assert {**heads[0], "source": "-"} == heads[1]
    assert len(file.stdout_bytes.splitlines()) > 80


def test_inputs_of_all_sorts_are_done_or_told(command, tmp_path: Path) -> None:
    text = "Le Niger a reçu 3 millions d’euros de l’Union européenne en août 2019.\nÉté comme hiver.\n"
    files = {
        "a-utf8": text.encode(),
        "b-bom": text.encode("utf-8-sig"),
        "c-utf16": text.encode("utf-16"),
        "d-cp1252": text.encode("cp1252"),
        "e-crlf": text.replace("\n", "\r\n").encode(),
        "f-cr": text.replace("\n", "\r").encode(),
        "g-nfd": text.replace("é", "e\u0301").replace("û", "u\u0302").encode(),
        "h-nul": text.replace(" ", "\0", 2).encode(),
        "i-binary": bytes(range(256)) * 4,
        "j-empty": b"",
        "k-blank": b" \n\t",
        "l-english": b"The Council of the European Union has met in Niger in August 2019, and it was for the best.",
    }
    for name, data in files.items():
        (tmp_path / f"{name}.txt").write_bytes(data)
    out = tmp_path / "out.jsonl"
    result = command(tmp_path, tmp_path / "missing.txt", "-o", out)
    assert result.exit_code == 1
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    found = {one["id"]: [] for one in records if one["kind"] == "document"}
    for one in records:
        if one["kind"] != "document":
            found[one["document"]].append((one["kind"], one.get("name") or one.get("edtf") or one.get("value")))
    expected = [("country", "Niger"), ("figure", 3_000_000), ("organisation", "Union européenne"), ("date", "2019-08")]
    good = [name for name in files if name[0] in "abcdefgh"]
    assert {name: found[name] for name in good} == dict.fromkeys(good, expected)
    assert (found["j-empty"], found["k-blank"]) == ([], [])
    assert ("country", "Niger") in found["l-english"]
    failures = [json.loads(line) for line in Path(f"{out}.errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(one["document"], one["error"]) for one in failures] == [("i-binary", "binary"), ("missing", "not-found")]
    told = result.stderr
    for name, message in [
        ("c-utf16", "decoded as UTF-16-LE"),
        ("d-cp1252", "decoded as Windows-1252"),
        ("h-nul", "holds 2 NUL character(s)"),
        ("j-empty", "is empty"),
        ("k-blank", "is only white space"),
        ("l-english", "its language seems to be 'en'"),
    ]:
        assert [line for line in told.splitlines() if f"{name}.txt" in line and message in line], message
    assert "a-utf8" not in told


def test_a_long_file_gives_the_same_bytes_twice(command, tmp_path: Path) -> None:
    """More than the 1,000,000 characters that spaCy allows, and a process that hashes strings differently."""
    text = SOURCE.read_text(encoding="utf-8")
    filling = f"{'anticonstitutionnellement' * 10}\n" * 300  # few words: the model takes its time by the word
    long = tmp_path / "long.txt"
    long.write_text(text + filling * 14 + text, encoding="utf-8")
    short = tmp_path / "short.txt"
    short.write_text(text + filling, encoding="utf-8")
    first = command(long, short, "-j", 1)
    environment = {**os.environ, "PYTHONHASHSEED": "1"}  # here it is any other
    arguments = [sys.executable, "-m", "glane.cli", "extract", str(short)]
    second = subprocess.run(arguments, env=environment, capture_output=True, check=True)
    assert first.exit_code == 0, first.stderr
    records = [json.loads(line) for line in first.stdout.splitlines()]
    assert records[0]["characters"] > 1_000_000
    read = long.read_text(encoding="utf-8")
    assert all(read[one["start"] : one["end"]] == one["text"] for one in records if one["id"].startswith("long#"))
    last = [one["text"] for one in records if one["id"].startswith("long#") and one["start"] > len(read) - len(text)]
    assert len(last) > 80
    assert second.stdout in first.stdout_bytes


@pytest.mark.parametrize(
    ("table", "content", "place"),
    [
        (
            "figures/units.tsv",
            "id\tunit\tquantity\tforms\tsource\nunit.x\tx\tnonsense\tx\tusage\n",
            "figures/units.tsv:2: column 'quantity'",
        ),
        ("names/subtypes.tsv", "id\tkind\n# a comment\n\nx\ty\tz\n", "names/subtypes.tsv:4: "),
        ("knowledge/organisations.tsv", "id\tname\nx\tX\n", "knowledge/organisations.tsv:"),
        ("dates/patterns.tsv", "id\tpattern\n\udcff\n", "dates/patterns.tsv"),
        ("names/haeds.tsv", "id\n", "names/haeds.tsv: is no table that glane knows"),
    ],
)
def test_a_broken_rule_file_is_named_with_its_line(tmp_path: Path, table: str, content: str, place: str) -> None:
    file = tmp_path / "pack" / table
    file.parent.mkdir(parents=True)
    file.write_bytes(content.encode(errors="surrogateescape"))
    arguments = ["extract", SOURCE, "--rules", tmp_path / "pack", "-o", tmp_path / "out.jsonl"]
    result = CliRunner().invoke(app, list(map(str, arguments)))
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"glane: error: {tmp_path / 'pack' / place}")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pack"]
