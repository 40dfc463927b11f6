"""What is said about weights: where they come from, their ranges, and what to know."""

from __future__ import annotations

import pytest

from decision.judge.weights.weighing import range_words, weighing
from decision.judge.weights.weights import weigh
from decision.model import Criterion, Kind, Scale, WeightMethod
from tests.judge.weighed import concern, weighed

NOT_WELL = "Your comparisons do not agree well"


@pytest.mark.parametrize(
    ("method", "words", "is_assumed"),
    [
        (WeightMethod.ORDER, "assumed from your order of concern, the first by far the most", True),
        (WeightMethod.RANK_SUM, "assumed from your order of concern, falling evenly", True),
        (WeightMethod.EQUAL, "the same for every criterion", False),
        (WeightMethod.POINTS, "your own points", False),
        (WeightMethod.SWINGS, "your own answers to which improvement matters most", False),
        (WeightMethod.PAIRWISE, "your own comparisons of two criteria at a time", False),
        (WeightMethod.RANGES, "the middle of the ranges you gave", False),
    ],
)
def test_weights_say_where_they_come_from(method: WeightMethod, words: str, is_assumed: bool) -> None:
    criteria = weighed(
        method,
        "cost",
        "length",
        points={"cost": 100, "length": 50},
        comparisons={("cost", "length"): 2},
        ranges={"cost": (0.5, 0.5), "length": (0.5, 0.5)},
    )

    found = weighing(criteria)

    assert (found.method, found.is_assumed) == (words, is_assumed)
    assert found.weights == weigh(criteria)
    assert found.ranges == {"cost": "cost: from $8,000 to $0", "length": "length: from $8,000 to $0"}


def test_an_order_alone_is_said_to_be_an_assumption_with_its_numbers() -> None:
    assert weighing(weighed(WeightMethod.ORDER, "cost", "rate", "time")).notes == (
        "You gave an order and no sizes, so these weights are assumed: cost 61.1 %, rate 27.8 % and time 11.1 %.",
    )


def test_one_criterion_alone_needs_no_word() -> None:
    assert weighing(weighed(WeightMethod.ORDER, "cost")).notes == ()


def test_nothing_that_earns_points_needs_no_weights() -> None:
    found = weighing(weighed(WeightMethod.EQUAL))

    assert (found.weights, found.ranges, found.notes) == ({}, {}, ())
    assert found.method == "not needed: nothing earns points"


@pytest.mark.parametrize(
    ("comparisons", "notes"),
    [
        (
            {("cost", "rate"): 3, ("rate", "time"): 2, ("cost", "time"): 6},
            ("Your comparisons agree well enough (consistency ratio 0.00; up to 0.10 will do).",),
        ),
        (
            {("cost", "rate"): 3, ("rate", "time"): 2, ("cost", "time"): 1},
            (
                (
                    f"{NOT_WELL} (consistency ratio 0.32; up to 0.10 will do). The least in agreement: cost over rate"
                    " 3, rate over time 2, so cost over time should be near 6; you said 1."
                ),
            ),
        ),
        (
            {("cost", "rate"): 1 / 3, ("rate", "time"): 1 / 2, ("cost", "time"): 9},
            (
                (
                    f"{NOT_WELL} (consistency ratio 1.76; up to 0.10 will do). The least in agreement: cost over rate"
                    " 1/3, rate over time 1/2, so cost over time should be near 1/6; you said 9."
                ),
            ),
        ),
        (
            {("cost", "rate"): 9, ("rate", "time"): 9},
            ("No comparison checks another: one slip would change the weights unseen.",),
        ),
    ],
)
def test_how_well_comparisons_agree_is_said(comparisons: dict[tuple[str, str], float], notes: tuple[str, ...]) -> None:
    assert weighing(weighed(WeightMethod.PAIRWISE, "cost", "rate", "time", comparisons=comparisons)).notes == notes


def test_four_in_a_ring_may_disagree_without_a_three_to_name() -> None:
    ring = {("a", "b"): 9.0, ("b", "c"): 9.0, ("c", "d"): 9.0, ("d", "a"): 9.0}

    notes = weighing(weighed(WeightMethod.PAIRWISE, *"abcd", comparisons=ring)).notes

    assert notes == (f"{NOT_WELL} (consistency ratio 7.90; up to 0.10 will do).",)


def test_two_criteria_need_no_word_about_agreement() -> None:
    assert weighing(weighed(WeightMethod.PAIRWISE, "a", "b", comparisons={("a", "b"): 3})).notes == ()


def test_wide_ranges_and_those_that_cannot_be_used_up_are_said() -> None:
    ranges = {"cost": (0.3, 0.9), "rate": (0.2, 0.4), "time": (0.1, 0.1)}

    assert weighing(weighed(WeightMethod.RANGES, "cost", "rate", "time", ranges=ranges)).notes == (
        "cost was given 30 % to 90 %; with the other ranges it can only be 50 % to 70 %.",
    )
    assert weighing(
        weighed(WeightMethod.RANGES, "cost", "rate", ranges={"cost": (0.3, 0.6), "rate": (0.4, 0.7)})
    ).notes == (
        "The range of cost is wide (30 % to 60 %); it counts 45 %, the middle.",
        "The range of rate is wide (40 % to 70 %); it counts 55 %, the middle.",
    )


@pytest.mark.parametrize(
    ("kind", "scale", "words"),
    [
        (Kind.SHARE, Scale(knots=((0.4, 0.0), (1.0, 1.0))), "x: from 40 % to 100 %"),
        (Kind.NUMBER, Scale(knots=((10.0, 0.0), (20.0, 1.0), (40.0, 0.0))), "x: from 10 or 40 to 20"),
        (Kind.NUMBER, Scale(knots=((10.0, 0.5), (20.0, 0.5))), "x: all values earn the same"),
        (Kind.YES_NO, Scale(shares={"yes": 1.0, "no": 0.0}), "x: from no to yes"),
        (Kind.YES_NO, Scale(shares={"yes": 1.0}), "x: from no to yes"),
        (Kind.YES_NO, Scale(shares={"no": 1.0}), "x: from yes to no"),
        (Kind.CATEGORY, Scale(shares={"A": 1.0, "B": 0.5, "C": 1.0}), "x: from any other to A or C"),
        (Kind.CATEGORY, Scale(shares={"A": 0.0, "B": 0.5, "C": 0.0}, other=1.0), "x: from A or C to any other"),
        (Kind.SCHEDULE, Scale(shares={"evening": 1.0, "online": 1.0, "day": 0.0}), "x: from day to evening or online"),
    ],
)
def test_a_weight_names_the_range_it_belongs_to(kind: Kind, scale: Scale, words: str) -> None:
    assert range_words(Criterion(name="x", kind=kind, scale=scale)) == words


def test_double_counting_is_said_beside_the_rest() -> None:
    criteria = weighed(
        WeightMethod.POINTS,
        concern("total", column="total_cost", parts=("tuition", "fees")),
        concern("tuition"),
        points={"total": 1, "tuition": 1},
    )

    assert weighing(criteria).notes == ('total and tuition both read "tuition": a difference there counts twice.',)


def test_a_scale_that_names_no_label_earns_the_same_for_all() -> None:
    only_other = Criterion(name="school", kind=Kind.CATEGORY, column="school", scale=Scale(other=0.5))

    assert range_words(only_other) == "school: all values earn the same"
