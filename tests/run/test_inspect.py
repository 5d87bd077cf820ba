from __future__ import annotations

from datetime import date

from blank_pipeline import blank_pipeline
from glane.read import Document, Failure
from glane.run.inspect import Fired, coverage, explain


def document(text: str, identifier: str = "a") -> Document:
    return Document(identifier, text, None, None, identifier)


def test_candidates_are_explained() -> None:
    text = "La Convention des Nations unies contre la corruption lie 189 pays."
    found = explain(blank_pipeline(), text)
    assert [(one.text, one.kind, one.rule, one.stands, one.recorded) for one in found] == [
        ("Convention des Nations unies contre la corruption", "other", "head:convention", True, False),
        ("Nations unies", "organisation", "kb:onu", False, False),
        ("189", "figure", "figure.count", True, True),
    ]
    assert [(one.beaten_by, one.preference, one.tier) for one in found] == [
        (None, None, 3),
        (0, "length", 3),
        (None, None, 3),
    ]
    assert all(text[one.start : one.end] == one.text for one in found)


def test_values_are_shown() -> None:
    text = "L’an dernier, l’OTAN a versé plus de 3 millions d’euros au Niger, contre 2 à 4 t de riz."
    values = {one.text: one.value for one in explain(blank_pipeline(), text, date(2024, 5, 2)) if one.recorded}
    assert values == {
        "an dernier": "2023",
        "OTAN": "otan",
        "3 millions d’euros": "more_than 3000000 EUR",
        "Niger": "NE",
        "2 à 4 t": "2..4 t",
    }


def test_offsets_are_those_of_the_text_as_read() -> None:
    text = "Le se\u0301minaire de l’OTAN au Niger"  # a decomposed accent
    assert [text[one.start : one.end] for one in explain(blank_pipeline(), text)] == ["OTAN", "Niger"]


def test_no_text_has_no_candidates() -> None:
    assert explain(blank_pipeline(), "") == []


def test_coverage_counts_rules() -> None:
    failures: list[Failure] = []
    broken = Failure("b", "b.txt", "unreadable", "is broken")
    documents = [
        document("L'OTAN et la Convention des Nations unies contre la corruption en 2014."),
        broken,
        document("L'OTAN au Niger.", "c"),
    ]
    counted = coverage(blank_pipeline(), documents, on_failure=failures.append)
    assert (counted.documents, failures) == (2, [broken])
    assert counted.fired == (
        Fired("kb:otan", 2, 2),
        Fired("country:NE", 1, 1),
        Fired("date.year", 1, 1),
        Fired("head:convention", 1, 0),
        Fired("kb:onu", 1, 0),
    )
    organisations = counted.never["knowledge/organisations.tsv"]
    assert {"kb:otan", "kb:onu"}.isdisjoint(organisations)
    assert len(organisations) == len(counted.entries["knowledge/organisations.tsv"]) - 2
    assert len(counted.never["knowledge/countries.tsv"]) == 249


def test_entities_that_share_an_acronym_are_used_together() -> None:
    counted = coverage(blank_pipeline(), [document("Selon CDC, tout va bien.")])
    assert [one.rule for one in counted.fired if one.rule.startswith("kb:")] == ["kb:cdc-us"]
    assert {"kb:cdc-fr", "kb:cdc-us"}.isdisjoint(counted.never["knowledge/organisations.tsv"])
