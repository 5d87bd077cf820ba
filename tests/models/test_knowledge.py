"""The knowledge base as packaged: its rows, and what they say of each other."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from glane.rules.check import Problem, check_knowledge
from glane.rules.knowledge import CautionRow, CountryRow, EntityRow
from glane.rules.names import SubtypeRow
from glane.rules.table import read_table

DATA = Path(__file__).parents[2] / "models" / "glane_fr"
KNOWLEDGE = DATA / "knowledge"
ORGANISATIONS = read_table(KNOWLEDGE / "organisations.tsv", EntityRow)
PROGRAMMES = read_table(KNOWLEDGE / "programmes.tsv", EntityRow)
ENTITIES = ORGANISATIONS + PROGRAMMES
COUNTRIES = read_table(KNOWLEDGE / "countries.tsv", CountryRow)
SUBTYPES = read_table(DATA / "names" / "subtypes.tsv", SubtypeRow)
CAUTION = read_table(KNOWLEDGE / "caution.tsv", CautionRow)

# Acronyms that two bodies really share. The document has to say which it means.
CLASHES = {
    "ABP": ("abp-bi", "abp-bj"),
    "ACT": ("act-otan", "cadastre-topographie-lu"),
    "ADF": ("adf-ouganda", "departements-france"),
    "AGP": ("agp-ga", "agp-gn"),
    "AMF": ("amf-ca", "amf-fr", "amf-maires"),
    "ANC": ("anc-tn", "anc-za"),
    "ANSSI": ("anssi", "anssi-bf"),
    "APS": ("aps-dz", "aps-sn"),
    "ARC": ("arc-ca", "arc-revenu-ca"),
    "ARCEP": (
        "arcep",
        "arcep-bf",
        "arcep-bj",
        "arcep-ga",
        "arcep-ne",
        "arcep-tg",
        "autorite-regulation-communications-electroniques-postes-td",
    ),
    "BID": ("bid", "bisd"),
    "BVG": ("bvg-ca", "bvg-ml"),
    "CCSS": ("ccss-fr", "ccss-lu"),
    "CDC": ("cdc-fr", "cdc-us"),
    "CEI": ("cei", "cei-electrotechnique", "commission-electorale-independante-ci"),
    "CESE": ("cese-europeen", "cese-fr"),
    "CFL": ("cfl-fr", "societe-nationale-chemins-fer-luxembourgeois-lu"),
    "CMA": ("cma-azawad", "cma-fr"),
    "CNAP": ("caisse-nationale-assurance-pension-lu", "cnap-fr"),
    "CNAPS": ("cnaps-fr", "cnaps-mg"),
    "CNDH": ("cndh-ma", "commission-nationale-droits-homme"),
    "CNDP": ("cndp-cd", "cndp-fr", "cndp-ma"),
    "CNRA": ("cnra-ci", "cnra-sn"),
    "COR": ("conseil-otan-russie", "cor-fr"),
    "CPT": ("cpt", "cpt-ht"),
    "CRS": ("crs-fr", "crs-us"),
    "CSA": ("csa-be", "csa-fr"),
    "CSC": ("confederation-syndicats-chretiens-be", "conseil-superieur-communication", "csc-ca"),
    "EMA": ("ema", "ema-fr"),
    "ENA": ("ena-fr", "ena-sn"),
    "EPF": ("epf-ch", "epf-fr"),
    "FAS": ("fas-fr", "fas-sd"),
    "FEP": ("facilite-europeenne-paix", "fep"),
    "FMM": ("fmm", "fmm-media"),
    "FRR": ("frr", "frr-fr"),
    "FSIL": ("fsil-fr", "fsil-lu"),
    "INSTAT": ("instat-ml", "institut-national-statistique-madagascar-mg"),
    "OFAC": ("ofac", "ofac-ch"),
    "PNA": ("pna-af", "programme-national-annuel"),
    "PPE": ("ppe-europe", "ppe-fr"),
    "PS": ("ps-be", "ps-ch", "ps-fr"),
    "PSE": ("pse-europe", "pse-sn"),
    "RTS": ("radio-television-suisse-ch", "rts-sn"),
    "SRC": ("src-ca", "src-ch", "src-groupe-2012-fr", "src-groupe-fr"),
}


# Classes of words that are names themselves: an acronym in capitals is not taken for one of them.
PROPER = {"first_name", "known_city", "acronym_head", "coded_head", "labour_acronym", "service_acronym"}


def column(table: str, *names: str) -> set[str]:
    lines = [line for line in (DATA / table).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {part for row in rows for name in names for part in (row[name] or "").split("|") if part}


def problems(kind: str, words: set[str] | None = None) -> list[Problem]:
    return [problem for problem in check_knowledge(ENTITIES, words or set()) if problem.kind == kind]


def test_each_table_holds_its_kind() -> None:
    assert {row.kind for row in ORGANISATIONS} == {"organisation"}
    assert {row.kind for row in PROGRAMMES} == {"programme"}
    assert len(ENTITIES) >= 1500


def test_ids_are_unique_slugs() -> None:
    ids = [row.id for row in ENTITIES]
    assert len(set(ids)) == len(ids)
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_subtypes_are_listed() -> None:
    listed = {(row.kind, row.id) for row in SUBTYPES}
    assert {(row.kind, row.subtype) for row in ENTITIES} <= listed


def test_sources_are_listed() -> None:
    keys = set(re.findall(r"^\| `([a-z-]+)` \|", (DATA / "SOURCES.md").read_text("utf-8"), re.MULTILINE))
    assert {row.source for row in ENTITIES} <= keys


def test_countries_of_entities_are_known() -> None:
    assert {row.country for row in ENTITIES if row.country} <= {row.id for row in COUNTRIES}


def test_no_two_entities_share_a_name() -> None:
    assert problems("name") == []


def test_parents_exist() -> None:
    assert problems("parent") == []


def test_acronym_clashes_are_the_known_ones() -> None:
    assert {problem.form: problem.ids for problem in problems("acronym")} == CLASHES


def test_acronyms_that_are_words_or_units_are_marked() -> None:
    rows = [line.split("\t") for line in (DATA / "names/words.tsv").read_text("utf-8").splitlines() if "\t" in line]
    common = {form for row in rows if row[1] not in PROPER for form in row[2].split("|")}
    words = common | column("figures/units.tsv", "symbols")
    marked = {row.form for row in CAUTION}
    assert [problem for problem in problems("word", words) if problem.form not in marked] == []


def test_caution_names_forms_that_exist() -> None:
    forms = {(row.id, form) for row in ENTITIES for form in (row.name, *row.aliases, *row.acronyms)}
    assert [row for row in CAUTION if (row.entity, row.form) not in forms] == []


def test_text_of_rows_is_normal() -> None:
    """As the shadow text has it: straight apostrophe, plain hyphen and blank."""
    forms = [form for row in ENTITIES for form in (row.name, *row.aliases, *row.acronyms)]
    forms += [form for row in COUNTRIES for form in (row.name, *row.aliases, *row.adjectives)]
    assert [form for form in forms if re.search("[’\u2010\u2011\u00a0\u202f\u2009]|  ", form)] == []


def test_aliases_are_no_repetition() -> None:
    for row in ENTITIES:
        # A word with a number keeps its capital («Horizon 2020»), unless the table has it in small letters too.
        forms = (row.name, *row.aliases)
        names = [form if re.fullmatch(r"\w+ \d+", form) else form.casefold() for form in forms]
        assert len(set(names)) == len(names), row.id
        assert len(set(row.acronyms)) == len(row.acronyms), row.id
        assert not {row.name, *row.aliases} & set(row.acronyms), row.id


def test_countries_are_complete() -> None:
    assert len(COUNTRIES) == 250
    assert {row.id for row in COUNTRIES} >= {"FR", "XK", "PS", "TW", "VA", "EH", "SS", "RE"}


def test_countries_share_no_name() -> None:
    owners: dict[str, str] = {}
    for row in COUNTRIES:
        for form in (row.name, *row.aliases):
            assert owners.setdefault(form.casefold(), row.id) == row.id, form


def test_adjectives_are_lower_case() -> None:
    assert [form for row in COUNTRIES for form in row.adjectives if form != form.lower()] == []
    azerbaijan = next(row for row in COUNTRIES if row.id == "AZ")
    assert {"azerbaïdjanais", "azerbaïdjanaise", "azerbaïdjanaises"} <= set(azerbaijan.adjectives)


@pytest.mark.parametrize(
    ("form", "entity"),
    [
        ("OTAN", "otan"),
        ("FIAS", "fias"),
        ("ISAF", "fias"),
        ("CEDEAO", "cedeao"),
        ("ECOWAS", "cedeao"),
        ("MINUSMA", "minusma"),
        ("FINUL", "finul"),
        ("FEDER", "feder"),
        ("Barkhane", "barkhane"),
        ("Commission de Venise", "commission-venise"),
        ("Nations unies", "onu"),
        ("IITA", "iita"),
    ],
)
def test_well_known_forms(form: str, entity: str) -> None:
    assert {row.id for row in ENTITIES if form in (row.name, *row.aliases, *row.acronyms)} == {entity}


def entity(identifier: str, name: str, **fields: object) -> EntityRow:
    return EntityRow.model_validate(
        {
            "id": identifier,
            "kind": "organisation",
            "subtype": "agency",
            "name": name,
            "source": "common",
            **fields,
        }
    )


def test_check_finds_each_kind_of_problem() -> None:
    rows = [
        entity("a", "Agence A", acronyms="MES|AA", aliases="Institut X"),
        entity("b", "institut x", acronyms="AA", parent="gone"),
        entity("c", "Aa", parent="d"),
        entity("d", "Agence D", parent="c"),
    ]
    assert check_knowledge(rows, {"mes"}) == [
        Problem("acronym", "AA", ("a", "b")),
        Problem("acronym", "AA", ("a", "b", "c")),
        Problem("name", "institut x", ("a", "b")),
        Problem("parent", "c", ("d",)),
        Problem("parent", "d", ("c",)),
        Problem("parent", "gone", ("b",)),
        Problem("word", "MES", ("a",)),
    ]
    assert str(Problem("word", "MES", ("a",))) == "word: 'MES' (a)"
    assert check_knowledge(rows[:1]) == []
