"""Weights from an order, from points, and from nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.judge.weights.weights import equal, rank_order_centroid, rank_sum, weigh
from decision.model import Criterion, Kind, WeightMethod, WeightRule
from tests.judge.build import EIGHT_TO_NOTHING, cost, criteria
from tests.judge.weighed import weighed

SIZES = st.lists(st.integers(min_value=1, max_value=4), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("n", "published"),
    [
        (2, [0.75, 0.25]),
        (3, [0.6111, 0.2778, 0.1111]),
        (4, [0.5208, 0.2708, 0.1458, 0.0625]),
        (5, [0.4567, 0.2567, 0.1567, 0.09, 0.04]),
        (6, [0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278]),
    ],
)
def test_rank_order_centroid_gives_the_published_table(n: int, published: list[float]) -> None:
    """Edwards and Barron (1994), SMARTS and SMARTER, table of ROC weights."""
    weights = rank_order_centroid([1] * n)

    assert [round(weight, 4) for weight in weights] == published


@given(SIZES)
def test_weights_sum_to_one_and_never_rise(sizes: list[int]) -> None:
    for weights in (rank_order_centroid(sizes), rank_sum(sizes), equal(sizes)):
        assert sum(weights) == pytest.approx(1, abs=1e-12)
        assert weights == sorted(weights, reverse=True)


@given(SIZES)
def test_criteria_of_equal_concern_weigh_the_same(sizes: list[int]) -> None:
    weights = iter(rank_order_centroid(sizes))

    assert [len({next(weights) for _ in range(size)}) for size in sizes] == [1] * len(sizes)


def test_equal_concern_shares_the_mean_of_its_places() -> None:
    first, second, third = rank_order_centroid([1, 1, 1])

    assert rank_order_centroid([1, 2]) == pytest.approx([first, (second + third) / 2, (second + third) / 2])


def test_points_are_divided_by_their_sum() -> None:
    length = Criterion(name="length", kind=Kind.DURATION, column="months", scale=EIGHT_TO_NOTHING)
    rule = WeightRule(
        method=WeightMethod.POINTS, groups=(("cost",), ("length",)), points={"length": 10.0, "cost": 30.0}
    )

    assert weigh(criteria(cost(), length, weights=rule)) == {"cost": 0.75, "length": 0.25}


def test_a_must_only_criterion_has_no_weight() -> None:
    members = criteria(Criterion(name="city", kind=Kind.CATEGORY, column="city"), cost())

    assert weigh(members) == {"cost": 1.0}


def test_no_weighted_criterion_gives_no_weights() -> None:
    assert weigh(criteria(cost(scale=None))) == {}


NUMBERS = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 1000), min_size=1)


def test_four_ways_to_say_the_same_give_the_same_weights() -> None:
    ways = [
        weighed(WeightMethod.POINTS, "cost", "rate", "time", points={"cost": 6, "rate": 3, "time": 1}),
        weighed(WeightMethod.SWINGS, "cost", "rate", "time", points={"cost": 100, "rate": 50, "time": 50 / 3}),
        weighed(
            WeightMethod.PAIRWISE, "cost", "rate", "time", comparisons={("cost", "rate"): 2, ("time", "rate"): 1 / 3}
        ),
        weighed(
            WeightMethod.RANGES,
            "cost",
            "rate",
            "time",
            ranges={"cost": (0.6, 0.6), "rate": (0.3, 0.3), "time": (0.1, 0.1)},
        ),
    ]

    assert [weigh(way) for way in ways] == [pytest.approx({"cost": 0.6, "rate": 0.3, "time": 0.1}, abs=1e-12)] * 4


@given(NUMBERS, st.sampled_from([WeightMethod.POINTS, WeightMethod.SWINGS]), st.sampled_from([0.001, 0.5, 3, 1e6]))
def test_scaling_all_points_changes_nothing(points: dict[str, float], method: WeightMethod, by: float) -> None:
    scaled = {name: number * by for name, number in points.items()}

    weights = weigh(weighed(method, *points, points=scaled))

    assert weights == pytest.approx(weigh(weighed(method, *points, points=points)), abs=1e-12)
    assert sum(weights.values()) == pytest.approx(1, abs=1e-12)


@given(NUMBERS)
def test_the_order_of_keys_never_matters(points: dict[str, float]) -> None:
    backwards = dict(reversed(points.items()))

    once = weigh(weighed(WeightMethod.POINTS, *points, points=points))

    assert weigh(weighed(WeightMethod.POINTS, *points, points=backwards)) == once


@pytest.mark.parametrize("method", WeightMethod)
def test_no_criterion_that_earns_points_needs_no_weights_in_any_way(method: WeightMethod) -> None:
    assert weigh(weighed(method)) == {}
