"""How records differ from gold, in the shape that a report shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.evaluate.findings import find_faults
from glane.evaluate.pairing import pair_documents, require_partners
from glane.evaluate.score import score_document, sum_tallies
from glane.evaluate.sides import mentions_of, read_gold
from glane.write.report import Errors, Fault, Score, Side
from glane_records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from glane.evaluate.measure import Prf, Tally
    from glane.evaluate.mention import Mention
    from glane.evaluate.pairing import Pairing
    from glane_records import Record


def compare_with_gold(records: Iterable[Record], gold: Path) -> tuple[Errors, tuple[str, ...]]:
    """Compare records with gold.

    Args:
        records: what ``glane extract`` wrote.
        gold: a file of gold or records, or a folder of such.

    Returns:
        What differs, by the records' document ids; and gold's documents that were not predicted.

    Raises:
        InputError: gold cannot be read, or is of other documents; or a record comes twice.
    """
    predicted = mentions_of(records)
    pairing = pair_documents(read_gold(gold), predicted)
    require_partners(pairing, str(gold))
    names = _record_ids(pairing, predicted)
    scores = [score_document(pair) for pair in pairing.documents]
    faults = [
        Fault(names[finding.place.document], finding.fault, _side(finding.gold), _side(finding.predicted))
        for finding in find_faults(scores)
        if finding.place.document in names
    ]
    table = [_score("all", sum_tallies(score.overall for score in scores))]
    table += [_score(kind, sum_tallies(score.kinds[kind] for score in scores)) for kind in KINDS]
    return Errors(faults, table, frozenset(names.values())), pairing.missing


def _record_ids(pairing: Pairing, predicted: Iterable[str]) -> dict[str, str]:
    """The records' id of each gold document that was predicted: gold's own, or one that ends alike."""
    found = [pair.document for pair in pairing.documents if pair.document not in pairing.missing]
    matched = set(predicted) - set(pairing.left_out)
    by_name = {name.rpartition("/")[2]: name for name in matched.difference(found)}
    return {name: name if name in matched else by_name[name.rpartition("/")[2]] for name in found}


def _side(mention: Mention | None) -> Side | None:
    if mention is None:
        return None
    return Side(
        kind=mention.kind,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        value=mention.value,
        of=mention.of,
        modifier=mention.modifier,
    )


def _score(kind: str, tally: Tally) -> Score:
    return Score(kind, tally.gold, tally.predicted, _numbers(tally.strict_prf), _numbers(tally.relaxed_prf))


def _numbers(prf: Prf) -> tuple[float | None, float | None, float | None]:
    return prf.precision, prf.recall, prf.f1
