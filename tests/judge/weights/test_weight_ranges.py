"""Weights in the middle of ranges."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.judge.weights.weight_ranges import central_weights, reachable

if TYPE_CHECKING:
    import random

Ranges = list[tuple[float, float]]


@st.composite
def feasible(draw: st.DrawFn) -> Ranges:
    """Ranges around weights that sum to 1, so that some weights within them do."""
    sizes = draw(st.lists(st.integers(0, 100), min_size=1, max_size=6).filter(any))
    rooms = st.sampled_from([0.0, 0.01, 0.1, 0.3, 1.0])
    middles = [size / sum(sizes) for size in sizes]
    return [(max(0.0, weight - draw(rooms)), min(1.0, weight + draw(rooms))) for weight in middles]


def others(ranges: Ranges, place: int) -> tuple[float, float]:
    """The least and the greatest that all ranges but one add up to."""
    rest = [*ranges[:place], *ranges[place + 1 :]]
    return math.fsum(low for low, _ in rest), math.fsum(high for _, high in rest)


def within(values: tuple[float, float], ends: tuple[float, float]) -> bool:
    """Whether both values stand between two ends."""
    return all(ends[0] - 1e-9 <= value <= ends[1] + 1e-9 for value in values)


@given(feasible())
def test_weights_stand_inside_their_ranges_and_sum_to_one(ranges: Ranges) -> None:
    weights = central_weights(ranges)

    assert math.fsum(weights) == pytest.approx(1, abs=1e-12)
    assert all(within((weight, weight), ends) for weight, ends in zip(weights, ranges, strict=True))


@given(feasible(), st.randoms())
def test_the_order_of_ranges_never_matters(ranges: Ranges, random: random.Random) -> None:
    places = list(range(len(ranges)))
    random.shuffle(places)

    shuffled = central_weights([ranges[place] for place in places])

    assert shuffled == [central_weights(ranges)[place] for place in places]


@given(feasible())
def test_the_others_can_make_up_for_every_reachable_end(ranges: Ranges) -> None:
    ends = reachable(ranges)

    left_over = [(1 - least, 1 - most) for least, most in ends]

    assert [within(rest, others(ranges, place)) for place, rest in enumerate(left_over)] == [True] * len(ranges)
    assert [within(end, given) for end, given in zip(ends, ranges, strict=True)] == [True] * len(ranges)


def test_one_wide_range_beside_a_narrow_one_is_cut_to_what_it_can_be() -> None:
    assert reachable([(0.0, 1.0), (0.2, 0.3)]) == [pytest.approx((0.7, 0.8)), pytest.approx((0.2, 0.3))]
    assert central_weights([(0.0, 1.0), (0.2, 0.3)]) == pytest.approx([0.75, 0.25])


@pytest.mark.parametrize(
    ("ranges", "weights"),
    [
        ([(1.0, 1.0)], [1.0]),
        ([(0.3, 0.3), (0.7, 0.7)], [0.3, 0.7]),
        ([(0.3, 0.5), (0.2, 0.4), (0.1, 0.1)], [0.5, 0.4, 0.1]),
        ([(0.0, 0.0), (0.0, 1.0)], [0.0, 1.0]),
        ([(0.2, 0.6), (0.4, 0.8)], [0.4, 0.6]),
    ],
)
def test_the_middle_of_what_the_ranges_allow(ranges: Ranges, weights: list[float]) -> None:
    assert central_weights(ranges) == pytest.approx(weights, abs=1e-12)


def test_ranges_without_width_are_points() -> None:
    assert central_weights([(share, share) for share in (0.5, 0.25, 0.25)]) == [0.5, 0.25, 0.25]


def test_rounding_of_shares_that_almost_sum_to_one_is_taken_away() -> None:
    third = 0.333333333333

    assert math.fsum(central_weights([(third, third)] * 3)) == pytest.approx(1, abs=1e-15)
