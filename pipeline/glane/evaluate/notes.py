"""What a reader of scores must know of what was compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.evaluate.offsets import find_other_text, find_shift

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.evaluate.evaluation import Evaluation
    from glane.evaluate.offsets import Contradiction

_NAMED = 5  # documents left out that a note names


def notes(evaluation: Evaluation, contradictions: Iterable[Contradiction] = ()) -> list[str]:
    """What a reader of the scores must know: documents missing, of another text, left out; gold that its text contradicts."""
    pairing = evaluation.pairing
    found = [
        f"warning: gold document {document} was not predicted: all its mentions count as missed"
        for document in pairing.missing
    ]
    found += [
        f"warning: document {pair.document}: gold and prediction quote other text at the same offsets"
        f"{_say_first(first.origin)}{_say_shift(find_shift(pair.gold, pair.predicted))}"
        for pair in pairing.documents
        if pair.document in pairing.other_text and (first := find_other_text(pair.gold, pair.predicted))
    ]
    found += [
        f"warning: document {each.document}: {each.wrong} of {each.total} mentions of gold do not stand in its text "
        f"where gold says{_say_first(each.first)}{_say_shift(each.shift)}"
        for each in contradictions
    ]
    if pairing.left_out:
        names = ", ".join(pairing.left_out[:_NAMED])
        more = ", …" if len(pairing.left_out) > _NAMED else ""
        found.append(f"note: predicted but not in gold, left out ({len(pairing.left_out)}): {names}{more}")
    return found


def _say_first(origin: str | None) -> str:
    return f" (first: {origin})" if origin else ""


def _say_shift(shift: int) -> str:
    return f": most of gold's offsets are {abs(shift)} too {'low' if shift > 0 else 'high'}" if shift else ""
