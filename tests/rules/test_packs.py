"""The example packs: what they change."""

from __future__ import annotations

from pathlib import Path

import pytest

from blank_pipeline import blank_pipeline
from glane.rules.lint import check_rules
from glane.run.inspect import explain

PACKS = Path(__file__).parents[2] / "corpus" / "packs"
HEALTH = str(PACKS / "sante-publique")
NO_BASE = str(PACKS / "sans-base")


def found(text: str, *packs: str) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.text, one.rule, one.value) for one in explain(blank_pipeline(*packs), text) if one.recorded]


@pytest.mark.parametrize("pack", sorted(PACKS.iterdir()), ids=lambda pack: pack.name)
def test_packs_have_no_problems(pack: Path) -> None:
    own = [finding for finding in check_rules([pack]) if finding.own]
    assert [finding for finding in own if finding.level == "problem"] == []


@pytest.mark.parametrize(
    ("text", "without", "with_pack"),
    [
        pytest.param(
            "Un essai mené par le CERFIG.",
            [("organisation", "CERFIG", "context:agent", "organisation:cerfig")],
            [("organisation", "CERFIG", "kb:cerfig", "cerfig")],
            id="entity",
        ),
        pytest.param(
            "Les soins reprennent au dispensaire Sainte-Anne de Valmont.",
            [],
            [
                (
                    "organisation",
                    "dispensaire Sainte-Anne de Valmont",
                    "head:dispensaire",
                    "organisation:dispensaire-sainte-anne-de-valmont",
                )
            ],
            id="head of a body",
        ),
        pytest.param(
            "On a suivi la cohorte Aubépine.",
            [],
            [("programme", "cohorte Aubépine", "head:cohorte", "programme:cohorte-aubepine")],
            id="head of a project",
        ),
        pytest.param(
            "La dose atteint 20 Gy.",
            [("figure", "20", "figure.count", "20")],
            [("figure", "20 Gy", "unit.Gy", "20 Gy")],
            id="unit",
        ),
        pytest.param(
            "Les mères consultent la PMI.", [("programme", "PMI", "kb:pmi-us", "pmi-us")], [], id="switched off"
        ),
        pytest.param(
            "L'OMS et l'Agence de la biomédecine y participent.",
            [
                ("organisation", "OMS", "kb:oms", "oms"),
                ("organisation", "Agence de la biomédecine", "kb:abm-fr", "abm-fr"),
            ],
            [
                ("organisation", "OMS", "kb:oms", "oms"),
                ("organisation", "Agence de la biomédecine", "kb:abm-fr", "abm-fr"),
            ],
            id="the rest stays",
        ),
    ],
)
def test_public_health(
    text: str, without: list[tuple[str, str, str, str]], with_pack: list[tuple[str, str, str, str]]
) -> None:
    assert found(text) == without
    assert found(text, HEALTH) == with_pack


def test_names_are_found_without_the_knowledge_base() -> None:
    text = (
        "L'Organisation des Nations unies pour l'alimentation et l'agriculture (FAO) a ouvert un bureau au Mali. "
        "La FAO y travaille avec le ministère de l'Agriculture du Mali depuis 2019."
    )
    full = "Organisation des Nations unies pour l'alimentation et l'agriculture"
    names = [(kind, surface) for kind, surface, _, _ in found(text, NO_BASE)]
    assert names == [
        ("organisation", full),
        ("organisation", "FAO"),
        ("country", "Mali"),
        ("organisation", "FAO"),
        ("organisation", "ministère de l'Agriculture du Mali"),
        ("date", "2019"),
    ]
    rules = {rule for _, _, rule, _ in found(text, NO_BASE)}
    assert not [rule for rule in rules if rule.startswith("kb:")]
    entities = {value for kind, surface, _, value in found(text, NO_BASE) if surface in {full, "FAO"}}
    assert len(entities) == 1
    assert "kb:fao" in {rule for _, _, rule, _ in found(text)}
