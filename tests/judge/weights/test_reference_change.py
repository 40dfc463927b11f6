"""A changed reference point says what it does to the weight."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.criteria.criteria_set import read_criteria
from decision.judge.weights.reference_change import reference_notes, rescaled
from decision.judge.weights.weighing import weighing
from decision.judge.weights.weights import weigh
from decision.model import Scale, WeightMethod
from tests.judge.weighed import concern, weighed

COST = {"name": "cost", "kind": "money", "column": "total_cost", "worst": 8000, "best": 0}
RATE = {"name": "rate", "kind": "share", "column": "pass_rate", "worst": "40%", "best": "100%"}
WEIGHTS = st.dictionaries(st.sampled_from("abcd"), st.floats(0.01, 1), min_size=1)


def straight(worst: float, best: float) -> Scale:
    return Scale(knots=tuple(sorted([(worst, 0.0), (best, 1.0)])))


def notes(given: object, changes: dict[str, object], **beside: str) -> tuple[str, ...]:
    """What is said of a file with two criteria once options are laid over it."""
    wanted = read_criteria(
        {"criteria": [COST, RATE], "weights": given},
        set=changes,
        weights=beside.get("weights"),
        order=beside.get("order"),
    )
    return reference_notes(wanted, weigh(wanted))


def test_half_the_range_is_worth_half_as_much() -> None:
    assert notes({"cost": 30, "rate": 70}, {"cost.worst": 4000}) == (
        (
            "The range of cost is now half as long ($4,000 to $0; it was $8,000 to $0). "
            "To mean the same per dollar, its weight would be 17.6 %, not 30 %."
        ),
    )


@pytest.mark.parametrize(
    ("weights", "changes", "said"),
    [
        (
            {"swings": {"cost": 100, "rate": 100}},
            {"cost.worst": 16000, "rate.worst": "55%"},
            (
                (
                    "The range of cost is now twice as long ($16,000 to $0; it was $8,000 to $0). "
                    "To mean the same per dollar, its weight would be 72.7 %, not 50 %."
                ),
                (
                    "The range of rate is now 0.75 times as long (55 % to 100 %; it was 40 % to 100 %). "
                    "To mean the same per percent, its weight would be 27.3 %, not 50 %."
                ),
            ),
        ),
        (
            {"pairwise": {"cost over rate": 1}},
            {"cost.best": 4000},
            (
                (
                    "The range of cost is now half as long ($8,000 to $4,000; it was $8,000 to $0). "
                    "To mean the same per dollar, its weight would be 33.3 %, not 50 %."
                ),
            ),
        ),
        (
            {"ranges": {"cost": "40% to 60%", "rate": "40% to 60%"}},
            {"cost.worst": 10000},
            (
                (
                    "The range of cost is now 1.25 times as long ($10,000 to $0; it was $8,000 to $0). "
                    "To mean the same per dollar, its weight would be 55.6 %, not 50 %."
                ),
            ),
        ),
        (
            "order",
            {"cost.worst": 4000},
            (
                (
                    "The range of cost is now half as long ($4,000 to $0; it was $8,000 to $0). "
                    "Your order compares these ranges: does cost still stand at its place?"
                ),
            ),
        ),
        ("equal", {"cost.worst": 4000}, ()),
        ({"cost": 0, "rate": 1}, {"cost.worst": 4000}, ()),
        ({"cost": 30, "rate": 70}, {"cost.worst": 9000, "cost.best": 1000}, ()),
        ({"cost": 30, "rate": 70}, {"cost.worst": 0, "cost.best": 8000}, ()),
        ({"cost": 30, "rate": 70}, {"cost.at_most": 4000}, ()),
    ],
)
def test_every_way_to_weigh_says_what_a_change_does(
    weights: object, changes: dict[str, object], said: tuple[str, ...]
) -> None:
    assert notes(weights, changes) == said


def test_weights_given_beside_the_change_are_for_the_new_range() -> None:
    assert notes({"cost": 30, "rate": 70}, {"cost.worst": 4000}, weights="cost=1,rate=1") == ()
    assert notes("order", {"cost.worst": 4000}, order="rate") == ()


def test_a_bent_or_flat_scale_has_no_one_length() -> None:
    bent = Scale(knots=((0.0, 1.0), (4000.0, 0.2), (8000.0, 0.0)))
    flat = Scale(knots=((0.0, 1.0), (8000.0, 1.0)))
    now = concern("cost", scale=straight(4000, 0))
    points = {"cost": 1.0, "other": 1.0}

    changed = [
        weighed(WeightMethod.POINTS, now, "other", points=points, before={"cost": before}) for before in (bent, flat)
    ]

    assert [reference_notes(criteria, weigh(criteria)) for criteria in changed] == [(), ()]


def test_the_note_stands_among_those_about_the_weights() -> None:
    wanted = read_criteria({"criteria": [COST, RATE], "weights": {"cost": 30, "rate": 70}}, set={"cost.worst": 4000})

    assert weighing(wanted).notes == reference_notes(wanted, weigh(wanted)) != ()


@given(WEIGHTS, st.floats(0.1, 10))
def test_rescaled_weights_sum_to_one_and_a_dollar_counts_as_before_beside_the_rest(
    sizes: dict[str, float], times: float
) -> None:
    total = math.fsum(sizes.values())
    weights = {name: size / total for name, size in sizes.items()}
    changed, *rest = weights

    meant = rescaled(weights, {changed: times})

    assert math.fsum(meant.values()) == pytest.approx(1)
    assert [meant[changed] / times / meant[name] for name in rest] == [
        pytest.approx(weights[changed] / weights[name]) for name in rest
    ]
