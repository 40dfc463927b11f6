"""The first place by other methods: where they agree, the answer does not hang on how the weights were made.

Each looks at the points that are sure. Of programs that a method holds level, the one that ranks higher is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.judge.certainty.corners import corner_scores
from decision.judge.points import DECIMALS, total
from decision.judge.weights.weights import equal, rank_sum
from decision.nouns.findings import Opinions, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Floats

__all__ = ["BAND", "band_survivors", "largest_shortfalls", "opinions"]

BAND = 0.1
"""Shares within this of the best, ends included, are taken as alike."""


def opinions(standing: Standing) -> Opinions:
    """Give the first place by four other methods.

    Parameters
    ----------
    standing
        The programs that fit, in ranking order.

    Returns
    -------
    Opinions
        Each method's first, by row.
    """
    if not len(standing.rows):
        return Opinions(equal=None, rank_sum=None, bands=None, regret=None)
    sizes = [len(group) for group in standing.groups]
    shortfalls = np.round(100 * largest_shortfalls(standing.low, standing.groups), DECIMALS)
    return Opinions(
        equal=_first(standing, equal(sizes) if sizes else []),
        rank_sum=_first(standing, rank_sum(sizes)),
        bands=int(standing.rows[band_survivors(standing.low, standing.groups)[0]]),
        regret=int(standing.rows[np.argmin(shortfalls)]),
    )


def band_survivors(shares: Floats, groups: Sequence[Sequence[int]]) -> list[int]:
    """Keep, concern by concern, the programs within a band of the best that is left.

    Parameters
    ----------
    shares
        ``(n_criteria, n_programs)``, shares 0..1, at least one program.
    groups
        Numbers of the criteria, the greatest concern first; those of equal concern count by their mean.

    Returns
    -------
    list of int
        Who is left in the end, rising; at least one.

    Notes
    -----
    A band around the best is a set. Comparing two at a time within a band would go in circles.

    References
    ----------
    Tversky, A. (1969). Intransitivity of preferences. Psychological Review 76, 31-48.

    Examples
    --------
    The third is out at the first concern; the second is better at the next.

    >>> band_survivors(np.array([[0.9, 0.85, 0.5], [0.2, 0.8, 1.0]]), [[0], [1]])
    [1]
    """
    left = np.arange(shares.shape[1])
    for group in groups:
        earned = shares[list(group)][:, left].mean(axis=0)
        left = left[np.round(earned.max() - earned, DECIMALS) <= BAND]
    return [int(program) for program in left]


def largest_shortfalls(shares: Floats, groups: Sequence[Sequence[int]]) -> Floats:
    """Give the most by which each program can fall short of the best, over all weights that respect the order.

    Parameters
    ----------
    shares
        ``(n_criteria, n_programs)``, shares 0..1, at least one program.
    groups
        Numbers of the criteria, those of equal concern together, the greatest concern first.

    Returns
    -------
    array
        ``(n_programs,)``, shares 0..1. The shortfall is convex in the weights, so it is largest at a corner.

    References
    ----------
    Savage, L. J. (1951). The theory of statistical decision. Journal of the American Statistical Association 46, 55-67.

    Examples
    --------
    >>> largest_shortfalls(np.array([[1.0, 0.75], [0.0, 0.75]]), [[0], [1]]).tolist()
    [0.25, 0.25]
    """
    scores = corner_scores(shares, groups)
    return np.asarray((scores.max(axis=1, keepdims=True) - scores).max(axis=0, initial=0.0), dtype=np.float64)


def _first(standing: Standing, by_place: Sequence[float]) -> int:
    """Give the first under weights that are listed from the greatest concern down."""
    order = [criterion for group in standing.groups for criterion in group]
    weights = dict(zip(order, by_place, strict=True))
    points = total([100 * weights[number] * standing.low[number] for number in range(len(order))], len(standing.rows))
    return int(standing.rows[np.argmax(np.round(points, DECIMALS))])
