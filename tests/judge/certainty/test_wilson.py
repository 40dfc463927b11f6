"""The range around a counted rate, against published numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.judge.certainty.wilson import wilson


@pytest.mark.parametrize(
    ("passed", "took", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_published_ends(passed: int, took: int, low: float, high: float) -> None:
    """Newcombe (1998), table I: the score method without correction for continuity."""
    assert [round(end, 4) for end in wilson(passed, took)] == [low, high]


@given(st.integers(1, 10_000).flatmap(lambda took: st.tuples(st.integers(0, took), st.just(took))))
def test_it_holds_the_rate_and_stays_a_share(pair: tuple[int, int]) -> None:
    passed, took = pair

    low, high = wilson(passed, took)

    assert 0 <= low <= passed / took <= high <= 1


@given(st.integers(1, 2_000).flatmap(lambda took: st.tuples(st.integers(0, took), st.just(took))))
def test_more_of_the_same_narrows_it(pair: tuple[int, int]) -> None:
    passed, took = pair
    few, many = wilson(passed, took), wilson(10 * passed, 10 * took)

    assert many[1] - many[0] < few[1] - few[0]


@given(st.integers(1, 2_000).flatmap(lambda took: st.tuples(st.integers(0, took), st.just(took))))
def test_failing_is_passing_seen_from_the_other_side(pair: tuple[int, int]) -> None:
    passed, took = pair

    low, high = wilson(passed, took)

    assert wilson(took - passed, took) == pytest.approx((1 - high, 1 - low), abs=1e-12)
