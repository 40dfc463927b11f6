"""Seeded draws: weights that respect the order of concern, and what uncertain facts may turn out to earn.

Weights are drawn as whole numbers of equal steps, so that scores can be added up without rounding: the same draws give
the same places on every machine, whatever its library of matrix products does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import numpy as np

from decision.nouns.findings import Spread, Uncertain

if TYPE_CHECKING:
    from decision.arrays import Floats

__all__ = ["STEPS", "draw_mixes", "draw_shares"]

STEPS = 1 << 16
"""A mixture of corners is made of this many equal steps: times a score in whole 1e-9 points, it still fits a double."""


def draw_mixes(corners: int, draws: int, rng: np.random.Generator) -> Floats:
    """Draw mixtures of the corners of the order, every one as likely: so are the weights that respect the order.

    Parameters
    ----------
    corners
        How many groups of equal concern there are.
    draws
        How many mixtures.
    rng
        Where chance comes from.

    Returns
    -------
    array
        ``(draws, corners)``, multiples of ``1 / STEPS`` above 0; each row sums to 1 exactly.

    Notes
    -----
    The gaps between sorted uniform cuts of a line have the flat Dirichlet distribution. Mixing corners with them gives
    what sorting flat Dirichlet weights gives, with criteria of equal concern kept equal.

    Examples
    --------
    >>> draw_mixes(1, 2, np.random.default_rng(1)).tolist()
    [[1.0], [1.0]]
    >>> bool((draw_mixes(3, 100, np.random.default_rng(1)).sum(axis=1) == 1).all())
    True
    """
    if corners == 0:
        return np.zeros((draws, 0))
    free = STEPS - corners
    edges = np.zeros((draws, corners + 1), dtype=np.int64)
    edges[:, 1:-1] = np.sort(rng.integers(0, free + 1, size=(draws, corners - 1)), axis=1)
    edges[:, -1] = free
    return (np.diff(edges, axis=1) + 1) / STEPS


def draw_shares(uncertain: Uncertain, draws: int, rng: np.random.Generator) -> Floats:
    """Draw what the uncertain facts of one criterion earn.

    Parameters
    ----------
    uncertain
        The facts, and how they vary.
    draws
        How many times.
    rng
        Where chance comes from.

    Returns
    -------
    array
        ``(draws, u)``, shares 0..1.

    Examples
    --------
    >>> low, high = np.array([0.25]), np.array([0.5])
    >>> cost = Uncertain(criterion=0, spread=Spread.SHARES, programs=np.array([3]), first=low, second=high, knots=())
    >>> shares = draw_shares(cost, 1000, np.random.default_rng(1))
    >>> shares.shape, bool((shares >= 0.25).all()), bool((shares <= 0.5).all())
    ((1000, 1), True, True)
    """
    size = (draws, len(uncertain.programs))
    match uncertain.spread:
        case Spread.SHARES:
            return uncertain.first + (uncertain.second - uncertain.first) * rng.random(size)
        case Spread.VALUES:
            values = uncertain.first + (uncertain.second - uncertain.first) * rng.random(size)
        case Spread.COUNTED:
            values = rng.beta(uncertain.first, uncertain.second, size)
        case _:
            assert_never(uncertain.spread)
    knots = np.array(uncertain.knots)
    return np.asarray(np.interp(values, knots[:, 0], knots[:, 1]), dtype=np.float64)
