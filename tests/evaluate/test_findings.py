from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluate.making import mention, mentions, pairing, score
from glane.evaluate.context import read_texts, show_context
from glane.evaluate.fault_tables import tables_of_faults
from glane.evaluate.findings import Finding, find_faults, group_findings
from glane.evaluate.score import score_document

if TYPE_CHECKING:
    from pathlib import Path

    from glane.evaluate.mention import Mention


def faults(gold: list[Mention], predicted: list[Mention]) -> list[tuple[str, str, str]]:
    return [
        (
            finding.fault,
            f"{finding.gold.kind} {finding.gold.start}" if finding.gold else "",
            f"{finding.predicted.kind} {finding.predicted.start}" if finding.predicted else "",
        )
        for finding in find_faults([score(gold, predicted)])
    ]


def test_faults_of_mentions() -> None:
    gold = [*mentions("O 0 4, O 10 20, P 30 40, O 60 64")]
    predicted = [*mentions("O 0 4, O 12 20, O 30 40, P 61 64")]
    assert faults(gold, predicted) == [
        ("boundary", "organisation 10", "organisation 12"),
        ("type", "programme 30", "organisation 30"),
        ("miss", "organisation 60", ""),
        ("spurious", "", "programme 61"),
    ]


def test_faults_of_values() -> None:
    gold = [
        mention("D 0 4", value="1997/.."),
        mention("F 10 14", value="2", of="soldats", modifier="about"),
        mention("F 20 24", value="3"),
        mention("F 30 34", value="4", of="soldats"),
    ]
    predicted = [
        mention("D 1 4", value="1997"),
        mention("F 10 14", value="2"),
        mention("F 20 24", value="3", of="ans", modifier="about"),
        mention("F 30 34", value="4", of="soldats afghans"),
    ]
    assert faults(gold, predicted) == [
        ("boundary", "date 0", "date 1"),
        ("value", "date 0", "date 1"),
        ("of", "figure 10", "figure 10"),
        ("modifier", "figure 10", "figure 10"),
        ("of", "figure 20", "figure 20"),
        ("modifier", "figure 20", "figure 20"),
    ]


def test_groups_stand_by_what_they_would_gain() -> None:
    gold = [mention(f"O {i} {i + 4}", text="OTAN" if i else "CEDE", value="A") for i in range(0, 50, 10)]
    predicted = [
        mention("O 0 4", value="B", rule="kb"),  # a wrong value
        mention("O 11 14", value="A", rule="kb"),  # a boundary
        mention("D 60 64", value="2020", rule="year"),  # spurious
        mention("D 70 74", value="2020", rule="year"),
    ]
    document = score(gold, predicted)
    groups = group_findings(find_faults([document]), [document])
    shown = [(g.fault, g.gold_kind, g.predicted_kind, g.rule, len(g.findings)) for g in groups]
    assert shown == [
        ("miss", "organisation", None, None, 3),
        ("boundary", "organisation", "organisation", "kb", 1),
        ("spurious", None, "date", "year", 2),
        ("value", "organisation", "organisation", "kb", 1),
    ]
    # Strict F1 is 2 * 1 / (4 + 5).
    assert groups[0].gain == pytest.approx(2 * 4 / 12 - 2 / 9)
    assert groups[1].gain == pytest.approx(2 * 2 / 9 - 2 / 9)
    assert groups[2].gain == pytest.approx(2 * 1 / 7 - 2 / 9)
    assert groups[3].gain == 0


def test_what_gold_does_not_have_stands_apart_from_what_is_wrong() -> None:
    gold = [mention("F 0 4", value="3", of="ponts"), mention("F 10 14", value="3"), mention("F 20 24", value="3")]
    predicted = [mention(f"F {i} {i + 4}", value="3", of="quais", rule="count") for i in (0, 10, 20)]
    document = score(gold, predicted)
    groups = group_findings(find_faults([document]), [document])
    assert [(g.fault, g.adds, len(g.findings)) for g in groups] == [("of", True, 2), ("of", False, 1)]
    assert [table.title for table in tables_of_faults(groups, {})] == [
        "of figure, gold has none, rule count (+2)",
        "of figure, rule count (1)",
    ]
    tally = document.kinds["figure"].of
    assert (tally.spurious, tally.total - tally.right) == (2, 1)


def test_the_most_frequent_text_stands_first_in_a_group() -> None:
    gold = [
        mention("O 0 4", "a", text="ONU "),
        mention("O 5 9", "b", text="OTAN"),
        mention("O 9 13", "a", text="otan"),
        mention("O 20 24", "a", text="CEDE"),
    ]
    scores = [score_document(document) for document in pairing(gold, []).documents]
    (group,) = group_findings(find_faults(scores), scores)
    assert [(f.place.text, f.place.document) for f in group.findings] == [
        ("otan", "a"),
        ("OTAN", "b"),
        ("CEDE", "a"),
        ("ONU ", "a"),
    ]


def test_context_from_the_text(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("A" * 50 + " dans\nl’OTAN  et " + "B" * 50, encoding="utf-8")
    texts = read_texts(tmp_path, ["otan/d", "absent"])
    assert set(texts) == {"otan/d"}
    missed = mention("O 58 62", "otan/d", text="OTAN")
    assert show_context(Finding("miss", missed, None), texts) == "A" * 32 + " dans l’[OTAN] et " + "B" * 35


def test_context_from_the_sentence() -> None:
    predicted = mention("O 0 4", text="OTAN", sentence="Dans l’OTAN\net ailleurs.")
    assert show_context(Finding("spurious", None, predicted), {}) == "Dans l’[OTAN] et ailleurs."
    # A text in which something else stands at these offsets is not quoted.
    assert show_context(Finding("spurious", None, predicted), {"d": "ONU."}) == "Dans l’[OTAN] et ailleurs."


def test_no_context() -> None:
    missed = mention("O 0 4", text="OTAN")
    assert show_context(Finding("miss", missed, None), {}) == ""


def test_texts_are_read_as_they_are_to_extract_from(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    (folder / "otan").mkdir(parents=True)
    (folder / "a.md").write_text("# Le *port*")
    (folder / "otan" / "a.txt").write_bytes("été".encode("cp1252"))
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"id": "a\\u0000b", "text": "x"}\n{"id": "c", "text": "y"}')
    port = "Le port\n"
    assert read_texts(folder, ["a", "otan/a", "ue/a", "b"]) == {"a": port, "otan/a": "été", "ue/a": port}
    assert read_texts(lines, ["a\0b", "z/c"]) == {"a\0b": "x", "z/c": "y"}


@pytest.mark.parametrize("name", ["../secret", "se\0cret", "\ud800", "x" * 5_000])
def test_an_id_that_names_no_file_in_the_folder_has_no_text(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("x")
    assert read_texts(inside, [name]) == {}
