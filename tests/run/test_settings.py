"""What the records of a job depend on, in words."""

from __future__ import annotations

import datetime
import shutil

import pytest

from glane.rules.load import builtin_folder
from glane.run import settings
from glane.run.settings import describe_settings

SAME = {"date": None, "kinds": None, "ner": None, "max_size": 1000}


def differences(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"date": datetime.date(2021, 3, 18)}, "--date"),
        ({"kinds": ["date"]}, "--kinds"),
        ({"ner": False}, "--ner"),
        ({"max_size": 1001}, "--max-size"),
    ],
)
def test_an_option_is_told(changed, told):
    assert differences(describe_settings([], **SAME), describe_settings([], **{**SAME, **changed})) == {told}


def test_a_pack_is_told_and_what_it_holds(tmp_path):
    (tmp_path / "off.tsv").write_text("id\treason\nkb:otan\t\n", encoding="utf-8")
    before = describe_settings([tmp_path], **SAME)
    assert differences(describe_settings([], **SAME), before) == {"rules"}
    (tmp_path / "off.tsv").write_text("id\treason\nkb:onu\t\n", encoding="utf-8")
    assert differences(before, describe_settings([tmp_path], **SAME)) == {"rules"}


def test_a_table_of_the_built_in_rules_is_told(tmp_path, monkeypatch):
    before = describe_settings([], **SAME)
    copy = tmp_path / "rules"
    shutil.copytree(builtin_folder(), copy)
    monkeypatch.setattr(settings, "builtin_folder", lambda: copy)
    assert describe_settings([], **SAME) == before
    table = copy / "knowledge" / "countries.tsv"
    table.write_text(table.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert differences(before, describe_settings([], **SAME)) == {"built-in tables"}
