"""Pairs proved from the order alone, against linear programs and against the corners one by one."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy.optimize import linprog

from decision.judge.certainty.order_proof import LISTED, order_proof
from tests.judge.standings import standing_of

if TYPE_CHECKING:
    from decision.arrays import Flags, Floats
    from decision.nouns.findings import Standing

GROUPINGS = (((0,), (1,), (2,)), ((0, 1), (2,)), ((2,), (0, 1)), ((0, 1, 2),))


def table(seed: int, n: int) -> Standing:
    """Shares in quarters, some unknown between two of them; every third seed with criteria of equal concern."""
    rng = np.random.default_rng(seed)
    ends = np.sort(rng.integers(0, 5, size=(2, n, 3)), axis=0) / 4
    high = np.where(rng.random((n, 3)) < 0.3, ends[1], ends[0])
    return standing_of(ends[0], high=high, groups=GROUPINGS[seed % 4])


def corners_by_hand(standing: Standing) -> list[Floats]:
    """Weights of each corner, written out."""
    found = []
    for length in range(1, len(standing.groups) + 1):
        alike = [number for group in standing.groups[:length] for number in group]
        found.append(np.array([float(number in alike) / len(alike) for number in range(len(standing.names))]))
    return found


def beats_at_corners(standing: Standing) -> Flags:
    n = len(standing.rows)
    beats = np.zeros((n, n), dtype=bool)
    for a, b in itertools.product(range(n), repeat=2):
        leads = [float(weights @ (standing.low[:, a] - standing.high[:, b])) for weights in corners_by_hand(standing)]
        beats[a, b] = min(leads) >= -1e-9 and max(leads) > 1e-9
    return beats


def least_lead(standing: Standing, lead: Floats) -> float:
    """The least of ``weights @ lead`` over weights that respect the order, by linear programming."""
    k = len(lead)
    levels, falls = [np.ones(k)], []
    level_ends, fall_ends = [1.0], []
    for group, following in itertools.zip_longest(standing.groups, standing.groups[1:]):
        for one, other in itertools.pairwise(group):
            levels.append(np.eye(k)[one] - np.eye(k)[other])
            level_ends.append(0.0)
        if following:
            falls.append(np.eye(k)[following[0]] - np.eye(k)[group[0]])
            fall_ends.append(0.0)
    found = linprog(lead, A_ub=falls or None, b_ub=fall_ends or None, A_eq=levels, b_eq=level_ends, method="highs")
    assert found.status == 0
    return float(found.fun)


def beats_by_linear_programs(standing: Standing) -> Flags:
    n = len(standing.rows)
    beats = np.zeros((n, n), dtype=bool)
    for a, b in itertools.product(range(n), repeat=2):
        lead = standing.low[:, a] - standing.high[:, b]
        beats[a, b] = least_lead(standing, lead) >= -1e-9 and -least_lead(standing, -lead) > 1e-9
    return beats


@pytest.mark.parametrize("seed", range(200))
def test_pairs_are_those_that_hold_at_every_corner(seed: int) -> None:
    standing = table(seed, n=6)

    beats = order_proof(standing).beats

    assert beats is not None
    assert beats.tolist() == beats_at_corners(standing).tolist()


@pytest.mark.parametrize("seed", range(200))
def test_pairs_are_those_that_a_linear_program_proves(seed: int) -> None:
    standing = table(seed, n=3)

    beats = order_proof(standing).beats

    assert beats is not None
    assert beats.tolist() == beats_by_linear_programs(standing).tolist()


def test_partial_sums_decide_not_each_concern() -> None:
    """Ahead by 0.5 on the first concern, behind by 0.4 on the second: no weights that respect the order turn it."""
    proof = order_proof(standing_of([[0.8, 0.3], [0.3, 0.7]]))

    assert proof.beats is not None
    assert proof.beats.tolist() == [[False, True], [False, False]]
    assert (proof.rank_from.tolist(), proof.rank_to.tolist()) == ([1, 2], [1, 2])


def test_a_lead_that_the_second_concern_can_turn_is_not_sure() -> None:
    proof = order_proof(standing_of([[0.8, 0.2], [0.3, 0.8]]))

    assert proof.beats is not None
    assert proof.beats.tolist() == [[False, False], [False, False]]
    assert (proof.rank_from.tolist(), proof.rank_to.tolist()) == ([1, 1], [2, 2])


def test_concerns_of_equal_weight_may_make_up_for_each_other() -> None:
    """Behind by 0.1 on one and ahead by 0.3 on the other: sure only when both weigh the same."""
    shares = [[0.4, 0.8], [0.5, 0.5]]

    alike = order_proof(standing_of(shares, groups=[[0, 1]])).beats
    in_order = order_proof(standing_of(shares)).beats

    assert alike is not None
    assert in_order is not None
    assert alike.tolist() == [[False, True], [False, False]]
    assert in_order.tolist() == [[False, False], [False, False]]


def test_twins_do_not_beat_each_other() -> None:
    proof = order_proof(standing_of([[0.5, 0.5], [0.5, 0.5]]))

    assert proof.beats is not None
    assert proof.beats.tolist() == [[False, False], [False, False]]


def test_a_difference_below_the_tolerance_is_none() -> None:
    proof = order_proof(standing_of([[0.5 + 5e-10, 0.5], [0.5, 0.5]]))

    assert proof.rank_to.tolist() == [2, 2]


def test_an_unknown_proves_nothing_that_any_of_its_readings_could_undo() -> None:
    known, unknown = [0.6, 0.6], [0.5, 0.0]

    proof = order_proof(standing_of([known, unknown], high=[known, [0.5, 1.0]]))

    assert (proof.rank_from.tolist(), proof.rank_to.tolist()) == ([1, 1], [2, 2])


def test_pairs_are_listed_up_to_500_programs_and_counted_above() -> None:
    falling = [[number / 501, 0.5] for number in range(501, 0, -1)]

    listed, counted = order_proof(standing_of(falling[:500])), order_proof(standing_of(falling))

    assert listed.beats is not None
    assert int(listed.beats.sum()) == 500 * 499 // 2
    assert counted.beats is None
    assert counted.rank_from.tolist() == counted.rank_to.tolist() == list(range(1, 502))


def test_nobody_fits_and_nothing_earns_points_are_answers() -> None:
    nobody, nothing = order_proof(standing_of(np.zeros((0, 2)))), order_proof(standing_of(np.zeros((2, 0))))

    assert (nobody.rank_from.tolist(), nobody.rank_to.tolist(), nobody.never_first.tolist()) == ([], [], [])
    assert (nothing.rank_from.tolist(), nothing.rank_to.tolist()) == ([1, 1], [2, 2])
    assert nothing.never_first.tolist() == [False, False]


def test_of_many_programs_the_first_is_placed_alike_whether_the_others_are_or_not() -> None:
    rng = np.random.default_rng(5)
    ground = standing_of(rng.random((LISTED + 20, 3)))

    whole, short = order_proof(ground), order_proof(ground, whole=False)

    assert short.rank_to[0] == whole.rank_to[0]
    assert (short.rank_from <= whole.rank_from).all()
    assert (short.rank_to >= whole.rank_to).all()
