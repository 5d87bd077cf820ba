from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example

from evaluate.making import mention, mentions, pair, pairing, score
from glane.evaluate.measure import BCubed, Prf, Scheme, Share, Tally
from glane.evaluate.score import score_document, score_rules, score_schemes, sum_tallies
from glane_records import KINDS

if TYPE_CHECKING:
    from glane.evaluate.mention import Mention

WORDS = 12
NLP = spacy.blank("fr")


def test_prf() -> None:
    score = Prf(right=2, predicted=4, gold=5)
    assert (score.precision, score.recall) == (0.5, 0.4)
    assert score.f1 == pytest.approx(2 * 0.5 * 0.4 / 0.9)


def test_what_cannot_be_divided_is_undefined() -> None:
    nothing, missed, spurious = Prf(0, 0, 0), Prf(0, 0, 3), Prf(0, 3, 0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)
    assert (missed.precision, missed.recall, missed.f1) == (None, 0.0, 0.0)
    assert (spurious.precision, spurious.recall, spurious.f1) == (0.0, None, 0.0)
    assert Share().accuracy is None
    assert BCubed().f1 is None


def test_counts_by_kind_and_overall() -> None:
    found = score(mentions("O 0 4, O 10 20, P 30 40, D 50 54, C 60 66"), mentions("O 0 4, O 12 20, O 30 40, D 54 58"))
    counts = {kind: (t.gold, t.predicted, t.strict, t.relaxed) for kind, t in found.kinds.items()}
    assert counts == {
        "organisation": (2, 3, 1, 2),
        "programme": (1, 0, 0, 0),
        "date": (1, 1, 0, 0),
        "figure": (0, 0, 0, 0),
        "country": (1, 0, 0, 0),
    }
    overall = found.overall
    assert (overall.gold, overall.predicted, overall.strict, overall.relaxed) == (5, 4, 1, 2)
    assert overall.strict_prf.f1 == pytest.approx(2 / 9)
    assert overall.relaxed_prf.f1 == pytest.approx(4 / 9)


def test_micro_average_over_documents() -> None:
    gold = [mention("O 0 4", "a"), mention("O 0 4", "b"), mention("O 9 12", "b")]
    predicted = [mention("O 0 4", "a"), mention("O 9 12", "b")]
    documents = pairing(gold, predicted).documents
    total = sum_tallies(score_document(document).overall for document in documents)
    assert (total.strict_prf.precision, total.strict_prf.recall) == (1.0, pytest.approx(2 / 3))


words = st.tuples(st.sampled_from("OPDFC"), st.integers(0, WORDS - 1), st.integers(1, 4)).map(
    lambda t: (t[0], t[1], min(t[1] + t[2], WORDS))
)
sides = st.lists(words, max_size=8, unique=True)


def to_mentions(side: list[tuple[str, int, int]], document: str) -> tuple[Mention, ...]:
    """Words of one letter with a blank between them: word ``i`` stands at ``2 i``."""
    return tuple(mention(f"{letter} {2 * start} {2 * end - 1}", document) for letter, start, end in side)


def to_doc(found: tuple[Mention, ...]) -> Doc:
    doc = Doc(NLP.vocab, words=["x"] * WORDS)
    doc.spans["all"] = [Span(doc, m.start // 2, (m.end + 1) // 2, label=m.kind) for m in found]
    return doc


@settings(deadline=None)
@given(st.lists(st.tuples(sides, sides), min_size=1, max_size=4))
def test_strict_scores_are_those_of_spacy(
    documents: list[tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]]],
) -> None:
    both = [(to_mentions(g, f"d{i}"), to_mentions(p, f"d{i}")) for i, (g, p) in enumerate(documents)]
    theirs = Scorer.score_spans(
        [Example(to_doc(p), to_doc(g)) for g, p in both],
        "spans",
        getter=lambda doc, attr: doc.spans["all"],
        allow_overlap=True,
    )
    scores = [score(g, p) for g, p in both]
    overall = sum_tallies(s.overall for s in scores).strict_prf
    expected = (theirs["spans_p"] or 0, theirs["spans_r"] or 0, theirs["spans_f"] or 0)
    assert shown(overall) == pytest.approx(expected)
    for kind in KINDS:
        ours = sum_tallies(s.kinds[kind] for s in scores).strict_prf
        their = (theirs["spans_per_type"] or {}).get(kind, {"p": 0, "r": 0, "f": 0})
        assert shown(ours) == pytest.approx((their["p"], their["r"], their["f"]))


