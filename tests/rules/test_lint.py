from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glane.rules.entries import list_entries
from glane.rules.errors import RuleError
from glane.rules.lint import check_rules
from glane.rules.load import builtin_folder
from glane.rules.tables import TABLES, read_tables

if TYPE_CHECKING:
    from pathlib import Path

    from glane.rules.findings import Finding

ENTITIES = "id\tkind\tsubtype\tname\tacronyms\tparent\tsource\n"
HEADS = "id\tforms\tkind\tsubtype\tlower\n"
WORDS = "id\tword_class\tforms\n"
UNITS = "id\tunit\tquantity\tfactor\tforms\tsource\n"


def check(folder: Path, **tables: str) -> list[Finding]:
    """Check a pack; a table is given by its path with two underscores for the slash."""
    for name, text in tables.items():
        path = folder / f"{name.replace('__', '/')}.tsv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [finding for finding in check_rules([folder]) if finding.own]


def test_every_table_is_known() -> None:
    folder = builtin_folder()
    assert {table.path for table in TABLES} == {path.relative_to(folder).as_posix() for path in folder.rglob("*.tsv")}


def test_every_built_in_row_can_be_read() -> None:
    assert [path for path, rows in read_tables([builtin_folder()]).items() if not rows] == []


def test_the_built_in_rules_have_no_problems() -> None:
    assert [finding for finding in check_rules() if finding.level == "problem"] == []


def test_findings_of_the_built_in_rules_are_nobody_s_own() -> None:
    assert [finding for finding in check_rules() if finding.own] == []


def test_an_empty_pack_gives_nothing(tmp_path: Path) -> None:
    assert check(tmp_path) == []


def test_a_broken_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"heads\.tsv:1: unknown column"):
        check(tmp_path, names__heads="noun\n")


