"""Payback worked by hand, and what may never be said."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.judge.pay.payback import monthly_gain, payback
from decision.nouns.wages import StatedWages

WAGES = st.floats(0, 1000, allow_nan=False).map(lambda wage: round(wage, 2))
COSTS = st.floats(0, 1e6, allow_nan=False).map(lambda cost: round(cost, 2))
HOURS = st.floats(1, 168, allow_nan=False)


@pytest.mark.parametrize(
    ("stated", "cost", "months"),
    [
        # (22.00 - 17.50) x 40 x 52 / 12 = 780 a month; 4,500 / 780
        (StatedWages(now=17.5, then=22.0), 4500.0, 5.769230769),
        # and 300 of wages given up: 4,800 / 780
        (StatedWages(now=17.5, then=22.0, given_up=300.0), 4500.0, 6.153846154),
        # 20 hours a week: half the gain, twice as long
        (StatedWages(now=17.5, then=22.0, hours=20.0), 4500.0, 11.538461538),
        # one dollar more an hour for 12 hours a week is 52 a month
        (StatedWages(now=20.0, then=21.0, hours=12.0), 520.0, 10.0),
        # free, and nothing given up
        (StatedWages(now=17.5, then=22.0), 0.0, 0.0),
    ],
)
def test_a_cost_is_paid_back_in_these_months(stated: StatedWages, cost: float, months: float) -> None:
    found = payback(stated, cost, cost)

    assert found.low == found.high == pytest.approx(months, abs=1e-8)


def test_a_range_of_cost_gives_a_range_of_months() -> None:
    found = payback(StatedWages(now=17.5, then=22.0), 3900.0, 7800.0)

    assert [found.low, found.high] == pytest.approx([5.0, 10.0])


@pytest.mark.parametrize("then", [17.5, 17.0, 0.0])
def test_no_gain_gives_no_months(then: float) -> None:
    found = payback(StatedWages(now=17.5, then=then), 4500.0, 4500.0)

    assert (found.is_gain, found.is_known) == (False, False)


@pytest.mark.parametrize(("low", "high"), [(math.nan, math.nan), (4500.0, math.nan)])
def test_an_unknown_cost_gives_no_months(low: float, high: float) -> None:
    found = payback(StatedWages(now=17.5, then=22.0), low, high)

    assert (found.is_gain, found.is_known) == (True, False)


@given(WAGES, WAGES, WAGES, HOURS, COSTS, COSTS)
def test_a_higher_wage_never_takes_longer(
    now: float, one: float, other: float, hours: float, cost: float, given_up: float
) -> None:
    less, more = sorted([one, other])
    found = [
        payback(StatedWages(now=now, then=then, hours=hours, given_up=given_up), cost, cost) for then in (less, more)
    ]

    assert found[1].is_gain >= found[0].is_gain
    assert not found[1].high > found[0].high


@given(WAGES, WAGES, HOURS, COSTS, COSTS)
def test_months_are_never_negative_nor_endless(now: float, then: float, hours: float, low: float, more: float) -> None:
    found = payback(StatedWages(now=now, then=then, hours=hours), low, low + more)

    assert math.isnan(found.low) or 0 <= found.low <= found.high < math.inf


@given(WAGES, WAGES, HOURS)
def test_the_gain_turns_its_sign_with_the_wages(now: float, then: float, hours: float) -> None:
    there = monthly_gain(StatedWages(now=now, then=then, hours=hours))
    back = monthly_gain(StatedWages(now=then, then=now, hours=hours))

    assert there == pytest.approx(-back)
