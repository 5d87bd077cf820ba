from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from glane.components.state import resources_for
from glane.text.namesakes import Setting

if TYPE_CHECKING:
    from glane.rules.knowledge import EntityRow

RESOURCES = resources_for([])
NAMESAKES = RESOURCES.namesakes


def row(entity: str) -> EntityRow:
    return RESOURCES.knowledge.by_id[entity]


def setting(named: str = "", told: str = "", weak: str = "") -> Setting:
    return Setting(NAMESAKES, Counter(named.split()), Counter(told.split()), Counter(weak.split()))


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("Cour des comptes", "cour des comptes"),
        ("Cour des comptes du Maroc", "cour des comptes"),
        ("Assemblée nationale de la Côte d'Ivoire", "assemblee nationale"),
        ("Armée nationale afghane", "armee nationale"),
        ("Maroc Telecom", "maroc telecom"),
    ],
)
def test_a_name_without_its_country(name: str, base: str) -> None:
    assert NAMESAKES.base(name) == base


@pytest.mark.parametrize(
    ("entity", "named", "told", "meant"),
    [
        ("assemblee-nationale-fr", "", "", "assemblee-nationale-fr"),
        ("assemblee-nationale-fr", "SN", "", "assemblee-nationale-fr"),  # once is not enough
        ("assemblee-nationale-fr", "SN SN", "", "assemblee-nationale-senegal-sn"),
        ("assemblee-nationale-fr", "SN SN SN FR", "", "assemblee-nationale-fr"),
        ("assemblee-nationale-fr", "SN SN SN", "FR", "assemblee-nationale-fr"),
        ("assemblee-nationale-fr", "SN SN ML ML", "", "assemblee-nationale-fr"),  # no country of its own
        ("conseil-constitutionnel-fr", "SN SN", "", None),
        ("cour-supreme", "CA CA", "", "csc-ca"),
        ("afd", "SN SN", "", "afd"),
        ("cnrs", "SN SN", "", "cnrs"),
        ("pnud", "SN SN", "", "pnud"),
    ],
)
def test_which_namesake_is_meant(entity: str, named: str, told: str, meant: str | None) -> None:
    found = setting(named, told).settle(row(entity))
    assert (found and found.id) == meant


def test_the_country_right_behind_decides() -> None:
    assert setting("FR FR").settle(row("ena-fr"), "ENA", acronym=True, country="ML") is None
    assert setting().settle(row("afd"), country="ML") is row("afd")


def test_an_acronym_of_a_state_s_own_body_means_it_at_home() -> None:
    assert setting("FR FR").settle(row("ana-af"), "ANA", acronym=True) is None
    assert setting("FR FR AF").settle(row("ana-af"), "ANA", acronym=True) is row("ana-af")
    assert setting("SN SN").settle(row("ird"), "IRD", acronym=True) is row("ird")


def test_entities_that_share_a_name_stand_in_the_order_of_their_countries() -> None:
    rows = row("cdc-us"), row("cdc-fr")
    assert setting("FR").rank(rows)[0].id == "cdc-fr"
    assert setting(weak="FR").rank(rows)[0].id == "cdc-fr"
    assert setting("US", weak="FR").rank(rows)[0].id == "cdc-us"
