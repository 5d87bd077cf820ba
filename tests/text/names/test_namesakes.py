from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glane.components.state import resources_for

if TYPE_CHECKING:
    from glane.rules.knowledge import EntityRow

RESOURCES = resources_for([])
NAMESAKES = RESOURCES.namesakes


def row(entity: str) -> EntityRow:
    return RESOURCES.knowledge.by_id[entity]


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


def test_a_ministry_abroad_has_the_title_of_any_state_s() -> None:
    assert NAMESAKES.is_title(row("mintp"))
    assert not NAMESAKES.is_title(row("ddps-ch"))
    assert not any(NAMESAKES.is_title(one) for one in RESOURCES.knowledge.by_id.values() if one.country == "FR")


def test_a_body_of_an_organisation_has_its_name_but_for_that() -> None:
    assert NAMESAKES.of_parent("Conseil économique et social", {"onu"}) is row("ecosoc-onu")
    assert NAMESAKES.of_parent("Cour des comptes", {"uemoa"}) is row("cour-comptes-uemoa")
    assert NAMESAKES.of_parent("Cour des comptes", {"uemoa", "cemac"}) is None
    assert NAMESAKES.of_parent("Cour des comptes", {"onu"}) is None
