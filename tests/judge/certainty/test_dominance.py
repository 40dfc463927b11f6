"""Who is at least as good everywhere and better somewhere, whatever the unknowns turn out to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from decision.judge.certainty.dominance import dominance
from tests.judge.standings import standing_of

if TYPE_CHECKING:
    from decision.nouns.findings import Standing


def dominated_rows(standing: Standing) -> dict[int, set[int]]:
    """Every row that dominates each, by looking at all pairs."""
    found: dict[int, set[int]] = {}
    for a, row_a in enumerate(standing.rows.tolist()):
        for b, row_b in enumerate(standing.rows.tolist()):
            lead = standing.low[:, a] - standing.high[:, b]
            if (lead >= -1e-9).all() and (lead > 1e-9).any():
                found.setdefault(row_b, set()).add(row_a)
    return found


@pytest.mark.parametrize("seed", range(100))
def test_each_dominated_program_is_named_with_one_that_dominates_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    low = rng.integers(0, 5, size=(9, 3)) / 4
    standing = standing_of(low, high=np.minimum(1, low + (rng.random((9, 3)) < 0.2) / 4))

    found, expected = dominance(standing), dominated_rows(standing)

    assert set(found) == set(expected)
    assert [row for row, by in found.items() if by not in expected[row]] == []


def test_the_one_that_ranks_highest_is_named() -> None:
    assert dominance(standing_of([[1.0, 0.8], [0.9, 0.9], [0.5, 0.5]])) == {4: 2}


def test_twins_do_not_dominate_each_other() -> None:
    assert dominance(standing_of([[0.5, 0.5], [0.5, 0.5]])) == {}


def test_an_unknown_that_could_be_better_is_not_dominated() -> None:
    assert dominance(standing_of([[0.9, 0.9], [0.5, 0.0]], high=[[0.9, 0.9], [0.5, 1.0]])) == {}


@pytest.mark.parametrize("shape", [(0, 2), (2, 0), (1, 2)])
def test_nothing_to_compare_is_an_answer(shape: tuple[int, int]) -> None:
    assert dominance(standing_of(np.zeros(shape))) == {}
