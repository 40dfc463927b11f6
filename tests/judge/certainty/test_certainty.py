"""Certainty as a whole, above all where there is little to say.

The inputs of the second half are those on which packages for the same work give wrong answers or fail: values that are
not numbers, all equal, one program, none, weights of zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from decision.nouns.findings import Certainty, End, Interval, Level, Opinions
from tests.judge.build import amount, cost, criteria, fact, unknown
from tests.judge.standings import certainty_of, grades, ordered, weighed

if TYPE_CHECKING:
    from decision.model import Fact

WHOLE = Interval(low=End(at=0.0, row=None), high=End(at=1.0, row=None))


def numbers_of(found: Certainty) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Every number it holds, in one line."""
    readings, order = found.readings, found.order
    arrays = (
        *(readings.first, readings.shortlist, readings.mean_rank, readings.from_weights, readings.from_unknowns),
        *(order.rank_from, order.rank_to, order.never_first, found.standing.score, [readings.error]),
    )
    intervals = [kept for one in found.weights.values() for kept in (one.first, one.shortlist) if kept]
    return np.concatenate([*arrays, [at for kept in intervals for at, _ in ends(kept)]]).astype(np.float64)


def ends(interval: Interval | None) -> list[tuple[float, int | None]]:
    """Both ends, to nine decimals, and who takes over past them."""
    return [] if interval is None else [(round(end.at, 9), end.row) for end in (interval.low, interval.high)]


def two(*lines: tuple[float, float]) -> dict[str, Fact]:
    """Facts on two concerns, one line per program."""
    return {name: fact(*(amount(line[number]) for line in lines)) for number, name in enumerate("ab")}


def test_everything_is_said_of_an_ordinary_table() -> None:
    found = certainty_of(
        criteria(*grades("a", "b"), shortlist=1), two((1.0, 0.0), (0.5, 1.0), (0.4, 0.9)), draws=10_000
    )

    assert found.order.beats is not None
    assert found.order.beats.tolist() == [[False, False, False], [False, False, True], [False, False, False]]
    assert found.order.never_first.tolist() == [False, False, True]
    assert (found.order.rank_from.tolist(), found.order.rank_to.tolist()) == ([1, 1, 2], [3, 2, 3])
    assert found.readings.first.tolist() == pytest.approx([2 / 3, 1 / 3, 0.0], abs=found.readings.error)
    assert ends(found.weights["a"].first) == [(0.666666667, 3), (1.0, None)]
    assert found.weights["a"].shortlist == found.weights["a"].first
    assert found.level == Level(ties=(), too_close=())
    assert found.dominated == {4: 3}
    assert found.opinions == Opinions(equal=3, rank_sum=2, bands=2, regret=2)


def test_order_and_readings_do_not_hear_the_stated_weights() -> None:
    by_order = certainty_of(grades("a", "b"), two((1.0, 0.0), (0.5, 1.0)))
    by_points = certainty_of(
        criteria(*grades("a", "b"), weights=weighed({"a": 1.0, "b": 9.0})),
        two((1.0, 0.0), (0.5, 1.0)),
    )

    assert by_points.standing.rows.tolist() == by_order.standing.rows.tolist()[::-1] == [3, 2]
    assert by_points.readings.first.tolist() == by_order.readings.first.tolist()[::-1]
    assert by_points.order.rank_to.tolist() == by_order.order.rank_to.tolist() == [2, 2]


def test_another_seed_is_recorded() -> None:
    found = certainty_of(grades("a", "b"), two((1.0, 0.0), (0.5, 1.0)), draws=300, seed=9)

    assert (found.readings.draws, found.readings.seed) == (300, 9)


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_the_order_of_rows_never_matters(turn: int) -> None:
    lines = [(0.9, 0.1), (0.5, 0.8), (0.7, 0.6), (0.2, 1.0)]
    before = certainty_of(grades("a", "b"), two(*lines))
    after = certainty_of(grades("a", "b"), two(*lines[turn:], *lines[:turn]))
    names = [(row - 2 + turn) % 4 + 2 for row in after.standing.rows.tolist()]

    assert names == before.standing.rows.tolist()
    assert after.readings.first.tobytes() == before.readings.first.tobytes()
    assert after.readings.mean_rank.tobytes() == before.readings.mean_rank.tobytes()
    assert numbers_of(after).tolist() == numbers_of(before).tolist()


def test_not_known_is_never_a_value_that_is_no_number() -> None:
    found = certainty_of(grades("a", "b"), {"a": fact(amount(0.5), unknown()), "b": fact(unknown(), unknown())})

    assert np.isfinite(numbers_of(found)).all()
    assert found.order.rank_to.tolist() == [2, 2]


