from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import typer

from evaluate.making import gold_line, record, write_lines
from glane.cli.evaluate import evaluate
from helpers import invoke

AZERBAIDJAN = Path(__file__).parents[2] / ".." / "shared" / "gold" / "azerbaidjan.gold.jsonl"

app = typer.Typer()
run = partial(invoke, app)
app.command()(evaluate)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_lines(
        tmp_path / "gold.jsonl",
        [
            gold_line("organisation", 2, "OTAN", "Organisation du traité", "a"),
            gold_line("date", 10, "1997", "1997/..", "a"),
            gold_line("figure", 5, "deux", "2", "b", of="unités"),
        ],
    )


@pytest.fixture
def predicted(tmp_path: Path) -> Path:
    return write_lines(
        tmp_path / "predicted.jsonl",
        [
            record("organisation", 2, "OTAN", "sous/a", name="Organisation du Traité"),
            record("date", 10, "1997", "sous/a"),
            record("figure", 5, "deux", "b", of="unités", of_start=10, of_end=16),
            record("country", 5, "France", "c"),
        ],
    )


def test_tables(predicted: Path, gold: Path) -> None:
    result = run(predicted, gold)
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["overall", "3", "3", "3", "1.000", "1.000", "1.000", "[1.000,", "1.000]"] in lines
    assert ["date", "0.000", "0/1", "–", "–", "–", "–"] in lines
    assert ["figure", "1.000", "1/1", "1.000", "1/1", "–", "–"] in lines
    assert result.stderr == "glane: note: predicted but not in gold, left out (1): c\n"


def test_json(predicted: Path, gold: Path) -> None:
    arguments = (predicted, gold, "--json", "--by", "document", "--seed", "3", "--samples", "50")
    result = run(*arguments)
    found: dict[str, Any] = json.loads(result.stdout)
    assert (found["seed"], found["samples"]) == (3, 50)
    assert found["overall"]["strict"]["f1"] == 1
    assert found["overall"]["value"]["accuracy"] == pytest.approx(2 / 3)
    assert [row["document"] for row in found["by_document"]] == ["a", "b"]
    assert run(*arguments).stdout == result.stdout


def test_markdown(predicted: Path, gold: Path) -> None:
    result = run(predicted, gold, "--markdown", "--by", "rule", "--samples", "0")
    assert result.exit_code == 0
    assert "| overall | 3 | 3 | 3 | 1.000 | 1.000 | 1.000 | – |" in result.stdout
    assert "| test.rule | date | 1 | 1 | 1 | 0 | 1.000 | 0.000 |" in result.stdout


def test_errors_quote_the_documents(predicted: Path, gold: Path, tmp_path: Path) -> None:
    write_lines(predicted, [record("date", 10, "1997", "a")])
    (tmp_path / "a.txt").write_text("l’OTAN en 1997", encoding="utf-8")
    result = run(predicted, gold, "--errors", "--documents", tmp_path)
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "a:2-6 OTAN = Organisation du traité – l’[OTAN] en 1997" in lines
    assert "a:10-14 1997 = 1997/.. 1997 = 1997 l’OTAN en [1997]" in lines
    assert result.stderr == "glane: warning: gold document b was not predicted: all its mentions count as missed\n"


def shifted(lines: list[dict[str, Any]], by: int) -> list[dict[str, Any]]:
    return [line | {"start": line["start"] + by, "end": line["end"] + by} for line in lines]


LINES = [
    gold_line("organisation", 2, "OTAN", "Organisation du traité", "a"),
    gold_line("date", 10, "1997", "1997", "a"),
]


@pytest.mark.parametrize(("by", "how"), [(1, "1 too high"), (-2, "2 too low")])
def test_gold_whose_offsets_are_shifted_is_told(tmp_path: Path, by: int, how: str) -> None:
    predicted = write_lines(
        tmp_path / "p.jsonl", [record("organisation", 2, "OTAN", "a"), record("date", 10, "1997", "a")]
    )
    gold = write_lines(tmp_path / "g.jsonl", shifted(LINES, by))
    (tmp_path / "a.txt").write_text("l’OTAN en 1997", encoding="utf-8")
    warning = "glane: warning: document a: "
    first = f"(first: {gold}:1): most of gold's offsets are {how}\n"
    of_sides = f"{warning}gold and prediction quote other text at the same offsets {first}"
    assert run(predicted, gold).stderr == of_sides
    assert run(predicted, gold, "--documents", tmp_path).stderr == (
        f"{of_sides}{warning}2 of 2 mentions of gold do not stand in its text where gold says {first}"
    )


