"""Why a candidate stands, or which other one it lost to: the decision of `glane.text.mentions`, explained."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from glane.text.mentions import choose, preference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.candidate import Candidate

Preference: TypeAlias = Literal["trust", "length", "source", "start", "name", "repeated"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a candidate.

    Attributes:
        candidate: the candidate.
        beaten_by: the candidate that stands where it does; ``None`` where it stands itself.
        preference: what that one had more of: ``trust`` (a higher tier), ``length``, ``source`` (one that says more),
            ``start`` (the earlier one), ``name`` (of kind or rule, so that the choice is always the same), or ``repeated``
            (it is the same candidate).
    """

    candidate: Candidate
    beaten_by: Candidate | None = None
    preference: Preference | None = None

    @property
    def stands(self) -> bool:
        """Whether the candidate was chosen."""
        return self.beaten_by is None


def judge(candidates: Sequence[Candidate]) -> list[Verdict]:
    """Say of each candidate whether it stands, as `choose` decides.

    Args:
        candidates: of one text, in any order.

    Returns:
        A verdict for each, in the same order.
    """
    standing = choose(candidates)
    chosen = {id(candidate) for candidate in standing}
    ends = [candidate.end for candidate in standing]
    verdicts: list[Verdict] = []
    for candidate in candidates:
        if id(candidate) in chosen:
            verdicts.append(Verdict(candidate))
            continue
        winner = min(_overlapping(candidate, standing, ends), key=preference)
        verdicts.append(Verdict(candidate, winner, _preference(winner, candidate)))
    return verdicts


def _overlapping(candidate: Candidate, standing: Sequence[Candidate], ends: Sequence[int]) -> list[Candidate]:
    """What stands where a candidate wanted to: those that stand do not overlap, so both their edges are sorted."""
    found: list[Candidate] = []
    index = bisect_left(ends, candidate.start + 1)
    while index < len(standing) and standing[index].start < candidate.end:
        found.append(standing[index])
        index += 1
    return found


_PREFERENCES: tuple[Preference, ...] = ("trust", "length", "source", "start", "name", "name")


def _preference(winner: Candidate, loser: Candidate) -> Preference:
    pairs = zip(_PREFERENCES, preference(winner), preference(loser), strict=True)
    return next((name for name, better, worse in pairs if better != worse), "repeated")