def test_everything_unknown_leaves_everything_open() -> None:
    found = certainty_of(grades("a", "b"), {name: fact(unknown(), unknown(), unknown()) for name in "ab"}, draws=10_000)

    assert np.isfinite(numbers_of(found)).all()
    assert (found.order.rank_from.tolist(), found.order.rank_to.tolist()) == ([1, 1, 1], [3, 3, 3])
    assert found.readings.first.tolist() == pytest.approx([1 / 3] * 3, abs=1.5 * found.readings.error)
    assert found.level.ties == ((2, 3, 4),)
    assert found.weights["a"].first is None


@pytest.mark.parametrize("value", [0.0, 0.3, 1.0])
def test_all_equal_is_a_tie_of_all_and_no_warning(value: float) -> None:
    found = certainty_of(grades("a", "b"), two(*[(value, value)] * 4))

    assert np.isfinite(numbers_of(found)).all()
    assert found.readings.first.tolist() == found.readings.mean_rank.tolist() == [1.0] * 4
    assert found.order.never_first.tolist() == [False] * 4
    assert found.weights["b"].first is None
    assert found.weights["b"].shortlist == WHOLE
    assert (found.level.ties, found.dominated) == (((2, 3, 4, 5),), {})


def test_one_concern_in_which_all_are_equal_decides_nothing() -> None:
    found = certainty_of(grades("a", "b"), two((0.5, 0.2), (0.5, 0.8)))

    assert found.readings.first.tolist() == [1.0, 0.0]
    assert found.weights["a"].first == WHOLE


def test_one_program_is_first_in_every_way() -> None:
    found = certainty_of(grades("a", "b"), two((0.2, 0.4)))

    assert found.readings.first.tolist() == [1.0]
    assert (found.order.rank_from.tolist(), found.order.rank_to.tolist()) == ([1], [1])
    assert (found.weights["a"].first, found.weights["a"].shortlist) == (WHOLE, WHOLE)
    assert found.opinions == Opinions(equal=2, rank_sum=2, bands=2, regret=2)
    assert (found.level, found.dominated, found.readings.error) == (Level(ties=(), too_close=()), {}, 0.0)


def test_nobody_fits_is_an_answer() -> None:
    found = certainty_of([cost()], {"cost": fact(amount(7000), amount(9000))})

    assert numbers_of(found).tolist() == [0.0]
    assert found.opinions == Opinions(equal=None, rank_sum=None, bands=None, regret=None)
    assert (found.weights["cost"].first, found.weights["cost"].shortlist) == (None, None)


def test_nothing_that_earns_points_makes_all_first() -> None:
    found = certainty_of([cost(scale=None)], {"cost": fact(amount(2000), amount(3000))})

    assert found.readings.first.tolist() == [1.0, 1.0]
    assert (found.weights, found.level.ties) == ({}, ((2, 3),))


def test_one_concern_has_no_weight_to_move() -> None:
    found = certainty_of(grades("a"), {"a": fact(amount(0.2), amount(0.8))})

    assert found.order.beats is not None
    assert found.order.beats.tolist() == [[False, True], [False, False]]
    assert (found.weights["a"].first, found.weights["a"].shortlist) == (None, None)
    assert found.readings.first.tolist() == [1.0, 0.0]


def test_a_weight_of_zero_can_grow_and_all_on_one_can_shrink() -> None:
    wanted = criteria(*grades("a", "b"), weights=weighed({"a": 1.0, "b": 0.0}))

    found = certainty_of(wanted, two((0.8, 0.2), (0.2, 0.8)))

    assert np.isfinite(numbers_of(found)).all()
    assert ends(found.weights["a"].first) == [(0.5, 3), (1.0, None)]
    assert ends(found.weights["b"].first) == [(0.0, None), (0.5, 3)]


def test_all_of_equal_concern_leaves_one_weight_set() -> None:
    wanted = criteria(*grades("a", "b"), weights=ordered(("a", "b")))

    found = certainty_of(wanted, two((0.9, 0.2), (0.5, 0.5)))

    assert found.readings.first.tolist() == [1.0, 0.0]
    assert found.readings.error == 0.0
    assert found.order.never_first.tolist() == [False, True]


def test_a_criterion_on_a_far_greater_scale_counts_no_more() -> None:
    """Points come from reference points, so a cost in thousands does not drown a share."""
    dollars = cost(must=None)

    by_criterion = {"a": fact(amount(1.0), amount(0.5)), "cost": fact(amount(8000), amount(0))}

    found = certainty_of([*grades("a"), dollars], by_criterion, draws=10_000)

    assert found.readings.first.tolist() == pytest.approx([2 / 3, 1 / 3], abs=found.readings.error)


def test_above_500_that_fit_pairs_are_left_out_and_readings_look_at_those_that_can_be_first() -> None:
    lines = [(number / 600, (number % 7) / 7) for number in range(600)]

    found = certainty_of(grades("a", "b"), two(*lines), draws=500)

    assert found.order.beats is None
    assert found.readings.looked_at.tolist() == (~found.order.never_first).tolist()
    assert 0 < int(found.readings.looked_at.sum()) < 20
    assert float(found.readings.first.sum()) == pytest.approx(1)
