from __future__ import annotations

import errno
import io
import json
import os
from functools import partial
from pathlib import Path

import pytest

from blank_pipeline import blank_pipeline
from glane.cli.rules import rules_app
from helpers import invoke, write_pack

PACK = Path(__file__).parents[2] / "corpus" / "packs" / "sante-publique"
TEXT = "L’OTAN dort. Le CERFIG au Niger."

run = partial(invoke, rules_app)


@pytest.fixture(autouse=True)
def _blank(monkeypatch: pytest.MonkeyPatch) -> None:
    """Load no statistical model: the rules alone are at work."""
    import glane

    monkeypatch.setitem(vars(glane), "load", lambda packs: blank_pipeline(*map(str, packs)))


def test_check_of_a_clean_pack() -> None:
    result = run("check", "--rules", PACK)
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[:2] == [["Findings"], ["level", "kind", "what", "where"]]
    assert lines[2] == ["note", "off", "'kb:pmi-us'", "switches", "1", "row", "off", f"{PACK}/off.tsv:3"]
    assert result.stderr == "glane: 0 problems, 1 note\n"


def test_check_shows_problems_first(tmp_path: Path) -> None:
    result = run("check", "--rules", write_pack(tmp_path, "off.tsv", "id\nkb:otan\nkb:gone\n"))
    assert result.exit_code == 1
    assert [line.split()[0] for line in result.stdout.splitlines()[2:]] == ["problem", "note"]
    assert f"{tmp_path}/off.tsv:3" in result.stdout
    assert result.stderr == "glane: 1 problem, 1 note\n"


def test_check_as_json(tmp_path: Path) -> None:
    result = run("check", "--json", "--rules", write_pack(tmp_path, "off.tsv", "id\nkb:gone\n"))
    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        {
            "level": "problem",
            "kind": "off",
            "message": "'kb:gone' is the id of no row of any table: it switches nothing off",
            "ids": ["kb:gone"],
            "places": [f"{tmp_path}/off.tsv:2"],
        }
    ]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert json.loads(run("check", "--json", "--rules", empty).stdout) == []


def test_check_of_everything_names_built_in_tables() -> None:
    found = json.loads(run("check", "--all", "--json", "--rules", PACK).stdout)
    clash = next(one for one in found if one["ids"] == ["cdc-fr", "cdc-us"])
    assert (clash["level"], clash["kind"]) == ("note", "acronym")
    assert all(place.startswith("glane_fr/knowledge/organisations.tsv:") for place in clash["places"])
    assert "kb:pmi-us" in {identifier for one in found for identifier in one["ids"]}


