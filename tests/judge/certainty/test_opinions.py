"""Other methods' first places, against the methods written out."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest

from decision.judge.certainty.opinions import opinions
from decision.nouns.findings import Opinions
from tests.judge.standings import standing_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.nouns.findings import Standing


def exact(standing: Standing) -> list[list[Fraction]]:
    """Shares in hundredths, exactly: one line per program."""
    return [[Fraction(round(100 * share), 100) for share in shares] for shares in standing.low.T.tolist()]


def best(standing: Standing, scores: Sequence[Fraction]) -> int:
    """The row of the first of the best."""
    return int(standing.rows[scores.index(max(scores))])


def by_hand(standing: Standing) -> Opinions:
    shares, k = exact(standing), len(standing.names)
    falling = [Fraction(2 * (k - place), k * (k + 1)) for place in range(k)]
    left = list(range(len(shares)))
    for concern in range(k):
        top = max(shares[program][concern] for program in left)
        left = [program for program in left if top - shares[program][concern] <= Fraction(1, 10)]
    means = [[sum(line[:length]) / Fraction(length) for line in shares] for length in range(1, k + 1)]
    worst = [max(max(column) - column[program] for column in means) for program in range(len(shares))]
    return Opinions(
        equal=best(standing, [sum(line, Fraction()) for line in shares]),
        rank_sum=best(standing, [sum(map(Fraction.__mul__, falling, line), Fraction()) for line in shares]),
        bands=int(standing.rows[left[0]]),
        regret=best(standing, [-shortfall for shortfall in worst]),
    )


@pytest.mark.parametrize("seed", range(150))
def test_each_method_names_the_first_that_it_has_by_exact_fractions(seed: int) -> None:
    rng = np.random.default_rng(seed)
    standing = standing_of(rng.integers(0, 21, size=(7, 1 + seed % 5)) / 20)

    assert opinions(standing) == by_hand(standing)


def test_the_regret_at_the_corners_is_the_regret_over_all_weights() -> None:
    """On a grid of weights that respect the order nothing falls shorter than at a corner."""
    shares = np.round(np.random.default_rng(3).random((6, 3)), 2)
    standing = standing_of(shares)
    grid = [(a / 60, b / 60, (60 - a - b) / 60) for a in range(61) for b in range(61 - a) if a >= b >= 60 - a - b]
    scores = np.array(grid) @ standing.low

    over_grid = (scores.max(axis=1, keepdims=True) - scores).max(axis=0)

    assert opinions(standing).regret == standing.rows[np.argmin(over_grid)]


def test_a_band_is_a_set_and_its_edge_is_inside() -> None:
    """0.8 is within 10 % of 0.9 and better at the next; 0.7 is within 10 % of 0.8, but not of the best."""
    assert opinions(standing_of([[0.9, 0.1, 0.5], [0.8, 0.5, 0.5], [0.7, 1.0, 1.0]])).bands == 3


def test_concerns_of_equal_weight_count_by_their_mean_in_bands() -> None:
    shares = [[1.0, 0.0], [0.6, 0.6]]

    assert opinions(standing_of(shares, groups=[[0, 1]])).bands == 3
    assert opinions(standing_of(shares)).bands == 2


def test_of_programs_held_level_the_one_that_ranks_higher_is_named() -> None:
    """Equal weights hold both at 0.5."""
    assert opinions(standing_of([[0.4, 0.6], [0.6, 0.4]])).equal == 3


def test_nobody_fits_has_no_first_and_no_points_has_the_first_in_line() -> None:
    nobody, nothing = opinions(standing_of(np.zeros((0, 2)))), opinions(standing_of(np.zeros((2, 0))))

    assert nobody == Opinions(equal=None, rank_sum=None, bands=None, regret=None)
    assert nothing == Opinions(equal=2, rank_sum=2, bands=2, regret=2)
