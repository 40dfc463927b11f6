"""Who can never be first, against linear programs of an established solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy.optimize import linprog

from decision.judge.certainty.never_first import never_first, worst_lead
from tests.judge.certainty.test_order_proof import corners_by_hand
from tests.judge.standings import standing_of

if TYPE_CHECKING:
    from decision.arrays import Floats
    from decision.nouns.findings import Standing


def value_of(leads: Floats) -> float:
    """The greatest lead over all rivals at once, by linear programming over the mixtures of corners."""
    corners, rivals = leads.shape
    limits = np.hstack([-leads.T, np.ones((rivals, 1))])
    found = linprog(
        [*np.zeros(corners), -1.0],
        A_ub=limits,
        b_ub=np.zeros(rivals),
        A_eq=[[*np.ones(corners), 0.0]],
        b_eq=[1.0],
        bounds=[*([(0, None)] * corners), (None, None)],
        method="highs",
    )
    assert found.status == 0
    return -float(found.fun)


def never_first_by_linear_programs(standing: Standing) -> list[bool]:
    corners = np.array(corners_by_hand(standing))
    n = len(standing.rows)
    values = []
    for program in range(n):
        rivals = [other for other in range(n) if other != program]
        values.append(value_of(corners @ (standing.high[:, [program]] - standing.low[:, rivals])))
    return [value < -1e-9 for value in values]


def table(seed: int) -> Standing:
    rng = np.random.default_rng(seed)
    n, k = int(rng.integers(2, 9)), int(rng.integers(2, 6))
    low = np.round(rng.random((n, k)), 1 + seed % 3)
    high = np.where(rng.random((n, k)) < 0.1, np.minimum(1.0, low + 0.1), low)
    groups = (tuple((number,) for number in range(k)), ((0, 1), *((number,) for number in range(2, k))))[seed % 2]
    return standing_of(low, high=high, groups=groups)


@pytest.mark.parametrize("seed", range(200))
def test_the_same_programs_as_a_linear_program_for_each(seed: int) -> None:
    standing = table(seed)

    assert never_first(standing).tolist() == never_first_by_linear_programs(standing)


@pytest.mark.parametrize("seed", range(60))
def test_the_value_of_the_game_is_that_of_the_linear_program(seed: int) -> None:
    rng = np.random.default_rng(seed)
    leads = np.round(rng.uniform(-1, 1, size=rng.integers(1, 8, size=2)), 1 + seed % 6)

    lead, mix = worst_lead(leads)

    assert lead == pytest.approx(value_of(leads), abs=1e-9)
    assert float((mix @ leads).min()) == pytest.approx(lead, abs=1e-9)
    assert mix.min() >= 0
    assert float(mix.sum()) == pytest.approx(1.0)


def test_second_at_every_corner_can_be_first_between_them() -> None:
    """At both corners another is ahead; with the corners mixed 2 to 3 it scores 0.71 against 0.70 and 0.65."""
    standing = standing_of([[0.8, 0.5], [1.0, 0.0], [0.5, 1.0]])

    assert never_first(standing).tolist() == [False, False, False]


def test_a_program_that_nobody_beats_can_still_be_never_first() -> None:
    """At 0.68 instead of 0.8 one of the others is always ahead, though neither of them is always."""
    standing = standing_of([[0.68, 0.5], [1.0, 0.0], [0.5, 1.0]])

    never = dict(zip(standing.rows.tolist(), never_first(standing).tolist(), strict=True))

    assert never == {2: True, 3: False, 4: False}


def test_level_with_the_first_is_first() -> None:
    standing = standing_of([[1.0, 1.0], [1.0, 0.9], [0.9, 0.9]])

    assert never_first(standing).tolist() == [False, False, True]


def test_an_unknown_is_taken_at_its_best_for_oneself_and_at_its_worst_for_others() -> None:
    hopeful = standing_of([[0.5], [0.2], [0.1]], high=[[0.5], [0.5], [0.4]])

    assert never_first(hopeful).tolist() == [False, False, True]


def test_two_thousand_programs_are_searched_as_a_few_would_be() -> None:
    shares = np.round(np.random.default_rng(7).random((2000, 5)), 2)
    standing = standing_of(shares)
    checked = [0, 3, 17, 60, 400, 1999]
    corners = np.array(corners_by_hand(standing))
    scores = corners @ standing.low

    never = never_first(standing)

    values = [value_of(scores[:, [program]] - np.delete(scores, program, axis=1)) for program in checked]
    assert never[checked].tolist() == [value < -1e-9 for value in values]
