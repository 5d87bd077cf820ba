from __future__ import annotations

import pytest

from glane.text.candidate import EVIDENCE, GUESS, TRUSTED, Candidate
from glane.text.mentions import choose
from glane.text.verdicts import Preference, judge


def made(start: int, end: int, rule: str = "head:agence", tier: int = TRUSTED, kind: str = "organisation") -> Candidate:
    return Candidate(start, end, kind, rule, tier=tier)


@pytest.mark.parametrize(
    ("winner", "loser", "preference"),
    [
        (made(4, 6), made(0, 9, tier=EVIDENCE), "trust"),
        (made(0, 2, tier=EVIDENCE), made(0, 9, tier=GUESS), "trust"),
        (made(0, 9), made(0, 6, "kb:x"), "length"),
        (made(0, 6, "kb:x"), made(0, 6), "source"),
        (made(2, 8, "kb:x"), made(0, 6, "acronym.x"), "source"),
        (made(0, 6), made(3, 9), "start"),
        (made(0, 6, kind="organisation"), made(0, 6, kind="programme"), "name"),
        (made(0, 6, "head:agence"), made(0, 6, "head:bureau"), "name"),
        (made(0, 6), made(0, 6), "repeated"),
    ],
)
def test_each_preference_is_named(winner: Candidate, loser: Candidate, preference: Preference) -> None:
    won, lost = judge([winner, loser])
    assert (won.stands, won.preference) == (True, None)
    assert (lost.stands, lost.preference) == (False, preference)
    assert lost.beaten_by is winner
    if preference != "repeated":
        assert judge([loser, winner])[0].beaten_by is winner


def test_what_does_not_overlap_stands() -> None:
    candidates = [made(0, 5), made(5, 9), made(20, 30)]
    assert all(verdict.stands for verdict in judge(candidates))


def test_of_several_the_best_beats() -> None:
    candidates = [made(0, 3), made(4, 9), made(2, 6, tier=EVIDENCE), made(10, 12)]
    verdict = judge(candidates)[2]
    assert verdict.beaten_by is candidates[1]
    assert verdict.preference == "trust"


def test_verdicts_are_what_is_chosen() -> None:
    candidates = [made(i * 7 % 50, i * 7 % 50 + 1 + i % 9, f"head:{i % 5}", 1 + i % 3) for i in range(200)]
    standing = [verdict.candidate for verdict in judge(candidates) if verdict.stands]
    assert sorted(map(id, standing)) == sorted(map(id, choose(candidates)))
    assert judge([]) == []
