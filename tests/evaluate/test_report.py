from __future__ import annotations

import json
from typing import TYPE_CHECKING

from evaluate.making import mention, pairing
from glane.evaluate.evaluation import Evaluation, evaluate
from glane.evaluate.fault_tables import tables_of_faults
from glane.evaluate.jsonform import as_json
from glane.evaluate.notes import notes
from glane.evaluate.render import print_tables, render_markdown, render_plain
from glane.evaluate.report import NONE, Table, tables_of_scores

if TYPE_CHECKING:
    import pytest


def make_evaluation() -> Evaluation:
    gold = [
        mention("O 0 4", "a", text="OTAN", value="Organisation du Traité"),
        mention("O 10 14", "b", text="ONU|", value="Organisation des Nations unies"),
        mention("D 20 24", "c", text="1997", value="1997"),
    ]
    predicted = [
        mention("O 0 4", "a", text="OTAN", value="OTAN", entity="e", rule="kb"),
        mention("O 10 13", "b", text="ONU", value="Organisation des Nations unies", entity="f", rule="kb"),
        mention("O 10 13", "other", text="ONU"),
    ]
    return evaluate(pairing(gold, predicted), samples=100)


def test_plain_tables_are_aligned() -> None:
    table = Table("Titre", ("kind", "n"), (("organisation", "1"), ("E\u0301", "12")))
    assert render_plain([table, Table("Rien", ("kind",), ())]) == (
        "Titre\nkind           n\norganisation   1\nE\u0301             12\n\nRien"
    )


def test_markdown_is_escaped() -> None:
    table = Table("a*b", ("place", "n"), (("l’[ONU]|x", "1"),))
    assert render_markdown([table]) == ("**a\\*b**\n\n| place | n |\n| --- | ---: |\n| l’\\[ONU\\]\\|x | 1 |")


def test_a_terminal_shows_cells_as_they_are(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    print_tables([Table("Titre [1]", ("place", "n"), (("l’[red]ONU", "0.123"),)), Table("Rien", ("kind",), ())])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Titre [1]"
    assert lines[-2] == "Rien"
    assert [line.split() for line in lines if "ONU" in line] == [["l’[red]ONU", "0.123"]]


def test_tables_of_scores() -> None:
    strict, relaxed, values, entities, schemes, confusion = tables_of_scores(make_evaluation())
    assert strict.rows[0][:7] == ("organisation", "2", "2", "1", "0.500", "0.500", "0.500")
    assert strict.rows[-1][:7] == ("overall", "3", "2", "1", "0.500", "0.333", "0.400")
    assert strict.rows[3] == ("figure", "0", "0", "0", NONE, NONE, NONE, NONE)
    assert relaxed.rows[0][:7] == ("organisation", "2", "2", "2", "1.000", "1.000", "1.000")
    assert relaxed.rows[0][7] == "[1.000, 1.000]"
    assert values.rows[0] == ("organisation", "0.500", "1/2", NONE, NONE, NONE, NONE)
    assert entities.rows == (
        ("organisation", "2", "1.000", "1.000", "1.000"),
        ("programme", "0", NONE, NONE, NONE),
        ("overall", "2", "1.000", "1.000", "1.000"),
    )
    assert schemes.rows[2] == ("partial", "1", "0", "1", "1", "0", "0.750", "0.500", "0.600")
    assert confusion.columns == ("gold", "organisation", "programme", "date", "figure", "country", "missed")
    assert confusion.rows[0] == ("organisation", "2", "0", "0", "0", "0", "0")
    assert confusion.rows[2] == ("date", "0", "0", "0", "0", "0", "1")
    assert confusion.rows[-1] == ("spurious", "0", "0", "0", "0", "0", "0")


def test_tables_by_document_and_rule() -> None:
    *_, documents, rules = tables_of_scores(make_evaluation(), by=["rule", "document"])
    assert [row[:3] for row in documents.rows] == [("a", "1", "1"), ("b", "1", "1"), ("c", "1", "0")]
    assert rules.rows == (("kb", "organisation", "2", "1", "2", "0", "0.500", "0.500"),)


def test_tables_of_faults() -> None:
    evaluation = make_evaluation()
    boundary, miss, value = tables_of_faults(evaluation.groups, {"c": "un autre texte"})
    assert boundary.title == "boundary organisation, rule kb (1; strict F1 +0.4000 if mended)"
    assert boundary.rows[0][:3] == (
        "b:10-14",
        "ONU| = Organisation des Nations unies",
        "ONU = Organisation des Nations unies",
    )
    assert miss.title == "miss date (1; strict F1 +0.2667 if mended)"
    assert miss.rows == (("c:20-24", "1997", NONE, ""),)
    assert value.title == "value organisation, rule kb (1)"
    assert value.rows[0][:3] == ("a:0-4", "OTAN = Organisation du Traité", "OTAN = OTAN")


def test_notes() -> None:
    assert notes(make_evaluation()) == [
        "warning: gold document c was not predicted: all its mentions count as missed",
        "note: predicted but not in gold, left out (1): other",
    ]


def test_json() -> None:
    evaluation = make_evaluation()
    found = json.loads(json.dumps(as_json(evaluation, by=["document", "rule"], errors=True)))
    assert found["documents"] == 3
    assert found["missing_documents"] == ["c"]
    assert found["left_out_documents"] == ["other"]
    assert found["overall"]["strict"]["f1"] == 0.4
    assert found["kinds"]["organisation"]["relaxed"] == {
        "right": 2,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "interval": [1.0, 1.0],
    }
    assert found["kinds"]["date"]["strict"]["interval"] is None
    assert found["kinds"]["organisation"]["value"] == {"right": 1, "total": 2, "accuracy": 0.5, "spurious": 0}
    assert found["kinds"]["organisation"]["entity_b3"]["mentions"] == 2
    assert found["schemes"]["exact"]["incorrect"] == 1
    assert [row["document"] for row in found["by_document"]] == ["a", "b", "c"]
    assert found["by_rule"][0]["spurious"] == 0
    first = found["errors"][0]
    assert (first["fault"], first["rule"], first["count"]) == ("boundary", "kb", 1)
    assert first["findings"][0]["predicted"]["text"] == "ONU"
    assert "against" not in found
    assert set(as_json(evaluation)) == set(found) - {"by_document", "by_rule", "errors"}