@pytest.mark.parametrize(
    ("tables", "level", "kind", "message", "ids"),
    [
        pytest.param(
            {"knowledge__organisations": ENTITIES + "a-x\torganisation\tcentre\tPhare d'Eckmer\t\tgone\tcommon\n"},
            "problem",
            "parent",
            "'gone' is no parent that exists and stands above",
            ("a-x",),
            id="dead parent",
        ),
        pytest.param(
            {"knowledge__organisations": ENTITIES + "a-x\torganisation\tcentre\talliance atlantique\t\t\tcommon\n"},
            "problem",
            "name",
            "'alliance atlantique' is a name of several entities",
            ("a-x", "otan"),
            id="name of two",
        ),
        pytest.param(
            {"knowledge__organisations": ENTITIES + "a-x\torganisation\tcentre\tPhare d'Eckmer\tOTAN\t\tcommon\n"},
            "note",
            "acronym",
            "'OTAN' is an acronym of several entities: the document decides",
            ("a-x", "otan"),
            id="acronym of two",
        ),
        pytest.param(
            {"knowledge__organisations": ENTITIES + "a-x\torganisation\tcentre\tPhare d'Eckmer\tNOS\t\tcommon\n"},
            "note",
            "word",
            "'NOS' is also a common word or a unit, and knowledge/caution.tsv does not say so",
            ("a-x",),
            id="acronym that is a word",
        ),
        pytest.param(
            {"knowledge__organisations": ENTITIES + "a-x\torganisation\tcentre\tPhare d'Eckmer\tVIH\t\tcommon\n"},
            "note",
            "stop",
            "'VIH' is an acronym and a stop: NER and definitions pass it over, the knowledge base does not",
            ("a-x", "stop.health"),
            id="acronym that is a stop",
        ),
        pytest.param(
            {"knowledge__organisations": ENTITIES + "a-x\torganisation\tlighthouse\tPhare d'Eckmer\t\t\tcommon\n"},
            "problem",
            "subtype",
            "unknown subtype of organisations 'lighthouse'",
            ("a-x",),
            id="subtype of an entity",
        ),
        pytest.param(
            {"knowledge__programmes": ENTITIES + "a-x\torganisation\tcentre\tPhare d'Eckmer\t\t\tcommon\n"},
            "problem",
            "entity",
            "organisation in the table of programmes",
            ("a-x",),
            id="wrong table",
        ),
        pytest.param(
            {"names__heads": HEADS + "head:phare\tphare\tprogramme\tcentre\tproper\n"},
            "problem",
            "subtype",
            "unknown subtype of programmes 'centre'",
            ("head:phare",),
            id="subtype of a head",
        ),
        pytest.param(
            {"names__telling": "id\theads\tsubtype\ntelling.mine\tphare\tlighthouse\n"},
            "problem",
            "subtype",
            "unknown subtype of organisations 'lighthouse'",
            ("telling.mine",),
            id="subtype that a name tells",
        ),
        pytest.param(
            {"names__heads": HEADS + "head:mien\tAGENCE\torganisation\tcentre\tproper\n"},
            "problem",
            "form",
            "means two things, and only one of them counts",
            ("head:agence", "head:mien"),
            id="head in two rows",
        ),
        pytest.param(
            {"names__heads": HEADS + "eckmer\tphare\torganisation\tcentre\tproper\n"},
            "problem",
            "id",
            "ids of names/heads.tsv look like 'head:some-name', not like 'eckmer'",
            ("eckmer",),
            id="id without its prefix",
        ),
        pytest.param(
            {"knowledge__organisations": ENTITIES + "nif\torganisation\tcentre\tPhare d'Eckmer\t\t\tcommon\n"},
            "problem",
            "id",
            "is a row of knowledge/organisations.tsv and of knowledge/programmes.tsv",
            ("nif",),
            id="id of two entities",
        ),
        pytest.param(
            {"names__generics": "id\tform\tentity\ngeneric:phare\tphare\tgone\n"},
            "problem",
            "entity",
            "'phare' points to 'gone', and there is no such entity",
            ("generic:phare",),
            id="generic without entity",
        ),
        pytest.param(
            {"knowledge__caution": "id\tentity\tform\treason\nword.x\totan\tOTANN\tword\n"},
            "problem",
            "entity",
            "'OTANN' is no form of 'otan'",
            ("word.x",),
            id="caution without form",
        ),
        pytest.param(
            {"names__words": WORDS + "det.mine\tindefinite\tLe\n"},
            "note",
            "class",
            "'le' is of the classes 'definite' and 'indefinite'",
            ("det.definite", "det.mine"),
            id="opposite classes",
        ),
        pytest.param(
            {"names__words": WORDS + "level.mine\tlevel\tétatique|national\n"},
            "note",
            "form",
            "stands in several rows",
            ("level", "level.mine"),
            id="form twice in a class",
        ),
        pytest.param(
            {"figures__units": UNITS + "unit.mine\tm\tmeasure\t1000\tkilomètre\tusage\n"},
            "problem",
            "form",
            "words of units: 'kilomètre' means two things, and only one of them counts",
            ("unit.km", "unit.mine"),
            id="unit in two rows",
        ),
        pytest.param(
            {"figures__units": UNITS + "unit.mine\tx\tmeasure\t\tannée d’homme\tusage\n"},
            "problem",
            "typography",
            "'année d’homme' matches nothing: type the plain signs, \"année d'homme\"",
            ("unit.mine",),
            id="typographic apostrophe",
        ),
        pytest.param(
            {"names__heads": HEADS + "head:agence\tagence\torganisation\tbank\tproper\n"},
            "note",
            "replaced",
            "takes the place of names/heads.tsv 'head:agence' in glane_fr",
            ("head:agence",),
            id="row that replaces another",
        ),
        pytest.param(
            {"off": "id\nkb:shape\n"}, "note", "off", "'kb:shape' switches 1 row off", ("kb:shape",), id="off"
        ),
        pytest.param(
            {"off": "id\ncountry:ML\n"},
            "note",
            "off",
            "'country:ML' switches 1 row off",
            ("country:ML",),
            id="country off",
        ),
        pytest.param(
            {"off": "id\ncountry:*\n"},
            "note",
            "off",
            "'country:*' switches 250 rows off",
            ("country:*",),
            id="countries off",
        ),
        pytest.param(
            {"names__words": WORDS + "portfolio.mine\tportfollio\tvoirie\n"},
            "problem",
            "class",
            "no rule asks for words of the word class 'portfollio'",
            ("portfolio.mine",),
            id="mistyped class of names",
        ),
        pytest.param(
            {"figures__contexts": "id\tcontext\tforms\ncontext.mine\tbefore_cout\tvoirie\n"},
            "problem",
            "class",
            "no rule asks for words of the context 'before_cout'",
            ("context.mine",),
            id="mistyped context",
        ),
        pytest.param(
            {"dates__words": "id\tcategory\tforms\tvalue\nmonth.mine\tmounth\tgerminal\t3\n"},
            "problem",
            "class",
            "no rule asks for words of the category 'mounth'",
            ("month.mine",),
            id="mistyped category of dates",
        ),
        pytest.param(
            {"off": "id\nhead:agency\n"},
            "problem",
            "off",
            "'head:agency' is the id of no row of any table: it switches nothing off",
            ("head:agency",),
            id="off that matches nothing",
        ),
    ],
)
def test_findings(
    tmp_path: Path, tables: dict[str, str], level: str, kind: str, message: str, ids: tuple[str, ...]
) -> None:
    found = [finding for finding in check(tmp_path, **tables) if finding.kind == kind]
    assert [(finding.level, finding.ids) for finding in found] == [(level, ids)]
    assert message in found[0].message
    own = [place for place in found[0].places if place.startswith(str(tmp_path))]
    assert [place.rpartition(":")[2] for place in own] == ["2"]