def test_gold_that_quotes_other_words_than_its_text_is_told(tmp_path: Path) -> None:
    predicted = write_lines(tmp_path / "p.jsonl", [record("date", 10, "1997", "a")])
    gold = write_lines(tmp_path / "g.jsonl", LINES)
    (tmp_path / "a.txt").write_text("l’UNHR en 1997", encoding="utf-8")
    assert run(predicted, gold, "--documents", tmp_path).stderr == (
        "glane: warning: document a: 1 of 2 mentions of gold do not stand in its text where gold says "
        f"(first: {gold}:1)\n"
    )


def test_against(predicted: Path, gold: Path, tmp_path: Path) -> None:
    other = write_lines(tmp_path / "other.jsonl", [record("date", 10, "1997", "a")])
    result = run(predicted, gold, "--against", other)
    assert result.exit_code == 0
    assert "Gained: gold found exactly only here (2)" in result.stdout
    assert "Lost: gold found exactly only there (0)" in result.stdout
    found = json.loads(run(predicted, gold, "--against", other, "--json").stdout)["against"]
    assert found["strict"]["overall"]["difference"] == pytest.approx(0.5)
    assert [m["text"] for m in found["gained"]] == ["OTAN", "deux"]


def test_wrong_usage(predicted: Path, gold: Path, tmp_path: Path) -> None:
    assert run(predicted).exit_code == 2
    assert run(predicted, tmp_path / "absent.jsonl").exit_code == 2
    assert run(predicted, tmp_path).exit_code == 2
    assert run(predicted, gold, "--by", "weather").exit_code == 2
    assert run(predicted, gold, "--json", "--markdown").exit_code == 2
    assert run(predicted, gold, "--samples", "-1").exit_code == 2


def test_gold_of_nothing_or_of_other_documents_is_told(predicted: Path, gold: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("")
    result = run(predicted, empty)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"glane: error: {empty}: holds no gold\n")
    other = write_lines(tmp_path / "other.jsonl", [gold_line("date", 0, "1997", "1997", "z")])
    result = run(predicted, other)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"glane: error: {other}: none of its documents was predicted (gold: 'z'; predicted: 'b', 'c', 'sous/a')\n"
    )
    result = run(empty, gold)
    assert (result.exit_code, result.stderr) == (
        2,
        f"glane: error: {gold}: none of its documents was predicted (gold: 'a', 'b'; predicted: none)\n",
    )


def test_doubts_about_gold_are_warnings(predicted: Path, gold: Path) -> None:
    with gold.open("a") as lines:
        lines.write(json.dumps(gold_line("figure", 50, "maints", "beaucoup", "b")) + "\n")
    result = run(predicted, gold)
    assert result.exit_code == 0
    assert f"glane: warning: {gold}:4: value 'beaucoup' is no number" in result.stderr


def test_names_file_and_line_of_an_invalid_line(predicted: Path, gold: Path) -> None:
    with gold.open("a") as lines:
        lines.write('{"document": "a"}\n')
    result = run(predicted, gold)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert (
        result.stderr
        == f"glane: error: {gold}:4: start: Field required (a line of gold has document, start, end, type, surface)\n"
    )


def test_starts_without_spacy(predicted: Path, gold: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from glane.cli.evaluate import evaluate\n"
        "assert 'pydantic' not in sys.modules\n"
        f"evaluate(Path({str(predicted)!r}), Path({str(gold)!r}), samples=10)\n"
        "assert 'spacy' not in sys.modules and 'numpy' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.shared
@pytest.mark.skipif(not AZERBAIDJAN.exists(), reason="no shared data")
def test_gold_against_itself_is_right() -> None:
    found = json.loads(run(AZERBAIDJAN, AZERBAIDJAN, "--json", "--errors").stdout)
    assert found["overall"]["gold"] == 87
    assert found["overall"]["strict"]["f1"] == 1
    assert found["overall"]["strict"]["interval"] is None
    assert found["overall"]["value"]["accuracy"] == 1
    assert found["overall"]["of"] == {"right": 2, "total": 2, "accuracy": 1.0, "spurious": 0}
    assert found["errors"] == []