def shown(score: Prf) -> tuple[float, float, float]:
    """Undefined as spaCy has it."""
    return score.precision or 0, score.recall or 0, score.f1 or 0


def test_values_are_shares_of_the_matched_mentions() -> None:
    gold = [
        mention("D 0 4", value="1997"),
        mention("D 10 14", value="2014/.."),
        mention("D 20 24", value="2020"),
        mention("O 30 34", value="Organisation du Traité"),
        mention("O 40 44"),
    ]
    predicted = [
        mention("D 0 4", value="1997"),
        mention("D 9 14", value="2014/.."),
        mention("D 20 24", value="2021"),
        mention("O 30 34", value="organisation du traité"),
        mention("O 40 44", value="whatever"),
    ]
    found = score(gold, predicted)
    assert found.kinds["date"].value == Share(2, 3)
    assert found.kinds["date"].value_strict == Share(1, 2)
    assert found.kinds["organisation"].value == Share(1, 1)
    assert found.overall.value == Share(3, 4)


def test_of_and_modifier_count_where_gold_has_them() -> None:
    gold = [
        mention("F 0 4", value="2", of="dispositifs explosifs", modifier="about"),
        mention("F 10 14", value="3", of="soldats", modifier="about"),
        mention("F 20 24", value="4"),
        mention("D 30 34", value="2018", modifier="end"),
    ]
    predicted = [
        mention("F 0 4", value="2", of="dispositifs", modifier="about"),
        mention("F 10 14", value="3", modifier="at_most"),
        mention("F 20 24", value="4", of="ans", modifier="about"),
        mention("D 30 34", value="2018"),
    ]
    found = score(gold, predicted)
    assert found.kinds["figure"].of == Share(right=1, total=2, spurious=1)
    assert found.kinds["figure"].modifier == Share(right=1, total=2, spurious=1)
    assert found.kinds["date"].modifier == Share(right=0, total=1)
    assert found.overall.modifier == Share(right=1, total=3, spurious=1)


def test_b_cubed() -> None:
    # Gold {1 2 3 4} {5 6}; predicted {1 2} {3 4 5 6}: by hand,
    # precision (1 + 1 + 2/4 * 4) / 6, recall (4 * 2/4 + 1 + 1) / 6.
    names = ["A", "A", "A", "A", "B", "B"]
    entities = ["x", "x", "y", "y", "y", "y"]
    gold = [mention(f"O {10 * i} {10 * i + 4}", value=name) for i, name in enumerate(names)]
    predicted = [mention(f"O {10 * i} {10 * i + 4}", value="N", entity=e) for i, e in enumerate(entities)]
    found = score(gold, predicted).overall
    assert found.value == Share(0, 6)
    assert found.entity.mentions == 6
    assert found.entity.precision == pytest.approx(4 / 6)
    assert found.entity.recall == pytest.approx(4 / 6)
    assert found.entity.f1 == pytest.approx(4 / 6)


def test_b_cubed_is_for_entities_within_a_document_and_kind() -> None:
    gold = [mention("O 0 4", value="A"), mention("P 5 9", value="A"), mention("C 10 12", value="FR")]
    predicted = [replace(m, entity="x") for m in gold]
    found = score(gold, predicted)
    assert found.overall.entity == BCubed(2.0, 2.0, 2)
    assert found.kinds["country"].entity == BCubed()


