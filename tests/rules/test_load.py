from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from glane.rules.errors import RuleError
from glane.rules.load import RULES_VERSION, Rules, builtin_folder, load_rules
from glane.rules.merge import read_merged
from glane.rules.names import HeadRow
from helpers import write_pack

if TYPE_CHECKING:
    from pathlib import Path

HEADS = "id\tforms\tkind\tsubtype\tlower\n"
ENTITIES = "id\tkind\tsubtype\tname\tacronyms\tsource\n"


def heads(rules: Rules) -> dict[str, HeadRow]:
    return {row.id: row for row in rules.heads}


def test_without_packs_the_version_is_the_built_in_one() -> None:
    assert load_rules().version == RULES_VERSION


def test_packs_add_and_replace(tmp_path: Path) -> None:
    builtin = heads(load_rules())
    pack = write_pack(
        tmp_path,
        "names/heads.tsv",
        HEADS + "head:agence\tagence\tprogramme\tfund\tnever\nhead:phare\tphare|phares\torganisation\tcentre\tproper\n",
    )
    laid_over = heads(load_rules([pack]))
    assert laid_over["head:agence"].kind == "programme"
    assert laid_over["head:phare"].forms == ("phare", "phares")
    assert list(laid_over) == [*builtin, "head:phare"]
    assert {**laid_over, "head:agence": builtin["head:agence"]} == {**builtin, "head:phare": laid_over["head:phare"]}


def test_the_last_pack_wins(tmp_path: Path) -> None:
    row = "head:agence\tagence\torganisation\t{}\tnever\n"
    first = write_pack(tmp_path / "a", "names/heads.tsv", HEADS + row.format("bank"))
    second = write_pack(tmp_path / "b", "names/heads.tsv", HEADS + row.format("media"))
    assert heads(load_rules([first, second]))["head:agence"].subtype == "media"
    assert heads(load_rules([second, first]))["head:agence"].subtype == "bank"


def test_off_leaves_rows_out(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "off.tsv", "id\treason\nhead:agence\twhy not\nkb:ot?n\t\ndate.year\t\n")
    rules = load_rules([pack])
    assert "head:agence" not in heads(rules)
    assert "head:ministere" in heads(rules)
    assert "otan" not in {row.id for row in rules.entities}
    assert "shape" in {row.id for row in rules.entities}
    assert "date.year" not in {row.id for row in rules.dates.patterns}


def test_off_of_one_pack_holds_for_rows_of_another(tmp_path: Path) -> None:
    row = "phare-x\torganisation\tcentre\tPhare d'Eckmer\t\tcommon\n"
    first = write_pack(tmp_path / "a", "knowledge/organisations.tsv", ENTITIES + row)
    assert "phare-x" in {row.id for row in load_rules([first]).entities}
    second = write_pack(tmp_path / "b", "off.tsv", "id\nkb:phare-*\n")
    assert "phare-x" not in {row.id for row in load_rules([first, second]).entities}


def test_an_empty_knowledge_base(tmp_path: Path) -> None:
    rules = load_rules([write_pack(tmp_path, "off.tsv", "id\nkb:*\n")])
    assert rules.entities == ()
    assert len(rules.countries) == 250


def test_the_version_tells_packs_apart(tmp_path: Path) -> None:
    one = write_pack(tmp_path / "a", "off.tsv", "id\nkb:otan\n")
    other = write_pack(tmp_path / "b", "off.tsv", "id\nkb:shape\n")
    same = write_pack(tmp_path / "c", "off.tsv", "id\nkb:otan\n")
    versions = [load_rules([pack]).version for pack in (one, other, same)]
    assert versions[0] == versions[2] != versions[1]
    assert versions[0].startswith(f"{RULES_VERSION}+")


def test_an_empty_pack_changes_no_rule(tmp_path: Path) -> None:
    names = {field.name for field in dataclasses.fields(Rules)} - {"version", "dates", "figures", "acronyms"}
    builtin, laid_over = load_rules(), load_rules([tmp_path])
    assert [name for name in names if getattr(builtin, name) != getattr(laid_over, name)] == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("names/head.tsv", HEADS, r"names/head\.tsv: is no table that glane knows; the tables are: .*names/heads\.tsv"),
        ("heads.tsv", HEADS, r"heads\.tsv: is no table that glane knows"),
        ("names/heads.tsv", "id\tform\n", r"names/heads\.tsv:1: unknown column 'form'"),
        ("names/heads.tsv", HEADS + "head:x\tx\tbody\ty\tnever\n", r"names/heads\.tsv:2: column 'kind'"),
        ("knowledge/programmes.tsv", ENTITIES + "x\tprogramme\tplan\tPlan X\n", r"programmes\.tsv:2: column 'source'"),
        (
            "dates/patterns.tsv",
            "id\tpattern\tvalue\ndate.x\t{day\tday\n",
            r"patterns\.tsv:2: column 'pattern': .*missing '}'",
        ),
        ("figures/units.tsv", "id\tunit\tquantity\tsource\nunit.x\tx\tlength\tx\n", r"units\.tsv:2: column 'quantity'"),
        ("off.tsv", "pattern\nkb:*\n", r"off\.tsv:1: unknown column 'pattern'"),
    ],
)
def test_what_is_wrong_in_a_pack_is_said_with_its_place(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        load_rules([write_pack(tmp_path, name, text)])


def test_a_pack_must_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="is no folder of rules"):
        load_rules([tmp_path / "missing"])


def test_other_files_in_a_pack_are_left_alone(tmp_path: Path) -> None:
    write_pack(tmp_path, "README.md", "# Mine\n")
    assert heads(load_rules([tmp_path])) == heads(load_rules())


def test_the_first_folder_must_have_the_table(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"heads\.tsv: cannot be read"):
        read_merged([tmp_path, builtin_folder()], "names/heads.tsv", HeadRow)
    with pytest.raises(ValueError, match="no folder of rules"):
        read_merged([], "names/heads.tsv", HeadRow)
