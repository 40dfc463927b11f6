"""Points stand on stated reference points; an unknown surely earns none of them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.judge.points import score, total
from decision.judge.shares import numeric_shares, share_bounds
from decision.model import Criterion, Kind, Scale, Unknown, WhenUnknown
from tests.judge.build import EIGHT_TO_NOTHING, amount, cost, criteria, fact, facts, labelled, unknown

KNOTS = st.lists(
    st.tuples(st.integers(-50, 50), st.integers(0, 4)), min_size=2, max_size=5, unique_by=lambda knot: knot[0]
).map(lambda knots: tuple((float(value), share / 4) for value, share in sorted(knots)))


def bounds_of(criterion: Criterion, *sayings: object) -> list[tuple[float, float]]:
    """The least and greatest share of each saying."""
    least, greatest = share_bounds(criterion, fact(*sayings))  # type: ignore[arg-type]
    return list(zip(least.tolist(), greatest.tolist(), strict=True))


def test_between_the_reference_points_shares_lie_on_a_line() -> None:
    assert bounds_of(cost(), amount(0), amount(2000), amount(8000)) == [(1, 1), (0.75, 0.75), (0, 0)]


def test_beyond_the_reference_points_nothing_more_is_won_or_lost() -> None:
    assert bounds_of(cost(), amount(9000)) == [(0, 0)]


def test_unknown_cost_is_not_free() -> None:
    assert bounds_of(cost(), unknown()) == [(0, 1)]


def test_an_unknown_runs_from_nothing_even_where_the_scale_does_not() -> None:
    generous = Scale(knots=((0.0, 0.9), (8000.0, 0.4)))

    assert bounds_of(cost(scale=generous), unknown()) == [(0, 0.9)]


def test_stated_parts_bound_what_an_unknown_sum_can_earn() -> None:
    assert bounds_of(cost(), unknown(Unknown.PARTS_MISSING, at_least=6000)) == [(0, 0.25)]


def test_the_users_own_range_bounds_an_unknown() -> None:
    criterion = Criterion(
        name="cost", kind=Kind.MONEY, scale=EIGHT_TO_NOTHING, unknown=WhenUnknown(low=2000.0, high=4000.0)
    )

    assert bounds_of(criterion, unknown()) == [(0.5, 0.75)]


def test_an_assumed_label_leaves_no_doubt() -> None:
    criterion = Criterion(
        name="route",
        kind=Kind.CATEGORY,
        scale=Scale(shares={"CAHIIM": 1.0, "PCAP": 0.5}),
        unknown=WhenUnknown(labels=("PCAP",), assumed=True),
    )

    assert bounds_of(criterion, unknown(), labelled("CAHIIM")) == [(0.5, 0.5), (1, 1)]


def test_a_cell_earns_the_best_of_its_labels_and_other_for_what_is_not_named() -> None:
    criterion = Criterion(name="when", kind=Kind.SCHEDULE, scale=Scale(shares={"evening": 0.8, "day": 0.1}, other=0.3))

    assert bounds_of(criterion, labelled("day", "evening"), labelled("weekend"), labelled("day")) == [
        (0.8, 0.8),
        (0.3, 0.3),
        (0.1, 0.1),
    ]


@given(KNOTS, st.integers(-60, 60), st.integers(0, 60))
def test_a_range_earns_from_the_least_to_the_greatest_share_inside_it(
    knots: tuple[tuple[float, float], ...], low: int, width: int
) -> None:
    least, greatest = numeric_shares(Scale(knots=knots), np.array([float(low)]), np.array([float(low + width)]))
    inside = [low + width * step / 240 for step in range(241)]
    sampled = np.interp(inside, [value for value, _ in knots], [share for _, share in knots])

    assert least[0] <= sampled.min() + 1e-12
    assert greatest[0] >= sampled.max() - 1e-12
    assert least[0] == pytest.approx(sampled.min(), abs=0.3)
    assert greatest[0] == pytest.approx(sampled.max(), abs=0.3)


def test_nothing_known_of_a_target_scale_reaches_its_peak() -> None:
    target = Scale(knots=((10.0, 0.0), (20.0, 1.0), (40.0, 0.0)))

    least, greatest = numeric_shares(target, np.array([-math.inf]), np.array([math.inf]))

    assert (least.tolist(), greatest.tolist()) == ([0], [1])


def test_a_score_is_the_sum_of_its_parts() -> None:
    length = Criterion(name="length", kind=Kind.DURATION, column="months", scale=Scale(knots=((6.0, 1.0), (18.0, 0.0))))
    wanted = criteria(cost(), length)

    points = score(
        facts({"cost": fact(amount(2000), unknown()), "length": fact(amount(6), amount(12))}),
        wanted,
        {"cost": 0.75, "length": 0.25},
    )

    assert points.score.tolist() == [81.25, 12.5]
    assert points.score_high.tolist() == [81.25, 87.5]
    assert points.low["cost"].tolist() == [56.25, 0]


def test_without_points_every_score_is_nothing() -> None:
    points = score(facts({"cost": fact(amount(1), amount(2))}), criteria(cost(scale=None)), {})

    assert points.score.tolist() == [0, 0]


def test_the_sum_goes_left_to_right() -> None:
    parts = [np.array([0.1]), np.array([0.2]), np.array([0.3])]

    assert total(parts, 1)[0] == (0.1 + 0.2) + 0.3
