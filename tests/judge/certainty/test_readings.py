"""Shares of readings, against areas worked out exactly."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy import stats

from decision.judge.certainty.readings import readings, readings_within
from decision.nouns.findings import Spread, Uncertain
from tests.conftest import PROJECT
from tests.judge.standings import standing_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Floats
    from decision.nouns.findings import Readings, Standing

NEAR = 0.01
"""Half-width at 95 % of 10,000 draws."""


def first_shares(
    shares: Sequence[Sequence[float]] | Floats, *uncertain: Uncertain, groups: Sequence[Sequence[int]] | None = None
) -> list[float]:
    """The share of first places, in the order the programs are given."""
    standing = standing_of(shares, groups=groups)
    found = run(standing, *uncertain).first
    return [float(found[standing.rows.tolist().index(row)]) for row in range(2, 2 + len(shares))]


def run(standing: Standing, *uncertain: Uncertain, draws: int = 10_000, seed: int = 1) -> Readings:
    never = np.zeros(len(standing.rows), dtype=bool)
    return readings(standing, uncertain, never, draws=draws, seed=seed)


def varying(spread: Spread, place: int, first: float, second: float, *, criterion: int = 0) -> Uncertain:
    """One fact that varies, on a scale that takes a value 0..1 as its share."""
    return Uncertain(
        criterion=criterion,
        spread=spread,
        programs=np.array([place]),
        first=np.array([first]),
        second=np.array([second]),
        knots=() if spread is Spread.SHARES else ((0.0, 0.0), (1.0, 1.0)),
    )


def clipped(corners: list[tuple[float, float]], a: float, b: float, c: float) -> list[tuple[float, float]]:
    """The part of a convex polygon where ``a x + b y + c >= 0``."""
    kept = []
    for (x, y), (u, v) in zip(corners, corners[1:] + corners[:1], strict=True):
        one, other = a * x + b * y + c, a * u + b * v + c
        if one >= 0:
            kept.append((x, y))
        if one * other < 0:
            kept.append((x + (u - x) * one / (one - other), y + (v - y) * one / (one - other)))
    return kept


def area(corners: list[tuple[float, float]]) -> float:
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def exact_areas(shares: Floats) -> list[float]:
    """Of all weights w1 >= w2 >= w3, the share in which each program is first, by cutting the triangle."""
    found = []
    for program in range(len(shares)):
        polygon = [(1.0, 0.0), (0.5, 0.5), (1 / 3, 1 / 3)]
        for other in range(len(shares)):
            lead = shares[program] - shares[other]
            if other != program and polygon:
                polygon = clipped(polygon, lead[0] - lead[2], lead[1] - lead[2], lead[2])
        found.append(area(polygon) / (1 / 12) if polygon else 0.0)
    return found


def test_two_concerns_split_where_the_weights_are_even() -> None:
    """The first leads where 2/3 < w1 <= 1, that is in 2/3 of the weights between 1/2 and 1."""
    assert first_shares([[1.0, 0.0], [0.5, 1.0]]) == pytest.approx([2 / 3, 1 / 3], abs=NEAR)


@pytest.mark.parametrize("seed", range(25))
def test_three_concerns_split_by_exact_areas(seed: int) -> None:
    shares = np.random.default_rng(seed).random((6, 3))

    assert first_shares(shares) == pytest.approx(exact_areas(shares), abs=1.7 * NEAR)


def test_exact_areas_fill_the_whole() -> None:
    assert sum(exact_areas(np.random.default_rng(99).random((6, 3)))) == pytest.approx(1)


def test_three_programs_of_one_shape_are_first_in_a_third_each() -> None:
    """At the three corners they score 0.6, 0.5, 0.5 in turn."""
    shares = [[0.6, 0.4, 0.5], [0.5, 0.7, 0.3], [0.5, 0.5, 0.8]]

    assert first_shares(shares) == pytest.approx([1 / 3] * 3, abs=NEAR)


def test_a_lead_at_one_corner_of_three() -> None:
    """Ahead by 2 at the first corner, behind by 1 at the others: where its part is over 1/3, so in (2/3) ** 2."""
    shares = [[0.7, 0.1, 0.4], [0.5, 0.5, 0.5]]
    corner_leads = np.cumsum(np.array(shares[0]) - shares[1]) / [1, 2, 3]

    assert corner_leads.tolist() == pytest.approx([0.2, -0.1, -0.1])
    assert first_shares(shares) == pytest.approx([4 / 9, 5 / 9], abs=NEAR)


def test_concerns_of_equal_weight_are_one_concern() -> None:
    """With w2 = w3 the weights lie on a line from (1, 0, 0) to a third each: ahead by 0.3 here, behind by 0.1 there."""
    shares = [[0.8, 0.1, 0.3], [0.5, 0.6, 0.4]]

    assert first_shares(shares, groups=[[0], [1, 2]]) == pytest.approx([0.75, 0.25], abs=NEAR)


def test_an_unknown_takes_first_place_as_often_as_it_exceeds_the_other() -> None:
    unknown = varying(Spread.SHARES, 1, 0.0, 1.0)

    found = run(standing_of([[0.3], [0.0]]), unknown)

    assert found.first.tolist() == pytest.approx([0.3, 0.7], abs=NEAR)
    assert found.mean_rank.tolist() == pytest.approx([1.7, 1.3], abs=NEAR)
    assert found.shortlist.tolist() == [1.0, 1.0]


def test_a_counted_rate_takes_first_place_as_often_as_its_beta_exceeds_the_other() -> None:
    rate = varying(Spread.COUNTED, 0, 16.4, 7.6)

    found = run(standing_of([[16.4 / 24], [0.6]]), rate)

    assert found.first[0] == pytest.approx(stats.beta(16.4, 7.6).sf(0.6), abs=NEAR)


def test_weights_and_unknowns_are_told_apart() -> None:
    """Weights alone: first in 2/3. The unknown alone, at weights 0.75 and 0.25: above 2/3 of 1/2 to 1."""
    unknown = varying(Spread.SHARES, 1, 0.5, 1.0, criterion=0)
    standing = standing_of([[1.0, 0.0], [0.5, 1.0]])

    found = run(standing, unknown)

    assert found.from_weights.tolist() == pytest.approx([2 / 3, 1 / 3], abs=NEAR)
    assert found.from_unknowns.tolist() == pytest.approx([1 / 3, 2 / 3], abs=NEAR)


def test_nothing_unknown_leaves_the_stated_first_to_the_unknowns() -> None:
    found = run(standing_of([[1.0, 0.0], [0.5, 1.0]]))

    assert found.from_unknowns.tolist() == [1.0, 0.0]
    assert found.from_weights.tolist() == found.first.tolist()


def test_programs_that_are_level_share_the_better_place_in_every_reading() -> None:
    """0.3 + 0.7 and 0.5 + 0.5 are level whatever the weights, when both concerns weigh the same; 0.4 + 0.4 is third."""
    found = run(standing_of([[0.3, 0.7], [0.5, 0.5], [0.4, 0.4]], groups=[[0, 1]], shortlist=1))

    assert found.first.tolist() == [1.0, 1.0, 0.0]
    assert found.shortlist.tolist() == [1.0, 1.0, 0.0]
    assert found.mean_rank.tolist() == [1.0, 1.0, 3.0]


def test_a_tie_for_the_last_place_of_the_shortlist_is_never_cut() -> None:
    found = run(standing_of([[0.9, 0.9], [0.5, 0.5], [0.5, 0.5], [0.1, 0.1]], shortlist=2))

    assert found.shortlist.tolist() == [1.0, 1.0, 1.0, 0.0]
    assert found.mean_rank.tolist() == [1.0, 2.0, 2.0, 4.0]


def test_the_error_is_the_largest_half_width_of_so_many_draws() -> None:
    standing = standing_of([[1.0, 0.0], [0.5, 1.0]])

    assert [run(standing, draws=draws).error for draws in (100, 10_000)] == pytest.approx([0.098, 0.0098])


@pytest.mark.parametrize("shares", [np.zeros((0, 2)), np.zeros((1, 2)), np.zeros((3, 0)), np.zeros((3, 1))])
def test_where_nothing_varies_there_is_no_error(shares: Floats) -> None:
    found = run(standing_of(shares))

    assert found.error == 0.0
    assert found.first.tolist() == found.shortlist.tolist() == found.from_unknowns.tolist() == [1.0] * len(shares)


@pytest.mark.parametrize("seed", [0, 2, 12345])
def test_another_seed_agrees_within_the_error(seed: int) -> None:
    shares = np.random.default_rng(5).random((8, 4))
    standing = standing_of(shares)

    one, other = run(standing), run(standing, seed=seed)

    assert one.first.tolist() != other.first.tolist()
    assert np.abs(one.first - other.first).max() < 2 * one.error


def test_above_500_programs_only_those_that_can_be_first_are_looked_at() -> None:
    standing = standing_of([[number / 600, 0.5] for number in range(501, 0, -1)])
    never = np.arange(501) >= 2
    unknowns = [varying(Spread.SHARES, 1, 0.8, 0.9), varying(Spread.SHARES, 7, 0.0, 1.0)]

    found = readings(standing, unknowns, never, draws=400)

    assert found.looked_at.tolist() == (~never).tolist()
    assert found.first[:2].min() > 0
    assert found.first[2:].tolist() == found.mean_rank[2:].tolist() == [0.0] * 499


SCRIPT = """
from tests.judge.certainty.test_readings import digest
print(digest())
"""


def many() -> Standing:
    """Enough programs for a library of matrix products to use several threads and odd block edges; with twins."""
    rng = np.random.default_rng(11)
    shares = np.round(rng.random((403, 6)), 2)
    return standing_of(np.vstack([shares, shares[::7]]))


def digest() -> str:
    """A hash of every byte that readings give."""
    unknowns = varying(Spread.SHARES, 5, 0.1, 0.9), varying(Spread.COUNTED, 9, 12.5, 3.5, criterion=2)
    found = run(many(), *unknowns, draws=3000)
    arrays = (found.first, found.shortlist, found.mean_rank, found.from_weights, found.from_unknowns)
    return hashlib.sha256(b"".join(array.tobytes() for array in arrays)).hexdigest()


@pytest.mark.parametrize("threads", ["1", "2"])
def test_threads_and_another_run_change_no_byte(threads: str) -> None:
    environment = os.environ | {"OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads, "PYTHONPATH": str(PROJECT)}

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == digest()


def test_twins_are_level_in_every_reading_wherever_they_stand() -> None:
    standing = many()
    found = run(standing, draws=3000)
    shares = [tuple(line) for line in standing.low.T.tolist()]
    ranks: dict[tuple[float, ...], set[float]] = {}
    for line, rank in zip(shares, found.mean_rank.tolist(), strict=True):
        ranks.setdefault(line, set()).add(rank)

    assert [line for line, seen in ranks.items() if len(seen) > 1] == []


def within(shares: Sequence[Sequence[float]] | Floats, ranges: Sequence[tuple[float, float]]) -> list[float]:
    """The share of first places within ranges, in the order the programs are given."""
    standing = standing_of(shares)
    found = readings_within(standing, (), ranges)
    assert found is not None
    return [float(found.first[standing.rows.tolist().index(row)]) for row in range(2, 2 + len(shares))]


def exact_within(shares: Floats, ranges: Sequence[tuple[float, float]]) -> list[float]:
    """Of all three weights within ranges, the share in which each program is first, by cutting a polygon."""

    def allowed() -> list[tuple[float, float]]:
        polygon = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]
        for a, b, number in ((1.0, 0.0, 0), (0.0, 1.0, 1)):
            polygon = clipped(clipped(polygon, a, b, -ranges[number][0]), -a, -b, ranges[number][1])
        return clipped(clipped(polygon, -1.0, -1.0, 1 - ranges[2][0]), 1.0, 1.0, ranges[2][1] - 1)

    found = []
    for program in range(len(shares)):
        polygon = allowed()
        for other in range(len(shares)):
            lead = shares[program] - shares[other]
            if other != program and polygon:
                polygon = clipped(polygon, lead[0] - lead[2], lead[1] - lead[2], lead[2])
        found.append(area(polygon) / area(allowed()) if polygon else 0.0)
    return found


def test_within_two_ranges_the_lead_changes_where_the_weights_say() -> None:
    """The first leads where w1 > 2/3: of 50 % to 80 %, the last 13.3 of 30."""
    assert within([[1.0, 0.0], [0.5, 1.0]], [(0.5, 0.8), (0.0, 1.0)]) == pytest.approx([4 / 9, 5 / 9], abs=NEAR)


@pytest.mark.parametrize("seed", range(15))
def test_within_three_ranges_places_split_by_exact_areas(seed: int) -> None:
    rng = np.random.default_rng(seed)
    shares = rng.random((5, 3))
    ranges = [(0.1, 0.5), (0.2, 0.2 + 0.5 * float(rng.random()) + 0.1), (0.0, 0.9)]

    assert within(shares, ranges) == pytest.approx(exact_within(shares, ranges), abs=1.7 * NEAR)


def test_ranges_of_one_point_leave_the_weights_alone() -> None:
    assert within([[1.0, 0.0], [0.5, 1.0]], [(0.6, 0.6), (0.4, 0.4)]) == [0, 1]


def test_more_than_500_are_not_read_within_ranges() -> None:
    assert readings_within(standing_of([[0.5, 0.5]] * 501), (), [(0.0, 1.0), (0.0, 1.0)]) is None