def test_a_caution_answers_for_a_word(tmp_path: Path) -> None:
    found = check(
        tmp_path,
        knowledge__organisations=ENTITIES + "a-x\torganisation\tcentre\tPhare d'Eckmer\tNOS\t\tcommon\n",
        knowledge__caution="id\tentity\tform\treason\nword.a-x\ta-x\tNOS\tword\n",
    )
    assert found == []


def test_classes_that_code_names_after_rows_are_asked_for(tmp_path: Path) -> None:
    found = check(
        tmp_path,
        names__words=WORDS + "town.fj\ttown_fj\tsuva\n",
        figures__contexts="id\tcontext\tforms\ncontext.mine\tlevel_measure\tplafond\n",
        dates__words="id\tcategory\tforms\tvalue\nfeast.mine\tfeast\tla saint-jean\t\n",
        dates__patterns="id\tpattern\tvalue\ndate.feast\t{feast} {year}\tyear\n",
    )
    assert found == []


def test_everything_off_is_counted_by_the_row(tmp_path: Path) -> None:
    rows = sum(map(len, read_tables([builtin_folder()]).values()))
    assert f"switches {rows:,} rows off" in check(tmp_path, off="id\n*\n")[0].message


def test_problems_come_first(tmp_path: Path) -> None:
    found = check(tmp_path, off="id\nkb:shape\nkb:gone\nhead:agence\n")
    assert [(finding.level, finding.ids) for finding in found] == [
        ("problem", ("kb:gone",)),
        ("note", ("head:agence",)),
        ("note", ("kb:shape",)),
    ]
    assert [finding.places for finding in found] == [(f"{tmp_path / 'off.tsv'}:{line}",) for line in (3, 4, 2)]


def test_entries_are_what_records_name(tmp_path: Path) -> None:
    entries = list_entries()
    assert "kb:otan" in entries["knowledge/organisations.tsv"]
    assert "country:FR" in entries["knowledge/countries.tsv"]
    assert "head:agence" in entries["names/heads.tsv"]
    assert "date.year" in entries["dates/patterns.tsv"]
    assert "names/words.tsv" not in entries
    (tmp_path / "off.tsv").write_text("id\nkb:*\nhead:agence\n", encoding="utf-8")
    off = list_entries([tmp_path])
    assert off["knowledge/organisations.tsv"] == off["knowledge/programmes.tsv"] == ()
    assert set(entries["names/heads.tsv"]) - set(off["names/heads.tsv"]) == {"head:agence"}
