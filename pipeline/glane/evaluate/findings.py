"""What went wrong, mention by mention, in groups that a change of one rule could mend."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from glane.evaluate.match import align, same_span
from glane.evaluate.measure import Prf
from glane.evaluate.score import sum_tallies
from glane.evaluate.value import fold_name, is_valued, same_of, same_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.evaluate.match import Pair
    from glane.evaluate.mention import Mention
    from glane.evaluate.score import DocumentScore
    from glane_records import MentionKind

    _Key: TypeAlias = tuple["Fault", MentionKind | None, MentionKind | None, str | None, bool]

Fault = Literal["miss", "spurious", "boundary", "type", "value", "of", "modifier"]
_MATCHED: tuple[Fault, ...] = ("value", "of", "modifier")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault.

    Attributes:
        fault: ``miss`` (gold that nothing answers), ``spurious`` (predicted, answers nothing), ``boundary``
            (same kind, overlapping, other span), ``type`` (same span, other kind), or, of matched mentions, a
            wrong ``value``, ``of`` or ``modifier``.
        gold: the gold mention, if any.
        predicted: the predicted mention, if any.
    """

    fault: Fault
    gold: Mention | None
    predicted: Mention | None

    @property
    def place(self) -> Mention:
        """The mention that says where it is: gold's, if there is one."""
        mention = self.gold or self.predicted
        assert mention is not None
        return mention

    @property
    def adds(self) -> bool:
        """Whether it is an ``of`` or a ``modifier`` that gold does not have: these are counted apart (`Share.spurious`)."""
        return self.fault in ("of", "modifier") and self.gold is not None and getattr(self.gold, self.fault) is None

    @property
    def rule(self) -> str | None:
        """The rule that found the predicted mention."""
        return self.predicted.rule if self.predicted else None


@dataclass(frozen=True, slots=True)
class Group:
    """Faults of one sort, kind and rule; an ``of`` or ``modifier`` that is wrong is not with one that gold does not have.

    Attributes:
        fault: the sort.
        gold_kind: kind in gold; ``None`` for spurious mentions.
        predicted_kind: kind predicted; ``None`` for misses.
        rule: the rule that found them.
        adds: whether gold has no ``of`` or ``modifier`` there.
        gain: what the overall strict F1 would gain if all of them were mended; 0 for faults of values.
        findings: the most frequent text first, then in the order of the text.
    """

    fault: Fault
    gold_kind: MentionKind | None
    predicted_kind: MentionKind | None
    rule: str | None
    adds: bool
    gain: float
    findings: tuple[Finding, ...]


def find_faults(scores: Iterable[DocumentScore]) -> Iterator[Finding]:
    """All faults of the scored documents; a pair may have several (its boundary, its value)."""
    for score in scores:
        relaxed = score.alignment
        other_kind = align(relaxed.missed, relaxed.spurious, same_span)
        for pair in relaxed.pairs:
            yield from _faults_of_pair(pair)
        for pair in other_kind.pairs:
            yield Finding("type", pair.gold, pair.predicted)
        for mention in other_kind.missed:
            yield Finding("miss", mention, None)
        for mention in other_kind.spurious:
            yield Finding("spurious", None, mention)


def group_findings(findings: Iterable[Finding], scores: Sequence[DocumentScore]) -> list[Group]:
    """Group faults by sort, kind and rule; those first whose mending would gain most, then the larger."""
    overall = sum_tallies(score.overall for score in scores).strict_prf
    groups: dict[_Key, list[Finding]] = defaultdict(list)
    for finding in findings:
        gold_kind = finding.gold.kind if finding.gold else None
        predicted_kind = finding.predicted.kind if finding.predicted else None
        groups[finding.fault, gold_kind, predicted_kind, finding.rule, finding.adds].append(finding)
    made = [
        Group(*key, gain=_gain(key[0], len(found), overall), findings=_sort(found)) for key, found in groups.items()
    ]
    return sorted(
        made,
        key=lambda g: (
            -g.gain,
            -len(g.findings),
            g.fault,
            g.gold_kind or "",
            g.predicted_kind or "",
            g.rule or "",
            g.adds,
        ),
    )


def _faults_of_pair(pair: Pair) -> Iterator[Finding]:
    gold, predicted = pair.gold, pair.predicted
    if not same_span(gold, predicted):
        yield Finding("boundary", gold, predicted)
    if is_valued(gold) and not same_value(gold, predicted):
        yield Finding("value", gold, predicted)
    if predicted.of is not None if gold.of is None else not same_of(gold.of, predicted.of):
        yield Finding("of", gold, predicted)
    if gold.modifier != predicted.modifier:
        yield Finding("modifier", gold, predicted)


def _gain(fault: Fault, count: int, overall: Prf) -> float:
    if fault in _MATCHED:
        return 0.0
    right = overall.right + (0 if fault == "spurious" else count)
    predicted = overall.predicted + {"miss": count, "spurious": -count}.get(fault, 0)
    mended = Prf(right, predicted, overall.gold)
    return (mended.f1 or 0.0) - (overall.f1 or 0.0)


def _sort(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    frequency = Counter(fold_name(finding.place.text) for finding in findings)

    def order(finding: Finding) -> tuple[int, str, str, int, int]:
        text = fold_name(finding.place.text)
        return -frequency[text], text, finding.place.document, finding.place.start, finding.place.end

    return tuple(sorted(findings, key=order))
