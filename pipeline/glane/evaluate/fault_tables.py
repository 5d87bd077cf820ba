"""What is at fault in a prediction, as tables for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.evaluate.context import flatten, show_context
from glane.evaluate.report import NONE, Table, show_place
from glane.evaluate.value import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from glane.evaluate.findings import Finding, Group
    from glane.evaluate.mention import Mention


def tables_of_faults(groups: Iterable[Group], texts: Mapping[str, str]) -> Iterator[Table]:
    """A table for each group of faults, in the order given.

    Args:
        groups: of `Evaluation.groups`.
        texts: texts of the documents, where there are any, for the context of mentions that were missed.
    """
    for group in groups:
        yield Table(
            title=_title(group),
            columns=("place", "gold", "predicted", "context"),
            rows=tuple(_row_of_fault(finding, texts) for finding in group.findings),
            texts=4,
        )


def _title(group: Group) -> str:
    kinds = [kind for kind in (group.gold_kind, group.predicted_kind) if kind]
    kind = kinds[0] if len(set(kinds)) == 1 else " → ".join(kinds)
    rule = f", rule {group.rule}" if group.rule else ""
    gain = f"; strict F1 {group.gain:+.4f} if mended" if group.gain else ""
    where = ", gold has none" if group.adds else ""
    count = f"+{len(group.findings)}" if group.adds else f"{len(group.findings)}"  # as the table of values counts them
    return f"{group.fault} {kind}{where}{rule} ({count}{gain})"


def _row_of_fault(finding: Finding, texts: Mapping[str, str]) -> tuple[str, ...]:
    return (
        show_place(finding.place),
        _show(finding, finding.gold),
        _show(finding, finding.predicted),
        show_context(finding, texts),
    )


def _show(finding: Finding, mention: Mention | None) -> str:
    """Text and value (where it says more than the text) of a mention; or what else is at fault."""
    if mention is None:
        return NONE
    shown = {"of": mention.of, "modifier": mention.modifier}.get(finding.fault, mention.value)
    text = flatten(mention.text)
    if finding.fault not in ("value", "of", "modifier") and fold_name(shown or text) == fold_name(text):
        return text
    return f"{text} = {flatten(shown or NONE)}"
