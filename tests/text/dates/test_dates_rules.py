"""The tables of the date rules: how packs are merged, and what is said of rows that cannot be used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import glane_fr
from glane.rules.dates import DateRules, PatternRow, WordRow, read
from glane.rules.errors import RuleError
from glane.rules.merge import read_merged
from glane.text.dates.find import find_dates
from glane.text.dates.patterns import PatternError

PACK = Path(glane_fr.__file__).parent


def _write(folder: Path, name: str, *lines: str) -> Path:
    path = folder / "dates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_a_later_pack_adds_words(tmp_path: Path) -> None:
    pack = _write(tmp_path, "words.tsv", "id\tcategory\tforms\tvalue", "month.vendemiaire\tmonth\tvendémiaire\t9")
    text = "le 3 vendémiaire 1995"
    assert [m.edtf for m in find_dates(text, read([PACK, pack]))] == ["1995-09-03"]
    assert [m.edtf for m in find_dates(text, read([PACK]))] == ["1995"]


def test_a_later_pack_replaces_rows_in_place(tmp_path: Path) -> None:
    pack = _write(tmp_path, "words.tsv", "id\tcategory\tforms\tvalue", "month.mars\tmonth\tgerminal\t3")
    before = read_merged([PACK], "dates/words.tsv", WordRow)
    after = read_merged([PACK, pack], "dates/words.tsv", WordRow)
    assert [row.id for row in after] == [row.id for row in before]
    assert next(row.forms for row in after if row.id == "month.mars") == ("germinal",)


def test_rules_can_be_switched_off() -> None:
    rules = read([PACK], off=["date.relative-*"])
    reference = date(2021, 3, 18)
    assert find_dates("Il est venu hier, le 3 mai 2020.", rules, reference)[0].rule == "date.day-month-year"
    assert not [row for row in rules.patterns if row.id.startswith("date.relative-")]


def test_the_first_pack_must_have_the_table(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"words\.tsv: cannot be read"):
        read([tmp_path, PACK])
    with pytest.raises(ValueError, match="no folder"):
        read_merged([], "dates/words.tsv", WordRow)


def test_a_wrong_row_is_named_with_its_line(tmp_path: Path) -> None:
    pack = _write(tmp_path, "patterns.tsv", "id\tpattern\tvalue", "# mine", "mine.one\t[{day} {month}\tmonth-day")
    with pytest.raises(RuleError, match=r"patterns\.tsv:3: column 'pattern': .*missing '\]'"):
        read([PACK, pack])


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"pattern": "{fête} 2", "value": "year"}, "the pattern"),
        ({"pattern": "{moon}", "value": "year"}, "unknown category 'moon'"),
        ({"pattern": "[{year}]", "value": "year", "needs": "sunshine"}, "'sunshine'"),
        ({"pattern": "{year}", "value": "guess:year"}, "'guess'"),
        ({"pattern": "-", "value": "year"}, "cannot be used"),
        ({"pattern": "{year} et {year}", "value": "year"}, "{year} twice"),
    ],
)
def test_a_pattern_that_cannot_be_compiled_is_named(row: dict[str, str], problem: str) -> None:
    rules = read([PACK])
    wrong = DateRules(rules.words, (PatternRow(id="mine.one", **row),), rules.cues, rules.guards)  # type: ignore[arg-type]
    with pytest.raises(PatternError, match=f"rule mine.one: .*{problem}"):
        find_dates("2014", wrong)
