"""An evaluation as JSON, for machines.

One object; a score that is undefined is ``null``, an interval is ``[low, high]`` or ``null``::

    documents, samples, seed     int
    missing_documents            [id]       gold documents that were not predicted
    left_out_documents           [id]       predicted documents that gold does not have
    other_text_documents         [id]       the sides quote other text at the same offsets
    overall                      SCORES
    kinds                        {kind: SCORES}
    schemes                      {strict | exact | partial | type: SCHEME}
    confusion                    [{gold: kind | null, predicted: kind | null, count}]
    by_document (--by document)  [{document, …SCORES}]
    by_rule (--by rule)          [{rule, kind, predicted, strict, relaxed, spurious, precision, value: SHARE}]
    errors (--errors)            [{fault, gold_kind, predicted_kind, rule, added, count, gain, findings: [FINDING]}]
                                  (added: gold has no ``of`` or ``modifier`` there, so it is not wrong, but spurious)
    against (--against)          {strict: {overall | kind: DIFFERENCE}, relaxed: {…},
                                  gained, lost, new_errors, mended_errors: [MENTION]}

    SCORES      {gold, predicted, strict: PRF, relaxed: PRF, value: SHARE, value_strict: SHARE, of: SHARE,
                 modifier: SHARE, entity_b3: {precision, recall, f1, mentions}}
    PRF         {right, precision, recall, f1, interval}  (the interval of F1; absent by document)
    SHARE       {right, total, accuracy, spurious}        (spurious: predicted where gold has none)
    SCHEME      {correct, incorrect, partial, missed, spurious, precision, recall, f1}
    FINDING     {document, start, end, gold: MENTION | null, predicted: MENTION | null, context}
    MENTION     {document, kind, start, end, text, value, entity, of, modifier, rule}
    DIFFERENCE  {f1, other_f1, difference, interval, not_better}
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from glane.evaluate.context import show_context

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glane.evaluate.bootstrap import Interval
    from glane.evaluate.compare import Comparison
    from glane.evaluate.evaluation import Evaluation, KindScore
    from glane.evaluate.findings import Finding, Group
    from glane.evaluate.measure import Prf, Scheme, Share, Tally
    from glane.evaluate.mention import Mention
    from glane.evaluate.score import RuleScore

    Json = dict[str, Any]


def as_json(
    evaluation: Evaluation,
    *,
    by: Iterable[str] = (),
    errors: bool = False,
    texts: Mapping[str, str] | None = None,
) -> Json:
    """The evaluation as an object of the schema above.

    Args:
        evaluation: what was found.
        by: ``document``, ``rule``: further tables.
        errors: whether to list what went wrong.
        texts: texts of the documents, where there are any, for the context of mentions that were missed.
    """
    wanted = set(by)
    pairing = evaluation.pairing
    found: Json = {
        "documents": len(evaluation.documents),
        "samples": evaluation.samples,
        "seed": evaluation.seed,
        "missing_documents": list(pairing.missing),
        "left_out_documents": list(pairing.left_out),
        "other_text_documents": list(pairing.other_text),
        "overall": _kind(evaluation.overall),
        "kinds": {kind.kind: _kind(kind) for kind in evaluation.kinds},
        "schemes": {name: _scheme(scheme) for name, scheme in evaluation.schemes.items()},
    }
    found["confusion"] = [
        {"gold": gold, "predicted": predicted, "count": count}
        for (gold, predicted), count in sorted(evaluation.confusion.items(), key=str)
    ]
    if "document" in wanted:
        found["by_document"] = [{"document": score.document, **_tally(score.overall)} for score in evaluation.documents]
    if "rule" in wanted:
        found["by_rule"] = [_rule(rule) for rule in evaluation.rules]
    if errors:
        found["errors"] = [_group(group, texts or {}) for group in evaluation.groups]
    if evaluation.comparison is not None:
        found["against"] = _comparison(evaluation.comparison)
    return found


def _kind(score: KindScore) -> Json:
    found = _tally(score.tally)
    found["strict"]["interval"] = _interval(score.strict_interval)
    found["relaxed"]["interval"] = _interval(score.relaxed_interval)
    return found


def _tally(tally: Tally) -> Json:
    entity = tally.entity
    return {
        "gold": tally.gold,
        "predicted": tally.predicted,
        "strict": {"right": tally.strict, **_prf(tally.strict_prf)},
        "relaxed": {"right": tally.relaxed, **_prf(tally.relaxed_prf)},
        "value": _share(tally.value),
        "value_strict": _share(tally.value_strict),
        "of": _share(tally.of),
        "modifier": _share(tally.modifier),
        "entity_b3": {
            "precision": entity.precision,
            "recall": entity.recall,
            "f1": entity.f1,
            "mentions": entity.mentions,
        },
    }


def _prf(score: Prf) -> Json:
    return {"precision": score.precision, "recall": score.recall, "f1": score.f1}


def _share(share: Share) -> Json:
    return {
        "right": share.right,
        "total": share.total,
        "accuracy": share.accuracy,
        "spurious": share.spurious,
    }


def _scheme(scheme: Scheme) -> Json:
    return {**asdict(scheme), **_prf(scheme.prf)}


def _rule(rule: RuleScore) -> Json:
    return {
        "rule": rule.rule,
        "kind": rule.kind,
        "predicted": rule.predicted,
        "strict": rule.strict,
        "relaxed": rule.relaxed,
        "spurious": rule.spurious,
        "precision": rule.precision,
        "value": _share(rule.value),
    }


def _group(group: Group, texts: Mapping[str, str]) -> Json:
    return {
        "fault": group.fault,
        "gold_kind": group.gold_kind,
        "predicted_kind": group.predicted_kind,
        "rule": group.rule,
        "added": group.adds,
        "count": len(group.findings),
        "gain": group.gain,
        "findings": [_finding(finding, texts) for finding in group.findings],
    }


def _finding(finding: Finding, texts: Mapping[str, str]) -> Json:
    place = finding.place
    return {
        "document": place.document,
        "start": place.start,
        "end": place.end,
        "gold": _mention(finding.gold) if finding.gold else None,
        "predicted": _mention(finding.predicted) if finding.predicted else None,
        "context": show_context(finding, texts),
    }


def _mention(mention: Mention) -> Json:
    found = asdict(mention)
    del found["sentence"], found["origin"]
    return found


def _comparison(comparison: Comparison) -> Json:
    found: Json = {
        measure: {
            name: {**asdict(difference), "interval": _interval(difference.interval)}
            for name, difference in differences.items()
        }
        for measure, differences in (("strict", comparison.strict), ("relaxed", comparison.relaxed))
    }
    for name in ("gained", "lost", "new_errors", "mended_errors"):
        found[name] = [_mention(mention) for mention in getattr(comparison, name)]
    return found


def _interval(interval: Interval | None) -> list[float] | None:
    return None if interval is None else list(interval)