def test_sums_of_tallies_add_up() -> None:
    one = Tally(1, 2, 1, 1, Share(1, 1), Share(1, 1), Share(0, 1, 2), Share(), BCubed(0.5, 1.0, 1))
    assert one + Tally() == one
    assert (one + one).of == Share(0, 2, 4)
    assert (one + one).entity == BCubed(1.0, 2.0, 2)


# The table of examples that explains the four schemes: gold, predicted, and for each scheme
# correct, incorrect, partial, missed, spurious.
SCHEMES = [
    ("O 0 4", "O 0 4", {"strict": "10000", "exact": "10000", "partial": "10000", "type": "10000"}),
    ("", "O 0 4", {"strict": "00001", "exact": "00001", "partial": "00001", "type": "00001"}),
    ("O 0 4", "", {"strict": "00010", "exact": "00010", "partial": "00010", "type": "00010"}),
    ("O 0 4", "P 0 4", {"strict": "01000", "exact": "10000", "partial": "10000", "type": "01000"}),
    ("O 0 4", "O 0 9", {"strict": "01000", "exact": "01000", "partial": "00100", "type": "10000"}),
    ("O 0 4", "P 0 9", {"strict": "01000", "exact": "01000", "partial": "00100", "type": "01000"}),
    ("O 0 4", "O 4 9", {"strict": "00011", "exact": "00011", "partial": "00011", "type": "00011"}),
    # The second predicted mention finds its gold mention taken.
    ("O 0 9", "O 0 4, O 5 9", {"strict": "01001", "exact": "01001", "partial": "00101", "type": "10001"}),
    # `type` pairs by kind what `exact` pairs by span; the two that are then left only touch.
    (
        "O 0 4, P 4 9",
        "P 0 4, O 2 6",
        {"strict": "02000", "exact": "11000", "partial": "10100", "type": "10011"},
    ),
]


@pytest.mark.parametrize(("gold", "predicted", "expected"), SCHEMES)
def test_schemes(gold: str, predicted: str, expected: dict[str, str]) -> None:
    found = score_schemes([pair(mentions(gold), mentions(predicted))])
    assert {name: f"{s.correct}{s.incorrect}{s.partial}{s.missed}{s.spurious}" for name, s in found.items()} == expected


def test_a_partial_pair_counts_a_half() -> None:
    score = Scheme(correct=2, incorrect=1, partial=3, missed=4, spurious=1).prf
    assert (score.right, score.predicted, score.gold) == (3.5, 7, 10)
    assert (score.precision, score.recall) == (0.5, 0.35)


@given(sides, sides)
def test_schemes_and_guide_agree(gold: list[tuple[str, int, int]], predicted: list[tuple[str, int, int]]) -> None:
    document = pair(to_mentions(gold, "d"), to_mentions(predicted, "d"))
    overall = score_document(document).overall
    schemes = score_schemes([document])
    assert schemes["strict"].correct == overall.strict
    assert schemes["type"].correct == overall.relaxed
    for scheme in schemes.values():
        assert (scheme.prf.gold, scheme.prf.predicted) == (len(gold), len(predicted))
    assert schemes["strict"].correct <= schemes["exact"].correct == schemes["partial"].correct


def test_rules() -> None:
    gold = [mention("O 0 4", value="A"), mention("O 10 14", value="B"), mention("D 20 24", value="2020")]
    predicted = [
        mention("O 0 4", value="A", rule="kb"),
        mention("O 11 14", value="C", rule="kb"),
        mention("O 30 34", value="D", rule="kb"),
        mention("D 20 24", value="2020", rule="year"),
        mention("F 40 44", value="2"),
    ]
    rules = score_rules([score(gold, predicted)])
    shown = [(r.rule, r.kind, r.predicted, r.strict, r.relaxed, r.spurious, r.value) for r in rules]
    assert shown == [
        ("kb", "organisation", 3, 1, 2, 1, Share(1, 2)),
        ("-", "figure", 1, 0, 0, 1, Share(0, 0)),
        ("year", "date", 1, 1, 1, 0, Share(1, 1)),
    ]
    assert rules[0].precision == pytest.approx(1 / 3)
