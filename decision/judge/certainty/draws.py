"""Seeded draws: weights that respect the order of concern, and what uncertain facts may turn out to earn.

Weights are drawn as whole numbers of equal steps, so that scores can be added up without rounding: the same draws give
the same places on every machine, whatever its library of matrix products does.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING, assert_never

import numpy as np

from decision.nouns.findings import Spread, Uncertain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Floats, Whole

__all__ = ["STEPS", "draw_mixes", "draw_shares", "draw_within"]

STEPS = 1 << 16
"""A mixture of corners is made of this many equal steps: times a score in whole 1e-9 points, it still fits a double."""


_ROUNDS = 40
"""So often each pair of weights shares anew: by then the start is forgotten."""

_HAIR = 1e-6


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


def draw_within(ranges: Sequence[tuple[float, float]], draws: int, rng: np.random.Generator) -> Floats:
    """Draw weights within ranges, every set of weights that they allow as likely as the next.

    Parameters
    ----------
    ranges
        Least and greatest weight, 0..1; some weights within them sum to 1.
    draws
        How many sets of weights.
    rng
        Where chance comes from.

    Returns
    -------
    array
        ``(draws, n_criteria)``, multiples of ``1 / STEPS``; each row sums to 1 exactly.

    Notes
    -----
    Every set of weights starts in the middle and walks on its own: two weights at a time share anew what they hold
    together, anywhere that their ranges allow. Such a walk forgets where it started and leaves no allowed weights more
    likely than others (a Gibbs sampler). With two criteria one step is exact.

    References
    ----------
    Tervonen, T., van Valkenhoef, G., Basturk, N. and Postmus, D. (2013). Hit-and-run enables efficient weight
    generation for simulation-based multiple criteria decision analysis. European Journal of Operational Research 224,
    552-559.

    Examples
    --------
    >>> weights = draw_within([(0.3, 0.5), (0.5, 0.7)], 1000, np.random.default_rng(1))
    >>> bool((weights.sum(axis=1) == 1).all()), round(float(weights[:, 0].mean()), 1)
    (True, 0.4)
    """
    least, most = _in_steps(ranges)
    walkers = np.repeat(_middle(least, most)[np.newaxis], draws, axis=0)
    pairs = list(combinations(range(len(ranges)), 2))
    for _ in range(_ROUNDS if len(ranges) > 2 else 1):
        for place in rng.permutation(len(pairs)).tolist():
            one, other = pairs[place]
            together = walkers[:, one] + walkers[:, other]
            low = np.maximum(least[one], together - most[other])
            high = np.minimum(most[one], together - least[other])
            walkers[:, one] = rng.integers(low, high, endpoint=True)
            walkers[:, other] = together - walkers[:, one]
    return walkers / STEPS


def _in_steps(ranges: Sequence[tuple[float, float]]) -> tuple[Whole, Whole]:
    """Write ranges in whole steps, none so narrow that the steps no longer sum to 1."""
    least = np.array([math.floor(low * STEPS + _HAIR) for low, _ in ranges], dtype=np.int64)
    most = np.array([math.ceil(high * STEPS - _HAIR) for _, high in ranges], dtype=np.int64)
    return least, most


def _middle(least: Whole, most: Whole) -> Whole:
    """Give whole steps within the ranges that sum to 1, about in their middle."""
    room = most - least
    missing = STEPS - int(least.sum())
    given = room * missing // max(int(room.sum()), 1)
    for place in range(len(room)):
        given[place] += min(int(room[place] - given[place]), missing - int(given.sum()))
    return np.asarray(least + given, dtype=np.int64)


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
