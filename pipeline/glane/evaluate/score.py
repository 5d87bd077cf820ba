"""Scores of predicted mentions against gold, as pure functions.

Two families, kept apart. The annotation guide's: `Tally`, by kind. SemEval-2013 task 9.1's (Segura-Bedmar,
Martínez and Herrero-Zazo 2013, after the MUC-5 categories of Chinchor and Sundheim 1993): `Scheme`, over all
kinds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.evaluate.match import align, overlap, same_kind, same_span, same_span_and_kind
from glane.evaluate.measure import BCubed, Scheme, Share, Tally
from glane.evaluate.mention import NAMED
from glane.evaluate.value import fold_name, is_valued, same_of, same_value
from glane_records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glane.evaluate.match import Alignment, Condition, Pair
    from glane.evaluate.mention import Mention
    from glane.evaluate.pairing import DocumentPair
    from glane_records import MentionKind


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """A document's relaxed alignment (stage 0: exact, stage 1: other spans) and its tally by kind."""

    document: str
    alignment: Alignment
    kinds: Mapping[MentionKind, Tally]

    @property
    def overall(self) -> Tally:
        """Over all kinds."""
        return sum_tallies(self.kinds.values())


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What one rule earned and erred: mentions of one kind that it found, by how they matched."""

    rule: str
    kind: MentionKind
    predicted: int
    strict: int
    relaxed: int
    value: Share

    @property
    def spurious(self) -> int:
        """Mentions that answer no gold mention of the kind."""
        return self.predicted - self.relaxed

    @property
    def precision(self) -> float:
        """Strict precision."""
        return self.strict / self.predicted


def score_document(pair: DocumentPair) -> DocumentScore:
    """Score one document by the annotation guide."""
    alignment = align(pair.gold, pair.predicted, same_span_and_kind, same_kind)
    gold, predicted = _by_kind(pair.gold), _by_kind(pair.predicted)
    pairs: dict[MentionKind, list[Pair]] = defaultdict(list)
    for found in alignment.pairs:
        pairs[found.gold.kind].append(found)
    kinds = {kind: _tally(len(gold[kind]), len(predicted[kind]), pairs[kind]) for kind in KINDS}
    return DocumentScore(pair.document, alignment, kinds)


def sum_tallies(tallies: Iterable[Tally]) -> Tally:
    """Sum of tallies: the micro-average is its precision, recall and F1."""
    return sum(tallies, Tally())


def score_schemes(documents: Iterable[DocumentPair]) -> dict[str, Scheme]:
    """Score by the four schemes of SemEval-2013 task 9.1, over all kinds.

    - ``strict``: correct is a pair of the same span and kind.
    - ``exact``: correct is a pair of the same span, whatever the kind.
    - ``partial``: correct is a pair of the same span, partial a pair whose spans overlap, whatever the kinds.
    - ``type``: correct is a pair of the same kind whose spans overlap (the guide's «relaxed»).

    Pairs are one to one. First as many correct pairs are made as there can be (those of the same span and
    kind before others); then, of the rest, as many overlapping pairs of any kind as there can be: partial in
    ``partial``, incorrect in the other schemes. What stays alone is missed or spurious.
    """
    correct: dict[str, tuple[Condition, ...]] = {
        "strict": (same_span_and_kind,),
        "exact": (same_span_and_kind, same_span),
        "partial": (same_span_and_kind, same_span),
        "type": (same_span_and_kind, same_kind),
    }
    totals = dict.fromkeys(correct, Scheme())
    for document in documents:
        for name, conditions in correct.items():
            alignment = align(document.gold, document.predicted, *conditions, overlap)
            rest = alignment.count(len(conditions))
            totals[name] += Scheme(
                correct=len(alignment.pairs) - rest,
                incorrect=0 if name == "partial" else rest,
                partial=rest if name == "partial" else 0,
                missed=len(alignment.missed),
                spurious=len(alignment.spurious),
            )
    return totals


def score_rules(scores: Iterable[DocumentScore]) -> list[RuleScore]:
    """Score each rule by the mentions that it found, those that found most first."""
    predicted: Counter[tuple[str, MentionKind]] = Counter()
    pairs: dict[tuple[str, MentionKind], list[Pair]] = defaultdict(list)
    for score in scores:
        for mention in score.alignment.spurious:
            predicted[_rule(mention)] += 1
        for pair in score.alignment.pairs:
            predicted[_rule(pair.predicted)] += 1
            pairs[_rule(pair.predicted)].append(pair)
    rules = [
        RuleScore(
            rule=key[0],
            kind=key[1],
            predicted=count,
            strict=sum(pair.stage == 0 for pair in pairs[key]),
            relaxed=len(pairs[key]),
            value=_share_value(pairs[key]),
        )
        for key, count in predicted.items()
    ]
    return sorted(rules, key=lambda rule: (-rule.predicted, rule.rule, rule.kind))


def score_clusters(pairs: Iterable[Pair]) -> BCubed:
    """B³ of matched mentions of one kind in one document: predicted `entity` against gold's value."""
    clusters = [(_cluster(pair.predicted), _cluster(pair.gold)) for pair in pairs if pair.gold.value is not None]
    predicted = Counter(cluster for cluster, _ in clusters)
    gold = Counter(cluster for _, cluster in clusters)
    total = BCubed(mentions=len(clusters))
    for (p, g), shared in Counter(clusters).items():
        total += BCubed(shared * shared / predicted[p], shared * shared / gold[g])
    return total


def _tally(gold: int, predicted: int, pairs: Sequence[Pair]) -> Tally:
    strict = [pair for pair in pairs if pair.stage == 0]
    named = bool(pairs) and pairs[0].gold.kind in NAMED
    return Tally(
        gold=gold,
        predicted=predicted,
        strict=len(strict),
        relaxed=len(pairs),
        value=_share_value(pairs),
        value_strict=_share_value(strict),
        of=Share(
            right=sum(pair.gold.of is not None and same_of(pair.gold.of, pair.predicted.of) for pair in pairs),
            total=sum(pair.gold.of is not None for pair in pairs),
            spurious=sum(pair.gold.of is None and pair.predicted.of is not None for pair in pairs),
        ),
        modifier=Share(
            right=sum(
                pair.gold.modifier is not None and pair.gold.modifier == pair.predicted.modifier for pair in pairs
            ),
            total=sum(pair.gold.modifier is not None for pair in pairs),
            spurious=sum(pair.gold.modifier is None and pair.predicted.modifier is not None for pair in pairs),
        ),
        entity=score_clusters(pairs) if named else BCubed(),
    )


def _share_value(pairs: Sequence[Pair]) -> Share:
    valued = [pair for pair in pairs if is_valued(pair.gold)]
    return Share(sum(same_value(pair.gold, pair.predicted) for pair in valued), len(valued))


def _by_kind(mentions: Iterable[Mention]) -> dict[MentionKind, list[Mention]]:
    found: dict[MentionKind, list[Mention]] = {kind: [] for kind in KINDS}
    for mention in mentions:
        found[mention.kind].append(mention)
    return found


def _cluster(mention: Mention) -> str:
    return mention.entity if mention.entity is not None else fold_name(mention.value or "")


def _rule(mention: Mention) -> tuple[str, MentionKind]:
    return mention.rule or "-", mention.kind
