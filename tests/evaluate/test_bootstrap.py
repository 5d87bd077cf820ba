from __future__ import annotations

import pytest

from glane.evaluate.bootstrap import difference, draw, f1, interval
from glane.evaluate.measure import Prf

GOOD, BAD, NONE = Prf(10, 10, 10), Prf(0, 10, 10), Prf(0, 0, 0)


def test_the_same_seed_gives_the_same_draws() -> None:
    assert draw(5, 20, seed=7) == draw(5, 20, seed=7)
    assert draw(5, 20, seed=7) != draw(5, 20, seed=8)


def test_the_draws_are_those_of_this_seed_in_every_version() -> None:
    assert draw(5, 3, seed=0) == [[4, 3, 2, 1, 2], [2, 3, 1, 2, 2], [4, 2, 1, 3, 3]]


def test_draws_take_as_many_documents_with_replacement() -> None:
    draws = draw(4, 500, seed=1)
    assert {len(d) for d in draws} == {4}
    assert {i for d in draws for i in d} == {0, 1, 2, 3}
    assert any(len(set(d)) < 4 for d in draws)


def test_f1_is_the_micro_average() -> None:
    assert f1([Prf(1, 2, 2), Prf(3, 3, 9)]) == pytest.approx(2 * 4 / 16)
    assert f1([NONE]) is None


def test_interval() -> None:
    draws = draw(10, 2000, seed=3)
    low, high = interval([GOOD] * 5 + [BAD] * 5, draws) or (0, 0)
    # The number of good documents is binomial (10, 1/2): its 2.5 % and 97.5 % points are 2 and 8.
    assert (low, high) == (0.2, 0.8)
    assert interval([GOOD] * 10, draws) == (1.0, 1.0)


@pytest.mark.parametrize("scores", [[], [GOOD], [GOOD, NONE, NONE]])
def test_interval_is_undefined_for_fewer_than_two_documents(scores: list[Prf]) -> None:
    assert interval(scores, draw(len(scores), 100, seed=0)) is None


def test_interval_is_undefined_without_draws() -> None:
    assert interval([GOOD, BAD], draw(2, 0, seed=0)) is None


def test_draws_without_a_mention_are_passed_over() -> None:
    scores = [GOOD, GOOD, NONE, NONE, NONE]
    assert interval(scores, draw(5, 200, seed=0)) == (1.0, 1.0)


def test_paired_difference() -> None:
    one, other = [Prf(9, 10, 10), Prf(5, 10, 10)] * 5, [Prf(8, 10, 10), Prf(4, 10, 10)] * 5
    found = difference(one, other, draw(10, 500, seed=0))
    assert (found.f1, found.other_f1) == (pytest.approx(0.7), pytest.approx(0.6))
    assert found.difference == pytest.approx(0.1)
    # Documents differ much, but all by the same: the paired interval is narrow.
    assert found.interval == (pytest.approx(0.1), pytest.approx(0.1))
    assert found.not_better == 0


def test_no_difference() -> None:
    found = difference([GOOD, BAD], [GOOD, BAD], draw(2, 100, seed=0))
    assert (found.difference, found.interval, found.not_better) == (0, (0, 0), 1)


def test_difference_of_one_document_has_no_interval() -> None:
    found = difference([GOOD], [BAD], draw(1, 100, seed=0))
    assert (found.difference, found.interval, found.not_better) == (1, None, None)


def test_difference_of_nothing() -> None:
    found = difference([NONE, NONE], [GOOD, BAD], draw(2, 100, seed=0))
    assert (found.f1, found.other_f1, found.difference) == (None, 0.5, None)
