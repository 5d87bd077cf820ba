"""An evaluation as tables, for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.evaluate.context import flatten
from glane.evaluate.mention import NAMED
from glane_records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.evaluate.bootstrap import Difference, Interval
    from glane.evaluate.compare import Comparison
    from glane.evaluate.evaluation import Evaluation, KindScore
    from glane.evaluate.measure import BCubed, Prf, Share, Tally
    from glane.evaluate.mention import Mention

NONE = "–"
"""Stands where a score is undefined."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table to print.

    Attributes:
        title: stands above it.
        columns: heads of the columns.
        rows: cells, as many in each row as there are columns.
        texts: how many columns, from the left, hold text; the others hold figures.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int = 1


def tables_of_scores(evaluation: Evaluation, *, by: Iterable[str] = ()) -> list[Table]:
    """The scores: by kind, values, the SemEval schemes, the comparison if there is one.

    Args:
        evaluation: what was found.
        by: ``document``, ``rule``: further tables.
    """
    wanted = set(by)
    tables = [
        *_tables_of_kinds(evaluation),
        _table_of_values(evaluation),
        _table_of_entities(evaluation),
        _table_of_schemes(evaluation),
        _table_of_confusion(evaluation),
    ]
    if "document" in wanted:
        tables.append(_table_of_documents(evaluation))
    if "rule" in wanted:
        tables.append(_table_of_rules(evaluation))
    if evaluation.comparison is not None:
        tables.extend(_tables_of_comparison(evaluation.comparison))
    return tables


def _tables_of_kinds(evaluation: Evaluation) -> list[Table]:
    columns = ("kind", "gold", "predicted", "right", "P", "R", "F1", "interval")
    kinds = _all_kinds(evaluation)
    strict = tuple(_row_of_kind(kind, kind.tally.strict, kind.tally.strict_prf, kind.strict_interval) for kind in kinds)
    relaxed = tuple(
        _row_of_kind(kind, kind.tally.relaxed, kind.tally.relaxed_prf, kind.relaxed_interval) for kind in kinds
    )
    about = f"documents: {len(evaluation.documents)}; 95 % bootstrap interval of F1 over documents"
    return [
        Table(f"Strict: same kind, start and end ({about})", columns, strict),
        Table("Relaxed: same kind, overlapping spans", columns, relaxed),
    ]


def _row_of_kind(kind: KindScore, right: int, score: Prf, interval: Interval | None) -> tuple[str, ...]:
    counts = (kind.tally.gold, kind.tally.predicted, right)
    return (kind.kind or "overall", *map(str, counts), *_cells(score), _interval(interval))


def _table_of_values(evaluation: Evaluation) -> Table:
    return Table(
        title="Values of the mentions matched relaxedly (+n: so many more have one where gold has none)",
        columns=("kind", "value", "right", "of", "right", "modifier", "right"),
        rows=tuple(
            (
                kind.kind or "overall",
                *_share(kind.tally.value),
                *_share(kind.tally.of),
                *_share(kind.tally.modifier),
            )
            for kind in _all_kinds(evaluation)
        ),
    )


def _table_of_entities(evaluation: Evaluation) -> Table:
    return Table(
        title="Entities of the mentions matched relaxedly: B³ of their clusters",
        columns=("kind", "mentions", "P", "R", "F1"),
        rows=tuple(
            (kind.kind or "overall", str(kind.tally.entity.mentions), *_cells(kind.tally.entity))
            for kind in _all_kinds(evaluation)
            if kind.kind is None or kind.kind in NAMED
        ),
    )


def _table_of_schemes(evaluation: Evaluation) -> Table:
    return Table(
        title="SemEval-2013 task 9.1, all kinds",
        columns=("scheme", "correct", "incorrect", "partial", "missed", "spurious", "P", "R", "F1"),
        rows=tuple(
            (
                name,
                *(str(n) for n in (s.correct, s.incorrect, s.partial, s.missed, s.spurious)),
                *_cells(s.prf),
            )
            for name, s in evaluation.schemes.items()
        ),
    )


