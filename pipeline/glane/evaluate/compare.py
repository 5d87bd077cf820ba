"""Two predictions of the same gold, compared document by document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.evaluate.bootstrap import Difference, difference
from glane_records import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from glane.evaluate.bootstrap import Draws
    from glane.evaluate.measure import Prf, Tally
    from glane.evaluate.mention import Mention
    from glane.evaluate.score import DocumentScore


@dataclass(frozen=True, slots=True)
class Comparison:
    """One prediction against another, ``OTHER``.

    Attributes:
        strict: difference of the strict F1 overall (``overall``) and by kind.
        relaxed: the same, relaxed.
        gained: predicted mentions that gold has exactly so, and that the other lacks.
        lost: what the other has exactly as gold, and this lacks.
        new_errors: mentions predicted only here, not in gold as they stand.
        mended_errors: mentions predicted only there, not in gold as they stand.
    """

    strict: Mapping[str, Difference]
    relaxed: Mapping[str, Difference]
    gained: tuple[Mention, ...]
    lost: tuple[Mention, ...]
    new_errors: tuple[Mention, ...]
    mended_errors: tuple[Mention, ...]


def compare(scores: Sequence[DocumentScore], others: Sequence[DocumentScore], draws: Draws) -> Comparison:
    """Compare two predictions of the same documents, which stand in the same order on both sides.

    Args:
        scores: of the one prediction.
        others: of the other.
        draws: of these documents, from `glane.evaluate.bootstrap.draw`.
    """
    found, wrong = _found(scores), _wrong(scores)
    other_found, other_wrong = _found(others), _wrong(others)
    return Comparison(
        strict=_differences(scores, others, draws, lambda tally: tally.strict_prf),
        relaxed=_differences(scores, others, draws, lambda tally: tally.relaxed_prf),
        gained=_only(found, other_found),
        lost=_only(other_found, found),
        new_errors=_only(wrong, other_wrong),
        mended_errors=_only(other_wrong, wrong),
    )


_Key = tuple[str, int, int, str]


def _differences(
    scores: Sequence[DocumentScore],
    others: Sequence[DocumentScore],
    draws: Draws,
    measure: Callable[[Tally], Prf],
) -> dict[str, Difference]:
    found = {
        "overall": difference(
            [measure(score.overall) for score in scores], [measure(score.overall) for score in others], draws
        )
    }
    for kind in KINDS:
        found[kind] = difference(
            [measure(score.kinds[kind]) for score in scores],
            [measure(score.kinds[kind]) for score in others],
            draws,
        )
    return found


def _found(scores: Sequence[DocumentScore]) -> dict[_Key, Mention]:
    pairs = (pair for score in scores for pair in score.alignment.pairs if pair.stage == 0)
    return {_key(pair.predicted): pair.predicted for pair in pairs}


def _wrong(scores: Sequence[DocumentScore]) -> dict[_Key, Mention]:
    found: dict[_Key, Mention] = {}
    for score in scores:
        found.update((_key(mention), mention) for mention in score.alignment.spurious)
        found.update((_key(pair.predicted), pair.predicted) for pair in score.alignment.pairs if pair.stage > 0)
    return found


def _only(here: Mapping[_Key, Mention], there: Mapping[_Key, Mention]) -> tuple[Mention, ...]:
    return tuple(here[key] for key in sorted(here.keys() - there.keys()))


def _key(mention: Mention) -> _Key:
    return mention.document, mention.start, mention.end, mention.kind
