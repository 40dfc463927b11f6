"""What is drawn has the distribution it is said to have."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from decision.judge.certainty.corners import weights_of_mixes
from decision.judge.certainty.draws import STEPS, draw_mixes, draw_shares, draw_within
from decision.nouns.findings import Spread, Uncertain

DRAWS = 20_000
SURE = 1e-3
"""Seeds are fixed, so each of these comparisons passes or fails for good; a right sample fails one in a thousand."""


def uncertain(spread: Spread, first: float, second: float, *knots: tuple[float, float]) -> Uncertain:
    ends = np.array([first]), np.array([second])
    return Uncertain(criterion=0, spread=spread, programs=np.array([0]), first=ends[0], second=ends[1], knots=knots)


@pytest.mark.parametrize("corner", [0, 1, 2])
def test_mixes_are_flat_dirichlet(corner: int) -> None:
    mixes = draw_mixes(3, DRAWS, np.random.default_rng(1))

    assert stats.kstest(mixes[:, corner], stats.beta(1, 2).cdf).pvalue > SURE


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_weights_are_those_of_a_sorted_flat_dirichlet(place: int) -> None:
    mixes = draw_mixes(4, DRAWS, np.random.default_rng(2))
    sorted_weights = -np.sort(-np.random.default_rng(3).dirichlet([1, 1, 1, 1], DRAWS), axis=1)

    weights = weights_of_mixes(mixes, [[0], [1], [2], [3]])

    assert stats.ks_2samp(weights[:, place], sorted_weights[:, place]).pvalue > SURE


def test_weights_respect_the_order_and_are_equal_within_a_group() -> None:
    groups = [[2], [0, 3], [1]]

    weights = weights_of_mixes(draw_mixes(3, DRAWS, np.random.default_rng(4)), groups)

    assert (weights[:, 0] == weights[:, 3]).all()
    assert (weights[:, 2] > weights[:, 0]).all()
    assert (weights[:, 0] > weights[:, 1]).all()
    assert (weights[:, 1] > 0).all()
    assert np.abs(weights.sum(axis=1) - 1).max() < 1e-15


def test_the_mean_of_the_weights_is_the_rank_order_centroid() -> None:
    weights = weights_of_mixes(draw_mixes(3, DRAWS, np.random.default_rng(5)), [[0], [1], [2]])

    assert weights.mean(axis=0).tolist() == pytest.approx([11 / 18, 5 / 18, 2 / 18], abs=0.004)


@pytest.mark.parametrize("corners", [1, 2, 7, 30])
def test_mixes_are_whole_steps_that_fill_the_whole(corners: int) -> None:
    steps = STEPS * draw_mixes(corners, 500, np.random.default_rng(6))

    assert (steps == np.rint(steps)).all()
    assert (steps >= 1).all()
    assert (steps.sum(axis=1) == STEPS).all()


def test_no_concern_at_all_has_mixes_of_nothing() -> None:
    assert draw_mixes(0, 4, np.random.default_rng(1)).shape == (4, 0)


def test_an_unknown_is_uniform_over_its_possible_points() -> None:
    shares = draw_shares(uncertain(Spread.SHARES, 0.2, 0.7), DRAWS, np.random.default_rng(7))

    assert stats.kstest(shares[:, 0], stats.uniform(0.2, 0.5).cdf).pvalue > SURE


def test_a_range_is_uniform_over_its_values_and_then_goes_through_the_scale() -> None:
    """Between 10 and 40 with a target of 20: a third of the values rise to the target, two thirds fall from it."""
    target = uncertain(Spread.VALUES, 10.0, 40.0, (10.0, 0.0), (20.0, 1.0), (40.0, 0.0))

    shares = draw_shares(target, DRAWS, np.random.default_rng(8))

    assert stats.kstest(shares[:, 0], stats.uniform(0, 1).cdf).pvalue > SURE


def test_values_past_the_last_reference_point_earn_what_it_earns() -> None:
    flat = uncertain(Spread.VALUES, 0.0, 4.0, (1.0, 0.0), (2.0, 1.0))

    shares = draw_shares(flat, DRAWS, np.random.default_rng(9))[:, 0]

    assert [(shares == end).mean() for end in (0.0, 1.0)] == pytest.approx([0.25, 0.5], abs=0.015)


def test_a_counted_rate_has_its_beta_distribution() -> None:
    """4 of 4 passed, pulled toward 62 % as if by 20."""
    rate = uncertain(Spread.COUNTED, 4 + 12.4, 7.6, (0.0, 0.0), (1.0, 1.0))

    shares = draw_shares(rate, DRAWS, np.random.default_rng(10))

    assert stats.kstest(shares[:, 0], stats.beta(16.4, 7.6).cdf).pvalue > SURE


@st.composite
def ranges_that_allow_weights(draw: st.DrawFn) -> list[tuple[float, float]]:
    """Up to six ranges around some weights that sum to 1."""
    sizes = draw(st.lists(st.integers(1, 50), min_size=1, max_size=6))
    middles = [size / sum(sizes) for size in sizes]
    room = draw(st.lists(st.floats(0, 0.5), min_size=len(sizes), max_size=len(sizes)))
    return [(max(0.0, at - wide), min(1.0, at + wide)) for at, wide in zip(middles, room, strict=True)]


@given(ranges_that_allow_weights())
def test_weights_within_ranges_sum_to_1_and_stay_within(ranges: list[tuple[float, float]]) -> None:
    weights = draw_within(ranges, 50, np.random.default_rng(1))

    low, high = np.array(ranges).T
    assert (weights.sum(axis=1) == 1).all()
    assert (weights >= low - 1 / STEPS).all()
    assert (weights <= high + 1 / STEPS).all()


def test_one_weight_within_wide_ranges_has_its_beta_distribution() -> None:
    """Of four weights that sum to 1 and are otherwise free, each has Beta(1, 3)."""
    weights = draw_within([(0.0, 1.0)] * 4, DRAWS, np.random.default_rng(3))

    assert stats.kstest(weights[:, 2], stats.beta(1, 3).cdf).pvalue > SURE