def _table_of_documents(evaluation: Evaluation) -> Table:
    tallies: list[tuple[str, Tally]] = [(score.document, score.overall) for score in evaluation.documents]
    return Table(
        title="By document",
        columns=("document", "gold", "predicted", "strict P", "R", "F1", "relaxed P", "R", "F1", "value"),
        rows=tuple(
            (
                document,
                str(tally.gold),
                str(tally.predicted),
                *_cells(tally.strict_prf),
                *_cells(tally.relaxed_prf),
                write_score(tally.value.accuracy),
            )
            for document, tally in tallies
        ),
    )


def _table_of_rules(evaluation: Evaluation) -> Table:
    return Table(
        title="By rule",
        columns=("rule", "kind", "predicted", "strict", "relaxed", "spurious", "strict P", "value"),
        rows=tuple(
            (
                rule.rule,
                rule.kind,
                *(str(n) for n in (rule.predicted, rule.strict, rule.relaxed, rule.spurious)),
                write_score(rule.precision),
                write_score(rule.value.accuracy),
            )
            for rule in evaluation.rules
        ),
        texts=2,
    )


def _tables_of_comparison(comparison: Comparison) -> list[Table]:
    rows = [
        (f"{measure} {kind}", *_difference(difference))
        for measure, differences in (("strict", comparison.strict), ("relaxed", comparison.relaxed))
        for kind, difference in differences.items()
    ]
    tables = [
        Table(
            title="Against the other prediction, paired bootstrap over documents",
            columns=("F1", "this", "other", "difference", "interval", "share not better"),
            rows=tuple(rows),
        )
    ]
    changes = (
        ("Gained: gold found exactly only here", comparison.gained),
        ("Lost: gold found exactly only there", comparison.lost),
        ("New errors: predicted only here, not in gold as they stand", comparison.new_errors),
        ("Mended errors: predicted only there, not in gold as they stand", comparison.mended_errors),
    )
    tables.extend(
        Table(
            title=f"{title} ({len(mentions)})",
            columns=("place", "kind", "text", "rule"),
            rows=tuple((show_place(m), m.kind, flatten(m.text), m.rule or NONE) for m in mentions),
            texts=4,
        )
        for title, mentions in changes
    )
    return tables


def _table_of_confusion(evaluation: Evaluation) -> Table:
    counts = evaluation.confusion
    return Table(
        "Confusion: kind in gold (row), kind predicted (column), of mentions that overlap",
        ("gold", *KINDS, "missed"),
        tuple(
            (gold or "spurious", *(str(counts.get((gold, predicted), 0)) for predicted in (*KINDS, None)))
            for gold in (*KINDS, None)
        ),
    )


def show_place(mention: Mention) -> str:
    """``document:start-end``."""
    return f"{mention.document}:{mention.start}-{mention.end}"


def write_score(score: float | None) -> str:
    """A score with three decimals, or a dash where it is undefined."""
    return NONE if score is None else f"{score:.3f}"


def _all_kinds(evaluation: Evaluation) -> tuple[KindScore, ...]:
    return (*evaluation.kinds, evaluation.overall)


def _cells(score: Prf | BCubed) -> tuple[str, str, str]:
    return write_score(score.precision), write_score(score.recall), write_score(score.f1)


def _share(share: Share) -> tuple[str, str]:
    counts = f"{share.right}/{share.total}" if share.total else NONE
    return write_score(share.accuracy), f"{counts} +{share.spurious}" if share.spurious else counts


def _interval(interval: Interval | None) -> str:
    return NONE if interval is None else f"[{interval[0]:.3f}, {interval[1]:.3f}]"


def _difference(difference: Difference) -> tuple[str, ...]:
    return (
        write_score(difference.f1),
        write_score(difference.other_f1),
        NONE if difference.difference is None else f"{difference.difference:+.3f}",
        NONE if difference.interval is None else f"[{difference.interval[0]:+.3f}, {difference.interval[1]:+.3f}]",
        write_score(difference.not_better),
    )
