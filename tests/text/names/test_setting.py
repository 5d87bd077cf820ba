from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from glane.components.state import resources_for
from glane.text.names.known.setting import Setting

if TYPE_CHECKING:
    from glane.rules.knowledge import EntityRow

RESOURCES = resources_for([])
NAMESAKES = RESOURCES.namesakes


def row(entity: str) -> EntityRow:
    return RESOURCES.knowledge.by_id[entity]


def setting(named: str = "", told: str = "", weak: str = "", bodies: str = "", *, home: bool = False) -> Setting:
    counts = (Counter(given.split()) for given in (named, told, weak))
    return Setting(NAMESAKES, *counts, [row(entity) for entity in bodies.split()], home=home)


@pytest.mark.parametrize(
    ("entity", "named", "told", "meant"),
    [
        ("assemblee-nationale-fr", "", "", "assemblee-nationale-fr"),
        ("assemblee-nationale-fr", "SN", "", "assemblee-nationale-senegal-sn"),  # nothing speaks for France
        ("assemblee-nationale-fr", "", "SN", "assemblee-nationale-senegal-sn"),
        ("assemblee-nationale-fr", "SN", "FR", "assemblee-nationale-fr"),
        ("assemblee-nationale-fr", "SN FR", "", "assemblee-nationale-fr"),
        ("assemblee-nationale-fr", "SN NC", "", "assemblee-nationale-fr"),  # a territory of France
        ("assemblee-nationale-fr", "SN ML", "", "assemblee-nationale-fr"),  # several alike
        ("assemblee-nationale-fr", "US", "", "assemblee-nationale-fr"),  # all texts speak of it
        ("senat-fr", "LU", "", None),
        ("assemblee-nationale-fr", "SN SN", "", "assemblee-nationale-senegal-sn"),
        ("assemblee-nationale-fr", "SN SN SN FR", "", "assemblee-nationale-fr"),
        ("assemblee-nationale-fr", "SN SN SN", "FR", "assemblee-nationale-fr"),
        ("assemblee-nationale-fr", "SN SN SN SN FR", "", "assemblee-nationale-senegal-sn"),  # France in passing
        ("conseil-etat-fr", "CH CH", "", "conseil-etat-ch"),
        ("conseil-etat-fr", "LU LU LU LU FR", "", "conseil-etat-lu"),
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


def test_one_country_is_enough_where_nothing_else_speaks_for_the_default() -> None:
    court = row("cour-comptes-fr")
    assert setting("ML").settle(court, "Cour des comptes") is None
    assert setting("ML", home=True).settle(court, "Cour des comptes") is court


@pytest.mark.parametrize(
    ("entity", "surface", "meant"),
    [
        ("autorite-concurrence-fr", "Autorité de la concurrence", False),
        ("has-fr", "Haute Autorité de santé", False),
        ("ordre-national-medecins-fr", "Ordre national des médecins", False),
        ("enap-fr", "École nationale d'administration pénitentiaire", False),
        ("crc-fr", "Chambre régionale des comptes", False),
        ("credoc-fr", "Centre de recherche pour l'étude et l'observation des conditions de vie", True),
        ("cnrs", "Centre national de la recherche scientifique", True),
        ("ratp", "Régie autonome des transports parisiens", True),
        ("societe-generale", "Société générale", True),
    ],
)
def test_a_name_that_any_country_has_is_not_the_default_one_s_where_another_is_spoken_of(
    entity: str, surface: str, *, meant: bool
) -> None:
    body = row(entity)
    named, own = Counter({"TG": 1}), Counter({"FR": 1})
    abroad = Setting(NAMESAKES, named, own, Counter(), [body], plain=1, spoken={"TG"})
    assert (abroad.settle(body, surface) is body) == meant
    home = Setting(NAMESAKES, named, own, Counter(), [body], plain=1, spoken={"TG"}, home=True)
    assert home.settle(body, surface) is body
    firm = Setting(NAMESAKES, named, own, Counter(), [body], plain=1)  # but a firm of the country is named
    assert firm.settle(body, surface) is body


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


@pytest.mark.parametrize(
    ("told", "bodies", "meant"),
    [
        ("", "police-federale", "cour-comptes-fr"),  # one body of another country may be a namesake itself
        ("", "police-federale police-federale", "cour-comptes-fr"),
        ("BE", "police-federale", "cour-comptes-belgique-be"),
        ("BE", "police-federale region-wallonne-be", "cour-comptes-belgique-be"),
        ("BE BE", "", "cour-comptes-belgique-be"),  # adjectives alone
        ("BE FR", "police-federale region-wallonne-be", "cour-comptes-fr"),
        ("", "cour-comptes-fr senat-fr", "cour-comptes-fr"),
    ],
)
def test_bodies_of_a_country_speak_of_it(told: str, bodies: str, meant: str) -> None:
    found = setting(told=told, bodies=f"cour-comptes-fr {bodies}").settle(row("cour-comptes-fr"), "Cour des comptes")
    assert found is row(meant)


@pytest.mark.parametrize(
    ("named", "bodies", "meant"),
    [
        ("", "onu", "ecosoc-onu"),
        ("", "agnu", "ecosoc-onu"),
        ("", "uemoa", "cese-fr"),
        ("FR", "onu", "cese-fr"),
        ("", "onu senat-fr", "cese-fr"),
    ],
)
def test_an_organisation_has_a_body_of_the_same_name(named: str, bodies: str, meant: str) -> None:
    found = setting(named, bodies=f"cese-fr {bodies}").settle(row("cese-fr"), "Conseil économique et social")
    assert found is row(meant)


def test_the_organisation_right_behind_decides() -> None:
    found = setting("FR FR").settle(row("cese-fr"), "Conseil économique et social", parent="onu")
    assert found is row("ecosoc-onu")


def test_a_title_of_any_state_s_ministry_is_one_s_where_the_document_speaks_of_it() -> None:
    assert setting().settle(row("mintp"), "ministère des Travaux publics") is None
    assert setting("CM").settle(row("mintp"), "ministère des Travaux publics") is row("mintp")
    assert setting().settle(row("mintp"), "MINTP", acronym=True) is row("mintp")


@pytest.mark.parametrize(
    ("entity", "acronym", "named", "meant"),
    [
        ("asc-ca", "ASC", "CM CM", False),
        ("asc-ca", "ASC", "CM CM CA", True),
        ("asc-ca", "ASC", "", True),
        ("rts-sn", "RTS", "CH CH", False),
        ("cmec-ca", "CMEC", "CI CI", False),  # four letters, of a council
        ("cia-us", "CIA", "ML ML", True),  # of a state that all texts speak of
        ("ddc-ch", "DDC", "ML ML", True),  # an agency for cooperation
        ("ird", "IRD", "ML ML", True),
    ],
)
def test_a_short_acronym_is_not_that_of_a_country_that_the_text_never_names(
    entity: str, acronym: str, named: str, meant: bool
) -> None:
    found = setting(named).settle(row(entity), acronym, acronym=True)
    assert found is (row(entity) if meant else None)
