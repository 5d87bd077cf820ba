from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluate.making import mention
from glane.evaluate.pairing import Pairing, pair_documents

if TYPE_CHECKING:
    from glane.evaluate.mention import Mention


def side(*documents: str) -> dict[str, tuple[Mention, ...]]:
    return {document: (mention("O 0 4", document),) for document in documents}


def partners(pairing: Pairing) -> dict[str, int]:
    return {document.document: len(document.predicted) for document in pairing.documents}


@pytest.mark.parametrize(
    ("gold", "predicted", "found", "missing", "left_out"),
    [
        ("a b", "b a", {"a": 1, "b": 1}, (), ()),
        ("a", "a b", {"a": 1}, (), ("b",)),
        ("a b", "a", {"a": 1, "b": 0}, ("b",), ()),
        ("a", "otan/a", {"a": 1}, (), ()),
        ("otan/a", "a", {"otan/a": 1}, (), ()),
        ("a", "otan/a ue/a", {"a": 0}, ("a",), ("otan/a", "ue/a")),
        ("a", "a otan/a", {"a": 1}, (), ("otan/a",)),
        ("a otan/a", "otan/a", {"a": 0, "otan/a": 1}, ("a",), ()),
        ("otan/a ue/a", "a", {"otan/a": 0, "ue/a": 0}, ("otan/a", "ue/a"), ("a",)),
        ("otan/a", "ue/a", {"otan/a": 0}, ("otan/a",), ("ue/a",)),
    ],
)
def test_matches_ids(
    gold: str, predicted: str, found: dict[str, int], missing: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    pairing = pair_documents(side(*gold.split()), side(*predicted.split()))
    assert partners(pairing) == found
    assert pairing.missing == missing
    assert pairing.left_out == left_out


def test_predicted_mentions_take_the_id_of_gold() -> None:
    (document,) = pair_documents(side("a"), side("otan/a")).documents
    assert document.predicted[0].document == "a"


def test_a_document_without_predicted_mentions_is_not_missing() -> None:
    pairing = pair_documents(side("a"), {"a": ()})
    assert pairing.missing == ()
    assert partners(pairing) == {"a": 0}


def test_tells_that_the_sides_quote_other_text() -> None:
    gold = {"a": (mention("O 0 4", "a", text="OTAN"),), "b": (mention("O 0 4", "b", text="OTAN"),)}
    predicted = {"a": (mention("O 0 4", "a", text="l'OT"),), "b": (mention("O 1 5", "b", text="l'OT"),)}
    assert pair_documents(gold, predicted).other_text == ("a", "b")


def test_sides_that_overlap_and_quote_one_text_do_not_contradict() -> None:
    gold = {"a": (mention("O 2 13", text="ONU Velmare"),)}
    predicted = {"a": (mention("O 2 5", text="ONU"), mention("C 6 13", text="Velmare"))}
    assert pair_documents(gold, predicted).other_text == ()