@pytest.mark.parametrize("command", [["check"], ["try", TEXT], ["coverage", str(PACK)], ["list"]])
def test_rules_that_cannot_be_used(tmp_path: Path, command: list[str]) -> None:
    result = run(*command, "--rules", write_pack(tmp_path, "names/heads.tsv", "id\tnoun\n"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"glane: error: {tmp_path}/names/heads.tsv:1: unknown column 'noun'")


@pytest.mark.parametrize("command", [["check"], ["list"], ["try", "Mali"], ["coverage", __file__]])
def test_a_table_that_may_not_be_read_is_named(tmp_path: Path, command: list[str], monkeypatch) -> None:
    table = tmp_path / "names" / "heads.tsv"
    table.parent.mkdir()
    table.write_text("id\tforms\n")
    _forbid(monkeypatch, table)
    result = run(*command, "--rules", tmp_path)
    assert result.exit_code == 2
    assert result.stderr == f"glane: error: {table}: cannot be read: Permission denied\n"


@pytest.mark.parametrize("command", [["check"], ["try", "Mali"]])
def test_a_folder_in_a_pack_that_may_not_be_read_is_named(tmp_path: Path, command: list[str], monkeypatch) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    (folder / "heads.tsv").write_text("id\tforms\n")
    _forbid(monkeypatch, folder)
    result = run(*command, "--rules", tmp_path)
    assert result.exit_code == 2
    assert result.stderr == f"glane: error: {folder}: cannot be read: Permission denied\n"


def _forbid(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Have the system refuse to read a path: it refuses root nothing, so that modes would not do."""

    def guarded(function):
        def call(given, *arguments, **options):
            if Path(given) == path:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(given))
            return function(given, *arguments, **options)

        return call

    monkeypatch.setattr(io, "open", guarded(io.open))
    monkeypatch.setattr(os, "scandir", guarded(os.scandir))


def test_a_pattern_that_cannot_be_compiled_is_a_problem(tmp_path: Path) -> None:
    row = "# mine\nid\tpattern\tvalue\ndate.mine\t{dayy} {month}\tmonth\n"
    pack = write_pack(tmp_path, "dates/patterns.tsv", row)
    result = run("check", "--rules", pack)
    assert result.exit_code == 1
    assert "rule date.mine: unknown category 'dayy'" in result.stdout
    assert f"{pack}/dates/patterns.tsv:3" in result.stdout
    result = run("try", "Le 3 mars", "--rules", pack)
    assert result.exit_code == 2
    said = f"{pack}/dates/patterns.tsv:3: rule date.mine: unknown category 'dayy'"
    assert result.stderr == f"glane: error: {said}\n"


def test_a_table_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    table = write_pack(tmp_path, "names/heads.tsv", "id\tforms\n") / "names" / "heads.tsv"
    table.write_bytes("# têtes\n".encode() + "id\tforms\nhead:comite\tcomité\n".encode("cp1252"))
    result = run("check", "--rules", tmp_path)
    assert result.exit_code == 2
    said = f"{table}:3: is not UTF-8 (invalid continuation byte): save the file as UTF-8"
    assert result.stderr == f"glane: error: {said}\n"


def test_a_folder_of_rules_must_exist(tmp_path: Path) -> None:
    assert run("check", "--rules", tmp_path / "missing").exit_code == 2


def test_try_shows_what_stands_and_what_loses() -> None:
    result = run("try", "La Convention des Nations unies contre la corruption lie le Niger.")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "La Convention des Nations unies contre la corruption lie le [Niger country]."
    assert [line.split("  ")[0] for line in lines[4:]] == ["3–52", "18–31", "60–65"]
    assert "stands, is not recorded" in lines[4]
    assert "beaten by head:convention 3–52: longer" in lines[5]
    assert lines[6].split() == ["60–65", "Niger", "country", "country:NE", "3", "stands", "NE"]


def test_try_with_a_pack_and_from_standard_input() -> None:
    assert run("try", "-", stdin=TEXT).stdout.startswith("L’[OTAN organisation] dort. Le CERFIG au [Niger country].")
    with_pack = run("try", "-", "--rules", PACK, stdin=TEXT).stdout
    assert with_pack.startswith("L’[OTAN organisation] dort. Le [CERFIG organisation] au [Niger country].")


def test_try_of_a_file_says_how_its_text_is_tried(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Le Niger")
    result = run("try", note)
    assert (result.exit_code, result.stdout) == (0, f"{note}\n")
    assert result.stderr == (
        f"glane: note: {note} is read as a text; for the file of that name: glane rules try - < {note}\n"
    )
    assert run("try", "Rien à voir. " * 1_000).stderr == ""


def test_try_without_candidates() -> None:
    assert run("try", "Rien à voir.").stdout == "Rien à voir.\n"


def test_try_as_json_with_a_date() -> None:
    found = json.loads(run("try", "--json", "--date", "2024-05-02", "L’an dernier au Niger").stdout)
    assert found["text"] == "L’an dernier au Niger"
    assert found["candidates"][1] == {
        "start": 16,
        "end": 21,
        "text": "Niger",
        "kind": "country",
        "rule": "country:NE",
        "tier": 3,
        "value": "NE",
        "stands": True,
        "beaten_by": None,
        "preference": None,
        "recorded": True,
    }
    assert found["candidates"][0]["value"] == "2023"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Le Niger en 2014.", encoding="utf-8")
    return tmp_path


def test_coverage(documents: Path) -> None:
    result = run("coverage", documents)
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["knowledge/countries.tsv", "250", "1", "249"] in lines
    assert ["country:NE", "2", "2"] in lines
    assert ["date.year", "1", "1"] in lines
    assert "never fired" not in result.stdout
    assert result.stderr == "glane: 2 documents\n"


def test_coverage_lists_what_never_fires(documents: Path) -> None:
    lines = [line.split() for line in run("coverage", documents, "--never", "--rules", PACK).stdout.splitlines()]
    assert ["kb:solthis", "knowledge/organisations.tsv"] in lines
    assert ["kb:cerfig", "knowledge/organisations.tsv"] not in lines
    assert ["kb:cerfig", "1", "1"] in lines


def test_coverage_as_json(documents: Path) -> None:
    found = json.loads(run("coverage", documents, "--json").stdout)
    assert found["documents"] == 2
    assert found["fired"][0] == {"rule": "country:NE", "candidates": 2, "mentions": 2}
    assert found["tables"]["knowledge/countries.tsv"]["rules"] == 250
    assert "country:NE" not in found["tables"]["knowledge/countries.tsv"]["never"]


def test_coverage_goes_on_behind_what_cannot_be_read(documents: Path) -> None:
    result = run("coverage", documents / "missing.txt", documents)
    assert result.exit_code == 1
    assert f"glane: error: {documents}/missing.txt: " in result.stderr
    assert result.stderr.endswith("glane: 2 documents\n")


def test_coverage_warns_as_other_commands_do(documents: Path) -> None:
    (documents / "old.txt").write_bytes("Le Mali dormait là-bas".encode("cp1252"))
    told = run("coverage", documents).stderr
    assert f"glane: warning: {documents}/old.txt: is not UTF-8: decoded as Windows-1252\n" in told


def test_list_shows_tables_and_columns() -> None:
    lines = [line.split() for line in run("list").stdout.splitlines()]
    assert ["names/generics.tsv", "id", "form", "entity"] in [line[:4] for line in lines]
    found = {one["table"]: one for one in json.loads(run("list", "--json", "--rules", PACK).stdout)}
    builtin = {one["table"]: one for one in json.loads(run("list", "--json").stdout)}
    added = {name: found[name]["rows"] - builtin[name]["rows"] for name in found}
    assert {name: number for name, number in added.items() if number} == {
        "knowledge/organisations.tsv": 9,
        "names/heads.tsv": 2,
        "figures/units.tsv": 2,
    }
