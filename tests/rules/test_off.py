"""Whatever an ``off.tsv`` switches off, what is left works."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from blank_pipeline import blank_pipeline
from glane.rules import acronyms, dates, figures
from glane.rules.load import builtin_folder
from glane.rules.tables import read_tables
from glane.run.inspect import explain
from glane.text.acronyms.find import definitions
from glane.text.dates.find import find_dates
from glane.text.dates.patterns import PatternError
from glane.text.figures.find import find_figures
from helpers import write_pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FOLDERS = [builtin_folder()]
DAY = date(2021, 5, 6)
TEXT = (
    "Le 3 mai 2021, hier, la semaine prochaine et mardi dernier, l'Union des métiers du verre (UMV) et le ministère de la Santé "
    "du Mali ont remis 2,5 millions d'euros, soit un tiers du budget, et 40 % des aides, au Comité des forges. Entre 3 et 5 km, "
    "une centaine de familles, deux mille trois cents élèves et 12 M€ en 2019-2020; les 3, 4 et 5 avril, au premier trimestre "
    "2020, le premier vendredi de juillet, la deuxième quinzaine d'avril 2019, les années 1980, au XIXe siècle, cet été, "
    "les six premiers mois de 2006, l'an deux mille dix-huit, mardi en huit, de 2015 à ce jour, le 30 juin de chaque année, "
    "le 31 mai de la troisième année suivant la demande, chaque année en mars, fin mai 2020, ce jour, dans la matinée du 5 juin, "
    "le week-end prochain, demain matin, l'exercice en cours. Le Programme de digues, ci-après «PRODIG», aide 1 enfant sur 3."
)
CLASSES = ("category", "kind", "role", "place", "side", "modifier")
"""Columns by which code asks for rows of a table; what asks for a class of words by its name gets none where there is none."""


def groups(area: str) -> dict[str, list[str]]:
    """The ids of each table of an area, and of each class of rows in it."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, rows in read_tables(FOLDERS).items():
        if path.startswith(f"{area}/"):
            for row in rows:
                found[path].append(row.id)
                for column in set(CLASSES) & type(row).model_fields.keys():
                    found[f"{path} {column}={getattr(row, column)}"].append(row.id)
    return found


def find_in_dates(off: list[str]) -> None:
    rules = dates.read(FOLDERS, off)
    find_dates(TEXT, rules, DAY)
    find_dates(TEXT, rules, None)


def find_in_figures(off: list[str]) -> None:
    find_figures(TEXT, figures.read(FOLDERS, off))


def find_in_acronyms(off: list[str]) -> None:
    definitions(TEXT, acronyms.read(FOLDERS, off))


@pytest.mark.parametrize(
    ("area", "find"),
    [("dates", find_in_dates), ("figures", find_in_figures), ("acronyms", find_in_acronyms)],
)
def test_any_class_of_rows_may_be_off(area: str, find: Callable[[list[str]], None]) -> None:
    for ids in groups(area).values():
        find(ids)


@pytest.mark.parametrize("glob", ["*", "*.*", "head:*", "kb:*"])
def test_everything_may_be_off(tmp_path: Path, glob: str) -> None:
    pack = write_pack(tmp_path, "off.tsv", f"id\n{glob}\n")
    assert bool(explain(blank_pipeline(str(pack)), TEXT, DAY)) == (glob != "*")


@pytest.mark.parametrize(
    ("off", "text", "found"),
    [
        pytest.param("relday.today", "Le lait caille ce jour.", [], id="the only word of a pattern"),
        pytest.param("month.*", "Fermeture le 3 juin 2021.", ["2021"], id="the other patterns stay"),
        pytest.param("weekday*", "Fermeture jeudi 3 juin 2021.", ["3 juin 2021"], id="an optional part drops out"),
        pytest.param(
            "weekday*", "Jusqu'à la deuxième semaine de juin 2021.", ["deuxième semaine de juin 2021"], id="a choice"
        ),
        pytest.param("yearhead.*", "Fermeture en deux mille dix-huit.", [], id="part of a composed category"),
        pytest.param(
            "ofthat",
            "Le 3 juin de chaque année, puis le 4 juin 2021.",
            ["3 juin", "4 juin 2021"],
            id="asked for by code",
        ),
        pytest.param("present", "Ouvert de 2015 à ce jour.", ["2015"], id="open end"),
    ],
)
def test_what_is_left_is_found(off: str, text: str, found: list[str]) -> None:
    rules = dates.read(FOLDERS, [off])
    assert [text[one.start : one.end] for one in find_dates(text, rules, DAY)] == found


def test_a_category_that_no_table_has_is_still_an_error(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "dates/patterns.tsv", "id\tpattern\tvalue\ndate.mine\t{moon} {year}\tyear\n")
    with pytest.raises(PatternError, match="unknown category 'moon'"):
        find_dates("", dates.read([*FOLDERS, pack], ["month.*"]))
