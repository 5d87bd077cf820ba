"""Everything that one comparison of a prediction with gold yields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.evaluate.bootstrap import draw, interval
from glane.evaluate.compare import compare
from glane.evaluate.confusion import count_confusion
from glane.evaluate.findings import find_faults, group_findings
from glane.evaluate.score import score_document, score_rules, score_schemes, sum_tallies
from glane_records import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.evaluate.bootstrap import Draws, Interval
    from glane.evaluate.compare import Comparison
    from glane.evaluate.confusion import Confusion
    from glane.evaluate.findings import Group
    from glane.evaluate.measure import Scheme, Tally
    from glane.evaluate.pairing import Pairing
    from glane.evaluate.score import DocumentScore, RuleScore
    from glane_records import MentionKind


@dataclass(frozen=True, slots=True)
class KindScore:
    """A kind's counts over all documents (of all kinds: ``None``), with the intervals of its F1."""

    kind: MentionKind | None
    tally: Tally
    strict_interval: Interval | None
    relaxed_interval: Interval | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What `evaluate` found.

    Attributes:
        pairing: what was compared.
        samples: bootstrap draws made.
        seed: their seed.
        overall: micro-average over all kinds.
        kinds: the scores of each kind.
        schemes: the SemEval-2013 task 9.1 schemes by name.
        confusion: which kinds are taken for which.
        documents: the scores of each document.
        rules: the scores of each rule.
        groups: what went wrong.
        comparison: against another prediction, if there was one.
    """

    pairing: Pairing
    samples: int
    seed: int
    overall: KindScore
    kinds: tuple[KindScore, ...]
    schemes: dict[str, Scheme]
    confusion: Confusion
    documents: tuple[DocumentScore, ...]
    rules: tuple[RuleScore, ...]
    groups: tuple[Group, ...]
    comparison: Comparison | None


def evaluate(pairing: Pairing, *, samples: int = 1000, seed: int = 0, other: Pairing | None = None) -> Evaluation:
    """Score a prediction.

    Args:
        pairing: gold's documents with what was predicted.
        samples: bootstrap draws; 0 for none.
        seed: of the draws; the same seed gives the same intervals.
        other: the same gold with another prediction, to compare with.
    """
    scores = tuple(score_document(document) for document in pairing.documents)
    draws = draw(len(scores), samples, seed)
    comparison = None
    if other is not None:
        comparison = compare(scores, [score_document(document) for document in other.documents], draws)
    return Evaluation(
        pairing=pairing,
        samples=samples,
        seed=seed,
        overall=_sum(None, scores, draws),
        kinds=tuple(_sum(kind, scores, draws) for kind in KINDS),
        schemes=score_schemes(pairing.documents),
        confusion=count_confusion(pairing.documents),
        documents=scores,
        rules=tuple(score_rules(scores)),
        groups=tuple(group_findings(find_faults(scores), scores)),
        comparison=comparison,
    )


def _sum(kind: MentionKind | None, scores: Sequence[DocumentScore], draws: Draws) -> KindScore:
    tallies = [score.overall if kind is None else score.kinds[kind] for score in scores]
    return KindScore(
        kind=kind,
        tally=sum_tallies(tallies),
        strict_interval=interval([tally.strict_prf for tally in tallies], draws),
        relaxed_interval=interval([tally.relaxed_prf for tally in tallies], draws),
    )
